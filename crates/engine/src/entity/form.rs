//! Names as they are compared: each in its place, and each spelling once, with the votes on what it is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use analysis::{EntityType, Span};

use super::organisation::{is_generic, without_legal_form};
use crate::lexicon::{Gender, Lexicon, PhraseKind, Title, normalize};
use crate::reading::Reading;
use crate::tag::{Name, is_located};

/// Types whose names are joined with one another: a tagger wavers inside a family more than between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Family {
    Person,
    Organisation,
    Place,
    Group,
    /// Events, works, laws, products, languages.
    Thing,
    /// Dates and figures.
    Value,
}

impl Family {
    pub fn of(kind: EntityType) -> Family {
        match kind {
            EntityType::Person => Family::Person,
            EntityType::Org => Family::Organisation,
            EntityType::Norp => Family::Group,
            kind if kind.is_place() => Family::Place,
            kind if kind.is_value() => Family::Value,
            _ => Family::Thing,
        }
    }

    const COUNT: usize = 6;
}

/// A name in its place.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub tokens: Range<usize>,
    pub span: Span,
    pub kind: EntityType,
    pub confidence: f32,
    pub sentence: usize,
    /// "Mr", "Mrs" or the like stands before it.
    pub gender: Option<Gender>,
    /// Some title stands before it: only people have one.
    pub titled: bool,
    /// A word like "in" stands before it: that is where something is.
    pub located: bool,
    /// Index into the forms.
    pub form: usize,
}

/// One spelling of a name, letter case and marks aside, within one family.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub family: Family,
    /// Folded words; those of an abbreviation without their stops.
    pub words: Vec<String>,
    /// The words in one string.
    pub key: String,
    /// As it is first written.
    pub text: String,
    /// Indices into the mentions, in order.
    pub mentions: Vec<usize>,
}

/// All names of an article, in order, and their forms, by first mention.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub mentions: Vec<Mention>,
    pub forms: Vec<Form>,
}

impl Forms {
    pub fn read(reading: &Reading, names: &[Name]) -> Forms {
        let mut names: Vec<&Name> =
            names.iter().filter(|name| !reading.span(name.tokens.clone()).is_empty()).collect();
        names.sort_by_key(|name| (name.tokens.start, name.tokens.end));
        let mentions: Vec<Mention> = names.into_iter().map(|name| mention(reading, name)).collect();
        let keys: Vec<Vec<String>> = mentions
            .iter()
            .map(|mention| match mention.kind.is_value() {
                true => vec![reading.words(mention.tokens.clone()).to_owned()],
                false => fold(reading.words(mention.tokens.clone())),
            })
            .collect();
        let families = elect(&mentions, &keys);
        let mut forms = Forms { mentions, forms: Vec::new() };
        let mut known: HashMap<(Family, String), usize> = HashMap::new();
        for (index, (words, family)) in keys.into_iter().zip(families).enumerate() {
            let key = words.join(" ");
            let form = *known.entry((family, key.clone())).or_insert_with(|| {
                let text = collapse(reading.words(forms.mentions[index].tokens.clone()));
                forms.forms.push(Form { family, words, key, text, mentions: Vec::new() });
                forms.forms.len() - 1
            });
            forms.forms[form].mentions.push(index);
            forms.mentions[index].form = form;
        }
        forms
    }

    /// The forms of one family, by first mention.
    pub fn of(&self, family: Family) -> Vec<usize> {
        (0..self.forms.len()).filter(|&form| self.forms[form].family == family).collect()
    }

    /// Whether two forms ever stand in one sentence.
    pub fn share_a_sentence(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.forms[a].mentions, &self.forms[b].mentions);
        let (mut i, mut j) = (0, 0);
        while let (Some(&x), Some(&y)) = (a.get(i), b.get(j)) {
            let (x, y) = (self.mentions[x].sentence, self.mentions[y].sentence);
            match x.cmp(&y) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => return true,
            }
        }
        false
    }
}

fn mention(reading: &Reading, name: &Name) -> Mention {
    let before = name.tokens.start.checked_sub(1);
    let sentence = reading.sentence_of(name.tokens.start);
    let title = before
        .filter(|&at| reading.sentence_of(at) == sentence)
        .map(|at| Lexicon::get().word(reading.normal(at)))
        .filter(|facts| facts.title().is_some());
    let honorific = title.is_some_and(|facts| facts.title() == Some(Title::Honorific));
    Mention {
        tokens: name.tokens.clone(),
        span: reading.span(name.tokens.clone()),
        kind: if honorific && !name.kind.is_value() { EntityType::Person } else { name.kind },
        confidence: name.confidence.clamp(0.05, 1.0),
        sentence,
        gender: title.and_then(|facts| facts.title_gender()).filter(|&gender| gender != Gender::Both),
        titled: title.is_some(),
        located: is_located(reading, name.tokens.start),
        form: 0,
    }
}

