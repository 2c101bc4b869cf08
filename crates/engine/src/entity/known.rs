//! What the lexicon knows a name to mean: two names of one known thing are one.

use super::compare::Join;
use super::form::Form;
use super::weights;
use crate::lexicon::{Lexicon, ThingId};
use crate::rules;

/// What a name means, in the words of the lexicon.
pub(super) fn thing(form: &Form) -> Option<ThingId> {
    let lexicon = Lexicon::get();
    // "U. S." is written with a space here and there.
    let initials =
        || form.words.iter().all(|word| word.chars().count() == 1).then(|| form.text.replace(' ', ""));
    let facts = lexicon.phrase(&form.text).or_else(|| lexicon.phrase(&form.key));
    facts.or_else(|| lexicon.phrase(&initials()?))?.thing()
}

/// The same thing under another name.
pub(super) fn other_name(form: &Form) -> Join {
    let letters = form.text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters <= 5 && !form.text.chars().any(char::is_lowercase);
    let rule = if capitals { &rules::KNOWN_ACRONYM } else { &rules::KNOWN_NAME };
    Join::new(rule, weights::KNOWN)
}
