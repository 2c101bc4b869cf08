//! The sentences that carry an article, as they stand in it; nothing is written anew.
//!
//! Each sentence is scored by where it stands, how much it shares with the article as a whole, whom and what it
//! names, and how well it reads by itself; then they are taken one by one, each time the best that says something
//! the ones before it do not (maximal marginal relevance: Carbonell and Goldstein, 1998; the score follows
//! Edmundson, 1969, and the centroid of Radev et al., 2004). So a longer summary holds every shorter one. A
//! sentence that hangs on the one before it ("But he") waits until that one is taken.

mod features;
mod leaning;
mod opening;
#[cfg(test)]
mod tests;
mod weights;

use analysis::{Entity, KeyPhrase, SummarySentence};

use crate::doc::Doc;
use crate::explain::trace::{Decision, Trace};
use crate::quote::marks::Marks;
use features::{Features, candidates};
use leaning::Leans;

/// Sentences a summary has at most.
const MOST: usize = 10;

/// Fewer sentences or words than these are no article, and get no summary.
const FEWEST_SENTENCES: usize = 3;
const FEWEST_WORDS: usize = 40;

/// The `count` best sentences (at most ten, and only such as can be understood), in the order of the text. Scores
/// fall in the order they were taken.
pub(crate) fn choose(
    doc: &Doc,
    marks: &Marks,
    entities: &[Entity],
    phrases: &[KeyPhrase],
    count: usize,
    trace: &mut Trace,
) -> Vec<SummarySentence> {
    let candidates = candidates(doc, marks, entities, phrases);
    let words: usize = candidates.iter().map(|candidate| candidate.words).sum();
    if candidates.len() < FEWEST_SENTENCES || words < FEWEST_WORDS {
        return Vec::new();
    }
    let news = opening::news(doc, &candidates, entities);
    let taken = take(&candidates, news, count.min(MOST));
    let best = taken.first().map_or(1.0, |(_, score)| *score);
    let mut previous = 1.0;
    let mut summary: Vec<SummarySentence> = taken
        .into_iter()
        .map(|(index, score)| {
            previous = if best > 0.0 { (score / best).clamp(0.0, previous) } else { 0.0 };
            let candidate = &candidates[index];
            let (rule, why) = candidate.why(phrases);
            if trace.is_on() {
                let what = format!("taken, score {previous:.2}");
                trace.add(Decision::new(&rule.rule, candidate.span, what).because(&why));
            }
            SummarySentence { span: candidate.span, score: previous as f32, why }
        })
        .collect();
    summary.sort_by_key(|sentence| sentence.span);
    summary
}

/// The sentences in the order they are taken (`news` is the candidate that tells the news), each with its score at that moment.
fn take(candidates: &[Features], news: usize, count: usize) -> Vec<(usize, f64)> {
    let scores: Vec<f64> = candidates.iter().map(|candidate| candidate.score(news)).collect();
    let mut likeness = vec![0.0f64; candidates.len()];
    let mut open = vec![true; candidates.len()];
    let mut taken: Vec<(usize, f64)> = Vec::new();
    while taken.len() < count {
        let presumed = |index: usize| {
            let before =
                || taken.iter().filter(|(before, _)| *before < index).map(|(at, _)| &candidates[*at]);
            let people = candidates[index].presumes.iter();
            let unknown = people.filter(|who| !before().any(|told| told.introduces.contains(who)));
            unknown.count().min(2) as f64
        };
        let value = |index: usize| {
            scores[index] + weights::REDUNDANCY * likeness[index] + weights::PRESUMED * presumed(index)
        };
        let is_understood = |index: usize| match candidates[index].leans {
            Leans::Nowhere => true,
            Leans::On(before) => !open[before],
            Leans::OnNothing => false,
        };
        let best = (0..candidates.len())
            // What only says the same again is left out.
            .filter(|index| open[*index] && likeness[*index] < 1.0 && is_understood(*index))
            .max_by(|a, b| value(*a).total_cmp(&value(*b)).then(b.cmp(a)));
        let Some(best) = best else { break };
        taken.push((best, value(best)));
        open[best] = false;
        for (index, candidate) in candidates.iter().enumerate() {
            likeness[index] = likeness[index].max(candidate.likeness(&candidates[best]));
        }
    }
    taken
}
