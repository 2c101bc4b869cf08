use analysis::*;

use crate::fixture::{article, at, id, keeps_its_promises, one_of_each, span_of};
use crate::{Corrected, Correction, apply};

/// The fixture with corrections, each made from what the ones before it show.
#[derive(Default)]
struct Page {
    document: Document,
    base: Analysis,
    done: Vec<Correction>,
    shown: Analysis,
}

impl Page {
    fn open() -> Page {
        let (document, base) = article();
        Page { document, shown: base.clone(), base, done: Vec::new() }
    }

    #[track_caller]
    fn say(&mut self, make: impl Fn(&Document, &Analysis) -> Option<Correction>) -> &mut Self {
        self.done.push(make(&self.document, &self.shown).expect("the page shows what is corrected"));
        let Corrected { analysis, unfit, .. } = apply(&self.document, &self.base, &self.done);
        assert_eq!(unfit, []);
        keeps_its_promises(&self.document, &self.base, &analysis);
        self.shown = analysis;
        self
    }

    /// Its type, its mentions, its aliases: "Ana Ruiz PERSON: Ana Ruiz, She, Ruis [Ruis 1 spelling]".
    #[track_caller]
    fn tell(&self, name: &str) -> String {
        let entity = self.shown.entity(id(&self.shown, name)).expect("it is there");
        let mentions: Vec<_> = entity.mentions.iter().map(|m| m.span.of(&self.document.text)).collect();
        let aliases: Vec<_> =
            entity.aliases.iter().map(|a| format!("{} {} {}", a.text, a.count, a.why.name())).collect();
        format!("{} {}: {} [{}]", entity.name, entity.kind.name(), mentions.join(", "), aliases.join(", "))
    }

    /// Who says a quote: the words, and the entity.
    fn speaker(&self, quote: u32) -> Option<(&str, Option<&str>)> {
        let quote = self.shown.quotes.iter().find(|other| other.id == quote).expect("the quote is there");
        let speaker = quote.speaker?;
        let entity = speaker.entity.and_then(|id| self.shown.entity(id)).map(|entity| entity.name.as_str());
        Some((speaker.span.of(&self.document.text), entity))
    }

    fn names(&self) -> Vec<&str> {
        self.shown.entities.iter().map(|entity| entity.name.as_str()).collect()
    }
}

#[test]
fn the_old_name_of_a_renamed_entity_is_a_spelling_of_the_reader() {
    let mut page = Page::open();
    page.say(|d, a| Correction::rename(d, a, id(a, "Ana Ruiz"), "  Ana\nMaría Ruiz "));
    assert_eq!(
        page.tell("Ana María Ruiz"),
        "Ana María Ruiz PERSON: Ana Ruiz, She, Ruis, she [Ruis 1 spelling, Ana Ruiz 1 user]"
    );
    assert_eq!(page.speaker(1), Some(("Ana Ruiz", Some("Ana María Ruiz"))));
}

#[test]
fn dates_can_be_retyped_and_removed() {
    let mut page = Page::open();
    page.say(|d, a| Correction::retype(d, a, id(a, "Monday"), EntityType::Person));
    assert_eq!(page.tell("Monday"), "Monday PERSON: Monday []");
    page.say(|d, a| Correction::not_a_name(d, a, id(a, "Monday")));
    assert_eq!(page.names(), ["Ana Ruiz", "Lisbon", "Ben Adeyemi", "Lisbon Times"]);
}

#[test]
fn a_merged_entity_brings_its_mentions_spellings_and_quotes() {
    let mut page = Page::open();
    page.say(|d, a| Correction::merge(d, a, id(a, "Ana Ruiz"), id(a, "Ben Adeyemi")));
    assert_eq!(
        page.tell("Ben Adeyemi"),
        "Ben Adeyemi PERSON: Ana Ruiz, She, Ruis, Ben Adeyemi, Ben Adeyemi, she [Ana Ruiz 1 user, Ruis 1 user]"
    );
    assert_eq!(page.speaker(3), Some(("she", Some("Ben Adeyemi"))));
    let first = &page.shown.entities[0];
    assert_eq!((first.id, first.name.as_str()), (EntityId(4), "Ben Adeyemi"), "it is mentioned first now");
}

#[test]
fn a_merge_takes_the_type_of_what_it_is_merged_into() {
    let mut page = Page::open();
    page.say(|d, a| Correction::merge(d, a, id(a, "Lisbon Times"), id(a, "Lisbon")));
    assert_eq!(page.tell("Lisbon"), "Lisbon GPE: Lisbon, Lisbon, Lisbon Times [Lisbon Times 1 user]");
}

