use analysis::{Change, Document, Figure};

use crate::{Options, analyze};

fn figures(text: &str) -> (Document, Vec<Figure>) {
    let document = Document::from_paragraphs(text);
    let figures = analyze(&document, &Options::default()).figures;
    (document, figures)
}

/// The only figure of the text: its words, value, unit, what it counts and how it changed.
#[track_caller]
fn check(text: &str, words: &str, value: (f64, f64), unit: &str, of: &str, change: Option<Change>) {
    let (document, figures) = figures(text);
    let figure = figures.iter().find(|figure| figure.span.of(&document.text) == words);
    let figure = figure.unwrap_or_else(|| panic!("{words} is a figure of {text}: {figures:?}"));
    assert_eq!(figure.value, Some(value), "{text}");
    assert_eq!(figure.unit, unit, "{text}");
    assert_eq!(figure.of.map_or("", |of| of.of(&document.text)), of, "{text}");
    assert_eq!(figure.change, change, "{text}");
}

#[test]
fn money_has_the_code_of_its_currency() {
    check("The bridge cost $1.42 billion last year.", "$1.42 billion", (1.42e9, 1.42e9), "USD", "", None);
    check("It paid US$5 million in damages.", "US$5 million", (5e6, 5e6), "USD", "damages", None);
    check("It paid €3.5bn for the port.", "€3.5bn", (3.5e9, 3.5e9), "EUR", "", None);
    check("The yard owes JD 5 million.", "JD 5 million", (5e6, 5e6), "JOD", "", None);
    check("It paid 20 million Swiss francs for it.", "20 million Swiss francs", (2e7, 2e7), "CHF", "", None);
}

#[test]
fn a_range_has_two_ends_and_one_scale() {
    check("It will cost $3 to $4 million.", "$3 to $4 million", (3e6, 4e6), "USD", "", None);
    // Found by chance: the end that is written first can be the greater one.
    check("It cost $5 to $4 million.", "$5 to $4 million", (4e6, 5e6), "USD", "", None);
    check("Turnout was 10 to 12 percent.", "10 to 12 percent", (10.0, 12.0), "%", "", None);
}

#[test]
fn a_count_has_what_it_counts() {
    check("They lost 26 goats in the flood.", "26", (26.0, 26.0), "", "goats", None);
    check(
        "The storm left 1,200 injured people without a home.",
        "1,200",
        (1200.0, 1200.0),
        "",
        "injured people",
        None,
    );
    check("About 18% of voters stayed at home.", "About 18%", (18.0, 18.0), "%", "voters", None);
}

#[test]
fn a_change_has_its_direction_and_what_changed() {
    check(
        "Net income rose 18% from a year earlier.",
        "18%",
        (18.0, 18.0),
        "%",
        "Net income",
        Some(Change::Up),
    );
    check(
        "The company said revenue fell by nearly 6 percent.",
        "nearly 6 percent",
        (6.0, 6.0),
        "%",
        "revenue",
        Some(Change::Down),
    );
    check("Fares are 12% higher than in March.", "12%", (12.0, 12.0), "%", "Fares", Some(Change::Up));
}

#[test]
fn a_level_is_no_change() {
    check("Inflation rose to 5 percent in May.", "5 percent", (5.0, 5.0), "%", "Inflation", None);
}

#[test]
fn what_it_is_set_against() {
    let (document, figures) = figures("Revenue rose 18% from a year earlier, the company said.");
    let against = figures[0].against.expect("it is set against a year");
    assert_eq!(against.of(&document.text), "a year earlier");
}

#[test]
fn dozens_have_no_value() {
    let (_, figures) = figures("The storm killed dozens of people in the valley.");
    assert_eq!(figures[0].value, None);
}

#[test]
fn measures_have_their_symbols() {
    check(
        "The fire burned 12 square miles of forest.",
        "12 square miles",
        (12.0, 12.0),
        "mi²",
        "forest",
        None,
    );
}

