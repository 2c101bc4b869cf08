//! How much each thing counts for whom a pronoun or a title stands for: all the free numbers of coreference, in one
//! place. They were set by hand; no search stands behind them.

use super::discourse::Part;

/// What a mention counts by the part it plays in its sentence.
pub(super) fn of_part(part: Part) -> f32 {
    match part {
        Part::Speaker => 1.1,
        Part::Subject => 1.0,
        Part::Object => 0.6,
        Part::Oblique => 0.5,
        Part::Possessor => 0.5,
    }
}

/// What the subject of a clause within another counts of that ("When Ruiz left, Pell sang"): the main clause is what the
/// sentence is about (Miltsakaki, 2002).
pub(super) const WITHIN: f32 = 0.8;
/// What a sentence counts beside the one after it.
pub(super) const FADE: f32 = 0.5;
/// What a mention inside a quotation counts for a pronoun outside of it, and the other way round.
pub(super) const OTHER_VOICE: f32 = 0.5;
/// For the subject of this sentence or of the one before, where the pronoun is a subject too.
pub(super) const SUBJECT_AGAIN: f32 = 0.15;
/// For the subject of the same sentence, where the pronoun is "his" or "himself".
pub(super) const OWN_SUBJECT: f32 = 0.3;
/// For the last speaker, where words in marks have "he said" behind them.
pub(super) const SPEAKS_ON: f32 = 0.4;
/// For the one whom the reporter's last sentence is about, where words in marks have "he said" behind them.
pub(super) const TOLD_OF: f32 = 0.3;
/// For the one person who has said something before, where words in marks have "he said" behind them: the centre of an article goes
/// on (Grosz, Joshi and Weinstein, 1995), and who is only spoken of seldom speaks.
pub(super) const ONLY_VOICE: f32 = 0.5;
/// For the owner of the phrase that the pronoun stands in: "Velk’s attempt to end his trial".
pub(super) const OWNS_PHRASE: f32 = 1.1;
/// Times this for a gender that is known, not only possible.
pub(super) const KNOWN_GENDER: f32 = 1.25;
/// For each mention in the article, up to [`MENTIONS`].
pub(super) const MENTION: f32 = 0.02;
pub(super) const MENTIONS: u32 = 10;
/// The least presence of the one who is meant.
pub(super) const ENOUGH: f32 = 0.12;
/// How much more present than the next.
pub(super) const CLEAR: f32 = 1.15;
/// The same for a description that nobody was called by ("the midfielder"), which may bring somebody new.
pub(super) const ENOUGH_FOR_DESCRIPTION: f32 = 0.4;
pub(super) const CLEAR_DESCRIPTION: f32 = 1.3;
/// How sure it is that "the minister" is the one person whom the article called so.
pub(super) const TITLE_CONFIDENCE: f32 = 0.8;
