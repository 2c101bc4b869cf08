//! Figures about one thing that disagree. Better none than a false one: the same unit, the same thing counted, the same
//! word before it, and sentences that tell the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use analysis::Figure;

use crate::Article;
use crate::cross_article::{Places, words_of};
use crate::words::fold;

/// One thing with figures that disagree, one of each article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What is counted or measured, in the words of the first article.
    pub what: String,
    /// The article's place in the list, and the figure's in its analysis.
    pub members: Vec<(usize, usize)>,
}

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
pub(super) fn clashes(articles: &[&Article], at: &Places) -> Vec<Clash> {
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

/// Who is named in each sentence: their place in the linked list, and the words that name them.
fn named_in_sentences(nth: usize, article: &Article, at: &Places) -> InSentences {
    let mut named = InSentences::new();
    for entity in &article.analysis.entities {
        let Some(linked) = at.get(&(nth, entity.id)) else { continue };
        for mention in &entity.mentions {
            if let Some(sentence) = article.sentence_at(mention.span.start) {
                named.entry(sentence).or_default().push((*linked, words_of(article.words(mention.span))));
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
    let names = named.iter().map(|(linked, _)| format!("#{linked}"));
    words_of(sentence).into_iter().filter(telling).chain(names).collect()
}

/// The word before a figure in its sentence, passing over hedges.
fn deed(article: &Article, figure: &Figure) -> Option<String> {
    let sentence = article.analysis.sentences.get(article.sentence_at(figure.span.start)?)?;
    let before = article.text().get(sentence.start as usize..figure.span.start as usize)?;
    words_of(before).into_iter().rev().find(|word| !HEDGES.contains(&word.as_str()))
}
