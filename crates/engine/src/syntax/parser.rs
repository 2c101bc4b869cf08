//! Dependency parsing by transitions: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, ACL 2011) with a
//! linear model, greedy, one step back or forth for each word.
//!
//! It is trained with a dynamic oracle (Goldberg and Nivre, TACL 2013), which says what is best to do after a mistake
//! too. The templates are those of Zhang and Nivre (ACL 2011) that need no label; a relation is chosen when the whole
//! tree is known ([`super::relation`]).

use super::tag::Tag;
use super::{Model, Row};
use crate::linear::{atom, templates};

/// No word.
pub const NONE: u16 = u16::MAX;

/// What the parser can do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Move {
    /// The next word goes on the stack.
    Shift,
    /// The word on top of the stack hangs from the next word, and leaves.
    Left,
    /// The word on top of the stack hangs from the one below it, and leaves.
    Right,
}

impl Move {
    pub const COUNT: usize = 3;
    pub const ALL: [Move; Move::COUNT] = [Move::Shift, Move::Left, Move::Right];
}

/// Words that were begun and not yet given a head, the next word, and the arcs so far. The words are numbered from
/// 0; behind the last one stands the root.
#[derive(Debug, Clone, Default)]
pub struct State {
    pub stack: Vec<u16>,
    pub next: u16,
    pub count: u16,
    /// The head of each word: [`NONE`] while it has none, `count` for the root.
    pub heads: Vec<u16>,
    /// The outermost words that hang from each word on its left and right, and those next to them.
    left: Vec<[u16; 2]>,
    right: Vec<[u16; 2]>,
    /// How many hang there.
    lefts: Vec<u8>,
    rights: Vec<u8>,
}

impl State {
    pub fn begin(&mut self, count: usize) {
        let places = count + 1;
        self.stack.clear();
        self.next = 0;
        self.count = count as u16;
        for list in [&mut self.left, &mut self.right] {
            list.clear();
            list.resize(places, [NONE; 2]);
        }
        for list in [&mut self.lefts, &mut self.rights] {
            list.clear();
            list.resize(places, 0);
        }
        self.heads.clear();
        self.heads.resize(count, NONE);
    }

    pub fn is_done(&self) -> bool {
        self.next >= self.count && self.stack.is_empty()
    }

    /// Whether a move can be made; at least one can until the parse is done. Only one word hangs from the root.
    pub fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.count,
            Move::Left => !self.stack.is_empty() && (self.next < self.count || self.stack.len() == 1),
            Move::Right => self.stack.len() > 1,
        }
    }

    pub fn make(&mut self, step: Move) {
        match step {
            Move::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left => {
                if let Some(word) = self.stack.pop() {
                    let head = self.next;
                    self.heads[word as usize] = head;
                    let place = &mut self.left[head as usize];
                    *place = [word, place[0]];
                    self.lefts[head as usize] = self.lefts[head as usize].saturating_add(1);
                }
            }
            Move::Right => {
                if let Some(word) = self.stack.pop()
                    && let Some(&head) = self.stack.last()
                {
                    self.heads[word as usize] = head;
                    let place = &mut self.right[head as usize];
                    *place = [word, place[0]];
                    self.rights[head as usize] = self.rights[head as usize].saturating_add(1);
                }
            }
        }
    }

    fn top(&self, down: usize) -> u16 {
        self.stack.len().checked_sub(down + 1).map_or(NONE, |at| self.stack[at])
    }
}

/// The heads of a sentence's words, in `state`.
pub(crate) fn parse(model: &Model, row: Row, tags: &[Tag], state: &mut State) {
    state.begin(tags.len());
    while !state.is_done() {
        let mut only = Move::ALL.into_iter().filter(|&step| state.allows(step));
        let (first, second) = (only.next(), only.next());
        let step = match (first, second) {
            (Some(step), None) => step,
            (None, _) => return,
            _ => {
                let mut sums = [0i16; Move::COUNT - 1];
                model.moves.add(&features(row, tags, state), &mut sums);
                let sums = [0, sums[0], sums[1]];
                let mut best = (i16::MIN, Move::Shift);
                for step in Move::ALL {
                    if state.allows(step) && sums[step as usize] > best.0 {
                        best = (sums[step as usize], step);
                    }
                }
                best.1
            }
        };
        state.make(step);
    }
}

/// How many features a state has.
pub const FEATURES: usize = 72;

