//! Several articles beside each other: who is in more than one, what is quoted in more than one and how it differs,
//! names spelled in several ways, figures that disagree.

mod figures;
mod quotes;
mod spellings;

use std::cmp::Reverse;

use analysis::EntityId;

pub use figures::Clash;
pub use quotes::{Run, Said, SameQuote, Speakers, Wording};
pub use spellings::{Form, Spellings};

use crate::cross_article::places;
use crate::{Article, LinkedEntity, link_across};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// In two or more articles, heaviest first.
    pub shared: Vec<LinkedEntity>,
    /// For each article, who is only in it, heaviest first.
    pub single: Vec<Vec<EntityId>>,
    /// Sayings that stand in several articles, in the order of the first that has them.
    pub quotes: Vec<SameQuote>,
    pub spellings: Vec<Spellings>,
    pub figures: Vec<Clash>,
}

/// Puts two or more articles beside each other.
pub fn compare(articles: &[&Article]) -> Comparison {
    let linked = link_across(articles);
    let at = places(&linked);
    let (mut shared, alone): (Vec<LinkedEntity>, Vec<LinkedEntity>) =
        linked.into_iter().partition(LinkedEntity::is_shared);
    shared.sort_by_cached_key(|one| Reverse(one.weight(articles)));
    let mut single = vec![Vec::new(); articles.len()];
    for (nth, id) in alone.into_iter().flat_map(|one| one.members) {
        if let Some(ids) = single.get_mut(nth) {
            ids.push(id);
        }
    }
    for (ids, article) in single.iter_mut().zip(articles) {
        ids.sort_by_cached_key(|id| Reverse(article.weight(*id)));
    }
    Comparison {
        single,
        quotes: quotes::same_quotes(articles, &at),
        spellings: shared.iter().flat_map(|one| spellings::spellings(articles, one)).collect(),
        figures: figures::clashes(articles, &at),
        shared,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use analysis::{
        Analysis, EntityType, Figure, FigureKind, Polarity, Quote, QuoteKind, Sense, Span, Speaker,
    };

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
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        });
        let figures = counts.iter().map(|(number, value, of)| Figure {
            span: place(&article, number),
            kind: FigureKind::Count,
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
        assert_eq!(marked(&same.members[0]), "“We will open the bridge in May, [if we can,”]");
        assert_eq!(marked(&same.members[1]), "“We will open the bridge in May.”");
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
        assert_eq!(marked(&found[0].members[1]), "“Nobody will lose [any] good work here,”");
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
