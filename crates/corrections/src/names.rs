//! A reader's own list of names: what corrections said of names in one article, to be said of the next.
//!
//! Only what the reader decided is learnt, not what the engine found: its surnames and titles are good in their
//! article alone, and so are dates and figures. What the list says of another article becomes corrections there,
//! which can be undone like any others.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use analysis::{AliasReason, Analysis, Document, Entity, EntityId, EntityType, Span};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use text::bounds::LONGEST_LABEL;

use crate::anchor::Mentions;
use crate::apply::{Corrected, Desk};
use crate::correction::Correction;
use crate::file::{ReadError, entries, open};
use crate::words::{collapse, crosses_blocks, is_whole, occurrences};

/// The name and version of the form in which name lists are kept.
const SCHEMA: &str = "article-explorer/names/1";

/// Names that a reader knows, and words that they know for no names. Sorted; every name stands in it once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NameList {
    names: Vec<KnownName>,
    not_names: Vec<NotName>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownName {
    pub name: String,
    #[serde(with = "crate::file::entity_type")]
    pub kind: EntityType,
    /// What else it is written as.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// What merging a list into another changes there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergeEffect {
    pub added: Vec<KnownName>,
    /// Of another type or with more spellings, as they will be.
    pub changed: Vec<KnownName>,
    pub removed: Vec<KnownName>,
    /// New words that are no names.
    pub not_names: Vec<NotName>,
}

impl MergeEffect {
    pub fn is_nothing(&self) -> bool {
        *self == MergeEffect::default()
    }
}

/// Words that are no name of this type: "May" may be no person, and yet a month.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotName {
    pub name: String,
    #[serde(with = "crate::file::entity_type")]
    pub kind: EntityType,
}

impl NameList {
    /// A list in its order. Of two entries for one name the later one is right; white space and blank names go.
    pub fn new(names: Vec<KnownName>, not_names: Vec<NotName>) -> Self {
        let mut known: BTreeMap<(String, String), (EntityType, BTreeSet<String>)> = BTreeMap::new();
        let key = |name: &str| (name.to_lowercase(), name.to_owned());
        for KnownName { name, kind, aliases } in names {
            let name = collapse(&name);
            let (known_kind, spellings) = known.entry(key(&name)).or_insert((kind, BTreeSet::new()));
            *known_kind = kind;
            spellings.extend(aliases.iter().map(|alias| collapse(alias)));
        }
        let not_names = not_names.into_iter().map(|not| NotName { name: collapse(&not.name), ..not });
        let not_names: BTreeSet<NotName> = not_names
            .filter(|not| !not.name.is_empty())
            .filter(|not| known.get(&key(&not.name)).is_none_or(|(kind, _)| *kind != not.kind))
            .collect();
        let entry = |((_, name), (kind, mut aliases)): (_, (EntityType, BTreeSet<String>))| {
            aliases.retain(|alias| !alias.is_empty() && *alias != name);
            KnownName { name, kind, aliases: aliases.into_iter().collect() }
        };
        let names = known.into_iter().map(entry).filter(|known| !known.name.is_empty()).collect();
        NameList { names, not_names: not_names.into_iter().collect() }
    }

    /// What the reader's corrections of an article say of names: `corrected` is what they made of it.
    pub fn learn(corrections: &[Correction], corrected: &Corrected) -> Self {
        let edited = corrected.edited.iter().filter_map(|&id| corrected.analysis.entity(id));
        let names = edited.filter(|entity| !entity.kind.is_value()).map(known_name).collect();
        let unfit: BTreeSet<usize> = corrected.unfit.iter().map(|unfit| unfit.index).collect();
        let fit = corrections.iter().enumerate().filter(|(index, _)| !unfit.contains(index));
        let removed = fit.filter_map(|(_, correction)| match correction {
            Correction::NotAName { entity } => Some(NotName { name: entity.name.clone(), kind: entity.kind }),
            _ => None,
        });
        NameList::new(names, removed.collect())
    }

    pub fn names(&self) -> &[KnownName] {
        &self.names
    }

    pub fn not_names(&self) -> &[NotName] {
        &self.not_names
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.not_names.is_empty()
    }

