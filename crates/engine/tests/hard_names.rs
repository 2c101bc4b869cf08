//! The hard cases of names in news, 66 to 87 of our list, each through the whole engine.
//!
//! A text stands with all the names that must be found in it, one line an entity: its type and name, then every
//! other way the article writes it with the reason for the join.

use analysis::{AliasReason, Analysis, Document};
use engine::{Options, analyze};

mod whys;

/// A text and its entities, by first mention.
type Case<'a> = (&'a str, &'a [&'a str]);

fn holds(cases: &[Case]) {
    for (text, expected) in cases {
        assert_eq!(told(text), *expected, "{text}");
    }
}

fn told(text: &str) -> Vec<String> {
    let document = Document::from_paragraphs(text);
    whys::have_one_rule_each(&document);
    let found: Analysis = analyze(&document, &Options::default());
    let named = found.entities.iter().filter(|entity| !entity.kind.is_value());
    named
        .map(|entity| {
            let mut line = format!("{} {}", entity.kind.name(), entity.name);
            for alias in entity.aliases.iter().filter(|alias| alias.why != AliasReason::Title) {
                line += &format!(" | {} ({})", alias.text, alias.why.name());
            }
            line
        })
        .collect()
}

#[test]
fn case_66_a_surname_after_the_full_name() {
    holds(&[
        (
            "Ingrid Solheim, the transport minister, opened the bridge on Monday. Solheim thanked the workers.",
            &["PERSON Ingrid Solheim | Solheim (surname)"],
        ),
        (
            "The council re-elected Pedro Quintela as mayor. Quintela, 58, has governed since 2011. \
             Critics say Quintela has spent too much.",
            &["PERSON Pedro Quintela | Quintela (surname)"],
        ),
    ]);
}

#[test]
fn case_67_a_title_before_the_name() {
    holds(&[
        (
            "Foreign Minister Tomas Velka arrived late. Mr. Velka did not say why. Prime Minister Anja Roos left early.",
            &["PERSON Tomas Velka | Velka (surname)", "PERSON Anja Roos"],
        ),
        (
            "Dr. Amina Yusuf and Professor Jan Horak signed the letter. Gen. Ruslan Beridze refused. \
             Lt. Col. Ivo Marek was not asked.",
            &["PERSON Amina Yusuf", "PERSON Jan Horak", "PERSON Ruslan Beridze", "PERSON Ivo Marek"],
        ),
    ]);
}

#[test]
fn case_68_spelling_drifts_inside_one_article() {
    holds(&[
        (
            "President Oleh Karpenko met the envoys. Karpenka told reporters that the talks would go on.",
            &["PERSON Oleh Karpenko | Karpenka (spelling)"],
        ),
        (
            "Defence chief Ruslan Khorin left the room. Minutes later Mr. Horin returned.",
            &["PERSON Ruslan Khorin | Horin (transliteration)"],
        ),
        (
            "Special envoy Daniel Brandhoff flew in on Friday. “We are close,” Brandhov said.",
            &["PERSON Daniel Brandhoff | Brandhov (transliteration)"],
        ),
    ]);
}

#[test]
fn case_69_transliteration() {
    holds(&[
        (
            "Olexiy Danchenko resigned on Tuesday. Aleksei Danchenko had served for two years.",
            &["PERSON Olexiy Danchenko | Aleksei Danchenko (transliteration)"],
        ),
        (
            "Mayor Yuriy Zelinsky opened the hospital. Yuri Zelinskiy promised another.",
            &["PERSON Yuriy Zelinsky | Yuri Zelinskiy (transliteration)"],
        ),
    ]);
}

#[test]
fn case_70_one_surname_and_two_people() {
    holds(&[
        (
            "Maria Lindqvist and her brother Oskar Lindqvist own the mill. Ms. Lindqvist runs it.",
            &["PERSON Maria Lindqvist | Lindqvist (surname)", "PERSON Oskar Lindqvist"],
        ),
        (
            "Senator Ruth Calloway debated her cousin Frank Calloway. Calloway won.",
            &["PERSON Ruth Calloway", "PERSON Frank Calloway", "PERSON Calloway"],
        ),
    ]);
}

#[test]
fn case_71_near_and_distinct() {
    holds(&[
        (
            "Pavel Ivanov testified before Irina Ivanova did. Ivanova contradicted Ivanov.",
            &["PERSON Pavel Ivanov | Ivanov (surname)", "PERSON Irina Ivanova | Ivanova (surname)"],
        ),
        (
            "Iran and Iraq signed the accord. Austria and Australia did not, and neither did Niger and Nigeria.",
            &["GPE Iran", "GPE Iraq", "GPE Austria", "GPE Australia", "GPE Niger", "GPE Nigeria"],
        ),
    ]);
}

