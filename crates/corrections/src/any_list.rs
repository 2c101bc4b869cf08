//! What holds of every list of corrections whatsoever: on the analysis it was made on, on that of a changed text, and
//! on texts and corrections that make no sense.

use analysis::{Analysis, Document, EntityId, EntityType, QuoteKind, Span};
use proptest::prelude::*;

use crate::anchor::find_mention;
use crate::fixture::{self, keeps_its_promises, keeps_numbers};
use crate::words::collapse;
use crate::{
    Correction, Detail, EntityAnchor, History, NameList, QuoteAnchor, TextAnchor, apply, from_json, to_json,
};

const ARTICLE: &str = "Lindmouth council rejects the bridge\n\
Mayor Ana Ruiz of Lindmouth said on Monday that the old bridge over the Tarn was safe. “We start in May,” she said.\n\
Ruiz, who has led Lindmouth since 2019, met Jonas Pell of the World Relief Board (WRB) in Oslo. He said no. “Nobody \
asked us,” Pell told the Lindmouth Courier, “and nobody will.”\n\
The WRB had paid 3 million dollars for the bridge, according to Pel, whose report Ben Okello called “a farce”. \
Okello, a fisherman, said that he would go to court.\n\
She denied it. He said no.\n\
“The bridge is ours,” Ruis said. The World Relief Board did not answer.\n\
Pell left Lindmouth on Tuesday with 12 boats; the mayor stayed.\n";

fn engine(document: &Document) -> Analysis {
    engine::analyze(document, &engine::Options::default())
}

