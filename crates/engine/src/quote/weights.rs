//! How sure a quote is: all the free numbers of attribution, in one place.
//!
//! Each says how often words and source were right, on the training part of PolNeAR (Newell, Margolin
//! and Ruths, 2018).

use analysis::QuoteKind;

use super::cue_match::SourceEvidence;

/// By how plain the cue is, and how it names its source. Beliefs and plans that no "said" reports are the least sure.
pub(super) fn of_frame(kind: QuoteKind, how: SourceEvidence, plain: bool) -> f32 {
    use SourceEvidence::{Agent, Inverted, Label, Nobody, Owner, Phrase, Shared, Subject};
    match (kind, how, plain) {
        (_, Nobody, _) => 0.35,
        (QuoteKind::Direct, Subject | Inverted, true) => 0.95,
        (QuoteKind::Direct, Subject | Inverted | Label, _) => 0.87,
        (QuoteKind::Direct, ..) => 0.85,
        (QuoteKind::Mixed, Subject | Inverted, true) => 0.82,
        (QuoteKind::Mixed, Owner | Agent, _) => 0.5,
        (QuoteKind::Mixed, ..) => 0.73,
        (QuoteKind::Indirect, Phrase, true) | (QuoteKind::Indirect, Subject | Inverted, true) => 0.83,
        (QuoteKind::Indirect, Shared, true) => 0.61,
        (QuoteKind::Indirect, Subject | Inverted | Label, _) => 0.64,
        (QuoteKind::Indirect, Owner | Agent | Phrase, _) => 0.25,
        (QuoteKind::Indirect, Shared, _) => 0.54,
    }
}

/// On a line behind the words: "— Ida Tarn".
pub(super) const SIGNATURE: f32 = 0.85;
/// In a list under a line with their name: "Ida Tarn, Dunmore Bank". As sure as a signature, which is the same line below.
pub(super) const HEADING: f32 = SIGNATURE;
/// Who makes the gesture between the halves: “The plan” — and here Tarn paused — “is dead.”
pub(super) const BEAT: f32 = 0.75;
/// Named in the sentence before, which ends in a colon.
pub(super) const BEFORE_COLON: f32 = 0.85;
/// Named in the sentence before, which has a cue.
pub(super) const BEFORE: f32 = 0.55;
/// The person whom the sentence before is about, without a cue.
pub(super) const BEFORE_WITHOUT_CUE: f32 = 0.5;
/// The subject of a saying in the paragraph behind the words.
pub(super) const NEXT_PARAGRAPH: f32 = 0.5;
/// Whoever spoke last in the same paragraph.
pub(super) const SAME_PARAGRAPH: f32 = 0.55;
/// Whoever spoke last in the paragraph before.
pub(super) const PARAGRAPH_BEFORE: f32 = 0.4;
/// The person whom the paragraph before tells of, without a cue.
pub(super) const PARAGRAPH_WITHOUT_CUE: f32 = 0.35;
/// The one person whose words all others of the article are.
pub(super) const ONE_VOICE: f32 = 0.35;
/// The subject of the sentence around the words, behind a colon.
pub(super) const AROUND_COLON: f32 = 0.8;
/// The subject of the sentence around the words.
pub(super) const AROUND: f32 = 0.4;
/// The label of a turn in a transcript.
pub(super) const TRANSCRIPT: f32 = 0.9;
/// The one person of an interview, who answers.
pub(super) const INTERVIEW: f32 = 0.75;
/// Nobody is named: that the words are a quote at all.
pub(super) const NO_SOURCE: f32 = 0.1;
/// Times this for "the driver" of whom it is open who they are.
pub(super) const UNNAMED: f32 = 0.9;
/// Times this for a "he" of whom it is open who that is: a reader is to look at it.
pub(super) const OPEN_PRONOUN: f32 = 0.6;
