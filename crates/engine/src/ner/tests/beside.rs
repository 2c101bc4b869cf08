//! What a list, a noun or another name beside it says of a name that nobody knows, and where such a name ends.

use super::check;

#[test]
fn what_sums_a_list_up_says_what_is_in_it() {
    check(
        "The fund backs many projects including Olvar Benkatt, Dorra Shenn and Tivka-II.",
        &["FAC Olvar Benkatt", "FAC Dorra Shenn", "FAC Tivka-II"],
    );
    check("Norvak, Tarnveld and other firms bid.", &["ORG Norvak", "ORG Tarnveld"]);
    check("Ana Ruiz, Tom Orr and other singers came.", &["PERSON Ana Ruiz", "PERSON Tom Orr"]);
    check("It helps the Negev, Tovalee and mixed villages.", &["LOC Negev", "GPE Tovalee"]);
}

#[test]
fn those_whom_people_come_from_are_bodies_as_one_of_them_is() {
    check(
        "Officials from the Water Board, Lesk Irrigation and Norvak met.",
        &["ORG Water Board", "ORG Lesk Irrigation", "ORG Norvak"],
    );
    check("Officials of Punjab and Sindh met.", &["GPE Punjab", "GPE Sindh"]);
}

#[test]
fn the_noun_beside_a_name_tells_its_kind() {
    check("She lives in the northern capital, Delvina, in a flat.", &["GPE Delvina"]);
    check("In the capital, Ruiz, who was ill, stayed.", &["PERSON Ruiz"]);
    check("The call provider Zuum rose. The Vang Sorn index fell.", &["ORG Zuum", "ORG Vang Sorn"]);
    check("Members of Ngati Velu cheered.", &["ORG Ngati Velu"]);
    check("The herpetologist Isla Velmore wrote it.", &["PERSON Isla Velmore"]);
    check("Kestrel striker Tom Orr left.", &["PERSON Tom Orr"]);
}

#[test]
fn a_work_behind_the_noun_for_it() {
    check("Her second novel, The Weight of Salt, won.", &["WORK_OF_ART The Weight of Salt"]);
    check("After the film, Ana Ruiz, 41, left.", &["PERSON Ana Ruiz"]);
}

#[test]
fn whose_government_it_is() {
    check("The Macron government fell.", &["PERSON Macron"]);
    check("The Zambian government fell.", &["NORP Zambian"]);
}

#[test]
fn streets_and_parties_of_other_languages() {
    check(
        "It left the Plaza Tolmera for Avenida Pell and Alameda de San Velmo.",
        &["FAC Plaza Tolmera", "FAC Avenida Pell", "FAC Alameda de San Velmo"],
    );
    check("Shops on calle 41 and near Carrera 7 burned.", &["FAC calle 41", "FAC Carrera 7"]);
    check("He plays for the Plaza Rovers.", &["ORG Plaza Rovers"]);
    check("Te Pāti Velu and Samyukta Velu Dal met.", &["ORG Te Pāti Velu", "ORG Samyukta Velu Dal"]);
}

#[test]
fn a_name_and_another_of_it_are_of_one_kind() {
    check("Ostra Telecom, formerly Velm Line, said so.", &["ORG Ostra Telecom", "ORG Velm Line"]);
    check("Ana Ruiz, formerly Kestrel Bank’s chief, left.", &["PERSON Ana Ruiz", "ORG Kestrel Bank"]);
    check("The Central Authority (CA) met in Velm.", &["ORG Central Authority", "ORG CA", "GPE Velm"]);
}

#[test]
fn a_name_is_whole() {
    check("Minister Kim Do-hwan left. Kim Do-hwan said so.", &["PERSON Kim Do-hwan", "PERSON Kim Do-hwan"]);
    check("Hassan Sa’velli said so.", &["PERSON Hassan Sa’velli"]);
    check("Moshe Ya’velon said so. Ya’velon left.", &["PERSON Moshe Ya’velon", "PERSON Ya’velon"]);
    check("S. Velumani and T.K. Velan said so.", &["PERSON S. Velumani", "PERSON T.K. Velan"]);
    check("14.40 Lena Velm is back.", &["PERSON Lena Velm"]);
    check("Chinese Velm Holdings rose.", &["ORG Chinese Velm Holdings"]);
    check("The Sikhs of Woolvara met.", &["NORP Sikhs", "GPE Woolvara"]);
    check("He posted on X that it was bad.", &["ORG X"]);
}

#[test]
fn laws_and_upheavals_by_their_last_word() {
    check(
        "They passed the Tolna Regional Council (Ward Representation) Bill.",
        &["LAW Tolna Regional Council (Ward Representation) Bill"],
    );
    check("They refused to amend the Basel Plastics Convention.", &["LAW Basel Plastics Convention"]);
    check("The Democratic Convention met.", &["ORG Democratic Convention"]);
    check("The Social Duty Law was passed.", &["LAW Social Duty Law"]);
    check("He studied at Harvard Law School.", &["ORG Harvard Law School"]);
    check("The Arab Spring began so.", &["EVENT Arab Spring"]);
}
