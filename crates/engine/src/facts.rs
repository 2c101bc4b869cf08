//! A reporter's five questions (who, what, when, where, why), as far as the article answers them.
//!
//! The lead is asked first, since news answers them there ("inverted pyramid": Pöttker, 2003; the scoring by place
//! and mentions follows Giveme5W1H: Hamborg et al., 2019, in small). Nothing is answered from guesses: a question
//! that no words answer stays open.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::ops::Range;

use analysis::{
    BlockKind, Date, DateKind, Entity, EntityId, EntityType, Facts, MentionKind, Span, SummarySentence,
};

use jiff::civil;

use crate::doc::Doc;
use crate::lexicon::Lexicon;
use crate::quote::cue;
use crate::quote::marks::Marks;
use crate::quote::words::{Class, class};
use crate::sentence::Sentence;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

/// People and organisations named for "who" at most.
const MOST_WHO: usize = 3;
/// How often the place of a whole article is named.
const OFTEN: usize = 3;
/// Sentences of the lead.
const LEAD: usize = 3;
/// Sentences of the lead that may give the reason: that of the news stands with the news.
const REASONS: usize = 2;
/// How far behind a verb of saying the infinitive stands that makes it a deed, in tokens.
const DEED: usize = 8;
/// The opening tells the event if it is among so many best sentences.
const OPENING_AMONG: usize = 3;

pub(crate) fn answer(
    doc: &Doc,
    marks: &Marks,
    entities: &[Entity],
    dates: &[Date],
    summary: &[SummarySentence],
    published: Option<civil::Date>,
) -> Facts {
    let body: Vec<&Sentence> = doc.sentences.iter().filter(|sentence| is_body(doc, sentence)).collect();
    let lead = &body[..body.len().min(LEAD)];
    let what = what(lead.first().copied(), summary);
    // The sentence of the event is asked first.
    let event = body.iter().copied().find(|sentence| Some(sentence.span) == what);
    let rest = lead.iter().copied().filter(|sentence| Some(sentence.span) != what);
    let asked: Vec<&Sentence> = event.into_iter().chain(rest).collect();
    let late = event.is_some_and(|event| lead.iter().all(|sentence| sentence.span != event.span));
    let reasons = event.into_iter().chain(body.iter().copied().take(REASONS));
    Facts {
        who: who(doc, lead, event.or(lead.first().copied()), entities),
        what,
        when: when(doc, marks, &asked, dates, published),
        // Further down, places are of what else is told; before the news, of an anecdote.
        place: place(doc, &asked[..asked.len().min(if late { 1 } else { 2 })], entities),
        why: reasons.take(REASONS + 1).find_map(|sentence| why(doc, marks, sentence.tokens.clone())),
    }
}

fn is_body(doc: &Doc, sentence: &Sentence) -> bool {
    let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
    matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem))
}

/// The sentence that tells the event: the first where the summary has it among its best, else the best of the summary (the
/// first is then an anecdote, or says little).
fn what(first: Option<&Sentence>, summary: &[SummarySentence]) -> Option<Span> {
    let best = summary.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let opening = summary.iter().find(|sentence| first.is_some_and(|first| first.span == sentence.span));
    let better = opening
        .filter(|opening| summary.iter().filter(|other| other.score > opening.score).count() < OPENING_AMONG);
    Some(better.unwrap_or(best).span)
}

/// Those the lead is about: who does what its event tells, then those it names who come again, the most mentioned first.
fn who(doc: &Doc, lead: &[&Sentence], event: Option<&Sentence>, entities: &[Entity]) -> Vec<EntityId> {
    let acts = |entity: &Entity| {
        let inside = |span: Span| event.is_some_and(|event| event.span.contains(span));
        let place = entity.kind == EntityType::Gpe;
        entity.mentions.iter().any(|mention| inside(mention.span) && is_subject(doc, mention.span, place))
    };
    let mut named: Vec<(bool, &Entity)> = entities
        .iter()
        .filter(|entity| {
            let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
            names.take(LEAD).any(|mention| lead.iter().any(|sentence| sentence.span.contains(mention.span)))
        })
        .filter(|entity| entity.mentions.iter().all(|mention| !leads_the_text(doc, mention.span)))
        .map(|entity| (acts(entity), entity))
        .filter(|(acts, entity)| match entity.kind {
            EntityType::Person | EntityType::Org => true,
            // "India has agreed to …"
            EntityType::Gpe => *acts,
            _ => false,
        })
        .collect();
    named.sort_by_key(|(acts, entity)| (Reverse(*acts), Reverse(entity.mentions.len()), entity.id));
    // "the Democratic Party" beside "the Democratic Party of Hale", the paper that was told: neither says more.
    let mut kept: Vec<(bool, &Entity)> = Vec::new();
    for (acts, entity) in named {
        // No more are told; and to compare every name of a list with every other takes the square of its length.
        if kept.len() == MOST_WHO {
            break;
        }
        let known = kept.iter().any(|(_, other)| {
            is_longer_of(&entity.name, &other.name) || is_longer_of(&other.name, &entity.name)
        });
        if !known && (acts || !is_told(doc, entity)) {
            kept.push((acts, entity));
        }
    }
    let mut named = kept;
    // Who is named once, and does nothing there, is by the way.
    let sure = named.iter().filter(|(acts, entity)| *acts || entity.mentions.len() > 1).count();
    named.truncate(sure.clamp(1, MOST_WHO));
    named.into_iter().map(|(_, entity)| entity.id).collect()
}

