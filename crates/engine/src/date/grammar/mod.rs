//! The grammar of time expressions: which words are one, and what they mean.
//!
//! Written by hand after the TIMEX3 guidelines of TimeML (Pustejovsky et al., 2003; Saurí et al., 2006): an
//! expression keeps its determiner and modifiers ("the third quarter", "early 2023", "a year ago") and leaves
//! out its preposition ("in March"). Each rule looks at a bounded number of tokens, and never past the end of
//! the sentence.

mod calendar;
mod clock;
mod count;
mod day_list;
mod length;
mod neighbour;
mod relative;
mod season;
mod year;

use std::ops::Range;

use analysis::DateKind;

use super::meaning::{From, Meaning, Side};
use super::words::{self, Unit};
use crate::doc::Doc;
use crate::lexicon::Title;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::{ClassSet, WordClass};

/// A time expression in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Expression {
    pub tokens: Range<usize>,
    pub kind: DateKind,
    pub meaning: Meaning,
}

impl Expression {
    /// "in two weeks", of what is to come: a day rather than a length.
    pub fn look_ahead(&mut self) {
        if let Meaning::Duration { count, unit } = self.meaning
            && let Some(by) = count.whole().filter(|_| unit >= Unit::Day)
        {
            self.meaning = Meaning::Away { unit, by, from: From::Writing };
            self.kind = DateKind::Date;
        }
    }
}

/// The lists of which a word or its neighbour is, where a time expression may begin.
const TIME_WORDS: ClassSet = ClassSet::of(&[
    WordClass::OpensTime,
    WordClass::RelativeDay,
    WordClass::LengthFrame,
    WordClass::TimeUnit,
    WordClass::Month,
    WordClass::Weekday,
    WordClass::Season,
    WordClass::PartOfDay,
    WordClass::Frequency,
    WordClass::VagueTime,
    WordClass::Cardinal,
    WordClass::Ordinal,
    WordClass::VagueNumber,
    WordClass::Hedge,
    WordClass::Feast,
]);

/// What a rule answers: the token after the last, and the meaning.
type Parsed<T> = Option<(usize, T)>;

/// The rules at work in one sentence.
pub(super) struct Grammar<'r, 'a> {
    doc: &'r Doc<'a>,
    sentence: Range<usize>,
    about: About,
}

/// What the rules know of the whole article.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct About {
    /// The days of the week that are somebody's name, a bit for each, if one is.
    names: Option<u8>,
    /// Whether the article is about a match: its halves and quarters are no parts of a year.
    game: bool,
}

impl About {
    pub fn of(doc: &Doc) -> Self {
        About { names: names_of_days(doc), game: is_of_a_game(doc) }
    }
}

/// How many words of a match make an article about one, and how often they are of those of business.
const GAME: usize = 4;

/// Whether the article tells of a match: words of matches, and more of them than of business.
fn is_of_a_game(doc: &Doc) -> bool {
    let (mut game, mut business) = (0, 0);
    for at in 0..doc.tokens.len() {
        let classes = doc.lexeme(at).classes;
        game += usize::from(classes.has(WordClass::GameWord));
        business += usize::from(classes.has(WordClass::BusinessWord));
    }
    game >= GAME && game > 2 * business
}

/// The days of the week that are somebody's name ("Ms. Friday", "Ruben Sunday scored"), a bit for each.
fn names_of_days(doc: &Doc) -> Option<u8> {
    let days = (1..doc.tokens.len()).filter(|&at| {
        doc.is(at, WordClass::Weekday)
            && doc.tokens[at].is_capital()
            && doc.tokens[at - 1].is_capital()
            && (doc.lexeme(at - 1).known.title() == Some(Title::Honorific) || is_surname(doc, at))
    });
    days.map(|at| 1 << day_bit(words::weekday(doc.normal(at)))).reduce(|a: u8, b| a | b)
}

