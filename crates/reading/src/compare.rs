//! Several articles beside each other: who is in more than one, what is quoted in more than one and how it differs,
//! names spelled in several ways, figures that disagree.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use analysis::{EntityId, Figure, MentionKind, Quote};

use crate::united::{near, words_of};
use crate::words::fold;
use crate::{Article, United, unite};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// In two or more articles, heaviest first.
    pub shared: Vec<United>,
    /// For each article, who is only in it, heaviest first.
    pub single: Vec<Vec<EntityId>>,
    /// Sayings that stand in several articles, in the order of the first that has them.
    pub quotes: Vec<SameQuote>,
    pub spellings: Vec<Spellings>,
    pub figures: Vec<Clash>,
}

/// One saying in several articles.
#[derive(Debug, Clone, PartialEq)]
pub struct SameQuote {
    /// One of each article that has it, in the order of the articles.
    pub members: Vec<Said>,
    pub wording: Wording,
    pub speakers: Speakers,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    Same,
    /// One of them has all that another has, and more.
    Cut,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speakers {
    Same,
    /// Not everywhere a name.
    Unclear,
    Other,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The article's place in the list.
    pub article: usize,
    /// The quote's number in it.
    pub quote: u32,
    /// Its words, cut wherever what all the others have begins or ends.
    pub runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub shared: bool,
}

/// A name with a word that is spelled in several ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spellings {
    pub name: String,
    pub forms: Vec<Form>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub text: String,
    /// For each article, how many mentions have it.
    pub counts: Vec<usize>,
}

/// One thing with figures that disagree, one of each article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What is counted or measured, in the words of the first article.
    pub what: String,
    /// The article's place in the list, and the figure's in its analysis.
    pub members: Vec<(usize, usize)>,
}

/// Puts two or more articles beside each other.
pub fn compare(articles: &[&Article]) -> Comparison {
    let united = unite(articles);
    let mut at: HashMap<(usize, EntityId), usize> = HashMap::new();
    for (nth, one) in united.iter().enumerate() {
        at.extend(one.members.iter().map(|member| (*member, nth)));
    }
    let weight = |one: &United| -> usize {
        one.members.iter().filter_map(|(nth, id)| articles.get(*nth).map(|article| article.weight(*id))).sum()
    };
    let mut single: Vec<Vec<EntityId>> = articles
        .iter()
        .enumerate()
        .map(|(nth, _)| {
            let alone = united.iter().filter(|one| !one.is_shared());
            alone
                .flat_map(|one| one.members.iter().filter(|(other, _)| *other == nth).map(|(_, id)| *id))
                .collect()
        })
        .collect();
    for (ids, article) in single.iter_mut().zip(articles) {
        ids.sort_by_key(|id| Reverse(article.weight(*id)));
    }
    let mut shared: Vec<United> = united.into_iter().filter(United::is_shared).collect();
    shared.sort_by_key(|one| Reverse(weight(one)));
    Comparison {
        single,
        quotes: same_quotes(articles, &at),
        spellings: shared.iter().flat_map(|one| spellings(articles, one)).collect(),
        figures: clashes(articles, &at),
        shared,
    }
}

// Quotes

/// Words of a quote that are looked at; a longer one is compared by its beginning.
const LONGEST: usize = 300;
/// A word says little about which quote it is from if it is in more of them.
const COMMON: usize = 24;
/// Least words in common, the least part of the shorter quote that they are unless they are all of it, and how many of
/// them must be telling ones, of four letters or more. Two sayings that only begin alike are two.
const ALIKE: (usize, f64, usize) = (5, 0.8, 2);

struct Saying<'a> {
    article: usize,
    quote: &'a Quote,
    /// As they are written, with what stands around them.
    written: Vec<&'a str>,
    /// The same made alike; empty for what holds no word.
    words: Vec<String>,
}

