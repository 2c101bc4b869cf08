//! Cuts tokens into the words of grammar, as the English treebanks do: two where English writes two as one ("don’t",
//! "he’ll", "cannot", "gonna", "5km"), one where it takes several tokens ("!!", ":-)", "pre-war", "notes.pdf").

use analysis::Span;

use crate::token::{Abbreviation, Token, TokenKind, abbreviation};

/// A token, a part of one, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// The first of its tokens.
    pub token: usize,
    pub span: Span,
}

/// The words that begin with the first of these tokens, which is the one of this number, added to `parts`, and how many
/// tokens they take. `tokens` go to the end of the sentence.
pub(super) fn cut(text: &str, number: usize, tokens: &[Token], parts: &mut Vec<Part>) -> usize {
    let Some(token) = tokens.first() else { return 1 };
    let span = token.span;
    if tokens.get(1).is_some_and(|next| next.glued) {
        let taken = joined(text, tokens);
        if taken > 1 {
            parts.push(Part { token: number, span: span.join(tokens[taken - 1].span) });
            return taken;
        }
    }
    let tail = match token.kind {
        TokenKind::Word => tail(span.of(text), tokens.len() == 1),
        TokenKind::Number => unit(span.of(text)),
        _ => 0,
    };
    if tail == 0 {
        parts.push(Part { token: number, span });
        return 1;
    }
    let middle = span.end as usize - tail;
    parts.push(Part { token: number, span: Span::new(span.start as usize, middle) });
    parts.push(Part { token: number, span: Span::new(middle, span.end as usize) });
    1
}

/// Endings that are words of their own behind an apostrophe.
const CLITICS: &[&str] = &["ll", "re", "ve", "d", "m"];

/// Words without an apostrophe that are two, and how long the second is.
const JOINED: &[(&str, usize)] = &[
    ("cannot", 3),
    ("gonna", 2),
    ("gotta", 2),
    ("wanna", 2),
    ("lemme", 2),
    ("gimme", 2),
    ("alot", 3),
    ("im", 1),
    ("ive", 2),
    ("youre", 2),
    ("theyre", 2),
    ("thats", 1),
    ("whats", 1),
];

/// What "nt" is written on to without its apostrophe: "dont".
const BEFORE_NT: &[&str] = &[
    "do", "did", "does", "is", "was", "were", "are", "have", "has", "had", "could", "should", "would", "ca",
    "ai",
];

/// Prefixes that are one word with what a hyphen joins them to.
const PREFIXES: &[&str] = &[
    "anti", "co", "counter", "cross", "e", "ex", "inter", "mid", "mini", "multi", "non", "over", "post",
    "pre", "pro", "re", "semi", "sub",
];

/// What stands behind the last stop of a file or a host.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "info", "html", "htm", "pdf", "doc", "docx", "txt", "xls", "xlsx",
    "ppt", "csv", "jpg", "jpeg", "png", "gif", "zip", "exe", "mp3", "mp4",
];

/// Units that are written on to their number.
const UNITS: &[&str] = &[
    "m", "k", "b", "bn", "am", "pm", "mm", "cm", "km", "kg", "ft", "lb", "lbs", "hz", "khz", "mhz", "ghz",
    "kb", "mb", "gb", "tb", "hrs", "mins", "mph", "kw", "mw", "p",
];

/// How many bytes at the end of a word are a word of their own; 0 for none. `last` if its sentence ends with it.
fn tail(word: &str, last: bool) -> usize {
    let like = |list: &[&str], word: &str| list.iter().any(|listed| listed.eq_ignore_ascii_case(word));
    if let Some(&(_, tail)) = JOINED.iter().find(|(joined, _)| joined.eq_ignore_ascii_case(word)) {
        return tail;
    }
    if let Some(before) = word.strip_suffix("nt")
        && like(BEFORE_NT, before)
    {
        return 2;
    }
    // "Is he here? No.": an abbreviation that wants a number is none without one.
    if last
        && let Some(whole) = word.strip_suffix('.')
        && abbreviation(whole) == Some(Abbreviation::BeforeNumber)
    {
        return 1;
    }
    let Some(apostrophe) = word.rfind(['\'', '’']) else { return 0 };
    let behind = word[apostrophe..].trim_start_matches(['\'', '’']);
    if apostrophe > 1 && behind.eq_ignore_ascii_case("t") && word[..apostrophe].ends_with(['n', 'N']) {
        return word.len() - apostrophe + 1;
    }
    if apostrophe > 0 && like(CLITICS, behind) {
        return word.len() - apostrophe;
    }
    0
}

/// How long the unit is that is written on to a number; 0 for none.
fn unit(number: &str) -> usize {
    let letters = number.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let is_unit = letters.len() < number.len() && UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(letters));
    if is_unit { letters.len() } else { 0 }
}

