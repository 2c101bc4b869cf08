//! The small words of English, sorted by what they do in a sentence, for the shallow parse of who says what.
//!
//! Closed classes are listed; what a word of an open class does is for [`crate::syntax`] to say.

use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::{self, ClassSet, WordClass};

use super::cue;

/// What a token does in its sentence, as far as the token alone tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// "the", "its", "some"
    Determiner,
    /// "he", "they": a subject all by itself.
    Subject,
    /// "him", "us", "himself"
    Object,
    /// "who", "which"
    Relative,
    /// "that"
    That,
    /// "whether", "because", "when"
    Subordinator,
    /// "and", "but"
    Conjunction,
    Preposition,
    /// "has", "would", "not"
    Auxiliary,
    Adverb,
    /// "Monday", "yesterday"
    Time,
    /// A verb form that cannot well be a noun, or a cue.
    Verb,
    /// "speaking": a participle, or a noun made of a verb.
    Ing,
    Comma,
    /// A dash that is not a hyphen, a bracket.
    Aside,
    /// Any other mark: a colon, a stop.
    Break,
    /// "’s"
    Possessive,
    Hyphen,
    /// A word with a capital that is none of the above.
    Name,
    Number,
    /// Any other word: a noun or an adjective.
    Noun,
}

impl Class {
    /// Whether a noun phrase may begin with such a word.
    pub fn opens_phrase(self) -> bool {
        matches!(self, Class::Name | Class::Noun | Class::Determiner | Class::Subject | Class::Number)
    }
}

/// What the token does, looked at alone. In a headline whose words all have capitals, these say nothing.
pub(crate) fn class(doc: &Doc, at: usize, headline: bool) -> Class {
    let Some(token) = doc.tokens.get(at) else { return Class::Break };
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => return Class::Number,
        TokenKind::Clitic => return Class::Possessive,
        // "the governor - “my new friend”": a hyphen for a dash.
        TokenKind::Hyphen if !token.glued => return Class::Aside,
        TokenKind::Hyphen => return Class::Hyphen,
        TokenKind::Address => return Class::Noun,
        // A mark that pairs with nothing: the apostrophe of "the miners’ pay".
        TokenKind::QuoteMark if token.glued => return Class::Possessive,
        TokenKind::QuoteMark => return Class::Break,
        TokenKind::Mark => {
            return match doc.word(at) {
                "," => Class::Comma,
                "(" | ")" | "[" | "]" => Class::Aside,
                "%" | "$" | "£" | "€" | "&" | "#" | "/" | "@" => Class::Noun,
                word if word.starts_with(['—', '–', '-', '―']) => Class::Aside,
                _ => Class::Break,
            };
        }
    }
    let normal = doc.normal(at);
    let capital = token.is_capital() && !doc.begins_sentence(at) && !(headline && token.case == Case::Title);
    // "who once called it", "has since said": an adverb, and no conjunction.
    let adverb = match normal {
        "once" => doc.syntax.tag(at).upos() == Upos::ADV,
        "since" => at > 0 && matches!(doc.normal(at - 1), "has" | "have" | "had"),
        _ => false,
    };
    if adverb && doc.syntax.tag(at + 1).upos() == Upos::VERB {
        return Class::Adverb;
    }
    if let Some(class) = closed(doc, at) {
        // "May", "Will", "US" inside a sentence, with a capital.
        let name = capital && matches!(normal, "may" | "will" | "us" | "it" | "might") && normal.len() > 1;
        return if name { Class::Name } else { class };
    }
    if capital {
        return Class::Name;
    }
    // What is left has one class or another by what its sentence makes of it.
    let (tag, relation) = (doc.syntax.tag(at), doc.syntax.relation(at));
    // "the accused man", "a growing row": a verb's form before its noun.
    // “Said Tarn: …”: a capital at the beginning, which can pass for a name.
    let opens = token.is_capital()
        && cue::verb_of(doc.lexeme(at).classes, normal)
            .is_some_and(|verb| verb.form == cue::Form::Past && !cue::is_nounable(normal));
    // "the far-right leader": half of a compound.
    let hyphen = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Hyphen && t.glued);
    let compound = hyphen(at + 1) || at > 0 && hyphen(at - 1);
    let attributive = compound || matches!(relation, Relation::AdjectiveOf | Relation::Compound);
    match tag.upos() {
        Upos::PROPN if opens => Class::Verb,
        Upos::VERB if attributive => Class::Noun,
        // “…,” said her rival, Ida Tarn: a noun behind what opens a noun phrase.
        Upos::VERB if is_noun_by_place(doc, at) => Class::Noun,
        Upos::VERB if tag.verb_form() == Some(VerbForm::Ing) => Class::Ing,
        Upos::VERB => Class::Verb,
        Upos::AUX => Class::Auxiliary,
        Upos::ADV | Upos::ADP | Upos::SCONJ if compound => Class::Noun,
        Upos::ADV => Class::Adverb,
        Upos::ADP => Class::Preposition,
        Upos::SCONJ => Class::Subordinator,
        Upos::PROPN if token.case != Case::Lower => Class::Name,
        Upos::NUM if token.case == Case::Lower => Class::Number,
        // A first word alone of its kind may be a name: "Tarn was in tears."
        Upos::NOUN | Upos::X if token.is_capital() && tag != Tag::Nouns => Class::Name,
        _ => Class::Noun,
    }
}

