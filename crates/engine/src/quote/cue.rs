//! The verbs, nouns and phrases that say that somebody says or thinks something: one list for every phase.
//!
//! They are data: the verbs and what each takes stand in `crates/train/lists/words/saying.txt`, a line each.

use crate::word_class::{self, ClassSet, Classes, WordClass};

/// What may stand beside a cue, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Valency(u16);

/// "said that the boat sank"
pub(crate) const CLAUSE: u16 = 1;
/// "told Tarn that …"
pub(crate) const HEARER: u16 = 1 << 1;
/// "denied the charge"
pub(crate) const THING: u16 = 1 << 2;
/// "promised to go"
pub(crate) const DEED: u16 = 1 << 3;
/// "called it a farce"
pub(crate) const LABEL: u16 = 1 << 4;
/// "smiled": a way of speaking, which reports only beside words in marks; set off from them, unless they are its
/// [`THING`]: "typed “yes”".
pub(crate) const MARKS_ONLY: u16 = 1 << 5;
/// "believed": a thought; marked words within it belong to whoever tells of the thought.
pub(crate) const THOUGHT: u16 = 1 << 6;
/// "offered an apology": of the things that it takes only what can be said.
pub(crate) const CONTENT: u16 = 1 << 7;

impl Valency {
    /// Whether it takes any of these.
    pub fn any(self, of: u16) -> bool {
        self.0 & of != 0
    }
}

pub(crate) const fn of(kinds: &[u16]) -> Valency {
    let (mut set, mut at) = (0, 0);
    while at < kinds.len() {
        set |= kinds[at];
        at += 1;
    }
    Valency(set)
}

/// The form in which a cue verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// "say": also the present of a plural, and the form after "to" or "will".
    Base,
    /// "says"
    Third,
    /// "said", "asked": past, and participle where the two are one.
    Past,
    /// "written", "known": never the past by itself.
    Participle,
    /// "saying"
    Ing,
}

/// A form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    pub lemma: &'static str,
    pub form: Form,
    pub takes: Valency,
}

/// What a class of the list says that a verb takes.
const TAKES: [(WordClass, u16); 8] = [
    (WordClass::TakesClause, CLAUSE),
    (WordClass::TakesHearer, HEARER),
    (WordClass::TakesThing, THING),
    (WordClass::TakesDeed, DEED),
    (WordClass::TakesLabel, LABEL),
    (WordClass::TakesMarksOnly, MARKS_ONLY),
    (WordClass::SayingThought, THOUGHT),
    (WordClass::TakesContent, CONTENT),
];

const FORMS: [(WordClass, Form); 5] = [
    (WordClass::SayingPast, Form::Past),
    (WordClass::SayingBase, Form::Base),
    (WordClass::SayingThird, Form::Third),
    (WordClass::SayingParticiple, Form::Participle),
    (WordClass::SayingIng, Form::Ing),
];

/// The cue verb that this word (in normal form) may be.
pub(crate) fn verb(normal: &str) -> Option<Verb> {
    verb_of(word_class::of(normal), normal)
}

/// The same for a word whose classes are known.
pub(crate) fn verb_of(classes: Classes, normal: &str) -> Option<Verb> {
    const ANY: ClassSet = ClassSet::of(&[FORMS[0].0, FORMS[1].0, FORMS[2].0, FORMS[3].0, FORMS[4].0]);
    if !classes.has_any(&ANY) {
        return None;
    }
    let (class, form) = FORMS.into_iter().find(|(class, _)| classes.has(*class))?;
    let takes =
        TAKES.into_iter().filter(|(class, _)| classes.has(*class)).fold(0, |set, (_, kind)| set | kind);
    Some(Verb { lemma: word_class::word_beside(normal, class)?, form, takes: Valency(takes) })
}

/// Verbs that report beside words in marks in any text, whatever else they mean: enough to know a speaker by.
pub(crate) fn is_plain_saying(normal: &str) -> bool {
    word_class::is(normal, WordClass::PlainSaying)
}

/// Nouns for something said or thought: "her claim that …".
pub(crate) fn is_noun(normal: &str) -> bool {
    word_class::is(normal, WordClass::SayingNoun)
}

/// Forms of cue verbs that are as often nouns: they count as verbs only with a clause or marks behind them.
pub(crate) fn is_nounable(normal: &str) -> bool {
    is_noun(normal) || word_class::is(normal, WordClass::SayingOrNoun)
}

/// Nouns after which words in marks are a name and nobody's speech: "a film called", "the slogan".
pub(crate) fn is_titled(normal: &str) -> bool {
    word_class::is(normal, WordClass::TitledNoun)
}

/// Words right before marks that make what stands in them a name, a nickname or a way of putting it.
pub(crate) fn is_naming(normal: &str) -> bool {
    word_class::is(normal, WordClass::NamingWord)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_regular_and_irregular_verbs() {
        for (word, lemma, form) in [
            ("says", "say", Form::Third),
            ("told", "tell", Form::Past),
            ("written", "write", Form::Participle),
            ("admitted", "admit", Form::Past),
            ("denies", "deny", Form::Third),
            ("arguing", "argue", Form::Ing),
            ("stresses", "stress", Form::Third),
            ("urged", "urge", Form::Past),
        ] {
            assert_eq!(verb(word).map(|v| (v.lemma, v.form)), Some((lemma, form)), "{word}");
        }
        assert_eq!(verb("road"), None);
    }
}