/// How many of these tokens are one word; all but the first are written on to the one before.
fn joined(text: &str, tokens: &[Token]) -> usize {
    let glued = 1 + tokens.iter().skip(1).take(LONGEST).take_while(|token| token.glued).count();
    let tokens = &tokens[..glued];
    let form = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let kind = |at: usize| tokens.get(at).map(|token| token.kind);
    let run = |is: &dyn Fn(usize) -> bool| (0..glued).take_while(|&at| is(at)).count();
    match tokens[0].kind {
        TokenKind::Mark => match form(0) {
            first @ ("." | "…" | "!" | "?" | "..") => {
                let count = run(&|at| matches!(form(at), "!" | "?" | "." | "…" | ".."));
                if first == "…" { 1 } else { count }
            }
            ":" | ";" if !tokens[0].glued => {
                let nose = usize::from(form(1) == "-");
                let mouth = matches!(form(1 + nose), ")" | "(" | "D" | "P" | "p" | "/" | "|");
                if mouth && glued == 2 + nose { glued } else { 1 }
            }
            "#" | "@" if kind(1) == Some(TokenKind::Word) => match host(text, &tokens[1..]) {
                0 | 1 => 2,
                more => 1 + more,
            },
            "(" | ")" | "[" | "]" | "{" | "}" | "," => 1,
            same => run(&|at| form(at) == same).max(1),
        },
        TokenKind::Word => {
            if form(1) == "." || form(1) == "@" || form(1) == "-" && form(3) == "." {
                return host(text, tokens).max(1);
            }
            let prefix = kind(1) == Some(TokenKind::Hyphen)
                && kind(2) == Some(TokenKind::Word)
                && !tokens[0].glued
                && PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(form(0)));
            // "ex-vice-president" is joined to a word that comes apart itself: too rare to tell apart.
            let letters = form(1) == "/" && form(0).len() == 1 && form(2).len() == 1;
            if prefix || letters { 3 } else { 1 }
        }
        TokenKind::Number => {
            // "555-0134", "212-555-0134"
            let digits = |at: usize| {
                kind(at) == Some(TokenKind::Number) && form(at).bytes().all(|b| b.is_ascii_digit())
            };
            let groups = 1
                + (0..2)
                    .take_while(|nth| kind(2 * nth + 1) == Some(TokenKind::Hyphen) && digits(2 * nth + 2))
                    .count();
            let last = 2 * groups - 2;
            let telephone = groups > 1 && digits(0) && form(0).len() == 3 && form(last).len() == 4;
            if telephone { last + 1 } else { 1 }
        }
        _ => 1,
    }
}

/// No more tokens are one word.
const LONGEST: usize = 24;

/// How many of these tokens are the name of a host, a file, a newsgroup or a mail address that has no host: "acme.com",
/// "sci.space.news", "Ruiz@ACME". 0 for none.
fn host(text: &str, tokens: &[Token]) -> usize {
    let form = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let part = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
    };
    let (mut end, mut stops, mut at_sign, mut small) = (1, 0, false, true);
    let mut last = form(0);
    while matches!(form(end), "." | "@" | "-") && part(end + 1) {
        stops += usize::from(form(end) == ".");
        at_sign |= form(end) == "@";
        last = form(end + 1);
        small &= !last.starts_with(char::is_uppercase);
        end += 2;
    }
    let known = stops > 0 && ENDINGS.iter().any(|ending| ending.eq_ignore_ascii_case(last));
    let group = stops > 1 && small && !form(0).starts_with(char::is_uppercase);
    if known || group || at_sign { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenize;

    #[test]
    fn contractions_are_two_words() {
        for (word, second) in [
            ("don't", "n't"),
            ("Couldn’t", "n’t"),
            ("he’ll", "’ll"),
            ("I'm", "'m"),
            ("cannot", "not"),
            ("O’Neil", ""),
            ("rock'n'roll", ""),
            ("ain't", "n't"),
            ("D’Angelo", ""),
            ("didnt", "nt"),
            ("Im", "m"),
            ("alot", "lot"),
            ("tent", ""),
            ("Payment", ""),
        ] {
            assert_eq!(&word[word.len() - tail(word, false)..], second, "{word}");
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (mut tokens, mut normals) = (Vec::new(), String::new());
        tokenize(text, Span::new(0, text.len()), &mut tokens, &mut normals);
        let (mut parts, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            at += cut(text, at, &tokens[at..], &mut parts);
        }
        let words: Vec<&str> = parts.iter().map(|part| part.span.of(text)).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn runs_of_marks_are_one_word() {
        check("Stop!! Why?! $$$ << a >>", "Stop !! Why ?! $$$ << a >>");
        check("Fine :-) and ;) (see: b)", "Fine :-) and ;) ( see : b )");
        check("He said: (nothing) [[x]]", "He said : ( nothing ) [ [ x ] ]");
    }

    #[test]
    fn prefixes_stay_and_compounds_come_apart() {
        check("a pre-war ex-wife, a well-known co-owner", "a pre-war ex-wife , a well - known co-owner");
        check("re-elected in mid-May", "re-elected in mid-May");
    }

    #[test]
    fn names_of_hosts_and_files_are_one_word() {
        check("notes.pdf at Acme.com, sci.space.news", "notes.pdf at Acme.com , sci.space.news");
        check("It ended.then he left.", "It ended . then he left .");
        check("Call 212-555-0134 or 555-0134 in 2014-2016", "Call 212-555-0134 or 555-0134 in 2014 - 2016");
        check("#news from @ana", "#news from @ana");
    }

    #[test]
    fn units_come_off_their_numbers() {
        check("5km in the 1990s, the 3rd at 10am", "5 km in the 1990s , the 3rd at 10 am");
    }

    #[test]
    fn an_abbreviation_before_no_number_is_a_word_and_a_stop() {
        check("No. 5", "No. 5");
        check("No.", "No .");
    }
}
