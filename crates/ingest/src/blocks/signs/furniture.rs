//! Lines that are no part of an article: buttons, requests, credits, counters, trails, codes of wire services.

use super::lists::{
    BYLINE_WORDS, CONTROL_ACTIONS, CONTROL_WORDS, CREDITS, CREDITS_BEHIND, FURNITURE, FURNITURE_ENDINGS,
    FURNITURE_OPENINGS, OVER_OTHERS, REQUESTS, TO_THE_READER, TOLD,
};
use super::{ends_with, starts_with};

/// Characters that a line of page furniture has at most.
const LONGEST_FURNITURE: usize = 250;

/// Credits, "Read more", "Advertisement", and lines of nothing but rules and stars.
pub fn is_furniture(words: &str) -> bool {
    if words.len() > LONGEST_FURNITURE * 4 {
        return false;
    }
    if words.chars().all(|c| "_*#=•·~-–—. ".contains(c)) {
        return true;
    }
    if is_address(words) {
        return true;
    }
    if words.chars().nth(LONGEST_FURNITURE).is_some() {
        return false;
    }
    // A mark before it is that of a quotation that nobody closed.
    let words = words.trim_start_matches(['"', '“', '”', '\'']);
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    let is_line = |bare: &str| FURNITURE.iter().any(|line| bare.eq_ignore_ascii_case(line));
    let mut parts =
        words.split(['|', '•', '·']).map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
    is_line(bare)
        || words.contains(['|', '•', '·']) && parts.all(|part| part.is_empty() || is_line(part))
        || is_counter(bare)
        || is_reading_time(bare)
        || are_controls(words)
        || FURNITURE_OPENINGS.iter().any(|opening| starts_with(words, opening)) && !tells(words)
        || FURNITURE_ENDINGS.iter().any(|ending| ends_with(bare, ending))
        || is_credit(words)
        || is_request(words)
}

/// "Facebook Twitter Email", "Font size: A AA", "Print this page | Close window": nothing but words of buttons.
fn are_controls(words: &str) -> bool {
    /// Words of such a line, at most.
    const MOST: usize = 8;
    let (mut count, mut action) = (0, false);
    for word in words.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty()) {
        count += 1;
        let word = word.to_ascii_lowercase();
        let acts = CONTROL_ACTIONS.contains(&word.as_str());
        if count > MOST || !acts && word != "x" && !CONTROL_WORDS.contains(&word.as_str()) {
            return false;
        }
        action |= acts;
    }
    // One word alone may be a heading.
    count >= 2 && action
}

/// "Sign up for our newsletter", "Follow the Gazette on Facebook"; but not "Subscribe to the fund, she told the crowd."
fn is_request(words: &str) -> bool {
    if is_why_sent(words) {
        return true;
    }
    let is_request = REQUESTS.iter().any(|opening| starts_with(words, opening));
    if !is_request && !starts_with(words, "follow ") {
        return false;
    }
    let lower = words.to_lowercase();
    let follows = lower.starts_with("follow ")
        && (lower.contains('@')
            || [" on twitter", " on facebook", " on instagram", " on whatsapp", " on social", " on x"]
                .iter()
                .any(|place| lower.contains(place)));
    if !follows && !is_request {
        return false;
    }
    let mut count = 0;
    let (mut speaks, mut told) = (false, false);
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        count += 1;
        speaks |= TO_THE_READER.contains(&word);
        // The first word is the request itself: "Read next".
        told |= count > 1 && TOLD.contains(&word);
    }
    !told
        && !words.contains(['“', '”', '"'])
        && (speaks || follows || count <= 6 || !crate::blocks::ends_sentence(words))
}

/// "You get this mail because you signed up", "You’re getting this newsletter since …".
fn is_why_sent(words: &str) -> bool {
    if !starts_with(words, "you") {
        return false;
    }
    let lower = words.to_lowercase();
    let mail = [" this mail ", " this email ", " this e-mail ", " this newsletter ", " this message "];
    mail.iter().any(|mail| lower.find(mail).is_some_and(|at| at < 24))
        && [" because ", " since ", " as you "].iter().any(|why| lower.contains(why))
}

/// Whether a line with a credit's first words is a sentence that tells something: "Reporting by the Gazette has shown
/// that the bank knew." Credits hold names, and little else.
fn tells(words: &str) -> bool {
    // "Read more: that was the only order she ever gave."
    let goes_on = words.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    if goes_on && crate::blocks::ends_sentence(words) && words.len() >= 40 {
        return true;
    }
    if !crate::blocks::ends_sentence(words) || words.starts_with(['(', '©']) || words.contains(':') {
        return false;
    }
    let small = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with(char::is_lowercase) && !BYLINE_WORDS.contains(word))
        .filter(|word| {
            !["by", "editing", "reporting", "writing", "additional", "from", "via", "all", "a"].contains(word)
        });
    words.len() >= 40 && small.count() >= 4
}

