//! Every rule by which the engine decides something, under a name that stays the same: what the rule does, and an
//! example.
//!
//! Each reason that an analysis gives (`why`) is written by the rule that made the decision, so that the words and the
//! rule cannot drift apart. `explore explain` tells which rule decided what, `explore explain --rules` lists them all.

use analysis::AliasReason;

/// A rule, as people are told of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The component, and what the rule is about there: `linking.person.surname`. It is not given to another rule.
    pub id: &'static str,
    /// One plain sentence.
    pub does: &'static str,
    pub example: &'static str,
}

/// A rule by which two names are joined, with the reason that the analysis gives.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LinkRule {
    pub rule: Rule,
    pub reason: AliasReason,
}

/// A rule that writes the `why` of a quote or of a sentence of the summary.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct WhyRule {
    pub rule: Rule,
    /// `{}` stands for words of the article.
    template: &'static str,
}

impl WhyRule {
    /// The reason in plain words; `words` are filled into the template, one after the other.
    pub fn why(&self, words: &[&str]) -> String {
        let mut parts = self.template.split("{}");
        let mut why = parts.next().unwrap_or_default().to_owned();
        for (at, part) in parts.enumerate() {
            why.push_str(words.get(at).copied().unwrap_or_default());
            why.push_str(part);
        }
        why
    }
}

macro_rules! one {
    (rule $name:ident: $rule:expr) => {
        pub(crate) static $name: Rule = $rule;
    };
    (link $name:ident ($reason:ident): $rule:expr) => {
        pub(crate) static $name: LinkRule = LinkRule { rule: $rule, reason: AliasReason::$reason };
    };
    (why $name:ident ($template:tt): $rule:expr) => {
        pub(crate) static $name: WhyRule = WhyRule { rule: $rule, template: $template };
    };
}

macro_rules! listed {
    (rule $name:ident) => {
        &$name
    };
    ($kind:ident $name:ident) => {
        &$name.rule
    };
}

macro_rules! rules {
    ($($kind:ident $name:ident $(($says:tt))?: $id:literal, $does:literal, $example:literal;)*) => {
        $(one!($kind $name $(($says))?: Rule { id: $id, does: $does, example: $example });)*

        /// All of them, in the order of the components.
        pub static ALL: &[&Rule] = &[$(listed!($kind $name)),*];
    };
}

