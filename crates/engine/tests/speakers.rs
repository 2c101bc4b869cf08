//! Whose words they are where the name stands apart from the verb: kinds of sentences, three of each and one in which
//! the naive rule would do harm.
//!
//! A text stands with all the quotes that must be found in it, as in the hard cases of quotes.

mod told;
mod whys;

use told::holds;

#[test]
fn a_name_beside_a_role() {
    holds(
        "“It leaks,” the harbour clerk, Maria Lund-Weber, said.",
        &["direct: It leaks, = Maria Lund-Weber"],
    );
    holds("“It leaks,” said their coach, Pieter van der Meer.", &["direct: It leaks, = Pieter van der Meer"]);
    holds(
        "A diver who knew the wreck, Helen Marsh, told the inquiry that the hull was thin.",
        &["indirect: the hull was thin = Helen Marsh"],
    );
    holds(
        "The oldest diver on the island, a retired baker by the name of Thomas Keller, said: “I swam there.”",
        &["direct: I swam there. = Thomas Keller"],
    );
    holds("Her lawyer – Helen Marsh – said it was late.", &["indirect: it was late = Helen Marsh"]);
    holds(
        "Her lawyer, Helen Marsh of Keller and Lund, said it was late.",
        &["indirect: it was late = Helen Marsh"],
    );
    // Either of the two may be called so.
    holds(
        "A driver who hit a cyclist, Helen Marsh, told the court that it rained.",
        &["indirect: it rained = <A driver>"],
    );
}

#[test]
fn a_firm_beside_its_role() {
    holds(
        "Thomas Keller runs Ostmark Bank. The operator, Velmont Energy, said it would pay.",
        &["indirect: it would pay = Velmont Energy"],
    );
    holds(
        "One insurer, Velmont Mutual, said the roof was sound.",
        &["indirect: the roof was sound = Velmont Mutual"],
    );
    holds("“It pays,” said the owner, Velmont Energy.", &["direct: It pays, = Velmont Energy"]);
    // The university is hers, and is not she.
    holds(
        "A lecturer at her university, Osk University, said it was late.",
        &["indirect: it was late = <A lecturer at her university>"],
    );
}

#[test]
fn a_bracket_and_a_clause_between_a_name_and_its_verb() {
    for verb in ["described the bank as", "said the bank was", "called the bank"] {
        let text =
            format!("Sen. Helen Marsh (Vt.), who lost the race in May, {verb} “a den of old thieves”.");
        holds(&text, &["mixed: a den of old thieves = Helen Marsh"]);
    }
    // What the bracket holds is nobody who speaks.
    holds(
        "Helen Marsh (the clerk, Thomas Keller, was late) said it rained.",
        &["indirect: it rained = Helen Marsh"],
    );
}

#[test]
fn a_thing_that_shows_or_demands_has_no_words() {
    holds(
        "Helen Marsh said the long run of fires demands that the town act with “more care”.",
        &["mixed: more care = Helen Marsh"],
    );
    holds(
        "Helen Marsh said that the decline suggests that the town is “out of luck”.",
        &["mixed: out of luck = Helen Marsh"],
    );
    // A report and people have theirs.
    holds(
        "Helen Marsh said the report claims that the town is “out of luck”.",
        &["mixed: out of luck = <the report>"],
    );
    holds(
        "Helen Marsh said lawmakers demand that the town act with “more care”.",
        &["mixed: more care = <lawmakers>"],
    );
}

#[test]
fn a_participle_behind_a_thought_that_is_told() {
    holds(
        "Helen Marsh told reporters that the team expects Keller to be fair, calling the last race “a farce”.",
        &["indirect: the team expects Keller to be fair = Helen Marsh", "mixed: a farce = Helen Marsh"],
    );
    holds(
        "Helen Marsh said that the crew hopes to row, blaming the delay on “old ropes”.",
        &["indirect: the crew hopes to row = Helen Marsh", "mixed: old ropes = Helen Marsh"],
    );
    // What one who is told of says is theirs.
    holds(
        "Helen Marsh said Thomas Keller had denounced the plan, calling it “a farce”.",
        &["indirect: Thomas Keller had denounced the plan = Helen Marsh", "mixed: a farce = Thomas Keller"],
    );
}

