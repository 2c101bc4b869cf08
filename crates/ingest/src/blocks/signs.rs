//! The opening words and shapes that give a piece away.
//!
//! Everything here looks at a bounded part of a piece, or goes through it once.

use crate::calendar::{is_month, is_weekday};

/// Bytes in which a dateline ends.
const LONGEST_DATELINE: usize = 110;
/// Characters that a byline has at most.
const LONGEST_BYLINE: usize = 140;
/// Characters that a line of page furniture has at most.
const LONGEST_FURNITURE: usize = 250;

/// Lines that are no part of any article, whole.
const FURNITURE: [&str; 74] = [
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "skip navigation",
    "menu",
    "search",
    "listen to this article",
    "save for later",
    "save article",
    "print this page",
    "copy link",
    "add a comment",
    "post a comment",
    "related content",
    "caption",
    "close",
    "view gallery",
    "advertisement",
    "advertisements",
    "sponsored",
    "sponsored content",
    "share",
    "share this",
    "share this article",
    "share this story",
    "save",
    "print",
    "email",
    "comments",
    "comment",
    "leave a comment",
    "related",
    "related stories",
    "related articles",
    "related topics",
    "most read",
    "most popular",
    "trending",
    "recommended",
    "more",
    "more stories",
    "read more",
    "read full story",
    "continue reading",
    "sign in",
    "log in",
    "subscribe",
    "loading",
    "like this",
    "like loading",
    "leave a reply",
    "view in browser",
    "view online",
    "view this email in your browser",
    "unsubscribe",
    "preferences",
    "manage preferences",
    "email preferences",
    "update your preferences",
    "privacy policy",
    "cookie policy",
    "terms and conditions",
    "terms & conditions",
    "terms of use",
    "terms of service",
    "press release",
    "news release",
    "media release",
    "press statement",
    "media statement",
    "for immediate release",
    "this article is for subscribers only",
    "already a member",
    "next slide",
];

/// Words of the buttons and notices of a page …
const CONTROL_WORDS: [&str; 50] = [
    "a", "aa", "aaa", "all", "article", "bookmark", "below", "close", "content", "continue", "copy",
    "double", "font", "for", "gallery", "in", "is", "keep", "later", "link", "loading", "log", "menu",
    "mail", "more", "next", "on", "our", "page", "photo", "play", "player", "post", "previous", "read",
    "reading", "size", "skip", "slide", "story", "tap", "text", "this", "to", "up", "via", "video", "view",
    "window", "your",
];
/// … and those of which one at least stands in each.
const CONTROL_ACTIONS: [&str; 31] = [
    "bluesky",
    "bookmark",
    "close",
    "copy",
    "e-mail",
    "email",
    "facebook",
    "font",
    "gift",
    "instagram",
    "keep",
    "linkedin",
    "listen",
    "loading",
    "messenger",
    "pinterest",
    "print",
    "reddit",
    "save",
    "scroll",
    "share",
    "sign",
    "skip",
    "slide",
    "subscribe",
    "swipe",
    "telegram",
    "text",
    "threads",
    "twitter",
    "whatsapp",
];

/// Lines over links to other articles, or how they begin.
const OVER_OTHERS: [&str; 24] = [
    "most read",
    "most popular",
    "most viewed",
    "most watched",
    "trending",
    "recommended",
    "related stories",
    "related articles",
    "related topics",
    "related content",
    "related news",
    "more stories",
    "more from ",
    "more on this",
    "more in ",
    "read next",
    "you may also like",
    "you might also like",
    "don't miss",
    "don’t miss",
    "latest news",
    "top stories",
    "explore more ",
    "filed under",
];

/// How lines of page furniture begin.
const FURNITURE_OPENINGS: [&str; 29] = [
    "sent from my ",
    "(reporting by",
    "(additional reporting",
    "(writing by",
    "(editing by",
    "(compiled by",
    "(with inputs from",
    "(with files from",
    "(with reporting",
    "(this story",
    "reporting by ",
    "additional reporting by",
    "our standards:",
    "read more:",
    "read more about",
    "read also",
    "also read",
    "related:",
    "more on this story",
    "story continues below",
    "article continues below",
    "copyright ©",
    "copyright 2",
    "© ",
    "(c) 2",
    "all rights reserved",
    "this article was originally published",
    "this article originally appeared",
    "this story was originally published",
];