/// Whether a line stands over links to other articles: "Most read", "More from Lindmouth".
pub fn is_over_others(words: &str) -> bool {
    let words = words.trim().trim_end_matches(':');
    words.len() <= 60
        && !crate::blocks::ends_sentence(words)
        && OVER_OTHERS.iter().any(|opening| {
            starts_with(words, opening) && (words.len() == opening.len() || opening.ends_with(' '))
        })
}

/// "4 min read", "Reading time: 5 minutes".
pub fn is_reading_time(bare: &str) -> bool {
    /// Bytes of the longest such line.
    const LONGEST: usize = 48;
    if bare.len() > LONGEST || !bare.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let bare = bare.to_ascii_lowercase();
    let (mut number, mut unit, mut read, mut count) = (false, false, false, 0);
    for word in bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        count += 1;
        match word {
            "min" | "mins" | "minute" | "minutes" => unit = true,
            "read" | "reading" | "listen" | "watch" => read = true,
            "time" | "estimated" | "est" | "about" | "to" | "less" | "than" | "a" => {}
            _ if word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()) => number = true,
            // "4min"
            _ if word.trim_start_matches(|c: char| c.is_ascii_digit()) == "min" => {
                (number, unit) = (true, true)
            }
            _ => return false,
        }
    }
    count <= 7 && number && unit && read
}

/// The way to a page, or a row of a site's parts: "Home > News > Harbour", "News | Sport | Weather".
pub fn is_trail(words: &str) -> bool {
    let parts =
        || words.split(['>', '›', '»', '|', '/', '•', '·']).map(str::trim).filter(|part| !part.is_empty());
    let is_short = |part: &str| {
        part.split_whitespace().count() <= 3
            && !part.contains(['.', '!', '?', ',', ':'])
            && !part.bytes().any(|b| b.is_ascii_digit())
    };
    words.len() <= 200 && parts().count() >= 3 && parts().all(is_short)
}

/// Where one is in a gallery: "Image 1 of 8", "3 / 12".
fn is_counter(bare: &str) -> bool {
    let word = ["image", "photo", "picture", "slide", "page"].iter().find(|word| starts_with(bare, word));
    let rest = bare.get(word.map_or(0, |word| word.len())..).unwrap_or("");
    let (here, all) = match rest.trim().split_once(['/', 'o', 'O']) {
        Some((here, all)) => (here.trim(), all.trim_start_matches(['f', 'F']).trim()),
        None => return false,
    };
    let is_number = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    is_number(here) && is_number(all)
}

/// "Editing by Ito Pell", but not "Editing by hand takes years."
fn is_credit(words: &str) -> bool {
    CREDITS.iter().any(|opening| {
        let (start, rest) = words.split_at_checked(opening.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(opening) && rest.chars().next().is_some_and(char::is_uppercase)
    })
}

/// Where the credits begin that a paragraph ends with: "… she said. (Reporting by Ana Ruiz; Editing by Ito Pell)".
pub fn credits_behind(words: &str) -> Option<usize> {
    let inside = words.trim_end().strip_suffix(')')?;
    let at = inside.rfind('(')?;
    let (before, credits) = words.split_at_checked(at)?;
    let is_behind = crate::blocks::ends_sentence(before.trim_end()) && is_furniture(credits);
    (is_behind && CREDITS_BEHIND.iter().any(|opening| credits.starts_with(opening))).then_some(at)
}

/// A web address and nothing else.
pub fn is_address(words: &str) -> bool {
    (words.starts_with("http://") || words.starts_with("https://")) && !words.contains(char::is_whitespace)
}

/// The code of a story at a wire service, over its title: "GAZ-0412 3 CUL 180 /GAZ-0398", "FERRY-CLOSES".
pub fn is_slug(words: &str) -> bool {
    let tokens = || words.split_whitespace();
    let has_digit = |token: &&str| token.bytes().any(|b| b.is_ascii_digit());
    let (all, numbered) = (tokens().count(), tokens().filter(has_digit).count());
    let is_code = !words.chars().any(char::is_lowercase)
        && words.chars().any(char::is_alphabetic)
        && words.chars().all(|c| c.is_alphanumeric() || " -/:&,._".contains(c));
    let joined =
        words.split('-').filter(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= 2).count();
    is_code && (all >= 3 && numbered * 2 > all || all == 1 && joined >= 2)
}

/// What stands under the last line of a wire service's story: "ar/ip", "NNNN", "(ENDS)", "-30-".
pub fn is_sign_off(words: &str) -> bool {
    let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
    // "rs/mk/0715", "RS/MK", "mk/", "AS-RD"
    let initials = || {
        let parts = || bare.split(['/', '-']);
        let letters =
            |part: &&str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
        let number = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        let one_case =
            !bare.bytes().any(|b| b.is_ascii_uppercase()) || !bare.bytes().any(|b| b.is_ascii_lowercase());
        let first = parts().next().is_some_and(|part| letters(&part));
        one_case && first && parts().all(|part| letters(&part) || number(&part))
    };
    ["nnnn", "ends", "end", "endit", "30", "zzzz"].iter().any(|end| bare.eq_ignore_ascii_case(end))
        || (words.contains('/') || bare.contains('-')) && initials()
}
