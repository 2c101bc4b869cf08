//! A small article whose analysis is written by hand, for the tests of this crate.

use std::sync::Arc;

use analysis::*;

use crate::Article;

const TEXT: &str = "“The bridge is safe,” Ana Ruiz said in a report. In Lisbon, few agreed. \
“Ruiz never asked us,” Ben Adeyemi said.\n\
It was “so calm” then, a fisherman said. The word “safe enough” is on every wall.\n";

fn at(words: &str, from: usize) -> Span {
    let start =
        from + TEXT.get(from..).and_then(|rest| rest.find(words)).expect("the fixture has its own words");
    Span::new(start, start + words.len())
}

fn entity(id: u32, kind: EntityType, name: &str, mentions: &[Span]) -> Entity {
    let mentions = mentions.iter().map(|&span| Mention { span, kind: MentionKind::Name }).collect();
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

fn quote(id: u32, kind: QuoteKind, words: &str, speaker: Option<Speaker>) -> Quote {
    Quote {
        id,
        kind,
        segments: vec![at(words, 0)],
        speaker,
        cue: None,
        confidence: 0.9,
        why: "subject of the verb beside the quote".to_owned(),
        polarity: Polarity::Positive,
        sense: Sense::Speech,
    }
}

pub fn article() -> Article {
    let document = Document::from_paragraphs(TEXT);
    let named = |words: &str, id: Option<u32>| Speaker { span: at(words, 0), entity: id.map(EntityId) };
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in ["report.", "agreed.", "Adeyemi said.", "fisherman said.", "wall."] {
        let end = at(end, start).end as usize;
        sentences.push(Span::new(start, end).trim(TEXT));
        start = end;
    }
    let analysis = Analysis {
        entities: vec![
            entity(1, EntityType::Person, "Ana Ruiz", &[at("Ana Ruiz", 0), at("Ruiz never", 0)]),
            entity(2, EntityType::Gpe, "Lisbon", &[at("Lisbon", 0)]),
            entity(3, EntityType::Person, "Ben Adeyemi", &[at("Ben Adeyemi", 0)]),
        ],
        quotes: vec![
            quote(1, QuoteKind::Direct, "The bridge is safe", Some(named("Ana Ruiz", Some(1)))),
            quote(2, QuoteKind::Direct, "Ruiz never asked us", Some(named("Ben Adeyemi", Some(3)))),
            quote(3, QuoteKind::Mixed, "so calm", Some(named("a fisherman", None))),
            quote(4, QuoteKind::Mixed, "safe enough", None),
        ],
        summary: vec![
            SummarySentence { span: sentences[0], score: 0.5, why: "first".to_owned() },
            SummarySentence { span: sentences[2], score: 1.0, why: "best".to_owned() },
        ],
        sentences,
        ..Analysis::default()
    };
    Article::new(Arc::new(document), Arc::new(analysis))
}

pub fn entity_named(article: &Article, name: &str) -> EntityId {
    let found = article.analysis.entities.iter().find(|entity| entity.name == name);
    found.expect("the fixture has this entity").id
}

/// An article with these names and nothing else found in it, each where its words stand first behind the last one.
pub fn article_of(text: &str, names: &[(EntityType, &str)]) -> Article {
    let document = Document::from_paragraphs(text);
    let mut from = 0;
    let entities = names.iter().enumerate().map(|(nth, (kind, name))| {
        let found = document.text.get(from..).and_then(|rest| rest.find(name));
        let start = from + found.expect("the article has the name");
        from = start + name.len();
        entity(nth as u32 + 1, *kind, name, &[Span::new(start, from)])
    });
    let analysis = Analysis { entities: entities.collect(), ..Analysis::default() };
    Article::new(Arc::new(document), Arc::new(analysis))
}