/// How a page asks its reader to do something. An article may quote such a request, or begin a sentence with it.
const REQUESTS: [&str; 27] = [
    "read next",
    "see also",
    "scroll down",
    "continue reading",
    "sign up for",
    "sign up to",
    "sign up here",
    "subscribe to",
    "subscribe now",
    "click here",
    "share this",
    "share on",
    "follow us",
    "like us on",
    "join our",
    "download our",
    "get our",
    "listen to this article",
    "click to share",
    "click to email",
    "click to print",
    "your email address will not",
    "you are receiving this",
    "you're receiving this",
    "you’re receiving this",
    "you received this",
    "this email was sent to",
];
/// Words with which a page speaks of itself and to its reader.
const TO_THE_READER: [&str; 16] = [
    "our",
    "us",
    "you",
    "your",
    "here",
    "now",
    "free",
    "newsletter",
    "newsletters",
    "inbox",
    "app",
    "channel",
    "podcast",
    "alerts",
    "updates",
    "email",
];
/// Words that tell of something said, and stand in no request of a page.
const TOLD: [&str; 14] = [
    "said",
    "says",
    "told",
    "asked",
    "added",
    "wrote",
    "urged",
    "warned",
    "read",
    "cried",
    "shouted",
    "promised",
    "replied",
    "announced",
];

/// Who did what, as credits say it before a name: "Editing by Ito Pell".
const CREDITS: [&str; 9] = [
    "editing by ",
    "edited by ",
    "writing by ",
    "compiled by ",
    "with reporting by ",
    "additional writing by ",
    "additional editing by ",
    "graphics by ",
    "(graphics by ",
];

/// How a line ends that says who helped.
const FURNITURE_ENDINGS: [&str; 4] = [
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed reporting",
];

/// How credits begin that stand behind the last sentence of an article, in its paragraph.
const CREDITS_BEHIND: [&str; 5] =
    ["(Reporting by ", "(Additional reporting by ", "(Writing by ", "(Editing by ", "(Compiled by "];

/// How captions and picture credits begin.
const CAPTION_OPENINGS: [&str; 22] = [
    "photo:",
    "photos:",
    "(photo:",
    "(photo by",
    "photo by ",
    "photo credit",
    "photograph:",
    "photograph by ",
    "image:",
    "image credit",
    "image caption",
    "picture:",
    "pictured:",
    "caption:",
    "file photo",
    "(file photo",
    "file -",
    "file –",
    "file —",
    "video:",
    "illustration:",
    "graphic:",
];

/// How captions and picture credits end.
const CAPTION_ENDINGS: [&str; 7] = [
    "/getty images",
    "/getty images)",
    "/reuters)",
    "/afp)",
    "/afp via getty images",
    "via getty images)",
    "(handout)",
];

/// Words in small letters that a byline has beside names: "Ana Ruiz of the Coast Wire, senior reporter".
const BYLINE_WORDS: [&str; 37] = [
    "and",
    "for",
    "of",
    "the",
    "in",
    "at",
    "on",
    "with",
    "de",
    "la",
    "van",
    "der",
    "von",
    "den",
    "bin",
    "al",
    "el",
    "di",
    "da",
    "du",
    "staff",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "editor",
    "contributor",
    "special",
    "to",
    "senior",
    "chief",
    "correspondents",
    "editors",
    "columnist",
    "political",
    "agencies",
];

/// What people of a newspaper are, as the last word of "health reporter".
const BYLINE_JOBS: [&str; 10] = [
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "columnist",
    "contributor",
];

/// Words in capitals before a dash that are no places.
const LABELS: [&str; 14] = [
    "exclusive",
    "update",
    "updated",
    "breaking",
    "opinion",
    "analysis",
    "editorial",
    "comment",
    "watch",
    "video",
    "live",
    "note",
    "correction",
    "review",
];

/// What says that a date is a publication's.
const PUBLISHED: [&str; 10] = [
    "published",
    "release",
    "updated",
    "posted",
    "modified",
    "issued",
    "revised",
    "date",
    "released",
    "filed",
];

/// What else stands in a line that only says when.
const DATE_WORDS: [&str; 26] = [
    "for",
    "immediate",
    "on",
    "at",
    "of",
    "last",
    "first",
    "a",
    "p",
    "m",
    "am",
    "pm",
    "noon",
    "gmt",
    "utc",
    "est",
    "edt",
    "et",
    "pst",
    "pdt",
    "pt",
    "cet",
    "bst",
    "ist",
    "the",
    "and",
];

