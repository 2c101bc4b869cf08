//! The committed lexicon, phenomenon by phenomenon.

use super::*;

fn word(text: &str) -> WordFacts {
    Lexicon::get().word(text)
}

fn phrase(text: &str) -> PhraseFacts {
    Lexicon::get().phrase(text).unwrap_or_else(|| panic!("{text} is not in the lexicon"))
}

fn names_of(text: &str) -> Option<String> {
    let thing = phrase(text).thing()?;
    Some(Lexicon::get().canonical(thing).to_owned())
}

fn longest(text: &str) -> Option<(usize, PhraseKind)> {
    let found = Lexicon::get().longest(&mut text.split(' '))?;
    Some((found.0, found.1.kind()))
}

#[test]
fn the_committed_file_is_of_this_layout() {
    let lexicon = Lexicon::read(MODEL).expect("the committed model can be read");
    // A byte a word, two bytes a phrase.
    assert!(lexicon.word_clusters.0.len() > 50_000 && lexicon.phrase_values.0.len() > 30_000);
}

#[test]
fn bytes_that_are_no_lexicon_are_refused() {
    assert!(Lexicon::read(b"").is_none());
    assert!(Lexicon::read(b"AXL1\xff\xff\xff\xff").is_none());
    assert!(Lexicon::default().word("anna") == WordFacts::default());
}

#[test]
fn every_string_of_the_tables_is_found_again() {
    let lexicon = Lexicon::get();
    for table in [&lexicon.words, &lexicon.phrases] {
        let mut before = Vec::new();
        for (ordinal, text) in table.strings().enumerate() {
            assert!(before < text, "{:?} comes after {:?}", text, before);
            assert_eq!(table.find(&text).exact, Some(ordinal), "{:?}", String::from_utf8_lossy(&text));
            before = text;
        }
    }
}

#[test]
fn a_shorter_phrase_says_that_a_longer_one_begins_with_it() {
    let table = &Lexicon::get().phrases;
    let strings: Vec<Vec<u8>> = table.strings().collect();
    for pair in strings.windows(2) {
        let [shorter, longer] = pair else { continue };
        let extends = longer.strip_prefix(shorter.as_slice()).is_some_and(|rest| rest.first() == Some(&b' '));
        assert_eq!(table.find(shorter).extends, extends, "{:?}", String::from_utf8_lossy(shorter));
    }
}

#[test]
fn given_names_and_who_bears_them() {
    for (name, gender) in [
        ("Olha", Gender::Female),
        ("Volodymyr", Gender::Male),
        ("Aisha", Gender::Female),
        ("Narendra", Gender::Male),
        ("Thabo", Gender::Male),
        ("Wanjiru", Gender::Female),
        ("José", Gender::Male),
        ("Yuriko", Gender::Female),
        ("Mehmet", Gender::Male),
        ("Ngozi", Gender::Female),
        ("Xiomara", Gender::Female),
    ] {
        assert!(word(name).given_name() > 0, "{name}");
        assert_eq!(word(name).gender(), Some(gender), "{name}");
    }
}

#[test]
fn surnames_of_the_world() {
    for name in
        ["Smith", "Nguyen", "Okafor", "Kowalski", "Yilmaz", "Petrenko", "Fernández", "Tanaka", "Patel"]
    {
        assert!(word(name).surname() > 0, "{name}");
    }
}

#[test]
fn a_name_that_is_a_word_shows_both() {
    for name in ["Mark", "May", "Will", "Grace", "Hope"] {
        assert!(word(name).given_name() > 0 && word(name).common_word() > 0, "{name}");
    }
    assert!(word("may").is_month());
    assert!(word("will").capital_share() < word("mark").capital_share());
    assert!(!word("will").is_mostly_name() && word("vladimir").is_mostly_name());
}

#[test]
fn everyday_words_are_no_names() {
    for text in ["the", "said", "government", "is", "she"] {
        assert!(word(text).common_word() == 3 && word(text).given_name() == 0, "{text}");
    }
}

