//! Who is quoted in an article, and how much.

use std::collections::HashMap;

use analysis::{Analysis, EntityId, Quote, Sense};

use crate::words::fold;

/// The source of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Who {
    Entity(EntityId),
    /// A source that is not an entity, in the article's words, folded ("a source close to the talks").
    Described(String),
    Nobody,
}

impl Who {
    pub fn of(quote: &Quote, text: &str) -> Who {
        match quote.speaker {
            None => Who::Nobody,
            Some(speaker) => match speaker.entity {
                Some(id) => Who::Entity(id),
                None => Who::Described(fold(speaker.span.of(text))),
            },
        }
    }
}

/// One source and everything quoted from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    pub who: Who,
    pub name: String,
    pub role: Option<String>,
    /// Places in [`Analysis::quotes`].
    pub quotes: Vec<usize>,
    /// Words quoted, with and without marks; thoughts and plans are not among them.
    pub words: usize,
    /// Of all words quoted in the article, in percent, rounded.
    pub share: u32,
}

/// The speakers, most words first, "no speaker named" last.
pub(crate) fn of(text: &str, analysis: &Analysis) -> Vec<Speaker> {
    let named: HashMap<EntityId, usize> =
        analysis.entities.iter().enumerate().map(|(i, entity)| (entity.id, i)).collect();
    let mut places: HashMap<Who, usize> = HashMap::new();
    let mut speakers: Vec<Speaker> = Vec::new();
    for (i, quote) in analysis.quotes.iter().enumerate() {
        let who = Who::of(quote, text);
        let at = *places.entry(who.clone()).or_insert(speakers.len());
        if at == speakers.len() {
            let entity = match &who {
                Who::Entity(id) => named.get(id).and_then(|&at| analysis.entities.get(at)),
                _ => None,
            };
            let words = quote.speaker.map(|speaker| speaker.span.of(text));
            speakers.push(Speaker {
                name: entity.map(|e| e.name.as_str()).or(words).unwrap_or("No speaker named").to_owned(),
                role: entity.and_then(|e| e.role.as_ref()).map(|role| role.text.clone()),
                who,
                quotes: Vec::new(),
                words: 0,
                share: 0,
            });
        }
        if let Some(speaker) = speakers.get_mut(at) {
            speaker.quotes.push(i);
            speaker.words += if quote.sense == Sense::Speech { words_in(quote, text) } else { 0 };
        }
    }
    let all: usize = speakers.iter().map(|speaker| speaker.words).sum();
    for speaker in &mut speakers {
        speaker.share = ((speaker.words * 100 + all / 2) / all.max(1)) as u32;
    }
    speakers.sort_by_key(|speaker| (speaker.who == Who::Nobody, std::cmp::Reverse(speaker.words)));
    speakers
}

fn words_in(quote: &Quote, text: &str) -> usize {
    quote.segments.iter().map(|span| span.of(text).split_whitespace().count()).sum()
}

#[cfg(test)]
mod tests {
    use crate::fixture::article;

    #[test]
    fn voices_have_their_share_and_nobody_comes_last() {
        let article = article();
        let speakers: Vec<_> = article.speakers.iter().map(|v| (v.name.as_str(), v.words, v.share)).collect();
        assert_eq!(
            speakers,
            [
                ("Ana Ruiz", 4, 33),
                ("Ben Adeyemi", 4, 33),
                ("a fisherman", 2, 17),
                ("No speaker named", 2, 17),
            ]
        );
    }
}
