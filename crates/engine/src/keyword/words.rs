//! Words that keep phrases apart or make poor ones. General knowledge of English; the one place for it.

use crate::word_class::{self, WordClass};

/// Verbs that are hardly ever nouns, in their base form. Their other forms are found by [`is_verb`].
fn is_base(word: &str) -> bool {
    word_class::is(word, WordClass::SureVerb)
}

/// Forms that no rule makes from those.
fn is_irregular(normal: &str) -> bool {
    word_class::is(normal, WordClass::IrregularVerbForm)
}

/// Whether the word is a verb wherever it stands (nouns that are also verbs are not: "deal", "vote").
pub(crate) fn is_verb(normal: &str) -> bool {
    if is_irregular(normal) || is_base(normal) {
        return true;
    }
    // "agrees", "denies", "says": "talks", "needs", "claims" and their like are nouns in the plural too.
    let base = match normal.strip_suffix("ies") {
        Some(head) => return is_base(&format!("{head}y")),
        None => normal.strip_suffix('s'),
    };
    let is_known = |base: &str| is_base(base) && !is_noun_in_plural(base);
    base.is_some_and(|base| is_known(base) || base.strip_suffix('e').is_some_and(is_known))
}

fn is_noun_in_plural(base: &str) -> bool {
    word_class::is(base, WordClass::NounInPlural)
}

/// Nouns that fit many articles: good inside a phrase, too wide alone.
pub(super) fn is_too_wide(normal: &str) -> bool {
    word_class::is(normal, WordClass::TooWide)
}

/// Endings of adjectives and adverbs: no phrase ends with such a word.
pub(crate) fn ends_like_an_adjective(normal: &str) -> bool {
    let ending = |letters: usize| {
        let from = normal.len().saturating_sub(letters);
        normal.get(from..).is_some_and(|end| word_class::is(end, WordClass::AdjectiveEnding))
    };
    normal.len() > 4 && (2..=5).any(ending) && !word_class::is(normal, WordClass::NoAdjective)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_told_from_nouns() {
        for verb in ["said", "agrees", "denies", "seek", "discuss", "makes"] {
            assert!(is_verb(verb), "{verb}");
        }
        for noun in ["talks", "deal", "claims", "vote", "forces", "plan"] {
            assert!(!is_verb(noun), "{noun}");
        }
    }
}
