//! "It" and "they", and the subject behind what opens a sentence, case by case.

use super::tests::check;

#[test]
fn a_body_that_speaks_is_they() {
    check("[O:Velmont] said they were open.", &["they = Velmont"]);
    // A noun in the plural stands nearer.
    check("[O:Velmont] told the drivers they were late.", &[]);
    check("[O:Velmont] said if someone called they would come.", &[]);
}

#[test]
fn it_stays_open_where_a_thing_is_nearer() {
    check("[O:Velmont] bought the plant after it closed.", &[]);
    check("[O:Velmont] sang. It was only then that the crowd left.", &[]);
}

#[test]
fn the_subject_behind_what_opens_a_sentence() {
    check("Speaking beside his wife, Mr [P:Velk] said no.", &["his = Velk"]);
    check("When he was a baker, [P:Oden Velk] sang.", &["he = Oden Velk"]);
    // "Her deputy" is the subject itself.
    check("Her deputy, Mrs [P:Dorn], left.", &[]);
}
