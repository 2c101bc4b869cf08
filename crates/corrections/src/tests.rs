use analysis::{Analysis, Document, Entity, EntityId, EntityType, MentionKind, QuoteKind, Span};
use proptest::prelude::*;

use crate::{Correction, History, KnownName, NameList, apply};

const ARTICLE: &str = "Steve Witkow, the envoy, met Oleh Brandt in Hale on Monday. “We made progress,” Witkow said. “There is \
    more to do.”\n\nBrandt, the minister, was less sure. “Nothing is agreed,” he said. Witkov and Brandt will meet again in \
    Lisbon, where Ana Ruiz is mayor.\n\n“Lisbon is ready,” said Ruiz. The Harbour Post asked Washington for a comment. \
    Washington, a clerk, declined.";

fn read(text: &str) -> (Document, Analysis) {
    let document = Document::from_paragraphs(text);
    let analysis = engine::analyze(&document, &engine::Options::default());
    (document, analysis)
}

fn named<'a>(analysis: &'a Analysis, name: &str) -> &'a Entity {
    let found = analysis.entities.iter().find(|entity| entity.name == name);
    found.unwrap_or_else(|| panic!("{name} is an entity: {:?}", names(analysis)))
}

fn names(analysis: &Analysis) -> Vec<&str> {
    analysis.entities.iter().map(|entity| entity.name.as_str()).collect()
}

/// The analysis after one correction that fits.
#[track_caller]
fn after(document: &Document, analysis: &Analysis, correction: Option<Correction>) -> Analysis {
    let corrected = apply(document, analysis, &[correction.expect("it can be pointed at")]);
    assert_eq!(corrected.unfit, []);
    promises(document, &corrected.analysis);
    corrected.analysis
}

/// What an analysis promises, corrected or not.
fn promises(document: &Document, found: &Analysis) {
    let text = document.text.as_str();
    let mut all: Vec<Span> = Vec::new();
    for entity in &found.entities {
        assert!(!entity.name.trim().is_empty() && !entity.mentions.is_empty(), "{entity:?}");
        assert!(entity.mentions.is_sorted_by_key(|mention| mention.span), "{entity:?}");
        assert!(entity.mentions.iter().all(|m| m.span.fits(text) && !m.span.is_empty()), "{entity:?}");
        all.extend(entity.mentions.iter().map(|mention| mention.span));
        for alias in &entity.aliases {
            assert!(alias.count > 0 && alias.text != entity.name, "{entity:?}");
        }
    }
    assert!(
        found.entities.is_sorted_by_key(|entity| entity.mentions[0].span),
        "entities come by first mention"
    );
    all.sort_unstable();
    assert!(all.windows(2).all(|pair| pair[0].end <= pair[1].start), "no mention lies over another");
    let mut ids: Vec<u32> = found.entities.iter().map(|entity| entity.id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), found.entities.len(), "each number is one entity's");

    assert!(found.quotes.is_sorted_by_key(|quote| quote.segments[0].start));
    for quote in &found.quotes {
        assert!(quote.segments.iter().all(|segment| segment.fits(text) && !segment.is_empty()), "{quote:?}");
        if let Some(speaker) = quote.speaker {
            assert!(speaker.span.fits(text), "{quote:?}");
            assert!(speaker.entity.is_none_or(|id| found.entity(id).is_some()), "{quote:?} is by an entity");
        }
    }
    let facts = &found.facts;
    assert!(facts.who.iter().chain(&facts.place).all(|id| found.entity(*id).is_some()), "{facts:?}");
}

#[test]
fn a_new_name_makes_the_old_one_an_alias() {
    let (document, analysis) = read(ARTICLE);
    let brandt = named(&analysis, "Oleh Brandt");
    let corrected =
        after(&document, &analysis, Correction::rename(&document, &analysis, brandt.id, " Oleg  Brandt "));
    let entity = named(&corrected, "Oleg Brandt");
    assert_eq!(entity.id, brandt.id);
    assert!(entity.aliases.iter().any(|alias| alias.text == "Oleh Brandt"));
    assert_eq!(Correction::rename(&document, &analysis, brandt.id, "  "), None);
}

#[test]
fn merging_takes_mentions_quotes_and_aliases_along() {
    let (document, analysis) = read(ARTICLE);
    let (brandt, ruiz) = (named(&analysis, "Oleh Brandt").id, named(&analysis, "Ana Ruiz").id);
    let spoken = |analysis: &Analysis, id| {
        analysis.quotes.iter().filter(|quote| quote.speaker.is_some_and(|s| s.entity == Some(id))).count()
    };
    let both = spoken(&analysis, brandt) + spoken(&analysis, ruiz);
    let corrected = after(&document, &analysis, Correction::merge(&document, &analysis, ruiz, brandt));
    assert!(corrected.entity(ruiz).is_none());
    assert_eq!(spoken(&corrected, brandt), both);
    let entity = named(&corrected, "Oleh Brandt");
    assert!(entity.aliases.iter().any(|alias| alias.text == "Ana Ruiz" && alias.why.name() == "user"));
}