/// Whether a line begins as an item of a list does: "- ", "• ", "1. ", "2) ".
pub fn starts_item(words: &str) -> bool {
    let mut rest = words.chars();
    match rest.next() {
        Some('-' | '*' | '–') => rest.next().is_some_and(char::is_whitespace) && rest.next().is_some(),
        Some('•' | '‣' | '▪' | '●' | '◦' | '■' | '·' | '▶' | '►' | '➤' | '✓' | '✔') => {
            !rest.as_str().trim().is_empty()
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = words.len() - rest.len();
            let mut rest = rest.chars();
            digits <= 2
                && matches!(rest.next(), Some('.' | ')'))
                && rest.next().is_some_and(char::is_whitespace)
                && rest.next().is_some()
        }
        _ => false,
    }
}

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

/// Whether words begin so, in small letters or capitals; `opening` is in small letters.
fn starts_with(words: &str, opening: &str) -> bool {
    words.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
}

/// Whether words end so, in small letters or capitals; `ending` is in small letters.
fn ends_with(words: &str, ending: &str) -> bool {
    let end = words.len().checked_sub(ending.len()).and_then(|at| words.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
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
        && (speaks || follows || count <= 6 || !super::ends_sentence(words))
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
    if goes_on && super::ends_sentence(words) && words.len() >= 40 {
        return true;
    }
    if !super::ends_sentence(words) || words.starts_with(['(', '©']) || words.contains(':') {
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
        && !super::ends_sentence(words)
        && OVER_OTHERS.iter().any(|opening| {
            starts_with(words, opening) && (words.len() == opening.len() || opening.ends_with(' '))
        })
}

/// "4 min read", "Reading time: 5 minutes".
fn is_reading_time(bare: &str) -> bool {
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

/// The bytes of a label before what somebody says: "Tilda Marsh: ", "DR. PELL: ", "Q: ".
pub fn speaker_label(words: &str) -> Option<usize> {
    let (name, said) = words.split_once(':')?;
    let is_said = said.starts_with(char::is_whitespace) && said.chars().any(char::is_alphanumeric);
    (is_said && speaks(name.trim())).then_some(name.len() + 1)
}

/// Whether these words may say who speaks: a name, or a role with a number ("Speaker 2").
pub fn speaks(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = (1..=3).contains(&(words.len() - bare.len())) && bare.ends_with([' ', '_', '#']);
    is_name(if is_numbered { bare.trim_end_matches([' ', '_', '#']) } else { words })
}

/// Whether these words may name somebody who speaks: one to five with capitals, and no sentence.
pub fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=5).contains(&count)
        && words.len() <= 60
        && words.chars().any(char::is_alphabetic)
        && words.split_whitespace().all(|word| {
            // A full stop ends an initial or "Dr.".
            let bare = word.trim_end_matches('.');
            let is_cut = bare.len() == word.len() || bare.chars().filter(|&c| c != '.').count() <= 4;
            let is_small =
                ["de", "la", "van", "der", "von", "den", "bin", "al", "el", "di", "da", "du", "dos"]
                    .contains(&word);
            is_cut
                && (is_small
                    || word.starts_with(|c: char| {
                        c.is_uppercase()
                            || c == '('
                            || !c.is_ascii() && c.is_alphabetic() && !c.is_lowercase()
                    }))
        })
        && !words.contains([',', ';', '!', '?', '“', '"', '[', ']', '|'])
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
    let is_behind = super::ends_sentence(before.trim_end()) && is_furniture(credits);
    (is_behind && CREDITS_BEHIND.iter().any(|opening| credits.starts_with(opening))).then_some(at)
}

/// A web address and nothing else.
pub fn is_address(words: &str) -> bool {
    (words.starts_with("http://") || words.starts_with("https://")) && !words.contains(char::is_whitespace)
}

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
        && !super::ends_sentence(name);
    named && (rest.is_some() || agency)
}