/// Whether a name begins with all the words of another: "Hale Energy Veldia" and "Hale Energy".
fn is_longer_of(long: &str, short: &str) -> bool {
    long.len() > short.len()
        && short.contains(' ')
        && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// "a source told the Hale Times": an organisation that only hears it.
fn is_told(doc: &Doc, entity: &Entity) -> bool {
    let hears = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let before = at.checked_sub(1).filter(|&before| doc.normal(before) != "the").or(at.checked_sub(2));
        before.is_some_and(|before| matches!(doc.normal(before), "told" | "tells" | "telling"))
    };
    entity.kind == EntityType::Org && entity.mentions.iter().any(|mention| hears(mention.span))
}

/// Whether a name is the subject of the main verb of its sentence, or (but for a place) joined to it; not of one of saying.
fn is_subject(doc: &Doc, span: Span, alone: bool) -> bool {
    let tokens = doc.tokens_in(span);
    tokens.clone().any(|at| {
        let mut at = at;
        for _ in 0..4 {
            let Some(head) = doc.syntax.head(at) else { return false };
            match doc.syntax.relation(at) {
                Relation::NominalSubject | Relation::PassiveSubject => {
                    // "agreed to share" is a deed.
                    let says = |verb: usize| {
                        let does = |at: usize| {
                            doc.syntax.head(at) == Some(verb)
                                && doc.syntax.relation(at) == Relation::OpenComplement
                        };
                        cue::is_plain_saying(doc.normal(verb)) && !(verb + 1..verb + DEED).any(does)
                    };
                    // "India agreed to …, the paper reported": what is said, not who says it.
                    let said = doc.syntax.relation(head) == Relation::ClausalComplement
                        && doc.syntax.head(head).is_some_and(says);
                    return said || doc.syntax.relation(head) == Relation::Root && !says(head);
                }
                Relation::Flat | Relation::Compound if tokens.contains(&head) => at = head,
                Relation::Conjunct | Relation::Apposition if !alone => at = head,
                _ => return false,
            }
        }
        false
    })
}

/// The first day that the reporter tells in these sentences, in their order, and that is not only that of what somebody said;
/// else the first month or year.
fn when(
    doc: &Doc,
    marks: &Marks,
    asked: &[&Sentence],
    dates: &[Date],
    published: Option<civil::Date>,
) -> Option<Span> {
    let is_told = |date: &Date| {
        matches!(date.kind, DateKind::Date | DateKind::Time)
            && (date.value.as_deref().is_some_and(is_calendar) || is_open_day(doc, date))
            && marks.around(doc.token_at(date.span.start as usize)).is_none()
            && is_of_event(doc, doc.token_at(date.span.start as usize))
            && !is_attribute(doc, date)
    };
    let of = |sentence: &Sentence| {
        let from = dates.partition_point(|date| date.span.start < sentence.span.start);
        let inside = dates[from..].iter().take_while(move |date| date.span.end <= sentence.span.end);
        inside.filter(|date| is_told(date)).collect::<Vec<_>>()
    };
    // What a later sentence tells of another year is no news.
    let year = |date: &Date| date.value.as_deref().and_then(|value| value.get(..4)?.parse::<i16>().ok());
    let is_near = |date: &&&Date| {
        published.zip(year(date)).is_none_or(|(published, year)| (year - published.year()).abs() <= 1)
    };
    let found: Vec<Vec<&Date>> = asked.iter().map(|sentence| of(sentence)).collect();
    let is_day = |date: &&&Date| date.value.as_deref().is_none_or(|value| value.len() >= "2025-12-07".len());
    let of_event = |days: &Vec<&Date>| {
        let days: Vec<&&Date> = days.iter().filter(is_day).collect();
        days.iter().find(|date| !is_of_saying(doc, date.span)).or(days.first()).map(|date| date.span)
    };
    let fine =
        found.iter().find_map(|days| of_event(&days.iter().copied().filter(|date| is_near(&date)).collect()));
    let coarse = || found.iter().take(2).flatten().find(is_near).map(|date| date.span);
    fine.or_else(coarse)
}