/// The features of a state.
pub(crate) fn features(row: Row, tags: &[Tag], state: &State) -> [u32; FEATURES] {
    struct Word {
        word: u32,
        tag: u32,
        cluster: u32,
        group: u32,
    }
    let tag = |role: u32, at: u16| {
        let at = usize::from(at);
        atom(role, tags.get(at).map_or(if at == tags.len() { 98 } else { 99 }, |&tag| tag as u32))
    };
    let form = |role: u32, at: u16| {
        let at = usize::from(at);
        atom(role, row.get(at).map_or(if at == tags.len() { 7 } else { 9 }, |lexeme| lexeme.word))
    };
    let word = |role: u32, at: u16| {
        let known = row.get(usize::from(at)).map(|lexeme| lexeme.known);
        Word {
            word: form(role, at),
            tag: tag(role + 1, at),
            cluster: atom(role + 2, known.map_or(0, |known| u32::from(known.cluster()))),
            group: atom(role + 3, known.map_or(0, |known| u32::from(known.cluster_group()))),
        }
    };
    let outer =
        |list: &[[u16; 2]], at: u16, nth: usize| list.get(usize::from(at)).map_or(NONE, |two| two[nth]);
    let (top, below) = (state.top(0), state.top(1));
    let at = |ahead: u16| state.next.saturating_add(ahead);
    let (s0, s1, s2) = (word(10, top), word(20, below), word(30, state.top(2)));
    let (b0, b1, b2) = (word(40, at(0)), word(50, at(1)), word(60, at(2)));
    let b3_tag = tag(70, at(3));
    let s0_left = tag(71, outer(&state.left, top, 0));
    let s0_left2 = tag(72, outer(&state.left, top, 1));
    let s0_right = tag(73, outer(&state.right, top, 0));
    let s1_left = tag(75, outer(&state.left, below, 0));
    let s1_right = tag(76, outer(&state.right, below, 0));
    let b0_left = tag(77, outer(&state.left, at(0), 0));
    let b0_left2 = tag(78, outer(&state.left, at(0), 1));
    let s0_left_word = form(80, outer(&state.left, top, 0));
    let b0_left_word = form(81, outer(&state.left, at(0), 0));
    let count = |role: u32, list: &[u8], at: u16| {
        atom(role, list.get(usize::from(at)).map_or(0, |&count| u32::from(count.min(3))))
    };
    let s0_lefts = count(82, &state.lefts, top);
    let s0_rights = count(83, &state.rights, top);
    let b0_lefts = count(84, &state.lefts, at(0));
    let far = |role: u32, from: u16, to: u16| {
        let far = match to.saturating_sub(from) {
            _ if from == NONE => 0,
            near @ 0..=4 => u32::from(near),
            5..=7 => 5,
            8..=12 => 6,
            _ => 7,
        };
        atom(role, far)
    };
    let (distance, gap) = (far(86, top, at(0)), far(87, below, top));
    let beside =
        |role: u32, at: u16, by: i16| tag(role, if at == NONE { NONE } else { at.wrapping_add_signed(by) });
    let (s0_before, s0_after) = (beside(88, top, -1), beside(89, top, 1));
    let b0_before = beside(92, at(0), -1);
    let s1_after = beside(91, below, 1);
    #[rustfmt::skip]
    let features = [
        0,
        s0.word ^ s0.tag,
        s0.tag,
        s0.word,
        s0.cluster ^ s0.tag,
        s1.word ^ s1.tag,
        s1.tag,
        s1.word,
        s1.cluster ^ s1.tag,
        b0.word ^ b0.tag,
        b0.tag,
        b0.word,
        b0.cluster ^ b0.tag,
        s2.tag,
        s2.word ^ s2.tag,
        b1.tag,
        b1.word ^ b1.tag,
        b2.tag,
        b2.word ^ b2.tag,
        s0.tag ^ b0.word ^ b0.tag,
        s0.cluster ^ b0.cluster,
        s0.cluster ^ b0.tag,
        s0.tag ^ b0.cluster,
        s0.group ^ b0.group ^ s0.tag ^ b0.tag,
        s0.word ^ s0.tag ^ s1.tag,
        s0.cluster ^ s1.cluster,
        s0.group ^ s1.group ^ s0.tag ^ s1.tag,
        s1.tag ^ b0.tag,
        s1.word ^ b0.tag,
        b0.tag ^ b1.tag,
        b0.word ^ b1.tag,
        b0.tag ^ b1.word,
        s0.tag ^ b0.tag ^ b1.tag,
        s0.tag ^ b0.tag ^ b1.word,
        s0.tag ^ b0.tag ^ b1.tag ^ b2.tag,
        b0.tag ^ b1.tag ^ b2.tag,
        s1.tag ^ s0.tag ^ b0.tag ^ b1.tag,
        s2.tag ^ s1.tag ^ s0.tag,
        s0.tag ^ s0_left ^ b0.tag,
        s0.tag ^ b0.tag ^ b0_left,
        s1.tag ^ s1_right ^ s0.tag,
        s1.tag ^ s1_left ^ s0.tag,
        s1.tag ^ s0.tag ^ s0_left,
        s1.tag ^ s0.tag ^ s0_right,
        s1.tag ^ s0.tag ^ s0_left_word,
        s0.tag ^ b0.tag ^ b0_left_word,
        s0.tag ^ s0_left ^ s0_left2,
        b0.tag ^ b0_left ^ b0_left2,
        s0.word ^ distance,
        s0.tag ^ distance ^ b0.tag,
        b0.word ^ distance,
        s1.tag ^ s0.tag ^ gap,
        s0.word ^ s0_lefts,
        s0.word ^ s0_rights,
        s0.tag ^ s0_lefts ^ s0_rights ^ b0.tag,
        b0.word ^ b0_lefts,
        b0.tag ^ b0_lefts ^ s0.tag,
        s0.tag ^ s1.tag ^ b0.tag ^ gap ^ distance,
        // What a preposition before a noun hangs on is between both nouns, the verb and the preposition.
        s0.cluster ^ b0_left_word ^ s0.tag,
        s1.cluster ^ b0_left_word ^ s0.tag,
        s0.tag ^ s1.tag ^ b0_left_word,
        s1.cluster ^ s0_left_word ^ s0.tag,
        s1.cluster ^ s0.cluster ^ s0_left_word,
        s2.tag ^ s1.tag ^ s0.tag ^ s0_left_word,
        s2.word ^ s1.tag ^ s0_left_word,
        s2.cluster ^ s1.tag ^ s0_left_word,
        s1.word ^ b0.word,
        s1.cluster ^ s0.tag ^ b0.cluster,
        // What stood beside the words before other words left the stack.
        s0.tag ^ s0_after ^ b0_before ^ b0.tag,
        s0_before ^ s0.tag ^ b0.tag ^ b1.tag,
        s1.tag ^ s1_after ^ s0_before ^ s0.tag,
        s0.tag ^ b0.tag ^ b1.tag ^ b3_tag,
    ];
    templates(2000, features)
}
