//! The verbs, nouns and phrases that say that somebody says or thinks something: one list for every phase.
//!
//! The verbs are those of English grammars' classes of reporting verbs (Quirk et al., "A Comprehensive Grammar
//! of the English Language", 16.31 on verbs with a clause for an object; Levin, "English Verb Classes", 37 on
//! communication, 33 on judgment, 29 on views), kept where news text uses them of people. What a verb takes
//! beside it says how it may report: a clause, words in marks, somebody told, a thing.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What may stand beside a cue, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Takes(u16);

/// "said that the boat sank"
pub(crate) const CLAUSE: u16 = 1;
/// "told Tarn that …"
pub(crate) const HEARER: u16 = 1 << 1;
/// "denied the charge"
pub(crate) const THING: u16 = 1 << 2;
/// "promised to go"
pub(crate) const DEED: u16 = 1 << 3;
/// "called it a farce"
pub(crate) const LABEL: u16 = 1 << 4;
/// "smiled": a way of speaking, which reports only beside words in marks; set off from them, unless they are its
/// [`THING`]: "typed “yes”".
pub(crate) const MARKS_ONLY: u16 = 1 << 5;
/// "believed": a thought; marked words within it belong to whoever tells of the thought.
pub(crate) const THOUGHT: u16 = 1 << 6;

impl Takes {
    /// Whether it takes any of these.
    pub fn any(self, of: u16) -> bool {
        self.0 & of != 0
    }
}

pub(crate) const fn of(kinds: &[u16]) -> Takes {
    let (mut set, mut at) = (0, 0);
    while at < kinds.len() {
        set |= kinds[at];
        at += 1;
    }
    Takes(set)
}

/// The form in which a cue verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// "say": also the present of a plural, and the form after "to" or "will".
    Base,
    /// "says"
    Third,
    /// "said", "asked": past, and participle where the two are one.
    Past,
    /// "written", "known": never the past by itself.
    Participle,
    /// "saying"
    Ing,
}

/// A form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    pub lemma: &'static str,
    pub form: Form,
    pub takes: Takes,
}

/// The cue verb that this word (in normal form) may be.
pub(crate) fn verb(normal: &str) -> Option<Verb> {
    static FORMS: OnceLock<HashMap<String, Verb>> = OnceLock::new();
    FORMS.get_or_init(forms).get(normal).copied()
}

/// Verbs that report beside words in marks in any text, whatever else they mean: enough to know a speaker by.
pub(crate) fn is_plain_saying(normal: &str) -> bool {
    matches!(
        normal,
        "said"
            | "says"
            | "say"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "asked"
            | "asks"
            | "wrote"
            | "writes"
            | "replied"
            | "replies"
            | "explained"
            | "recalled"
            | "continued"
            | "insisted"
            | "argued"
            | "noted"
            | "warned"
    )
}

/// Nouns for something said or thought: "her claim that …".
pub(crate) fn is_noun(normal: &str) -> bool {
    NOUNS.binary_search(&normal).is_ok()
}

/// Forms of cue verbs that are as often nouns: they count as verbs only with a clause or marks behind them.
pub(crate) fn is_nounable(normal: &str) -> bool {
    is_noun(normal) || NOUNABLE.binary_search(&normal).is_ok()
}

/// Papers that somebody issues: what they say, whoever issued them says.
pub(crate) fn is_paper(normal: &str) -> bool {
    matches!(
        normal,
        "statement"
            | "statements"
            | "letter"
            | "email"
            | "e-mail"
            | "message"
            | "memo"
            | "note"
            | "notice"
            | "post"
            | "release"
            | "report"
            | "brief"
            | "tweet"
            | "tweets"
            | "text"
            | "video"
            | "resolution"
            | "communique"
            | "communiqué"
            | "bulletin"
            | "leaflet"
            | "petition"
    )
}

/// Nouns after which words in marks are a name and nobody's speech: "a film called", "the slogan".
pub(crate) fn is_titled(normal: &str) -> bool {
    TITLED.binary_search(&normal).is_ok()
}

/// Words right before marks that make what stands in them a name, a nickname or a way of putting it.
pub(crate) fn is_naming(normal: &str) -> bool {
    matches!(
        normal,
        "called"
            | "so-called"
            | "titled"
            | "entitled"
            | "named"
            | "nicknamed"
            | "dubbed"
            | "headlined"
            | "reading"
            | "chanting"
            | "chanted"
            | "singing"
            | "sang"
            | "codenamed"
            | "subtitled"
            | "labeled"
            | "labelled"
            | "marked"
            | "inscribed"
            | "emblazoned"
            | "stamped"
            | "nickname"
    )
}