#[test]
fn case_72_particles() {
    holds(&[
        (
            "Pieter van der Berg sued. Van der Berg lost, and his lawyer, Ana de la Cruz, appealed. De la Cruz won.",
            &[
                "PERSON Pieter van der Berg | Van der Berg (surname)",
                "PERSON Ana de la Cruz | De la Cruz (surname)",
            ],
        ),
        (
            "Sheikh Khalid bin Faisal al-Harthy spoke first. Al-Harthy called for calm.",
            &["PERSON Khalid bin Faisal al-Harthy | Al-Harthy (surname)"],
        ),
    ]);
}

#[test]
fn case_73_hyphens() {
    holds(&[
        (
            "Anne-Marie Fournier-Roux leads the inquiry. Fournier-Roux met Jean-Luc Perrin on Monday.",
            &["PERSON Anne-Marie Fournier-Roux | Fournier-Roux (surname)", "PERSON Jean-Luc Perrin"],
        ),
        (
            "Rajiv Chandran-Pillai, an analyst, disagreed. Chandran-Pillai expects losses.",
            &["PERSON Rajiv Chandran-Pillai | Chandran-Pillai (surname)"],
        ),
    ]);
}

#[test]
fn case_74_apostrophes_and_marks_on_letters() {
    holds(&[
        (
            "Kevin O’Rourke and Nadia D’Souza won the prize. O'Rourke thanked D'Souza.",
            &["PERSON Kevin O’Rourke | O'Rourke (surname)", "PERSON Nadia D’Souza | D'Souza (surname)"],
        ),
        (
            "Carlos Muñoz was released. Munoz spent nine days in custody, his lawyer said.",
            &["PERSON Carlos Muñoz | Munoz (surname)"],
        ),
    ]);
}

#[test]
fn case_75_initials_and_juniors() {
    holds(&[
        (
            "J. R. Halvorsen bought the paper from William T. Draper Jr. in 1998. Halvorsen sold it to Draper again.",
            &[
                "PERSON J. R. Halvorsen | Halvorsen (surname)",
                "PERSON William T. Draper Jr. | Draper (surname)",
            ],
        ),
        (
            "George H. Aldous met G. H. Aldous’s publisher. Aldous smiled.",
            &["PERSON George H. Aldous | G. H. Aldous (full name) | Aldous (surname)"],
        ),
    ]);
}

#[test]
fn case_76_the_surname_first() {
    holds(&[
        (
            "Kim Jae-won scored twice. Kim left the field after an hour, and Park Min-seo replaced him.",
            &["PERSON Kim Jae-won | Kim (surname)", "PERSON Park Min-seo"],
        ),
        (
            "Premier Zhang Weimin visited the plant. Zhang praised the workers.",
            &["PERSON Zhang Weimin | Zhang (surname)"],
        ),
    ]);
}

#[test]
fn case_77_possessives() {
    holds(&[
        (
            "Peter James’ lawyer objected. James’s answer came late, and Roberta Ellis's sister left.",
            &["PERSON Peter James | James (surname)", "PERSON Roberta Ellis"],
        ),
        (
            "Norway’s parliament backed Solveig Aas’s plan. Critics of Aas’ plan walked out.",
            &["GPE Norway", "PERSON Solveig Aas | Aas (surname)"],
        ),
    ]);
}

// Known failure: fails once it is right. "May" before an unknown surname is not read as a given name.
#[test]
fn case_78_a_given_name_that_is_a_month() {
    holds(&[(
        "Will Hargrove and May Trent testified in May. Hargrove said Trent will return.",
        &["PERSON Will Hargrove | Hargrove (surname)", "PERSON May Trent | Trent (surname)"],
    )]);
}

#[test]
fn case_78_a_name_that_is_a_word() {
    holds(&[(
        "Mark Belling left his mark on the city. The mayor hopes that hope returns. Hope Danvers agreed.",
        &["PERSON Mark Belling", "PERSON Hope Danvers"],
    )]);
}

#[test]
fn case_79_a_role_before_the_name_without_a_comma() {
    holds(&[
        (
            "Striker Emil Sandvik missed training. Team doctor Lena Brodin confirmed it to reporter Ali Rahimi.",
            &["PERSON Emil Sandvik", "PERSON Lena Brodin", "PERSON Ali Rahimi"],
        ),
        (
            "Opposition leader Mirela Dobre and former finance minister Ion Stancu met on Friday.",
            &["PERSON Mirela Dobre", "PERSON Ion Stancu"],
        ),
    ]);
}

