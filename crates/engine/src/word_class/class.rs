//! The names of the lists in `crates/train/lists/words`, where each is told.

/// Declares the classes; the lists name them in the same words.
macro_rules! word_classes {
    ($($name:ident,)*) => {
        /// A list of words; see `crates/train/lists/words` for what stands in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u16)]
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
    CapitalEndAbbreviation, UnitAbbreviation, LetterDesignator, NameWithMark,
    // facts.txt
    ReasonOpener, OverReason, AfterReason, ForReason, OutsideReason, SpeakingForm,
    // figures.txt
    BeforeFigure, GoesUp, GoesDown, MovesUp, MovesDown, IncreaseNoun, DecreaseNoun,
    // function_words.txt
    FunctionWord, Determiner, SubjectPronoun, ObjectPronoun, Subordinator, Preposition, Auxiliary, Adverb,
    PluralWord, FormOfBe, OpensClause, CountingWord, SentenceLike, BeforeTitle, OpensTail, ClauseBetween,
    BelongsToName, ObliquePreposition, OpensClaim, BeforeSubject, RelativePronoun, Conjunction,
    // keywords.txt
    IrregularVerbForm, NounInPlural,
    LightWord, GenericNoun, TooWide, SureVerb, AdjectiveEnding, NoAdjective,
    // letters.txt
    SignOff, OpensLine,
    // numbers.txt
    Cardinal, Ordinal, Scale, VagueNumber, Fraction, GluedScale, Designator, OneOfAnAge, StreetNoun, Race, LengthAdjective,
    MoneyNoun, CountedMass, Weighing, Approximation,
    // organisations.txt
    SmallInName, GenericInName, OrganisationNoun, OrganisationHead, PaperWord, ClubWord, SchoolWord,
    MediaNoun, CompanyNoun, CompanyAsset, BodyItself, SportWord, BeatVerb, CompanyEnd, BodyPerson, BodyThing, BodyPart, FirmGenitive,
    GroupWord, PaperTime, ResultVerb, ClubOpening, ClubName, FirmName, LegalForm, UnitNoun, ForeignBody,
    // people.txt
    FemaleTitle, MaleNoun, FemaleNoun, RegnalNumber, SurnameParticle, SurnameFirst, RoleModifier,
    RarelyPerson, EndsRole, LeadingVerb, MaleTitle, AlikeLetters, OpensNominal,
    TitleWord, TitleModifier, DoubtfulTitle, Portfolio, PostNominal, NobleTitle, GivenNameOfBoth, MassNoun, RelationNoun,
    DescribesPerson, RankBelow, RoleKind, EmptyItVerb, Calling,
    // places.txt
    AmericanCity, AmericanState, PlaceKind, BeforeScene, CompassWord, BeforePlace, PlaceNoun, PlaceOffice, PlacePeople,
    Building, NatureNoun, PlaceOpener, StreetOpener, PlaceVerb, RouteNoun,
    // saying.txt
    SayingBase, SayingThird, SayingPast, SayingParticiple, SayingIng, TakesClause, TakesHearer, TakesThing,
    TakesDeed, TakesLabel, TakesMarksOnly, TakesContent, SayingThought, SayingOrNoun, OpensPhrasal, PlainSaying,
    IssuedPaper, NamingWord, NewsSaying, SayingNoun, TitledNoun, DenialWord, AvoidingVerb, UnrealVerb,
    NeverWord, NobodyWord, OpenModal, PlanVerb, PlanNoun, MindNoun, FindingVerb, SpeakingVerb,
    SaysOfThing, TopicVerb, AttitudeVerb, AnsweringVerb, SaysOfNoun, EvidenceNoun, QuotingVerb, ReportsWithThat, HearingVerb, HearingBody,
    ConveyingVerb, AnsweredNoun, DroppedG, DroppedLetter, CreditWord, NamelessWord, Connective, ThingWithAim,
    ContentNoun, EmptyObject, MeansNoun, AnyoneWord, SpeechlessNoun, MeasureNoun,
    // spelling.txt
    AmericanSpelling, BritishSpelling,
    // summary.txt
    LeaningWord, LeaningPhrase, TimeNoun, SceneVerb, ActingBody,
    // things.txt
    StormNoun, Eponym, NamedAfter, NumberedLaw, LawHead, EventEnd, AwardWord, IllnessName, PlainAcronym, WorkNoun, WorkVerb, ProductNoun, NamePrefix,
    ShipNoun, ShipPrefix, BuildingNoun, LooseThingNoun, FixedName,
    // time.txt
    RelativeDay, BeforeAgo, BeforeYear, BeforeNoYear, CountedThing, BeforeMonth, LengthFrame, BeforeLength,
    BeforeALength, BeforeSeason, DateLineOpener, CommonMonth, TimeZone, TimeUnit, Month, Weekday, Season,
    PartOfDay, Frequency, VagueTime, Feast, Hedge, GameWord, BusinessWord, NameWithDay, OpensTime,
    PlannedEvent, FigureSense, BeginsByPlan, Heat, TitledThing,
    // units.txt
    CurrencySign, CurrencyCode, DollarPrefix, RareCode, CurrencyWord, CurrencyPart, CountryCurrency, CurrencyFamily,
    Measure, GluedUnit, GluedPart, MoneyOrThing,
}