/// "Ruben Sunday scored": a given name that is nobody's surname here, before a day with a verb of its own. "Pell told Ruben
/// Sunday" and "Gov. Scott Friday signed" have a day.
fn is_surname(doc: &Doc, day: usize) -> bool {
    let known = &doc.lexeme(day - 1).known;
    let given = known.given_name() > 1 && known.common_word() < 2;
    given
        && doc.begins_sentence(day - 1)
        && doc.syntax.tag(day + 1).verb_form() == Some(VerbForm::Past)
        && !(1..doc.tokens.len()).any(|at| {
            doc.normal(at) == doc.normal(day - 1)
                && !doc.begins_sentence(at)
                && doc.tokens[at - 1].is_word()
                && doc.tokens[at - 1].is_capital()
        })
}

fn day_bit(weekday: Option<i8>) -> u8 {
    weekday.and_then(|day| u8::try_from(day).ok()).map_or(0, |day| day.min(7))
}

impl<'r, 'a> Grammar<'r, 'a> {
    pub fn new(doc: &'r Doc<'a>, sentence: Range<usize>) -> Self {
        Grammar { doc, sentence, about: About::default() }
    }

    /// The same, in an article of which something is known.
    pub fn in_article(doc: &'r Doc<'a>, sentence: Range<usize>, about: About) -> Self {
        Grammar { doc, sentence, about }
    }

    /// The time expression that begins at this token.
    pub fn at(&self, at: usize) -> Option<Expression> {
        let kind = self.doc.tokens.get(at)?.kind;
        if !matches!(kind, TokenKind::Word | TokenKind::Number) {
            return None;
        }
        if !self.may_begin(at) {
            debug_assert!(
                self.begun(at).is_none(),
                "[OpensTime] lacks what begins {:?}",
                self.doc.words(at..self.sentence.end)
            );
            return None;
        }
        self.begun(at)
    }

    /// Whether the token is a number or of a list of time: no rule needs to be tried at other words.
    fn may_begin(&self, at: usize) -> bool {
        let is_timely = |at: usize| {
            self.doc.tokens.get(at).is_some_and(|token| match token.kind {
                TokenKind::Number | TokenKind::Hyphen => true,
                TokenKind::Word => {
                    let lexeme = self.doc.lexeme(at);
                    // "Dec.", "’90s"
                    let odd = |word: &str| word.ends_with('.') || !word.starts_with(char::is_alphabetic);
                    lexeme.classes.has_any(&TIME_WORDS)
                        || lexeme.opens.has_any(&TIME_WORDS)
                        || odd(self.doc.normal(at))
                }
                _ => false,
            })
        };
        match self.normal(at) {
            // An article has the time behind it.
            "the" | "a" | "an" => at + 1 < self.sentence.end && is_timely(at + 1),
            _ => is_timely(at),
        }
    }

    /// The time expression that begins at this token, whatever it is.
    fn begun(&self, at: usize) -> Option<Expression> {
        let (end, meaning) = self
            .frequency(at)
            .or_else(|| self.clock(at))
            .or_else(|| self.day_in_list(at))
            .or_else(|| self.framed(at))
            .or_else(|| self.point(at))
            .or_else(|| self.length(at))?;
        if self.is_name(at, end) {
            return None;
        }
        let kind = match &meaning {
            Meaning::Duration { .. } | Meaning::Parts(_) => DateKind::Duration,
            Meaning::Set(_) => DateKind::Set,
            Meaning::At { .. } => DateKind::Time,
            _ => DateKind::Date,
        };
        Some(Expression { tokens: at..end, kind, meaning })
    }

