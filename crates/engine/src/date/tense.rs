//! Whether a clause speaks of what was or of what will be, from the verb nearest to a time expression.
//!
//! No parser: the words before the expression are read backwards to the first verb form that tells, then the
//! words after it. "The talks would resume on Monday, she said Friday" has a future Monday and a past Friday.

use std::ops::Range;

use crate::reading::Reading;
use crate::sentence::is_function_word;
use crate::token::{Case, TokenKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// The verb beside it is in the past.
    Past,
    /// A verb in the past, but one of saying, or one farther off: what was said or wanted may be still to come.
    Told,
    Future,
    Unknown,
}

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 30;

/// How far before the expression the verb of its own clause stands, in tokens.
const BESIDE: usize = 6;

/// The tense around `tokens` within its sentence.
pub(super) fn tense(reading: &Reading, sentence: Range<usize>, tokens: Range<usize>) -> Tense {
    let before = tokens.start.saturating_sub(REACH).max(sentence.start)..tokens.start;
    let after = tokens.end..sentence.end.min(tokens.end + REACH);
    backwards(reading, before).or_else(|| forwards(reading, after)).unwrap_or(Tense::Unknown)
}

fn backwards(reading: &Reading, tokens: Range<usize>) -> Option<Tense> {
    let mut infinitive = false;
    for at in tokens.clone().rev() {
        let word = reading.normal(at);
        match verb(reading, at) {
            Some(Verb::Ahead) => return Some(Tense::Future),
            Some(Verb::Plan) if infinitive || reaches_ahead(reading, at, tokens.end) => {
                return Some(Tense::Future);
            }
            // "is to meet", "are to vote"
            None if infinitive && matches!(word, "is" | "are") && reading.normal(at + 1) == "to" => {
                return Some(Tense::Future);
            }
            Some(Verb::Plan | Verb::Past) => {
                let reaches = matches!(reading.normal(tokens.end - 1), "until" | "to");
                let beside = tokens.end - at <= BESIDE && !infinitive && !reaches;
                return Some(if beside { Tense::Past } else { Tense::Told });
            }
            Some(Verb::Said) => return Some(Tense::Told),
            None => {}
        }
        // "to meet": whether it is still to come hangs on the verb before it.
        infinitive |= word == "to" && tokens.contains(&(at + 1)) && is_base(reading, at + 1);
    }
    None
}