/// Regular verbs, by what they take: the endings are added by rule.
static REGULAR: &[(Takes, &str)] = &[
    (
        of(&[CLAUSE]),
        "add argue insist contend confess reply respond answer remark observe comment post text email \
         maintain testify conclude complain boast brag joke quip muse counter retort concur object \
         speculate hint imply relate profess pronounce certify elaborate summarize postulate posit \
         theorize reason opine venture intone inquire query pray disagree rule",
    ),
    (
        of(&[CLAUSE, THING]),
        "state note assert announce explain acknowledge admit concede confirm deny report tweet recall \
         suggest predict estimate allege reveal disclose stress emphasize emphasise underline underscore \
         reiterate repeat lament indicate signal mention recount proclaim affirm reaffirm clarify request \
         recommend question dispute protest",
    ),
    (of(&[CLAUSE, HEARER, DEED]), "warn remind advise ask"),
    (of(&[CLAUSE, THING, DEED]), "claim demand propose pledge vow"),
    (of(&[CLAUSE, THING, LABEL]), "declare"),
    (
        of(&[THING]),
        "bemoan address admire advertise detail outline discuss debate cite quote express voice air advocate liken \
         compare criticize criticise scold reference rip condemn praise blast slam mock ridicule deride reject oppose endorse \
         support applaud laud commend welcome decry deplore defend blame accuse rebuke chide challenge \
         refute rebut",
    ),
    (of(&[CLAUSE, HEARER]), "caution inform notify assure brief"),
    (of(&[HEARER, THING, DEED]), "urge"),
    (of(&[HEARER, DEED]), "implore exhort encourage instruct order beg invite"),
    (of(&[CLAUSE, DEED]), "plead threaten agree"),
    (of(&[CLAUSE, HEARER, THING, DEED]), "promise"),
    (of(&[DEED]), "refuse decline appeal"),
    (of(&[THING, DEED]), "offer"),
    (of(&[LABEL]), "label dub brand term call refer rate deem"),
    (of(&[THING, LABEL]), "describe characterize characterise portray depict denounce dismiss hail tout"),
    (of(&[CLAUSE, MARKS_ONLY]), "shout yell scream whisper mutter murmur mumble exclaim moan grumble"),
    (
        of(&[MARKS_ONLY]),
        "cry sigh laugh smile nod shrug grin snap bark roar growl sneer scoff chuckle giggle gasp sob \
         groan fume rant gush enthuse bellow thunder interject interrupt deadpan chime continue finish \
         open start",
    ),
    (of(&[MARKS_ONLY, THING]), "type chant scrawl"),
    (
        of(&[CLAUSE, THOUGHT]),
        "wonder believe suspect assume realize realise worry guess figure imagine recognize recognise \
         remember calculate determine judge",
    ),
    (of(&[CLAUSE, DEED, THOUGHT]), "hope wish decide"),
    (of(&[CLAUSE, THING, THOUGHT]), "fear doubt anticipate"),
    (of(&[CLAUSE, THING, DEED, THOUGHT]), "expect"),
    (of(&[THING, THOUGHT]), "consider regard view favor favour"),
    (of(&[THING, DEED, THOUGHT]), "want prefer"),
    (of(&[DEED, THOUGHT]), "plan intend"),
    (of(&[THOUGHT]), "ensure"),
];

