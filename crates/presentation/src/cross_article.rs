//! The same people, organisations and places in several articles.
//!
//! Two are one if they are of one family and
//!
//! - their names have the same words, or one goes by the other's name as an alias that stands by itself (initials,
//!   another spelling);
//! - or all words but one are the same, and that one is only spelled otherwise ([`near`]);
//! - or one article has a single name for a person (a surname), and exactly one person of the others ends with it.
//!
//! The last two never join what an article itself keeps apart. Other first names keep people apart.

use std::collections::HashMap;

use analysis::{AliasReason, Entity, EntityId, EntityType};

use crate::{Article, Family};

/// Somebody or something that one or more articles speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedEntity {
    /// The fullest name that any article has.
    pub name: String,
    pub kind: EntityType,
    /// Which entity of which article (its place in the list) it is, in order.
    pub members: Vec<(usize, EntityId)>,
}

impl LinkedEntity {
    /// How much it matters in all of the articles together.
    pub fn weight(&self, articles: &[&Article]) -> usize {
        self.members
            .iter()
            .filter_map(|(nth, id)| articles.get(*nth).map(|article| article.weight(*id)))
            .sum()
    }

    /// Whether more than one article has it.
    pub fn is_shared(&self) -> bool {
        self.members.first().map(|(first, _)| first) != self.members.last().map(|(last, _)| last)
    }
}

/// The place in a linked list of each entity of each article.
pub(crate) type Places = HashMap<(usize, EntityId), usize>;

pub(crate) fn places(linked: &[LinkedEntity]) -> Places {
    let each = linked.iter().enumerate();
    each.flat_map(|(at, one)| one.members.iter().map(move |member| (*member, at))).collect()
}

/// Brings together what several articles speak of, first mentioned first. Dates and figures are left out.
pub fn link_across(articles: &[&Article]) -> Vec<LinkedEntity> {
    let mut list = List::default();
    let all = articles.iter().enumerate().flat_map(|(nth, article)| {
        let named = article.analysis.entities.iter().filter(|entity| !entity.kind.is_value());
        named.map(move |entity| Named {
            article: nth,
            family: Family::of(entity.kind),
            words: words_of(&entity.name),
            entity,
        })
    });
    // A surname alone is somebody only once the full names are known.
    let (surnames, full): (Vec<Named>, Vec<Named>) =
        all.partition(|named| named.family == Family::People && named.words.len() == 1);
    for named in &full {
        let found = list.by_name(named).or_else(|| list.by_spelling(named));
        list.put(named, found);
    }
    for named in &surnames {
        let found = list.by_name(named).or_else(|| list.by_surname(named));
        list.put(named, found);
    }
    let mut all = list.all;
    for linked in &mut all {
        linked.members.sort_unstable();
    }
    all.sort_by_key(|linked| linked.members.first().copied());
    all
}

struct Named<'a> {
    article: usize,
    family: Family,
    words: Vec<String>,
    entity: &'a Entity,
}

/// A name with a gap: its family, the gap's place, and all other words.
type Gap = (Family, usize, Vec<String>);

#[derive(Default)]
struct List {
    all: Vec<LinkedEntity>,
    /// By all words of a name, or of an alias that stands by itself.
    names: HashMap<(Family, Vec<String>), usize>,
    /// People by their last word.
    surnames: HashMap<String, Vec<usize>>,
    /// By all words but one: the place of that one, and what it is.
    but_one: HashMap<Gap, Vec<(String, usize)>>,
}

impl List {
    fn by_name(&self, named: &Named) -> Option<usize> {
        let mut names = std::iter::once(named.words.clone()).chain(own_names(named.entity));
        names.find_map(|words| self.names.get(&(named.family, words)).copied())
    }

    fn by_spelling(&self, named: &Named) -> Option<usize> {
        let candidates = but_each(&named.words).filter_map(|(at, rest, word)| {
            let others = self.but_one.get(&(named.family, at, rest))?;
            others
                .iter()
                .find(|(other, at)| near(other, &word) && self.is_free(*at, named.article))
                .map(|(_, at)| *at)
        });
        candidates.min()
    }

    fn by_surname(&self, named: &Named) -> Option<usize> {
        match self.surnames.get(named.words.first()?)?.as_slice() {
            [only] => Some(*only).filter(|at| self.is_free(*at, named.article)),
            _ => None,
        }
    }

