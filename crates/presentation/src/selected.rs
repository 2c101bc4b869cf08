//! What is selected of an article, as an analysis of its own that any export can write.

use std::collections::HashSet;

use analysis::{Analysis, EntityId, Facts, Quote, Span};

use crate::{Article, Filter, Speaker};

impl Article {
    /// One entity: what it says, what is said about it, and the sentences that mention it.
    pub fn only_entity(&self, id: EntityId) -> Analysis {
        let quotes = self.said_by(id).chain(self.said_about(id)).map(|quote| quote.id).collect();
        self.only(&HashSet::from([id]), &quotes)
    }

    /// The quotes that a filter lets through, with their speakers.
    pub fn only_quotes(&self, filter: &Filter) -> Analysis {
        let shown =
            self.speakers.iter().flat_map(|speaker| self.shown(speaker, filter)).map(|quote| quote.id);
        self.only(&HashSet::new(), &shown.collect())
    }

    /// What a filter lets through of what one speaker says.
    pub fn shown<'a>(&'a self, speaker: &'a Speaker, filter: &'a Filter) -> impl Iterator<Item = &'a Quote> {
        let quotes = speaker.quotes.iter().filter_map(|&at| self.analysis.quotes.get(at));
        quotes.filter(move |quote| filter.lets(quote, speaker, self.text()))
    }

    /// These entities and quotes, those who speak the quotes, and what else stands in the sentences of any of it.
    fn only(&self, entities: &HashSet<EntityId>, quotes: &HashSet<u32>) -> Analysis {
        let all = &*self.analysis;
        let quotes: Vec<_> = all.quotes.iter().filter(|quote| quotes.contains(&quote.id)).cloned().collect();
        let speakers = quotes.iter().filter_map(|quote| quote.speaker?.entity);
        let kept: HashSet<EntityId> = entities.iter().copied().chain(speakers).collect();
        let places = quotes.iter().flat_map(|quote| quote.segments.iter()).copied().chain(
            entities
                .iter()
                .filter_map(|id| self.entity(*id))
                .flat_map(|entity| entity.mentions.iter().map(|m| m.span)),
        );
        let sentences: HashSet<usize> = places.filter_map(|span| self.sentence_at(span.start)).collect();
        let here = |span: Span| self.sentence_at(span.start).is_some_and(|at| sentences.contains(&at));
        let mut keyphrases = all.keyphrases.clone();
        for phrase in &mut keyphrases {
            phrase.mentions.retain(|span| here(*span));
        }
        keyphrases.retain(|phrase| !phrase.mentions.is_empty());
        Analysis {
            language: all.language.clone(),
            published: all.published.clone(),
            sentences: all.sentences.clone(),
            diagnostics: all.diagnostics.clone(),
            entities: all.entities.iter().filter(|entity| kept.contains(&entity.id)).cloned().collect(),
            dates: all.dates.iter().filter(|date| here(date.span)).cloned().collect(),
            figures: all.figures.iter().filter(|figure| here(figure.span)).cloned().collect(),
            summary: all.summary.iter().filter(|sentence| here(sentence.span)).cloned().collect(),
            keyphrases,
            quotes,
            notes: all.notes.iter().filter(|note| here(note.span)).cloned().collect(),
            facts: Facts::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::{article, entity_named};
    use crate::{Filter, Who};

    fn names(analysis: &analysis::Analysis) -> Vec<&str> {
        analysis.entities.iter().map(|entity| entity.name.as_str()).collect()
    }

    #[test]
    fn an_entity_comes_with_what_it_says_and_what_is_said_about_it() {
        let article = article();
        let only = article.only_entity(entity_named(&article, "Ana Ruiz"));
        assert_eq!(only.quotes.iter().map(|quote| quote.id).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(names(&only), ["Ana Ruiz", "Ben Adeyemi"], "whoever speaks about her is there too");
        assert_eq!(only.summary.len(), 2);
        assert_eq!(only.sentences, article.analysis.sentences);
    }

    #[test]
    fn quotes_come_as_they_are_filtered_with_their_speakers() {
        let article = article();
        let filter = Filter { words: "bridge".to_owned(), ..Filter::default() };
        let only = article.only_quotes(&filter);
        assert_eq!((only.quotes.len(), names(&only)), (1, vec!["Ana Ruiz"]));
        let nobody = article.only_quotes(&Filter { who: Some(Who::Nobody), ..Filter::default() });
        assert_eq!((nobody.quotes.len(), nobody.entities.len()), (1, 0));
    }
}