#[test]
fn a_name_that_is_split_off_is_an_entity_with_a_new_number() {
    let mut page = Page::open();
    page.say(|d, a| Correction::split(d, a, id(a, "Ana Ruiz"), 2, false));
    assert_eq!(page.tell("Ana Ruiz"), "Ana Ruiz PERSON: Ana Ruiz, She, she []");
    assert_eq!(page.tell("Ruis"), "Ruis PERSON: Ruis []");
    assert_eq!(id(&page.shown, "Ruis"), EntityId(6));
}

#[test]
fn an_entity_whose_name_is_split_off_goes_by_what_is_left() {
    let mut page = Page::open();
    page.say(|d, a| Correction::split(d, a, id(a, "Ana Ruiz"), 0, false));
    assert_eq!(page.tell("Ruis"), "Ruis PERSON: She, Ruis, she []");
    assert_eq!(page.tell("Ana Ruiz"), "Ana Ruiz PERSON: Ana Ruiz []");
    assert_eq!((id(&page.shown, "Ruis"), id(&page.shown, "Ana Ruiz")), (EntityId(1), EntityId(6)));
    assert_eq!(
        page.speaker(1),
        Some(("Ana Ruiz", Some("Ana Ruiz"))),
        "the quote goes with its speaker's words"
    );
    assert_eq!(page.speaker(3), Some(("she", Some("Ruis"))));
}

#[test]
fn a_name_that_the_reader_gave_outlives_its_mentions() {
    let mut page = Page::open();
    page.say(|d, a| Correction::rename(d, a, id(a, "Ana Ruiz"), "Ruis"))
        .say(|d, a| Correction::not_a_mention(d, a, id(a, "Ruis"), 2));
    assert_eq!(page.tell("Ruis"), "Ruis PERSON: Ana Ruiz, She, she [Ana Ruiz 1 spelling]");
}

#[test]
fn a_pronoun_that_is_moved_takes_its_quote_along() {
    let mut page = Page::open();
    page.say(|d, a| Correction::move_mention(d, a, id(a, "Ana Ruiz"), 3, id(a, "Ben Adeyemi"), false));
    assert_eq!(page.tell("Ben Adeyemi"), "Ben Adeyemi PERSON: Ben Adeyemi, Ben Adeyemi, she []");
    assert_eq!(page.speaker(3), Some(("she", Some("Ben Adeyemi"))));
    assert_eq!(page.speaker(1), Some(("Ana Ruiz", Some("Ana Ruiz"))));
}

#[test]
fn a_name_that_is_moved_is_a_spelling_of_the_reader() {
    let mut page = Page::open();
    page.say(|d, a| Correction::move_mention(d, a, id(a, "Ana Ruiz"), 2, id(a, "Ben Adeyemi"), false));
    assert_eq!(page.tell("Ben Adeyemi"), "Ben Adeyemi PERSON: Ruis, Ben Adeyemi, Ben Adeyemi [Ruis 1 user]");
}

#[test]
fn a_quote_of_somebody_who_is_no_name_keeps_the_words_for_its_speaker() {
    let mut page = Page::open();
    page.say(|d, a| Correction::not_a_name(d, a, id(a, "Ana Ruiz")));
    assert_eq!(page.speaker(1), Some(("Ana Ruiz", None)));
    assert_eq!(page.names(), ["Monday", "Lisbon", "Ben Adeyemi", "Lisbon Times"]);
}

#[test]
fn an_entity_without_its_last_mention_goes() {
    let mut page = Page::open();
    page.say(|d, a| Correction::not_a_mention(d, a, id(a, "Ben Adeyemi"), 1))
        .say(|d, a| Correction::not_a_mention(d, a, id(a, "Ben Adeyemi"), 0));
    assert_eq!(page.names(), ["Ana Ruiz", "Monday", "Lisbon", "Lisbon Times"]);
    assert_eq!(page.speaker(2), Some(("Ben Adeyemi", None)));
}

#[test]
fn a_name_that_was_missed_is_marked_wherever_it_stands_and_speaks() {
    let mut page = Page::open();
    let span = at("Okello", 0);
    page.say(|d, a| Correction::add_name(d, a, span, EntityType::Person, None, true));
    assert_eq!(page.tell("Okello"), "Okello PERSON: Okello, Okello []");
    assert_eq!(id(&page.shown, "Okello"), EntityId(6));
    assert_eq!(page.speaker(4), Some(("Okello", Some("Okello"))));
}