/// The words of a name in small plain letters, without a leading article, possessives, or the stops of an
/// abbreviation.
pub(super) fn fold(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let word = normalize(word);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '.');
        let word = word.strip_suffix("'s").unwrap_or(word);
        let letters: String = word.chars().filter(|&c| c != '.').collect();
        if !letters.is_empty() {
            words.push(letters);
        }
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    if words.is_empty() {
        words.push(name.to_owned());
    }
    words
}

/// The text of a name on one line.
pub(super) fn collapse(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The family of each mention: what most mentions of the same words are said to be, full names of which they are
/// a part counting too.
///
/// A word has one sense in one article ("one sense per discourse": Gale, Church and Yarowsky, 1992), but for a
/// surname that is a place elsewhere ("Washington"): there the article must give a person's full name or title.
fn elect(mentions: &[Mention], keys: &[Vec<String>]) -> Vec<Family> {
    let mut ballots: HashMap<&[String], Ballot> = HashMap::new();
    for (mention, words) in mentions.iter().zip(keys) {
        ballots.entry(words).or_default().add(mention);
    }
    let bearers = Bearers::of(mentions, keys);
    let mut elected: HashMap<&[String], (Family, bool)> = HashMap::new();
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
                _ if own == Family::Value || own == Family::Person && mention.titled => own,
                Some(&(Family::Value, _)) | None => own,
                // "flew to Washington", whoever else bears the name.
                _ if own == Family::Place && mention.located && is_known_place(words) => own,
                // "Aarhus agrees", where a Solveig Aarhus is named; but not "in Aarhus".
                _ if !mention.located && bearers.is_surname(words) => Family::Person,
                _ if bearers.is_company(words, at) => Family::Organisation,
                Some(&(best, clear)) => {
                    if clear || (best == Family::Person) == (own == Family::Person) {
                        best
                    } else {
                        own
                    }
                }
            }
        })
        .collect()
}

fn is_known_place(words: &[String]) -> bool {
    Lexicon::get().phrase(&words.join(" ")).is_some_and(|facts| facts.kind().is_gpe())
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
        self.votes[family as usize] += mention.confidence + if titled { 2.0 } else { 0.0 };
        self.mentions += 1;
        self.located += usize::from(mention.located && family == Family::Place);
        self.titled |= titled;
    }

    /// The family that most speaks for, and whether it is clear that all mentions are of it.
    fn count(&self, words: &[String], bearers: Option<&[f32; Family::COUNT]>) -> (Family, bool) {
        let mut all = self.votes;
        if let Some(bearers) = bearers {
            // A place that everybody knows stays one, whoever bears its name.
            let trust = if is_known_place(words) { 0.3 } else { 2.0 };
            for (vote, part) in all.iter_mut().zip(bearers) {
                *vote += trust * part;
            }
        }
        let total: f32 = all.iter().sum();
        let best = FAMILIES.iter().copied().fold(Family::Person, |best, family| {
            if all[family as usize] > all[best as usize] { family } else { best }
        });
        let clear = all[best as usize] >= 0.65 * total;
        let anyone = self.titled || bearers.is_some_and(|bearers| bearers[Family::Person as usize] > 0.0);
        if words.len() > 1 || anyone {
            return (best, clear);
        }
        let place = self.located * 4 >= self.mentions && all[Family::Place as usize] >= 0.3 * total;
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
}

impl<'a> Bearers<'a> {
    fn of(mentions: &[Mention], keys: &'a [Vec<String>]) -> Self {
        let mut weights: HashMap<&[String], [f32; Family::COUNT]> = HashMap::new();
        let (mut introduced, mut companies) = (HashMap::new(), HashSet::new());
        let long = mentions.iter().zip(keys).enumerate().filter(|(_, (_, words))| words.len() > 1);
        for (at, (mention, words)) in long {
            let family = Family::of(mention.kind);
            let part = match family {
                Family::Person => &words[words.len() - 1..],
                Family::Organisation => &words[..1],
                _ => continue,
            };
            let weight = &mut weights.entry(part).or_default()[family as usize];
            *weight = (*weight + mention.confidence).min(1.5);
            if family == Family::Person {
                introduced.entry(part).or_insert(at);
            } else if without_legal_form(words).len() < words.len() {
                companies.insert(part);
            }
        }
        Bearers { weights, introduced, companies }
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
        person >= 0.5 && person > parts[Family::Organisation as usize] && !company && !country()
    }

    /// Whether mention `at` of this word is a company of the article: nobody of that name was given in full before.
    fn is_company(&self, words: &[String], at: usize) -> bool {
        let unknown = self.introduced.get(words).is_none_or(|&introduced| at < introduced);
        self.companies.contains(words) && unknown && !is_generic(&words[0])
    }
}

const FAMILIES: [Family; Family::COUNT] =
    [Family::Person, Family::Organisation, Family::Place, Family::Group, Family::Thing, Family::Value];
