//! A colour for each who speaks.

use std::collections::HashMap;

use analysis::{Analysis, Document, EntityId, Quote};

use crate::article::words;

/// As many voices as have a colour of their own.
const COLOURS: usize = 8;

/// The class of each quote's voice, in the order of the quotes: `v0` for whoever is quoted most often. Voices past the
/// last colour, and quotes of nobody, share `v-other`.
pub fn classes(document: &Document, analysis: &Analysis) -> Vec<String> {
    let voices: Vec<Option<Voice>> = analysis.quotes.iter().map(|quote| Voice::of(document, quote)).collect();
    let mut counted: HashMap<&Voice, (usize, usize)> = HashMap::new();
    for voice in voices.iter().flatten() {
        let first = counted.len();
        counted.entry(voice).or_insert((0, first)).0 += 1;
    }
    let mut ranked: Vec<_> = counted.into_iter().collect();
    ranked.sort_by_key(|(_, (quotes, first))| (std::cmp::Reverse(*quotes), *first));
    let colours: HashMap<&Voice, usize> =
        ranked.into_iter().take(COLOURS).enumerate().map(|(i, (voice, _))| (voice, i)).collect();
    let class = |voice: &Option<Voice>| match voice.as_ref().and_then(|voice| colours.get(voice)) {
        Some(colour) => format!("v{colour}"),
        None => "v-other".to_owned(),
    };
    voices.iter().map(class).collect()
}

#[derive(PartialEq, Eq, Hash)]
enum Voice {
    Entity(EntityId),
    /// A source that is no entity, in the article's words.
    Described(String),
}

impl Voice {
    fn of(document: &Document, quote: &Quote) -> Option<Voice> {
        let speaker = quote.speaker?;
        Some(match speaker.entity {
            Some(id) => Voice::Entity(id),
            None => Voice::Described(words(document, speaker.span).to_lowercase()),
        })
    }
}
