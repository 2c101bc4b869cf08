//! One saying in several articles: found by the rare words that they share, aligned by the longest common subsequence of
//! their words.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use analysis::Quote;
use analysis::plain::quoted;

use crate::Article;
use crate::cross_article::Places;
use crate::words::fold;

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
    /// As they are cited, each part in its marks.
    written: Vec<String>,
    /// The same made alike; empty for what holds no word.
    words: Vec<String>,
}

/// The sayings that stand in several articles. `at` gives everybody's place in the linked list.
pub(super) fn same_quotes(articles: &[&Article], at: &Places) -> Vec<SameQuote> {
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
    let mut written: Vec<String> = quoted(of.text(), quote).split_whitespace().map(str::to_owned).collect();
    written.truncate(LONGEST);
    let plain = |word: &String| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
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

fn beside(group: Vec<&Saying>, at: &Places) -> SameQuote {
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

fn runs(written: &[String], shared: &[bool]) -> Vec<Run> {
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
                runs.push(Run { text: word.clone(), shared });
            }
        }
    }
    runs
}

fn speakers(group: &[&Saying], at: &Places) -> Speakers {
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