#[test]
fn words_for_people() {
    for noun in ["minister", "analyst", "goalkeeper", "spokeswoman", "lawmaker"] {
        assert!(word(noun).is_person_noun(), "{noun}");
    }
    for noun in ["ministers", "residents", "police", "women", "goalkeepers"] {
        assert!(word(noun).is_person_plural(), "{noun}");
    }
    assert!(!word("table").is_person_noun());
}

#[test]
fn demonyms_and_their_countries() {
    for (demonym, country) in [
        ("Ukrainian", "Ukraine"),
        ("Americans", "United States"),
        ("Dutch", "Netherlands"),
        ("British", "United Kingdom"),
        ("Turkish", "Turkey"),
    ] {
        let facts = word(demonym);
        assert_eq!(facts.group(), Some(GroupKind::Nationality), "{demonym}");
        let home = facts.home().map(|home| Lexicon::get().canonical(home));
        assert_eq!(home, Some(country), "{demonym}");
        assert_eq!(phrase(country).thing(), facts.home(), "{demonym}");
    }
    assert!(word("Americans").is_group_plural() && !word("American").is_group_plural());
}

#[test]
fn faiths_camps_and_residents() {
    assert_eq!(word("Texan").group(), Some(GroupKind::Resident));
    assert_eq!(word("Parisian").group(), Some(GroupKind::Resident));
    assert_eq!(word("Catholic").group(), Some(GroupKind::Religion));
    assert_eq!(word("Sunni").group(), Some(GroupKind::Religion));
    assert_eq!(word("Republicans").group(), Some(GroupKind::Politics));
    assert_eq!(word("Kurdish").group(), Some(GroupKind::Ethnicity));
    assert_eq!(phrase("African Americans").kind(), PhraseKind::Group);
}

#[test]
fn titles_and_whom_they_are_for() {
    assert_eq!(word("Mrs").title(), Some(Title::Honorific));
    assert_eq!(word("Mrs.").title_gender(), Some(Gender::Female));
    assert_eq!(word("President").title(), Some(Title::Role));
    assert_eq!(word("Sen.").title(), Some(Title::Role));
    assert_eq!(word("Queen").title_gender(), Some(Gender::Female));
    assert_eq!(word("Dr").title_gender(), None);
}

#[test]
fn words_that_make_a_phrase_what_it_is() {
    assert!(word("University").is_org_word() && word("Ministry").is_org_word());
    assert!(word("Ltd").is_company_form());
    assert!(word("Bridge").is_fac_word() && word("Valley").is_loc_word());
    assert!(word("Cup").is_event_word() && word("Treaty").is_law_word());
    assert!(word("van").is_name_particle() && word("Tuesday").is_weekday());
}

#[test]
fn one_country_has_many_names() {
    for name in ["US", "U.S.", "USA", "America", "united states", "United States of America"] {
        assert_eq!(names_of(name).as_deref(), Some("United States"), "{name}");
    }
    assert_eq!(names_of("UK"), names_of("Britain"));
    assert_eq!(names_of("Burma"), names_of("Myanmar"));
    assert_ne!(names_of("Iran"), names_of("Iraq"));
    assert_ne!(names_of("Austria"), names_of("Australia"));
}

#[test]
fn us_is_a_country_only_in_capitals() {
    assert_eq!(longest("US officials"), Some((1, PhraseKind::Country)));
    assert_eq!(longest("us both"), None);
    assert_eq!(longest("Who said"), None);
    assert_eq!(longest("WHO said"), Some((1, PhraseKind::Organisation)));
}

#[test]
fn the_longest_phrase_wins() {
    assert_eq!(longest("New York City police"), Some((3, PhraseKind::City)));
    assert_eq!(longest("New shoes"), None);
    assert_eq!(longest("Guinea - Bissau votes"), Some((3, PhraseKind::Country)));
    assert_eq!(longest("Guinea votes"), Some((1, PhraseKind::Country)));
    assert_eq!(longest("United Nations Security Council met"), Some((4, PhraseKind::Organisation)));
    assert_eq!(longest("World War II ended"), Some((3, PhraseKind::Event)));
}

