//! Titles in the capitals that a style asks for.

use std::collections::HashSet;

/// Words that stay small inside a title (Chicago Manual of Style, 8.159; MLA Handbook, 2.90): articles, conjunctions,
/// prepositions.
const MINOR: &str = include_str!("minor_words.txt");

/// A title as a sentence, as APA has it: small letters but for the first word, the first after a colon, and names. Only a
/// title that is in headline capitals is changed. `names` are the words that are parts of names.
pub fn sentence(title: &str, names: &HashSet<&str>) -> String {
    let is_long = |word: &&str| word.chars().count() > 3 && !is_kept(word, names);
    let long: Vec<&str> = title.split_whitespace().skip(1).filter(is_long).collect();
    // One capital alone may be that of a name that was not found.
    if long.len() < 2 || long.into_iter().any(begins_small) {
        return title.to_owned();
    }
    words(
        title,
        |word, first| if first || is_kept(word, names) { word.to_owned() } else { word.to_lowercase() },
    )
}

/// A title in headline capitals, as MLA and Chicago have it.
pub fn headline(title: &str) -> String {
    let minor: HashSet<&str> = MINOR.split_whitespace().collect();
    let last = title.split_whitespace().count().saturating_sub(1);
    let mut at = 0;
    words(title, |word, first| {
        let small = !first && at != last && minor.contains(word.trim_matches(|c: char| !c.is_alphanumeric()));
        at += 1;
        if small { word.to_owned() } else { capital(word) }
    })
}

/// Each word with whether it begins the title or what stands behind a colon, a dash or the end of a sentence.
fn words(title: &str, mut change: impl FnMut(&str, bool) -> String) -> String {
    let mut first = true;
    let mut all = Vec::new();
    for word in title.split_whitespace() {
        all.push(change(word, first));
        first = word.ends_with([':', '?', '!', '—', '–']) || word == "-";
    }
    all.join(" ")
}

/// A name, an abbreviation, a word with a digit, "I".
fn is_kept(word: &str, names: &HashSet<&str>) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_suffix("’s").or_else(|| bare.strip_suffix("'s")).unwrap_or(bare);
    names.contains(bare)
        || bare == "I"
        || bare.starts_with("I’")
        || bare.starts_with("I'")
        || bare.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit())
        || bare.chars().all(|c| !c.is_alphabetic())
}

fn begins_small(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// The first letter as a capital, and each behind a hyphen; words with capitals of their own stay.
fn capital(word: &str) -> String {
    if word.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut begins = true;
    for c in word.chars() {
        if begins && c.is_alphanumeric() {
            out.extend(c.to_uppercase());
            begins = false;
        } else {
            out.push(c);
            begins |= c == '-';
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headline_capitals_become_a_sentence_and_names_stay() {
        let names = HashSet::from(["Oskarvik", "Solheim"]);
        for (title, expected) in [
            ("Ferry Line to Oskarvik Returns in Spring", "Ferry line to Oskarvik returns in spring"),
            (
                "Ferry Strike: What We Know About Solheim’s Plan",
                "Ferry strike: What we know about Solheim’s plan",
            ),
            ("NATO Chief Opens New iPhone Plant", "NATO chief opens new iPhone plant"),
            ("Ferry line to Oskarvik returns", "Ferry line to Oskarvik returns"),
            ("Why I Left the Council of Oskarvik", "Why I left the council of Oskarvik"),
            ("Oskarvik", "Oskarvik"),
        ] {
            assert_eq!(sentence(title, &names), expected);
        }
    }

    #[test]
    fn a_sentence_becomes_a_headline() {
        for (title, expected) in [
            ("Ferry line to Oskarvik returns in spring", "Ferry Line to Oskarvik Returns in Spring"),
            ("What we know: a plan for the well-known line", "What We Know: A Plan for the Well-Known Line"),
            ("the line we walk on", "The Line We Walk On"),
            ("iPhone plant opens", "iPhone Plant Opens"),
        ] {
            assert_eq!(headline(title), expected);
        }
    }
}
