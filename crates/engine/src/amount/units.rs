//! The units figures are given in. General knowledge; the one place for it.

use crate::word_class::{self, WordClass};

pub(super) fn is_currency_sign(word: &str) -> bool {
    word_class::is(word, WordClass::CurrencySign)
}

/// Codes that stand before an amount.
pub(super) fn is_currency_code(word: &str) -> bool {
    word_class::is(word, WordClass::CurrencyCode)
}

pub(super) fn is_currency_word(normal: &str) -> bool {
    word_class::is(normal, WordClass::CurrencyWord)
}

/// Units of length, area, weight, volume, speed, heat, energy and data.
pub(super) fn is_measure(normal: &str) -> bool {
    word_class::is(normal, WordClass::Measure)
}
