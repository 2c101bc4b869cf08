//! Dependency parsing by transitions: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, ACL 2011) with a
//! linear model, greedy, one step back or forth for each word.
//!
//! It is trained with a dynamic oracle (Goldberg and Nivre, TACL 2013), which says what is best to do after a mistake
//! too. The templates are those of Zhang and Nivre (ACL 2011) that need no label; a relation is chosen when the whole
//! tree is known ([`super::relation`]).

use super::tag::Tag;
use super::{Model, Row};
use crate::lexeme::Lexeme;
use crate::linear::{atom, atoms, templates};

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

    /// The next word, or one so many after it.
    fn ahead(&self, by: u16) -> u16 {
        self.next.saturating_add(by)
    }

    fn top(&self, down: usize) -> u16 {
        self.stack.len().checked_sub(down + 1).map_or(NONE, |at| self.stack[at])
    }
}

/// What is known of words before they are parsed: all that the features take from a word with its tag, and the sums of
/// the features that are about it alone.
#[derive(Debug)]
pub(crate) struct Known {
    /// The first two are the root and no word.
    all: Vec<Own>,
    /// For each lexeme the tag with which it was met last, and the number of what is known of it so.
    lexemes: Vec<Option<(Tag, u32)>>,
    /// The words of the row that is parsed, by number; behind the last one the root.
    row: Vec<u32>,
}

/// A word with its tag in every place that the parser looks at, and the sums of the features of it alone there.
#[derive(Debug, Clone, Copy)]
struct Own {
    atoms: Atoms,
    stack: [Sums; 3],
    next: [Sums; 3],
}

type Sums = [i16; Move::COUNT - 1];

/// The atoms of a word with its tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Atoms {
    /// On the stack: on top, below, and below that.
    stack: [Word; 3],
    /// The next word, and those after it.
    next: [Word; 3],
    /// What hangs leftmost from the top of the stack, and from the next word.
    top_left: u32,
    next_left: u32,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    word: u32,
    tag: u32,
    cluster: u32,
}

impl Atoms {
    pub fn new(lexeme: &Lexeme, tag: Tag) -> Atoms {
        let known = lexeme.known;
        Atoms::of(lexeme.word, tag as u32, u32::from(known.cluster()))
    }

    /// Of what stands behind the last word.
    pub fn root() -> Atoms {
        Atoms::of(7, ROOT_TAG, 0)
    }

    /// Of what is not there.
    pub fn nothing() -> Atoms {
        Atoms::of(9, NO_TAG, 0)
    }

    fn of(form: u32, tag: u32, cluster: u32) -> Atoms {
        let word = |role: u32| {
            // Four at once, of which the last is not needed.
            let [word, tag, cluster, _] =
                atoms([role, role + 1, role + 2, role + 3], [form, tag, cluster, 0]);
            Word { word, tag, cluster }
        };
        Atoms {
            stack: [word(10), word(20), word(30)],
            next: [word(40), word(50), word(60)],
            top_left: atom(80, form),
            next_left: atom(81, form),
        }
    }
}

/// The tag of the root, and of no word.
const ROOT_TAG: u32 = 98;
const NO_TAG: u32 = 99;

impl Own {
    fn new(model: &Model, atoms: Atoms) -> Own {
        let ([top, below, third], [next, second, last]) = (atoms.stack, atoms.next);
        Own {
            atoms,
            stack: [
                sums(model, TOP, full(top)),
                sums(model, BELOW, full(below)),
                sums(model, THIRD, short(third)),
            ],
            next: [
                sums(model, NEXT, full(next)),
                sums(model, SECOND, short(second)),
                sums(model, LAST, short(last)),
            ],
        }
    }
}

fn sums<const N: usize>(model: &Model, first: u32, features: [u32; N]) -> Sums {
    let mut sums = Sums::default();
    model.moves.add(&templates(FIRST + first, features), &mut sums);
    sums
}

impl Known {
    /// For so many lexemes.
    pub fn new(model: &Model, lexemes: usize) -> Known {
        let all = vec![Own::new(model, Atoms::root()), Own::new(model, Atoms::nothing())];
        Known { all, lexemes: vec![None; lexemes], row: Vec::new() }
    }

