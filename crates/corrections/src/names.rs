//! A reader's own names: built from the corrections of one article, applied to the next.

use analysis::{Analysis, Document, Entity, EntityType, Span};
use serde::{Deserialize, Serialize};

use crate::history::NotRead;
use crate::{Anchor, Correction, Whom};

const SCHEMA: &str = "article-explorer/names/1";

/// A name as the reader wants it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownName {
    pub name: String,
    /// None: these words are no name.
    pub kind: Option<EntityType>,
    /// Other ways it is written.
    pub aliases: Vec<String>,
}

/// Names by their words, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameList {
    names: Vec<KnownName>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    schema: String,
    names: Vec<KnownName>,
}

impl NameList {
    pub fn names(&self) -> &[KnownName] {
        &self.names
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// What the corrections of an article say of its names; `corrected` is the analysis after them.
    pub fn of(corrected: &Analysis, done: &[Correction]) -> NameList {
        let mut list = NameList::default();
        let mut add = |name: &str| {
            let entity = corrected.entities.iter().find(|entity| is_called(entity, name));
            if let Some(entity) = entity.filter(|entity| !entity.kind.is_value()) {
                list.put(KnownName {
                    name: entity.name.clone(),
                    kind: Some(entity.kind),
                    aliases: entity.aliases.iter().map(|alias| alias.text.clone()).collect(),
                });
            }
        };
        for correction in done {
            match correction {
                Correction::Rename { name, .. } => add(name),
                Correction::Retype { entity, .. } => add(&entity.name),
                Correction::Merge { into, .. } => add(&into.name),
                Correction::AddName { at, .. } => add(&at.words),
                _ => {}
            }
        }
        for correction in done {
            if let Correction::NotAName { entity } = correction {
                list.put(KnownName { name: entity.name.clone(), kind: None, aliases: Vec::new() });
            }
        }
        list
    }

    /// Adds a name, in the place of one with the same words.
    pub fn put(&mut self, mut known: KnownName) {
        known.aliases.sort();
        known.aliases.dedup();
        known.aliases.retain(|alias| *alias != known.name);
        match self.names.binary_search_by(|other| other.name.cmp(&known.name)) {
            Ok(at) => self.names[at] = known,
            Err(at) => self.names.insert(at, known),
        }
    }

    pub fn remove(&mut self, name: &str) {
        self.names.retain(|known| known.name != name);
    }

    /// Adds every name of another list.
    pub fn merge(&mut self, other: NameList) {
        other.names.into_iter().for_each(|known| self.put(known));
    }

    /// What the list says of another article, as corrections of its analysis.
    pub fn corrections_for(&self, document: &Document, analysis: &Analysis) -> Vec<Correction> {
        self.names.iter().flat_map(|known| corrections_for(known, document, analysis)).collect()
    }

    pub fn to_json(&self) -> String {
        let saved = Saved { schema: SCHEMA.to_owned(), names: self.names.clone() };
        serde_json::to_string(&saved).unwrap_or_default()
    }

    /// The list back.
    ///
    /// # Errors
    /// If it is not JSON of the shape that [`NameList::to_json`] writes.
    pub fn from_json(json: &str) -> Result<NameList, NotRead> {
        let saved: Saved = serde_json::from_str(json)
            .map_err(|error| NotRead(format!("This is no name list of Article Explorer ({error}).")))?;
        if saved.schema != SCHEMA {
            return Err(NotRead(format!(
                "This name list is of a version that this one does not know ({}).",
                saved.schema
            )));
        }
        let mut list = NameList::default();
        saved
            .names
            .into_iter()
            .filter(|known| !known.name.trim().is_empty())
            .for_each(|known| list.put(known));
        Ok(list)
    }
}

fn is_called(entity: &Entity, name: &str) -> bool {
    entity.name == name || entity.aliases.iter().any(|alias| alias.text == name)
}

fn corrections_for(known: &KnownName, document: &Document, analysis: &Analysis) -> Vec<Correction> {
    let mut found: Vec<&Entity> =
        analysis.entities.iter().filter(|entity| entity.name == known.name).collect();
    let Some(kind) = known.kind else {
        let whom = found.first().and_then(|entity| Whom::of(document, entity));
        return whom.map(|entity| Correction::NotAName { entity }).into_iter().collect();
    };
    // An alias alone may be somebody else's: it counts where the article has nobody of the full name.
    let named = known.aliases.iter().filter(|alias| alias.contains(' ') || !found.is_empty());
    let others: Vec<&Entity> =
        named.filter_map(|alias| analysis.entities.iter().find(|entity| entity.name == *alias)).collect();
    found.extend(others);
    let Some(into) = found.first().and_then(|first| Whom::of(document, first)) else {
        return missed(&known.name, document).map(|at| add(at, kind)).into_iter().collect();
    };
    let mut corrections = Vec::new();
    for other in found.iter().skip(1) {
        corrections
            .extend(Whom::of(document, other).map(|from| Correction::Merge { from, into: into.clone() }));
    }
    if found.first().is_some_and(|first| first.kind != kind) {
        corrections.push(Correction::Retype { entity: into.clone(), kind });
    }
    if found.first().is_some_and(|first| first.name != known.name) {
        corrections.push(Correction::Rename { entity: into, name: known.name.clone() });
    }
    corrections
}

fn add(at: Anchor, kind: EntityType) -> Correction {
    Correction::AddName { at, kind, into: None, everywhere: true }
}

/// Where the article has these words as whole words.
fn missed(words: &str, document: &Document) -> Option<Anchor> {
    let text = document.text.as_str();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = text.match_indices(words).map(|(at, _)| at).find(|at| {
        let (before, rest) = text.split_at(*at);
        !is_letter(before.chars().next_back()) && !is_letter(rest[words.len()..].chars().next())
    })?;
    Some(Anchor::of(text, Span::new(found, found + words.len())))
}
