//! The names of months and weekdays, as pages and files write them.

/// In small letters, whole; the first three letters stand for a name, too.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether a word in small letters is a month, whole or cut short as is usual.
pub fn is_month(word: &str) -> bool {
    word == "sept" || is_name_of(word, &MONTHS)
}

/// Whether a word in small letters is a weekday, whole or cut short as is usual.
pub fn is_weekday(word: &str) -> bool {
    matches!(word, "tues" | "thur" | "thurs") || is_name_of(word, &WEEKDAYS)
}

fn is_name_of(word: &str, names: &[&str]) -> bool {
    names.iter().any(|name| word == *name || name.get(..3) == Some(word))
}
