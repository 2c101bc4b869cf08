//! Which sentences the Summary view shows: the best of those the analysis ranked, or those about one entity.

use analysis::{Analysis, EntityId, SummarySentence};
use text::Span;

use crate::Article;

/// The sentences the analysis chose, best first.
pub(crate) fn ranked(analysis: &Analysis) -> impl Iterator<Item = Span> {
    let mut best: Vec<&SummarySentence> = analysis.summary.iter().collect();
    // Stable: of equal sentences the earlier is the better.
    best.sort_by(|a, b| b.score.total_cmp(&a.score));
    best.into_iter().map(|sentence| sentence.span)
}

/// The analysis with no more than the best `length` sentences in its summary: what the reader sees of it.
pub fn with_summary_of(mut analysis: Analysis, length: usize) -> Analysis {
    let shown: Vec<Span> = ranked(&analysis).take(length).collect();
    analysis.summary.retain(|sentence| shown.contains(&sentence.span));
    analysis
}

impl Article {
    /// The best `length` sentences in the order of the text, each with its rank from 1.
    pub fn summary(&self, length: usize) -> Vec<(u32, &SummarySentence)> {
        let mut best: Vec<&SummarySentence> = self.analysis.summary.iter().collect();
        best.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut chosen: Vec<(u32, &SummarySentence)> =
            best.into_iter().take(length).enumerate().map(|(i, sentence)| (i as u32 + 1, sentence)).collect();
        chosen.sort_by_key(|(_, sentence)| sentence.span);
        chosen
    }

    /// The `length` sentences that say most about an entity, in the order of the text: those that name it or quote
    /// it, and of these the ones the summary ranks.
    pub fn about(&self, id: EntityId, length: usize) -> Vec<Span> {
        let Some(entity) = self.entity(id) else { return Vec::new() };
        let sentences = &self.analysis.sentences;
        // (points, sentence): two for each mention, one for each quote that begins there.
        let mut points: Vec<(usize, f32)> = Vec::new();
        let mut add = |at: u32, more: f32| {
            if let Some(sentence) = self.sentence_at(at) {
                points.push((sentence, more));
            }
        };
        for mention in &entity.mentions {
            add(mention.span.start, if mention.kind == analysis::MentionKind::Name { 2.0 } else { 1.0 });
        }
        for quote in self.said_by(id) {
            if let Some(first) = quote.segments.first() {
                add(first.start, 1.0);
            }
        }
        points.sort_by_key(|(sentence, _)| *sentence);
        points.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        for (sentence, sum) in &mut points {
            let Some(span) = sentences.get(*sentence) else { continue };
            // Saying a name twice does not say twice as much; standing in the summary does.
            *sum = sum.min(3.0);
            if let Some(chosen) = self.analysis.summary.iter().find(|chosen| chosen.span.overlaps(*span)) {
                *sum += 3.0 * chosen.score;
            }
        }
        points.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        points.truncate(length);
        points.sort_by_key(|(sentence, _)| *sentence);
        points.into_iter().filter_map(|(sentence, _)| sentences.get(sentence).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::{article, entity_named};

    #[test]
    fn the_best_sentences_stand_in_the_order_of_the_text() {
        let article = article();
        let ranks = |length| article.summary(length).iter().map(|(rank, _)| *rank).collect::<Vec<_>>();
        assert_eq!(ranks(1), [1]);
        assert_eq!(ranks(2), [2, 1]);
        assert_eq!(ranks(10), [2, 1]);
        assert!(ranks(0).is_empty());
    }

    #[test]
    fn what_is_taken_out_to_be_read_has_the_sentences_that_are_shown() {
        let article = article();
        let shown = article.summary(1).iter().map(|(_, sentence)| sentence.span).collect::<Vec<_>>();
        let out = super::with_summary_of(article.analysis.as_ref().clone(), 1);
        assert_eq!(out.summary.iter().map(|sentence| sentence.span).collect::<Vec<_>>(), shown);
        assert_eq!(super::with_summary_of(out.clone(), 5), out);
    }

    #[test]
    fn about_someone_means_sentences_that_name_them() {
        let article = article();
        let about = article.about(entity_named(&article, "Ana Ruiz"), 10);
        assert_eq!(about.len(), 2);
        assert!(about.iter().all(|span| article.words(*span).contains("Ruiz")));
        assert_eq!(article.about(analysis::EntityId(99), 3), []);
    }
}
