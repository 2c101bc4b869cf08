//! What the whole engine makes of the quotes of a text, as the tests write it down.

use analysis::{Analysis, Document};
use engine::{Options, analyze};

use crate::whys;

/// Checks that these are all the quotes of a text.
#[track_caller]
pub fn holds(text: &str, expected: &[&str]) {
    assert_eq!(told(text), expected, "{text}");
}

/// The quotes of a text: the kind, the words (segments apart), and whose they are: a name of the article, or the words of
/// the text in angles where they name nobody.
pub fn told(text: &str) -> Vec<String> {
    let document = Document::from_paragraphs(text);
    whys::have_one_rule_each(&document);
    let found: Analysis = analyze(&document, &Options::default());
    let quotes = found.quotes.iter().map(|quote| {
        let words: Vec<&str> = quote.segments.iter().map(|segment| segment.of(text)).collect();
        let who = match quote.speaker {
            None => "nobody".to_owned(),
            Some(speaker) => match speaker.entity.and_then(|id| found.entity(id)) {
                Some(entity) => entity.name.clone(),
                None => format!("<{}>", speaker.span.of(text)),
            },
        };
        format!("{}: {} = {who}", quote.kind.name(), words.join(" | "))
    });
    quotes.collect()
}
