//! "The minister", "the 26-year-old", "the company": whom or what a noun with an article stands for, and who is
//! a stranger to the article's names.

use super::Resolver;
use super::gender;
use super::scene::Who;
use crate::lexicon::{Gender, Lexicon};

/// How many strangers are remembered.
const MEMORY: usize = 32;

/// Someone without a name.
#[derive(Debug, Clone)]
pub(super) struct Stranger {
    pub noun: String,
    pub gender: Option<Gender>,
}

impl Resolver<'_> {
    /// Reads a noun phrase for a person that begins at the token; says where it ends.
    pub(super) fn nominal(&mut self, at: usize, next_name: usize) -> Option<usize> {
        let determiner = self.reading.normal(at);
        if !matches!(determiner, "a" | "an" | "the" | "his" | "her" | "their" | "another" | "this" | "that") {
            return None;
        }
        let noun = (at + 1..(at + 5).min(next_name))
            .take_while(|&i| self.reading.tokens.get(i).is_some_and(|token| token.is_word()))
            .take_while(|&i| !crate::sentence::is_function_word(self.reading.normal(i)))
            .filter(|&i| is_person(self.reading.normal(i)))
            .last()?;
        // "the minister Ana Ruiz" is she.
        if next_name == noun + 1 {
            return None;
        }
        let word = self.reading.normal(noun).to_owned();
        let gender = gender::of_noun(&word);
        let lately = self.strangers.len().saturating_sub(MEMORY);
        let known = self.strangers.iter().skip(lately).rposition(|stranger| stranger.noun == word);
        let stranger = known.filter(|_| determiner == "the").map(|at| at + lately).unwrap_or_else(|| {
            self.strangers.push(Stranger { noun: word, gender });
            self.strangers.len() - 1
        });
        self.see(Who::Stranger(stranger), at..noun + 1);
        Some(noun + 1)
    }
}

fn is_person(normal: &str) -> bool {
    gender::of_noun(normal).is_some() || Lexicon::get().word(normal).is_person_noun()
}
