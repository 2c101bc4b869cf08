//! The numbers that named entity recognition weighs with, beside those that the model was trained to.
//!
//! Votes are in units of one sure mention. They were set by hand on invented sentences, so that one clear frame ("voters
//! in Halvia") outvotes one unsure guess of the model and two sure ones outvote the frame; none was fitted to annotated
//! text.

/// Score by which one type must be ahead to be e times as likely.
pub const SOFT: f32 = 15.0;
/// A lead in score that is worth half of full confidence.
pub const LEAD: f32 = 60.0;

/// Confidence of a phrase that the lexicon has whole.
pub const KNOWN_PHRASE: f32 = 0.9;
/// … of a person behind a title.
pub const TITLED: f32 = 0.95;
/// … of what its form alone makes a body, a law or an event.
pub const BY_FORM: f32 = 0.8;
/// … of what a legal form or brackets make one.
pub const BY_PROOF: f32 = 0.9;
/// … of a name that is found again because the article has it elsewhere.
pub const FOUND_AGAIN: f32 = 0.7;
/// A name of a list of places is one, too, where the model is no surer than this that it is something else.
pub const LISTED_UNSURE: f32 = 0.75;
/// … in another spelling.
pub const RESPELLED: f32 = 0.6;

/// A longer name is surer than a word alone.
pub const LONG_NAME: f32 = 1.5;
/// What is proven votes as so many sure mentions.
pub const PROVEN: f32 = 3.0;
/// A type with this share of the votes is the name's everywhere.
pub const SHARE: f32 = 0.55;
/// No name is surer than this by votes alone.
pub const SUREST_VOTE: f32 = 0.95;
/// A word is found again where its best type has this share …
pub const MISSED_SHARE: f32 = 0.6;
/// … and this weight, or that one if it opens a sentence and is an everyday word.
pub const MISSED_WEIGHT: f32 = 0.5;
pub const MISSED_PLAIN_WEIGHT: f32 = 2.5;
/// A name with fewer votes than this is seldom in the article.
pub const FEW: f32 = 4.0;
/// How much of the votes on a surname alone its full names have.
pub const FROM_SURNAME: f32 = 0.6;

/// A frame that fits one type alone: "the town of X", "X, who is 52".
pub const CLEAR_FRAME: f32 = 2.0;
/// A frame that mostly fits one type: "voters in X", "X said it would".
pub const LIKELY_FRAME: f32 = 1.0;
/// A frame that leans to one type: a verb that people do.
pub const LEANING_FRAME: f32 = 0.5;

/// A name that the model takes for a thing, without evidence, is of the next likeliest type from this share on.
pub const NEXT_TYPE: f32 = 0.25;
/// … where it is an abbreviation, and where it is a word that no dictionary has.
pub const NEXT_TYPE_OF_ACRONYM: f32 = 0.35;
pub const NEXT_TYPE_OF_UNKNOWN: f32 = 0.15;
