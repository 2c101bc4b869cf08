//! Where a line ended once, as a linear model sees it: mails, lists and posts often come with their lines run together,
//! and a sentence ends there without a stop.
//!
//! The model is learned from EWT and GUM with their sentences in one line; what a word tells is what the tagger asks of it
//! too. The rules of [`super::unmarked`] stand before it.

use super::is_stop;
use super::unmarked::WANTING;
use crate::lexeme::{Lexeme, hash_str};
use crate::linear::{atom, templates};
use crate::syntax::Model;
use crate::token::{Case, Token, TokenKind};
use crate::word_class::WordClass;

/// By how much a line must be likelier to end than to go on: a sentence that is cut in two costs more than two that are
/// not parted.
const SURE: i16 = 10;

/// A row of tokens in which lines may have ended.
pub(crate) struct Row<'a> {
    text: &'a str,
    /// All tokens up to the end of the block.
    tokens: &'a [Token],
    lexemes: &'a [Lexeme],
    /// The block's first token.
    from: usize,
    /// For each place of the block how many words with a capital stand before it, and how many others of some length:
    /// summed up once, since a block may be one sentence.
    written: Vec<[u32; 2]>,
}

/// Whether a sentence that began at `start` ends before `at`, as the model has it.
pub(super) fn ends(row: &Row, start: usize, at: usize) -> bool {
    if !row.is_candidate(start, at) || row.is_half_of_day(at - 1) {
        return false;
    }
    let mut sums = [0i16; 1];
    Model::get().lines.add(&row.features(start, at), &mut sums);
    sums[0] > SURE
}

/// How many features a place has.
pub const FEATURES: usize = 40;
/// How far ahead and back capitals are counted, and a stop is looked for.
const REACH: usize = 6;

