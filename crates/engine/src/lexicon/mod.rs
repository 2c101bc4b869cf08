//! What the engine knows about words and names before it reads the article: which words are given names,
//! surnames, roles or nationalities, which phrases name a country, a city, an organisation, and which spellings
//! of a name are variants of one another.
//!
//! It is one committed file, `models/lexicon.bin`, built by `crates/train` from open data (its card stands beside
//! it). Here it is only read, in place and without allocation; nothing is decided. Whether "May" is a month, a
//! minister or a modal verb is for those who see its sentence.
//!
//! **Normal form.** Everything is looked up in lower case, with ’ as ' and Latin letters without their marks
//! ("São" is "sao"). Phrases are the engine's tokens, one space between two: a hyphen is a token of its own
//! ("guinea - bissau"), and so is a possessive ("levi 's"); any other apostrophe stays inside its token ("cote
//! d'ivoire"), and so do the full stops of an abbreviation ("u.s."). Callers may pass words as they stand.

mod facts;
mod normal;
mod table;
#[cfg(test)]
mod tests;
mod variant;

use std::sync::OnceLock;

pub use facts::{Gender, GroupKind, Parts, PhraseFacts, PhraseKind, ThingId, Title, WordFacts};
pub use normal::{Normal, normalize};
pub use table::BLOCK;
pub use variant::{NAME_GROUPS, NameVariant, transliteration_key};

use crate::memo::Memo;
use crate::model_file::sections;
use table::{Bytes, Found, StringTable};

static MODEL: &[u8] = include_bytes!("../../models/lexicon.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXL4";

/// The parts of the model file, in order: each is a little-endian `u32` length followed by that many bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The words, as a [`StringTable`].
    Words,
    /// For each word, which entry of `WordFacts` holds its facts (`u16`, low bytes first, then high bytes).
    WordValues,
    /// Every combination of facts that occurs, most frequent first (`u64`).
    WordFacts,
    /// For each word, the cluster of words that are used like it (`u8`; 0 is none).
    WordClusters,
    /// For each word, which parts of speech it can be (`u8`, see [`Parts`]; 0 where that is not known).
    WordParts,
    /// For each cluster, the group of clusters it belongs to (`u8`, under 64; the first is that of no cluster).
    ClusterGroups,
    /// For each word, where in `NameSets` the groups of names are that it belongs to (`u16` planes; 0 is none).
    WordNames,
    /// Lists of groups (`u16`), each list behind its length.
    NameSets,
    /// The phrases, as a [`StringTable`].
    Phrases,
    PhraseValues,
    PhraseFacts,
    /// Canonical names, one a line; `ThingStarts` says where each starts (`u32`).
    Things,
    ThingStarts,
    /// For each thing, the thing it belongs to (`u16`; 0 is none) and its kind.
    ThingPlaces,
    ThingKinds,
}

impl Section {
    pub const COUNT: usize = 15;
}

/// The words and phrases the engine knows; see the module.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: StringTable,
    word_values: Bytes,
    word_facts: Bytes,
    word_clusters: Bytes,
    word_parts: Bytes,
    cluster_groups: Bytes,
    word_names: Bytes,
    name_sets: Bytes,
    phrases: StringTable,
    phrase_values: Bytes,
    phrase_facts: Bytes,
    things: Bytes,
    thing_starts: Bytes,
    thing_places: Bytes,
    thing_kinds: Bytes,
    /// Whether what was looked up is remembered: that of the committed lexicon alone.
    remembers: bool,
}