    /// Adds a newer list. Where the two disagree the newer is right; spellings are kept from both.
    pub fn merge(&mut self, newer: NameList) {
        let mut old = std::mem::take(self);
        let no_more: BTreeSet<&NotName> = newer.not_names.iter().collect();
        old.names.retain(|known| !no_more.contains(&NotName { name: known.name.clone(), kind: known.kind }));
        old.names.extend(newer.names);
        old.not_names.extend(newer.not_names);
        *self = NameList::new(old.names, old.not_names);
    }

    /// What [`NameList::merge`] would do with a newer list.
    pub fn effect_of(&self, newer: &NameList) -> MergeEffect {
        let mut merged = self.clone();
        merged.merge(newer.clone());
        let before: HashMap<&str, &KnownName> =
            self.names.iter().map(|one| (one.name.as_str(), one)).collect();
        let after: HashSet<&str> = merged.names.iter().map(|one| one.name.as_str()).collect();
        let mut effect = MergeEffect::default();
        for one in &merged.names {
            match before.get(one.name.as_str()) {
                None => effect.added.push(one.clone()),
                Some(known) if *known != one => effect.changed.push(one.clone()),
                Some(_) => {}
            }
        }
        effect.removed =
            self.names.iter().filter(|one| !after.contains(one.name.as_str())).cloned().collect();
        let not = merged.not_names.iter().filter(|not| !self.not_names.contains(not));
        effect.not_names = not.cloned().collect();
        effect
    }

    /// JSON in lines, to be kept as a file that people can read and edit. The same list gives the same bytes.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Saved<'a> {
            schema: &'static str,
            #[serde(flatten)]
            list: &'a NameList,
        }
        // Plain data with string keys always has a JSON form.
        serde_json::to_string_pretty(&Saved { schema: SCHEMA, list: self }).unwrap_or_default()
    }

    /// What [`NameList::to_json`] wrote, also after somebody has edited it.
    ///
    /// # Errors
    ///
    /// What is not JSON, is of another schema or version, or holds an entry that is no name.
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        let mut saved = open(json, SCHEMA, "a list of names")?;
        let names = entries(saved.get_mut("names").map(Value::take), "name", "names")?;
        let not_names = saved.get_mut("not_names").map_or(Value::Array(Vec::new()), Value::take);
        let mut list = NameList::new(
            names,
            entries(Some(not_names), "word that is no name", "words that are no names")?,
        );
        // Longer words are nobody's name.
        let fits = |name: &str| name.chars().nth(LONGEST_LABEL).is_none();
        list.names.retain(|known| fits(&known.name));
        list.names.iter_mut().for_each(|known| known.aliases.retain(|alias| fits(alias)));
        list.not_names.retain(|not| fits(&not.name));
        Ok(list)
    }

    /// What the list says of another article, in the order in which to apply it to this analysis.
    ///
    /// Names that were found are renamed, retyped and joined; those that were missed are marked where their words
    /// stand, unless the article means something else by them. Dates and figures stay what they are.
    pub fn corrections_for(&self, document: &Document, analysis: &Analysis) -> Vec<Correction> {
        let mut plan = Plan {
            document,
            desk: Desk::new(document, analysis.clone()),
            words: document.text.split(|c: char| !c.is_alphanumeric()).collect(),
            made: Vec::new(),
        };
        for not_name in &self.not_names {
            plan.remove(not_name);
        }
        let mut claims: HashMap<&str, usize> = HashMap::new();
        for known in &self.names {
            for spelling in spellings(known) {
                *claims.entry(spelling).or_default() += 1;
            }
        }
        for known in &self.names {
            let own = |spelling: &&str| *spelling == known.name || claims.get(*spelling) == Some(&1);
            plan.tell(known, &spellings(known).filter(own).collect::<Vec<_>>());
        }
        plan.made
    }
}

fn known_name(entity: &Entity) -> KnownName {
    let lasting = entity.aliases.iter().filter(|alias| {
        !matches!(alias.why, AliasReason::Surname | AliasReason::GivenName | AliasReason::Title)
    });
    let aliases = lasting.map(|alias| alias.text.clone()).collect();
    KnownName { name: entity.name.clone(), kind: entity.kind, aliases }
}

fn spellings(known: &KnownName) -> impl Iterator<Item = &str> {
    [&known.name].into_iter().chain(&known.aliases).map(String::as_str)
}