/// Whether a word that can be a base form stands where only a noun can: behind "a" or "the", or behind "said her", and
/// at the end of its phrase.
fn is_noun_by_place(doc: &Doc, at: usize) -> bool {
    let tag = doc.syntax.tag(at);
    let base = matches!(tag, Tag::VerbBase | Tag::VerbPresent);
    let Some(before) = at.checked_sub(1).filter(|_| base) else { return false };
    let opens = match doc.normal(before) {
        "her" => before > 0 && doc.is(before - 1, WordClass::PlainSaying),
        "the" | "a" | "an" | "his" | "their" | "its" | "my" | "our" => true,
        _ => false,
    };
    let ends = doc.tokens.get(at + 1).is_none_or(|token| !token.is_word());
    opens && ends
}

/// The closed classes, by their lists.
const CLOSED: [(WordClass, Class); 11] = [
    (WordClass::Determiner, Class::Determiner),
    (WordClass::SubjectPronoun, Class::Subject),
    (WordClass::ObjectPronoun, Class::Object),
    (WordClass::RelativePronoun, Class::Relative),
    (WordClass::Subordinator, Class::Subordinator),
    (WordClass::Conjunction, Class::Conjunction),
    (WordClass::Preposition, Class::Preposition),
    (WordClass::Auxiliary, Class::Auxiliary),
    (WordClass::Adverb, Class::Adverb),
    (WordClass::Weekday, Class::Time),
    (WordClass::RelativeDay, Class::Time),
];

fn closed(doc: &Doc, at: usize) -> Option<Class> {
    if doc.normal(at) == "that" {
        return Some(Class::That);
    }
    const ANY: ClassSet = {
        let (mut all, mut at) = ([WordClass::Determiner; CLOSED.len()], 0);
        while at < CLOSED.len() {
            all[at] = CLOSED[at].0;
            at += 1;
        }
        ClassSet::of(&all)
    };
    let classes = doc.lexeme(at).classes;
    if !classes.has_any(&ANY) {
        return None;
    }
    CLOSED.iter().find(|(list, _)| classes.has(*list)).map(|&(_, class)| class)
}

/// Whether a noun-like word is a plural, so that "say" after it is a verb.
pub(crate) fn is_plural(normal: &str) -> bool {
    normal.ends_with('s') && !normal.ends_with("ss") && !normal.ends_with("us")
        || word_class::is(normal, WordClass::PluralWord)
}
