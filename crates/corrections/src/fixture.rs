//! A small article whose analysis is written by hand, and what every corrected analysis promises, for the tests of
//! this crate.

use analysis::*;

use crate::words::occurrences;
use crate::{Correction, Detail};

pub const TEXT: &str = "“The bridge is safe,” Ana Ruiz said on Monday in\n\
Lisbon, few agreed. She left.\n\
“Ruis never asked us,” Ben Adeyemi told Okello. Ben Adeyemi then met her. “We wait,” she said.\n\
“No,” said Okello, the mayor of Lisbon. The Lisbon Times wrote so.\n";

/// The place of words that stand in the text, the nth time from 0.
pub fn at(words: &str, nth: usize) -> Span {
    occurrences(TEXT, words).nth(nth).unwrap_or_else(|| panic!("the fixture has no {words} {nth}"))
}

fn entity(id: u32, kind: EntityType, name: &str, mentions: &[(Span, MentionKind)]) -> Entity {
    let mentions = mentions.iter().map(|&(span, kind)| Mention { span, kind }).collect();
    Entity {
        id: EntityId(id),
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        role: None,
        salience: 0.0,
        mentions,
    }
}

fn quote(id: u32, words: &str, speaker: Option<(Span, Option<u32>)>) -> Quote {
    let speaker = speaker.map(|(span, entity)| Speaker { span, entity: entity.map(EntityId) });
    let why = "subject of the verb beside the quote".to_owned();
    let segments = vec![at(words, 0)];
    let (polarity, sense) = (Polarity::Positive, Sense::Speech);
    Quote { id, kind: QuoteKind::Direct, segments, speaker, cue: None, confidence: 0.9, why, polarity, sense }
}

pub fn article() -> (Document, Analysis) {
    use MentionKind::{Name, Pronoun};
    let document = Document::from_paragraphs(TEXT);
    let mut ruiz = entity(
        1,
        EntityType::Person,
        "Ana Ruiz",
        &[
            (at("Ana Ruiz", 0), Name),
            (at("She", 0), Pronoun),
            (at("Ruis", 0), Name),
            (at("she said", 0), Pronoun),
        ],
    );
    // "she" without "said".
    ruiz.mentions[3].span.end = ruiz.mentions[3].span.start + 3;
    ruiz.aliases = vec![Alias { text: "Ruis".into(), count: 1, why: AliasReason::Spelling, confidence: 0.9 }];
    let she = ruiz.mentions[3].span;
    let analysis = Analysis {
        entities: vec![
            ruiz,
            entity(2, EntityType::Date, "Monday", &[(at("Monday", 0), Name)]),
            entity(3, EntityType::Gpe, "Lisbon", &[(at("Lisbon", 0), Name), (at("Lisbon", 1), Name)]),
            entity(
                4,
                EntityType::Person,
                "Ben Adeyemi",
                &[(at("Ben Adeyemi", 0), Name), (at("Ben Adeyemi", 1), Name)],
            ),
            entity(5, EntityType::Org, "Lisbon Times", &[(at("Lisbon Times", 0), Name)]),
        ],
        quotes: vec![
            quote(1, "The bridge is safe", Some((at("Ana Ruiz", 0), Some(1)))),
            quote(2, "Ruis never asked us", Some((at("Ben Adeyemi", 0), Some(4)))),
            quote(3, "We wait", Some((she, Some(1)))),
            quote(4, "No", Some((at("Okello", 1), None))),
        ],
        sentences: document.blocks.iter().map(|block| block.span).collect(),
        ..Analysis::default()
    };
    (document, analysis)
}

/// The entity of that name.
#[track_caller]
pub fn id(analysis: &Analysis, name: &str) -> EntityId {
    let found = analysis.entities.iter().find(|entity| entity.name == name);
    found.unwrap_or_else(|| panic!("there is no {name}")).id
}