#[test]
fn a_mention_split_off_is_an_entity_of_its_own_and_takes_its_quote() {
    let (document, analysis) = read(ARTICLE);
    let witkow = named(&analysis, "Steve Witkow");
    let second =
        witkow.mentions.iter().position(|m| m.span.of(ARTICLE) == "Witkow").expect("he is named again");
    let corrected =
        after(&document, &analysis, Correction::split(&document, &analysis, witkow.id, second, true));
    let (old, new) = (named(&corrected, "Steve Witkow"), named(&corrected, "Witkow"));
    assert!(new.id > analysis.entities.iter().map(|entity| entity.id).max().expect("there are some"));
    assert!(old.mentions.len() < witkow.mentions.len());
    let progress =
        corrected.quotes.iter().find(|q| q.segments[0].of(ARTICLE).contains("progress")).expect("it is said");
    assert_eq!(progress.speaker.and_then(|speaker| speaker.entity), Some(new.id));
}

#[test]
fn what_is_no_name_goes_and_its_quotes_keep_the_words_that_name_their_source() {
    let (document, analysis) = read(ARTICLE);
    let ruiz = named(&analysis, "Ana Ruiz").id;
    let corrected = after(&document, &analysis, Correction::not_a_name(&document, &analysis, ruiz));
    assert!(corrected.entity(ruiz).is_none());
    let ready =
        corrected.quotes.iter().find(|q| q.segments[0].of(ARTICLE).contains("ready")).expect("it is said");
    let speaker = ready.speaker.expect("the text names her");
    assert_eq!((speaker.span.of(ARTICLE), speaker.entity), ("Ruiz", None));
}

#[test]
fn marked_words_are_a_name_wherever_they_stand() {
    let (document, analysis) =
        read("The tidewatch met on Monday. Nobody from Tidewatches came; the tidewatch was angry.");
    let at = document.text.find("tidewatch").expect("it is there");
    let span = Span::new(at, at + "tidewatch".len());
    let corrected =
        after(&document, &analysis, Correction::add_name(&document, &analysis, span, EntityType::Org, None));
    let entity = named(&corrected, "tidewatch");
    assert_eq!((entity.kind, entity.mentions.len()), (EntityType::Org, 2));
    assert!(entity.mentions.iter().all(|mention| mention.kind == MentionKind::Name));
}

#[test]
fn a_name_over_other_names_takes_their_place() {
    let (document, analysis) = read(ARTICLE);
    let at = ARTICLE.find("Harbour Post").expect("it is there");
    let span = Span::new(at - "The ".len(), at + "Harbour Post asked".len());
    let corrected =
        after(&document, &analysis, Correction::add_name(&document, &analysis, span, EntityType::Org, None));
    assert!(names(&corrected).contains(&"The Harbour Post asked"));
    assert!(!names(&corrected).contains(&"Harbour Post"));
}

#[test]
fn a_quote_gets_another_speaker_or_none() {
    let (document, analysis) = read(ARTICLE);
    let witkow = named(&analysis, "Steve Witkow").id;
    let agreed =
        analysis.quotes.iter().find(|q| q.segments[0].of(ARTICLE).contains("agreed")).expect("it is said").id;
    let given =
        after(&document, &analysis, Correction::set_speaker(&document, &analysis, agreed, Some(witkow)));
    let quote = given.quotes.iter().find(|quote| quote.id == agreed).expect("it keeps its number");
    assert_eq!(quote.speaker.and_then(|speaker| speaker.entity), Some(witkow));
    assert_eq!((quote.confidence, quote.why.as_str()), (1.0, "set by you"));
    let nobody = after(&document, &analysis, Correction::set_speaker(&document, &analysis, agreed, None));
    assert_eq!(nobody.quotes.iter().find(|quote| quote.id == agreed).and_then(|quote| quote.speaker), None);
    let gone = after(&document, &analysis, Correction::not_a_quote(&document, &analysis, agreed));
    assert!(gone.quotes.iter().all(|quote| quote.id != agreed));
}

