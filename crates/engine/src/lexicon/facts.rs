//! What the lexicon says of a word or a phrase, packed into 64 bits each: the one place that knows the layout,
//! for the reader here and the builder in `crates/train`.

/// Whom a given name or a title tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    Male,
    Female,
    /// Borne by both.
    Both,
}

/// The group of people that a demonym or a similar word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// "Ukrainian"; [`WordFacts::home`] is the country.
    Nationality,
    /// "Texan", "Parisian", "European": from a place that is no country.
    Resident,
    Religion,
    /// "Republican", "Labourite".
    Politics,
    /// "Kurdish", "Hispanic".
    Ethnicity,
}

/// A word put before a name to say who bears it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// "Mr", "Dr", "Sir": says nothing of an office.
    Honorific,
    /// "President", "Sen.", "Gen.": an office, rank or profession.
    Role,
}

/// A thing with one or more names; names of one thing share it ("u.s.", "america").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThingId(pub u16);

impl ThingId {
    pub(super) fn from_bits(bits: u16) -> Option<ThingId> {
        (bits != 0).then_some(ThingId(bits))
    }
}

/// Which parts of speech a word can be, and in which form, a bit each; none where nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Parts(pub u8);

impl Parts {
    pub const NOUN: Parts = Parts(1);
    pub const NOUN_PLURAL: Parts = Parts(2);
    pub const VERB_BASE: Parts = Parts(4);
    /// "sees"
    pub const VERB_THIRD: Parts = Parts(8);
    /// "saw", "seen"
    pub const VERB_PAST: Parts = Parts(16);
    pub const VERB_ING: Parts = Parts(32);
    pub const ADJECTIVE: Parts = Parts(64);
    pub const ADVERB: Parts = Parts(128);

    /// Whether it can be any of these.
    pub const fn has_any(self, others: Parts) -> bool {
        self.0 & others.0 != 0
    }

    /// What either says.
    #[must_use]
    pub const fn or(self, other: Parts) -> Parts {
        Parts(self.0 | other.0)
    }
}

/// A run of bits within the 64.
#[derive(Clone, Copy)]
struct Field {
    at: u32,
    width: u32,
}

impl Field {
    const fn get(self, bits: u64) -> u64 {
        (bits >> self.at) & ((1 << self.width) - 1)
    }

    const fn set(self, bits: u64, value: u64) -> u64 {
        let mask = ((1 << self.width) - 1) << self.at;
        (bits & !mask) | ((value << self.at) & mask)
    }
}

const fn field(at: u32, width: u32) -> Field {
    Field { at, width }
}

/// What is known of a single word. Every fact is one the word *can* have: "May" is a given name, a surname, a
/// month and a common word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct WordFacts(u64);