/// "Monday", "yesterday" of a day that nobody knows, as the article has no day of its own: the words alone answer.
fn is_open_day(doc: &Doc, date: &Date) -> bool {
    let is_near = |at: usize| {
        doc.is(at, WordClass::Weekday)
            || matches!(doc.normal(at), "yesterday" | "today" | "tomorrow" | "tonight")
            || doc.is(at, WordClass::Month) && doc.tokens[at].is_capital()
            || matches!(doc.normal(at), "this" | "last" | "next")
                && matches!(doc.normal(at + 1), "week" | "month")
    };
    date.value.is_none() && doc.tokens_in(date.span).any(is_near)
}

/// "the July 17 polls": a day of no value that only tells which polls.
fn is_attribute(doc: &Doc, date: &Date) -> bool {
    let tokens = doc.tokens_in(date.span);
    date.value.is_none()
        && tokens.clone().any(|at| doc.is(at, WordClass::Month))
        && matches!(doc.syntax.tag(tokens.end).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ)
}

/// Whether a time hangs on a verb of saying: "said on Monday that the ferry sank on Friday".
fn is_of_saying(doc: &Doc, span: Span) -> bool {
    let mut at = doc.token_at(span.start as usize);
    for _ in 0..4 {
        let Some(head) = doc.syntax.head(at) else { return false };
        if doc.syntax.tag(head).upos() == Upos::VERB {
            return cue::is_plain_saying(doc.normal(head));
        }
        at = head;
    }
    false
}

/// "2025-12", not "PAST_REF" nor "P3D".
fn is_calendar(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
}

/// The dateline's place; else the first place in these sentences that something is in, and not only somebody who speaks.
fn place(doc: &Doc, asked: &[&Sentence], entities: &[Entity]) -> Option<EntityId> {
    let mut places: Vec<(Span, EntityId)> = entities
        .iter()
        .filter(|entity| entity.kind.is_place())
        .flat_map(|entity| {
            let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
            names.take(LEAD).map(|mention| (mention.span, entity.id))
        })
        .collect();
    places.sort_unstable();
    let is_dateline = |span: Span| {
        if leads_the_text(doc, span) {
            return true;
        }
        let at = doc.document.blocks.partition_point(|block| block.span.end <= span.start);
        doc.document.blocks.get(at).is_some_and(|block| block.kind == BlockKind::Dateline)
    };
    let stands_in = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let before = (at.saturating_sub(2)..at).rev().find(|at| doc.normal(*at) != "the");
        let preposition = before.map_or("", |before| doc.normal(before));
        // "the highest in the world outside Veldia": what is left out.
        let left_out = preposition == "outside" && doc.normal(at.saturating_sub(2)) == "world";
        asked.iter().any(|sentence| sentence.span.contains(span))
            && !left_out
            && word_class::is(preposition, WordClass::BeforeScene)
            && !speaks_there(doc, at)
            && !is_behind_it(doc, at)
            && is_of_event(doc, at)
    };
    let found = places.iter().find(|(span, _)| is_dateline(*span));
    let in_order = asked.iter().find_map(|sentence| {
        places.iter().find(|(span, _)| sentence.span.contains(*span) && stands_in(*span))
    });
    let of_subject = || place_of_subject(doc, asked.first()?, &places, entities);
    found.or(in_order).map(|(_, id)| *id).or_else(of_subject).or_else(|| place_of_all(doc, entities))
}

/// "Doha: The network said": a place before the colon with which the text begins.
fn leads_the_text(doc: &Doc, span: Span) -> bool {
    let first = doc.sentences.iter().find(|sentence| is_body(doc, sentence));
    first.is_some_and(|first| first.span.start == span.start) && doc.normal(doc.tokens_in(span).end) == ":"
}

