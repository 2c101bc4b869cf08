//! What the engine finds in an article: the types that engine, page and exports share.
//!
//! Every span is a byte range of [`text::Document::text`]. Lists are sorted by where they start, entities by
//! their first mention. How a thing was found is not known here; what it is, where, and why, is.

pub mod plain;

use serde::{Deserialize, Serialize};
pub use text::{Block, BlockKind, Diagnostic, Document, Severity, Span};

/// Everything found in one article.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Analysis {
    pub language: Language,
    /// The date that "Monday" is counted from: given by the reader, or found in the article.
    pub published: Option<Published>,
    pub sentences: Vec<Span>,
    pub entities: Vec<Entity>,
    pub quotes: Vec<Quote>,
    pub dates: Vec<Date>,
    /// Amounts, shares, measures and counts, as values.
    pub figures: Vec<Figure>,
    pub facts: Facts,
    /// In the order of the text; as many as were asked for, or fewer.
    pub summary: Vec<SummarySentence>,
    /// Best first.
    pub keyphrases: Vec<KeyPhrase>,
    pub diagnostics: Vec<Diagnostic>,
    /// What the reader marked and wrote beside it, in the order of the text.
    #[serde(default)]
    pub notes: Vec<Note>,
}

impl Analysis {
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == id)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// ISO 639-1 (`en`), or `und` where there is too little text to tell.
    pub code: String,
}

impl Default for Language {
    fn default() -> Self {
        Language { code: "und".to_owned() }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// ISO 8601, `2025-12-07`.
    pub date: String,
    /// Where the article says so; none if the reader said it.
    pub span: Option<Span>,
}

/// The number of an entity within its analysis, from 1 in the order of first mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// Someone or something the article names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    pub id: EntityId,
    pub kind: EntityType,
    /// The fullest name the article gives.
    pub name: String,
    /// Every other spelling, most frequent first.
    pub aliases: Vec<Alias>,
    /// What the article calls it ("Ukrainian President").
    pub role: Option<Role>,
    /// How much the article is about it, as far as its mentions tell: more is more; 0 where nobody has weighed it.
    #[serde(default)]
    pub salience: f32,
    /// Sorted by place.
    pub mentions: Vec<Mention>,
}

/// The OntoNotes 5 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityType {
    Person,
    /// Nationalities, religious and political groups.
    Norp,
    /// Buildings, airports, roads, bridges.
    Fac,
    Org,
    /// Countries, states, cities.
    Gpe,
    /// Other places: rivers, mountains, regions.
    Loc,
    Product,
    Event,
    WorkOfArt,
    Law,
    Language,
    Date,
    Time,
    Percent,
    Money,
    Quantity,
    Ordinal,
    Cardinal,
}

impl EntityType {
    pub const ALL: [EntityType; 18] = {
        use EntityType::*;
        [
            Person, Norp, Fac, Org, Gpe, Loc, Product, Event, WorkOfArt, Law, Language, Date, Time, Percent,
            Money, Quantity, Ordinal, Cardinal,
        ]
    };

    /// The OntoNotes name.
    pub fn name(self) -> &'static str {
        match self {
            EntityType::Person => "PERSON",
            EntityType::Norp => "NORP",
            EntityType::Fac => "FAC",
            EntityType::Org => "ORG",
            EntityType::Gpe => "GPE",
            EntityType::Loc => "LOC",
            EntityType::Product => "PRODUCT",
            EntityType::Event => "EVENT",
            EntityType::WorkOfArt => "WORK_OF_ART",
            EntityType::Law => "LAW",
            EntityType::Language => "LANGUAGE",
            EntityType::Date => "DATE",
            EntityType::Time => "TIME",
            EntityType::Percent => "PERCENT",
            EntityType::Money => "MONEY",
            EntityType::Quantity => "QUANTITY",
            EntityType::Ordinal => "ORDINAL",
            EntityType::Cardinal => "CARDINAL",
        }
    }

    pub fn is_place(self) -> bool {
        matches!(self, EntityType::Gpe | EntityType::Loc | EntityType::Fac)
    }

    /// Whether it counts or dates something, rather than naming it.
    pub fn is_value(self) -> bool {
        use EntityType::*;
        matches!(self, Date | Time | Percent | Money | Quantity | Ordinal | Cardinal)
    }
}

