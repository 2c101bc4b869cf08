//! The spellings of names as they are compared: each once, with its mentions and its family.

use rustc_hash::FxHashMap as HashMap;

use super::family::Family;
use super::mention::Mention;
use super::vote::elect;
use super::words::{collapse, fold};
use crate::doc::Doc;
use crate::ner::Name;

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
    pub fn read(doc: &Doc, names: &[Name]) -> Forms {
        let mut names: Vec<&Name> =
            names.iter().filter(|name| !doc.span(name.tokens.clone()).is_empty()).collect();
        names.sort_by_key(|name| (name.tokens.start, name.tokens.end));
        let mentions: Vec<Mention> = names.into_iter().map(|name| Mention::of(doc, name)).collect();
        let keys: Vec<Vec<String>> = mentions
            .iter()
            .map(|mention| match mention.kind.is_value() {
                true => vec![doc.words(mention.tokens.clone()).to_owned()],
                false => fold(doc.words(mention.tokens.clone())),
            })
            .collect();
        let families = elect(&mentions, &keys);
        let mut forms = Forms { mentions, forms: Vec::new() };
        let mut known: HashMap<(Family, String), usize> = HashMap::default();
        for (index, (words, family)) in keys.into_iter().zip(families).enumerate() {
            let key = words.join(" ");
            let form = *known.entry((family, key.clone())).or_insert_with(|| {
                let text = collapse(doc.words(forms.mentions[index].tokens.clone()));
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

    /// The forms of a family, those of most words first, then by first mention.
    pub fn longest_first(&self, family: Family) -> Vec<usize> {
        let mut all = self.of(family);
        all.sort_by_key(|&form| std::cmp::Reverse(self.forms[form].words.len()));
        all
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
