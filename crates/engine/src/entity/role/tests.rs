//! Roles, case by case.

use crate::entity::tests::entities;

/// The roles of the entities that have one, in order.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (document, found) = entities(text);
    let roles: Vec<_> = found.iter().filter_map(|entity| entity.role.as_ref()).collect();
    assert!(roles.iter().all(|role| role.span.of(&document.text) == role.text));
    assert_eq!(roles.into_iter().map(|role| role.text.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn a_title_before_the_name() {
    check("[N:Finnish] President [P:Ana Ruiz] spoke.", &["Finnish President"]);
    check("Chief Executive [P:Ana Ruiz] spoke.", &["Chief Executive"]);
    check("Talks between [G:U.S.] special envoy [P:Ira Pell] and others.", &["U.S. special envoy"]);
}

#[test]
fn a_title_with_its_place() {
    check(
        "The [N:Finnish] Ambassador to the [G:United States] [P:Ana Ruiz] spoke.",
        &["Finnish Ambassador to the United States"],
    );
}

#[test]
fn whoever_is_somebody_of_a_person_with_a_title_is_another() {
    check("The son-in-law of [N:Irish] shipping magnate [P:Ira Pell] spoke.", &["Irish shipping magnate"]);
    check("The trial of [N:Irish] property developer [P:Ira Pell] began.", &["Irish property developer"]);
    check("The daughter of President [P:Ana Ruiz] spoke.", &["President"]);
    check("A lawyer for businessman [P:Ira Pell] spoke.", &["businessman"]);
    // What the office is for is no person.
    check("The Secretary of Commerce [P:Ana Ruiz] spoke.", &["Secretary of Commerce"]);
    check("They heard Minister for Justice [P:Ana Ruiz].", &["Minister for Justice"]);
    check("The Secretary of the Treasury, [P:Ana Ruiz], spoke.", &["Secretary of the Treasury"]);
}

#[test]
fn a_title_before_and_nothing_of_the_verb() {
    check("She praised finance minister [P:Ana Ruiz].", &["finance minister"]);
    check("Yesterday President [P:Ana Ruiz] spoke.", &["President"]);
}

#[test]
fn a_title_and_an_owner() {
    check(
        "President [P:Ode Brandt]’s son-in-law [P:Ira Pell] spoke.",
        &["President", "Ode Brandt’s son-in-law"],
    );
}

#[test]
fn hyphens_inside() {
    check("said co-author [P:Jan Thoré].", &["co-author"]);
}

#[test]
fn set_beside_the_name() {
    check("[P:Ira Pell], an analyst at [O:Dunmore], said so.", &["analyst at Dunmore"]);
    check("According to [P:Ira Pell], [O:Dunmore]’s finance chief, it fell.", &["Dunmore’s finance chief"]);
    check("“No,” said [P:Ira Pell], head of finance at [O:Dunmore].", &["head of finance at Dunmore"]);
    check("[P:Ira Pell], 41, a baker, said so.", &["baker"]);
}

#[test]
fn two_roles_at_once() {
    check(
        "said Dr. [P:Ana Ruiz], a neurobiologist and the paper’s lead author.",
        &["neurobiologist and the paper’s lead author"],
    );
}

#[test]
fn a_list_is_no_role() {
    check("[P:Ira Pell], Mrs [P:Dorn] and others came.", &[]);
    check("[P:Ira Pell], a week later, left.", &[]);
}

#[test]
fn the_title_set_off_before_the_name() {
    check("The finance minister, [P:Ana Ruiz], said so.", &["finance minister"]);
}

#[test]
fn a_clause() {
    check("[P:Ana Ruiz], who leads the Harbour Alliance, spoke.", &["who leads the Harbour Alliance"]);
}

#[test]
fn an_organisation() {
    check("[O:Velmont], a chipmaker in [G:Austin], rose.", &["chipmaker in Austin"]);
}

#[test]
fn an_office_in_a_chain_and_two_offices() {
    check(
        "The Chairman of the Board of Directors of the [O:Velm Boxing Federation], [P:Omar Enezi], thanked them.",
        &["Chairman of the Board of Directors of the Velm Boxing Federation"],
    );
    check(
        "The party chief and acting Interior Minister [P:Ana Ruiz] spoke.",
        &["party chief and acting Interior Minister"],
    );
    check("[P:Nils Karki], the firm’s executive director told reporters so.", &["firm’s executive director"]);
}

#[test]
fn what_one_is_to_somebody_else_is_no_office() {
    check("His successor [P:Odd Lind] won.", &[]);
    check("Presidential hopeful [P:Odd Lind] won.", &["Presidential hopeful"]);
}

#[test]
fn an_office_that_a_common_noun_owns() {
    check("The council’s chairman, [P:Ira Pell], spoke.", &["chairman"]);
    check("They met the bank's finance director, [P:Ana Ruiz], there.", &["finance director"]);
    // He may stand in a list.
    check("They met the council’s chairman, [P:Ira Pell] and [P:Ana Ruiz].", &[]);
}

#[test]
fn what_stands_between_an_office_and_its_name() {
    check("Deputy Works Minister Datuk Seri [P:Lim Kok] spoke.", &["Deputy Works Minister"]);
    check(
        "Secretary General of the [O:National Reef Council] ([O:NRC]) [P:Ana Ruiz] spoke.",
        &["Secretary General of the National Reef Council"],
    );
    check(
        "The chairman of the union at the [O:Velm Bank], [P:Ana Ruiz], spoke.",
        &["chairman of the union at the Velm Bank"],
    );
}
