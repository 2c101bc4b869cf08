//! How much the article is about each entity: by how often, how soon and in how many sentences it is mentioned.
//!
//! Who is named first and again is what a summary of the article speaks of (Boguraev and Kennedy, "Salience-based content
//! characterisation of text documents", 1997; Dunietz and Gillick, "A new entity salience task", EACL 2014). The list of
//! entities is ordered by it.

mod weights;

use analysis::{Entity, EntityType, MentionKind};

use crate::doc::Doc;

/// Weighs each entity but dates and figures.
pub(crate) fn weigh(doc: &Doc, entities: &mut [Entity]) {
    for entity in entities.iter_mut().filter(|entity| !entity.kind.is_value()) {
        entity.salience = salience(doc, entity);
    }
}

fn salience(doc: &Doc, entity: &Entity) -> f32 {
    let sentence = |start: u32| doc.sentences.partition_point(|sentence| sentence.span.end <= start);
    let mut first = doc.sentences.len();
    let (mut names, mut others, mut sentences, mut last) = (0, 0, 0, None);
    for mention in &entity.mentions {
        let at = sentence(mention.span.start);
        first = first.min(at);
        // Mentions come in order.
        sentences += usize::from(last.replace(at) != Some(at));
        match mention.kind {
            MentionKind::Name => names += 1,
            _ => others += 1,
        }
    }
    let log = |count: usize| libm::log(1.0 + count as f64);
    let kind = match entity.kind {
        EntityType::Norp => weights::PEOPLE,
        EntityType::Event
        | EntityType::WorkOfArt
        | EntityType::Product
        | EntityType::Law
        | EntityType::Language => weights::THING,
        _ => 0.0,
    };
    let sum = weights::NAMES * log(names)
        + weights::OTHERS * log(others)
        + weights::SENTENCES * log(sentences)
        + weights::FIRST / (1.0 + first as f64)
        + kind;
    // Whole thousandths, so that it is the same number in every file; at least one, for 0 says that nobody has weighed it.
    (libm::round(sum.max(weights::LEAST) * 1000.0) / 1000.0) as f32
}