fn forwards(reading: &Reading, tokens: Range<usize>) -> Option<Tense> {
    tokens.into_iter().find_map(|at| {
        verb(reading, at).map(|verb| match verb {
            Verb::Ahead => Tense::Future,
            Verb::Said => Tense::Told,
            Verb::Plan | Verb::Past => Tense::Past,
        })
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// "will", "is due": what it says is to come.
    Ahead,
    /// "agreed": past itself, and the infinitive after it is to come.
    Plan,
    /// "said": past itself, and tells nothing of what is said.
    Said,
    Past,
}

fn verb(reading: &Reading, at: usize) -> Option<Verb> {
    let token = reading.tokens.get(at)?;
    if token.kind != TokenKind::Word || token.case != Case::Lower {
        return None;
    }
    if is_passive(reading, at) {
        return None;
    }
    let word = reading.normal(at);
    Some(match word {
        "will" | "would" | "shall" | "won't" | "wouldn't" | "may" | "might" | "could" | "should"
        | "upcoming" | "tomorrow" => Verb::Ahead,
        "scheduled" | "expected" | "due" | "payable" | "slated" | "set" | "poised" | "supposed" => {
            Verb::Ahead
        }
        "plans" | "intends" | "hopes" | "aims" | "expects" | "wants" | "prepares" | "awaits"
        | "preparing" | "planning" | "going" | "hoping" | "opens" | "begins" | "starts" | "arrives"
        | "meets" | "faces" | "takes" | "runs" | "ends" | "expires" | "goes" | "resumes" | "reopens"
        | "returns" | "leaves" => Verb::Ahead,
        "adjourned" | "delayed" | "extended" | "moved" | "postponed" | "rescheduled" | "agreed"
        | "approved" | "announced" | "planned" | "vowed" | "promised" | "decided" | "wanted" | "hoped"
        | "ordered" | "refused" | "intended" | "offered" | "invited" | "asked" | "urged" | "prepared"
        | "proposed" | "pledged" => Verb::Plan,
        "said" | "told" | "added" | "reported" | "stated" | "warned" => Verb::Said,
        "was" | "were" | "had" | "did" | "met" | "came" | "went" | "took" | "made" | "began" | "held"
        | "left" | "got" | "gave" | "found" | "won" | "lost" | "fell" | "rose" | "led" | "ran" | "became"
        | "saw" | "sent" | "spoke" | "wrote" | "brought" | "built" | "broke" | "hit" | "kept" | "paid"
        | "sold" | "bought" | "thought" | "fought" | "struck" | "shot" | "died" | "grew" | "drew"
        | "didn't" | "wasn't" | "weren't" | "hadn't" | "been" | "has" | "have" | "ate" | "bore"
        | "caught" | "chose" | "crept" | "dealt" | "drank" | "drove" | "fled" | "flew" | "forgot"
        | "froze" | "hid" | "hung" | "knew" | "laid" | "lent" | "rang" | "rode" | "sang" | "sank" | "sat"
        | "shook" | "slept" | "slid" | "sought" | "spent" | "stole" | "stood" | "stuck" | "swam"
        | "swept" | "swore" | "taught" | "threw" | "tore" | "understood" | "withdrew" | "woke" | "wore" => {
            Verb::Past
        }
        // Past and present alike: not past behind "will" or "to".
        "beat" | "burst" | "cost" | "cut" | "put" | "quit" | "shut" | "spread"
            if !after_auxiliary(reading, at) =>
        {
            Verb::Past
        }
        _ if is_present(reading, at) => Verb::Ahead,
        _ if word.len() > 4 && word.ends_with("ed") && !after_article(reading, at) => Verb::Past,
        _ => return None,
    })
}

/// "will cut", "did not cut", "to cut".
fn after_auxiliary(reading: &Reading, at: usize) -> bool {
    let before = (at.saturating_sub(2)..at).rev().map(|at| reading.normal(at)).find(|word| *word != "not");
    matches!(
        before,
        Some(
            "to" | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "shall"
                | "should"
                | "must"
                | "did"
                | "does"
                | "do"
                | "didn't"
                | "doesn't"
                | "don't"
                | "won't"
                | "cannot"
                | "can't"
                | "a"
                | "the"
        )
    )
}

/// "we vote", "they march", "polls open": what is done on a day that is named is still to come.
fn is_present(reading: &Reading, at: usize) -> bool {
    let word = reading.normal(at);
    let before = at.checked_sub(1).map_or("", |before| reading.normal(before));
    if matches!(before, "i" | "we" | "you" | "they") {
        return !word.ends_with("ed") && !is_function_word(word);
    }
    let many = before.ends_with('s') && !before.ends_with("ss") && !is_function_word(before);
    many && matches!(
        word,
        "arrive"
            | "begin"
            | "close"
            | "end"
            | "go"
            | "leave"
            | "meet"
            | "open"
            | "reopen"
            | "resume"
            | "return"
            | "start"
            | "vote"
    )
}

/// "to be paid", "is heard": the verb before it tells.
fn is_passive(reading: &Reading, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| reading.normal(before));
    matches!(before, "be" | "being" | "is" | "are")
        && !matches!(
            reading.normal(at),
            "scheduled"
                | "expected"
                | "due"
                | "payable"
                | "slated"
                | "set"
                | "poised"
                | "supposed"
                | "going"
                | "planning"
                | "preparing"
                | "hoping"
        )
}

/// "the proposed deal" has no verb.
fn after_article(reading: &Reading, at: usize) -> bool {
    at > 0
        && matches!(
            reading.normal(at - 1),
            "a" | "an" | "the" | "his" | "her" | "their" | "its" | "of" | "two" | "three"
        )
}

/// "planned for Monday", "postponed to May", "offered a raise from January": what was decided in the verb at `at`
/// begins on the day before which the clause ends.
fn reaches_ahead(reading: &Reading, at: usize, end: usize) -> bool {
    at + 1 < end
        && (matches!(reading.normal(at + 1), "for" | "until")
            || matches!(reading.normal(end - 1), "from" | "to" | "until"))
}

/// Whether a word after "to" can be a verb rather than a place or a thing.
fn is_base(reading: &Reading, at: usize) -> bool {
    let lower = reading.tokens.get(at).is_some_and(|t| t.case == Case::Lower);
    lower
        && !matches!(
            reading.normal(at),
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "this" | "that" | "about"
        )
}