/// Whether the words are those of an agency of pictures.
fn is_picture_agency(words: &str) -> bool {
    const AGENCIES: [&str; 13] = [
        "reuters",
        "ap",
        "afp",
        "epa",
        "epa-efe",
        "getty",
        "getty images",
        "shutterstock",
        "alamy",
        "pa",
        "anadolu",
        "bloomberg",
        "xinhua",
    ];
    let first = words.trim().trim_end_matches(')').to_ascii_lowercase();
    let first = first.split(" via ").next().unwrap_or("");
    AGENCIES.contains(&first.trim_end_matches(" photo"))
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

/// "By Ana Ruiz and Ito Pell, Staff Writers", "March 5, 2024 by Ana Ruiz".
pub fn is_byline(words: &str) -> bool {
    if words.chars().nth(LONGEST_BYLINE).is_some() {
        return false;
    }
    if let Some((day, names)) = words.split_once(" by ").or_else(|| words.split_once(" By "))
        && is_date_line(day, true)
    {
        return is_byline(&format!("By {names}"));
    }
    // "Gerta Halm | 30.07.2024 | 3 min read"
    if let Some((name, day)) = words.split_once(['|', '·', '•']) {
        let is_day = day.split(['|', '·', '•']).all(|part| {
            let part = part.trim();
            is_date_line(part, true) || is_reading_time(part)
        });
        let is_author = (2..=4).contains(&name.split_whitespace().count()) && is_name(name.trim());
        if is_author && is_day && !name.starts_with("By ") && is_byline(&format!("By {name}")) {
            return true;
        }
    }
    let Some(names) = ["By ", "BY ", "by ", "By: ", "Story by ", "Words by ", "Written by "]
        .iter()
        .find_map(|by| words.strip_prefix(by))
    else {
        return false;
    };
    // What stands behind a bar is a date, an agency, a time of reading.
    let names = names.split(['|', '•', '·']).next().unwrap_or(names);
    let names =
        [" - ", " – ", " — "].iter().fold(names, |names, dash| names.split(dash).next().unwrap_or(names));
    let mut capitals = 0;
    let parts = names.split([',', ';']).filter(|part| capitals_of(part) > 0 || !is_job(part));
    for word in parts
        .flat_map(|part| part.split(|c: char| c.is_whitespace() || "&/".contains(c)))
        .filter(|word| !word.is_empty())
    {
        if word.starts_with('@') {
            continue;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let starts_upper = bare.chars().next().is_some_and(char::is_uppercase);
        if capitals == 0 && (is_date_word(&bare.to_lowercase()) || !starts_upper) {
            return false;
        }
        if !starts_upper && !BYLINE_WORDS.contains(&bare) && !bare.is_empty() {
            return false;
        }
        // A full stop ends an initial or "Jr.", and nothing else.
        if word.ends_with('.') && bare.chars().count() > 2 {
            return false;
        }
        capitals += usize::from(starts_upper);
    }
    capitals > 0
}

/// How many of the words begin with a capital.
fn capitals_of(words: &str) -> usize {
    words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count()
}

/// "health reporter"
fn is_job(words: &str) -> bool {
    words.split_whitespace().next_back().is_some_and(|last| BYLINE_JOBS.contains(&last))
}

/// A line that only says when: "Dec. 7, 2025", "Published 5:30 p.m. on Friday 7 March".
///
/// Away from the top of an article only what names itself: there, dates are headings of a chronicle.
pub fn is_date_line(words: &str, is_top: bool) -> bool {
    if words.len() > 120 {
        return false;
    }
    if is_top && let Some((place, day)) = words.split_once([',', '|', '·', '•']) {
        let parted =
            place.split_whitespace().count() <= 3 && !is_date_word(&place.to_lowercase()) && is_place(place);
        let full = || day.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        if parted && !place.contains(|c: char| c.is_ascii_digit()) && full() && is_date_line(day, true) {
            return true;
        }
    }
    let (mut digits, mut months, mut named, mut count) = (false, false, false, 0);
    let mut year = false;
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        count += 1;
        if PUBLISHED.contains(&word.as_str()) {
            named = true;
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            let tail = word.trim_start_matches(|c: char| c.is_ascii_digit());
            if !["", "st", "nd", "rd", "th", "am", "pm", "h", "z"].contains(&tail) && !tail.starts_with('t') {
                return false;
            }
            digits = true;
            year |= word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        } else if is_month(&word) {
            months = true;
        } else if digits && is_time_zone(&word) {
        } else if !is_weekday(&word) && !DATE_WORDS.contains(&word.as_str()) {
            return false;
        }
    }
    count <= 20 && digits && (months || year || named) && (is_top || named)
}

/// "cest", "aedt": the time of a zone, or its summer time.
fn is_time_zone(word: &str) -> bool {
    (3..=4).contains(&word.len()) && word.ends_with("st") || word.len() == 4 && word.ends_with("dt")
}

/// A day, a month, or a small word beside them.
fn is_date_word(word: &str) -> bool {
    is_month(word) || is_weekday(word)
}

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
fn is_place(head: &str) -> bool {
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