/// Numbers out of which a correction is made, whatever there is to correct.
type Wish = (u8, usize, usize, usize, bool, String);

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let number = || any::<usize>();
    let name = prop_oneof![
        prop::sample::select(vec![
            "Ana Ruiz",
            "Steve",
            "Ruiz",
            "=HYPERLINK(\"x\")",
            "<b>",
            "\u{202e}",
            " a  b ",
            ""
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec((0..14_u8, number(), number(), number(), any::<bool>(), name), 0..12)
}

/// The correction that a page would make of what it shows; none where there is nothing of the kind.
fn make(document: &Document, shown: &Analysis, wish: &Wish) -> Option<Correction> {
    let (op, a, b, c, flag, name) = wish;
    let pick = |n: usize| n.checked_rem(shown.entities.len()).and_then(|at| shown.entities.get(at));
    let entity = || pick(*a).map(|entity| entity.id);
    let other = || pick(*b).map(|entity| entity.id);
    let mention = || Some(c % pick(*a)?.mentions.len());
    let quote =
        || c.checked_rem(shown.quotes.len()).and_then(|at| shown.quotes.get(at)).map(|quote| quote.id);
    let kind = EntityType::ALL[b % EntityType::ALL.len()];
    let cut = |n: usize| {
        let boundaries = document.text.char_indices().map(|(at, _)| at).chain([document.text.len()]);
        let all: Vec<usize> = boundaries.collect();
        all[n % all.len()]
    };
    let selected =
        |length: usize| Span::new(cut(*a), cut((a % (document.text.len() + 1)).saturating_add(c % length)));
    match op {
        0 => Correction::rename(document, shown, entity()?, name),
        1 => Correction::retype(document, shown, entity()?, kind),
        2 => Correction::merge(document, shown, entity()?, other()?),
        3 => Correction::split(document, shown, entity()?, mention()?, *flag),
        4 => Correction::move_mention(document, shown, entity()?, mention()?, other()?, *flag),
        5 => Correction::not_a_name(document, shown, entity()?),
        6 => Correction::not_a_mention(document, shown, entity()?, mention()?),
        7 => Correction::add_name(document, shown, selected(12), kind, other().filter(|_| *flag), a % 2 == 0),
        8 => {
            let word = document.text.split_whitespace().nth(a % 150)?;
            let span = fixture::span_of(&document.text, word);
            Correction::add_name(document, shown, span, kind, other().filter(|_| *flag), true)
        }
        9 => {
            let kind = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect][b % 3];
            Correction::add_quote(document, shown, &[selected(90)], kind, other().filter(|_| *flag))
        }
        10 => Correction::set_speaker(document, shown, quote()?, other().filter(|_| *flag)),
        11 => Correction::not_a_quote(document, shown, quote()?),
        12 => Some(Correction::describe_article(Detail::ALL[b % Detail::ALL.len()], name)),
        _ => Correction::note(document, selected(60), flag.then_some(name)),
    }
}

/// A history as a reader makes it, each correction from what is shown then.
fn history(document: &Document, base: &Analysis, wishes: &[Wish]) -> History {
    let mut history = History::default();
    for wish in wishes {
        let shown = apply(document, base, history.done()).analysis;
        if let Some(correction) = make(document, &shown, wish) {
            history.push(correction);
        }
    }
    history
}

/// What is shown, as bytes.
fn bytes(document: &Document, base: &Analysis, corrections: &[Correction]) -> String {
    serde_json::to_string(&apply(document, base, corrections).analysis).expect("an analysis is plain data")
}

#[track_caller]
fn check(document: &Document, base: &Analysis, wishes: &[Wish]) {
    let mut history = history(document, base, wishes);
    let mut steps = Vec::new();
    let mut before = base.clone();
    for done in 0..=history.done().len() {
        let corrections = &history.done()[..done];
        let corrected = apply(document, base, corrections);
        keeps_its_promises(document, base, &corrected.analysis);
        keeps_numbers(&before, &corrected.analysis);
        before = corrected.analysis;
        assert_eq!(corrected.unfit, [], "what was made of what is shown fits: {corrections:?}");
        assert!(corrections.last().is_none_or(|last| !last.describe().is_empty()));
        steps.push(bytes(document, base, corrections));
    }
    for step in steps.iter().rev() {
        assert_eq!(&bytes(document, base, history.done()), step);
        history.undo();
    }
    assert!(!history.can_undo());
    assert_eq!(apply(document, base, history.done()).analysis, *base, "all undone, nothing was done");
    for step in &steps {
        assert_eq!(&bytes(document, base, history.done()), step);
        history.redo();
    }
    let json = to_json(history.done());
    assert_eq!(from_json(&json).expect("what was written is read"), history.done());
    let names = NameList::learn(history.done(), &apply(document, base, history.done()));
    assert_eq!(NameList::from_json(&names.to_json()), Ok(names));
}

/// Lays a list over another analysis: each correction is either told as unfit and changes nothing, or what it says
/// holds afterwards.
#[track_caller]
fn check_again(document: &Document, base: &Analysis, corrections: &[Correction]) -> usize {
    let all = apply(document, base, corrections);
    let mut before = base.clone();
    for (index, correction) in corrections.iter().enumerate() {
        let corrected = apply(document, base, &corrections[..=index]);
        keeps_its_promises(document, base, &corrected.analysis);
        keeps_numbers(&before, &corrected.analysis);
        let unfit = corrected.unfit.iter().find(|unfit| unfit.index == index);
        assert_eq!(
            unfit,
            all.unfit.iter().find(|unfit| unfit.index == index),
            "later ones change nothing of it"
        );
        match unfit {
            Some(unfit) => {
                assert_eq!(corrected.analysis, before, "{correction:?} is unfit and changes nothing");
                assert!(unfit.why.ends_with('.'), "{}", unfit.why);
            }
            None => holds(document, &before, &corrected.analysis, correction),
        }
        before = corrected.analysis;
    }
    all.unfit.len()
}

/// Whether a correction was carried out between the one and the other.
#[track_caller]
fn holds(document: &Document, before: &Analysis, after: &Analysis, correction: &Correction) {
    let find = |anchor: &EntityAnchor| anchor.find(document, after);
    let was = |anchor: &EntityAnchor| after.entity(anchor.find(document, before)?);
    let mentions = |of: &Analysis| of.entities.iter().map(|entity| entity.mentions.len()).sum::<usize>();
    let has_words = |span: Span, words: &str| span.of(&document.text) == words.trim();
    let held = match correction {
        Correction::Rename { entity, name } => {
            was(entity).is_some_and(|entity| entity.name == collapse(name))
        }
        Correction::Retype { entity, kind } => was(entity).is_some_and(|entity| entity.kind == *kind),
        Correction::Merge { into, .. } => {
            let into_is_there = find(into).is_some();
            into_is_there
                && before.entities.len() - after.entities.len() <= 1
                && mentions(before) == mentions(after)
        }
        Correction::Split { mention, everywhere } => {
            let of =
                find_mention(mention, document, after).map(|found| &after.entities[found.entity].mentions);
            let alike = |one: &analysis::Mention| {
                one.span.of(&document.text).split_whitespace().eq(mention.words.split_whitespace())
            };
            of.is_some_and(|of| of.iter().all(alike) && (*everywhere || of.len() == 1))
        }
        Correction::Move { mention, to, .. } => find_mention(mention, document, after)
            .is_some_and(|found| find(to) == Some(after.entities[found.entity].id)),
        Correction::NotAName { .. } => before.entities.len() == after.entities.len() + 1,
        Correction::NotAMention { .. } => mentions(before) == mentions(after) + 1,
        Correction::AddName { words, .. } => {
            let mut all = after.entities.iter().flat_map(|entity| &entity.mentions);
            all.any(|mention| has_words(mention.span, &words.words))
        }
        Correction::AddQuote { segments, .. } => after
            .quotes
            .iter()
            .any(|quote| quote.why == "marked by you" && has_words(quote.segments[0], &segments[0].words)),
        Correction::SetSpeaker { quote, speaker } => {
            let found = quote.find(document, after).map(|at| &after.quotes[at]);
            found.is_some_and(|quote| {
                let entity = quote.speaker.and_then(|speaker| speaker.entity);
                quote.why == "set by you" && quote.confidence == 1.0 && entity.is_some() == speaker.is_some()
            })
        }
        Correction::NotAQuote { .. } => before.quotes.len() == after.quotes.len() + 1,
        Correction::Describe { .. } => after == before,
        Correction::Note { words, note: Some(note) } => {
            after.notes.iter().any(|one| has_words(one.span, &words.words) && one.words == *note)
        }
        Correction::Note { note: None, .. } => before.notes.len() - after.notes.len() <= 1,
    };
    assert!(held, "{correction:?} is said to fit, and does not hold");
}

/// Paragraphs and words put in, taken out and doubled.
fn edited(text: &str, edits: &[(u8, usize)]) -> String {
    let mut paragraphs: Vec<String> = text.lines().map(str::to_owned).collect();
    for &(edit, at) in edits {
        let place = at % (paragraphs.len() + 1);
        let word = |paragraph: &str, change: &dyn Fn(&mut Vec<String>, usize)| {
            let mut words: Vec<String> = paragraph.split(' ').map(str::to_owned).collect();
            let place = (at / 7) % words.len();
            change(&mut words, place);
            words.join(" ")
        };
        match (edit, paragraphs.get(place).cloned()) {
            (0, _) => paragraphs.insert(place, "The harbour lay still, and he said no.".to_owned()),
            (1, Some(_)) => drop(paragraphs.remove(place)),
            (2, Some(paragraph)) => paragraphs.insert(place, paragraph),
            (3, Some(paragraph)) => {
                paragraphs[place] = word(&paragraph, &|words, at| words.insert(at, "Ärger 🎉".to_owned()));
            }
            (4, Some(paragraph)) => {
                paragraphs[place] = word(&paragraph, &|words, at| {
                    words.remove(at);
                });
            }
            _ => {}
        }
    }
    paragraphs.join("\n")
}

fn nonsense() -> impl Strategy<Value = Vec<Correction>> {
    let words = || {
        prop_oneof![
            prop::sample::select(vec!["he", "Lisbon", "Ruiz", "“", " ", "", "\n", "Ana Ruiz", "a", "No"])
                .prop_map(str::to_owned),
            any::<String>(),
        ]
    };
    let place = move || {
        (words(), any::<u32>(), words(), words(), any::<u32>())
            .prop_map(|(words, start, before, after, nth)| TextAnchor { words, start, before, after, nth })
    };
    let entity = move || {
        (words(), prop::sample::select(EntityType::ALL.to_vec()), place())
            .prop_map(|(name, kind, mention)| EntityAnchor { name, kind, mention })
    };
    let quote = move || (place(), any::<u32>()).prop_map(|(opening, length)| QuoteAnchor { opening, length });
    let kind = || prop::sample::select(EntityType::ALL.to_vec());
    let one = prop_oneof![
        (entity(), words()).prop_map(|(entity, name)| Correction::Rename { entity, name }),
        (entity(), kind()).prop_map(|(entity, kind)| Correction::Retype { entity, kind }),
        (entity(), entity()).prop_map(|(from, into)| Correction::Merge { from, into }),
        (place(), any::<bool>()).prop_map(|(mention, everywhere)| Correction::Split { mention, everywhere }),
        (place(), entity(), any::<bool>()).prop_map(|(mention, to, everywhere)| Correction::Move {
            mention,
            to,
            everywhere
        }),
        entity().prop_map(|entity| Correction::NotAName { entity }),
        place().prop_map(|mention| Correction::NotAMention { mention }),
        (place(), kind(), prop::option::of(entity()), any::<bool>()).prop_map(
            |(words, kind, entity, everywhere)| Correction::AddName { words, kind, entity, everywhere }
        ),
        (prop::collection::vec(place(), 0..3), prop::option::of(entity())).prop_map(|(segments, speaker)| {
            Correction::AddQuote { segments, kind: QuoteKind::Direct, speaker }
        }),
        (quote(), prop::option::of(entity()))
            .prop_map(|(quote, speaker)| Correction::SetSpeaker { quote, speaker }),
        quote().prop_map(|quote| Correction::NotAQuote { quote }),
        (prop::sample::select(Detail::ALL.to_vec()), words())
            .prop_map(|(detail, value)| Correction::Describe { detail, value }),
        (place(), prop::option::of(words())).prop_map(|(words, note)| Correction::Note { words, note }),
    ];
    prop::collection::vec(one, 0..10)
}

/// How many lists each property is tried on: `LISTS=100000 cargo test --release -p corrections` tries more.
fn lists() -> u32 {
    std::env::var("LISTS").ok().and_then(|lists| lists.parse().ok()).unwrap_or(1000)
}

proptest! {
    // Nothing is written beside the tests: a case that failed becomes a test with a name.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(lists()) })]

    #[test]
    fn done_undone_and_redone_are_the_same_bytes(wishes in wishes()) {
        let (document, base) = fixture::article();
        check(&document, &base, &wishes);
    }

    #[test]
    fn what_the_engine_found_is_corrected_as_well(wishes in wishes()) {
        let document = Document::from_paragraphs(ARTICLE);
        check(&document, &engine(&document), &wishes);
    }

    #[test]
    fn on_a_changed_text_each_holds_or_is_told(
        wishes in wishes(),
        edits in prop::collection::vec((0..5_u8, any::<usize>()), 0..6),
    ) {
        let document = Document::from_paragraphs(ARTICLE);
        let history = history(&document, &engine(&document), &wishes);
        let changed = Document::from_paragraphs(&edited(ARTICLE, &edits));
        check_again(&changed, &engine(&changed), history.done());
    }

    #[test]
    fn on_any_other_text_each_holds_or_is_told(wishes in wishes(), text in any::<String>()) {
        let document = Document::from_paragraphs(&text);
        let base = engine(&document);
        let history = history(&document, &base, &wishes);
        check_again(&document, &base, history.done());
        let (other, found) = fixture::article();
        check_again(&other, &found, history.done());
    }

    #[test]
    fn corrections_without_sense_hold_or_are_told(corrections in nonsense()) {
        let (document, base) = fixture::article();
        check_again(&document, &base, &corrections);
        let json = to_json(&corrections);
        prop_assert_eq!(to_json(&from_json(&json).expect("what was written is read")), json);
    }

    #[test]
    fn an_analysis_of_another_text_is_no_reason_to_panic(wishes in wishes(), text in any::<String>()) {
        let (document, base) = fixture::article();
        let history = history(&document, &base, &wishes);
        let other = Document::from_paragraphs(&text);
        let names = NameList::learn(history.done(), &apply(&other, &base, history.done()));
        apply(&other, &base, &names.corrections_for(&other, &base));
    }

    #[test]
    fn what_a_list_of_names_says_of_another_article_holds_there(wishes in wishes(), edits in prop::collection::vec((0..5_u8, any::<usize>()), 0..6)) {
        let document = Document::from_paragraphs(ARTICLE);
        let base = engine(&document);
        let history = history(&document, &base, &wishes);
        let names = NameList::learn(history.done(), &apply(&document, &base, history.done()));
        let next = Document::from_paragraphs(&edited(ARTICLE, &edits));
        let found = engine(&next);
        let made = names.corrections_for(&next, &found);
        prop_assert_eq!(check_again(&next, &found, &made), 0);
    }
}

#[test]
fn most_corrections_outlive_an_edited_article() {
    let document = Document::from_paragraphs(ARTICLE);
    let base = engine(&document);
    let id = |name: &str| base.entities.iter().find(|entity| entity.name == name).map(|entity| entity.id);
    let named =
        |name: &str| id(name).unwrap_or_else(|| panic!("the engine finds {name}: {:#?}", base.entities));
    let ruiz: EntityId = named("Ana Ruiz");
    let made = [
        Correction::rename(&document, &base, ruiz, "Ana María Ruiz"),
        Correction::not_a_name(&document, &base, named("Oslo")),
        Correction::set_speaker(&document, &base, base.quotes[0].id, Some(ruiz)),
        Correction::split(&document, &base, ruiz, 1, false),
    ];
    let made = made.map(|made| made.expect("the article has it"));
    let text = ARTICLE
        .replace("Monday", "the first Monday")
        .replace("Lindmouth council", "First of all\nLindmouth council");
    let changed = Document::from_paragraphs(&text);
    assert_eq!(apply(&changed, &engine(&changed), &made).unfit, []);
    let gone = text.replace(" in Oslo", "");
    let gone = Document::from_paragraphs(&gone);
    let unfit = apply(&gone, &engine(&gone), &made).unfit;
    assert_eq!(
        unfit.iter().map(|unfit| (unfit.index, unfit.why.as_str())).collect::<Vec<_>>(),
        [(1, "“Oslo” is not among the names that were found.")]
    );
}