impl<'a> Row<'a> {
    /// `tokens` are all up to the end of the block, whose first is `from`.
    pub fn new(text: &'a str, tokens: &'a [Token], lexemes: &'a [Lexeme], from: usize) -> Row<'a> {
        let mut sums = [0; 2];
        let mut written = Vec::with_capacity(tokens.len() - from + 1);
        written.push(sums);
        for token in &tokens[from..] {
            sums[0] += u32::from(token.is_capital() && token.is_word());
            sums[1] += u32::from(token.case == Case::Lower && token.span.len() > 3);
            written.push(sums);
        }
        Row { text, tokens, lexemes, from, written }
    }

    /// Whether the model is asked about a place: behind a word, a number or a mark that ends nothing by itself, before a
    /// capital, a number or an address.
    pub fn is_candidate(&self, start: usize, at: usize) -> bool {
        let (Some(next), Some(before)) = (self.tokens.get(at), self.tokens.get(at.wrapping_sub(1))) else {
            return false;
        };
        if at <= self.from || next.glued {
            return false;
        }
        let (mark, small) = (self.mark(at - 1), next.case == Case::Lower);
        let begins = match next.kind {
            TokenKind::Word if small => match before.kind {
                TokenKind::Address => true,
                TokenKind::Mark => is_stop(mark) && !self.is(at, WordClass::Conjunction),
                _ => false,
            },
            // "in an address Thursday"
            TokenKind::Word => {
                next.is_capital() && !self.is(at, WordClass::Weekday) && !self.is(at, WordClass::Month)
            }
            TokenKind::Number | TokenKind::Address => true,
            TokenKind::Mark => "<>-–*•~".contains(self.mark(at)),
            _ => false,
        };
        let goes_on = || match before.kind {
            TokenKind::Word => {
                before.span.of(self.text).ends_with('.')
                    || before.case == Case::Lower && WANTING.into_iter().any(|class| self.is(at - 1, class))
            }
            TokenKind::Mark if is_stop(mark) => {
                // A stop before a capital is a matter of the rules, and so are dots that leave words out. The mark of
                // "Yahoo! said" is the name's, and "5th st. near" may be cut short.
                let two =
                    at.checked_sub(2).filter(|&two| two >= self.from).map(|two| (two, &self.tokens[two]));
                let of_word = |(two, token): (usize, &Token)| {
                    let short = token.span.len() < 4 && !self.is(two, WordClass::FunctionWord);
                    is_stop(self.mark(two)) || mark == '!' && token.is_capital() || mark == '.' && short
                };
                !small || before.span.len() > 1 || two.is_none_or(of_word)
            }
            // "(in Hale) It", but "(in Hale) Ruiz"; a smile ends more than a bracket does. "1.) The first" is an item.
            TokenKind::Mark if mark == ')' => {
                let inside =
                    at.checked_sub(2).filter(|&two| two >= self.from).map_or(' ', |two| self.mark(two));
                let opens = next.kind == TokenKind::Word && self.is(at, WordClass::FunctionWord);
                !matches!(inside, ':' | ';') && (!opens || is_stop(inside) || inside.is_ascii_digit())
            }
            TokenKind::Mark => !">*~|".contains(mark),
            TokenKind::QuoteMark => true,
            _ => false,
        };
        begins && !goes_on() && !self.is_titled(start, at)
    }

    /// Whether most words around a place have capitals, as in a headline, so that a capital says little.
    fn is_titled(&self, start: usize, at: usize) -> bool {
        let end = self.tokens.len().min(at + REACH);
        let (before, after) = (self.written[start - self.from], self.written[end - self.from]);
        let [capitals, small] = [after[0] - before[0], after[1] - before[1]];
        capitals > 3 && capitals > small * 2
    }

    /// "12:12 PM": the heads of mails are a matter of the rules.
    fn is_half_of_day(&self, at: usize) -> bool {
        const HALVES: [u32; 2] = [hash_str("am"), hash_str("pm")];
        let token = self.tokens.get(at);
        token.and_then(|t| self.lexemes.get(t.lexeme as usize)).is_some_and(|l| HALVES.contains(&l.word))
    }

    fn is(&self, at: usize, class: WordClass) -> bool {
        let token = self.tokens.get(at);
        token.and_then(|t| self.lexemes.get(t.lexeme as usize)).is_some_and(|l| l.classes.has(class))
    }

    fn mark(&self, at: usize) -> char {
        self.tokens.get(at).and_then(|token| token.span.of(self.text).chars().next()).unwrap_or(' ')
    }

    /// What stands around a place, the sentence having begun at `start`.
    pub fn features(&self, start: usize, at: usize) -> [u32; FEATURES] {
        const OUTSIDE: Lexeme = Lexeme::outside(1);
        let token = |at: usize| self.tokens.get(at).filter(|_| at >= self.from);
        let lexeme =
            |at: usize| token(at).and_then(|t| self.lexemes.get(t.lexeme as usize)).unwrap_or(&OUTSIDE);
        struct Around {
            word: u32,
            shape: u32,
            group: u32,
            cluster: u32,
            parts: u32,
            levels: u32,
        }
        let around = |role: u32, at: usize| {
            let lexeme = lexeme(at);
            let glued = u32::from(token(at).is_some_and(|token| token.glued));
            Around {
                word: atom(role, lexeme.word),
                shape: atom(role + 1, lexeme.shape ^ glued),
                group: atom(role + 2, u32::from(lexeme.known.cluster_group())),
                cluster: atom(role + 3, u32::from(lexeme.known.cluster())),
                parts: atom(role + 4, u32::from(lexeme.parts.0)),
                levels: atom(role + 5, lexeme.known.levels() ^ lexeme.facts << 12),
            }
        };
        let (pp, p, n, nn) =
            (around(10, at.wrapping_sub(2)), around(20, at - 1), around(30, at), around(40, at + 1));
        let nnn = atom(51, lexeme(at + 2).shape);
        let length = at - start;
        let bucket = |length: usize| match length {
            0..=6 => length as u32,
            7..=10 => 7,
            11..=18 => 8,
            _ => 9,
        };
        let is_end =
            |token: &Token| token.kind == TokenKind::Mark && token.span.of(self.text).starts_with(is_stop);
        let before =
            self.tokens[start.max(at.saturating_sub(REACH))..at].iter().filter(|t| t.is_capital()).count();
        let ahead = self.tokens[at..].iter().take(REACH);
        let after = ahead.clone().take_while(|token| !is_end(token)).filter(|t| t.is_capital()).count();
        let stop = ahead.clone().position(is_end).unwrap_or(REACH);
        let small = self.tokens[start..at].iter().take(12).filter(|t| t.case == Case::Lower).count();
        let length = atom(60, bucket(length));
        let before = atom(61, before as u32);
        let after = atom(62, after as u32);
        let stop = atom(63, stop as u32);
        let small = atom(64, bucket(small));
        let first = atom(65, if at - start <= 3 { lexeme(start).word } else { 0 });
        #[rustfmt::skip]
        let features = [
            0,
            p.word,
            n.word,
            p.word ^ n.word,
            n.word ^ nn.word,
            pp.word ^ p.word,
            p.word ^ n.shape,
            n.word ^ nn.shape,
            p.shape ^ n.word,
            p.shape ^ n.shape,
            p.shape ^ n.shape ^ nn.shape,
            pp.shape ^ p.shape ^ n.shape,
            pp.shape ^ p.shape ^ n.shape ^ nn.shape,
            n.shape ^ nn.shape ^ nnn,
            p.group ^ n.group,
            p.group ^ n.word,
            p.word ^ n.group,
            p.cluster,
            n.cluster,
            n.cluster ^ nn.cluster,
            n.group ^ nn.group,
            p.parts ^ n.parts,
            n.parts ^ nn.parts,
            p.parts ^ n.shape,
            n.parts ^ nn.shape,
            p.levels,
            n.levels,
            p.levels ^ n.levels,
            n.levels ^ nn.levels,
            nn.word,
            pp.word,
            length,
            length ^ p.shape ^ n.shape,
            length ^ n.word,
            length ^ p.word,
            first ^ n.shape,
            before ^ after,
            before ^ after ^ p.shape ^ n.shape,
            stop ^ after ^ n.shape,
            small ^ before ^ after,
        ];
        templates(4000, features)
    }
}
