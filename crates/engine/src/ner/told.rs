//! Tells the trace what each step of named entity recognition has changed. It decides nothing.

use super::{Group, Guess, Name};
use crate::doc::Doc;
use crate::explain::trace::{Decision, Trace};
use crate::rules::{self, Rule};

pub(super) struct Told<'t, 'r, 'a> {
    pub doc: &'r Doc<'a>,
    pub trace: &'t mut Trace,
    /// The guesses as the last step left them.
    pub before: Vec<Guess>,
}

impl Told<'_, '_, '_> {
    /// Notes each guess that a step has made or changed, and each that it has taken away.
    pub fn after(&mut self, rule: &'static Rule, guesses: &[Guess]) {
        if !self.trace.is_on() {
            return;
        }
        let overlaps = |a: &Guess, b: &Guess| a.tokens.start < b.tokens.end && b.tokens.start < a.tokens.end;
        let before = std::mem::replace(&mut self.before, guesses.to_vec());
        // Guesses come in order, so each needs to be compared with those of its place alone.
        let near = |all: &[Guess], guess: &Guess| {
            let from = all.partition_point(|other| other.tokens.end <= guess.tokens.start);
            all.get(from).filter(|other| overlaps(other, guess)).cloned()
        };
        for guess in guesses {
            match near(&before, guess) {
                Some(known) if known.tokens == guess.tokens && known.group == guess.group => {}
                Some(known) => {
                    self.add(rule, guess, format!("{} becomes {}", self.words(&known), self.words(guess)))
                }
                None => {
                    let what = format!("{}, confidence {:.2}", self.words(guess), guess.confidence);
                    self.add(rule, guess, what);
                }
            }
        }
        for guess in before.iter().filter(|guess| near(guesses, guess).is_none()) {
            self.add(rule, guess, format!("{} is no name", self.words(guess)));
        }
    }

    /// Notes the type that each name has in the end.
    pub fn types(&mut self, names: &[Name]) {
        if !self.trace.is_on() {
            return;
        }
        for name in names {
            let at = self.before.partition_point(|guess| guess.tokens.start < name.tokens.start);
            let guessed = self.before.get(at).is_some_and(|guess| guess.tokens == name.tokens);
            let rule = if guessed { &rules::NER_TYPE } else { &rules::NER_GROUP };
            let span = self.doc.span(name.tokens.clone());
            let what = format!("“{}” is {}", span.of(self.doc.text), name.kind.name());
            self.trace.add(Decision::new(rule, span, what));
        }
    }

    fn add(&mut self, rule: &'static Rule, guess: &Guess, what: String) {
        let span = self.doc.span(guess.tokens.clone());
        self.trace.add(Decision::new(rule, span, what));
    }

    fn words(&self, guess: &Guess) -> String {
        let group = match guess.group {
            Group::Person => "person",
            Group::Org => "organisation",
            Group::Place => "place",
            Group::Other => "other name",
        };
        format!("{group} “{}”", self.doc.words(guess.tokens.clone()))
    }
}
