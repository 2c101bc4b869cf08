//! Which family each name is of: its mentions vote, and the longer names of the article of which it is a part.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::family::{FAMILIES, Family};
use super::mention::Mention;
use super::weights::{
    BEARER_LIMIT, BEARERS_OF_KNOWN_PLACE, BEARERS_OF_WORD, CLEAR_SHARE, LOCATED_PART, PLACE_SHARE, SURNAME,
    TITLE_BEFORE,
};
use super::words::{is_generic, is_known_place, without_legal_form};
use crate::lexicon::{Lexicon, PhraseKind};
use crate::word_class::{self, WordClass};

/// The family of each mention: what most mentions of the same words are said to be, full names of which they are
/// a part counting too.
///
/// A word has one sense in one article ("one sense per discourse": Gale, Church and Yarowsky, 1992), but for a
/// surname that is a place elsewhere ("Washington"): there the article must give a person's full name or title.
pub(super) fn elect(mentions: &[Mention], keys: &[Vec<String>]) -> Vec<Family> {
    let mut ballots: HashMap<&[String], Ballot> = HashMap::default();
    for (mention, words) in mentions.iter().zip(keys) {
        ballots.entry(words).or_default().add(mention);
    }
    let bearers = Bearers::of(mentions, keys);
    let mut elected: HashMap<&[String], (Family, bool)> = HashMap::default();
    for (&words, ballot) in &ballots {
        elected.insert(words, ballot.count(words, bearers.of_word(words)));
    }
    mentions
        .iter()
        .zip(keys)
        .enumerate()
        .map(|(at, (mention, words))| {
            let own = Family::of(mention.kind);
            match elected.get(words.as_slice()) {
                _ if own == Family::Value || own == Family::Person && mention.titled || mention.told => own,
                Some(&(Family::Value, _)) | None => own,
                // "flew to Washington", whoever else bears the name.
                _ if own == Family::Place && mention.located && is_known_place(words) => own,
                // "Aarhus agrees", where a Solveig Aarhus is named; but not "in Aarhus".
                _ if !mention.located && bearers.is_surname(words) => Family::Person,
                _ if bearers.is_company(words, at) => Family::Organisation,
                // "in Phoenix" and "Phoenix said", where the article has a Phoenix Salter.
                _ if own == Family::Person && bearers.given.contains(words.as_slice()) => own,
                Some(&(best, clear)) => {
                    if clear || words.len() > 1 || (best == Family::Person) == (own == Family::Person) {
                        best
                    } else {
                        own
                    }
                }
            }
        })
        .collect()
}

/// What the mentions of the same words are said to be.
#[derive(Default)]
struct Ballot {
    votes: [f32; Family::COUNT],
    mentions: usize,
    /// How many stand behind "in" or the like, said to be places.
    located: usize,
    /// A title stands before one.
    titled: bool,
}

impl Ballot {
    fn add(&mut self, mention: &Mention) {
        let family = Family::of(mention.kind);
        let titled = mention.titled && family == Family::Person;
        self.votes[family as usize] += mention.confidence + if titled { TITLE_BEFORE } else { 0.0 };
        self.mentions += 1;
        self.located += usize::from(mention.located && family == Family::Place);
        self.titled |= titled;
    }

    /// The family that most speaks for, and whether it is clear that all mentions are of it.
    fn count(&self, words: &[String], bearers: Option<&[f32; Family::COUNT]>) -> (Family, bool) {
        let mut all = self.votes;
        if let Some(bearers) = bearers {
            // A place that everybody knows stays one, whoever bears its name.
            let trust = if is_known_place(words) { BEARERS_OF_KNOWN_PLACE } else { BEARERS_OF_WORD };
            for (vote, part) in all.iter_mut().zip(bearers) {
                *vote += trust * part;
            }
        }
        let total: f32 = all.iter().sum();
        let best = FAMILIES.iter().copied().fold(Family::Person, |best, family| {
            if all[family as usize] > all[best as usize] { family } else { best }
        });
        let clear = all[best as usize] >= CLEAR_SHARE * total;
        let anyone = self.titled || bearers.is_some_and(|bearers| bearers[Family::Person as usize] > 0.0);
        if words.len() > 1 || anyone {
            return (best, clear);
        }
        let place = self.located * LOCATED_PART >= self.mentions
            && all[Family::Place as usize] >= PLACE_SHARE * total;
        if best == Family::Person && place {
            (Family::Place, true)
        } else {
            (best, best != Family::Person || clear)
        }
    }
}

