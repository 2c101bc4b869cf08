//! Sentences that end without a stop, because a line ended there once: mails and posts often come with their lines run
//! together.

use super::Splitter;
use crate::token::{Case, Token, TokenKind};
use crate::word_class::{self, WordClass};

/// No sign-off has more words: "Thanks and regards,".
const LONGEST_SIGN_OFF: usize = 3;
/// No name behind it: "Kim", "Ana Maria Ruiz".
const LONGEST_NAME: usize = 3;

/// What wants another word behind it.
pub(super) const WANTING: [WordClass; 4] =
    [WordClass::Preposition, WordClass::Determiner, WordClass::Conjunction, WordClass::Subordinator];

impl Splitter<'_> {
    /// Whether a sentence that began at `start` ends before `at`, though no stop stands there.
    pub(super) fn ends_unmarked(&self, start: usize, at: usize) -> bool {
        let (Some(token), Some(before)) = (self.tokens.get(at), self.tokens.get(at.wrapping_sub(1))) else {
            return false;
        };
        if token.glued || token.kind == TokenKind::Mark {
            return false;
        }
        // "Ana Ruiz | 10/23/2000 12:12 PM | Tom, …": the head of a mail that was answered.
        let head = |stamp: usize| {
            self.tokens
                .get(stamp.wrapping_sub(1))
                .is_none_or(|name| name.is_capital() || name.kind == TokenKind::Address)
        };
        if token.kind == TokenKind::Number {
            return self.stamp_end(at).is_some() && head(at);
        }
        if matches!(before.kind, TokenKind::Number | TokenKind::Word)
            && (start..at).take(1).any(|first| self.stamp_end(first) == Some(at))
        {
            return true;
        }
        token.case == Case::Title
            && token.kind == TokenKind::Word
            && match before.kind {
                TokenKind::Mark => self.mark(at - 1) == ',' && self.signs_off(start, at),
                // "of | Let It Be": nothing ends with a small word that wants another.
                TokenKind::Word => !self.wants_more(at - 1) && self.opens_line(at),
                TokenKind::Number | TokenKind::Address => self.opens_line(at),
                _ => false,
            }
    }

    /// The index after the date and time of day that begin at `at`: "10/23/2000 12:12 PM".
    fn stamp_end(&self, at: usize) -> Option<usize> {
        let number = |at: usize, mark: u8, count: usize| {
            let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
            let bytes = token.span.of(self.text).as_bytes();
            let marks = bytes.iter().filter(|&&byte| byte == mark).count();
            (marks >= count && bytes[0].is_ascii_digit()).then_some(())
        };
        number(at, b'/', 2)?;
        number(at + 1, b':', 1)?;
        let half = matches!(self.normal(at + 2), "am" | "pm" | "a.m." | "p.m.");
        Some(at + 2 + usize::from(half))
    }

    /// "Regards, | Kim": what stands before the comma ends a letter, and what stands behind it is a name and no more.
    fn signs_off(&self, start: usize, at: usize) -> bool {
        if at < start + 2 || at - 1 - start > LONGEST_SIGN_OFF {
            return false;
        }
        let words = self.tokens[start].span.join(self.tokens[at - 2].span).of(self.text);
        let capital = |token: &&Token| token.kind == TokenKind::Word && token.is_capital();
        let name = self.tokens[at..].iter().take(LONGEST_NAME).take_while(capital).count();
        let alone = match self.tokens.get(at + name) {
            Some(next) => capital(&next) || next.kind == TokenKind::Number || self.is_stop(at + name),
            None => true,
        };
        alone && word_class::is(&words.to_lowercase(), WordClass::SignOff)
    }

    fn wants_more(&self, at: usize) -> bool {
        self.tokens[at].case == Case::Lower
            && WANTING.into_iter().any(|class| word_class::is(self.normal(at), class))
    }

    /// "Call me on Friday | Please bring the keys", "See you then | Thanks, …".
    fn opens_line(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1).filter(|_| is_opener(self.normal(at))) else { return false };
        next.kind == TokenKind::Word && next.case == Case::Lower && !next.glued
            || self.mark(at + 1) == ',' && word_class::is(self.normal(at), WordClass::SignOff)
    }
}

fn is_opener(normal: &str) -> bool {
    word_class::is(normal, WordClass::OpensLine) || word_class::is(normal, WordClass::SignOff)
}
