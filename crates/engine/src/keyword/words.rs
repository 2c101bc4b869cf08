//! Words that keep phrases apart or make poor ones. General knowledge of English; the one place for it.

/// Verbs that are hardly ever nouns, in their base form. Their other forms are found by [`is_verb`].
#[rustfmt::skip] // a list to read across, not a word a line
static VERBS: &[&str] = &[
    "abandon", "absorb", "accelerate", "accept", "accompany", "accuse", "achieve", "acknowledge", "acquire",
    "adapt", "add", "adjust", "admire", "admit", "adopt", "advise", "affect", "afford", "aggravate",
    "agree", "aim", "allege", "allow", "amend", "analyse", "analyze", "announce", "annoy", "anticipate",
    "apologise", "apologize", "appear", "apply", "appoint", "appreciate", "argue", "arise", "arrive", "ask",
    "assemble", "assert", "assess", "assign", "assist", "assume", "attain", "attend", "attract", "avoid",
    "await", "become", "beg", "begin", "behave", "believe", "belong", "bind", "blame", "boast", "borrow",
    "bother", "breed", "bring", "build", "bury", "buy", "calculate", "cancel", "capture", "carry", "cause",
    "cease", "celebrate", "choose", "claim", "clarify", "collect", "combine", "come", "compare", "compete",
    "complain", "comply", "compose", "comprise", "concede", "conclude", "condemn", "conduct", "confess",
    "confirm", "confront", "connect", "consider", "consist", "consult", "consume", "contain", "continue",
    "contribute", "convert", "convey", "convince", "cope", "create", "criticise", "criticize", "dare",
    "decide", "declare", "decline", "defend", "define", "deliver", "demonstrate", "deny", "depart",
    "depend", "deploy", "deprive", "derive", "describe", "deserve", "destroy", "detect", "deteriorate",
    "determine", "develop", "devote", "differ", "diminish", "disagree", "disappear", "discover", "discuss",
    "dismiss", "distinguish", "distribute", "dominate", "donate", "eat", "eliminate", "embrace", "emerge",
    "emphasise", "emphasize", "employ", "enable", "encourage", "end", "endorse", "endure", "enforce",
    "engage", "enhance", "enjoy", "ensure", "enter", "entitle", "erupt", "establish", "evaluate", "evolve",
    "exceed", "exclude", "execute", "exist", "expand", "expect", "explain", "explode", "exploit", "explore",
    "expose", "express", "extend", "face", "facilitate", "fail", "feel", "find", "flee", "float", "follow",
    "forbid", "force", "forget", "forgive", "fulfil", "fulfill", "gather", "generate", "get", "give", "go",
    "govern", "grow", "guess", "hang", "happen", "hear", "help", "hesitate", "hide", "hire", "hold",
    "honor", "identify", "ignore", "illustrate", "imagine", "implement", "imply", "impose", "impress",
    "improve", "include", "indicate", "inform", "inherit", "insist", "inspire", "install", "instruct",
    "insult", "intend", "interfere", "interpret", "interrupt", "introduce", "invade", "investigate",
    "invite", "involve", "join", "justify", "keep", "kill", "know", "lack", "laugh", "lead", "learn",
    "leave", "lend", "let", "lie", "listen", "live", "locate", "look", "lose", "love", "maintain", "make",
    "manage", "marry", "mean", "meet", "mention", "monitor", "motivate", "must", "need", "neglect",
    "negotiate", "nominate", "note", "obey", "observe", "obtain", "occur", "offend", "operate", "oppose",
    "organise", "organize", "overcome", "overturn", "owe", "own", "participate", "pay", "perform", "permit",
    "persuade", "please", "pose", "possess", "postpone", "predict", "prefer", "prepare", "preserve",
    "presume", "prevail", "prevent", "proceed", "proclaim", "produce", "promote", "propose", "prosecute",
    "protect", "prove", "provide", "publish", "pull", "pursue", "push", "put", "qualify", "quit", "raise",
    "reach", "react", "read", "realise", "realize", "reassure", "recall", "receive", "recognize",
    "recommend", "reconsider", "recover", "reduce", "refer", "reflect", "refuse", "regain", "regard",
    "regret", "reinforce", "reject", "relate", "relieve", "rely", "remain", "remember", "remind", "remove",
    "render", "renew", "repeat", "replace", "represent", "require", "resign", "resist", "resolve",
    "respond", "restore", "retain", "retire", "retrieve", "reunite", "reveal", "satisfy", "save", "say",
    "scare", "see", "seek", "seem", "select", "sell", "send", "serve", "set", "settle", "shake", "shed",
    "shine", "shrink", "sit", "solve", "speak", "spend", "spoil", "stand", "start", "stay", "steal", "stop",
    "strengthen", "submit", "succeed", "suffer", "suggest", "summon", "supervise", "suppose", "suppress",
    "surround", "survive", "suspend", "sustain", "swear", "sweep", "tackle", "take", "talk", "teach",
    "tell", "tend", "terminate", "think", "threaten", "throw", "tolerate", "try", "understand", "unite",
    "uphold", "urge", "use", "utter", "vanish", "vary", "verify", "violate", "wait", "walk", "want", "warn",
    "watch", "weaken", "wear", "win", "withdraw", "withhold", "wonder", "worsen", "write",
];

