use analysis::Document;

use super::{KeyPhrase, phrases};
use crate::doc::Doc;

const ARTICLE: &str = "The town council voted on Tuesday to close the public library, a plan that had split Harrow Bay \
for months.\nOpponents of the library closure said the council had ignored a petition with 4,000 names. “You don’t save money by \
locking up books,” said Ana Ruiz, who led the campaign.\nThe council says the closure would save money that it needs for road \
repairs after the winter floods. The road repairs cost twice as much as the council had expected.\nThe public library opened in 1911 \
and lends many books each year. A library closure in the next town led to a court case.";

fn of(text: &str) -> Vec<KeyPhrase> {
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    phrases(&doc, &crate::quote::marks::pair(&doc), &[], &[])
}

#[test]
fn an_article_has_five_to_ten() {
    assert!((5..=10).contains(&of(ARTICLE).len()), "{:?}", of(ARTICLE));
}

#[test]
fn what_recurs_comes_first() {
    let best: Vec<_> = of(ARTICLE).into_iter().take(3).map(|phrase| phrase.text).collect();
    for phrase in ["library closure", "road repairs"] {
        assert!(best.iter().any(|text| text.to_lowercase() == phrase), "{phrase} in {best:?}");
    }
}

#[test]
fn verbs_weekdays_and_function_words_are_none() {
    for phrase in of(ARTICLE) {
        for word in phrase.text.to_lowercase().split(' ') {
            assert!(
                !["said", "says", "voted", "led", "tuesday", "would", "the", "save", "expected"]
                    .contains(&word),
                "{}",
                phrase.text
            );
        }
    }
}

#[test]
fn no_phrase_holds_another() {
    let found = of(ARTICLE);
    for (number, phrase) in found.iter().enumerate() {
        for other in &found[number + 1..] {
            assert!(
                !phrase.text.contains(&other.text) && !other.text.contains(&phrase.text),
                "{} {}",
                phrase.text,
                other.text
            );
        }
    }
}

#[test]
fn each_has_its_mentions_and_a_falling_score() {
    let found = of(ARTICLE);
    assert!(found.is_sorted_by(|a, b| a.score >= b.score));
    for phrase in &found {
        assert!(phrase.mentions.iter().any(|span| span.of(ARTICLE).eq_ignore_ascii_case(&phrase.text)));
        assert!((0.0..=1.0).contains(&phrase.score));
    }
}

#[test]
fn what_things_do_is_no_phrase() {
    let text = ARTICLE.replace(
        "The road repairs cost",
        "Angry vendors offer books to trucks carrying food for Dunmore. The road repairs cost",
    );
    for phrase in of(&text) {
        assert!(!phrase.text.contains("offer") && !phrase.text.contains("carrying"), "{}", phrase.text);
    }
}

#[test]
fn a_few_words_have_none() {
    assert_eq!(of("Library closed."), []);
    assert_eq!(of(""), []);
}

#[test]
fn terms_come_before_what_is_said_by_the_way() {
    let text = "Divers in Hale have planted an oyster reef beside the old pier. The oyster reef, the largest on the coast, has \
made the water clear, and fishing boats come back. “The optimal format is a circle,” said Ana Ruiz, who leads the work. When the \
wind drops, her eldest son counts the shells. The reef cost $3 million, and fishing boats paid a third of it. A cold morning in \
May saw the first eels beside the oyster reef.";
    let found: Vec<String> = of(text).into_iter().map(|phrase| phrase.text.to_lowercase()).collect();
    assert!(found.iter().any(|text| text == "fishing boats"), "{found:?}");
    for bad in ["optimal", "format", "drops", "cold morning"] {
        assert!(!found.iter().any(|text| text.contains(bad)), "{bad} in {found:?}");
    }
}

#[test]
fn a_deed_keeps_its_object_and_a_name_stands_once() {
    let text = "Hale had load shedding again on Monday. The load shedding shut two schools, and the mayor wants no more load \
shedding. The Norrin Green Party says that load shedding is the fault of the city. The Norrin Green Party of Hale agreed, and the \
Norrin Green Party of Hale met the mayor.";
    let found: Vec<String> = of(text).into_iter().map(|phrase| phrase.text.to_lowercase()).collect();
    assert!(found.iter().any(|text| text == "load shedding"), "{found:?}");
    assert!(!found.iter().any(|text| text == "load"), "{found:?}");
    assert!(found.iter().filter(|text| text.contains("norrin green party")).count() <= 1, "{found:?}");
}