/// The longer names of the article that a word may stand for: people's by their last word, organisations' by their
/// first.
struct Bearers<'a> {
    weights: HashMap<&'a [String], [f32; Family::COUNT]>,
    /// Which mention first gives a person of this surname in full.
    introduced: HashMap<&'a [String], usize>,
    /// What opens the name of a company that gives its legal form: "Kestrel" of "Kestrel Semiconductor Inc."
    companies: HashSet<&'a [String]>,
    /// The given names of people in full.
    given: HashSet<&'a [String]>,
}

/// Whether a body whose name ends so is mostly called after its place: a paper, a club, a school, a council.
fn is_of_a_place(last: &str) -> bool {
    [WordClass::PaperWord, WordClass::ClubWord, WordClass::SchoolWord]
        .iter()
        .any(|&class| word_class::is(last, class))
        || matches!(
            last,
            "university" | "college" | "school" | "hospital" | "council" | "museum" | "city" | "police"
        )
}

impl<'a> Bearers<'a> {
    fn of(mentions: &[Mention], keys: &'a [Vec<String>]) -> Self {
        let mut weights: HashMap<&[String], [f32; Family::COUNT]> = HashMap::default();
        let (mut introduced, mut companies) = (HashMap::default(), HashSet::default());
        let mut given = HashSet::default();
        let long = mentions.iter().zip(keys).enumerate().filter(|(_, (_, words))| words.len() > 1);
        for (at, (mention, words)) in long {
            let family = Family::of(mention.kind);
            let part = match family {
                Family::Person => &words[words.len() - 1..],
                // "Norlund" of "Norlund Post" is where it appears.
                Family::Organisation if is_of_a_place(&words[words.len() - 1]) => continue,
                Family::Organisation => &words[..1],
                _ => continue,
            };
            let weight = &mut weights.entry(part).or_default()[family as usize];
            *weight = (*weight + mention.confidence).min(BEARER_LIMIT);
            if family == Family::Person {
                given.insert(&words[..1]);
                introduced.entry(part).or_insert(at);
            } else if without_legal_form(words).len() < words.len() {
                companies.insert(part);
            }
        }
        Bearers { weights, introduced, companies, given }
    }

    fn of_word(&self, words: &[String]) -> Option<&[f32; Family::COUNT]> {
        self.weights.get(words)
    }

    /// Whether the article names a person with this surname in full, and it is not a country's name as well.
    fn is_surname(&self, words: &[String]) -> bool {
        let [word] = words else { return false };
        let Some(parts) = self.of_word(words) else { return false };
        let person = parts[Family::Person as usize];
        let country = || Lexicon::get().phrase(word).is_some_and(|facts| facts.kind() == PhraseKind::Country);
        let company = self.companies.contains(words);
        person >= SURNAME && person > parts[Family::Organisation as usize] && !company && !country()
    }

    /// Whether mention `at` of this word is a company of the article: nobody of that name was given in full before.
    fn is_company(&self, words: &[String], at: usize) -> bool {
        let unknown = self.introduced.get(words).is_none_or(|&introduced| at < introduced);
        // "Algerian" of "Algerian Steel Ltd" is a people everywhere else.
        let people = || Lexicon::get().word(&words[0]).group().is_some();
        self.companies.contains(words) && unknown && !is_generic(&words[0]) && !people()
    }
}