/// "because of the war in Veldia", "since the quake in Hale": where what lies behind the event happened.
fn is_behind_it(doc: &Doc, place: usize) -> bool {
    let mut at = place;
    for _ in 0..3 {
        let Some(head) = doc.syntax.head(at) else { return false };
        if doc.syntax.tag(head).upos() != Upos::NOUN {
            return false;
        }
        let case = (head.saturating_sub(4)..head).rev().find(|&at| doc.syntax.tag(at).upos() == Upos::ADP);
        let case = case.filter(|&case| (case + 1..head).all(|at| doc.syntax.tag(at).upos() != Upos::VERB));
        let behind = |case: usize| match doc.normal(case) {
            "by" | "since" | "amid" | "after" | "despite" => true,
            "of" => doc.normal(case.wrapping_sub(1)) == "because",
            "to" => matches!(doc.normal(case.wrapping_sub(1)), "due" | "owing" | "thanks"),
            _ => false,
        };
        if head < place && case.is_some_and(behind) {
            return true;
        }
        at = head;
    }
    false
}

/// The only place of the event's sentence, where it belongs to its subject: "the mayor of Hale", "Hale’s council", "in the
/// centre of Hale".
fn place_of_subject(
    doc: &Doc,
    event: &Sentence,
    places: &[(Span, EntityId)],
    entities: &[Entity],
) -> Option<EntityId> {
    let mut inside = places.iter().filter(|(span, _)| event.span.contains(*span));
    let &(span, id) = inside.next()?;
    let at = doc.token_at(span.start as usize);
    let tokens = doc.tokens_in(span);
    let preposition =
        (at.saturating_sub(2)..at).rev().find(|&at| doc.normal(at) != "the").map_or("", |at| doc.normal(at));
    let owns = doc.syntax.tag(tokens.end) == Tag::Genitive || preposition == "of";
    let before = |at: usize| doc.syntax.tag(at).upos() == Upos::NOUN && !doc.tokens[at].is_capital();
    let joined = doc.syntax.relation(tokens.end - 1) == Relation::Compound && before(tokens.end);
    let name = entities.iter().find(|entity| entity.id == id)?.name.to_lowercase();
    let known = Lexicon::get().phrase(&name).is_some_and(|facts| facts.kind().is_gpe());
    let alone = inside.all(|(_, other)| *other == id);
    ((owns || joined) && known && alone && is_of_event(doc, at) && !speaks_there(doc, at)).then_some(id)
}

/// The place that the whole article is in: named far more than any other, and somewhere as what something is in.
fn place_of_all(doc: &Doc, entities: &[Entity]) -> Option<EntityId> {
    let mut places: Vec<(usize, &Entity)> = entities
        .iter()
        .filter(|entity| entity.kind.is_place())
        .map(|entity| (entity.mentions.len(), entity))
        .collect();
    places.sort_by_key(|(times, entity)| (Reverse(*times), entity.id));
    let &(times, first) = places.first()?;
    let next = places.get(1).map_or(0, |(times, _)| *times);
    let is_scene = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let end = doc.tokens_in(span).end;
        let before = at.checked_sub(1).filter(|&before| doc.normal(before) != "the").or(at.checked_sub(2));
        before.is_some_and(|before| doc.is(before, WordClass::BeforeScene))
            // "on Hale land", "in Hale hospital"
            && !matches!(doc.syntax.tag(end).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ)
    };
    let far = times >= OFTEN && times > next || times == 2 && next < 2 && places.len() < OFTEN;
    let named = |kind: MentionKind| kind == MentionKind::Name;
    let told = first.mentions.iter().any(|mention| named(mention.kind) && is_scene(mention.span));
    // What no gazetteer has may be no place at all.
    let known = Lexicon::get().phrase(&first.name.to_lowercase()).is_some_and(|facts| facts.kind().is_gpe());
    (far && told && known).then_some(first.id)
}

/// "Speaking in Geneva, the minister said": where somebody speaks is not where it happened.
fn speaks_there(doc: &Doc, place: usize) -> bool {
    let mut at = place;
    for _ in 0..4 {
        let Some(head) = doc.syntax.head(at) else { return false };
        if doc.syntax.tag(head).upos() == Upos::VERB {
            return doc.is(head, WordClass::SpeakingForm);
        }
        at = head;
    }
    false
}