/// Declares a yes-or-no fact with its reader and the builder's setter.
macro_rules! flags {
    ($($(#[$doc:meta])* $get:ident, $set:ident = $at:literal;)*) => {$(
        $(#[$doc])*
        pub const fn $get(self) -> bool {
            field($at, 1).get(self.0) != 0
        }

        #[doc = concat!("Sets [`Self::", stringify!($get), "`].")]
        #[must_use]
        pub const fn $set(self) -> Self {
            Self(field($at, 1).set(self.0, 1))
        }
    )*};
}

/// Declares a small number with its reader and the builder's setter.
macro_rules! levels {
    ($($(#[$doc:meta])* $get:ident, $set:ident = $at:literal, $width:literal;)*) => {$(
        $(#[$doc])*
        pub const fn $get(self) -> u8 {
            field($at, $width).get(self.0) as u8
        }

        #[doc = concat!("Sets [`Self::", stringify!($get), "`].")]
        #[must_use]
        pub const fn $set(self, level: u8) -> Self {
            Self(field($at, $width).set(self.0, level as u64))
        }
    )*};
}

impl WordFacts {
    /// Nothing is known.
    pub const NONE: WordFacts = WordFacts(0);

    pub(super) const fn from_bits(bits: u64) -> WordFacts {
        WordFacts(bits)
    }

    /// As the model file keeps it.
    pub const fn bits(self) -> u64 {
        self.0
    }

    pub const fn is_known(self) -> bool {
        self.0 != 0
    }

    levels! {
        /// A given name: 0 is not one, 1 rare to 3 common.
        given_name, with_given_name = 0, 2;
        /// A surname: 0 is not one, 1 rare to 3 common.
        surname, with_surname = 4, 2;
        /// An everyday English word when written small: 0 is not, 1 rare to 3 frequent.
        common_word, with_common_word = 6, 2;
        /// How often it is capitalised inside a sentence: 1 almost never to 7 always; 0 where too few were seen.
        capital_share, with_capital_share = 8, 3;
        /// Words that are used alike share a number (k-means over word vectors); 0 is none.
        cluster, with_cluster = 48, 8;
        /// Clusters that are alike share a number; 0 is none.
        cluster_group, with_cluster_group = 56, 6;
    }

    flags! {
        /// One person can be called this: "minister", "goalkeeper".
        is_person_noun, with_person_noun = 11;
        /// Several people can be called this: "ministers", "residents", "people".
        is_person_plural, with_person_plural = 12;
        /// The demonym means several: "Ukrainians", "Democrats".
        is_group_plural, with_group_plural = 16;
        /// Makes a capitalised phrase an organisation: "university", "bank", "ministry", "inc".
        is_org_word, with_org_word = 17;
        /// Makes it a building or such: "airport", "bridge", "stadium".
        is_fac_word, with_fac_word = 18;
        /// Makes it a place that is not a country or town: "river", "valley", "island".
        is_loc_word, with_loc_word = 19;
        /// Makes it an event: "war", "cup", "summit".
        is_event_word, with_event_word = 20;
        /// Makes it a law or treaty: "act", "treaty", "constitution".
        is_law_word, with_law_word = 21;
        is_month, with_month = 26;
        is_weekday, with_weekday = 27;
        /// The legal form at the end of a company's name: "inc", "ltd", "gmbh".
        is_company_form, with_company_form = 28;
        is_language, with_language = 29;
        /// A particle inside names: "de", "van", "bin", "al".
        is_name_particle, with_name_particle = 30;
    }

    /// How far it is a given name, a surname, an everyday word, and capitalised, in ten bits.
    pub(crate) fn levels(self) -> u32 {
        u32::from(self.given_name())
            | u32::from(self.surname()) << 2
            | u32::from(self.common_word()) << 4
            | u32::from(self.capital_share()) << 6
    }

    /// Who bears it as a given name, where that is known.
    pub const fn gender(self) -> Option<Gender> {
        gender(field(2, 2).get(self.0))
    }

    #[must_use]
    pub const fn with_gender(self, gender: Gender) -> Self {
        Self(field(2, 2).set(self.0, gender as u64 + 1))
    }

    /// The kind of people it means as a demonym or the like ("ukrainian", "sunni", "republicans").
    pub const fn group(self) -> Option<GroupKind> {
        match field(13, 3).get(self.0) {
            1 => Some(GroupKind::Nationality),
            2 => Some(GroupKind::Resident),
            3 => Some(GroupKind::Religion),
            4 => Some(GroupKind::Politics),
            5 => Some(GroupKind::Ethnicity),
            _ => None,
        }
    }

    #[must_use]
    pub const fn with_group(self, group: GroupKind) -> Self {
        Self(field(13, 3).set(self.0, group as u64 + 1))
    }

    /// The place that a demonym comes from, where it is in the lexicon.
    pub const fn home(self) -> Option<ThingId> {
        thing(field(32, 16).get(self.0))
    }

    #[must_use]
    pub const fn with_home(self, home: ThingId) -> Self {
        Self(field(32, 16).set(self.0, home.0 as u64))
    }

    /// The kind of title it is, without its full stop too ("sen" and "sen.").
    pub const fn title(self) -> Option<Title> {
        match field(22, 2).get(self.0) {
            1 => Some(Title::Honorific),
            2 => Some(Title::Role),
            _ => None,
        }
    }

    /// Whom the title is for, where it says ("mr", "mrs", "queen").
    pub const fn title_gender(self) -> Option<Gender> {
        gender(field(24, 2).get(self.0))
    }

    #[must_use]
    pub const fn with_title(self, title: Title, gender: Option<Gender>) -> Self {
        let bits = field(22, 2).set(self.0, title as u64 + 1);
        match gender {
            Some(gender) => Self(field(24, 2).set(bits, gender as u64 + 1)),
            None => Self(bits),
        }
    }

    /// A name at least as often as a word of its own: known as a given name or surname, and hardly ever small.
    pub const fn is_mostly_name(self) -> bool {
        (self.given_name() > 0 || self.surname() > 0)
            && (self.common_word() == 0 || self.capital_share() >= 6)
    }
}

const fn gender(bits: u64) -> Option<Gender> {
    match bits {
        1 => Some(Gender::Male),
        2 => Some(Gender::Female),
        3 => Some(Gender::Both),
        _ => None,
    }
}

const fn thing(bits: u64) -> Option<ThingId> {
    if bits == 0 { None } else { Some(ThingId(bits as u16)) }
}

/// What a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhraseKind {
    Country,
    /// A state, province or other part of a country with a government.
    Region,
    City,
    /// A continent or a part of the world: "Middle East", "West Bank".
    Area,
    /// A river, sea, mountain, island, desert.
    Nature,
    /// A building, airport, bridge, square, road.
    Facility,
    /// A place that speaks for a government or company: "Kremlin", "White House", "Downing Street".
    Seat,
    /// An organisation of states, an authority, a court, a charity, a university, a union.
    Organisation,
    Company,
    Party,
    /// An armed group.
    Militia,
    /// A newspaper, broadcaster, news agency.
    Media,
    /// A sports club or league.
    Club,
    Event,
    Work,
    Law,
    Language,
    /// A people, faith or political camp of more than one word: "african american".
    Group,
    Product,
    /// Words that look like a name and are none: "Read More", "Breaking News".
    NoName,
}

impl PhraseKind {
    const ALL: [PhraseKind; 20] = {
        use PhraseKind::*;
        [
            Country,
            Region,
            City,
            Area,
            Nature,
            Facility,
            Seat,
            Organisation,
            Company,
            Party,
            Militia,
            Media,
            Club,
            Event,
            Work,
            Law,
            Language,
            Group,
            Product,
            NoName,
        ]
    };

    pub(super) fn from_byte(byte: u8) -> PhraseKind {
        PhraseKind::ALL.get(usize::from(byte)).copied().unwrap_or(PhraseKind::NoName)
    }

    /// Countries, regions and cities.
    pub const fn is_gpe(self) -> bool {
        matches!(self, PhraseKind::Country | PhraseKind::Region | PhraseKind::City)
    }

    /// Whatever the contract calls an organisation.
    pub const fn is_org(self) -> bool {
        use PhraseKind::*;
        matches!(self, Organisation | Company | Party | Militia | Media | Club)
    }
}

/// What is known of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct PhraseFacts(u64);

impl PhraseFacts {
    pub fn new(kind: PhraseKind) -> PhraseFacts {
        PhraseFacts(kind as u64)
    }

    pub(super) const fn from_bits(bits: u64) -> PhraseFacts {
        PhraseFacts(bits)
    }

    /// As the model file keeps it.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// What it names most likely.
    pub fn kind(self) -> PhraseKind {
        PhraseKind::from_byte(field(0, 8).get(self.0) as u8)
    }

    levels! {
        /// How well known: 1 (a town of some ten thousands) to 3 (a country, a city of millions, the UN).
        level, with_level = 8, 2;
    }

    flags! {
        /// Also a given name: "Jordan", "Sydney".
        is_also_given_name, with_given_name = 10;
        /// Also a surname: "Washington", "Lincoln".
        is_also_surname, with_surname = 11;
        /// Also an everyday word: "Reading", "Nice", "Mobile".
        is_also_word, with_common_word = 12;
        /// It counts only when written in capitals: "US", "WHO".
        only_in_capitals, with_only_in_capitals = 13;
        /// Also the name of something of another kind: "Georgia" the state, "Chelsea" the club.
        is_also_other, with_other = 14;
    }

    /// Whether the words may well mean something else than [`Self::kind`].
    pub const fn is_ambiguous(self) -> bool {
        field(10, 3).get(self.0) != 0 || self.is_also_other()
    }

    /// The thing it names, where that has several names or is told of others.
    pub const fn thing(self) -> Option<ThingId> {
        thing(field(16, 16).get(self.0))
    }

    #[must_use]
    pub const fn with_thing(self, named: ThingId) -> Self {
        Self(field(16, 16).set(self.0, named.0 as u64))
    }
}
