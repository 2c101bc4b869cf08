use analysis::{Block, BlockKind, Document, SummarySentence};

use super::choose;
use crate::doc::Doc;
use crate::explain::trace::Trace;

const ARTICLE: &str = "The ferry company will close its oldest route between Hale and Dunmore in June, it said on Monday.\n\
But why now? He would not say.\nThe Hale route has lost passengers since a bridge opened two years ago, and the company says that \
it cannot pay for new engines.\n“We held on for as long as anybody could have,” said Tom Pell, the company’s director.\nIslanders \
fear that the closure of the ferry route will leave the school in Dunmore without pupils from Hale.\nThe ferry company runs six \
other routes, and none of them will close.\nPell said the company would offer its forty workers on the route other jobs.";

fn of(text: &str, count: usize) -> Vec<SummarySentence> {
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    choose(&doc, &crate::quote::marks::pair(&doc), &[], &[], count, &mut Trace::off())
}

#[test]
fn as_many_sentences_as_asked_for_in_the_order_of_the_text() {
    for count in 0..=6 {
        let summary = of(ARTICLE, count);
        assert_eq!(summary.len(), count);
        assert!(summary.is_sorted_by_key(|sentence| sentence.span));
    }
    assert!(of(ARTICLE, 99).len() <= 10);
}

#[test]
fn a_longer_summary_holds_every_shorter_one() {
    for count in 1..7 {
        let (short, long) = (of(ARTICLE, count), of(ARTICLE, count + 1));
        assert!(short.iter().all(|sentence| long.iter().any(|other| other.span == sentence.span)), "{count}");
    }
}

#[test]
fn the_best_by_score_are_the_shorter_summary() {
    let mut all = of(ARTICLE, 7);
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut best: Vec<_> = all.iter().take(2).map(|sentence| sentence.span).collect();
    best.sort();
    let short: Vec<_> = of(ARTICLE, 2).iter().map(|sentence| sentence.span).collect();
    assert_eq!(best, short);
    assert_eq!(all[0].score, 1.0);
}

#[test]
fn questions_and_what_leans_on_others_wait() {
    for sentence in of(ARTICLE, 4) {
        let words = sentence.span.of(ARTICLE);
        assert!(!words.starts_with("But") && !words.starts_with("He"), "{words}");
    }
}

#[test]
fn each_says_why() {
    let summary = of(ARTICLE, 4);
    assert_eq!(summary[0].why, "opens the article");
    assert!(summary.iter().all(|sentence| !sentence.why.is_empty()));
}

#[test]
fn what_is_no_article_has_no_summary() {
    assert_eq!(of("", 3), []);
    assert_eq!(of("The ferry closed.", 3), []);
    assert_eq!(of("One sank. Two sank. Three of them sank too.", 3), []);
}

#[test]
fn headlines_and_credits_are_not_in_it() {
    let mut document = Document::from_paragraphs(&format!(
        "{ARTICLE}\nReporting by Ana Ruiz in Hale; editing by Tom Dunn in Harrow Bay."
    ));
    let last = document.blocks.len() - 1;
    document.blocks[0].kind = BlockKind::Headline;
    document.blocks[last].kind = BlockKind::Furniture;
    let doc = Doc::new(&document);
    let blocks: Vec<Block> = [document.blocks[0], document.blocks[last]].into();
    for sentence in choose(&doc, &crate::quote::marks::pair(&doc), &[], &[], 10, &mut Trace::off()) {
        assert!(!blocks.iter().any(|block| block.span.contains(sentence.span)));
    }
}

#[test]
fn the_news_behind_an_anecdote_comes_before_it() {
    let news = "The council of Hale voted on Tuesday to sell the row of bakeries to a hotel chain for 40 million crowns.";
    let rest = "Mayor Ana Ruiz said the money would pay for two schools and a bridge over the canal.\nThe bakers have asked \
                a court to stop the sale of the row.\nThe hotel chain plans 180 rooms and a pool beside the canal.";
    let text = format!(
        "Every morning the bakers light three ovens and listen to the rain. They sing a little.\n{news} {rest}"
    );
    let summary = of(&text, 3);
    let told: Vec<&str> = summary.iter().map(|sentence| sentence.span.of(&text)).collect();
    assert!(told.contains(&news), "{told:?}");
    assert!(!told.iter().any(|words| words.starts_with("They sing")), "{told:?}");
    // News that paints no scene stays where it is, though it tells no day.
    let plain = format!("A baker has died in a fire in Hale. {news} {rest}");
    assert!(of(&plain, 3)[0].span.of(&plain).starts_with("A baker"));
}