/// Each kind of correction once, all made from the fixture as it is.
pub fn one_of_each() -> Vec<Correction> {
    let (document, base) = article();
    let (document, base) = (&document, &base);
    let [ruiz, lisbon, ben] = ["Ana Ruiz", "Lisbon", "Ben Adeyemi"].map(|name| id(base, name));
    [
        Correction::rename(document, base, ruiz, "Ana \"Nita\" Ruíz"),
        Correction::retype(document, base, lisbon, EntityType::WorkOfArt),
        Correction::merge(document, base, ben, ruiz),
        Correction::split(document, base, ruiz, 3, false),
        Correction::move_mention(document, base, ruiz, 1, ben, false),
        Correction::not_a_name(document, base, id(base, "Monday")),
        Correction::not_a_mention(document, base, ruiz, 2),
        Correction::add_name(document, base, at("Okello", 0), EntityType::Person, None, true),
        Correction::add_quote(document, base, &[at("few agreed.", 0)], QuoteKind::Indirect, Some(ben)),
        Correction::set_speaker(document, base, 4, Some(ben)),
        Correction::not_a_quote(document, base, 2),
        Some(Correction::describe_article(Detail::Title, "The \"pier\"")),
        Correction::note(document, at("few agreed.", 0), Some("Who?")),
    ]
    .map(|made| made.expect("the fixture has what is corrected"))
    .into()
}

/// What holds of an analysis however it was corrected.
#[track_caller]
pub fn keeps_its_promises(document: &Document, base: &Analysis, shown: &Analysis) {
    let text = document.text.as_str();
    let in_order = |spans: &[Span], what: &str| {
        for span in spans {
            assert!(span.fits(text) && !span.is_empty(), "{what} {span:?} holds whole characters");
        }
        for pair in spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{what} {:?} begins before {:?} ends", pair[1], pair[0]);
        }
    };
    let highest = |analysis: &Analysis| analysis.entities.iter().map(|entity| entity.id.0).max().unwrap_or(0);
    let mut ids: Vec<_> = shown.entities.iter().map(|entity| entity.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), shown.entities.len(), "numbers are given once");
    let mut all: Vec<Span> = Vec::new();
    for entity in &shown.entities {
        assert!(!entity.name.trim().is_empty() && !entity.mentions.is_empty(), "{entity:?}");
        let spans: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
        in_order(&spans, "mention");
        all.extend(spans);
        for alias in &entity.aliases {
            assert!(alias.count > 0 && alias.text != entity.name, "{alias:?} of {}", entity.name);
            assert!((0.0..=1.0).contains(&alias.confidence));
        }
        let new = base.entity(entity.id).is_none();
        assert!(!new || entity.id.0 > highest(base), "new numbers are above the highest: {entity:?}");
    }
    assert!(shown.entities.iter().map(|entity| entity.mentions[0].span.start).is_sorted());
    all.sort();
    in_order(&all, "mention of any entity");

    let mut ids: Vec<_> = shown.quotes.iter().map(|quote| quote.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), shown.quotes.len(), "numbers are given once");
    for quote in &shown.quotes {
        assert!(!quote.segments.is_empty() && !quote.why.is_empty());
        in_order(&quote.segments, "segment");
        for segment in &quote.segments {
            assert!(document.blocks.iter().any(|block| block.span.contains(*segment)), "{quote:?}");
        }
        if let Some(speaker) = quote.speaker {
            in_order(&[speaker.span], "speaker");
            assert!(speaker.entity.is_none_or(|id| shown.entity(id).is_some()), "{speaker:?} is an entity");
        }
    }
    assert!(shown.quotes.iter().map(|quote| quote.segments[0].start).is_sorted());
    for note in &shown.notes {
        assert!(note.span.fits(text) && !note.span.is_empty(), "{note:?} holds whole characters");
    }
    assert!(shown.notes.windows(2).all(|pair| pair[0].span < pair[1].span), "one note for the same words");
    let rest = |analysis: &Analysis| Analysis {
        entities: Vec::new(),
        quotes: Vec::new(),
        notes: Vec::new(),
        ..analysis.clone()
    };
    assert_eq!(rest(shown), rest(base), "what is no name, no quote and no note stays");
}

/// What one correction leaves alone keeps its number.
#[track_caller]
pub fn keeps_numbers(before: &Analysis, after: &Analysis) {
    let what = |entity: &Entity| (entity.name.clone(), entity.kind, entity.mentions.clone());
    for entity in &after.entities {
        let same = before.entities.iter().find(|other| what(other) == what(entity));
        assert!(same.is_none_or(|other| other.id == entity.id), "{entity:?} keeps its number");
    }
    for quote in &after.quotes {
        let same = before.quotes.iter().find(|other| other.segments == quote.segments);
        let marked = quote.why == "marked by you";
        assert!(marked || same.is_none_or(|other| other.id == quote.id), "{quote:?} keeps its number");
    }
}

/// Where words stand first.
pub fn span_of(text: &str, words: &str) -> Span {
    occurrences(text, words).next().unwrap_or_default()
}