impl Lexicon {
    /// The committed lexicon. The first call reads the header and how each block of words begins.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon { remembers: true, ..Lexicon::read(MODEL).unwrap_or_default() })
    }

    /// A lexicon out of the bytes of a model file; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Lexicon> {
        let [
            words,
            word_values,
            word_facts,
            word_clusters,
            word_parts,
            cluster_groups,
            word_names,
            name_sets,
            phrases,
            phrase_values,
            phrase_facts,
            things,
            thing_starts,
            thing_places,
            thing_kinds,
        ] = sections::<{ Section::COUNT }>(bytes, MAGIC)?.map(Bytes);
        Some(Lexicon {
            words: StringTable::read(words)?,
            word_values,
            word_facts,
            word_clusters,
            word_parts,
            cluster_groups,
            word_names,
            name_sets,
            phrases: StringTable::read(phrases)?,
            phrase_values,
            phrase_facts,
            things,
            thing_starts,
            thing_places,
            thing_kinds,
            remembers: false,
        })
    }

    /// What is known of a single word; nothing at all gives [`WordFacts::default`].
    pub fn word(&self, word: &str) -> WordFacts {
        self.look_up(word).0
    }

    /// What is known of a single word, and which parts of speech it can be.
    pub fn look_up(&self, word: &str) -> (WordFacts, Parts) {
        thread_local! {
            static KNOWN: Memo<(WordFacts, Parts)> = const { Memo::new() };
        }
        if self.remembers {
            Memo::of(&KNOWN, word.as_bytes(), || self.search(word))
        } else {
            self.search(word)
        }
    }

    /// The same, for one who remembers the answer.
    pub(crate) fn search(&self, word: &str) -> (WordFacts, Parts) {
        let normal = Normal::of(word);
        let Some(found) = self.words.find(normal.as_bytes()).exact else {
            return Default::default();
        };
        let value = u16::from_le_bytes(self.word_values.plane(found));
        let cluster = self.word_clusters.u8(found);
        let group = self.cluster_groups.u8(usize::from(cluster));
        let facts = WordFacts::from_bits(u64::from_le_bytes(self.word_facts.plane(value as usize)));
        (facts.with_cluster(cluster).with_cluster_group(group), Parts(self.word_parts.u8(found)))
    }

    /// The longest phrase that the words begin with: how many of them it takes and what it names.
    ///
    /// Phrases are found in any letter case, but for those that would be everyday words in small letters
    /// ("US", "WHO"): these only when `words` gives them in capitals.
    pub fn longest(&self, words: &mut dyn Iterator<Item = &str>) -> Option<(usize, PhraseFacts)> {
        let mut phrase = Normal::default();
        let mut capitals = true;
        let mut best = None;
        for (index, word) in words.enumerate() {
            if index > 0 {
                phrase.push(b' ');
            }
            phrase.push_word(word);
            if phrase.is_full() {
                break;
            }
            capitals = capitals && word.chars().all(|c| !c.is_lowercase());
            let found = self.search_phrase(phrase.as_bytes());
            if let Some(ordinal) = found.exact {
                let value = u16::from_le_bytes(self.phrase_values.plane(ordinal));
                let facts =
                    PhraseFacts::from_bits(u64::from_le_bytes(self.phrase_facts.plane(value as usize)));
                if capitals || !facts.only_in_capitals() {
                    best = Some((index + 1, facts));
                }
            }
            if !found.extends {
                break;
            }
        }
        best
    }

    fn search_phrase(&self, normal: &[u8]) -> Found {
        thread_local! {
            static KNOWN: Memo<Found> = const { Memo::new() };
        }
        let search = || self.phrases.find(normal);
        if self.remembers { Memo::of(&KNOWN, normal, search) } else { search() }
    }

    /// What a whole string is the name of, its words parted by one space as in the module's normal form.
    pub fn phrase(&self, words: &str) -> Option<PhraseFacts> {
        let (count, facts) = self.longest(&mut words.split(' '))?;
        (count == words.split(' ').count()).then_some(facts)
    }

    /// The name a thing is best known by ("United States" for "u.s.").
    pub fn canonical(&self, thing: ThingId) -> &'static str {
        let index = thing.0 as usize;
        let [start, end] = [index, index + 1].map(|at| u32::from_le_bytes(self.thing_starts.plane(at)));
        let name = self.things.0.get(start as usize..end as usize).unwrap_or_default();
        std::str::from_utf8(name).unwrap_or_default()
    }

    /// What a thing is.
    pub fn thing_kind(&self, thing: ThingId) -> PhraseKind {
        PhraseKind::from_byte(self.thing_kinds.u8(thing.0 as usize))
    }

    /// The thing that another belongs to or speaks for: the country of a capital or of a seat of government.
    pub fn place_of(&self, thing: ThingId) -> Option<ThingId> {
        ThingId::from_bits(u16::from_le_bytes(self.thing_places.plane(thing.0 as usize)))
    }
}
