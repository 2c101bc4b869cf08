//! The lexicon: which words are names, which phrases name what, which spellings are one name.
//!
//! [`words`] gathers what every source says of single words, [`phrases`] of whole names, [`variants`] of
//! spellings, [`clusters`] of words that are used alike; [`mod@write`] lays them out as the engine reads them. How much
//! is kept is decided here, in one place.
//!
//! The names that the corpora mark stay out: the tagger is trained on the same corpora, and would learn that the
//! lexicon knows every name and be lost where it does not.

mod clusters;
mod cut;
mod parts;
mod phrases;
#[cfg(test)]
mod tests;
mod variants;
mod words;
mod write;

use std::path::Path;

use crate::sources::{Error, corpus, faker, geonames, glove, lists, names, wordnet};

/// What decides the size of the model.
pub mod kept {
    /// Towns of fewer people stay out, but for those of the lists.
    pub const CITY_POPULATION: u64 = 50_000;
    /// How many surnames of the US census are kept, most frequent first.
    pub const CENSUS_SURNAMES: usize = 20_000;
    /// A name that only `rigour` knows is kept if it is written in so many ways, in all scripts together.
    pub const NAME_FORMS: usize = 5;
    /// A name that only `rigour` knows is kept if each of its runs of three letters is in so many names of English
    /// text: most of its spellings are those of other languages ("Sjtsjerbakova").
    pub const ENGLISH_NAMES: u32 = 6;
    /// An ordinary word that is nothing else is kept if the corpora have it so often in small letters.
    pub const ORDINARY_WORD: u32 = 4;
}

/// Everything that is read.
pub struct Sources {
    pub census: names::Census,
    pub name_groups: Vec<names::NameGroup>,
    pub nicknames: Vec<(String, String)>,
    pub faker: Vec<faker::Name>,
    pub cities: Vec<geonames::City>,
    pub countries: Vec<geonames::Country>,
    pub wordnet: wordnet::WordNet,
    pub marked: Vec<corpus::Sentence>,
    pub plain: Vec<corpus::Sentence>,
    pub vectors: Vec<(String, glove::Vector)>,
}

/// Builds the model file out of the data, the packages and the lists of this crate, and prints what is in it.
pub fn build(data: &Path, packages: &Path, model: &Path) -> Result<(), Error> {
    let list_folder = &Path::new(env!("CARGO_MANIFEST_DIR")).join("lists");
    let sources = Sources {
        census: names::census(packages)?,
        name_groups: names::name_groups(packages)?,
        nicknames: names::nicknames(packages)?,
        faker: faker::names(packages)?,
        cities: geonames::cities(packages)?,
        countries: geonames::countries(packages)?,
        wordnet: wordnet::wordnet(packages)?,
        marked: corpus::marked(data)?,
        plain: corpus::plain(data)?,
        vectors: glove::vectors(packages)?,
    };
    let mut words = words::Words::default();
    words.add_lists(
        &lists::words(list_folder, "words.txt")?,
        &lists::words(list_folder, "given_names.txt")?,
    )?;
    words.add_census(&sources.census);
    words.add_corpora(&sources.marked, &sources.plain);
    words.add_wordnet(&sources.wordnet);
    words.add_faker(&sources.faker);
    words.add_name_groups(&sources.name_groups, &sources.faker);

    let mut phrases = phrases::Phrases::default();
    phrases.add_lists(list_folder, &mut words)?;
    phrases.add_geonames(&sources.cities, &sources.countries, &words);
    phrases.add_wordnet(&sources.wordnet);
    phrases.mark_ambiguous(&words);

    words.prune();
    let mut groups = sources.name_groups;
    groups.extend(lists::word_groups(list_folder, "name_variants.txt")?);
    let variants = variants::Variants::of(&words, &groups, &sources.nicknames);
    let clusters = clusters::Clusters::of(sources.vectors);
    let parts = parts::of_words(&sources.wordnet)?;
    let bytes = write::model(&words, &variants, &phrases, &clusters, &parts)?;
    std::fs::write(model, &bytes)?;
    println!(
        "lexicon: {} words, {} phrases, {} things, {} name groups, {} bytes",
        words.len(),
        phrases.len(),
        phrases.things().len(),
        variants.groups(),
        bytes.len(),
    );
    Ok(())
}