    /// "Sheffield Wednesday", "Ms. Friday", "the Sunday Ledger", "Room 1914", "the Daily Courier": names that only look like
    /// times.
    fn is_name(&self, at: usize, end: usize) -> bool {
        let doc = self.doc;
        let day = (at..end).find(|&at| self.weekday(at).is_some());
        let within = |name: usize| self.sentence.contains(&name);
        let capital = |at: usize| self.is_capital(at);
        let before = at.checked_sub(1).filter(|&before| within(before));
        if let Some(day) = day.filter(|_| end == at + 1) {
            let phrase = |from: usize| doc.phrase(from, WordClass::NameWithDay).is_some_and(|to| to > day);
            let titled = before.is_some_and(|before| {
                doc.lexeme(before).known.title() == Some(Title::Honorific) && capital(before)
            });
            // "the Sunday Ledger", where "the" belongs to the paper
            let paper = before.is_some_and(|before| matches!(self.normal(before), "the"))
                && capital(end)
                && doc.tokens[end].is_word()
                && !doc.is(end, WordClass::FunctionWord)
                && doc.lexeme(end).known.title().is_none()
                && self.month(end).is_none()
                && self.weekday(end).is_none();
            // "Red Thursday": a day with an epithet is one of history.
            let epithet = before.is_some_and(|before| {
                capital(before)
                    && !doc.begins_sentence(before)
                    && doc.syntax.tag(before).upos() == Upos::ADJ
                    && self.doc.tokens[before].case == Case::Title
            });
            // "Ms. Friday … Friday said": a name in the whole article, unless a preposition stands before it.
            let named = self.about.names.is_some_and(|names| names >> day_bit(self.weekday(day)) & 1 != 0)
                && !before.is_some_and(|before| {
                    doc.syntax.tag(before) == Tag::Preposition || doc.is(before, WordClass::LengthFrame)
                });
            // "Monday Okafor scored": a given name, where the tree has the two as one.
            let given = doc.begins_sentence(day)
                && capital(end)
                && doc.syntax.tag(end).upos() == Upos::PROPN
                && self.month(end).is_none()
                && (doc.syntax.head(day) == Some(end)
                    && matches!(doc.syntax.relation(day), Relation::Compound | Relation::Flat)
                    || doc.syntax.head(end) == Some(day) && doc.syntax.relation(end) == Relation::Flat);
            return titled
                || named
                || given
                || paper
                || epithet
                || before.is_some_and(|before| capital(before) && phrase(before));
        }
        // "Noon Hale", "the trawler Midnight Star"
        if end == at + 1 && matches!(self.normal(at), "noon" | "midday" | "midnight") {
            return capital(at)
                && capital(end)
                && doc.tokens[end].is_word()
                && self.weekday(end).is_none()
                && self.month(end).is_none()
                && !words::is_zone(self.normal(end));
        }
        // "Buy Now Pay Later"
        if end == at + 1 && doc.is(at, WordClass::VagueTime) && capital(at) && !doc.begins_sentence(at) {
            return true;
        }
        // "the Daily Courier", "The Weekly Mirror"
        if end == at + 1 && doc.is(at, WordClass::Frequency) {
            return capital(at) && capital(end);
        }
        // "the Good Friday Agreement"
        if doc.is(at, WordClass::Feast) || day.is_some() && end > at + 1 {
            let named = capital(end) && doc.tokens[end].is_word() && !doc.is(end, WordClass::FunctionWord);
            return named
                && self.month(end).is_none()
                && self.weekday(end).is_none()
                && self.doc.phrase(at, WordClass::Feast) == Some(end);
        }
        // "Room 1914", "Resolution 1973", "the film 2046"
        end == at + 1
            && self.digits(at, 4).is_some()
            && before.is_some_and(|before| {
                capital(before) && doc.is(before, WordClass::Designator)
                    || doc.is(before, WordClass::TitledThing)
            })
    }

    /// A point in time, with what comes before and after it: "early 1991", "late yesterday", "Friday night".
    fn point(&self, at: usize) -> Parsed<Meaning> {
        if let Some(found) = self.edge(at) {
            return Some(found);
        }
        if let Some(next) = self.modifier(at)
            && let Some((end, meaning)) = self.plain_point(next).or_else(|| self.edge(next))
            && !matches!(meaning, Meaning::Reference(_))
            // "Earlier Sunday" keeps its modifier, "earlier this year" does not.
            && (!matches!(self.normal(at), "earlier" | "later")
                || matches!(meaning, Meaning::Weekday { .. } | Meaning::Whole { unit: Unit::Day, .. }))
        {
            return Some((end, meaning));
        }
        self.plain_point(at)
    }