/// All figures of the text: words, value, unit, and whether it went up or down.
#[track_caller]
fn check_all(text: &str, expected: &[(&str, f64, &str, Option<Change>)]) {
    let (document, figures) = figures(text);
    let found: Vec<_> = figures
        .iter()
        .map(|figure| {
            let value = figure.value.map_or(f64::NAN, |(low, _)| low);
            (figure.span.of(&document.text), value, figure.unit.as_str(), figure.change)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

const UP: Option<Change> = Some(Change::Up);
const DOWN: Option<Change> = Some(Change::Down);

#[test]
fn scales_behind_hyphens_and_of_india() {
    check_all("They signed a $2.5-billion lease.", &[("$2.5-billion", 2.5e9, "USD", None)]);
    check_all("A 4-million-tonne cargo sank.", &[("4-million-tonne", 4e6, "t", None)]);
    check_all("The canal took Rs 850 crore.", &[("Rs 850 crore", 8.5e9, "INR", None)]);
    check_all(
        "Some 7 lakh farmers and 3 lakh crore rupees.",
        &[("Some 7 lakh", 7e5, "", None), ("3 lakh crore rupees", 3e12, "INR", None)],
    );
    check_all("Stalls at Crore Market burned, and 40 people fled.", &[("40", 40.0, "", None)]);
}

#[test]
fn currencies_of_the_world() {
    check_all(
        "It cost QR7.5bn, KSh900 or R410.50.",
        &[("QR7.5bn", 7.5e9, "QAR", None), ("KSh900", 900.0, "KES", None), ("R410.50", 410.5, "ZAR", None)],
    );
    check_all(
        "It cost 2 million New Zealand dollars, or 300 million naira.",
        &[("2 million New Zealand dollars", 2e6, "NZD", None), ("300 million naira", 3e8, "NGN", None)],
    );
    // Which pesos they are the article tells, or nobody does.
    check_all("Chile lent 90 million pesos.", &[("90 million pesos", 9e7, "CLP", None)]);
    check_all("He paid 90 pesos.", &[("90 pesos", 90.0, "pesos", None)]);
    check_all("She owns an Audi R8, and 12 won prizes.", &[("12", 12.0, "", None)]);
}

#[test]
fn groups_and_decimals_of_other_countries() {
    check_all("The flood cut off 14 300 homes.", &[("14 300", 14_300.0, "", None)]);
    check_all(
        "It got €6,5 million, or 1.250.000 shares.",
        &[("€6,5 million", 6.5e6, "EUR", None), ("1.250.000", 1_250_000.0, "", None)],
    );
    check_all("In 2021 700 people moved.", &[("700", 700.0, "", None)]);
    check_all("Ring 020 7946 0311.", &[]);
}

#[test]
fn letters_and_words_of_two_meanings() {
    check_all(
        "He ran the last 400m uphill; the club cost £4m, and 3m voters came.",
        &[("400m", 400.0, "m", None), ("£4m", 4e6, "GBP", None), ("3m", 3e6, "", None)],
    );
    check_all("The pike weighed 20 pounds.", &[("20 pounds", 20.0, "lb", None)]);
    check_all("She owed 800 pounds in rent.", &[("800 pounds", 800.0, "GBP", None)]);
    check_all(
        "It was 41C, and 3pc of 30MW was lost.",
        &[("41C", 41.0, "°C", None), ("3pc", 3.0, "%", None), ("30MW", 30.0, "MW", None)],
    );
}

#[test]
fn parts_of_a_whole() {
    check_all(
        "Three-fifths of the fleet sank, and a quarter of the crew.",
        &[("Three-fifths", 0.6, "", None), ("a quarter", 0.25, "", None)],
    );
    check_all(
        "One in seven pupils, and more than half of the teachers, are ill.",
        &[("One in seven", 0.1429, "", None), ("more than half", 0.5, "", None)],
    );
    check_all("He scored a third goal in the second half.", &[]);
    check_all(
        "A quarter of a million tiles and half a dozen doors.",
        &[("A quarter of a million", 250_000.0, "", None), ("half a dozen", 6.0, "", None)],
    );
}

#[test]
fn what_changed_by_so_much() {
    check_all(
        "The index lost 320 points, or 1.4 percent.",
        &[("320", 320.0, "", DOWN), ("1.4 percent", 1.4, "%", DOWN)],
    );
    check_all("The bank cut its main rate by 50 basis points.", &[("50 basis points", 50.0, "bp", DOWN)]);
    check_all("The rate fell from 7% to 5%.", &[("7%", 7.0, "%", None), ("5%", 5.0, "%", None)]);
    check_all("Fares went up 12 percent.", &[("12 percent", 12.0, "%", UP)]);
    check_all("Output did not grow 4 percent.", &[("4 percent", 4.0, "%", None)]);
    check_all("The firm failed to raise its prices by 4 percent.", &[("4 percent", 4.0, "%", None)]);
    check_all("Pell gained 31 percent of the vote.", &[("31 percent", 31.0, "%", None)]);
    check_all(
        "The fund raised $12 million from three banks.",
        &[("$12 million", 1.2e7, "USD", None), ("three", 3.0, "", None)],
    );
}

#[test]
fn numbers_that_count_nothing() {
    for text in [
        "Ode Pell, 52, of 14 Harbour Road, was held in Room 12.",
        "Dunmore beat Hale 4-1 on Highway 9.",
        "Covid-19 and Article 7 kept him on Flight 88.",
        "The two sides met one of the leaders.",
        "She was 91.",
    ] {
        check_all(text, &[]);
    }
}

#[test]
fn what_is_counted_stands_behind_a_genitive_or_before_the_verb() {
    check("It has a tenth of the world's trade.", "a tenth", (0.1, 0.1), "", "trade", None);
    check(
        "The number of passengers will reach 36 million.",
        "36 million",
        (36e6, 36e6),
        "",
        "passengers",
        None,
    );
    check("The number of trains fell, and 40 nurses left.", "40", (40.0, 40.0), "", "nurses", None);
}

#[test]
fn a_comparison_or_a_name_is_no_change() {
    check("It has peaks higher than 8,000 metres.", "8,000 metres", (8e3, 8e3), "m", "", None);
    check("The 48MW Lower Hale dam is old.", "48MW", (48.0, 48.0), "MW", "", None);
    check("Rents are 8% higher.", "8%", (8.0, 8.0), "%", "Rents", Some(Change::Up));
}

#[test]
fn numbers_of_names_steps_ages_and_zones_count_nothing() {
    for text in [
        "The strains BA.4 and BA.5 were found.",
        "Dunmore is at stage 6 load shedding, and phase 3 trials go on.",
        "Pell left Hale at the age of 11.",
        "It is for pupils of ages 5 to 11.",
        "The party has zero tolerance for it, and wants net zero.",
        "It began at noon (GMT+7) in Hale.",
        "Ana drove her Fiat 500 the wrong way.",
        "Version 2.0 of the map is out.",
        "COP26 was held in Hale, with N95 masks.",
    ] {
        check_all(text, &[]);
    }
    check_all("There were zero cases.", &[("zero", 0.0, "", None)]);
    check_all("In Dunmore 500 people left.", &[("500", 500.0, "", None)]);
}

#[test]
fn letters_of_currencies_need_what_is_written_as_a_sum() {
    check("Abuja fined the bank N2.4bn.", "N2.4bn", (2.4e9, 2.4e9), "NGN", "", None);
    check("The course in Manila costs P48,000.", "P48,000", (48e3, 48e3), "PHP", "", None);
    check("A goat in Gaborone costs P1,200.", "P1,200", (1200.0, 1200.0), "BWP", "", None);
    check("The yard in Lusaka cost K3.5 million.", "K3.5 million", (35e5, 35e5), "ZMW", "", None);
    check("It cost 9.2 billion kronur.", "9.2 billion kronur", (9.2e9, 9.2e9), "ISK", "", None);
}

#[test]
fn a_bare_sign_beside_a_dollar_by_name_is_the_other() {
    let text = "In Hong Kong the film made 61 million Hong Kong dollars ($7.8 million).";
    check(text, "$7.8 million", (7.8e6, 7.8e6), "USD", "", None);
    let text = "Hong Kong is rich. Hong Kong taxes little, and Hong Kong gave $5 million.";
    check(text, "$5 million", (5e6, 5e6), "HKD", "", None);
}

#[test]
fn pounds_are_what_the_nearest_word_makes_of_them() {
    check("The boxer shed 20 pounds in camp.", "20 pounds", (20.0, 20.0), "lb", "", None);
    check("She lost 12 pounds on a diet.", "12 pounds", (12.0, 12.0), "lb", "", None);
    check("He was fined 50 pounds after the weigh-in.", "50 pounds", (50.0, 50.0), "GBP", "", None);
    check("The bank lost 12 pounds on it.", "12 pounds", (12.0, 12.0), "GBP", "", None);
}

#[test]
fn people_are_strong_and_walls_are_high() {
    check("The 1.5m-strong union met.", "1.5m", (1.5e6, 1.5e6), "", "union", None);
    check("The 1.5m-high wall fell.", "1.5m", (1.5, 1.5), "m", "", None);
    check("The 61-seat council met.", "61", (61.0, 61.0), "", "seat", None);
    check("Four of the top five banks are old.", "Four", (4.0, 4.0), "", "banks", None);
}

#[test]
fn a_way_down_is_no_change_of_a_level() {
    check("A fall of 30 metres killed the climber.", "30 metres", (30.0, 30.0), "m", "", None);
    check("The mountain had slipped 14cm since May.", "14cm", (14.0, 14.0), "cm", "", None);
    let text = "The lake fell 3 metres in a year.";
    check(text, "3 metres", (3.0, 3.0), "m", "lake", Some(Change::Down));
}

#[test]
fn fewer_and_more_behind_a_share_are_changes() {
    check("Hunters took 12% fewer goats.", "12%", (12.0, 12.0), "%", "goats", Some(Change::Down));
    check("The yard sold 5 percent more boats.", "5 percent", (5.0, 5.0), "%", "boats", Some(Change::Up));
    check("They bought 26 more goats.", "26", (26.0, 26.0), "", "goats", None);
}

#[test]
fn both_ends_have_the_unit_of_the_last() {
    check_all("Turnout rose from 3 to 5 percent.", &[("3", 3.0, "%", None), ("5 percent", 5.0, "%", None)]);
    check("A sixteenth of them are shut.", "A sixteenth", (0.0625, 0.0625), "", "", None);
    check("A twelfth of the crop is gone.", "A twelfth", (0.0833, 0.0833), "", "crop", None);
    check_all("He spoke for three quarters of an hour.", &[]);
    check_all("Pell expects 2022 year-end inflation.", &[]);
}

#[test]
fn a_million_of_a_currency_and_a_length() {
    check("The club ended its 300m-forint deal.", "300m-forint", (3e8, 3e8), "HUF", "", None);
    check("She won the 500-pound ($630) prize.", "500-pound", (500.0, 500.0), "GBP", "", None);
    check("Some 3m people bought the record.", "Some 3m", (3e6, 3e6), "", "people", None);
    check("The 100m-high tower fell.", "100m", (100.0, 100.0), "m", "", None);
    check("She won the 100m women's final.", "100m", (100.0, 100.0), "m", "", None);
    check("The tunnel at Aarhus cost 400 million kroner.", "400 million kroner", (4e8, 4e8), "DKK", "", None);
}

#[test]
fn a_measure_is_of_what_its_verb_has_as_subject() {
    check("The rainfall was 371mm.", "371mm", (371.0, 371.0), "mm", "rainfall", None);
    check("Gusts reached 140 km/h.", "140 km/h", (140.0, 140.0), "km/h", "Gusts", None);
    check("The mean was 9.9degC.", "9.9degC", (9.9, 9.9), "°C", "mean", None);
    check("She was 1.8 metres tall.", "1.8 metres", (1.8, 1.8), "m", "", None);
    check("Ships sail at depths from 300 to 900 metres.", "300 to 900 metres", (300.0, 900.0), "m", "", None);
}

#[test]
fn what_is_picked_up_does_not_rise() {
    let up = Some(Change::Up);
    check("Her party picked up 41% of the vote.", "41%", (41.0, 41.0), "%", "vote", None);
    check("Sales picked up 4% in June.", "4%", (4.0, 4.0), "%", "Sales", up);
    check("Rather than fall 10%, shares held still.", "10%", (10.0, 10.0), "%", "", None);
    check("Far from falling 3%, output rose 4%.", "4%", (4.0, 4.0), "%", "output", up);
    check("Prices will rise by an average of 14%.", "14%", (14.0, 14.0), "%", "Prices", up);
}

#[test]
fn houses_ages_seats_and_bodies_are_no_figures() {
    for text in [
        "She lives at 14 Abbey Walk.",
        "The fire took a boy of 11 and a woman of 60.",
        "He sat in seat 14C.",
        "The Group of 77 will meet the Gang of Eight.",
        "They asked the Big Three.",
    ] {
        assert!(figures(text).1.is_empty(), "{text}");
    }
    check("The group of 77 tourists left.", "77", (77.0, 77.0), "", "tourists", None);
    check("A crowd of 60 watched.", "60", (60.0, 60.0), "", "", None);
}

#[test]
fn so_many_out_of_so_many_is_a_part() {
    check("Most, or 16 out of 25, caught it.", "16 out of 25", (0.64, 0.64), "", "", None);
    check("He scored 16 out of 25.", "16", (16.0, 16.0), "", "", None);
}

#[test]
fn what_changed_is_the_head_of_its_phrase() {
    check(
        "The combined wealth of traders on the Hale Rich List rose 7.5% last year.",
        "7.5%",
        (7.5, 7.5),
        "%",
        "combined wealth of traders",
        UP,
    );
    check(
        "Demand in Veldia for the toys boosted annual revenue by 19%.",
        "19%",
        (19.0, 19.0),
        "%",
        "annual revenue",
        UP,
    );
    check("He kept his place, due to a 20% jump in his fortune.", "20%", (20.0, 20.0), "%", "", UP);
    check("Sales of toys rose 4%.", "4%", (4.0, 4.0), "%", "Sales of toys", UP);
}

#[test]
fn the_word_behind_a_sign_says_which_money() {
    check("They pay $5 pesos for each stall.", "$5 pesos", (5.0, 5.0), "pesos", "", None);
    check("It cost $5 in Hale.", "$5", (5.0, 5.0), "USD", "", None);
    check(
        "The lake holds 33 million acre-feet of it.",
        "33 million acre-feet",
        (33e6, 33e6),
        "ac⋅ft",
        "",
        None,
    );
    check("The farm has 33 acres of it.", "33 acres", (33.0, 33.0), "ac", "", None);
}

#[test]
fn an_age_and_the_number_of_a_street_count_nothing() {
    check_all("Pell became minister at just 25, after the war.", &[]);
    check_all("At the age of only 39 she wants to go on.", &[]);
    check_all("The pipe burst near calle 39 in the old town.", &[]);
    check_all("The shares closed at just 25 in Hale.", &[("25", 25.0, "", None)]);
    check_all("The council of the calle bought 39 lamps.", &[("39", 39.0, "", None)]);
}
