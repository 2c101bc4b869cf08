//! The unit of a figure, as one short word.

use std::ops::Range;

use analysis::EntityType;

use crate::reading::Reading;
use crate::word_class::{self, WordClass};

/// See [`analysis::Figure::unit`].
pub(super) fn of(reading: &Reading, figure: Range<usize>, kind: EntityType) -> String {
    match kind {
        EntityType::Money => currency(reading, figure),
        EntityType::Percent => {
            let points = figure.clone().any(|at| reading.normal(at).starts_with("percentage"));
            if points { "percentage points" } else { "%" }.to_owned()
        }
        EntityType::Quantity => measure(reading, figure),
        _ => String::new(),
    }
}

/// "miles", "square km": the words behind the number.
fn measure(reading: &Reading, figure: Range<usize>) -> String {
    let is_unit =
        |at: &usize| reading.normal(*at).starts_with(|c: char| c.is_alphabetic()) && !is_number(reading, *at);
    let first = figure.clone().rev().take_while(is_unit).last();
    first.map_or(String::new(), |first| reading.words(first..figure.end).to_owned())
}

fn is_number(reading: &Reading, at: usize) -> bool {
    crate::amount::number::read(reading, at..at + 1).is_some() || reading.is(at, WordClass::WithinNumber)
}

/// The code of the currency where its words or sign leave no doubt, else its sign or name.
fn currency(reading: &Reading, figure: Range<usize>) -> String {
    let words: Vec<&str> = figure.clone().map(|at| reading.word(at)).collect();
    let sign = words.iter().copied().find(|word| code_of_sign(word).is_some() || *word == "$");
    let prefix = words.first().copied().unwrap_or("");
    if let Some(sign) = sign {
        let code = match (sign, prefix.trim_end_matches('$')) {
            ("$", "US" | "U.S." | "USD") => "USD",
            ("$", "A" | "AU" | "AUD") => "AUD",
            ("$", "C" | "CA" | "CAD") => "CAD",
            ("$", "NZ" | "NZD") => "NZD",
            ("$", "HK" | "HKD") => "HKD",
            ("$", "S" | "SGD") => "SGD",
            ("$", "NT") => "TWD",
            _ => code_of_sign(sign).unwrap_or(sign),
        };
        return code.to_owned();
    }
    let is_code = prefix.len() == 3 && prefix.bytes().all(|b| b.is_ascii_uppercase());
    if is_code {
        return prefix.to_owned();
    }
    let last = figure.end.saturating_sub(1);
    let name = reading.normal(last);
    let of = if last > figure.start { reading.normal(last - 1) } else { "" };
    match (of, name) {
        ("u.s." | "us" | "american", "dollar" | "dollars") => "USD".to_owned(),
        ("australian", "dollar" | "dollars") => "AUD".to_owned(),
        ("canadian", "dollar" | "dollars") => "CAD".to_owned(),
        ("swiss", "franc" | "francs") => "CHF".to_owned(),
        (_, "dollar" | "dollars") => "$".to_owned(),
        _ => word_class::word_beside(name, WordClass::CodeOfName).unwrap_or(reading.word(last)).to_owned(),
    }
}

/// ISO 4217, for the signs that one currency has.
fn code_of_sign(sign: &str) -> Option<&'static str> {
    word_class::word_beside(sign, WordClass::CodeOfSign)
}
