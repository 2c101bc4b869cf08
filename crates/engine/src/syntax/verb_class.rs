//! Classes of verbs and predicates by what they say of time, where the grammar of a sentence does not tell.

/// Adjectives of what is still to come, as normal forms: "due Friday".
pub(crate) fn is_due(normal: &str) -> bool {
    matches!(normal, "due" | "payable" | "likely" | "effective")
}

/// Participles after which an infinitive is still to come, as normal forms: "was set to meet".
pub(crate) fn is_set_ahead(normal: &str) -> bool {
    matches!(normal, "set" | "scheduled" | "expected" | "slated" | "poised")
}

/// Verbs, as lemmas, whose "could" tells what was: "smoke could be seen".
pub(crate) fn is_sensing(lemma: &str) -> bool {
    matches!(lemma, "see" | "hear" | "feel" | "find" | "smell")
}

/// Verbs, as lemmas, whose object was: "will never forget Friday".
pub(crate) fn thinks_back(lemma: &str) -> bool {
    matches!(lemma, "remember" | "forget" | "recall" | "regret" | "relive" | "mourn" | "rue")
}

/// Verbs, as lemmas, that give something another day: "postponed to May", "given until Friday".
pub(crate) fn moves_a_day(lemma: &str) -> bool {
    matches!(lemma, "postpone" | "delay" | "move" | "adjourn" | "extend" | "reschedule" | "defer" | "give")
}

/// Verbs of past and present, as normal forms, whose object has a time that is still to come: "has scheduled a hearing Thursday".
pub(crate) fn schedules(normal: &str) -> bool {
    matches!(normal, "schedule" | "schedules" | "scheduled" | "plan" | "plans" | "planned" | "planning")
}

/// Verbs of past and present, as normal forms, that ask somebody to what is still to come.
pub(crate) fn invites(normal: &str) -> bool {
    matches!(normal, "invite" | "invites" | "invited" | "summon" | "summons" | "summoned" | "inviting")
}