/// Forms that no rule makes from those.
fn is_irregular(normal: &str) -> bool {
    matches!(
        normal,
        "said"
            | "told"
            | "was"
            | "were"
            | "been"
            | "had"
            | "did"
            | "done"
            | "made"
            | "took"
            | "taken"
            | "got"
            | "gotten"
            | "went"
            | "gone"
            | "came"
            | "knew"
            | "known"
            | "thought"
            | "saw"
            | "seen"
            | "gave"
            | "given"
            | "found"
            | "became"
            | "left"
            | "felt"
            | "brought"
            | "began"
            | "begun"
            | "kept"
            | "held"
            | "wrote"
            | "written"
            | "stood"
            | "heard"
            | "meant"
            | "met"
            | "ran"
            | "paid"
            | "sat"
            | "spoke"
            | "spoken"
            | "led"
            | "grew"
            | "grown"
            | "lost"
            | "fell"
            | "fallen"
            | "sent"
            | "built"
            | "understood"
            | "drew"
            | "drawn"
            | "broke"
            | "broken"
            | "spent"
            | "rose"
            | "risen"
            | "drove"
            | "driven"
            | "bought"
            | "wore"
            | "worn"
            | "chose"
            | "chosen"
            | "sought"
            | "threw"
            | "thrown"
            | "caught"
            | "dealt"
            | "won"
            | "sold"
            | "taught"
            | "fought"
            | "hit"
            | "shut"
            | "hurt"
            | "lay"
            | "laid"
            | "fled"
            | "flew"
            | "flown"
            | "swept"
            | "struck"
            | "shot"
            | "sang"
            | "stole"
            | "stolen"
            | "hung"
            | "forgot"
            | "forgotten"
            | "shown"
            | "died"
            | "dies"
            | "dying"
            | "has"
            | "have"
            | "having"
            | "being"
            | "doing"
            | "going"
            | "goes"
            | "does"
            | "am"
            | "is"
            | "are"
            | "be"
            | "do"
            | "born"
            | "happens"
            | "gets"
            | "vowed"
            | "isn't"
            | "don't"
            | "doesn't"
            | "didn't"
            | "won't"
            | "can't"
            | "wasn't"
            | "it's"
            | "that's"
    )
}