#[test]
fn case_80_party_tags() {
    holds(&[(
        "Sen. Carla Whitmore (D-Ohio) and Rep. Dale Huston, R-Texas, wrote the bill. Whitmore expects a vote.",
        &["PERSON Carla Whitmore | Whitmore (surname)", "GPE Ohio", "PERSON Dale Huston", "GPE Texas"],
    )]);
}

#[test]
fn case_81_a_person_a_place_or_an_organisation() {
    holds(&[
        (
            "Ford will close its plant in Cologne. Betty Ford, a nurse in Chicago, owns no shares of Ford Motor Co.",
            &["ORG Ford Motor Co. | Ford (full name)", "GPE Cologne", "PERSON Betty Ford", "GPE Chicago"],
        ),
        (
            "Denise Washington flew to Washington on Sunday. Ms. Washington spoke in Washington for an hour.",
            &["PERSON Denise Washington | Washington (surname)", "GPE Washington"],
        ),
        (
            "Amazon opened a warehouse near Manaus. Scientists say the Amazon River rose by two metres.",
            &["ORG Amazon", "GPE Manaus", "LOC Amazon River"],
        ),
    ]);
}

#[test]
fn case_82_an_acronym_with_its_definition() {
    holds(&[
        (
            "The World Relief Board (WRB) sent tents. The WRB said more would follow.",
            &["ORG World Relief Board | WRB (acronym)"],
        ),
        (
            "The International Atomic Energy Agency inspected the site. The IAEA will report in June.",
            &["ORG International Atomic Energy Agency | IAEA (acronym)"],
        ),
    ]);
}

#[test]
fn case_83_the_united_states_and_us() {
    holds(&[
        (
            "The U.S. sent two ships. They left the United States on Friday, and the US will send more. “Help us,” he said.",
            &["GPE United States | U.S. (acronym) | US (acronym)"],
        ),
        (
            "He moved to the U.S. His sister stayed in Canada and told us about it.",
            &["GPE U.S.", "GPE Canada"],
        ),
    ]);
}

#[test]
fn case_84_a_people_is_no_country() {
    holds(&[
        (
            "Turkish troops left as Turkey agreed to talks. Turks in Ankara celebrated.",
            &["NORP Turkish | Turks (demonym)", "GPE Turkey", "GPE Ankara"],
        ),
        (
            "The German-backed plan passed. Germany paid for it, and French officials were silent.",
            &["NORP German", "GPE Germany", "NORP French"],
        ),
    ]);
}

#[test]
fn case_85_names_of_organisations_with_small_words() {
    holds(&[
        (
            "The Bank of Ural lent money to Petersen and Sons Ltd. on Monday. Bank of Ural shares fell.",
            &["ORG Bank of Ural", "ORG Petersen and Sons Ltd."],
        ),
        (
            "The Ministry of Health and Social Affairs blamed Bridgewell & Sons. Bridgewell denied it.",
            &["ORG Ministry of Health and Social Affairs", "ORG Bridgewell & Sons | Bridgewell (full name)"],
        ),
    ]);
}

#[test]
fn case_86_the_first_word_of_a_sentence() {
    holds(&[
        (
            "However, nobody came. Officials waited for an hour. Nokia shares fell. Farmers were angry.",
            &["ORG Nokia"],
        ),
        (
            "Yesterday Brodin spoke. Police arrested Sven Brodin. Witnesses saw it. Despite rain, crowds gathered.",
            &["PERSON Sven Brodin | Brodin (surname)"],
        ),
    ]);
}

#[test]
fn case_87_headlines_in_capitals_or_title_case() {
    holds(&[
        (
            "MAYOR QUINTELA QUITS AFTER FLOOD IN LISBON\n\nMayor Pedro Quintela of Lisbon resigned on Monday. \
             Quintela gave no reason.",
            &[
                "PERSON Pedro Quintela | QUINTELA (surname) | Quintela (surname)",
                "GPE Lisbon | LISBON (full name)",
            ],
        ),
        (
            "Ferry Workers Reject Offer as Solheim Warns of Cuts\n\nTransport Minister Ingrid Solheim warned of \
             cuts on Tuesday after ferry workers rejected an offer.",
            &["PERSON Ingrid Solheim | Solheim (surname)"],
        ),
    ]);
}

