//! Who is quoted in an article, and how much.

use std::collections::HashMap;

use super::{capitalized, one_line};
use crate::{Analysis, EntityId, Quote, Sense};

/// Speakers who have a colour of their own; the others share a neutral one.
pub const HUES: usize = 8;
/// Words that name nobody by themselves: three men who are called "he" and were not told apart are no one speaker.
const NOBODY: [&str; 8] = ["he", "she", "they", "it", "we", "you", "i", "who"];

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
                None => match one_line(speaker.span.of(text)).to_lowercase() {
                    words if NOBODY.contains(&words.as_str()) => Who::Nobody,
                    words => Who::Described(words),
                },
            },
        }
    }
}

/// The place among the speakers, which is the colour; none past the last colour, and for nobody.
pub fn hue(speakers: &[Speaker], who: &Who) -> Option<usize> {
    speakers.iter().take(HUES).position(|speaker| speaker.who == *who && *who != Who::Nobody)
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
pub fn speakers(text: &str, analysis: &Analysis) -> Vec<Speaker> {
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
            let described =
                || Some(capitalized(&one_line(quote.speaker?.span.of(text)))).filter(|_| who != Who::Nobody);
            let name = entity.map(|e| e.name.clone()).or_else(described);
            speakers.push(Speaker {
                name: name.unwrap_or_else(|| "No speaker named".to_owned()),
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
    use super::*;
    use crate::{Polarity, QuoteKind, Span, Speaker as Named};

    const TEXT: &str =
        "“Safe,” he said. “Wet and cold,” he said. “It may rain,” said a  fisherman. “So,” said Ana.";

    fn quote(id: u32, words: &str, who: &str, entity: Option<u32>) -> Quote {
        let at = |words: &str| {
            let start = TEXT.find(words).expect("the text has the words");
            Span::new(start, start + words.len())
        };
        Quote {
            id,
            kind: QuoteKind::Direct,
            segments: vec![at(words)],
            speaker: Some(Named { span: at(who), entity: entity.map(EntityId) }),
            cue: None,
            confidence: 1.0,
            why: String::new(),
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        }
    }

    #[test]
    fn who_was_not_told_apart_is_no_speaker() {
        let quotes = vec![
            quote(1, "Safe,", "he", None),
            quote(2, "Wet and cold,", "he", None),
            quote(3, "It may rain,", "a  fisherman", None),
        ];
        let all = speakers(TEXT, &Analysis { quotes, ..Analysis::default() });
        let told: Vec<_> = all.iter().map(|one| (one.name.as_str(), one.words)).collect();
        assert_eq!(told, [("A fisherman", 3), ("No speaker named", 4)]);
        assert_eq!([&all[0].who, &all[1].who].map(|who| hue(&all, who)), [Some(0), None]);
    }
}