/// Whether the word is a verb wherever it stands (nouns that are also verbs are not: "deal", "vote").
pub(super) fn is_verb(normal: &str) -> bool {
    if is_irregular(normal) || VERBS.binary_search(&normal).is_ok() {
        return true;
    }
    // "agrees", "denies", "says": "talks", "needs", "claims" and their like are nouns in the plural too.
    let base = match normal.strip_suffix("ies") {
        Some(head) => return VERBS.binary_search(&format!("{head}y").as_str()).is_ok(),
        None => normal.strip_suffix('s'),
    };
    let is_known = |base: &str| VERBS.binary_search(&base).is_ok() && !is_noun_in_plural(base);
    base.is_some_and(|base| is_known(base) || base.strip_suffix('e').is_some_and(is_known))
}

fn is_noun_in_plural(base: &str) -> bool {
    matches!(
        base,
        "talk"
            | "need"
            | "claim"
            | "force"
            | "cause"
            | "end"
            | "face"
            | "note"
            | "aim"
            | "use"
            | "start"
            | "stop"
            | "look"
            | "love"
            | "lie"
            | "watch"
            | "walk"
            | "lead"
            | "stand"
            | "win"
            | "decline"
            | "appeal"
            | "find"
            | "set"
            | "honor"
            | "wonder"
            | "stay"
            | "live"
            | "wear"
    )
}

/// Adjectives and adverbs of no weight, and those that no noun phrase ends with.
pub(super) fn is_light(normal: &str) -> bool {
    matches!(
        normal,
        "new"
            | "old"
            | "good"
            | "bad"
            | "big"
            | "small"
            | "large"
            | "great"
            | "high"
            | "low"
            | "long"
            | "short"
            | "early"
            | "late"
            | "main"
            | "major"
            | "minor"
            | "many"
            | "much"
            | "few"
            | "several"
            | "other"
            | "own"
            | "same"
            | "such"
            | "more"
            | "most"
            | "less"
            | "least"
            | "next"
            | "last"
            | "first"
            | "second"
            | "third"
            | "recent"
            | "current"
            | "former"
            | "previous"
            | "possible"
            | "likely"
            | "able"
            | "unable"
            | "sure"
            | "clear"
            | "ready"
            | "available"
            | "important"
            | "different"
            | "full"
            | "whole"
            | "real"
            | "right"
            | "left"
            | "close"
            | "near"
            | "far"
            | "hard"
            | "easy"
            | "best"
            | "better"
            | "worst"
            | "worse"
            | "top"
            | "final"
            | "further"
            | "additional"
            | "certain"
            | "various"
            | "entire"
            | "total"
            | "very"
            | "too"
            | "also"
            | "just"
            | "even"
            | "still"
            | "again"
            | "soon"
            | "already"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "now"
            | "recently"
            | "ago"
            | "away"
            | "back"
            | "together"
            | "instead"
            | "due"
            | "true"
            | "alive"
            | "alone"
            | "aware"
            | "afraid"
            | "dead"
            | "free"
            | "open"
            | "young"
            | "strong"
            | "serious"
            | "huge"
            | "key"
            | "only"
            | "around"
            | "including"
            | "according"
            | "following"
            | "per"
            | "cent"
            | "percent"
            | "non"
    )
}