/// The corrections of one article so far, and what they have made of it.
struct Plan<'a> {
    document: &'a Document,
    desk: Desk<'a>,
    /// Every word of the text: most names of a long list have none of theirs in it.
    words: HashSet<&'a str>,
    made: Vec<Correction>,
}

impl Plan<'_> {
    /// Carries a correction out on what the ones before it have made, so that the next is made from what it finds.
    fn say(&mut self, correction: Option<Correction>) {
        if let Some(correction) = correction
            && self.desk.carry_out(&correction).is_ok()
        {
            self.made.push(correction);
        }
    }

    fn remove(&mut self, not: &NotName) {
        let named = |entity: &&Entity| entity.name == not.name && entity.kind == not.kind;
        let found: Vec<EntityId> = self.desk.analysis.entities.iter().filter(named).map(|e| e.id).collect();
        for id in found {
            self.say(Correction::not_a_name(self.document, &self.desk.analysis, id));
        }
    }

    fn tell(&mut self, known: &KnownName, spellings: &[&str]) {
        let mut found: Vec<EntityId> = Vec::new();
        for spelling in spellings {
            let named = |entity: &&Entity| entity.name == *spelling && !entity.kind.is_value();
            found.extend(self.desk.analysis.entities.iter().filter(named).map(|entity| entity.id));
        }
        let mut target = found.first().copied();
        if let Some(id) = target {
            self.settle(id, known);
            for &other in found.iter().skip(1) {
                self.say(Correction::merge(self.document, &self.desk.analysis, other, id));
            }
        }
        for spelling in spellings {
            let Some(span) = self.missed(spelling, target) else { continue };
            let shown = &self.desk.analysis;
            self.say(Correction::add_name(self.document, shown, span, known.kind, target, true));
            if target.is_none() {
                let has_it = |entity: &&Entity| entity.mentions.iter().any(|mention| mention.span == span);
                target = self.desk.analysis.entities.iter().find(has_it).map(|entity| entity.id);
                target.iter().for_each(|&id| self.settle(id, known));
            }
        }
    }

    fn settle(&mut self, id: EntityId, known: &KnownName) {
        self.say(Correction::rename(self.document, &self.desk.analysis, id, &known.name));
        self.say(Correction::retype(self.document, &self.desk.analysis, id, known.kind));
    }

    /// Where a spelling was missed first. Nowhere if its words, wherever they stand, mean another entity, or if they
    /// are one word with a capital because its sentence begins there.
    fn missed(&self, spelling: &str, target: Option<EntityId>) -> Option<Span> {
        let text = self.document.text.as_str();
        let mut words = spelling.split(|c: char| !c.is_alphanumeric());
        if !words.all(|word| word.is_empty() || self.words.contains(word)) || !text.contains(spelling) {
            return None;
        }
        let mentions = Mentions::of(&self.desk.analysis);
        let mut missed = Vec::new();
        for span in occurrences(text, spelling) {
            if !is_whole(text, span) || crosses_blocks(self.document, span) {
                continue;
            }
            match mentions.over(span).find(|(mention, _)| mention.contains(span)) {
                Some((mention, id)) if mention == span && Some(id) != target => return None,
                Some(_) => {}
                None if mentions.over(span).all(|(mention, _)| span.contains(mention)) => missed.push(span),
                None => {}
            }
        }
        let certain = |span: &&Span| spelling.contains(' ') || !self.opens_sentence(**span);
        missed.iter().any(|span| certain(&span)).then(|| missed.first().copied()).flatten()
    }

    fn opens_sentence(&self, span: Span) -> bool {
        let sentences = &self.desk.analysis.sentences;
        let after = sentences.partition_point(|sentence| sentence.end <= span.start);
        sentences.get(after).is_some_and(|sentence| {
            let before = Span::new(sentence.start as usize, span.start as usize);
            !before.of(&self.document.text).contains(char::is_alphanumeric)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apply;
    use crate::fixture::{self, at, id};

    fn known(name: &str, kind: EntityType, aliases: &[&str]) -> KnownName {
        KnownName { name: name.into(), kind, aliases: aliases.iter().map(|&alias| alias.into()).collect() }
    }

    fn learnt() -> NameList {
        let (document, base) = fixture::article();
        let [ruiz, lisbon, times] = ["Ana Ruiz", "Lisbon", "Lisbon Times"].map(|name| id(&base, name));
        let made = [
            Correction::rename(&document, &base, ruiz, "Ana María Ruiz"),
            Correction::retype(&document, &base, times, EntityType::WorkOfArt),
            Correction::add_name(&document, &base, at("Okello", 0), EntityType::Person, None, true),
            Correction::not_a_name(&document, &base, lisbon),
        ];
        let made = made.map(|made| made.expect("the fixture has it"));
        NameList::learn(&made, &apply(&document, &base, &made))
    }

    #[test]
    fn what_the_reader_decided_is_learnt_and_nothing_else() {
        let list = learnt();
        let names = [
            known("Ana María Ruiz", EntityType::Person, &["Ana Ruiz", "Ruis"]),
            known("Lisbon Times", EntityType::WorkOfArt, &[]),
            known("Okello", EntityType::Person, &[]),
        ];
        assert_eq!(list.names(), names);
        assert_eq!(list.not_names(), [NotName { name: "Lisbon".into(), kind: EntityType::Gpe }]);
    }

    #[test]
    fn the_next_article_gets_what_the_reader_said() {
        let text = "In Lisbon, Ana Ruiz spoke of Okello. Ruis and Okello left. The Lisbon Times wrote it.";
        let document = Document::from_paragraphs(text);
        let mention = |words: &str| analysis::Mention {
            span: occurrences(text, words).next().expect("the words are there"),
            kind: analysis::MentionKind::Name,
        };
        let entity = |id, kind, name: &str| Entity {
            id: EntityId(id),
            kind,
            name: name.into(),
            aliases: Vec::new(),
            role: None,
            salience: 0.0,
            mentions: vec![mention(name)],
        };
        let base = Analysis {
            entities: vec![
                entity(1, EntityType::Gpe, "Lisbon"),
                entity(2, EntityType::Person, "Ana Ruiz"),
                entity(3, EntityType::Org, "Ruis"),
                entity(4, EntityType::Org, "Lisbon Times"),
            ],
            ..Analysis::default()
        };
        let list = learnt();
        let made = list.corrections_for(&document, &base);
        let corrected = apply(&document, &base, &made);
        assert_eq!(corrected.unfit, []);
        let shown: Vec<_> = corrected
            .analysis
            .entities
            .iter()
            .map(|e| (e.name.as_str(), e.kind.name(), e.mentions.len()))
            .collect();
        let expected =
            [("Ana María Ruiz", "PERSON", 2), ("Okello", "PERSON", 2), ("Lisbon Times", "WORK_OF_ART", 1)];
        assert_eq!(shown, expected);
        assert_eq!(list.corrections_for(&document, &corrected.analysis), [], "it is all said");
    }

    #[test]
    fn a_word_that_means_another_in_this_article_stays_with_it() {
        let (document, base) = fixture::article();
        let list = NameList::new(vec![known("Ruis", EntityType::Org, &[])], Vec::new());
        assert_eq!(list.corrections_for(&document, &base), []);
        let month = NameList::new(vec![known("Monday", EntityType::Person, &[])], Vec::new());
        assert_eq!(month.corrections_for(&document, &base), []);
    }

    #[test]
    fn a_word_that_only_opens_sentences_is_not_taken_for_a_name() {
        let document = Document::from_paragraphs("Will they come? “Will we?”");
        let sentences = vec![Span::new(0, 15), Span::new(16, document.text.len())];
        let base = Analysis { sentences, ..Analysis::default() };
        let list = NameList::new(vec![known("Will", EntityType::Person, &[])], Vec::new());
        assert_eq!(list.corrections_for(&document, &base), []);
    }

    #[test]
    fn a_spelling_that_two_names_claim_joins_neither() {
        let (document, base) = fixture::article();
        let names =
            ["Ana Ruiz", "Ben Adeyemi"].map(|name| known(name, EntityType::Person, &["Lisbon Times"])).into();
        assert_eq!(NameList::new(names, Vec::new()).corrections_for(&document, &base), []);
    }

    #[test]
    fn the_newer_of_two_lists_is_right() {
        let may = |kind| NotName { name: "May".into(), kind };
        let mut list = NameList::new(
            vec![known("Apple", EntityType::Gpe, &["AAPL"]), known("Will", EntityType::Person, &[])],
            vec![may(EntityType::Person)],
        );
        list.merge(NameList::new(
            vec![known("Apple", EntityType::Org, &["Apple Inc."]), known("May", EntityType::Person, &[])],
            vec![NotName { name: "Will".into(), kind: EntityType::Person }],
        ));
        let names =
            [known("Apple", EntityType::Org, &["AAPL", "Apple Inc."]), known("May", EntityType::Person, &[])];
        assert_eq!(list.names(), names);
        assert_eq!(list.not_names(), [NotName { name: "Will".into(), kind: EntityType::Person }]);
        let before = list.clone();
        list.merge(before.clone());
        assert_eq!(list, before);
    }

    #[test]
    fn a_list_reads_back_to_the_same_bytes() {
        let list = learnt();
        let read = NameList::from_json(&list.to_json()).expect("what was written is read");
        assert_eq!(read, list);
        assert_eq!(read.to_json(), list.to_json());
        assert_eq!(NameList::from_json(&NameList::default().to_json()), Ok(NameList::default()));
    }

    #[test]
    fn a_list_that_was_edited_by_hand_is_put_in_order() {
        let json = r#"{"schema":"article-explorer/names/1",
            "names":[{"name":" b  c ","kind":"ORG","aliases":["","b c","B"]},{"name":"A","kind":"GPE"},{"name":" ","kind":"ORG"}]}"#;
        let list = NameList::from_json(json).expect("a list");
        assert_eq!(list.names(), [known("A", EntityType::Gpe, &[]), known("b c", EntityType::Org, &["B"])]);
        let error = NameList::from_json(&json.replace("GPE", "PLACE")).expect_err("no such type").to_string();
        assert_eq!(error, "Entry 2 cannot be read as a name: there is no type “PLACE”.");
        let error = NameList::from_json(&crate::to_json(&[])).expect_err("another schema").to_string();
        assert_eq!(error, "This is not a list of names of Article Explorer.");
    }

    #[test]
    fn what_a_merge_would_do_is_told_before_it_is_done() {
        let not = |name: &str| NotName { name: name.into(), kind: EntityType::Person };
        let here = NameList::new(
            vec![
                known("Ana Ruiz", EntityType::Person, &[]),
                known("Velm", EntityType::Gpe, &[]),
                known("May", EntityType::Person, &[]),
            ],
            vec![not("Will")],
        );
        let newer = NameList::new(
            vec![
                known("Ana Ruiz", EntityType::Person, &["A. Ruiz"]),
                known("Velm", EntityType::Gpe, &[]),
                known("Tarn", EntityType::Org, &[]),
            ],
            vec![not("May"), not("Will")],
        );
        let effect = here.effect_of(&newer);
        assert_eq!(effect.added, [known("Tarn", EntityType::Org, &[])]);
        assert_eq!(effect.changed, [known("Ana Ruiz", EntityType::Person, &["A. Ruiz"])]);
        assert_eq!(effect.removed, [known("May", EntityType::Person, &[])]);
        assert_eq!(effect.not_names, [not("May")]);
        assert!(here.effect_of(&here).is_nothing());
        assert!(here.effect_of(&NameList::default()).is_nothing());
    }

    #[test]
    fn words_that_nobody_is_called_are_left_out_of_a_list_that_comes_in() {
        let endless = "Wulfe".repeat(50_000);
        let json = format!(
            r#"{{"schema":"article-explorer/names/1","names":[{{"name":"{endless}","kind":"ORG"}},
            {{"name":"A","kind":"GPE","aliases":["{endless}","B"]}}],"not_names":[{{"name":"{endless}","kind":"ORG"}}]}}"#
        );
        let list = NameList::from_json(&json).expect("a list");
        assert_eq!(list.names(), [known("A", EntityType::Gpe, &["B"])]);
        assert!(list.not_names().is_empty());
        let entry = r#"{"name":"A","kind":"GPE"},"#.repeat(100_000);
        let json = format!(
            r#"{{"schema":"article-explorer/names/1","names":[{entry}{{"name":"B","kind":"ORG"}}]}}"#
        );
        let error = NameList::from_json(&json).expect_err("too many").to_string();
        assert_eq!(error, "It has 100001 names; 100000 are the most.");
    }
}