#[test]
fn marked_words_are_a_quote_of_their_speaker() {
    let (document, analysis) = read(ARTICLE);
    let ruiz = named(&analysis, "Ana Ruiz").id;
    let at = ARTICLE.find("asked Washington").expect("it is there");
    let span = Span::new(at, at + "asked Washington for a comment".len());
    let corrected =
        after(&document, &analysis, Correction::add_quote(&document, &analysis, span, Some(ruiz)));
    let quote = corrected.quotes.iter().find(|quote| quote.segments == [span]).expect("it is listed");
    assert_eq!((quote.kind, quote.speaker.and_then(|s| s.entity)), (QuoteKind::Indirect, Some(ruiz)));
}

#[test]
fn corrections_find_their_words_in_a_text_that_changed() {
    let (document, analysis) = read(ARTICLE);
    let brandt = named(&analysis, "Oleh Brandt").id;
    let done = [
        Correction::rename(&document, &analysis, brandt, "Oleg Brandt"),
        Correction::not_a_name(&document, &analysis, named(&analysis, "Ana Ruiz").id),
    ]
    .map(|correction| correction.expect("it can be pointed at"));
    let (changed, again) = read(&format!(
        "A new first paragraph about the sea.\n\n{}",
        ARTICLE.replace("on Monday", "on Tuesday")
    ));
    let corrected = apply(&changed, &again, &done);
    assert_eq!(corrected.unfit, []);
    assert!(names(&corrected.analysis).contains(&"Oleg Brandt"));
    assert!(!names(&corrected.analysis).contains(&"Ana Ruiz"));
}

#[test]
fn what_fits_nowhere_is_told() {
    let (document, analysis) = read(ARTICLE);
    let ruiz =
        Correction::not_a_name(&document, &analysis, named(&analysis, "Ana Ruiz").id).expect("she is there");
    let (changed, again) = read("Nobody is in this text, and nothing is said.");
    let corrected = apply(&changed, &again, std::slice::from_ref(&ruiz));
    assert_eq!(corrected.unfit.len(), 1);
    assert_eq!(corrected.unfit[0].why, "the article has no “Ana Ruiz” any more");
    assert_eq!(corrected.analysis, again);
}

#[test]
fn the_same_words_are_told_apart_by_what_stands_around_them() {
    let text = "The bank of Hale rose. The bank of Dunmore fell. The bank of Hale slept.";
    let at = text.rfind("bank").expect("it is there");
    let anchor = crate::Anchor::of(text, Span::new(at, at + 4));
    let longer = format!("Banks fell on Monday. {text}");
    assert_eq!(anchor.find(&longer).map(|span| span.start as usize), longer.rfind("bank"));
    assert_eq!(anchor.find(text), Some(Span::new(at, at + 4)));
    assert_eq!(anchor.find("No such thing"), None);
}

#[test]
fn a_saved_history_comes_back_with_what_was_undone() {
    let (document, analysis) = read(ARTICLE);
    let mut history = History::default();
    for entity in &analysis.entities {
        history.push(Correction::not_a_name(&document, &analysis, entity.id).expect("it is there"));
    }
    history.undo();
    let saved = history.to_json();
    let back = History::from_json(&saved).expect("it is ours");
    assert_eq!(back, history);
    assert_eq!(back.to_json(), saved);
    for broken in [
        "",
        "{}",
        "[1]",
        &saved.replace("corrections/1", "corrections/9"),
        &saved.replace("\"done\":", "\"done\":9"),
    ] {
        assert!(History::from_json(broken).is_err(), "{broken}");
    }
}

#[test]
fn names_learned_from_one_article_are_applied_to_the_next() {
    let (document, analysis) = read(ARTICLE);
    let done = [
        Correction::rename(&document, &analysis, named(&analysis, "Steve Witkow").id, "Steve Witkov"),
        Correction::not_a_name(&document, &analysis, named(&analysis, "Harbour Post").id),
    ]
    .map(|correction| correction.expect("it can be pointed at"));
    let corrected = apply(&document, &analysis, &done).analysis;
    let mut list = NameList::of(&corrected, &done);
    list.put(KnownName { name: "tidewatch".to_owned(), kind: Some(EntityType::Org), aliases: Vec::new() });
    assert_eq!(NameList::from_json(&list.to_json()).as_ref(), Ok(&list));

    let (next, found) =
        read("Steve Witkow spoke to the tidewatch and the Harbour Post on Friday. Witkow was brief.");
    let corrections = list.corrections_for(&next, &found);
    let corrected = apply(&next, &found, &corrections);
    assert_eq!(corrected.unfit, []);
    assert!(names(&corrected.analysis).contains(&"Steve Witkov"), "{:?}", names(&corrected.analysis));
    assert!(names(&corrected.analysis).contains(&"tidewatch"));
    assert!(!names(&corrected.analysis).contains(&"Harbour Post"));
}

