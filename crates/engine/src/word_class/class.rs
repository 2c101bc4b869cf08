//! The names of the lists in `crates/train/lists/words`, where each is told.

/// Declares the classes; the lists name them in the same words.
macro_rules! word_classes {
    ($($name:ident,)*) => {
        /// A list of words; see `crates/train/lists/words` for what stands in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum WordClass { $($name),* }

        impl WordClass {
            pub const ALL: &[WordClass] = &[$(WordClass::$name),*];

            #[cfg(any(test, feature = "training"))]
            pub const fn name(self) -> &'static str {
                match self { $(WordClass::$name => stringify!($name)),* }
            }
        }
    };
}

word_classes! {
    // abbreviations.txt
    TitleAbbreviation, LinkAbbreviation, CapitalNumberAbbreviation, NumberAbbreviation, EndAbbreviation,
    CapitalEndAbbreviation,
    // facts.txt
    Reason,
    // figures.txt
    BeforeFigure, GoesUp, GoesDown, Decrease, InNumber, Increase,
    // function_words.txt
    FunctionWord, Determiner, SubjectPronoun, ObjectPronoun, Subordinator, Preposition, Auxiliary, Adverb,
    PluralWord, FormOfBe, OpensClause, Counting, SentenceLike, BeforeTitle, OpensTail, ClauseBetween,
    BelongsToName, ObliquePreposition, Joint, RelativePronoun, Conjunction,
    // keywords.txt
    PluralBeforeNoun, OpensObject, GoesOn, BeforeIng, BeforeVerb, IrregularVerb, NounInPlural, Light,
    GenericNoun, TooWide, Verb, AdjectiveEnding, NoAdjective,
    // numbers.txt
    Cardinal, Ordinal, Scale, VagueNumber,
    // organisations.txt
    SmallInName, GenericInName, Maker,
    // people.txt
    FemaleTitle, MaleNoun, FemaleNoun, Numeral, Particle, SurnameFirst, RoleModifier, RarelyPerson,
    EndsRole, Leading, MaleTitle, AlikeLetters, OpensNominal,
    // places.txt
    AmericanCity, AmericanState, PlaceKind, BeforeScene, Compass, BeforePlace,
    // saying.txt
    SayingBase, SayingThird, SayingPast, SayingParticiple, SayingIng, TakesClause, TakesHearer, TakesThing,
    TakesDeed, TakesLabel, TakesMarksOnly, SayingThought, SayingOrNoun, OpensPhrasal, PlainSaying, Paper,
    Naming, NewsSaying, SayingNoun, TitledNoun,
    // spelling.txt
    American, British,
    // summary.txt
    Loose, TimeNoun,
    // time.txt
    TellingDay, BeforeAgo, BeforeYear, BeforeNoYear, Counted, BeforeMonth, Frame, BeforeLength,
    BeforeALength, BeforeSeason, Announces, CommonMonth, Zone, TimeUnit, Month, Weekday, Season, PartOfDay,
    Frequency, PointsNowhere, Feast, Hedge,
    // units.txt
    CurrencySign, CurrencyCode, CurrencyWord, Measure, CodeOfSign, CodeOfName,
}