#[test]
fn a_missed_name_speaks_with_its_title_but_not_as_somebody_elses_friend() {
    for (who, expected) in [("Mr Okello", Some(EntityId(1))), ("a friend of Okello", None)] {
        let text = format!("“No,” said {who}.");
        let document = Document::from_paragraphs(&text);
        let quote = Quote {
            id: 1,
            kind: QuoteKind::Direct,
            segments: vec![span_of(&text, "No,")],
            speaker: Some(Speaker { span: span_of(&text, who), entity: None }),
            cue: None,
            confidence: 0.5,
            why: "after the verb".to_owned(),
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        };
        let base = Analysis { quotes: vec![quote], ..Analysis::default() };
        let okello = span_of(&text, "Okello");
        let made = Correction::add_name(&document, &base, okello, EntityType::Person, None, true);
        let shown = apply(&document, &base, &[made.expect("the words are there")]).analysis;
        assert_eq!(shown.quotes[0].speaker.and_then(|speaker| speaker.entity), expected, "{who}");
    }
}

#[test]
fn a_name_can_be_marked_in_one_place_only() {
    let mut page = Page::open();
    page.say(|d, a| Correction::add_name(d, a, at("Okello", 1), EntityType::Person, None, false));
    assert_eq!(page.shown.entity(EntityId(6)).map(|e| e.mentions[0].span), Some(at("Okello", 1)));
    assert_eq!(page.tell("Okello"), "Okello PERSON: Okello []");
}

#[test]
fn a_missed_name_joins_an_entity_as_the_readers_spelling() {
    let mut page = Page::open();
    page.say(|d, a| {
        Correction::add_name(d, a, at(" Okello", 0), EntityType::Law, Some(id(a, "Ben Adeyemi")), true)
    });
    assert_eq!(
        page.tell("Ben Adeyemi"),
        "Ben Adeyemi PERSON: Ben Adeyemi, Okello, Ben Adeyemi, Okello [Okello 2 user]"
    );
}

#[test]
fn a_name_marked_over_others_wins_and_is_left_alone_inside_longer_ones() {
    let mut page = Page::open();
    page.say(|d, a| Correction::add_name(d, a, at("Lisbon", 1), EntityType::Loc, None, true));
    assert_eq!(page.names(), ["Ana Ruiz", "Monday", "Lisbon", "Ben Adeyemi", "Lisbon Times"]);
    assert_eq!(page.tell("Lisbon"), "Lisbon LOC: Lisbon, Lisbon []");
    assert_eq!(id(&page.shown, "Lisbon"), EntityId(6));
    page.say(|d, a| Correction::add_name(d, a, at("The Lisbon", 0), EntityType::Org, None, false));
    assert_eq!(page.names(), ["Ana Ruiz", "Monday", "Lisbon", "Ben Adeyemi", "The Lisbon"]);
}

#[test]
fn a_name_that_is_drawn_wider_stays_the_same_entity() {
    let mut page = Page::open();
    page.say(|d, a| {
        Correction::add_name(
            d,
            a,
            at("The Lisbon Times", 0),
            EntityType::Org,
            Some(id(a, "Lisbon Times")),
            false,
        )
    });
    assert_eq!(page.tell("The Lisbon Times"), "The Lisbon Times ORG: The Lisbon Times []");
    assert_eq!(id(&page.shown, "The Lisbon Times"), EntityId(5));
}

#[test]
fn a_name_that_a_newer_engine_finds_is_not_marked_twice() {
    let (document, base) = article();
    let made = Correction::add_name(&document, &base, at("Okello", 0), EntityType::Person, None, true);
    let made = [made.expect("the words are there")];
    let newer = apply(&document, &base, &made).analysis;
    let again = apply(&document, &newer, &made);
    assert_eq!((again.analysis, again.unfit), (newer, Vec::new()));
}

#[test]
fn a_quote_that_was_missed_loses_its_marks_and_is_cut_at_paragraphs() {
    let mut page = Page::open();
    let span = at("few agreed. She left.\n“Ruis never asked us,”", 0);
    page.say(|d, a| Correction::add_quote(d, a, &[span], QuoteKind::Direct, Some(id(a, "Lisbon"))));
    let quote = page.shown.quotes.iter().find(|quote| quote.id == 5).expect("it is there");
    let words: Vec<_> = quote.segments.iter().map(|segment| segment.of(&page.document.text)).collect();
    assert_eq!(words, ["few agreed. She left.", "Ruis never asked us,"]);
    assert_eq!(page.speaker(5), Some(("Lisbon", Some("Lisbon"))));
    assert_eq!(page.shown.quotes.iter().map(|quote| quote.id).collect::<Vec<_>>(), [1, 5, 3, 4]);
}