/// Nouns that say nothing of an article by themselves, and little at the end of a phrase.
pub(super) fn is_generic(normal: &str) -> bool {
    matches!(
        normal,
        "people"
            | "person"
            | "man"
            | "men"
            | "woman"
            | "women"
            | "thing"
            | "things"
            | "way"
            | "ways"
            | "time"
            | "times"
            | "year"
            | "years"
            | "day"
            | "days"
            | "week"
            | "weeks"
            | "weekend"
            | "month"
            | "months"
            | "hour"
            | "hours"
            | "minute"
            | "minutes"
            | "moment"
            | "lot"
            | "lots"
            | "kind"
            | "part"
            | "parts"
            | "number"
            | "numbers"
            | "place"
            | "places"
            | "case"
            | "cases"
            | "point"
            | "points"
            | "fact"
            | "end"
            | "side"
            | "sides"
            | "statement"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "reporters"
            | "interview"
            | "news"
            | "report"
            | "reports"
            | "mr"
            | "mrs"
            | "ms"
            | "mr."
            | "mrs."
            | "ms."
            | "dr."
            | "something"
            | "anything"
            | "nothing"
            | "everything"
            | "someone"
            | "anyone"
            | "everyone"
            | "nobody"
            | "one"
            | "ones"
            | "two"
            | "three"
            | "million"
            | "billion"
            | "thousand"
            | "hundred"
            | "half"
            | "today"
            | "morning"
            | "night"
            | "evening"
            | "afternoon"
            | "area"
            | "order"
            | "idea"
            | "example"
            | "reason"
            | "reasons"
            | "result"
            | "matter"
            | "question"
            | "questions"
            | "bit"
            | "bits"
            | "yes"
            | "no"
            | "ok"
            | "stuff"
            | "guy"
            | "guys"
            | "name"
            | "names"
            | "sort"
            | "type"
            | "level"
            | "amount"
            | "aspects"
            | "steps"
            | "step"
            | "details"
            | "all"
            | "what"
            | "well"
            | "decade"
            | "decades"
            | "noon"
            | "age"
            | "hand"
            | "hands"
            | "head"
            | "eyes"
            | "addition"
            | "use"
            | "rest"
            | "group"
            | "set"
            | "percentage"
            | "majority"
            | "post"
    )
}

/// Nouns that fit many articles: good inside a phrase, too wide alone.
pub(super) fn is_too_wide(normal: &str) -> bool {
    matches!(
        normal,
        "country"
            | "countries"
            | "company"
            | "companies"
            | "government"
            | "world"
            | "community"
            | "communities"
            | "city"
            | "state"
            | "states"
            | "town"
            | "family"
            | "home"
            | "house"
            | "work"
            | "life"
            | "money"
            | "problem"
            | "problems"
            | "issue"
            | "issues"
            | "change"
            | "changes"
            | "system"
            | "plan"
            | "plans"
            | "process"
            | "program"
            | "project"
            | "service"
            | "services"
            | "support"
            | "power"
            | "office"
            | "public"
            | "nation"
            | "party"
            | "team"
            | "groups"
            | "action"
            | "actions"
            | "measures"
            | "turn"
            | "body"
            | "decision"
            | "decisions"
            | "situation"
            | "event"
            | "events"
            | "information"
            | "role"
            | "experience"
            | "effort"
            | "efforts"
            | "region"
            | "street"
            | "council"
            | "committee"
            | "agency"
            | "department"
            | "leadership"
            | "move"
            | "call"
            | "book"
            | "game"
            | "story"
            | "letter"
            | "speech"
    )
}

/// Endings of adjectives and adverbs: no phrase ends with such a word.
pub(super) fn ends_like_an_adjective(normal: &str) -> bool {
    const ENDINGS: [&str; 10] = ["able", "ible", "ful", "ous", "less", "ly", "est", "ish", "ional", "ical"];
    const NOUNS: [&str; 18] = [
        "table",
        "cable",
        "variable",
        "vegetable",
        "family",
        "assembly",
        "ally",
        "supply",
        "monopoly",
        "anomaly",
        "interest",
        "forest",
        "protest",
        "test",
        "request",
        "quest",
        "guest",
        "arrest",
    ];
    normal.len() > 4
        && ENDINGS.iter().any(|end| normal.ends_with(end))
        && !NOUNS.contains(&normal)
        && !matches!(
            normal,
            "harvest"
                | "conquest"
                | "chest"
                | "west"
                | "butterfly"
                | "bully"
                | "belly"
                | "jelly"
                | "reply"
                | "rally"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(VERBS.is_sorted());
    }

    #[test]
    fn verbs_are_told_from_nouns() {
        for verb in ["said", "agrees", "denies", "seek", "discuss", "makes"] {
            assert!(is_verb(verb), "{verb}");
        }
        for noun in ["talks", "deal", "claims", "vote", "forces", "plan"] {
            assert!(!is_verb(noun), "{noun}");
        }
    }
}