    /// Whether the article has nobody of its own there.
    fn is_free(&self, at: usize, article: usize) -> bool {
        self.all.get(at).is_some_and(|linked| linked.members.iter().all(|(other, _)| *other != article))
    }

    fn put(&mut self, named: &Named, found: Option<usize>) {
        let Named { article, family, words, entity } = named;
        let at = found.unwrap_or(self.all.len());
        if found.is_none() {
            self.all.push(LinkedEntity { name: entity.name.clone(), kind: entity.kind, members: Vec::new() });
        }
        if let Some(linked) = self.all.get_mut(at) {
            if entity.name.len() > linked.name.len() {
                linked.name.clone_from(&entity.name);
            }
            linked.members.push((*article, entity.id));
        }
        for own in std::iter::once(words.clone()).chain(own_names(entity)) {
            self.names.entry((*family, own)).or_insert(at);
        }
        for (place, rest, word) in but_each(words) {
            let others = self.but_one.entry((*family, place, rest)).or_default();
            if !others.iter().any(|(_, other)| *other == at) {
                others.push((word, at));
            }
        }
        if let (Family::People, Some(last)) = (family, words.last()) {
            let others = self.surnames.entry(last.clone()).or_default();
            if !others.contains(&at) {
                others.push(at);
            }
        }
    }
}

/// Names that mean the entity by themselves: initials and other spellings, not surnames or titles.
fn own_names(entity: &Entity) -> impl Iterator<Item = Vec<String>> {
    let own = entity.aliases.iter().filter(|alias| {
        matches!(
            alias.why,
            AliasReason::Acronym
                | AliasReason::Spelling
                | AliasReason::Transliteration
                | AliasReason::FullName
        )
    });
    own.map(|alias| words_of(&alias.text)).filter(|words| !words.is_empty())
}

/// The words of a name in small letters, without its marks and "the".
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    words
}

/// Each word with its place and all the others; names of one word have none.
fn but_each(words: &[String]) -> impl Iterator<Item = (usize, Vec<String>, String)> {
    let several = if words.len() > 1 { words.len() } else { 0 };
    (0..several).filter_map(|at| {
        let mut rest = words.to_vec();
        let word = rest.remove(at);
        (word.chars().count() >= 4).then_some((at, rest, word))
    })
}

/// Whether two words are spellings of one: alike once what transliterations vary in is made the same (doubled
/// letters, y and i, w and v, a last f or ff, ph, kh, ck), or but for one vowel or h within. Another last letter, or one
/// more, makes another name: Mario and Maria, Paul and Paula.
pub(crate) fn near(a: &str, b: &str) -> bool {
    let (a, b) = (rough(a), rough(b));
    a == b || a.len() >= 4 && b.len() >= 4 && (one_more(&a, &b) || one_more(&b, &a) || one_other(&a, &b))
}

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'h'];

fn rough(word: &str) -> Vec<char> {
    let word = word.to_lowercase().replace("ph", "f").replace("kh", "h").replace("ck", "k");
    let mut all: Vec<char> = Vec::new();
    for c in word.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            c => c,
        };
        if all.last() != Some(&c) {
            all.push(c);
        }
    }
    if let Some(last) = all.last_mut().filter(|last| **last == 'f') {
        *last = 'v';
    }
    all
}

/// Whether `long` is `short` with one vowel or h more, neither at its start nor at its end.
fn one_more(short: &[char], long: &[char]) -> bool {
    if long.len() != short.len() + 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    (1..short.len()).contains(&same)
        && long.get(same).is_some_and(|c| VOWELS.contains(c))
        && short.get(same..) == long.get(same + 1..)
}