#[test]
fn a_quote_that_is_redrawn_takes_the_place_of_the_old() {
    let mut page = Page::open();
    page.say(|d, a| {
        Correction::add_quote(d, a, &[at("“Ruis never asked us,” Ben", 0)], QuoteKind::Indirect, None)
    });
    assert_eq!(page.shown.quotes.iter().map(|quote| quote.id).collect::<Vec<_>>(), [1, 5, 3, 4]);
    assert_eq!(page.speaker(5), None);
}

#[test]
fn a_speaker_set_by_the_reader_is_sure_and_stands_nearest() {
    let mut page = Page::open();
    page.say(|d, a| Correction::set_speaker(d, a, 3, Some(id(a, "Ben Adeyemi"))));
    let quote = &page.shown.quotes[2];
    assert_eq!((quote.confidence, quote.why.as_str()), (1.0, "set by you"));
    assert_eq!(quote.speaker.map(|speaker| speaker.span), Some(at("Ben Adeyemi", 1)));
    page.say(|d, a| Correction::set_speaker(d, a, 4, Some(id(a, "Ana Ruiz"))));
    assert_eq!(page.speaker(4), Some(("she", Some("Ana Ruiz"))), "the last before the paragraph");
    page.say(|d, a| Correction::set_speaker(d, a, 3, None));
    assert_eq!(page.speaker(3), None);
}

#[test]
fn a_speaker_set_by_the_reader_follows_a_merge_and_outlives_a_moved_mention() {
    let mut page = Page::open();
    page.say(|d, a| Correction::set_speaker(d, a, 3, Some(id(a, "Ben Adeyemi"))))
        .say(|d, a| Correction::move_mention(d, a, id(a, "Ben Adeyemi"), 1, id(a, "Lisbon"), false));
    assert_eq!(page.speaker(3), Some(("Ben Adeyemi", Some("Ben Adeyemi"))));
    assert_eq!(page.shown.quotes[2].speaker.map(|speaker| speaker.span), Some(at("Ben Adeyemi", 0)));
    page.say(|d, a| Correction::merge(d, a, id(a, "Ben Adeyemi"), id(a, "Lisbon Times")));
    assert_eq!(page.speaker(3).and_then(|(_, entity)| entity), Some("Lisbon Times"));
}

#[test]
fn a_quote_that_is_none_goes_and_the_others_keep_their_numbers() {
    let mut page = Page::open();
    page.say(|d, a| Correction::not_a_quote(d, a, 2));
    assert_eq!(page.shown.quotes.iter().map(|quote| quote.id).collect::<Vec<_>>(), [1, 3, 4]);
}

#[test]
fn nothing_is_made_where_nothing_is_said() {
    let (document, base) = article();
    let (d, a) = (&document, &base);
    let ruiz = id(a, "Ana Ruiz");
    let none = [
        Correction::rename(d, a, ruiz, " \n"),
        Correction::rename(d, a, ruiz, "Ana  Ruiz"),
        Correction::rename(d, a, EntityId(99), "A"),
        Correction::retype(d, a, ruiz, EntityType::Person),
        Correction::merge(d, a, ruiz, ruiz),
        Correction::split(d, a, ruiz, 99, false),
        Correction::split(d, a, id(a, "Monday"), 0, false),
        Correction::move_mention(d, a, ruiz, 0, ruiz, false),
        Correction::add_name(d, a, at("in\nLisbon", 0), EntityType::Gpe, None, true),
        Correction::add_name(d, a, at(" ", 0), EntityType::Gpe, None, true),
        Correction::add_name(d, a, Span::new(0, 1), EntityType::Gpe, None, true),
        Correction::add_name(d, a, at("Okello", 0), EntityType::Gpe, Some(EntityId(99)), true),
        Correction::add_quote(d, a, &[], QuoteKind::Direct, None),
        Correction::add_quote(d, a, &[at("“", 0), at("\n", 0)], QuoteKind::Direct, None),
        Correction::set_speaker(d, a, 99, None),
        Correction::set_speaker(d, a, 1, Some(EntityId(99))),
    ];
    assert!(none.iter().all(Option::is_none), "{none:?}");
}