/// Another way the article writes an entity's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alias {
    pub text: String,
    pub count: u32,
    pub why: AliasReason,
    /// How sure the join is, 0 to 1.
    pub confidence: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AliasReason {
    FullName,
    Surname,
    GivenName,
    Acronym,
    Spelling,
    Transliteration,
    Demonym,
    Title,
    User,
}

impl AliasReason {
    /// The name used in the analysis document.
    pub fn name(self) -> &'static str {
        match self {
            AliasReason::FullName => "full name",
            AliasReason::Surname => "surname",
            AliasReason::GivenName => "given name",
            AliasReason::Acronym => "acronym",
            AliasReason::Spelling => "spelling",
            AliasReason::Transliteration => "transliteration",
            AliasReason::Demonym => "demonym",
            AliasReason::Title => "title",
            AliasReason::User => "user",
        }
    }

    /// Whether an editor would want to know: one name, written two ways.
    pub fn is_drift(self) -> bool {
        matches!(self, AliasReason::Spelling | AliasReason::Transliteration)
    }
}

/// What the article calls someone, in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MentionKind {
    Name,
    /// "the minister"
    Nominal,
    /// "he"
    Pronoun,
}

impl MentionKind {
    pub fn name(self) -> &'static str {
        match self {
            MentionKind::Name => "name",
            MentionKind::Nominal => "nominal",
            MentionKind::Pronoun => "pronoun",
        }
    }
}

/// What somebody is reported to have said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// From 1 in the order of the text.
    pub id: u32,
    pub kind: QuoteKind,
    /// The words without their marks; several where the quote is split or carried over paragraphs.
    pub segments: Vec<Span>,
    /// None where the text names no source.
    pub speaker: Option<Speaker>,
    /// The verb or noun of saying.
    pub cue: Option<Span>,
    /// How sure the speaker is, 0 to 1.
    pub confidence: f32,
    /// One plain phrase: how the speaker was found.
    pub why: String,
    /// Whether the text says that it was said.
    #[serde(default)]
    pub polarity: Polarity,
    /// Whether it is speech, or what somebody thinks or means to do.
    #[serde(default)]
    pub sense: Sense,
}

impl Quote {
    /// What a reader must know beside the words: that they were not said, perhaps not said, or thought. None where the
    /// text tells that somebody said them.
    pub fn note(&self) -> Option<&'static str> {
        Some(match (self.sense, self.polarity) {
            (Sense::Speech, Polarity::Positive) => return None,
            (Sense::Speech, Polarity::Negative) => "not said, or denied",
            (Sense::Speech, Polarity::Uncertain) => "left open whether it is said",
            (Sense::Thought, Polarity::Positive) => "a thought",
            (Sense::Thought, Polarity::Negative) => "not thought, or denied",
            (Sense::Thought, Polarity::Uncertain) => "left open whether it is thought",
            (Sense::Plan, Polarity::Positive) => "a plan or wish",
            (Sense::Plan, Polarity::Negative) => "not planned or wished, or denied",
            (Sense::Plan, Polarity::Uncertain) => "left open whether it is planned",
        })
    }
}

/// Whether a text says that words were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Polarity {
    #[default]
    Positive,
    /// "denied saying", "never called it"
    Negative,
    /// "if she says", "could say", "has not said whether"
    Uncertain,
}

impl Polarity {
    pub const ALL: [Polarity; 3] = [Polarity::Positive, Polarity::Negative, Polarity::Uncertain];

    /// The name used in the analysis document.
    pub fn name(self) -> &'static str {
        match self {
            Polarity::Positive => "positive",
            Polarity::Negative => "negative",
            Polarity::Uncertain => "uncertain",
        }
    }
}