fn same_quotes(articles: &[&Article], at: &HashMap<(usize, EntityId), usize>) -> Vec<SameQuote> {
    let sayings: Vec<Saying> = articles
        .iter()
        .enumerate()
        .flat_map(|(nth, article)| {
            article.analysis.quotes.iter().map(move |quote| saying(nth, article, quote))
        })
        .collect();
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (nth, saying) in sayings.iter().enumerate() {
        let long: HashSet<&str> =
            saying.words.iter().map(String::as_str).filter(|word| word.len() >= 4).collect();
        for word in long {
            by_word.entry(word).or_default().push(nth);
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for (nth, saying) in sayings.iter().enumerate() {
        // Earlier sayings that share a telling word, closest first.
        let mut earlier: Vec<usize> = saying
            .words
            .iter()
            .filter_map(|word| by_word.get(word.as_str()).filter(|all| all.len() <= COMMON))
            .flat_map(|all| all.iter().copied().take_while(|other| *other < nth))
            .filter(|other| sayings.get(*other).is_some_and(|other| other.article != saying.article))
            .collect();
        earlier.sort_unstable();
        earlier.dedup();
        let mut alike: Vec<(usize, usize)> = earlier
            .into_iter()
            .filter_map(|other| Some((alike(&saying.words, &sayings.get(other)?.words)?, other)))
            .collect();
        alike.sort_by_key(|(common, other)| (Reverse(*common), *other));
        let free = |group: &Vec<usize>| {
            group.iter().all(|other| sayings.get(*other).is_some_and(|other| other.article != saying.article))
        };
        let found = alike.iter().find_map(|(_, other)| {
            let group = *group_of.get(other)?;
            groups.get(group).is_some_and(free).then_some(group)
        });
        let group = found.unwrap_or(groups.len());
        match groups.get_mut(group) {
            Some(members) => members.push(nth),
            None => groups.push(vec![nth]),
        }
        group_of.insert(nth, group);
    }
    let several = groups.into_iter().filter(|group| group.len() > 1);
    several.map(|group| beside(group.iter().filter_map(|nth| sayings.get(*nth)).collect(), at)).collect()
}

fn saying<'a>(article: usize, of: &'a Article, quote: &'a Quote) -> Saying<'a> {
    let mut written: Vec<&str> = Vec::new();
    for span in &quote.segments {
        if !written.is_empty() {
            written.push("…");
        }
        written.extend(of.words(*span).split_whitespace());
    }
    written.truncate(LONGEST);
    let plain = |word: &&str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    Saying { article, quote, words: written.iter().map(plain).map(|word| fold(&word)).collect(), written }
}

/// How many words two sayings have in common in one order, if these make them the same.
fn alike(a: &[String], b: &[String]) -> Option<usize> {
    let shared = in_common(a, b);
    let shared =
        shared.iter().zip(a).filter(|(shared, word)| **shared && !word.is_empty()).map(|(_, word)| word);
    let shared: Vec<&String> = shared.collect();
    let words = |all: &[String]| all.iter().filter(|word| !word.is_empty()).count();
    let (common, shorter) = (shared.len(), words(a).min(words(b)));
    let (least, part, telling) = ALIKE;
    let whole = common == shorter && common + 1 >= least;
    let enough = whole || common >= least && common as f64 >= part * shorter as f64;
    (enough && shared.iter().filter(|word| word.chars().count() >= 4).count() >= telling).then_some(common)
}

/// Which words of `a` are in the longest common subsequence with `b`. Words that hold no letter belong to it.
fn in_common(a: &[String], b: &[String]) -> Vec<bool> {
    let wide = b.len() + 1;
    // Lengths of the longest common subsequences of what is left of both.
    let mut left = vec![0u16; (a.len() + 1) * wide];
    let at = |left: &[u16], i: usize, j: usize| left.get(i * wide + j).copied().unwrap_or(0);
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let longest = if a.get(i) == b.get(j) {
                at(&left, i + 1, j + 1) + 1
            } else {
                at(&left, i + 1, j).max(at(&left, i, j + 1))
            };
            if let Some(cell) = left.get_mut(i * wide + j) {
                *cell = longest;
            }
        }
    }
    let mut shared = vec![false; a.len()];
    let (mut i, mut j) = (0, 0);
    while i < a.len() {
        let mark = if j < b.len() && a.get(i) == b.get(j) {
            j += 1;
            true
        } else if j < b.len() && at(&left, i + 1, j) < at(&left, i, j + 1) {
            j += 1;
            continue;
        } else {
            a.get(i).is_some_and(String::is_empty)
        };
        if let Some(cell) = shared.get_mut(i) {
            *cell = mark;
        }
        i += 1;
    }
    shared
}