/// Whether they differ in one vowel, neither at their start nor at their end.
fn one_other(a: &[char], b: &[char]) -> bool {
    let last = a.len().saturating_sub(1);
    let mut differ = a.iter().zip(b).enumerate().filter(|(_, (a, b))| a != b);
    a.len() == b.len()
        && differ
            .next()
            .is_some_and(|(at, (a, b))| (1..last).contains(&at) && VOWELS.contains(a) && VOWELS.contains(b))
        && differ.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::article_of;
    use EntityType::{Gpe, Org, Person};

    fn members(linked: &[LinkedEntity], name: &str) -> Vec<usize> {
        let found = linked.iter().find(|linked| linked.name == name).map(|linked| &linked.members);
        found.map_or(Vec::new(), |members| members.iter().map(|(article, _)| *article).collect())
    }

    #[test]
    fn the_same_words_are_one_and_other_first_names_are_not() {
        let a = article_of(
            "Ana Ruiz met Jan Holm in Lisbon.",
            &[(Person, "Ana Ruiz"), (Person, "Jan Holm"), (Gpe, "Lisbon")],
        );
        let b = article_of(
            "Ola Holm left Lisbon with Ana  Ruiz.",
            &[(Person, "Ola Holm"), (Gpe, "Lisbon"), (Person, "Ana  Ruiz")],
        );
        let all = link_across(&[&a, &b]);
        assert_eq!(members(&all, "Lisbon"), [0, 1]);
        assert_eq!(members(&all, "Ana  Ruiz"), [0, 1]);
        assert_eq!(members(&all, "Jan Holm"), [0]);
        assert_eq!(members(&all, "Ola Holm"), [1]);
    }

    #[test]
    fn a_surname_alone_is_the_one_who_bears_it() {
        let a = article_of("Ruiz left.", &[(Person, "Ruiz")]);
        let b = article_of("Ana Ruiz came.", &[(Person, "Ana Ruiz")]);
        let c = article_of("Eva Ruiz stayed.", &[(Person, "Eva Ruiz")]);
        assert_eq!(members(&link_across(&[&a, &b]), "Ana Ruiz"), [0, 1]);
        assert_eq!(members(&link_across(&[&a, &b, &c]), "Ruiz"), [0], "it could be either");
    }

    #[test]
    fn another_spelling_is_one_unless_an_article_has_both() {
        let a = article_of("Steven Halkov came.", &[(Person, "Steven Halkov")]);
        let b = article_of("Steven Halkoff came.", &[(Person, "Steven Halkoff")]);
        let c = article_of(
            "Steven Halkov and Steven Halkoff.",
            &[(Person, "Steven Halkov"), (Person, "Steven Halkoff")],
        );
        assert_eq!(members(&link_across(&[&a, &b]), "Steven Halkoff"), [0, 1]);
        assert_eq!(link_across(&[&c]).len(), 2);
    }

    #[test]
    fn an_organisation_goes_by_its_initials() {
        let mut a = article_of("Baltic Transport Union (BTU)", &[(Org, "Baltic Transport Union")]);
        a.analysis = {
            let mut analysis = analysis::Analysis::clone(&a.analysis);
            analysis.entities[0].aliases = vec![analysis::Alias {
                text: "BTU".to_owned(),
                count: 1,
                why: AliasReason::Acronym,
                confidence: 1.0,
            }];
            std::sync::Arc::new(analysis)
        };
        let b = article_of("BTU said no.", &[(Org, "BTU")]);
        assert_eq!(members(&link_across(&[&a, &b]), "Baltic Transport Union"), [0, 1]);
    }

    #[test]
    fn spellings_are_near_and_other_names_are_not() {
        for (a, b) in [
            ("Witkoff", "Witkov"),
            ("Quintela", "Quintella"),
            ("Zelenskiy", "Zelensky"),
            ("Stefan", "Stephan"),
            ("Mohamed", "Mohamad"),
            ("Gaddafi", "Gadhafi"),
        ] {
            assert!(near(a, b), "{a} {b}");
        }
        for (a, b) in
            [("Brown", "Crown"), ("Wilson", "Wilton"), ("Anna", "Hanna"), ("Ruiz", "Ruas"), ("Holm", "Helms")]
        {
            assert!(!near(a, b), "{a} {b}");
        }
    }

    #[test]
    fn many_names_are_linked_without_comparing_each_with_each() {
        let names: Vec<String> = (0..4_000).map(|n| format!("Ana{n} Ruiz{}", n * 7 % 4_000)).collect();
        let text = names.join(". ");
        let entities: Vec<_> = names.iter().map(|name| (Person, name.as_str())).collect();
        let (a, b) = (article_of(&text, &entities), article_of(&text, &entities));
        let all = link_across(&[&a, &b]);
        assert_eq!((all.len(), all.iter().filter(|linked| linked.is_shared()).count()), (4_000, 4_000));
    }
}