/// A correction that a reader could make of what is shown, from three numbers.
fn some_correction(
    document: &Document,
    shown: &Analysis,
    (what, a, b): (u8, usize, usize),
) -> Option<Correction> {
    let entity = |n: usize| shown.entities.get(n % shown.entities.len().max(1));
    let quote = |n: usize| shown.quotes.get(n % shown.quotes.len().max(1)).map(|quote| quote.id);
    let first = entity(a)?;
    let second = entity(b)?;
    let mention = b % first.mentions.len();
    let words = || {
        let words: Vec<(usize, &str)> = document
            .text
            .split_whitespace()
            .map(|w| (w.as_ptr() as usize - document.text.as_ptr() as usize, w))
            .collect();
        let (at, word) = words[a % words.len()];
        Span::new(at, at + word.len())
    };
    match what % 10 {
        0 => Correction::rename(document, shown, first.id, &format!("{} {b}", second.name)),
        1 => Correction::retype(document, shown, first.id, EntityType::ALL[b % EntityType::ALL.len()]),
        2 => Correction::merge(document, shown, first.id, second.id),
        3 => Correction::split(document, shown, first.id, mention, b.is_multiple_of(2)),
        4 => Correction::not_a_name(document, shown, first.id),
        5 => Correction::not_a_mention(document, shown, first.id, mention),
        6 => Correction::add_name(
            document,
            shown,
            words(),
            EntityType::Person,
            b.is_multiple_of(2).then_some(second.id),
        ),
        7 => Correction::add_quote(document, shown, words(), b.is_multiple_of(2).then_some(second.id)),
        8 => Correction::set_speaker(document, shown, quote(b)?, a.is_multiple_of(2).then_some(first.id)),
        _ => Correction::not_a_quote(document, shown, quote(b)?),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn corrections_applied_undone_and_done_again_give_the_same(
        steps in prop::collection::vec((any::<u8>(), 0..1000_usize, 0..1000_usize), 1..12),
    ) {
        let (document, base) = read(ARTICLE);
        let mut history = History::default();
        for step in steps {
            let shown = apply(&document, &base, history.done());
            prop_assert_eq!(&shown.unfit, &[], "what was made of what is shown fits");
            if let Some(correction) = some_correction(&document, &shown.analysis, step) {
                history.push(correction);
            }
        }
        let all = apply(&document, &base, history.done());
        promises(&document, &all.analysis);
        let (saved, count) = (history.to_json(), history.done().len());
        while history.undo().is_some() {
            promises(&document, &apply(&document, &base, history.done()).analysis);
        }
        prop_assert_eq!(&apply(&document, &base, history.done()).analysis, &base);
        for _ in 0..count {
            prop_assert!(history.redo().is_some());
        }
        prop_assert_eq!(history.to_json(), saved);
        prop_assert_eq!(apply(&document, &base, history.done()), all);
    }

    #[test]
    fn over_a_changed_text_every_correction_is_applied_or_told(
        steps in prop::collection::vec((any::<u8>(), 0..1000_usize, 0..1000_usize), 1..8),
        cut in 0..400_usize,
        put in "[A-Za-z “”.\n]{0,60}",
    ) {
        let (document, base) = read(ARTICLE);
        let mut done = Vec::new();
        for step in steps {
            let shown = apply(&document, &base, &done).analysis;
            done.extend(some_correction(&document, &shown, step));
        }
        let mut text = ARTICLE.to_owned();
        let at = (0..=cut).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.insert_str(at, &put);
        let (changed, again) = read(&text);
        let corrected = apply(&changed, &again, &done);
        promises(&changed, &corrected.analysis);
        prop_assert!(corrected.unfit.iter().all(|unfit| unfit.index < done.len() && !unfit.why.is_empty()));
        prop_assert!(corrected.unfit.is_sorted_by_key(|unfit| unfit.index));
    }

    #[test]
    fn a_saved_list_of_any_words_is_read_or_refused(text in any::<String>()) {
        prop_assert!(History::from_json(&text).is_err());
        prop_assert!(NameList::from_json(&text).is_err());
    }
}

#[test]
fn an_entity_that_is_not_there_cannot_be_corrected() {
    let (document, analysis) = read(ARTICLE);
    let nobody = EntityId(9999);
    assert_eq!(Correction::not_a_name(&document, &analysis, nobody), None);
    assert_eq!(Correction::retype(&document, &analysis, nobody, EntityType::Org), None);
    assert_eq!(Correction::set_speaker(&document, &analysis, 1, Some(nobody)), None);
    assert_eq!(Correction::not_a_quote(&document, &analysis, 9999), None);
}