    fn begin(&mut self, model: &Model, row: Row, tags: &[Tag]) {
        self.row.clear();
        for (&lexeme, &tag) in row.numbers.iter().zip(tags) {
            let known = match self.lexemes[lexeme as usize] {
                Some((met, known)) if met == tag => known,
                _ => {
                    let known = self.all.len() as u32;
                    self.all.push(Own::new(model, Atoms::new(&row.lexemes[lexeme as usize], tag)));
                    self.lexemes[lexeme as usize] = Some((tag, known));
                    known
                }
            };
            self.row.push(known);
        }
        self.row.push(0);
    }

    #[inline]
    fn of(&self, at: u16) -> &Own {
        &self.all[self.row.get(usize::from(at)).map_or(1, |&known| known as usize)]
    }
}

/// The words of a sentence without its marks, as the parser sees them.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub row: Row<'a>,
    pub tags: &'a [Tag],
    /// What marks stand before each word, and at the end; see [`super::marks`].
    pub marks: &'a [u8],
}

/// The heads of a sentence's words, in `state`.
pub(crate) fn parse(model: &Model, input: Input, known: &mut Known, state: &mut State) {
    state.begin(input.tags.len());
    known.begin(model, input.row, input.tags);
    let always = sums(model, 0, [0]);
    while !state.is_done() {
        let mut only = Move::ALL.into_iter().filter(|&step| state.allows(step));
        let (first, second) = (only.next(), only.next());
        let step = match (first, second) {
            (Some(step), None) => step,
            (None, _) => return,
            _ => {
                let mut sums = always;
                let own = [
                    &known.of(state.top(0)).stack[0],
                    &known.of(state.top(1)).stack[1],
                    &known.of(state.top(2)).stack[2],
                    &known.of(state.ahead(0)).next[0],
                    &known.of(state.ahead(1)).next[1],
                    &known.of(state.ahead(2)).next[2],
                ];
                for own in own {
                    sums.iter_mut().zip(own).for_each(|(sum, own)| *sum = sum.wrapping_add(*own));
                }
                let atoms = |at: u16| known.of(at).atoms;
                model.moves.add(&features_of_state(atoms, input, state), &mut sums);
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

/// The number of the first template.
const FIRST: u32 = 2000;
/// How many features a state has, and how many of them are about one word.
pub const FEATURES: usize = 69;
const OWN_FEATURES: usize = 19;

/// The numbers of the templates of one word, by its place. One before them is in every state.
const TOP: u32 = 1;
const BELOW: u32 = 5;
const NEXT: u32 = 9;
const THIRD: u32 = 13;
const SECOND: u32 = 15;
const LAST: u32 = 17;

fn full(word: Word) -> [u32; 4] {
    [word.word ^ word.tag, word.tag, word.word, word.cluster ^ word.tag]
}

fn short(word: Word) -> [u32; 2] {
    [word.tag, word.word ^ word.tag]
}

/// All features of a state, as they are learned.
#[cfg(feature = "training")]
pub(crate) fn features(input: Input, state: &State) -> [u32; FEATURES] {
    let Input { row, tags, .. } = input;
    let atoms = |at: u16| {
        let at = usize::from(at);
        match (row.get(at), tags.get(at)) {
            (Some(lexeme), Some(&tag)) => Atoms::new(lexeme, tag),
            _ if at == tags.len() => Atoms::root(),
            _ => Atoms::nothing(),
        }
    };
    let mut all = [0; FEATURES];
    let mut put = |first: u32, features: &[u32]| {
        let first = first as usize;
        all[first..first + features.len()].copy_from_slice(features);
    };
    let (stack, next) =
        (|down| atoms(state.top(down)).stack[down], |by| atoms(state.ahead(by)).next[by as usize]);
    put(TOP, &full(stack(0)));
    put(BELOW, &full(stack(1)));
    put(THIRD, &short(stack(2)));
    put(NEXT, &full(next(0)));
    put(SECOND, &short(next(1)));
    put(LAST, &short(next(2)));
    let mut all = templates(FIRST, all);
    all[OWN_FEATURES..].copy_from_slice(&features_of_state(atoms, input, state));
    all
}

/// The features of a state that are about more than one word. `atoms` gives those of a word by its number.
#[inline]
fn features_of_state(
    atoms: impl Fn(u16) -> Atoms,
    Input { tags, marks, .. }: Input,
    state: &State,
) -> [u32; FEATURES - OWN_FEATURES] {
    let tag = |role: u32, at: u16| {
        let at = usize::from(at);
        let other = if at == tags.len() { ROOT_TAG } else { NO_TAG };
        atom(role, tags.get(at).map_or(other, |&tag| tag as u32))
    };
    let outer =
        |list: &[[u16; 2]], at: u16, nth: usize| list.get(usize::from(at)).map_or(NONE, |two| two[nth]);
    let (top, below) = (state.top(0), state.top(1));
    let at = |by: u16| state.ahead(by);
    let (s0, s1, s2) = (atoms(top).stack[0], atoms(below).stack[1], atoms(state.top(2)).stack[2]);
    let (b0, b1, b2) = (atoms(at(0)).next[0], atoms(at(1)).next[1], atoms(at(2)).next[2]);
    let s0_left = tag(71, outer(&state.left, top, 0));
    let s0_left2 = tag(72, outer(&state.left, top, 1));
    let s0_right = tag(73, outer(&state.right, top, 0));
    let s1_left = tag(75, outer(&state.left, below, 0));
    let s1_right = tag(76, outer(&state.right, below, 0));
    let b0_left = tag(77, outer(&state.left, at(0), 0));
    let b0_left2 = tag(78, outer(&state.left, at(0), 1));
    let s0_left_word = atoms(outer(&state.left, top, 0)).top_left;
    let b0_left_word = atoms(outer(&state.left, at(0), 0)).next_left;
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
    let distance = far(86, top, at(0));
    let mark =
        |role: u32, at: u16| atom(role, marks.get(usize::from(at)).map_or(99, |&mark| u32::from(mark)));
    let after = |at: u16| if at == NONE { NONE } else { at + 1 };
    let (s0_mark, s0_then, s1_then) = (mark(93, top), mark(94, after(top)), mark(95, after(below)));
    let (b0_mark, b1_mark) = (mark(96, at(0)), mark(97, at(1)));
    #[rustfmt::skip]
    let features = [
        s0.tag ^ b0.word ^ b0.tag,
        s0.cluster ^ b0.cluster,
        s0.cluster ^ b0.tag,
        s0.tag ^ b0.cluster,
        s0.word ^ s0.tag ^ s1.tag,
        s0.cluster ^ s1.cluster,
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
        s0.word ^ s0_lefts,
        s0.word ^ s0_rights,
        s0.tag ^ s0_lefts ^ s0_rights ^ b0.tag,
        b0.word ^ b0_lefts,
        b0.tag ^ b0_lefts ^ s0.tag,
        // What a preposition before a noun hangs on is between both nouns, the verb and the preposition.
        s0.cluster ^ b0_left_word ^ s0.tag,
        s1.cluster ^ b0_left_word ^ s0.tag,
        s0.tag ^ s1.tag ^ b0_left_word,
        s1.cluster ^ s0_left_word ^ s0.tag,
        s1.cluster ^ s0.cluster ^ s0_left_word,
        s2.tag ^ s1.tag ^ s0.tag ^ s0_left_word,
        s2.word ^ s1.tag ^ s0_left_word,
        s2.cluster ^ s1.tag ^ s0_left_word,
        // Marks are no words of the tree, but they say where its parts end.
        s0.tag ^ b0.tag ^ b0_mark,
        s0.tag ^ b0.tag ^ b0_mark ^ s0_then,
        s0.tag ^ b0.tag ^ b0_mark ^ s0_mark,
        s0.word ^ b0_mark,
        b0.word ^ b0_mark,
        s1.tag ^ s0.tag ^ s0_mark ^ b0_mark,
        s1.tag ^ s0.tag ^ s1_then ^ b0.tag,
        s0.tag ^ b0.tag ^ b1.tag ^ b1_mark ^ b0_mark,
        s0.tag ^ b0_mark ^ distance,
        s1.tag ^ s0.tag ^ b0.tag ^ s0_mark ^ b0_mark,
    ];
    templates(FIRST + OWN_FEATURES as u32, features)
}