rules! {
    rule LANGUAGE: "language.words",
        "The language is the one whose common words and letters the beginning has most of.",
        "“the”, “and”: English";
    rule MARKS_PAIR: "marks.pair",
        "An opening and a closing quotation mark of one paragraph belong together.", "“We won,” she said.";
    rule MARKS_GO_ON: "marks.goes-on",
        "A quotation that a paragraph leaves open goes on if the next one opens with a mark.",
        "“We won. ¶ “We will win again.”";
    rule MARKS_UNCLOSED: "marks.unclosed",
        "A quotation that is never closed ends with its paragraph, or before the words that say who spoke.",
        "“We won, Ode said.";
    rule PUBLISHED_GIVEN: "publication.given",
        "The reader gave the day of publication.", "--published 2025-12-07";
    rule PUBLISHED_FOUND: "publication.found",
        "The dateline, the byline or a line of its own at the head gives the day of publication.",
        "Published 7 December 2025";
    rule DATE_DAY: "dates.day",
        "A day with its month, and a year if one is named.", "3 May 2025";
    rule DATE_MONTH: "dates.month",
        "A month, in the year that is named or that the tense asks for.", "last March";
    rule DATE_YEAR: "dates.year",
        "A year, a decade or a century.", "the 1990s";
    rule DATE_QUARTER: "dates.quarter",
        "A quarter or a half of a year.", "the third quarter";
    rule DATE_SEASON: "dates.season",
        "A season of a year.", "last winter";
    rule DATE_WEEKDAY: "dates.weekday",
        "A weekday is the nearest before or after the day of writing, as the tense of its clause says.",
        "She left on Monday.";
    rule DATE_WEEKEND: "dates.weekend",
        "A weekend, as the tense of its clause says.", "next weekend";
    rule DATE_FEAST: "dates.feast",
        "A feast falls on its day of the year.", "Christmas Eve";
    rule DATE_WHOLE: "dates.whole-unit",
        "A day, week, month or year is counted from the one of writing.", "this week, yesterday";
    rule DATE_AWAY: "dates.away",
        "So many days, weeks or years before or after a day.", "two days ago";
    rule DATE_END: "dates.end",
        "The end of a month or year.", "year-end";
    rule DATE_CLOCK: "dates.clock",
        "A time of day, on the day that is named or meant.", "noon on Tuesday";
    rule DATE_RANGE: "dates.range",
        "From one point in time to another.", "3–5 May";
    rule DATE_DURATION: "dates.duration",
        "A length of time.", "three weeks";
    rule DATE_SET: "dates.set",
        "Something that happens again and again.", "every Tuesday";
    rule DATE_REFERENCE: "dates.reference",
        "The past, the present or the future, without a day.", "now, recently";
    rule NER_MODEL: "ner.model",
        "The trained model takes these words for a name.", "Ana Ruiz";
    rule NER_PHRASE: "ner.phrase",
        "A name of several words that the lexicon has whole is never cut.", "Trinidad and Tobago";
    rule NER_TITLE: "ner.title",
        "A title with a capital before a capitalised name is proof of a person; what the office is for is no part of the name.",
        "Secretary of State Ana Ruiz: Ana Ruiz";
    rule NER_TRIM: "ner.trim",
        "Titles, articles, possessives and marks are cut off a name; over a hyphen it goes on.",
        "Mr Pell’s: Pell";
    rule NER_SPLIT: "ner.split",
        "What was taken for one name is two: an owner and somebody, a home before a hyphen, a people and one of it.",
        "Cairo-based Daily Post: Cairo, Daily Post";
    rule NER_CLASS_NOUN: "ner.class-noun",
        "The common noun beside a name says what it is, whatever it looks like.",
        "the trawler Elspeth Ann: no person";
    rule NER_LIST: "ner.list",
        "Names in one list are of one kind: that of the noun that sums them up, or of the places among them.",
        "the towns of Arle, Tolna and Velm: three places";
    rule NER_EXTEND: "ner.extend",
        "A name takes in the words that belong to it by their form.",
        "van der Merwe: Anneliese van der Merwe";
    rule NER_BODY: "ner.body",
        "The form of a name says that it is a body, where it begins and ends, and that “and” joins two of them.",
        "Harker & Lowell; Arle University | Dunmore Bank";
    rule NER_THING: "ner.thing",
        "The form of a name says that it is a law, a case, a storm or an event, or no name.",
        "Online Safety Bill: LAW";
    rule NER_SCORE: "ner.score",
        "In a table of results a name before its numbers is a side; on a scorecard “c” and “b” stand between players.",
        "Ardley 3 Penrith 1: two clubs";
    rule NER_LOWER: "ner.lower",
        "A country, or a place behind “in” or the like, is found where it is written without its capital.",
        "in kenya: Kenya";
    rule NER_CONSISTENCY: "ner.consistency",
        "The rest of the article decides the type of a name, or finds one that the model missed.",
        "Ruiz, where Ana Ruiz is a person";
    rule NER_TYPE: "ner.type",
        "The lexicon and the last word turn the model’s type into one of those of the analysis.",
        "Tolna Bridge: FAC";
    rule NER_GROUP: "ner.group",
        "The lexicon knows the word as that of a people, a faith or a party.", "Finnish: NORP";
    rule AMOUNT_MONEY: "amounts.money",
        "A number with a currency is money.", "$3 million";
    rule AMOUNT_PERCENT: "amounts.percent",
        "A number with a per cent sign or word is a share.", "18 percent";
    rule AMOUNT_QUANTITY: "amounts.quantity",
        "A number with a measure is a quantity.", "12 miles";
    rule AMOUNT_ORDINAL: "amounts.ordinal",
        "A number of order.", "the third";
    rule AMOUNT_CARDINAL: "amounts.cardinal",
        "Any other number counts something.", "26 goats";
    link SAME_WORDS(FullName): "linking.same-words",
        "Two names of the same words are one.", "Ana Ruiz, Ana Ruiz";
    link LETTER_CASE(FullName): "linking.letter-case",
        "Two names that differ by capitals alone are one.", "RUIZ, Ruiz";
    link LETTER_MARKS(Spelling): "linking.letter-marks",
        "Two names that differ by accents or marks alone are one.", "García, Garcia";
    link FIRST_FORM(FullName): "linking.first-form",
        "The form that an entity began with belongs to the name that was chosen for it.",
        "Orr, where Ana Orr came later";
    link SPELLING_VARIANT(Spelling): "linking.spelling.variant",
        "Two spellings of one name, by rules of spelling.", "Müller, Mueller";
    link SPELLING_DRIFT(Spelling): "linking.spelling.drift",
        "One or two letters are lost, doubled or mistaken, and no one else is as near.",
        "Bellamont, Belamont";
    link TRANSLIT_LISTED(Transliteration): "linking.transliteration.listed",
        "The lexicon lists both as one name in other letters.", "Zelensky, Zelenskiy";
    link TRANSLIT_SCHEME(Transliteration): "linking.transliteration.scheme",
        "Both are one name by two rules of transliteration.", "Dobrinsky, Dobrinskii";
    link TRANSLIT_SOUND(Transliteration): "linking.transliteration.sound",
        "Both sound alike, whatever the rule of transliteration.", "Orlov, Orloff";
    link PERSON_SHORTER(FullName): "linking.person.shorter",
        "The shorter full name begins or ends the longer one.", "Gabriel García of Gabriel García Márquez";
    link PERSON_TURNED(FullName): "linking.person.turned",
        "Given name and surname in the other order.", "Kim Min-seo, Min-seo Kim";
    link ALSO(FullName): "linking.also",
        "The article gives another name.", "Ana Ruiz (born Ana Pell)";
    link PERSON_SAME_GIVEN(FullName): "linking.person.same-given",
        "The given name is the same, and the surname is or sounds the same.", "Ana Ruiz, Ana María Ruiz";
    link PERSON_INITIAL(FullName): "linking.person.initial",
        "An initial stands for the given name.", "A. Ruiz, Ana Ruiz";
    link PERSON_NICKNAME(GivenName): "linking.person.nickname",
        "The given name is short for the other.", "Bill Orr, William Orr";
    link PERSON_HYPHENATED(FullName): "linking.person.hyphenated",
        "The first half of a given name stands for the whole.", "Anna Orr, Anna-Lena Orr";
    link PERSON_RULER(Surname): "linking.person.ruler",
        "A surname with a number is the ruler’s who bears it.", "Norton I, Joshua Norton";
    link PERSON_SURNAME(Surname): "linking.person.surname",
        "A surname alone is the one person’s who bears it.", "Pell, Ira Pell";
    link PERSON_PART(Surname): "linking.person.part",
        "Half of a surname, or a name in the middle, is the one person’s who bears it.", "Orr, Ana Orr-Pell";
    link PERSON_GIVEN(GivenName): "linking.person.given-name",
        "A given name alone is the one person’s who bears it.", "Ana, Ana Ruiz";
    link KNOWN_ACRONYM(Acronym): "linking.known.acronym",
        "The lexicon knows the letters as a name of the same thing.", "U.S., United States";
    link KNOWN_NAME(FullName): "linking.known.name",
        "The lexicon knows both as names of the same thing.", "Czechia, Czech Republic";
    link PLACE_CORE(FullName): "linking.place.core",
        "A place without the word that says what it is.", "Velm, Lake Velm";
    link PLACE_INITIALS(Acronym): "linking.place.initials",
        "Capitals are the initials of the one place that has them.", "NSW, New South Wales";
    link GROUP_NATION(Demonym): "linking.group.nation",
        "Words for one people, in singular or plural.", "Turks, Turkish";
    link THING_PART(FullName): "linking.thing.part",
        "The beginning or the end of the name of one event, work or law.", "the Accord, Fishing Accord";
    link ORG_DEFINED(Acronym): "linking.organisation.defined",
        "The article explains the abbreviation in brackets.", "World Relief Board (WRB)";
    link ORG_LEGAL_FORM(FullName): "linking.organisation.legal-form",
        "The same name with and without its legal form.", "Acme, Acme Inc";
    link ORG_INITIALS(Acronym): "linking.organisation.initials",
        "Capitals are the initials of the one organisation that has them.", "WRB, World Relief Board";
    link ORG_PART(FullName): "linking.organisation.part",
        "The first or last words of one organisation’s name.", "Kestrel, Kestrel Energy";
    link ORG_HEAD(FullName): "linking.organisation.head",
        "The word that says what the one organisation of its kind is.", "the Court, Supreme Court";
    rule CHOICE_FULL_NAME: "linking.choice.full-name",
        "Of the people so far, the one with whom the full name agrees most is meant, if it is one alone.",
        "Ana M. Ruiz: Ana Ruiz";
    rule CHOICE_ONLY: "linking.choice.only",
        "Only one person of that name fits, by title and gender.", "Mrs Orr, of Ana and Tom Orr";
    rule CHOICE_SEEN: "linking.choice.seen",
        "Only one of them was mentioned so far.", "Orr, before Tom Orr comes up";
    rule CHOICE_NEAREST: "linking.choice.nearest",
        "One was mentioned clearly later than the others.", "Tom Orr spoke. Orr left.";
    rule CHOICE_HEAVIEST: "linking.choice.most-mentioned",
        "One was mentioned more than twice as often as each other.", "Orr, of whom the article tells";
    rule CHOICE_UNCLEAR: "linking.choice.unclear",
        "Several could be meant, so the name stays by itself.", "Orr, of Ana and Tom Orr";
    rule ROLE_TITLE: "roles.title",
        "Words before the name say what someone is.", "Finnish President Ana Ruiz";
    rule ROLE_APPOSITION: "roles.apposition",
        "Words set beside the name say what someone is.", "Ana Ruiz, a baker,";
    rule ROLE_CLAUSE: "roles.clause",
        "A clause about the name says what someone is.", "Ana Ruiz, who leads the union,";
    rule COREF_SALIENCE: "coref.pronoun.salience",
        "The most present person whom gender and grammar allow is meant, if clearly more present than the next.",
        "Ruiz left. She was late.";
    rule COREF_UNNAMED: "coref.pronoun.unnamed",
        "Someone without a name is more present than all who have one.", "A driver stopped. He was late.";
    rule COREF_UNCLEAR: "coref.pronoun.unclear",
        "Nobody is present enough, or clearly more than the next, so the pronoun stays open.",
        "Ruiz met Orr. She left.";
    rule COREF_IT: "coref.pronoun.it",
        "“It” or “they” is the organisation that is the subject of the clause or of the sentence before.",
        "Acme said it would sell.";
    rule COREF_AHEAD: "coref.pronoun.ahead",
        "A pronoun in what opens a sentence is the subject that is named behind it.",
        "In her first year, Ruiz won.";
    rule COREF_AGE: "coref.nominal.age",
        "“The 41-year-old” is the person whose age the article gives.", "Ruiz, 41, … the 41-year-old";
    rule COREF_ONLY_PERSON: "coref.nominal.only-person",
        "“The 41-year-old” is the only person mentioned lately.", "the 41-year-old";
    rule COREF_ROLE: "coref.nominal.role",
        "A noun with an article means the one whom the article called so.", "the minister";
    rule COREF_DESCRIPTION: "coref.nominal.description",
        "What somebody is, with “the”, means the person whom the text has just told of, where nobody was called so.",
        "Ruiz scored twice. “It rained,” the midfielder said.";
    rule COREF_ONLY_COMPANY: "coref.nominal.only-organisation",
        "“The company” is the only organisation mentioned lately.", "the company";
    rule COREF_TOWN: "coref.nominal.town",
        "“The city”, where it says something, is the only town mentioned lately.", "Osk … the city said";
    rule COREF_COUNTRY: "coref.nominal.country",
        "“The country” is the only place mentioned lately, if it is a country.", "the country";
    rule COREF_NOMINAL_UNCLEAR: "coref.nominal.unclear",
        "The article called several so, and none was mentioned clearly later.", "the minister";
    link COREF_TITLE(Title): "coref.title",
        "What a person is called by counts among the other ways they are named.", "the prime minister";
    why SAID_SUBJECT("subject of “{}”"): "attribution.cue.subject-verb",
        "The speaker is the subject of a verb of saying.", "Ruiz said: “We won.”";
    why SAID_INVERTED("named right after “{}”"): "attribution.cue.verb-subject",
        "The speaker stands right behind the verb of saying.", "“We won,” said Ruiz.";
    why SAID_SHARED("“{}” goes on with the subject before it"): "attribution.cue.shared-subject",
        "A second verb has the subject of the one before it.", "Ruiz sat down and said …";
    why SAID_AGENT("“by” after “{}”"): "attribution.cue.passive-agent",
        "The speaker stands behind “by”.", "It was described by Ruiz as “grim”.";
    why SAID_PHRASE("named in “{}”"): "attribution.cue.phrase",
        "The speaker is named in a phrase.", "according to Ruiz";
    why SAID_OWNER("whose “{}” it is"): "attribution.cue.noun-owner",
        "A noun of saying has an owner.", "Ruiz’s claim that …";
    why SAID_LABEL("named before the colon"): "attribution.cue.label",
        "A name before a colon speaks.", "Ruiz: “We won.”";
    why SAID_NO_SOURCE("no source in the text"): "attribution.no-source",
        "Nothing in the text says whose words they are.", "“We won.”";
    why SAID_SAME_PARAGRAPH("same paragraph, same speaker"): "attribution.same-paragraph",
        "Words in marks go on with the speaker of their paragraph.", "“A,” Ruiz said. “B.”";
    why SAID_PARAGRAPH_BEFORE("goes on from the speaker of the paragraph before"): "attribution.paragraph-before",
        "A paragraph in marks alone goes on with the speaker of the one before.", "“A,” Ruiz said. ¶ “B.”";
    why SAID_SENTENCE_BEFORE("the sentence before is about this speaker"): "attribution.sentence-before",
        "The sentence before is about the speaker.", "Ruiz was glad. “We won.”";
    why SAID_NEXT_PARAGRAPH("the next paragraph is about this speaker"): "attribution.next-paragraph",
        "The next paragraph begins with the speaker.", "“We won.” ¶ Ruiz had come early.";
    why SAID_ONE_VOICE("the article’s one voice"): "attribution.one-voice",
        "All else that is said in the article is one person’s.", "“We won.” ¶ … “We sang,” Ruiz said.";
    why SAID_SIGNATURE("signed after a dash"): "attribution.signature",
        "A name behind a dash signs the words.", "“We won.” — Ruiz";
    why SAID_HEADING("named above the list"): "attribution.heading",
        "A line with a name stands above what its bearer says.", "Ida Ruiz, Dunmore Bank ¶ – “We won.”";
    why SAID_BEAT("makes the gesture between the halves"): "attribution.beat",
        "Whoever does something between the two halves of a quotation speaks.",
        "“The plan” — Ruiz paused — “is dead.”";
    why SAID_TRANSCRIPT("speaker’s label in a transcript"): "attribution.transcript",
        "A label before a colon begins a turn.", "RUIZ: We won.";
    why SAID_INTERVIEW("answers the questions of the interview"): "attribution.interview",
        "The one person whom an interview names answers its questions.", "Will you miss it? ¶ I will.";
    why SAID_SENTENCE("subject of the sentence around the words"): "attribution.sentence-subject",
        "Words in marks are the subject’s of the sentence around them.", "Ruiz hoped for a “long peace”.";
    rule SAID_NEGATIVE: "attribution.polarity.negative",
        "A “not” at the verb of saying, or a denial above it, tells that the words were not said.",
        "Ruiz denied saying that …";
    rule SAID_UNCERTAIN: "attribution.polarity.uncertain",
        "A condition, a question, a modal verb or two negations leave open whether the words are said.",
        "If Ruiz says that …";
    rule SAID_THOUGHT: "attribution.sense.thought",
        "A verb or noun of thinking tells what somebody thinks, and not what they said.", "Ruiz fears that …";
    rule SAID_PLAN: "attribution.sense.plan",
        "A verb of wanting or deciding tells what somebody means to do, and not what they said.",
        "Ruiz plans to …";
    rule KEY_PHRASE: "key-phrases.recurring",
        "A phrase that the article comes back to.", "old bridge";
    why SUMMARY_OPENS("opens the article"): "summary.opens",
        "The first sentence of an article carries it.", "The council met on Tuesday.";
    why SUMMARY_GOES_ON("goes on from the sentence before it"): "summary.goes-on",
        "A sentence that hangs on the one before is taken after it.", "But she stayed.";
    why SUMMARY_NAMES("has {} of the {} names that matter most"): "summary.names",
        "A sentence that names several of the main entities.", "Ruiz and Pell left Acme.";
    why SUMMARY_HOLDS("holds the phrase “{}”"): "summary.phrase",
        "A sentence that holds a key phrase.", "The old bridge fell.";
    why SUMMARY_CENTRAL("says much of what the article keeps coming back to"): "summary.central",
        "A sentence of the words that recur in the article.", "The bridge is old.";
    why SUMMARY_BEGINNING("stands near the beginning"): "summary.beginning",
        "One of the first sentences.", "It was built in 1931.";
    why SUMMARY_ADDS("adds what the others do not say"): "summary.adds",
        "A sentence unlike those taken before it.", "Boats were banned.";
    rule FIGURE: "figures.value",
        "A figure is read as a value with its unit and what it counts.", "$1.5 billion: 1500000000 $";
    rule FIVE_WHO: "five-ws.who",
        "The people and organisations of the lead, the most mentioned first.", "Ana Ruiz";
    rule FIVE_WHAT: "five-ws.what",
        "The best sentence of the summary.", "The bridge opened.";
    rule FIVE_WHEN: "five-ws.when",
        "The first day or time of the lead.", "on Monday";
    rule FIVE_WHERE: "five-ws.where",
        "The place that the lead names.", "in Velm";
    rule FIVE_WHY: "five-ws.why",
        "Words that give a reason.", "because of the storm";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_dotted_and_unique_and_every_rule_says_what_it_does() {
        for (at, rule) in ALL.iter().enumerate() {
            assert!(ALL[..at].iter().all(|other| other.id != rule.id), "{} twice", rule.id);
            let is_plain = |c: char| c.is_ascii_lowercase() || c == '-';
            let is_dotted = rule.id.contains('.');
            assert!(
                is_dotted && rule.id.split('.').all(|part| !part.is_empty() && part.chars().all(is_plain))
            );
            assert!(rule.does.ends_with('.') && !rule.example.is_empty(), "{}", rule.id);
        }
    }

    #[test]
    fn words_are_filled_in_one_after_the_other() {
        assert_eq!(SUMMARY_NAMES.why(&["3", "5"]), "has 3 of the 5 names that matter most");
        assert_eq!(SAID_LABEL.why(&["said"]), "named before the colon");
    }
}