    fn plain_point(&self, at: usize) -> Parsed<Meaning> {
        let found = self.relative(at).or_else(|| self.calendar(at))?;
        let found = self.in_year(found);
        Some(self.with_clock(found))
    }

    /// A part of a year with the year that stands behind it: "the fourth quarter of last year", "May 5 last year".
    fn in_year(&self, (end, part): (usize, Meaning)) -> (usize, Meaning) {
        let open = match &part {
            Meaning::Day { year, .. }
            | Meaning::Quarter { year, side: Side::Bare | Side::This, .. }
            | Meaning::Half { year, .. }
            | Meaning::Season { year, side: Side::Bare, .. }
            | Meaning::Month { year, side: Side::Bare, .. }
            | Meaning::Feast { year, side: Side::Bare, .. } => year.is_none(),
            Meaning::TheQuarter { .. } => true,
            Meaning::Away { unit: Unit::Month | Unit::Quarter, by: 0, from: From::Story } => true,
            _ => false,
        };
        let year_at = self.over(self.over(end, ","), "of");
        if let Some(end) = self.that_year(year_at).filter(|_| open) {
            return (end, Meaning::InThatYear(Box::new(part)));
        }
        match self.side_of_year(year_at).filter(|_| open && !self.has_kind(year_at + 2, TokenKind::Clitic)) {
            Some(years) => (year_at + 2, Meaning::InYear { part: Box::new(part), years }),
            None => (end, part),
        }
    }

    /// "early", "mid-", "the end of", "earlier": words that narrow a point and keep its value.
    fn modifier(&self, at: usize) -> Option<usize> {
        let next = match self.normal(at) {
            "early" | "late" | "mid" | "earlier" | "later" | "sometime" => self.over_hyphen(at + 1),
            "the" if matches!(self.normal(at + 1), "early" | "late" | "mid") => self.over_hyphen(at + 2),
            "the" if self.is(at + 2, "of") && self.is_part(at + 1) => at + 3,
            _ => return None,
        };
        // "late in 1991", "earlier in the week"
        Some(if self.is(next, "in") || self.is(next, "on") { next + 1 } else { next })
    }

    fn is_part(&self, at: usize) -> bool {
        matches!(self.normal(at), "end" | "start" | "beginning" | "middle" | "rest" | "remainder")
    }

    /// The token in small letters; empty past the end of the sentence.
    fn normal(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.doc.normal(at) } else { "" }
    }

    fn is_in(&self, at: usize, list: WordClass) -> bool {
        self.sentence.contains(&at) && self.doc.is(at, list)
    }

    /// A unit of time and whether it is in the plural.
    fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        if self.is_in(at, WordClass::TimeUnit) { words::unit(self.normal(at)) } else { None }
    }

    /// The day of the week, Monday 1 to Sunday 7.
    fn weekday(&self, at: usize) -> Option<i8> {
        if self.is_in(at, WordClass::Weekday) { words::weekday(self.normal(at)) } else { None }
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.normal(at) == word
    }

    /// The word before, if it is of the same sentence.
    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.normal(before))
    }

    /// Whether the word before is of the list.
    fn follows(&self, at: usize, list: WordClass) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_in(before, list))
    }

    fn has_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.sentence.contains(&at) && self.doc.tokens.get(at).is_some_and(|t| t.kind == kind)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.doc.tokens.get(at).is_some_and(|t| t.is_capital())
    }

    fn is_glued(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.doc.tokens.get(at).is_some_and(|t| t.glued)
    }

    /// The token after a hyphen that stands here, or this one.
    fn over_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.has_kind(at, TokenKind::Hyphen))
    }

    fn over(&self, at: usize, word: &str) -> usize {
        at + usize::from(self.is(at, word))
    }

    /// A whole number of at most so many digits, with nothing else in its token.
    fn digits(&self, at: usize, most: usize) -> Option<i16> {
        let word = self.normal(at);
        let good = (1..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        if good { word.parse().ok() } else { None }
    }
}