#[test]
fn what_finds_no_hold_changes_nothing_and_is_told() {
    let document = Document::from_paragraphs("Nothing of it is here.");
    let base = Analysis::default();
    let corrected = apply(&document, &base, &one_of_each());
    assert_eq!(corrected.analysis, base);
    assert_eq!(
        corrected.unfit.iter().map(|unfit| unfit.index).collect::<Vec<_>>(),
        // A title needs no words of the text.
        (0..11).chain([12]).collect::<Vec<_>>()
    );
    let why = |index: usize| corrected.unfit[index].why.as_str();
    assert_eq!(why(0), "“Ana Ruiz” is not among the names that were found.");
    assert_eq!(why(4), "“She” is no longer marked where it was corrected.");
    assert_eq!(why(7), "“Okello” is not in the text where it was marked.");
    assert_eq!(why(10), "The quote “Ruis never asked us” is not among those that were found.");
}

#[test]
fn not_a_name_never_falls_on_an_entity_of_another_name() {
    let (document, base) = article();
    let made = [Correction::not_a_name(&document, &base, id(&base, "Lisbon Times")).expect("it is there")];
    let mut newer = base.clone();
    newer.entities[4].name = "Lisbon Times and Courier".to_owned();
    let corrected = apply(&document, &newer, &made);
    assert_eq!(corrected.analysis, newer);
    assert_eq!(corrected.unfit.len(), 1);
}

#[test]
fn a_merge_never_takes_a_namesake_instead() {
    let (document, base) = article();
    let made = Correction::merge(&document, &base, id(&base, "Lisbon Times"), id(&base, "Lisbon"));
    let made = [made.expect("both are there")];
    let mut newer = apply(&document, &base, &made).analysis;
    let namesake = id(&newer, "Ben Adeyemi");
    for entity in newer.entities.iter_mut().filter(|entity| entity.id == namesake) {
        entity.name = "Lisbon Times".to_owned();
    }
    assert_eq!(apply(&document, &newer, &made).analysis, newer);
}

#[test]
fn what_a_newer_engine_has_merged_is_merged() {
    let (document, base) = article();
    let made = Correction::merge(&document, &base, id(&base, "Lisbon Times"), id(&base, "Lisbon"));
    let made = [made.expect("both are there")];
    let newer = apply(&document, &base, &made).analysis;
    let again = apply(&document, &newer, &made);
    assert_eq!((again.analysis, again.unfit), (newer, Vec::new()));
}

#[test]
fn each_correction_is_told_in_plain_words() {
    let told: Vec<String> = one_of_each().iter().map(Correction::describe).collect();
    let expected = [
        "Renamed “Ana Ruiz” to “Ana \"Nita\" Ruíz”",
        "Made “Lisbon” a work",
        "Merged “Ben Adeyemi” into “Ana Ruiz”",
        "Split off “she”",
        "Gave “She” to “Ben Adeyemi”",
        "Removed “Monday”: not a name",
        "Removed “Ruis” in one place: not a mention",
        "Marked “Okello” as a person, everywhere",
        "Marked “few agreed.” as a quote by “Ben Adeyemi”",
        "Gave the quote that begins “No” to “Ben Adeyemi”",
        "Removed what begins “Ruis never asked us”: not a quote",
        "Set the title to “The \"pier\"”",
        "Noted “Who?” at “few agreed.”",
    ];
    assert_eq!(told, expected);
}

#[test]
fn hostile_words_are_words() {
    let text = "\u{202e}=SUM(A1) met <script>alert(1)</script> and e\u{301}cole 🎉👩‍👩‍👧 in 東京都庁.";
    let document = Document::from_paragraphs(text);
    let mut done: Vec<Correction> = Vec::new();
    for words in ["\u{202e}=SUM(A1)", "<script>alert(1)</script>", "e\u{301}cole", "👩‍👩‍👧", "東京", "."]
    {
        let shown = apply(&document, &Analysis::default(), &done).analysis;
        let span = span_of(text, words);
        done.extend(Correction::add_name(&document, &shown, span, EntityType::Org, None, true));
    }
    let corrected = apply(&document, &Analysis::default(), &done);
    keeps_its_promises(&document, &Analysis::default(), &corrected.analysis);
    assert_eq!((done.len(), corrected.analysis.entities.len(), corrected.unfit), (6, 6, Vec::new()));
}

#[test]
fn numbers_go_on_where_there_is_no_higher() {
    let (document, mut base) = article();
    base.entities[0].id = EntityId(u32::MAX);
    let made = Correction::add_name(&document, &base, at("Okello", 0), EntityType::Person, None, true);
    let shown = apply(&document, &base, &[made.expect("the words are there")]).analysis;
    assert_eq!(id(&shown, "Okello"), EntityId(1));
}