#[test]
fn places_of_every_kind() {
    for (name, kind) in [
        ("Kyiv", PhraseKind::City),
        ("São Paulo", PhraseKind::City),
        ("Donbas", PhraseKind::Region),
        ("Kerala", PhraseKind::Region),
        ("West Bank", PhraseKind::Area),
        ("Middle East", PhraseKind::Area),
        ("Danube", PhraseKind::Nature),
        ("Black Sea", PhraseKind::Nature),
        ("Heathrow Airport", PhraseKind::Facility),
        ("Kremlin", PhraseKind::Seat),
        ("Downing Street", PhraseKind::Seat),
    ] {
        assert_eq!(phrase(name).kind(), kind, "{name}");
    }
}

#[test]
fn a_seat_speaks_for_its_country() {
    let lexicon = Lexicon::get();
    for (seat, country) in [("Kremlin", "Russia"), ("White House", "United States"), ("Kyiv", "Ukraine")] {
        let thing = phrase(seat).thing().expect("a seat is a thing");
        assert_eq!(lexicon.place_of(thing).map(|place| lexicon.canonical(place)), Some(country), "{seat}");
    }
}

#[test]
fn organisations_and_their_acronyms() {
    for (acronym, name) in [
        ("UN", "United Nations"),
        ("EU", "European Union"),
        ("IMF", "International Monetary Fund"),
        ("FBI", "Federal Bureau of Investigation"),
        ("IAEA", "International Atomic Energy Agency"),
        ("Nato", "NATO"),
    ] {
        assert_eq!(names_of(acronym).as_deref(), Some(name), "{acronym}");
    }
    assert!(phrase("Hamas").kind().is_org() && phrase("Reuters").kind().is_org());
}

#[test]
fn a_place_that_may_be_something_else_says_so() {
    assert!(phrase("Reading").is_also_word());
    assert!(phrase("Nice").is_also_word());
    assert!(phrase("Jordan").is_also_given_name());
    assert!(phrase("Washington").is_also_surname());
    assert!(phrase("Georgia").is_also_other());
    assert!(!phrase("Ukraine").is_ambiguous());
}

#[test]
fn spellings_of_one_name() {
    for (a, b) in [
        ("Aleksei", "Alexey"),
        ("Olexiy", "Aleksei"),
        ("Mohamed", "Muhammad"),
        ("Zelensky", "Zelenskiy"),
        ("Zelenskyy", "Zelenski"),
        ("Yulia", "Julia"),
        ("Muñoz", "Munoz"),
        ("Netanyahu", "Netanjahu"),
    ] {
        assert!(Lexicon::get().same_name_part(a, b).is_some(), "{a} {b}");
        assert_eq!(Lexicon::get().same_name_part(a, b), Lexicon::get().same_name_part(b, a), "{a} {b}");
    }
}

#[test]
fn near_and_distinct_names() {
    for (a, b) in [
        ("Ivanov", "Ivanova"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Maria", "Mario"),
        ("Martin", "Marvin"),
        ("Hussein", "Hassan"),
        ("Petrov", "Petrova"),
        ("Kim", "Kin"),
    ] {
        assert_eq!(Lexicon::get().same_name_part(a, b), None, "{a} {b}");
    }
}

#[test]
fn short_forms() {
    let lexicon = Lexicon::get();
    for (a, b) in [("Bill", "William"), ("William", "Bill"), ("Bob", "Robert"), ("Liz", "Elizabeth")] {
        assert!(lexicon.nickname(a, b), "{a} {b}");
    }
    assert!(!lexicon.nickname("Bill", "Thomas") && !lexicon.nickname("Bill", "Bill"));
}

#[test]
fn any_text_is_looked_up() {
    let long = "a".repeat(100_000);
    for text in ["", " ", "'", "\u{301}", "İ", "名前", "\u{fffd}", &long] {
        let _ = word(text);
        let _ = Lexicon::get().phrase(text);
        let _ = Lexicon::get().same_name_part(text, "x");
    }
}
