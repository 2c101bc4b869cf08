//! Names as they are compared: each in its place, and each spelling once, with the votes on what it is.

use std::collections::HashMap;
use std::ops::Range;

use analysis::{EntityType, Span};

use crate::lexicon::{Gender, Lexicon, PhraseKind, Title, normalize};
use crate::reading::Reading;
use crate::tag::Name;

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
        located: before.is_some_and(|at| locates(reading.normal(at))),
        form: 0,
    }
}

fn locates(word: &str) -> bool {
    matches!(
        word,
        "in" | "at" | "from" | "near" | "to" | "into" | "outside" | "around" | "across" | "through" | "of"
    )
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
/// One word can still be a person here and a place there ("Washington"), where both are well supported.
fn elect(mentions: &[Mention], keys: &[Vec<String>]) -> Vec<Family> {
    let mut votes: HashMap<&[String], [f32; Family::COUNT]> = HashMap::new();
    for (mention, words) in mentions.iter().zip(keys) {
        let family = Family::of(mention.kind);
        let weight = mention.confidence + if mention.titled && family == Family::Person { 2.0 } else { 0.0 };
        votes.entry(words).or_default()[family as usize] += weight;
    }
    // A full name speaks for the words that stand for it alone: a person's last, an organisation's first.
    let mut spoken_for: HashMap<&[String], [f32; Family::COUNT]> = HashMap::new();
    for (mention, words) in mentions.iter().zip(keys).filter(|(_, words)| words.len() > 1) {
        let part = match Family::of(mention.kind) {
            Family::Person => &words[words.len() - 1..],
            Family::Organisation => &words[..1],
            _ => continue,
        };
        let weight = spoken_for.entry(part).or_default();
        let family = Family::of(mention.kind) as usize;
        weight[family] = (weight[family] + mention.confidence).min(1.5);
    }
    let lexicon = Lexicon::get();
    let mut elected: HashMap<&[String], (Family, bool)> = HashMap::new();
    for (words, own) in &votes {
        let mut all = *own;
        if let Some(parts) = spoken_for.get(words) {
            // A place that everybody knows stays one, whoever bears its name.
            let place = lexicon.phrase(&words.join(" ")).is_some_and(|facts| facts.kind().is_gpe());
            let trust = if place { 0.3 } else { 2.0 };
            for (vote, part) in all.iter_mut().zip(parts) {
                *vote += trust * part;
            }
        }
        let total: f32 = all.iter().sum();
        let best = FAMILIES.iter().copied().fold(Family::Person, |best, family| {
            if all[family as usize] > all[best as usize] { family } else { best }
        });
        elected.insert(words, (best, all[best as usize] >= 0.65 * total));
    }
    mentions
        .iter()
        .zip(keys)
        .map(|(mention, words)| {
            let own = Family::of(mention.kind);
            match elected.get(words.as_slice()) {
                _ if own == Family::Value || own == Family::Person && mention.titled => own,
                Some(&(Family::Value, _)) | None => own,
                // "Aarhus agrees", where a Solveig Aarhus is named; but not "in Aarhus".
                _ if !mention.located && is_surname(words, &spoken_for) => Family::Person,
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

/// Whether the article names a person with this surname in full, and it is not a country's name as well.
fn is_surname(words: &[String], spoken_for: &HashMap<&[String], [f32; Family::COUNT]>) -> bool {
    let [word] = words else { return false };
    let Some(parts) = spoken_for.get(words) else { return false };
    let person = parts[Family::Person as usize];
    let country = || Lexicon::get().phrase(word).is_some_and(|facts| facts.kind() == PhraseKind::Country);
    person >= 0.5 && person > parts[Family::Organisation as usize] && !country()
}

const FAMILIES: [Family; Family::COUNT] =
    [Family::Person, Family::Organisation, Family::Place, Family::Group, Family::Thing, Family::Value];
