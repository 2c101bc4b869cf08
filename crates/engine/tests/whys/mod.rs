//! Every reason that an analysis gives is one rule's.

use analysis::{Document, Span};
use engine::explain::{Decision, decisions};
use engine::{Options, analyze, rules};

/// Checks that each `why` in the analysis of a text was written by one rule of the list, and that telling about the
/// decisions changes none of them.
#[track_caller]
pub fn have_one_rule_each(document: &Document) {
    let text = document.text.as_str();
    let options = Options::default();
    let (analysis, decisions) = decisions(document, &options);
    assert_eq!(analysis, analyze(document, &options), "the trace changes nothing: {text}");
    for decision in &decisions {
        assert!(rules::ALL.contains(&decision.rule), "{decision:?}");
        assert!(decision.at.fits(text) && !decision.component.is_empty(), "{decision:?}");
    }

    let only_one = |what: &str, why: &str, fits: &dyn Fn(&Decision) -> bool| {
        let made = decisions.iter().filter(|made| made.why.as_deref() == Some(why) && fits(made));
        let mut ids: Vec<&str> = made.map(|made| made.rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 1, "{what}: {why:?} is the reason of {ids:?} in {text}");
    };
    for quote in &analysis.quotes {
        only_one("quote", &quote.why, &|made| {
            made.component == "attribution" && Some(&made.at) == quote.segments.first()
        });
    }
    for sentence in &analysis.summary {
        only_one("sentence", &sentence.why, &|made| made.component == "summary" && made.at == sentence.span);
    }
    for entity in &analysis.entities {
        let mentions: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
        for alias in &entity.aliases {
            // A mention may hold a title that its name leaves out: "Dr Ana Ruiz". Where the name stands alone
            // somewhere, a longer name that ends like it ("Eva Ana Ruiz") is another one.
            let words = |made: &Decision| made.at.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let is_mention = |made: &Decision| mentions.contains(&made.at);
            let stands_alone = decisions.iter().any(|made| is_mention(made) && words(made) == alias.text);
            only_one(&alias.text, alias.why.name(), &|made| {
                let words = words(made);
                let fits = if stands_alone { words == alias.text } else { words.ends_with(&alias.text) };
                is_mention(made) && fits
            });
        }
    }
}