fn beside(group: Vec<&Saying>, at: &HashMap<(usize, EntityId), usize>) -> SameQuote {
    // Words that every other one has; and whether some other one has them all.
    let mut all_same = true;
    let mut one_within = false;
    let members = group
        .iter()
        .enumerate()
        .map(|(nth, saying)| {
            let mut shared = vec![true; saying.words.len()];
            for other in group.iter().enumerate().filter(|(other, _)| *other != nth).map(|(_, other)| other) {
                for (shared, now) in shared.iter_mut().zip(in_common(&saying.words, &other.words)) {
                    *shared &= now;
                }
            }
            let whole = shared.iter().all(|&shared| shared);
            all_same &= whole;
            one_within |= whole;
            Said { article: saying.article, quote: saying.quote.id, runs: runs(&saying.written, &shared) }
        })
        .collect();
    let wording = match (all_same, one_within) {
        (true, _) => Wording::Same,
        (_, true) => Wording::Cut,
        _ => Wording::Other,
    };
    SameQuote { members, wording, speakers: speakers(&group, at) }
}

fn runs(written: &[&str], shared: &[bool]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (nth, (word, &shared)) in written.iter().zip(shared).enumerate() {
        match runs.last_mut().filter(|run| run.shared == shared) {
            Some(run) => {
                run.text.push(' ');
                run.text.push_str(word);
            }
            None => {
                // The space goes with the words that are not marked.
                match runs.last_mut().filter(|last| last.shared) {
                    Some(last) => last.text.push(' '),
                    None if nth > 0 => {
                        runs.push(Run { text: format!(" {word}"), shared });
                        continue;
                    }
                    None => {}
                }
                runs.push(Run { text: (*word).to_owned(), shared });
            }
        }
    }
    runs
}

fn speakers(group: &[&Saying], at: &HashMap<(usize, EntityId), usize>) -> Speakers {
    let named = group.iter().map(|saying| {
        let entity = saying.quote.speaker.and_then(|speaker| speaker.entity)?;
        at.get(&(saying.article, entity)).copied()
    });
    let all: Vec<Option<usize>> = named.collect();
    let known: HashSet<usize> = all.iter().flatten().copied().collect();
    if known.len() > 1 {
        Speakers::Other
    } else if all.iter().all(|one| *one == all.first().copied().flatten()) && !known.is_empty() {
        Speakers::Same
    } else {
        Speakers::Unclear
    }
}

// Spellings

/// Words of one name that are spellings of each other, with who writes them how often.
fn spellings(articles: &[&Article], united: &United) -> Vec<Spellings> {
    let mut counts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, id) in &united.members {
        let Some((article, entity)) = articles.get(*nth).and_then(|a| Some((a, a.entity(*id)?))) else {
            continue;
        };
        for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let words = article.words(mention.span).split(|c: char| !c.is_alphanumeric());
            // Capitals alone are no other spelling: headlines and datelines have them.
            for word in words.filter(|word| word.chars().count() >= 4 && word.chars().any(char::is_lowercase))
            {
                let count = counts.entry(word.to_owned()).or_insert_with(|| vec![0; articles.len()]);
                if let Some(count) = count.get_mut(*nth) {
                    *count += 1;
                }
            }
        }
    }
    let mut groups: Vec<Vec<Form>> = Vec::new();
    for (text, counts) in counts {
        let form = Form { text, counts };
        let of = groups.iter_mut().find(|group| group.iter().any(|other| near(&other.text, &form.text)));
        match of {
            Some(group) => group.push(form),
            None => groups.push(vec![form]),
        }
    }
    groups.retain(|group| group.iter().any(|form| group.iter().any(|o| fold(&o.text) != fold(&form.text))));
    groups.into_iter().map(|forms| Spellings { name: united.name.clone(), forms }).collect()
}

// Figures

/// Least telling words that the sentences of two figures share: with the same thing counted, and without.
const TOLD: (usize, usize) = (2, 4);
/// With more figures of a kind than these, which belongs to which is anybody's guess.
const TOO_MANY: usize = 400;
/// Values closer than this part of each other are one, rounded.
const ROUNDED: f64 = 0.02;
/// Words that only say how exact a number is.
const HEDGES: [&str; 12] =
    ["about", "almost", "around", "at", "least", "more", "most", "nearly", "over", "some", "than", "up"];

struct Given<'a> {
    article: usize,
    figure: usize,
    value: (f64, f64),
    of: &'a Article,
    given: &'a Figure,
    /// The telling words and names of its sentence.
    about: HashSet<String>,
    /// The word before it, which often says what happened to what is counted: "killed 26 people".
    deed: Option<String>,
}