/// What is reported of somebody: their words, or their mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Sense {
    #[default]
    Speech,
    /// "believes", "fears"
    Thought,
    /// "plans to", "refuses to"
    Plan,
}

impl Sense {
    pub const ALL: [Sense; 3] = [Sense::Speech, Sense::Thought, Sense::Plan];

    /// The name used in the analysis document.
    pub fn name(self) -> &'static str {
        match self {
            Sense::Speech => "speech",
            Sense::Thought => "thought",
            Sense::Plan => "plan",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QuoteKind {
    /// Whole clauses inside quotation marks.
    Direct,
    /// Words in marks inside the reporter's sentence.
    Mixed,
    /// No marks: what someone is reported to say.
    Indirect,
}

impl QuoteKind {
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words that name the source; they may be "he".
    pub span: Span,
    /// Who that is; none for a source that is not an entity ("a source close to the talks").
    pub entity: Option<EntityId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    pub span: Span,
    pub kind: DateKind,
    /// ISO 8601 day, month, year, week, interval or duration, or the TIMEX3 value for the rest;
    /// none where it hangs on a publication date that is not known.
    pub value: Option<String>,
}

/// The TIMEX3 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateKind {
    Date,
    Time,
    Duration,
    Set,
}

impl DateKind {
    pub fn name(self) -> &'static str {
        match self {
            DateKind::Date => "DATE",
            DateKind::Time => "TIME",
            DateKind::Duration => "DURATION",
            DateKind::Set => "SET",
        }
    }
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FigureKind {
    /// "$1.42 billion"
    Money,
    /// "18 %", "three percentage points"
    Percent,
    /// "12 miles"
    Quantity,
    /// "26" of "26 goats"
    Count,
    /// "two-thirds" of "two-thirds of voters"
    Fraction,
}

impl FigureKind {
    pub fn name(self) -> &'static str {
        match self {
            FigureKind::Money => "money",
            FigureKind::Percent => "percent",
            FigureKind::Quantity => "quantity",
            FigureKind::Count => "count",
            FigureKind::Fraction => "fraction",
        }
    }
}

/// A figure the article gives, read as a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The number with its unit: "$1.42 billion", "18 %", "26".
    pub span: Span,
    pub kind: FigureKind,
    /// Least and greatest, which are equal but for ranges, in [`Figure::unit`]s ("$1.42 billion" is 1.42e9); none
    /// where nobody counted ("dozens").
    pub value: Option<(f64, f64)>,
    /// The ISO 4217 code of a currency, or the name that several share where the article does not tell which is meant
    /// ("pesos"); "%", "pp" (percentage points) or "bp" (basis points); the symbol of a measure ("km"); empty for counts
    /// and fractions.
    pub unit: String,
    /// What is counted or measured, in the article's words: "goats", "net income".
    pub of: Option<Span>,
    /// Whether it is what something changed by.
    pub change: Option<Change>,
    /// What the article sets it against: "a year earlier".
    pub against: Option<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Change {
    Up,
    Down,
}

impl Change {
    pub fn name(self) -> &'static str {
        match self {
            Change::Up => "up",
            Change::Down => "down",
        }
    }
}

/// A reporter's five questions, as far as the article answers them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// The people and organisations it is about, best first.
    pub who: Vec<EntityId>,
    /// The sentence that says it.
    pub what: Option<Span>,
    /// The words of a [`Date`].
    pub when: Option<Span>,
    /// The place it names for it.
    pub place: Option<EntityId>,
    /// The words that give a reason ("because of the storm").
    pub why: Option<Span>,
}

/// Words that the reader marked, and what they wrote beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub span: Span,
    /// Empty for a mark alone.
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummarySentence {
    pub span: Span,
    /// 0 to 1, the best sentence of the article 1.
    pub score: f32,
    /// One plain phrase.
    pub why: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyPhrase {
    /// As the article writes it.
    pub text: String,
    /// 0 to 1, the best phrase of the article 1.
    pub score: f32,
    pub mentions: Vec<Span>,
}