/// "because the pumps failed", "over pay", "after cracks were found": the words to the end of their clause, in the
/// reporter's voice, where they belong to what the sentence tells and not to an aside in it.
fn why(doc: &Doc, marks: &Marks, sentence: Range<usize>) -> Option<Span> {
    let is_given =
        |at: usize| marks.around(at).is_none() && gives_reason(doc, &sentence, at) && is_of_event(doc, at);
    let start = sentence
        .clone()
        .skip(1)
        .find(|at| is_given(*at))
        .or_else(|| Some(sentence.start).filter(|at| is_given(*at)))?;
    let end = (start + 1..sentence.end)
        .find(|at| matches!(class(doc, *at, false), Class::Comma | Class::Break | Class::Aside))
        .unwrap_or(sentence.end);
    let end = end
        - usize::from(
            end > start && doc.tokens.get(end - 1).is_some_and(|t| !t.is_word() && doc.word(end - 1) == "."),
        );
    let quoted = (start..end).any(|at| marks.around(at).is_some());
    (end > start + 1 && !quoted).then(|| doc.span(start..end))
}

/// Whether the words hang on the main clause of their sentence, or on what its verb of saying reports: not in "who resigned
/// because …".
fn is_of_event(doc: &Doc, at: usize) -> bool {
    let mut at = at;
    for _ in 0..8 {
        if matches!(
            doc.syntax.relation(at),
            Relation::RelativeClause | Relation::Clause | Relation::AdverbialRelative | Relation::Apposition
        ) {
            return false;
        }
        match doc.syntax.head(at) {
            Some(head) => at = head,
            None => return true,
        }
    }
    false
}

fn gives_reason(doc: &Doc, sentence: &Range<usize>, at: usize) -> bool {
    let normal = |at| doc.normal(at);
    // The verb that the words hang on.
    let governor = || {
        let mut word = at;
        (0..4).find_map(|_| {
            word = doc.syntax.head(word)?;
            let before = word < at && sentence.contains(&word);
            (before && doc.syntax.tag(word).upos() == Upos::VERB).then_some(word)
        })
    };
    let reacts = |list: WordClass| {
        governor().is_some_and(|verb| doc.is(verb, list))
            || at.checked_sub(1).is_some_and(|before| sentence.contains(&before) && doc.is(before, list))
    };
    let outside = || {
        (at + 1..(at + 4).min(sentence.end)).any(|at| {
            doc.is(at, WordClass::OutsideReason)
                || doc.tokens[at].kind == TokenKind::Number
                || doc.is(at, WordClass::Cardinal)
        })
    };
    match normal(at) {
        "because" => !matches!(normal(at.wrapping_sub(1)), "just" | "simply" | "not" | "only" | "partly"),
        "due" => {
            normal(at + 1) == "to"
                && doc.syntax.tag(at + 2).verb_form() != Some(VerbForm::Base)
                && !matches!(normal(at.wrapping_sub(1)), "is" | "are" | "was" | "were" | "be" | "been")
        }
        "over" => reacts(WordClass::OverReason) && !outside() && doc.syntax.tag(at) == Tag::Preposition,
        // "after talks failed", but not "after four months" nor "after a match"
        "after" => reacts(WordClass::AfterReason) && tells(doc, sentence, at) && !outside(),
        "following" => reacts(WordClass::AfterReason) && !outside(),
        // "fined for driving", "praised for her work"
        "for" => {
            let verb = |at: usize| doc.syntax.tag(at).verb_form() == Some(VerbForm::Ing);
            reacts(WordClass::ForReason)
                && (verb(at + 1) || verb(at + 2) && doc.syntax.tag(at + 1) == Tag::Adverb)
        }
        "caused" => normal(at + 1) == "by" && doc.syntax.tag(at).verb_form() == Some(VerbForm::Participle),
        "to" => {
            // "walked out to protest against cuts"
            normal(at + 1) == "protest" && doc.syntax.tag(at + 1).upos() == Upos::VERB
        }
        _ => doc.phrase(at, WordClass::ReasonOpener).is_some(),
    }
}

/// Whether "after" opens a clause with a verb of the past of its own.
fn tells(doc: &Doc, sentence: &Range<usize>, after: usize) -> bool {
    let Some(verb) = doc.syntax.head(after).filter(|verb| *verb > after && sentence.contains(verb)) else {
        return false;
    };
    let commas = (after..verb).any(|at| doc.normal(at) == ",");
    let past = (after + 1..=verb).any(|at| {
        doc.syntax.tag(at).verb_form() == Some(VerbForm::Past)
            && (at == verb || doc.syntax.head(at) == Some(verb))
    });
    past && !commas
}