#[test]
fn no_part_of_a_quotation_without_its_speaker() {
    let text = format!(
        "{ARTICLE}\n“The route was old. The ferry was full of pupils from Hale. It was a good route,” said Ana Ruiz."
    );
    for sentence in of(&text, 10) {
        let words = sentence.span.of(&text);
        assert_eq!(words.contains('“'), words.contains('”'), "{words}");
        assert!(!words.starts_with("The ferry was full"), "{words}");
    }
}

#[test]
fn what_points_back_waits_for_what_is_meant() {
    let text = format!(
        "{ARTICLE}\nSuch a route had been feared for. The company closed the latter route in Dunmore in May."
    );
    for sentence in of(&text, 4) {
        let words = sentence.span.of(&text);
        assert!(!words.contains("Such a") && !words.contains("the latter"), "{words}");
    }
}

#[test]
fn what_comes_every_week_is_no_day_of_news() {
    let news = "The Norrin parliament voted on Monday to move the people of the fjord to the coast.";
    let rest = "The fjord has 340 people and one school. The mountain above the fjord has slipped since March. A slide was \
                first feared in 2019. The people of the fjord will get a house on the coast.";
    let text = format!(
        "Every Tuesday at noon Ana Ruiz puts on her coat and walks out to the seals. The seals know her. {news} {rest}"
    );
    let told: Vec<&str> = of(&text, 3).iter().map(|sentence| sentence.span.of(&text)).collect();
    assert!(told.contains(&news), "{told:?}");
}

#[test]
fn it_that_stands_for_what_follows_hangs_on_nothing() {
    let lead = "It will be hard for Ana Ruiz to leave the ferry route to Hale.";
    let text = format!("{lead} {}", ARTICLE.replace('\n', " "));
    assert!(of(&text, 3).iter().any(|sentence| sentence.span.of(&text) == lead));
    let loose = format!("It was closed. {}", ARTICLE.replace('\n', " "));
    assert!(of(&loose, 8).iter().all(|sentence| sentence.span.of(&loose) != "It was closed."));
}

#[test]
fn somebody_without_a_name_waits() {
    let text = format!(
        "{ARTICLE}\nThe man had a key to the ferry in Hale. First, the ferry company will close the route to Hale. “The ferry \
         will close,” she said."
    );
    for sentence in of(&text, 4) {
        let words = sentence.span.of(&text);
        assert!(!words.starts_with("The man") && !words.starts_with("First,"), "{words}");
        assert!(!words.ends_with("she said."), "{words}");
    }
}

/// Whether a sentence with these words is among the two best.
fn is_taken(text: &str, words: &str) -> bool {
    of(text, 2).iter().any(|sentence| sentence.span.of(text).contains(words))
}

#[test]
fn what_only_the_whole_article_explains_waits() {
    let first = "The town of Hale will build a new bridge over the river Dun next year, its council said on Monday.\n";
    let rest = "\nThe town has asked three builders from Dunmore what the bridge over the river would cost.\nThe river Dun \
        floods the old bridge of the town twice in most years, and nobody can cross it then.";
    let taken = |second: &str| is_taken(&format!("{first}{second}{rest}"), second);
    assert!(taken("The old bridge over the river Dun has stood in the town since the year 1890."));
    assert!(!taken("while the old bridge over the river Dun has stood in the town since 1890."));
    assert!(!taken("I saw the old bridge over the river Dun in my town when I was a child of six."));
}

#[test]
fn what_points_back_behind_its_opening_leans() {
    let leans = |second: &str| {
        let document = Document::from_paragraphs(&format!("Hale will build a bridge. {second}"));
        let doc = Doc::new(&document);
        let marks = crate::quote::marks::pair(&doc);
        let tokens = doc.sentences[1].tokens.clone();
        super::leaning::leans(&doc, &marks, tokens, None) != super::leaning::Leans::Nowhere
    };
    assert!(leans("All these plans cost Hale a lot of money."));
    assert!(leans("Under this rule Hale may not build."));
    assert!(leans("Many said it was then that Tom Pell left."));
    assert!(!leans("In these days Hale buys its salt."));
    assert!(!leans("All of the plans cost Hale a lot of money."));
    assert!(!leans("Last year, Hale bought a mill for Dunmore."));
}

#[test]
fn the_same_again_is_left_out() {
    let again = "The town of Hale will build a bridge over the river Dun next year.";
    let text = format!(
        "{again}\n{again}\nIts council has asked three builders from Dunmore what that would cost.\nNobody can cross \
         the water when storms come, and most of the farms lie on the other side of it."
    );
    let summary = of(&text, 4);
    assert_eq!(summary.iter().filter(|sentence| sentence.span.of(&text) == again).count(), 1);
}
