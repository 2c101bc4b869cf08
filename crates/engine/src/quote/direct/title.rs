//! What stands in marks and is nobody's speech: titles, nicknames, words as words.

use super::Attributor;
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, LABEL};
use crate::quote::cue_match::{CueMatch, SourceEvidence};
use crate::quote::words::Class;
use crate::word_class::{self, WordClass};

impl<'a> Attributor<'a> {
    /// A title, a nickname, a slogan, a word as a word: in marks, and nobody's speech.
    pub(super) fn is_name(&self, clause: Clause, at: usize, place: usize, cue_matches: &[CueMatch]) -> bool {
        let Some(region) = self.region(clause, place) else { return true };
        let words: Vec<usize> =
            region.inner.clone().take(24).filter(|&i| self.doc.tokens[i].is_word()).collect();
        let short = region.inner.len() <= 12;
        let Some(before) = place.checked_sub(1) else {
            // 'A Farce From the Start': a heading between the paragraphs.
            let block = |at: usize| self.units.get(at).map(|read| read.unit.block);
            let own = [at.checked_sub(1), at.checked_add(1)];
            let own = own.into_iter().flatten().all(|beside| block(beside) != block(at));
            return own && clause.items.len() <= 2 && short && words.len() > 1 && self.has_capitals(&words);
        };
        let normal = clause.normal(before);
        if words.is_empty() {
            return region.inner.len() < 2;
        }
        // An attribute left over from a page's markup.
        if normal == "=" {
            return true;
        }
        // "agreed with the statement “…”": an item of a survey.
        let item = before > 1
            && normal == "statement"
            && clause.normal(before - 1) == "the"
            && clause.class(before - 2) == Class::Preposition;
        if item {
            return true;
        }
        // "a book, “The Long Way”"
        let apposed = clause.class(before) == Class::Comma && before > 0 && self.has_capitals(&words);
        if short && (cue::is_titled(normal) || apposed && cue::is_titled(clause.normal(before - 1))) {
            return true;
        }
        // "a study titled, “The Long Way of Eels Through Osk and Larn”"
        let comma = clause.class(before) == Class::Comma && before > 0;
        let titled = if comma { clause.normal(before - 1) } else { normal };
        let title = matches!(titled, "titled" | "entitled" | "headlined" | "subtitled");
        if title && region.inner.len() <= 24 && self.has_capitals(&words) {
            return true;
        }
        if short && cue::is_naming(normal) {
            // "what Tarn called “a farce”" is Tarn's word; "a man called “Duke”" is nobody's.
            let theirs = cue_matches.iter().any(|f| {
                f.cue.contains(&before)
                    && f.source.as_ref().is_some_and(|s| {
                        f.how == SourceEvidence::Agent
                            || (s.start.saturating_sub(8)..s.start)
                                .rev()
                                .take_while(|&i| !matches!(clause.class(i), Class::Verb | Class::Auxiliary))
                                .any(|i| matches!(clause.class(i), Class::Relative | Class::Subordinator))
                    })
            });
            return !theirs;
        }
        if short && clause.class(before) == Class::Hyphen {
            return true;
        }
        if matches!(normal, "as")
            && short
            && before > 0
            && matches!(clause.normal(before - 1), "known" | "billed" | "advertised" | "marketed")
        {
            return true;
        }
        self.is_title(clause, place, &words, normal, cue_matches)
    }

    /// Whether every word that matters has a capital.
    fn has_capitals(&self, words: &[usize]) -> bool {
        let capital = |i: usize| self.doc.tokens[i].is_capital();
        let minor = |i: usize| {
            let normal = self.doc.normal(i);
            normal.len() < 4 || matches!(normal, "with" | "from" | "over" | "into" | "this" | "that")
        };
        words.first().is_some_and(|&i| capital(i)) && words.iter().all(|&i| capital(i) || minor(i))
    }

    /// “The Long Way Home”: every word that matters has a capital, and nobody is said to say it.
    fn is_title(
        &self,
        clause: Clause,
        place: usize,
        words: &[usize],
        before: &str,
        cue_matches: &[CueMatch],
    ) -> bool {
        let Some(region) = self.region(clause, place) else { return true };
        let capital = |i: usize| self.doc.tokens[i].is_capital();
        let all = self.has_capitals(words);
        let many = words.iter().filter(|&&i| capital(i)).count() >= 2;
        let ends = self.doc.word(region.inner.end.saturating_sub(1));
        let sentence = matches!(ends, "?" | "!") && region.inner.len() > 4;
        // "Tarn called it “A Farce”", "it was “Mostly True”": said, whatever the capitals.
        if matches!(before, "is" | "was" | "are" | "were" | "as" | "be" | "been")
            || cue_matches.iter().any(|f| {
                let near = f.cue.end <= place && place - f.cue.end <= 6;
                let between =
                    || (f.cue.end..place).all(|i| clause.class(i) != Class::Verb && !clause.is_quote(i));
                f.takes.any(LABEL)
                    && f.source.is_some()
                    && (matches!(f.next, Next::Marks(at) if at == place) || near && between())
            })
        {
            return false;
        }
        let headline = (0..clause.items.len().min(40))
            .filter(|&i| !clause.is_quote(i) && self.doc.tokens[clause.items[i].tokens.start].is_word())
            .filter(|&i| self.doc.normal(clause.items[i].tokens.start).len() > 3)
            .all(|i| self.doc.tokens[clause.items[i].tokens.start].is_capital());
        let many = many && !headline;
        let place_before = matches!(clause.class(place - 1), Class::Possessive)
            || word_class::is(before, WordClass::BeforeTitle);
        let after_comma =
            matches!(clause.class(place - 1), Class::Comma | Class::Break) && !clause.is_quote(place - 1);
        region.inner.len() <= 12 && all && !sentence && (place_before || many && !after_comma)
    }
}