#[test]
fn who_goes_on_is_the_one_who_said_it() {
    holds(
        "Helen Marsh warned that we could not be idle, noting that the tide was high.",
        &["indirect: we could not be idle = Helen Marsh", "indirect: the tide was high = Helen Marsh"],
    );
    holds(
        "Helen Marsh said that it was late, however, and added that the tide was high.",
        &["indirect: it was late = Helen Marsh", "indirect: the tide was high = Helen Marsh"],
    );
}

#[test]
fn words_heard_from_one_who_is_told_of() {
    holds(
        "The nurse, Helen Marsh, told the inquest that the surgeon had leaned over and muttered: “Write it down.”",
        &["direct: Write it down. = <the surgeon>"],
    );
    holds(
        "Helen Marsh said Thomas Keller had looked at the window and told her: “I slipped.”",
        &[
            "indirect: Thomas Keller had looked at the window = Helen Marsh",
            "direct: I slipped. = Thomas Keller",
        ],
    );
    // What the teller adds is the teller's.
    holds(
        "Helen Marsh said the mayor had left the hall and added: “He will be back.”",
        &["indirect: the mayor had left the hall = Helen Marsh", "direct: He will be back. = Helen Marsh"],
    );
}

#[test]
fn letters_behind_the_name_beside_a_role() {
    holds(
        "“It was a cold night,” his barrister, Helen Marsh KC, told the court.",
        &["direct: It was a cold night, = Helen Marsh"],
    );
    holds(
        "Her doctor, Thomas Keller MD, said the knee would heal.",
        &["indirect: the knee would heal = Thomas Keller"],
    );
    holds("“We dig,” said the chairman, Thomas Keller OBE.", &["direct: We dig, = Thomas Keller"]);
    // Capitals that are no such letters are part of a name.
    holds("“It leaks,” said the maker, Lund ABC.", &["direct: It leaks, = Lund ABC"]);
}

#[test]
fn who_did_it_did_this_too() {
    holds("He was heckled by fans shouting “Go home”.", &["direct: Go home = <fans>"]);
    holds(
        "The singer was mobbed by children screaming “We love you”.",
        &["direct: We love you = <children>"],
    );
    holds("Helen Marsh was followed by neighbours yelling “Go home”.", &["direct: Go home = <neighbours>"]);
    // A place is nobody.
    holds("Helen Marsh stood by the gate, shouting “Go home”.", &["direct: Go home = Helen Marsh"]);
}

#[test]
fn a_warning_that_is_given() {
    holds(
        "Helen Marsh gave a warning that the levy would double.",
        &["indirect: the levy would double = Helen Marsh"],
    );
    holds(
        "Thomas Keller made a solemn promise that no school would close.",
        &["indirect: no school would close = Thomas Keller"],
    );
    holds(
        "The ministry has issued a warning that the dam may break.",
        &["indirect: the dam may break = <The ministry>"],
    );
    // Nobody says it here.
    holds("Helen Marsh ignored a warning that the levy would double.", &[]);
}

#[test]
fn a_verb_in_british_spelling() {
    holds("Helen Marsh labelled the plan “a farce”.", &["mixed: a farce = Helen Marsh"]);
    holds("Helen Marsh labeled the plan “a farce”.", &["mixed: a farce = Helen Marsh"]);
    holds(
        "“They are cancelling the ferry,” Helen Marsh said.",
        &["direct: They are cancelling the ferry, = Helen Marsh"],
    );
}

#[test]
fn a_claim_or_a_name_before_anothers_verb() {
    holds(
        "Asked about Keller’s remark that the league was “a retirement home”, the captain, Helen Marsh, laughed.",
        &["mixed: a retirement home = Keller"],
    );
    holds(
        "The chief executive, Thomas Keller, has never called the herders “obstacles”, a spokeswoman said.",
        &["mixed: obstacles = Thomas Keller"],
    );
    // Words between speech and its source are the source's.
    holds("“I called him a thief,” Helen Marsh laughed.", &["direct: I called him a thief, = Helen Marsh"]);
    holds(
        "“Keller has never called the herders thieves,” Helen Marsh said.",
        &["direct: Keller has never called the herders thieves, = Helen Marsh"],
    );
}

#[test]
fn letters_behind_a_name_are_nobody() {
    holds(
        "The advocate Helen Marsh, SC, said the notice was void.",
        &["indirect: the notice was void = Helen Marsh"],
    );
    holds(
        "Speaking for the owners, barrister Helen Marsh, KC, OBE, said the notice was void.",
        &["indirect: the notice was void = Helen Marsh"],
    );
}