/// Figures about one thing that disagree: of one unit, counting the same, in sentences that tell the same.
fn clashes(articles: &[&Article], at: &HashMap<(usize, EntityId), usize>) -> Vec<Clash> {
    let all: Vec<Given> = articles
        .iter()
        .enumerate()
        .flat_map(|(nth, article)| {
            let named = named_in_sentences(nth, article, at);
            article.analysis.figures.iter().enumerate().filter_map(move |(figure, given)| {
                // What something changed by is another thing than what it came to.
                let value = given.value.filter(|_| given.change.is_none())?;
                Some(Given {
                    article: nth,
                    figure,
                    value,
                    of: article,
                    given,
                    about: about(article, given, &named),
                    deed: deed(article, given),
                })
            })
        })
        .collect();
    let mut by_kind: BTreeMap<(String, String), Vec<&Given>> = BTreeMap::new();
    for given in &all {
        by_kind.entry((fold(&given.given.unit), counted(given))).or_default().push(given);
    }
    let mut found: Vec<Clash> = Vec::new();
    for ((unit, what), all) in &by_kind {
        if unit.is_empty() && what.is_empty() || all.len() > TOO_MANY {
            continue;
        }
        let least = if what.is_empty() { TOLD.1 } else { TOLD.0 };
        for (nth, one) in all.iter().enumerate() {
            // The closest telling of each other article.
            let mut members = vec![(one.article, one.figure)];
            let mut disagree = false;
            for article in one.article + 1..articles.len() {
                let theirs = || {
                    let same_deed = |other: &&&Given| match (&one.deed, &other.deed) {
                        (Some(one), Some(other)) => one == other,
                        _ => true,
                    };
                    all.iter().skip(nth + 1).filter(|other| other.article == article).filter(same_deed)
                };
                if theirs().any(|other| agree(one.value, other.value)) {
                    continue;
                }
                let told = |other: &&&Given| one.about.intersection(&other.about).count();
                if let Some(other) = theirs().max_by_key(|other| (told(other), Reverse(other.figure)))
                    && told(&other) >= least
                    && !all.iter().any(|mine| mine.article == one.article && agree(mine.value, other.value))
                {
                    members.push((other.article, other.figure));
                    disagree = true;
                }
            }
            if disagree {
                found.push(Clash { what: named(one), members });
            }
        }
    }
    found.sort_by_key(|clash| clash.members.first().copied());
    found
}

fn agree(a: (f64, f64), b: (f64, f64)) -> bool {
    let slack = ROUNDED * a.1.abs().max(b.1.abs());
    a.0 <= b.1 + slack && b.0 <= a.1 + slack
}

/// The last word of what is counted, in one number: "grey goats" and "goat" are counted as one.
fn counted(given: &Given) -> String {
    let of = given.given.of.map(|span| words_of(given.of.words(span))).unwrap_or_default();
    of.last().map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).unwrap_or_default()
}

fn named(given: &Given) -> String {
    match given.given.of {
        Some(of) => given.of.words(of).split_whitespace().collect::<Vec<_>>().join(" "),
        None => given.given.unit.clone(),
    }
}

type InSentences = HashMap<usize, Vec<(usize, Vec<String>)>>;

/// Who is named in each sentence: their place in the united list, and the words that name them.
fn named_in_sentences(nth: usize, article: &Article, at: &HashMap<(usize, EntityId), usize>) -> InSentences {
    let mut named = InSentences::new();
    for entity in &article.analysis.entities {
        let Some(united) = at.get(&(nth, entity.id)) else { continue };
        for mention in &entity.mentions {
            if let Some(sentence) = article.sentence_at(mention.span.start) {
                named.entry(sentence).or_default().push((*united, words_of(article.words(mention.span))));
            }
        }
    }
    named
}

/// The telling words and the names of a figure's sentence, but for what it counts.
fn about(article: &Article, figure: &Figure, named: &InSentences) -> HashSet<String> {
    let Some(nth) = article.sentence_at(figure.span.start) else { return HashSet::new() };
    let sentence = article.analysis.sentences.get(nth).map_or("", |span| article.words(*span));
    let of = figure.of.map(|span| words_of(article.words(span))).unwrap_or_default();
    let named = named.get(&nth).map(Vec::as_slice).unwrap_or(&[]);
    // A name counts once, as whoever it names, and not as its words too.
    let telling = |word: &String| {
        word.chars().count() >= 5
            && word.chars().all(char::is_alphabetic)
            && !of.contains(word)
            && !named.iter().any(|(_, words)| words.contains(word))
    };
    let names = named.iter().map(|(united, _)| format!("#{united}"));
    words_of(sentence).into_iter().filter(telling).chain(names).collect()
}

