//! The closed classes of English: words that, with a capital, open a sentence rather than name something.

use crate::words::{self, WordClass};

/// Pronouns, determiners, prepositions, conjunctions, auxiliaries, question words and the adverbs like them.
/// `normal` is in normal form.
pub(crate) fn is_function_word(normal: &str) -> bool {
    words::is(normal, WordClass::FunctionWord)
}
