//! The closed classes of English: words that, with a capital, open a sentence rather than name something.

use crate::word_class::{self, WordClass};

/// "His", "our": determiners that name an owner. `normal` is in normal form.
pub(crate) fn is_possessive(normal: &str) -> bool {
    matches!(normal, "his" | "her" | "its" | "their" | "our" | "my")
}

/// Pronouns, determiners, prepositions, conjunctions, auxiliaries, question words and the adverbs like them.
/// `normal` is in normal form.
pub(crate) fn is_function_word(normal: &str) -> bool {
    word_class::is(normal, WordClass::FunctionWord)
}