/// Irregular verbs: base, third person, past, participle, -ing.
#[rustfmt::skip]
static IRREGULAR: &[([&str; 5], Takes)] = &[
    (["say", "says", "said", "said", "saying"], of(&[CLAUSE])),
    (["tell", "tells", "told", "told", "telling"], of(&[CLAUSE, HEARER, DEED])),
    (["write", "writes", "wrote", "written", "writing"], of(&[CLAUSE])),
    (["swear", "swears", "swore", "sworn", "swearing"], of(&[CLAUSE, DEED])),
    (["read", "reads", "read", "read", "reading"], of(&[MARKS_ONLY])),
    (["forecast", "forecasts", "forecast", "forecast", "forecasting"], of(&[CLAUSE, THING])),
    (["retell", "retells", "retold", "retold", "retelling"], of(&[THING])),
    (["sing", "sings", "sang", "sung", "singing"], of(&[MARKS_ONLY, THING])),
    (["speak", "speaks", "spoke", "spoken", "speaking"], of(&[MARKS_ONLY])),
    (["begin", "begins", "began", "begun", "beginning"], of(&[MARKS_ONLY])),
    (["think", "thinks", "thought", "thought", "thinking"], of(&[CLAUSE, THOUGHT])),
    (["feel", "feels", "felt", "felt", "feeling"], of(&[CLAUSE, THOUGHT])),
    (["know", "knows", "knew", "known", "knowing"], of(&[CLAUSE, THOUGHT])),
    (["understand", "understands", "understood", "understood", "understanding"], of(&[CLAUSE, THOUGHT])),
    (["find", "finds", "found", "found", "finding"], of(&[CLAUSE, THOUGHT])),
    (["show", "shows", "showed", "shown", "showing"], of(&[CLAUSE, THOUGHT])),
    (["seek", "seeks", "sought", "sought", "seeking"], of(&[DEED, THOUGHT])),
    (["choose", "chooses", "chose", "chosen", "choosing"], of(&[DEED, THOUGHT])),
];

/// Sorted, for the binary search (kept by a test).
#[rustfmt::skip]
static NOUNS: &[&str] = &[
    "accusation", "accusations", "acknowledgment", "admission", "advice", "allegation", "allegations",
    "announcement", "answer", "argument", "arguments", "assertion", "assertions", "assessment", "assurance",
    "assurances", "belief", "call", "calls", "charge", "charges", "claim", "claims", "comment", "comments",
    "complaint", "complaints", "concern", "concerns", "conclusion", "confession", "confirmation",
    "contention", "conviction", "criticism", "declaration", "demand", "demands", "denial", "description",
    "doubt", "doubts", "estimate", "estimates", "expectation", "expectations", "explanation", "fear",
    "fears", "finding", "findings", "forecast", "guess", "hint", "hints", "hope", "hopes", "hypothesis",
    "idea", "impression", "insistence", "intention", "judgment", "message", "notion", "objection",
    "observation", "opinion", "opinions", "plea", "pleas", "pledge", "pledges", "point", "prediction",
    "predictions", "proclamation", "promise", "promises", "proposal", "proposals", "question", "questions",
    "reassurance", "recommendation", "recommendations", "remark", "remarks", "reminder", "reply", "request",
    "requests", "response", "revelation", "ruling", "rumor", "rumors", "rumour", "rumours", "sense",
    "signal", "speculation", "statement", "statements", "suggestion", "suggestions", "suspicion",
    "suspicions", "testimony", "theory", "thought", "thoughts", "threat", "threats", "tweet", "tweets",
    "understanding", "verdict", "view", "views", "vow", "vows", "warning", "warnings", "wish", "words",
    "worries", "worry",
];

/// Sorted, for the binary search (kept by a test).
#[rustfmt::skip]
static NOUNABLE: &[&str] = &[
    "advocate", "advocates", "air", "airs", "answer", "answers", "appeal", "appeals", "bark", "blame",
    "blast", "brand", "brands", "brief", "briefs", "call", "calls", "cast", "caution", "challenge",
    "challenges", "charge", "charges", "claim", "claims", "comment", "comments", "continue", "counter",
    "counters", "cries", "cry", "debate", "debates", "demand", "demands", "detail", "details", "dispute",
    "disputes", "doubt", "doubts", "email", "emails", "estimate", "estimates", "favor", "favors", "favour",
    "favours", "fear", "fears", "figure", "figures", "find", "finds", "forecast", "forecasts", "gasp",
    "groan", "growl", "guess", "guesses", "hint", "hints", "hope", "hopes", "invite", "joke", "jokes",
    "judge", "judges", "label", "labels", "lament", "laugh", "laughs", "moan", "mock", "muse", "nod",
    "nods", "note", "notes", "object", "objects", "offer", "offers", "open", "opens", "order", "orders",
    "outline", "outlines", "plan", "plans", "pledge", "pledges", "post", "posts", "praise", "pray",
    "promise", "promises", "protest", "protests", "queries", "query", "question", "questions", "quip",
    "quips", "quote", "quotes", "rate", "rates", "reason", "reasons", "rebuke",
    "reference", "references", "remark", "remarks", "report", "reports", "request", "requests", "roar",
    "rule", "rules", "scream", "screams", "shout", "shouts", "show", "shows", "shrug", "shrugs", "sigh",
    "sighs", "signal", "signals", "slam", "smile", "smiles", "snap", "sob", "start", "starts", "state",
    "states", "stress", "support", "supports", "term", "terms", "text", "texts", "threat", "tweet",
    "tweets", "venture", "ventures", "view", "views", "voice", "vow", "vows", "welcome", "whisper",
    "whispers", "wish", "wishes", "wonder", "wonders", "worries", "worry", "yell",
];

