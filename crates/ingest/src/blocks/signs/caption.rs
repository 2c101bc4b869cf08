//! What stands under a picture: captions and credits.

use super::lists::{CAPTION_ENDINGS, CAPTION_OPENINGS, PICTURE_AGENCIES};
use super::{ends_with, starts_with};

/// "Photo: Karim Aziz/Shutterstock", "Karim Aziz/Reuters": a credit that stands alone tells nothing of a picture.
pub fn is_picture_credit(words: &str) -> bool {
    let bare = words.trim_matches(['(', ')', '[', ']']);
    let is_credit = |opening: &&&str| {
        let of_a_credit = opening.ends_with(':') || opening.ends_with("by ") || opening.contains("credit");
        of_a_credit && !opening.contains("caption") && !opening.starts_with("pictured")
    };
    let opening = CAPTION_OPENINGS.iter().filter(is_credit).find(|opening| starts_with(bare, opening));
    let rest = opening.and_then(|opening| bare.get(opening.len()..));
    let name = rest.unwrap_or(bare).trim_start_matches([':', ' ']);
    let agency = name.rsplit_once('/').is_some_and(|(_, agency)| is_picture_agency(agency));
    let named = !name.is_empty()
        && name.split(['/', ' ', ',']).filter(|word| !word.is_empty()).all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "via" | "and" | "for" | "of" | "the")
        })
        && name.split_whitespace().count() <= 6
        && !crate::blocks::ends_sentence(name);
    named && (rest.is_some() || agency)
}

/// Whether the words are those of an agency of pictures.
fn is_picture_agency(words: &str) -> bool {
    let first = words.trim().trim_end_matches(')').to_ascii_lowercase();
    let first = first.split(" via ").next().unwrap_or("");
    PICTURE_AGENCIES.contains(&first.trim_end_matches(" photo"))
}

pub fn is_caption(words: &str) -> bool {
    // "A hive above Salt Street. Photo: Karim Aziz/AFP"
    let behind = [". Photo: ", ". Picture: ", ". Image: "].iter().find_map(|mark| words.split_once(mark));
    if behind.is_some_and(|(_, credit)| credit.len() <= 60) && words.len() <= 400 {
        return true;
    }
    if CAPTION_OPENINGS.iter().any(|opening| starts_with(words, opening)) {
        return true;
    }
    let end = words.char_indices().rev().nth(23).map_or(words, |(at, _)| &words[at..]);
    let is_credited = words.contains("(AP Photo/") || end.to_ascii_lowercase().contains("(ap photo/");
    let is_ended = CAPTION_ENDINGS.iter().any(|ending| ends_with(words, ending));
    (is_credited || is_ended) && words.chars().nth(499).is_none()
}
