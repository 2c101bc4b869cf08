//! The place, day and agency that a first paragraph begins with.

use super::byline::is_date_word;
use super::lists::LABELS;

/// Bytes in which a dateline ends.
const LONGEST_DATELINE: usize = 110;

/// The length, in bytes, of the dateline that a paragraph begins with, its dash included.
///
/// "ODESA, Ukraine (Agency) — " anywhere; without an agency, only near the top, before which there may be a
/// title and a summary that nothing marks as such. `before` counts the paragraphs before this one; `behind` is the text that
/// follows it.
pub fn dateline_before(words: &str, before: usize, behind: &str) -> Option<usize> {
    let mut end = words.len().min(LONGEST_DATELINE);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let start = words.get(..end)?;
    if let Some(length) = colon_behind_place(start, before).filter(|_| !has_turns(behind)) {
        return Some(length);
    }
    if let Some(length) = bare_agency(start).filter(|_| before == 0) {
        return Some(length);
    }
    let (dash, length) = first_dash(start)?;
    // "LINDMOUTH.-" has a full stop before its dash.
    let head = start.get(..dash)?;
    let head = head.strip_suffix('.').unwrap_or(head).trim_end();
    let rest = words.get(length..)?.trim_start();
    let goes_on = rest.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
    let is_dateline = goes_on
        && (has_agency(head)
            || before < 3 && is_place_in_capitals(head)
            || before == 0 && is_short_place(head));
    is_dateline.then(|| length + date_behind(words.get(length..).unwrap_or("")))
}

/// "KUWAIT CITY, July 25:", "JEDDAH:": a place in capitals, with or without a day, whose story follows a colon; only at the
/// very start, and never where it could be somebody who speaks ("PELL: Why …").
fn colon_behind_place(start: &str, before: usize) -> Option<usize> {
    let (head, rest) = start.split_once(':')?;
    let goes_on = rest.starts_with(' ')
        && rest.split_whitespace().next().is_some_and(|word| word.chars().any(char::is_uppercase));
    let dated = head.split([' ', ',']).any(|word| is_date_word(&word.trim_end_matches('.').to_lowercase()));
    let speaks = rest.trim_end().ends_with('?') || rest.trim_start().starts_with("I ");
    let place = is_place_in_capitals(head) && head.split_whitespace().count() <= 6 && head.len() > 3;
    (before == 0 && goes_on && place && (dated || !speaks)).then_some(head.len() + 1)
}

/// "(WIRE)The council", "Port Arden, Wales (WIRE) The council", "(The Coastal Post)The council": an agency, and no dash.
fn bare_agency(start: &str) -> Option<usize> {
    let (head, rest) = start.split_once(')')?;
    let (place, agency) = head.split_once('(')?;
    let letters = (2..=5).contains(&agency.len()) && agency.bytes().all(|b| b.is_ascii_uppercase());
    let opens = |rest: &str| rest.starts_with(|c: char| c.is_uppercase() || "\"“‘'".contains(c));
    // Written on to the story, it is nothing else.
    let glued = opens(rest) && agency.split_whitespace().count() <= 4 && is_place(agency);
    let place = place.trim();
    let stands = place.is_empty() || place.split_whitespace().count() <= 5 && is_place(place);
    ((letters && opens(rest.trim_start()) || glued) && stands).then_some(head.len() + 1)
}

/// How many lines are looked through for those of a dialogue.
const TURNS: usize = 24;

/// Whether lines follow that begin with who speaks: "PELL: No."
fn has_turns(behind: &str) -> bool {
    behind.lines().take(TURNS).any(|line| {
        line.split_once(':').is_some_and(|(head, _)| {
            let head = head.trim();
            head.len() <= 40 && head.chars().any(char::is_uppercase) && !head.chars().any(char::is_lowercase)
        })
    })
}

/// The length of a day behind the dash of a dateline: the " 17 July 2022:" of "CAIRO - 17 July 2022: The bank".
fn date_behind(rest: &str) -> usize {
    let Some(end) = rest.find([':', '–', '—']).filter(|end| *end <= 32) else { return 0 };
    let Some(words) = rest.get(..end) else { return 0 };
    let mut words = words.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    let any = words.peek().is_some();
    let all = words.all(|word| {
        let bare = word.trim_end_matches('.');
        is_date_word(&bare.to_lowercase()) || bare.bytes().all(|b| b.is_ascii_digit())
    });
    let mark = rest.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    if any && all { end + mark } else { 0 }
}

/// The place of the first dash between words, and of what follows it.
fn first_dash(start: &str) -> Option<(usize, usize)> {
    start.char_indices().find_map(|(at, c)| {
        let after = start.get(at..)?.trim_start_matches(['-', '–', '—']);
        let end = start.len() - after.len();
        let before = start.get(..at)?;
        let stands_alone = after.starts_with(' ') && before.ends_with([' ', ')', '.']);
        // "ANAHEIM, Calif. --The"
        let double = after.len() + 2 <= start.get(at..)?.len() && before.ends_with([' ', ')']);
        let is_dash = "-–—".contains(c) && (stands_alone || double) || c == '—';
        is_dash.then_some((at, end))
    })
}

/// "PARIS (AFP)", "(Reuters)", "WASHINGTON, Dec. 7 (AP)".
fn has_agency(head: &str) -> bool {
    let Some((place, agency)) = head.strip_suffix(')').and_then(|head| head.rsplit_once('(')) else {
        return false;
    };
    let is_agency = agency.len() <= 40 && agency.chars().next().is_some_and(char::is_uppercase);
    is_agency && (place.trim().is_empty() || is_place(place))
}

/// "NEW YORK", "ODESA, Ukraine", "MANCHESTER, N.H."
fn is_place_in_capitals(head: &str) -> bool {
    let first = head.split(|c: char| c.is_whitespace() || c == ',').next().unwrap_or(head);
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && first.chars().all(|c| !c.is_lowercase()) && is_place(head)
}

/// "Lindmouth", "Port Arden, Wales": a town written as usual, which is a dateline only at the very start.
fn is_short_place(head: &str) -> bool {
    head.split_whitespace().count() <= 2 && is_place(head)
}

/// Whether the words are no place but say what kind of text follows: "EXCLUSIVE".
fn is_label(head: &str) -> bool {
    let first = head.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(head);
    LABELS.iter().any(|label| first.eq_ignore_ascii_case(label))
}

/// Nothing but capitalised words, months and days, as a place with or without a date.
pub fn is_place(head: &str) -> bool {
    let mut count = 0;
    for word in head.split(|c: char| c.is_whitespace() || ",/".contains(c)).filter(|word| !word.is_empty()) {
        count += 1;
        let bare = word.trim_end_matches('.');
        let first = bare.chars().next();
        let is_small =
            ["de", "la", "le", "of", "the", "al", "el", "da", "do", "and", "on", "sur"].contains(&bare);
        if !first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) && !is_small {
            return false;
        }
        if bare.contains(['"', '“', '”', '?', '!', ':', ';', '’', '$']) {
            return false;
        }
        // A sentence ends here, and no abbreviation.
        if word.ends_with('.') && bare.chars().filter(|&c| c != '.').count() > 5 {
            return false;
        }
    }
    (1..=8).contains(&count) && !is_label(head)
}