#[test]
fn one_name_is_taken_apart_where_grammar_knows_two() {
    holds(&[
        ("The Oslo-based Daily Courier folded.", &["GPE Oslo", "ORG Daily Courier"]),
        ("The Evening Record said so. The evening record was sad.", &["ORG Evening Record"]),
        ("Civic Pride’s Kim Jae-won won a seat.", &["ORG Civic Pride", "PERSON Kim Jae-won"]),
        ("In the final Thai Somsak Wirat fell early.", &["NORP Thai", "PERSON Somsak Wirat"]),
        ("Thai Airways flew in.", &["ORG Thai Airways"]),
        ("Ingrid Holm KC spoke for the bank.", &["PERSON Ingrid Holm"]),
        ("Dana Orr-based firms fell.", &["PERSON Dana Orr"]),
    ]);
}

#[test]
fn a_list_is_of_one_kind() {
    holds(&[
        (
            "Storms hit the towns of Arlebury, Tolnavik and Queska on Monday.",
            &["GPE Arlebury", "GPE Tolnavik", "GPE Queska"],
        ),
        (
            "Voting was slow in Arlebury, Tolnavik and Queska districts.",
            &["GPE Arlebury", "GPE Tolnavik", "GPE Queska"],
        ),
        ("Three rivers, including Arle, Tolna and Quesk, rose.", &["LOC Arle", "LOC Tolna", "LOC Quesk"]),
        // Who is named in full is somebody, whatever else the list has.
        (
            "She visited cities including Paris and thanked Maria Keller.",
            &["GPE Paris", "PERSON Maria Keller"],
        ),
    ]);
}

#[test]
fn a_surname_that_is_a_noun_opens_a_sentence() {
    holds(&[
        (
            "Detectives seek Owen Marsh. Marsh was seen in Leeds.",
            &["PERSON Owen Marsh | Marsh (surname)", "GPE Leeds"],
        ),
        ("Edith Page died on Sunday. Page left two sons.", &["PERSON Edith Page | Page (surname)"]),
        ("Margaret Power runs the grid. Power was cut on Friday.", &["PERSON Margaret Power"]),
    ]);
}

#[test]
fn names_that_what_stands_beside_them_tells() {
    holds(&[
        ("He left a wife, Maren, and a son, Emrys.", &["PERSON Maren", "PERSON Emrys"]),
        ("April, her niece, sang. In April she left.", &["PERSON April"]),
        (
            "Brackwell Holdings plc fell. Brackwell, founded in 1901, makes rope.",
            &["ORG Brackwell Holdings plc | Brackwell (full name)"],
        ),
        ("The Chad-Libya pipeline leaked.", &["GPE Chad", "GPE Libya"]),
        ("The fortnightly Ostrava and the weekly Zvuk closed.", &["GPE Ostrava", "ORG Zvuk"]),
        (
            "Results: Ardley Rovers 2 (Osei 3, 40), Kesh Town 1 (Brandt 51).",
            &["ORG Ardley Rovers", "PERSON Osei", "ORG Kesh Town", "PERSON Brandt"],
        ),
    ]);
}

#[test]
fn other_names_in_the_articles_own_words() {
    holds(&[
        ("Ana Ruiz (born Ana Pell) sang.", &["PERSON Ana Ruiz | Ana Pell (full name)"]),
        (
            "Bela Korda, also known as Benno Kord, fled. Kord was caught.",
            &["PERSON Bela Korda | Benno Kord (full name) | Kord (surname)"],
        ),
        ("Ana Ruiz (with Ana Pell) sang.", &["PERSON Ana Ruiz", "PERSON Ana Pell"]),
        ("Osmund was a monk. The chapel of St. Osmund is shut.", &["PERSON St. Osmund | Osmund (surname)"]),
        (
            "Salem Al-Harbi won. Later Al Harbi thanked his trainer.",
            &["PERSON Salem Al-Harbi | Al Harbi (surname)"],
        ),
        (
            "The World Rowing Council voted, World Rowing said.",
            &["ORG World Rowing Council", "ORG World Rowing"],
        ),
    ]);
}

#[test]
fn who_is_who_by_brackets_and_kin() {
    holds(&[
        ("The Salt Workers Union [SWU] met. The SWU voted.", &["ORG Salt Workers Union | SWU (acronym)"]),
        (
            "Laila Abdul Karim wrote. Her father Abdul Karim read.",
            &["PERSON Laila Abdul Karim", "PERSON Abdul Karim"],
        ),
        ("The work is old (Dye & Bavel, 2010).", &["PERSON Dye", "PERSON Bavel"]),
        ("CAIRO - 17 July 2022: Egypt signed.", &["GPE CAIRO", "GPE Egypt"]),
        ("The Fatwa and Legislation Department met.", &["ORG Fatwa and Legislation Department"]),
        ("Talks on the FTA with Norway failed.", &["GPE Norway"]),
    ]);
}
