//! The numbers that entity linking and typing weigh with, in one place.
//!
//! Confidences are what a reader is shown beside another spelling of a name ("Ruiz", surname, 0.95). They are judgements
//! in steps of about 0.05, ordered so that what leaves less to chance is surer; they were not fitted to annotated text.
//! Only those behind which [`SURE_SPELLING`] or [`SURE_ENOUGH_IN_ONE_SENTENCE`] is asked decide a join. The votes were
//! set by hand on invented hard cases (`tests/hard_names.rs`) and kept since no annotated set asked for others.

// How sure it is that two spellings are one name.

/// The same words.
pub const SAME_WORDS: f32 = 1.0;
/// The same letters, in capitals or small: nothing is left to chance.
pub const LETTER_CASE: f32 = 1.0;
/// The same letters but for accents and stops.
pub const LETTER_MARKS: f32 = 0.97;
/// The form that a cluster began with, where another became its name.
pub const FIRST_FORM: f32 = 0.9;
/// Two names that the lexicon has for one thing; it may have another bearer of one of them.
pub const KNOWN: f32 = 0.95;

/// A variant of a name that the lexicon has.
pub const VARIANT: f32 = 0.97;
/// The same name by a list, a scheme or the sound of another alphabet.
pub const TRANSLITERATED: f32 = 0.9;
/// One letter lost, doubled or mistaken.
pub const ONE_LETTER: f32 = 0.8;
/// One or two first letters lost.
pub const FIRST_LETTERS: f32 = 0.75;
/// Two letters differ.
pub const TWO_LETTERS: f32 = 0.7;
/// From this on a word of a longer name counts as the same word misspelt.
pub const RESPELLED_WORD: f32 = 0.8;
/// A place's name written otherwise is joined from this on.
pub const SURE_SPELLING: f32 = 0.95;
/// Two spellings in one sentence are one name from this on: nobody misspells a name beside itself.
pub const SURE_ENOUGH_IN_ONE_SENTENCE: f32 = 0.97;
/// No more near words than this are compared with one word: bounds the work on a text of nothing but names.
pub const NEAR_LIMIT: usize = 64;
/// Nor more bearers of one word: in a list of thousands of one surname each would be compared with all.
pub const BEARERS: usize = 32;

// People.

/// A shorter full name that opens or ends a longer one.
pub const SHORTER_NAME: f32 = 0.85;
/// Given name and surname in the other order.
pub const TURNED_NAME: f32 = 0.85;
/// The same surname, article aside ("al-Assad").
pub const SAME_SURNAME: f32 = 0.95;
/// Another name that the article gives in so many words.
pub const ALSO: f32 = 0.95;
/// The same given name.
pub const SAME_GIVEN: f32 = 0.97;
/// An initial for a given name.
pub const INITIAL: f32 = 0.85;
/// A pet form for a given name.
pub const NICKNAME: f32 = 0.85;
/// One half of a hyphenated given name.
pub const HYPHENATED: f32 = 0.8;
/// A ruler's name for somebody of that surname.
pub const RULER: f32 = 0.75;
/// A surname alone.
pub const SURNAME_ALONE: f32 = 0.95;
/// A given name, or a name from the middle, alone.
pub const GIVEN_ALONE: f32 = 0.85;

/// How many full spellings of one person are compared with a new one: bounds the work on a wall of names.
pub const FULL_NAMES: usize = 12;
/// Among several bearers of a surname, the one last mentioned is meant when no more sentences ago than this …
pub const NEAR: usize = 4;
/// … and every other one more sentences further off than this.
pub const CLEARLY_NEARER: usize = 2;
/// Or the one mentioned more often by this factor than every other.
pub const CLEARLY_HEAVIER: f32 = 2.0;

// Organisations, places, groups and things.

/// Explained in brackets.
pub const DEFINED: f32 = 0.98;
/// The same but for a legal form.
pub const LEGAL_FORM: f32 = 0.95;
/// Three initials and more.
pub const INITIALS: f32 = 0.9;
/// Two initials, which many names share.
pub const TWO_INITIALS: f32 = 0.7;
/// The first or last words of one name alone.
pub const ORGANISATION_PART: f32 = 0.85;
/// The word for what it is: "the Court".
pub const ORGANISATION_HEAD: f32 = 0.75;
/// A place without the word for what it is: "Velm" of "Lake Velm".
pub const PLACE_CORE: f32 = 0.85;
/// Initials of a place.
pub const PLACE_INITIALS: f32 = 0.85;
/// Singular and plural of a people, or its words for its members and its language.
pub const NATION: f32 = 0.95;
/// Two words or more, or one long one, of a longer name.
pub const THING_PART: f32 = 0.8;

// Votes on the type of a name: each mention has one, as heavy as the tagger is sure.

/// A mention is never quite without a vote, whatever its tagger says.
pub const UNSUREST_MENTION: f32 = 0.05;
pub const SUREST_MENTION: f32 = 1.0;
/// Added for a title before a mention, as heavy as two sure mentions: only people have one.
pub const TITLE_BEFORE: f32 = 2.0;
/// How much longer names count for a word that is their part …
pub const BEARERS_OF_WORD: f32 = 2.0;
/// … and for one that everybody knows as a place.
pub const BEARERS_OF_KNOWN_PLACE: f32 = 0.3;
/// The longer names of one family count no more than this in all, so that a long article does not drown the mentions.
pub const BEARER_LIMIT: f32 = 1.5;
/// From this share of all votes on a family is the name's wherever it stands.
pub const CLEAR_SHARE: f32 = 0.65;
/// A word alone is a place rather than a person where at least one in so many mentions is behind "in" or the like …
pub const LOCATED_PART: usize = 4;
/// … and places have at least this share of the votes.
pub const PLACE_SHARE: f32 = 0.3;
/// From this weight of full names on a word is a surname of the article.
pub const SURNAME: f32 = 0.5;

// Roles.

/// No more mentions than this are read for a role: it stands with the first ones.
pub const ROLE_MENTIONS: usize = 8;
/// The longest role, in tokens.
pub const LONGEST_ROLE: usize = 18;
/// The longest office behind "of": "Director of Public Works and Housing".
pub const OFFICE_WORDS: usize = 5;
/// So many people of a list can share the noun before the first.
pub const LISTED: usize = 6;