/// The word before a figure in its sentence, passing over hedges.
fn deed(article: &Article, figure: &Figure) -> Option<String> {
    let sentence = article.analysis.sentences.get(article.sentence_at(figure.span.start)?)?;
    let before = article.text().get(sentence.start as usize..figure.span.start as usize)?;
    words_of(before).into_iter().rev().find(|word| !HEDGES.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use analysis::{Analysis, EntityType, QuoteKind, Span, Speaker};

    use super::*;
    use crate::fixture::{article_of, entity_named};

    fn place(article: &Article, words: &str) -> Span {
        let start = article.text().find(words).expect("the article has the words");
        Span::new(start, start + words.len())
    }

    /// People, what they say (words and who), and counts (number, value, what), each at its first place.
    fn told(
        text: &str,
        people: &[&str],
        said: &[(&str, Option<&str>)],
        counts: &[(&str, f64, &str)],
    ) -> Article {
        let names: Vec<_> = people.iter().map(|name| (EntityType::Person, *name)).collect();
        let article = article_of(text, &names);
        let quotes = said.iter().zip(1..).map(|((words, who), id)| Quote {
            id,
            kind: QuoteKind::Direct,
            segments: vec![place(&article, words)],
            speaker: who
                .map(|who| Speaker { span: place(&article, who), entity: Some(entity_named(&article, who)) }),
            cue: None,
            confidence: 1.0,
            why: String::new(),
        });
        let figures = counts.iter().map(|(number, value, of)| Figure {
            span: place(&article, number),
            kind: EntityType::Cardinal,
            value: Some((*value, *value)),
            unit: String::new(),
            of: Some(place(&article, of)),
            change: None,
            against: None,
        });
        let mut sentences = Vec::new();
        let mut start = 0;
        for (end, _) in text.match_indices('.') {
            sentences.push(Span::new(start, end + 1).trim(text));
            start = end + 1;
        }
        let analysis = Analysis {
            quotes: quotes.collect(),
            figures: figures.collect(),
            sentences,
            ..Analysis::clone(&article.analysis)
        };
        Article::new(article.document.clone(), Arc::new(analysis))
    }

    fn marked(said: &Said) -> String {
        let run = |run: &Run| if run.shared { run.text.clone() } else { format!("[{}]", run.text) };
        said.runs.iter().map(run).collect()
    }

    #[test]
    fn who_is_in_several_and_who_in_one() {
        let a = told("Ana Ruiz met Jan Holm.", &["Ana Ruiz", "Jan Holm"], &[], &[]);
        let b = told("Ana Ruiz left.", &["Ana Ruiz"], &[], &[]);
        let found = compare(&[&a, &b]);
        assert_eq!(found.shared.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Ana Ruiz"]);
        assert_eq!(found.single, [vec![entity_named(&a, "Jan Holm")], vec![]]);
    }

    #[test]
    fn a_quote_cut_short_is_found_and_what_is_missing_is_marked() {
        let a = told(
            "“We will open the bridge in May, if we can,” Ana Ruiz said.",
            &["Ana Ruiz"],
            &[("We will open the bridge in May, if we can,", Some("Ana Ruiz"))],
            &[],
        );
        let b = told(
            "Ana Ruiz: “We will open the bridge in May.”",
            &["Ana Ruiz"],
            &[("We will open the bridge in May.", Some("Ana Ruiz"))],
            &[],
        );
        let found = compare(&[&a, &b]).quotes;
        let [same] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((same.wording, same.speakers), (Wording::Cut, Speakers::Same));
        assert_eq!(marked(&same.members[0]), "We will open the bridge in May, [if we can,]");
        assert_eq!(marked(&same.members[1]), "We will open the bridge in May.");
    }

    #[test]
    fn other_words_and_another_speaker_are_told() {
        let a = told(
            "“Nobody will lose their good work here,” Ana Ruiz said.",
            &["Ana Ruiz"],
            &[("Nobody will lose their good work here,", Some("Ana Ruiz"))],
            &[],
        );
        let b = told(
            "“Nobody will lose any good work here,” Jan Holm said.",
            &["Jan Holm"],
            &[("Nobody will lose any good work here,", Some("Jan Holm"))],
            &[],
        );
        let c = told(
            "“Nobody will lose their good work here.”",
            &[],
            &[("Nobody will lose their good work here.", None)],
            &[],
        );
        let found = compare(&[&a, &b]).quotes;
        assert_eq!((found[0].wording, found[0].speakers), (Wording::Other, Speakers::Other));
        assert_eq!(marked(&found[0].members[1]), "Nobody will lose [any] good work here,");
        let found = compare(&[&a, &c]).quotes;
        assert_eq!((found[0].wording, found[0].speakers), (Wording::Same, Speakers::Unclear));
        assert_eq!(compare(&[&a, &b, &c]).quotes[0].members.len(), 3);
    }

    #[test]
    fn other_sayings_are_not_the_same() {
        let a = told(
            "“We will open the bridge in May,” Ana Ruiz said.",
            &["Ana Ruiz"],
            &[("We will open the bridge in May,", Some("Ana Ruiz"))],
            &[],
        );
        let b = told(
            "“We will close the school in June,” Ana Ruiz said.",
            &["Ana Ruiz"],
            &[("We will close the school in June,", Some("Ana Ruiz"))],
            &[],
        );
        assert_eq!(compare(&[&a, &b]).quotes, []);
        assert_eq!(compare(&[]), Comparison::default());
    }

    #[test]
    fn a_name_in_two_spellings_is_told_with_who_writes_it_how() {
        let a = told("Steven Halkov came.", &["Steven Halkov"], &[], &[]);
        let b = told("Steven Halkoff came.", &["Steven Halkoff"], &[], &[]);
        let found = compare(&[&a, &b]).spellings;
        let forms: Vec<_> =
            found[0].forms.iter().map(|form| (form.text.as_str(), form.counts.clone())).collect();
        assert_eq!(forms, [("Halkoff", vec![0, 1]), ("Halkov", vec![1, 0])]);
        assert_eq!(compare(&[&a, &a]).spellings, []);
    }

    #[test]
    fn figures_about_one_thing_that_disagree() {
        let a =
            told("The storm damaged 340 houses along the harbour.", &[], &[], &[("340", 340.0, "houses")]);
        let b = told("In the harbour the storm damaged 430 houses.", &[], &[], &[("430", 430.0, "houses")]);
        let c = told("In the harbour the storm damaged 341 houses.", &[], &[], &[("341", 341.0, "houses")]);
        let d = told("The council sold 12 houses in summer.", &[], &[], &[("12", 12.0, "houses")]);
        assert_eq!(
            compare(&[&a, &b]).figures,
            [Clash { what: "houses".to_owned(), members: vec![(0, 0), (1, 0)] }]
        );
        assert_eq!(compare(&[&a, &c]).figures, [], "rounded");
        assert_eq!(compare(&[&a, &d]).figures, [], "about something else");
    }

    #[test]
    fn what_only_looks_alike_is_not_told() {
        // One shared name is not two telling words.
        let a = told("In Lisbon 12 houses burned.", &[], &[], &[("12", 12.0, "houses")]);
        let b = told("In Lisbon the council sold 430 houses.", &[], &[], &[("430", 430.0, "houses")]);
        let named = |article: &Article| {
            article_of(article.text(), &[(EntityType::Gpe, "Lisbon")]).analysis.entities.clone()
        };
        let with = |article: &Article| {
            let analysis = Analysis { entities: named(article), ..Analysis::clone(&article.analysis) };
            Article::new(article.document.clone(), Arc::new(analysis))
        };
        assert_eq!(compare(&[&with(&a), &with(&b)]).figures, []);
        // Killed and injured are not one count.
        let a = told("The storm in the harbour killed 26 people.", &[], &[], &[("26", 26.0, "people")]);
        let b = told("The storm in the harbour injured 40 people.", &[], &[], &[("40", 40.0, "people")]);
        assert_eq!(compare(&[&a, &b]).figures, [], "killed and injured");
        // Two sayings that begin alike, from two mouths.
        let a = told(
            "“We have to do this for the people,” Ana Ruiz said.",
            &["Ana Ruiz"],
            &[("We have to do this for the people,", Some("Ana Ruiz"))],
            &[],
        );
        let b = told(
            "“We have to go to the people,” Jan Holm said.",
            &["Jan Holm"],
            &[("We have to go to the people,", Some("Jan Holm"))],
            &[],
        );
        assert_eq!(compare(&[&a, &b]).quotes, [], "two sayings");
        // Two people.
        let a = told("Mario Ruiz came.", &["Mario Ruiz"], &[], &[]);
        let b = told("Maria Ruiz came.", &["Maria Ruiz"], &[], &[]);
        assert!(compare(&[&a, &b]).shared.is_empty(), "Mario and Maria");
    }
}