/// Sorted, for the binary search (kept by a test).
#[rustfmt::skip]
static TITLED: &[&str] = &[
    "album", "anthem", "article", "ballad", "banner", "banners", "blog", "book", "books", "campaign",
    "catchphrase", "chant", "chants", "column", "comedy", "documentary", "drama", "episode", "essay",
    "exhibition", "expression", "film", "films", "game", "hashtag", "hit", "hymn", "initiative", "magazine",
    "motto", "movie", "movies", "musical", "nickname", "novel", "opera", "painting", "phrase", "placard",
    "placards", "play", "podcast", "poem", "poster", "posters", "programme", "screenplay", "segment",
    "sequel", "series", "show", "sign", "signs", "single", "sitcom", "slogan", "slogans", "song", "songs",
    "special", "term", "thriller", "title", "track", "trilogy", "word",
];

fn forms() -> HashMap<String, Verb> {
    let mut out = HashMap::new();
    for &(takes, lemmas) in REGULAR {
        for lemma in lemmas.split_whitespace() {
            for (word, form) in regular(lemma) {
                out.insert(word, Verb { lemma, form, takes });
            }
        }
    }
    for &(words, takes) in IRREGULAR {
        let lemma = words[0];
        let kinds = [Form::Base, Form::Third, Form::Past, Form::Participle, Form::Ing];
        let mut kinds: Vec<_> = words.into_iter().zip(kinds).collect();
        // "said" is the past before it is a participle, "read" before it is a base.
        kinds.sort_by_key(|&(_, form)| form != Form::Past);
        for (word, form) in kinds {
            out.entry(word.to_owned()).or_insert(Verb { lemma, form, takes });
        }
    }
    out
}

/// The four forms of a regular verb.
fn regular(lemma: &'static str) -> [(String, Form); 4] {
    let (third, past, ing) = if let Some(stem) = lemma.strip_suffix('e') {
        (format!("{lemma}s"), format!("{lemma}d"), format!("{stem}ing"))
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        (format!("{stem}ies"), format!("{stem}ied"), format!("{lemma}ing"))
    } else if DOUBLED.contains(&lemma) {
        let last = &lemma[lemma.len() - 1..];
        (format!("{lemma}s"), format!("{lemma}{last}ed"), format!("{lemma}{last}ing"))
    } else if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("sh") || lemma.ends_with("ch") {
        (format!("{lemma}es"), format!("{lemma}ed"), format!("{lemma}ing"))
    } else {
        (format!("{lemma}s"), format!("{lemma}ed"), format!("{lemma}ing"))
    };
    [(lemma.to_owned(), Form::Base), (third, Form::Third), (past, Form::Past), (ing, Form::Ing)]
}

/// Verbs that double their last letter before an ending.
static DOUBLED: &[&str] = &[
    "admit", "brag", "quip", "concur", "refer", "beg", "dub", "slam", "nod", "shrug", "grin", "snap", "sob",
    "rebut", "plan", "prefer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [NOUNS, NOUNABLE, TITLED] {
            assert!(list.is_sorted());
        }
    }

    #[test]
    fn forms_of_regular_and_irregular_verbs() {
        for (word, lemma, form) in [
            ("says", "say", Form::Third),
            ("told", "tell", Form::Past),
            ("written", "write", Form::Participle),
            ("admitted", "admit", Form::Past),
            ("denies", "deny", Form::Third),
            ("arguing", "argue", Form::Ing),
            ("stresses", "stress", Form::Third),
            ("urged", "urge", Form::Past),
        ] {
            assert_eq!(verb(word).map(|v| (v.lemma, v.form)), Some((lemma, form)), "{word}");
        }
        assert_eq!(verb("road"), None);
    }
}
