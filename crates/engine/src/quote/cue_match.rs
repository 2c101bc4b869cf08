//! Finds who says something in a unit: each cue with its source, and the side on which its words stand.

use std::ops::Range;

use analysis::{Polarity, QuoteKind};

use super::clause::{Clause, Next, Subject};
use super::cue::{self, CLAUSE, Form, HEARER, LABEL, MARKS_ONLY, THOUGHT, Valency};
use super::polarity::{self, Standing};
use super::words::{Class, is_plural};
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// A cue and its source. All places are items of the unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CueMatch {
    pub cue: Range<usize>,
    pub takes: Valency,
    pub source: Option<Range<usize>>,
    pub how: SourceEvidence,
    /// Where source and cue begin and end together.
    pub span: Range<usize>,
    pub side: ContentSide,
    /// What follows the cue.
    pub next: Next,
    /// What the text makes of the saying.
    pub standing: Standing,
}

impl CueMatch {
    /// Whether the text says that a quote of this kind was said.
    pub fn polarity(&self, clause: Clause, kind: QuoteKind) -> Polarity {
        // “It is a lie,” she denied. She denied the charge as “nonsense”. The words are hers.
        let as_marks = matches!(self.next, Next::Marks(at) if at > 0 && clause.normal(at - 1) == "as");
        let own = clause.is(self.cue.start, WordClass::DenialWord)
            && (kind == QuoteKind::Direct || kind == QuoteKind::Mixed && as_marks);
        match self.standing {
            // "has not said whether it will close"
            Standing::Told(Polarity::Negative) if self.asks(clause) => Polarity::Uncertain,
            Standing::Told(polarity) if !own => polarity,
            _ => Polarity::Positive,
        }
    }

    /// Whether an indirect question follows the cue.
    fn asks(&self, clause: Clause) -> bool {
        matches!(self.next, Next::Words(at) if matches!(clause.normal(at), "whether" | "if" | "when" | "how" | "what" | "why"))
    }

    /// What the text makes of the saying of a verb or noun; a phrase or a label tells that it was said.
    fn judged(mut self, clause: Clause) -> CueMatch {
        let says = clause.cue(self.cue.start).is_some() || clause.is(self.cue.start, WordClass::SayingNoun);
        if says
            && !matches!(self.how, SourceEvidence::Phrase | SourceEvidence::Label)
            && let Some(item) = clause.items.get(self.cue.start)
        {
            self.standing = polarity::standing(clause.doc, clause.tree, item.tokens.start);
        }
        self
    }
}

/// Said, as far as nothing tells otherwise.
const TOLD: Standing = Standing::Told(Polarity::Positive);

/// How the source was found; the reason a reader is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceEvidence {
    Subject,
    /// "said Tarn"
    Inverted,
    /// The subject of the verb that this one is joined to.
    Shared,
    /// "by Tarn"
    Agent,
    /// "according to Tarn", "in Tarn’s view"
    Phrase,
    /// "Tarn’s claim that"
    Owner,
    /// "Tarn: …"
    Label,
    /// Nobody is named.
    Nobody,
}

/// Where the words stand that a cue reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentSide {
    After,
    Before,
    Both,
}

/// Every cue match of a unit, in the order of their cues.
pub(crate) fn cue_matches(clause: Clause) -> Vec<CueMatch> {
    let mut out: Vec<CueMatch> = Vec::new();
    let mut at = 0;
    while at < clause.items.len() {
        if clause.is_quote(at) {
            at += 1;
            continue;
        }
        let found = according(clause, at)
            .or_else(|| in_view(clause, at))
            .or_else(|| paper(clause, at))
            .or_else(|| verb(clause, at, &out))
            .or_else(|| noun(clause, at))
            .or_else(|| label(clause, at));
        at = found.as_ref().map_or(at + 1, |cue_match| cue_match.cue.end.max(at + 1));
        out.extend(found.map(|cue_match| cue_match.judged(clause)));
    }
    out
}

fn verb(clause: Clause, at: usize, before: &[CueMatch]) -> Option<CueMatch> {
    let mut verb = particle_verb(clause, at).or_else(|| clause.cue(at))?;
    if clause.class(at) == Class::Name && at > 0 || clause.normal(at) == "regarding" {
        return None;
    }
    // "The paper quoted Tarn as saying": what he said is reported by "saying".
    if clause.is(at, WordClass::QuotingVerb) && quoted_as(clause, at).is_some() {
        return None;
    }
    if let Some(quoted) = quoted_source(clause, at, verb) {
        let next = colon(clause, at + 1).unwrap_or_else(|| clause.next(at + 1, verb.takes));
        let (how, span) = (SourceEvidence::Subject, quoted.start..at + 1);
        let side = side(clause, &span, next, how);
        let source = Some(quoted);
        return Some(CueMatch {
            cue: at..at + 1,
            takes: verb.takes,
            source,
            how,
            span,
            side,
            next,
            standing: TOLD,
        });
    }
    let mut cue_end = at + 1;
    if verb.lemma.contains(' ') {
        cue_end = at + 2;
    }
    if clause.class(at + 1) == Class::Preposition
        && matches!(
            (verb.lemma, clause.normal(at + 1)),
            ("call", "for" | "on" | "out") | ("refer", "to") | ("respond" | "reply", "to")
        )
        && !clause.is_quote(at + 1)
    {
        cue_end = at + 2;
        if verb.lemma == "call" {
            verb.takes = cue::of(&[cue::THING]);
        }
    }
    if !clause.acts(at, verb) {
        return None;
    }
    let chain = clause.chain_start(at);
    let passive = matches!(verb.form, Form::Past | Form::Participle) && clause.is_passive(chain, at);
    let by_next = matches!(verb.form, Form::Past | Form::Participle) && clause.normal(cue_end) == "by";
    if passive || by_next {
        return agent(clause, at, cue_end, chain, verb);
    }
    if let Some(cue_match) = inverted(clause, at, cue_end, chain, verb) {
        return Some(cue_match);
    }
    // ", saying": whoever the sentence is about, never what stands last before the comma.
    let hangs = verb.form == Form::Ing
        && chain == at
        && at > 0
        && !clause.is_quote(at - 1)
        && clause.class(at - 1) == Class::Comma;
    let subject = if hangs { Subject::Shared } else { clause.subject(chain) };
    let (source, how) = match subject {
        Subject::Phrase(phrase) if verb.form == Form::Ing && chain == at => {
            let issuer = issuer(clause, &phrase);
            let how = if issuer.is_some() { SourceEvidence::Shared } else { SourceEvidence::Subject };
            (issuer.or(Some(phrase)), how)
        }
        Subject::Phrase(phrase) => {
            (Some(issued_by(clause, &phrase, chain).unwrap_or(phrase)), SourceEvidence::Subject)
        }
        _ if verb.form == Form::Ing || clause.normal(chain) == "having" || is_shared(clause, chain) => {
            shared(clause, chain, verb, before)?
        }
        _ => return None,
    };
    let next = colon(clause, cue_end).unwrap_or_else(|| clause.next(cue_end, verb.takes));
    let start =
        source.as_ref().filter(|_| how == SourceEvidence::Subject).map_or(chain, |s| s.start.min(chain));
    let span = start..cue_end;
    let side = match next {
        // “We sank” is how Tarn put it.
        Next::End if verb.lemma == "put it" => ContentSide::Before,
        _ => side(clause, &span, next, how),
    };
    Some(CueMatch { cue: at..cue_end, takes: verb.takes, source, how, span, side, next, standing: TOLD })
}

/// The "as" of "quoted Tarn as saying" behind the verb at `at`.
fn quoted_as(clause: Clause, at: usize) -> Option<usize> {
    let limit = clause.items.len().min(at + 24);
    (at + 1..limit)
        .take_while(|&i| !clause.is_quote(i) && clause.class(i) != Class::Break)
        .find(|&i| clause.normal(i) == "as" && clause.cue(i + 1).is_some_and(|verb| verb.form == Form::Ing))
}

/// Who is quoted by "quoted Tarn as saying", "Tarn was quoted as saying": not whoever quotes.
fn quoted_source(clause: Clause, at: usize, verb: cue::Verb) -> Option<Range<usize>> {
    let behind = at > 1 && verb.form == Form::Ing && clause.normal(at - 1) == "as";
    if !behind {
        return None;
    }
    let quoting = (at.saturating_sub(24)..at - 1).rev().find(|&i| clause.is(i, WordClass::QuotingVerb))?;
    let chain = clause.chain_start(quoting);
    if clause.is_passive(chain, quoting) {
        return match clause.subject(chain) {
            Subject::Phrase(phrase) => Some(phrase),
            // “It is over,” Tarn was quoted as saying.
            _ => None,
        };
    }
    let end = clause.phrase_end(quoting + 1);
    (end > quoting + 1 && end < at).then_some(quoting + 1..end)
}

/// "Tarn sent her a message reading: “…”"
fn paper(clause: Clause, at: usize) -> Option<CueMatch> {
    let reads = at > 1 && clause.normal(at) == "reading" && clause.is(at - 1, WordClass::IssuedPaper);
    let marks = [at + 1, at + 2].into_iter().find(|&i| clause.is_quote(i)).filter(|_| reads)?;
    let source = near_subject(clause, 0, at - 1)?;
    Some(CueMatch {
        cue: at..at + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Shared,
        span: at..at + 1,
        side: ContentSide::After,
        next: Next::Marks(marks),
        standing: TOLD,
    })
}

/// Whose word a paper is: Tarn's in "Tarn issued a statement saying", "Tarn sent a letter to supporters saying".
fn issuer(clause: Clause, phrase: &Range<usize>) -> Option<Range<usize>> {
    let mut head =
        phrase.clone().take_while(|&i| clause.class(i) != Class::Preposition || clause.normal(i) == "of");
    let paper = head.any(|i| clause.is(i, WordClass::IssuedPaper));
    let verb = phrase.start.checked_sub(1)?;
    let object = matches!(clause.class(verb), Class::Verb | Class::Ing) && !clause.is_quote(verb);
    if !object || !paper {
        return None;
    }
    match clause.subject(clause.chain_start(verb)) {
        Subject::Phrase(phrase) => Some(phrase),
        _ => near_subject(clause, 0, verb),
    }
}

/// The issuer in "a statement issued by the port on behalf of its master said".
fn issued_by(clause: Clause, phrase: &Range<usize>, chain: usize) -> Option<Range<usize>> {
    let last = phrase.end.checked_sub(1)?;
    let by = phrase.end + 1;
    let issued = clause.is(last, WordClass::IssuedPaper)
        && clause.class(phrase.end) == Class::Verb
        && clause.normal(by) == "by";
    let end = clause.phrase_end(by + 1);
    (issued && end > by + 1 && end <= chain).then_some(by + 1..end)
}

/// The marks in "put it this way: “…”", "offered this advice: “…”".
fn colon(clause: Clause, from: usize) -> Option<Next> {
    let limit = clause.items.len().min(from + 7);
    let stop = (from..limit).find(|&i| clause.is_quote(i) || clause.class(i) == Class::Break)?;
    (clause.normal(stop) == ":" && clause.is_quote(stop + 1)).then_some(Next::Marks(stop + 1))
}

/// "put it", "went on": verbs of saying only with their particle.
fn particle_verb(clause: Clause, at: usize) -> Option<cue::Verb> {
    if !clause.is(at, WordClass::OpensPhrasal) {
        return None;
    }
    cue::verb(&format!("{} {}", clause.normal(at), clause.normal(at + 1)))
}

/// Joined to a verb before: "and believed", ", then added", "to say".
fn is_shared(clause: Clause, chain: usize) -> bool {
    chain > 0
        && !clause.is_quote(chain - 1)
        && (clause.class(chain - 1) == Class::Conjunction
            || clause.normal(chain - 1) == "to"
            || clause.class(chain - 1) == Class::Comma)
}

/// The source of the cue match before, or the subject of a verb nearby, or of the unit.
fn shared(
    clause: Clause,
    chain: usize,
    verb: cue::Verb,
    before: &[CueMatch],
) -> Option<(Option<Range<usize>>, SourceEvidence)> {
    let last = before
        .iter()
        .rev()
        .find(|cue_match| cue_match.source.is_some() && cue_match.how != SourceEvidence::Phrase);
    let from = last.map_or(0, |cue_match| cue_match.cue.end);
    let near = near_subject(clause, from, chain);
    let pronoun = near.clone().filter(|s| clause.class(s.start) == Class::Subject);
    let after_preposition = chain > 0 && clause.class(chain - 1) == Class::Preposition;
    let source = match last {
        // "Tarn said that she hopes so but said": Tarn.
        Some(cue_match) => parallel(clause, chain, verb, before).or(pronoun).or(cue_match.source.clone()),
        None if after_preposition && near.is_some() => near,
        None => alone(clause, chain),
    };
    source.map(|source| (Some(source), SourceEvidence::Shared))
}

/// The source of an earlier saying that this one stands beside, and not within what it reports: "said that …, but
/// said", "told them that …, saying". In "Tarn said … after she attacked Ruiz and blamed" it is she who blamed.
fn parallel(clause: Clause, chain: usize, verb: cue::Verb, before: &[CueMatch]) -> Option<Range<usize>> {
    let lemma = |cue_match: &CueMatch| clause.cue(cue_match.cue.start).map(|verb| verb.lemma);
    let joined = chain.checked_sub(1).map(|before| clause.class(before));
    let hangs = joined == Some(Class::Comma) && verb.form == Form::Ing;
    let said = before.iter().rev().find(|cue_match| {
        clause.is(cue_match.cue.start, WordClass::PlainSaying) && matches!(cue_match.next, Next::That(_))
    })?;
    let beside =
        hangs && verb.lemma == "say" || joined == Some(Class::Conjunction) && lemma(said) == Some(verb.lemma);
    said.source.clone().filter(|_| beside)
}

/// Whose a participle is, or a verb joined to no other cue.
fn alone(clause: Clause, chain: usize) -> Option<Range<usize>> {
    let led = |at: usize| matches!(clause.class(at), Class::Ing | Class::Preposition);
    // "After saying she was “tired”, Tarn left": the sentence's own subject stands behind the comma.
    if chain <= 1 && led(0) {
        let comma =
            (chain..clause.items.len()).find(|&i| clause.is_quote(i) || clause.class(i) == Class::Comma);
        if let Some(subject) = comma.and_then(|comma| clause.main_subject(comma + 1)) {
            return Some(subject);
        }
    }
    // "Tarn, despite admitting that he was late, signed"
    if chain > 1 && clause.class(chain - 1) == Class::Preposition && clause.class(chain - 2) == Class::Comma {
        return match clause.subject(chain - 1) {
            Subject::Phrase(phrase) => Some(phrase),
            _ => None,
        };
    }
    clause.main_subject(0).filter(|subject| subject.end <= chain || led(0))
}

/// The subject of the last verb between two places.
fn near_subject(clause: Clause, from: usize, to: usize) -> Option<Range<usize>> {
    let floor = from.max(to.saturating_sub(24));
    let verbs = (floor..to).rev().filter(|&i| matches!(clause.class(i), Class::Verb | Class::Auxiliary));
    verbs.take(3).find_map(|verb| match clause.subject(clause.chain_start(verb)) {
        Subject::Phrase(phrase) if phrase.start >= from => Some(phrase),
        _ => None,
    })
}

/// “…,” said Tarn; Said Tarn: “…”; The boat sank, said Tarn.
fn inverted(clause: Clause, at: usize, cue_end: usize, chain: usize, verb: cue::Verb) -> Option<CueMatch> {
    if !verb.takes.any(CLAUSE | MARKS_ONLY) || matches!(verb.form, Form::Ing | Form::Participle) {
        return None;
    }
    // Behind these stands whoever hears it, and nobody else.
    if matches!(verb.lemma, "tell" | "inform" | "notify" | "assure" | "brief") {
        return None;
    }
    let marks_before = chain > 0
        && (clause.is_quote(chain - 1)
            || chain > 1 && clause.class(chain - 1) == Class::Comma && clause.is_quote(chain - 2));
    let comma_before = chain > 0 && clause.class(chain - 1) == Class::Comma && !marks_before;
    let opens = chain == 0;
    if !(marks_before || comma_before || opens) {
        return None;
    }
    let mut start = cue_end;
    while clause.class(start) == Class::Adverb && !clause.is_quote(start) {
        start += 1;
    }
    if !clause.class(start).opens_phrase() || clause.is_quote(start) {
        return None;
    }
    let end = clause.phrase_end(start);
    if end == start {
        return None;
    }
    // “No,” said Tarn. — but not: Tarn, the harbour master, said the boat sank.
    let follows = clause.next(end, cue::of(&[CLAUSE]));
    let stops = matches!(
        clause.class(end),
        Class::Comma
            | Class::Break
            | Class::Aside
            | Class::Preposition
            | Class::Time
            | Class::Adverb
            | Class::Subordinator
            | Class::Relative
    ) || end >= clause.items.len()
        || clause.is_quote(end)
        || clause.class(end) == Class::Ing;
    let tail = stops && matches!(follows, Next::End | Next::Comma(_) | Next::Marks(_));
    // "Tarn, citing “a rule,” said the mayor could stay"
    let own_verb = matches!(clause.class(end), Class::Verb | Class::Auxiliary) && !clause.is_quote(end);
    if own_verb || !(marks_before || tail) {
        return None;
    }
    // "Tarn, who led the inquiry, asked Pell: “…”" has its subject before the commas; "In other words, explained
    // Tarn: “…”" has none there.
    let introduced = matches!(follows, Next::Marks(_))
        && clause.class(start) == Class::Name
        && !clause.has_subject(chain.saturating_sub(1));
    // "The boat, said Tarn, needs paint": set off by two commas, with the verb of the claim behind.
    let set_off = comma_before
        && clause.class(end) == Class::Comma
        && !clause.is_quote(end + 1)
        && clause.is(at, WordClass::PlainSaying)
        && (end + 1..clause.items.len().min(end + 4))
            .any(|i| matches!(clause.class(i), Class::Verb | Class::Auxiliary))
        && clause.has_subject(chain - 1);
    if set_off && !clause.has_main_clause(chain - 1) {
        return Some(CueMatch {
            cue: at..cue_end,
            takes: verb.takes,
            source: Some(start..end),
            how: SourceEvidence::Inverted,
            span: chain..end,
            side: ContentSide::Both,
            next: Next::Comma(end),
            standing: TOLD,
        });
    }
    if comma_before && !introduced && !clause.has_main_clause(chain - 1) {
        return None;
    }
    let next = match after_role(clause, end) {
        Some(marks) => Next::Marks(marks),
        None if matches!(follows, Next::Marks(_)) => follows,
        None => Next::End,
    };
    let side = match (opens, next) {
        (true, _) => ContentSide::After,
        (_, Next::Marks(_)) => ContentSide::Both,
        _ => ContentSide::Before,
    };
    Some(CueMatch {
        cue: at..cue_end,
        takes: verb.takes,
        source: Some(start..end),
        how: SourceEvidence::Inverted,
        span: chain..end,
        side,
        next,
        standing: TOLD,
    })
}

/// After “…,” said Tarn, head of finance at Dunmore, “…”: where marks open again behind the role.
fn after_role(clause: Clause, from: usize) -> Option<usize> {
    let limit = clause.items.len().min(from + 40);
    let marks = (from..limit).find(|&i| clause.is_quote(i))?;
    let before = marks.checked_sub(1)?;
    let set_off = matches!(clause.class(before), Class::Comma | Class::Aside) || clause.normal(before) == ":";
    // A cue in between has words of its own.
    let own = (from..marks)
        .any(|i| clause.cue(i).is_some_and(|v| v.takes.any(CLAUSE | LABEL) && v.form != Form::Base));
    (set_off && !own).then_some(marks)
}

/// "was described by Tarn as", "it is said that".
fn agent(clause: Clause, at: usize, cue_end: usize, chain: usize, verb: cue::Verb) -> Option<CueMatch> {
    let limit = clause.items.len().min(cue_end + 16);
    let by = (cue_end..limit)
        .take_while(|&i| !matches!(clause.class(i), Class::Break | Class::That))
        .find(|&i| clause.normal(i) == "by" && clause.class(i + 1) != Class::Ing && !clause.is_quote(i + 1));
    let source = by.map(|by| by + 1..clause.phrase_end(by + 1)).filter(|s| !s.is_empty());
    let (how, end) = match &source {
        Some(source) => (SourceEvidence::Agent, if by == Some(cue_end) { source.end } else { cue_end }),
        None => (SourceEvidence::Nobody, cue_end),
    };
    // Somebody who is told or asked is not the one who speaks; a label without a source is a name.
    if source.is_none() && (verb.takes.any(LABEL | THOUGHT) || chain == at && verb.takes.any(HEARER)) {
        return None;
    }
    let span = chain..end;
    let next = clause.next(end, verb.takes);
    let side = if matches!(next, Next::End | Next::Comma(_)) && (chain > 0 && touches_marks(clause, chain)) {
        ContentSide::Before
    } else {
        ContentSide::After
    };
    Some(CueMatch { cue: at..cue_end, takes: verb.takes, source, how, span, side, next, standing: TOLD })
}

fn according(clause: Clause, at: usize) -> Option<CueMatch> {
    if clause.normal(at) != "according" || clause.normal(at + 1) != "to" {
        return None;
    }
    // "according to court filings": a noun, whatever else the word may be.
    let verbal = clause.class(at + 2) == Class::Verb;
    let end = clause.phrase_end(at + 2 + usize::from(verbal)).max(at + 2 + usize::from(verbal));
    let source = (end > at + 2).then_some(at + 2..end)?;
    let opens = at == 0 || (at == 1 && clause.class(0) == Class::Conjunction);
    let comma = (end..clause.items.len().min(end + 30)).find(|&i| clause.class(i) == Class::Comma);
    let span = at..end;
    let set_off = at > 0 && clause.class(at - 1) == Class::Comma;
    // "given out according to age": a measure, and nobody who speaks.
    let bare = end == at + 3 && clause.class(at + 2) == Class::Noun && !is_plural(clause.normal(at + 2));
    if bare && !set_off && !opens && !touches_marks(clause, at) {
        return None;
    }
    // "The fire, according to Tarn, began in the hold." "By May, according to Tarn, the port had closed."
    if let Some(first) = comma.filter(|_| set_off) {
        let mut close = first;
        if clause.class(first + 1) != Class::Conjunction {
            close = after_apposition(clause, first) - 1;
        }
        let behind = close + 1;
        let goes_on = behind < clause.items.len()
            && (clause.is_quote(behind)
                || matches!(clause.class(behind), Class::Preposition | Class::Conjunction)
                || clause.class(behind) != Class::Break && clause.has_verb(behind..clause.items.len()));
        let only_led = !clause.has_subject(at - 1)
            || matches!(clause.class(0), Class::Preposition | Class::Adverb | Class::Time)
                && !clause.has_main_clause(at - 1)
                && !(0..at - 1)
                    .any(|i| matches!(clause.class(i), Class::Comma | Class::Verb | Class::Auxiliary));
        let (side, next) = match (goes_on, only_led) {
            (true, true) if !clause.is_quote(behind) => (ContentSide::After, Next::That(behind)),
            (true, _) => (ContentSide::Both, Next::Comma(close)),
            (false, _) => (ContentSide::Before, Next::End),
        };
        return Some(CueMatch {
            cue: at..at + 2,
            takes: cue::of(&[CLAUSE]),
            source: Some(source),
            how: SourceEvidence::Phrase,
            span: at..close,
            side,
            next,
            standing: TOLD,
        });
    }
    let (side, next) = match comma.filter(|_| opens) {
        // The comma may belong to a role: "According to Tarn, the harbour master, the boat sank".
        Some(first) => (ContentSide::After, Next::That(after_apposition(clause, first))),
        None => (ContentSide::Before, Next::End),
    };
    Some(CueMatch {
        cue: at..at + 2,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Phrase,
        span,
        side,
        next,
        standing: TOLD,
    })
}

/// Where the sentence begins after a comma, and after a role set off by commas if no verb stands in it.
fn after_apposition(clause: Clause, comma: usize) -> usize {
    let close = (comma + 1..clause.items.len().min(comma + 16))
        .find(|&i| clause.class(i) == Class::Comma || clause.is_quote(i));
    match close {
        Some(close)
            if !clause.is_quote(close)
                && !clause.has_verb(comma + 1..close)
                && clause.has_verb(close + 1..clause.items.len()) =>
        {
            close + 1
        }
        _ => comma + 1,
    }
}

/// "in Tarn’s view", "in the words of Tarn".
fn in_view(clause: Clause, at: usize) -> Option<CueMatch> {
    if clause.normal(at) != "in" {
        return None;
    }
    let is_view = |i: usize| {
        matches!(
            clause.normal(i),
            "view" | "words" | "opinion" | "telling" | "estimation" | "judgment" | "judgement" | "eyes"
        )
    };
    let noun = (at + 2..clause.items.len().min(at + 9)).find(|&i| is_view(i))?;
    let (source, end) = if clause.class(noun - 1) == Class::Possessive {
        (at + 1..noun - 1, noun + 1)
    } else if noun == at + 2 && matches!(clause.normal(at + 1), "his" | "her" | "their" | "my" | "our") {
        (at + 1..at + 2, noun + 1)
    } else if clause.normal(noun + 1) == "of" {
        let end = clause.phrase_end(noun + 2);
        (noun + 2..end, end)
    } else {
        return None;
    };
    if source.is_empty() {
        return None;
    }
    let opens = at == 0 || (at == 1 && clause.class(0) == Class::Conjunction);
    let comma = clause.class(end) == Class::Comma;
    let side = if opens || clause.is_quote(end) || clause.is_quote(end + 1) {
        ContentSide::After
    } else {
        ContentSide::Before
    };
    let next = if opens && comma { Next::That(end + 1) } else { Next::End };
    Some(CueMatch {
        cue: at..noun + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Phrase,
        span: at..end,
        side,
        next,
        standing: TOLD,
    })
}

/// "Tarn’s claim that", "her warning: “…”".
fn noun(clause: Clause, at: usize) -> Option<CueMatch> {
    if at == 0 || !clause.is(at, WordClass::SayingNoun) || clause.class(at) == Class::Name {
        return None;
    }
    // "Tarn called the verdict “a farce”": no verdict of hers.
    let labelled = clause.is_quote(at + 1)
        && clause
            .governor(at)
            .is_some_and(|verb| cue::verb(clause.doc.normal(verb)).is_some_and(|verb| verb.takes.any(LABEL)));
    if labelled {
        return None;
    }
    // "a warning from Tarn that"
    let giver = matches!(clause.normal(at + 1), "from" | "by").then(|| at + 2..clause.phrase_end(at + 2));
    let giver = giver.filter(|giver| !giver.is_empty());
    let next = match clause.class(at + 1) {
        _ if clause.is_quote(at + 1) => Next::Marks(at + 1),
        _ if giver.is_some() => match clause.next(giver.as_ref().map_or(at, |g| g.end), cue::of(&[CLAUSE])) {
            next @ (Next::That(_) | Next::Marks(_)) => next,
            _ => return None,
        },
        Class::That => Next::That(at + 2),
        Class::Break if clause.normal(at + 1) == ":" => clause.next(at + 1, cue::of(&[CLAUSE])),
        Class::Preposition
            if clause.normal(at + 1) == "to"
                && matches!(clause.class(at + 2), Class::Noun | Class::Auxiliary) =>
        {
            Next::Deed(at + 1)
        }
        _ => return None,
    };
    // The owner stands before, with an adjective between at most: in "his refusal to use the words" they are not his.
    if clause.normal(at + 1) == ":" && answerer(clause, at).is_some() {
        return None;
    }
    let owner = (at.saturating_sub(2)..at)
        .rev()
        .find(|&i| clause.class(i) == Class::Possessive || is_owner(clause, i));
    let from_giver = giver.is_some();
    let source = match owner {
        _ if from_giver => giver,
        Some(own) if is_owner(clause, own) => Some(own..own + 1),
        Some(own) => clause.owner(own),
        // "Tarn made a comment: “…”", but "Tarn refused to use the words “…”": words as words.
        None if matches!(next, Next::Marks(_)) && clause.normal(at) != "words" => near_subject(clause, 0, at),
        None => None,
    }?;
    let start = if owner.is_some() && !from_giver { source.start } else { at };
    let end = if from_giver { source.end } else { at + 1 };
    Some(CueMatch {
        cue: at..at + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Owner,
        span: start..end,
        side: ContentSide::After,
        next,
        standing: TOLD,
    })
}

fn is_owner(clause: Clause, at: usize) -> bool {
    matches!(clause.normal(at), "his" | "her" | "their" | "my" | "our" | "your")
}

/// "Tarn rejected her claim: “…”": the words behind the colon are the answer, and not the claim.
fn answer(clause: Clause, colon: usize) -> Option<CueMatch> {
    let noun = (colon.saturating_sub(24)..colon)
        .rev()
        .find(|&i| clause.is(i, WordClass::SayingNoun) || clause.is(i, WordClass::AnsweredNoun))?;
    if (noun..colon).any(|i| clause.is_quote(i)) {
        return None;
    }
    let (subject, verb) = answerer(clause, noun)?;
    Some(CueMatch {
        cue: verb..verb + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(subject.clone()),
        how: SourceEvidence::Subject,
        span: subject.start..colon,
        side: ContentSide::After,
        next: Next::Marks(colon + 1),
        standing: TOLD,
    })
}

/// Who does something to a claim, and the verb: "Tarn" of "Tarn rejected her claim", but nobody for "Her claim was" and
/// for "Tarn read out her letter", where the words are those of the letter.
fn answerer(clause: Clause, noun: usize) -> Option<(Range<usize>, usize)> {
    let tree = clause.tree;
    let mut word = tree.word(clause.items.get(noun)?.tokens.start);
    if matches!(tree.relation(word), Relation::NominalSubject | Relation::PassiveSubject) {
        return None;
    }
    let owned = tree.dependents(word).any(|w| {
        tree.relation(w) == Relation::Possessor || matches!(tree.normal(w), "his" | "her" | "their" | "its")
    });
    if !owned
        && !clause.is(noun, WordClass::AnsweredNoun)
        && noun > 1
        && clause.class(noun - 1) != Class::Possessive
    {
        return None;
    }
    let mut verb = None;
    for _ in 0..6 {
        let head = tree.head(word)?;
        word = head;
        if tree.upos(head) == Upos::VERB && tree.subject(head).is_some() {
            verb = Some(head);
            // "Tarn said his son had acted from concern: “…”" is Tarn's.
            let told = tree.relation(head) == Relation::ClausalComplement
                && tree
                    .head(head)
                    .is_some_and(|above| clause.doc.is(tree.token(above), WordClass::PlainSaying));
            if !told {
                break;
            }
        }
    }
    let verb = verb?;
    let token = tree.token(verb);
    if clause.doc.is(token, WordClass::ConveyingVerb) {
        return None;
    }
    let item = clause.items.partition_point(|item| item.tokens.end <= token);
    if item >= noun || clause.is_quote(item) {
        return None;
    }
    match clause.subject(clause.chain_start(item)) {
        Subject::Phrase(subject) if !subject.contains(&noun) => Some((subject, item)),
        _ => None,
    }
}

/// "Tarn: “…”", "From the report: “…”".
fn label(clause: Clause, at: usize) -> Option<CueMatch> {
    if clause.normal(at) != ":" || at == 0 {
        return None;
    }
    let marks = clause.is_quote(at + 1);
    if let Some(cue_match) = marks.then(|| answer(clause, at)).flatten() {
        return Some(cue_match);
    }
    let begins = label_start(clause, at);
    let mut start = begins;
    // "More from Tarn: “…”"
    if let Some(from) = (start..at.min(start + 2)).find(|&i| clause.normal(i) == "from").filter(|_| marks) {
        start = from + 1;
    }
    let names = start < at && (start..at).all(|i| clause.class(i) == Class::Name);
    // "Tarn: Boat ‘Sank’" in a headline.
    let headline = start == 0 && at <= 4 && names && (at..clause.items.len()).any(|i| clause.is_quote(i));
    let is_name = (start..at).any(|i| clause.class(i) == Class::Name) || start > begins;
    let whole =
        start < at && clause.phrase_end(start) == at && at - start <= 12 && is_name && (start == 0 || marks);
    (whole && (marks || headline)).then_some(CueMatch {
        cue: at..at + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(start..at),
        how: SourceEvidence::Label,
        span: start..at + 1,
        side: ContentSide::After,
        next: if marks { Next::Marks(at + 1) } else { Next::Words(at + 1) },
        standing: TOLD,
    })
}

/// Where what stands before a colon begins: after the last stop or dash, "The polls were right - Ana Tarn: “…”".
fn label_start(clause: Clause, colon: usize) -> usize {
    let floor = colon.saturating_sub(13);
    let stop = (floor..colon).rev().find(|&i| {
        clause.class(i) == Class::Break
            || clause.class(i) == Class::Aside && !matches!(clause.normal(i), ")" | "]")
    });
    stop.map_or(floor, |stop| stop + 1)
}

/// Whether marks stand right before these items, or a comma after marks.
pub(crate) fn touches_marks(clause: Clause, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    clause.is_quote(before)
        || matches!(clause.class(before), Class::Comma | Class::Aside)
            && before > 0
            && clause.is_quote(before - 1)
}

/// Whether the marks right before `at` end as speech does before its source: “…,”.
fn ends_speech(clause: Clause, at: usize) -> bool {
    let marks = (at.saturating_sub(2)..at).rev().find(|&i| clause.is_quote(i));
    marks.is_some_and(|i| {
        let tokens = clause.items[i].tokens.clone();
        let last = tokens.end.saturating_sub(2);
        last > tokens.start && matches!(clause.doc.word(last), "," | "?" | "!" | "—" | "…")
    })
}

/// Whether the marks right before `at` hold the title of a place to speak in: On “Good Morning Leeds,” Tarn said.
fn is_title_before(clause: Clause, at: usize) -> bool {
    let marks = (at.saturating_sub(2)..at).rev().find(|&i| clause.is_quote(i));
    let led =
        |marks: usize| marks > 0 && matches!(clause.class(marks - 1), Class::Preposition | Class::Possessive);
    marks.is_some_and(|marks| {
        led(marks)
            && clause.items[marks].tokens.clone().all(|i| {
                let token = &clause.doc.tokens[i];
                !token.is_word() || token.is_capital() || token.span.len() < 4
            })
    })
}

fn side(clause: Clause, span: &Range<usize>, next: Next, how: SourceEvidence) -> ContentSide {
    let marks_before = touches_marks(clause, span.start)
        && how == SourceEvidence::Subject
        && !is_title_before(clause, span.start);
    let before = span.start.checked_sub(1);
    let comma_before =
        before.is_some_and(|b| matches!(clause.class(b), Class::Comma | Class::Aside) && !clause.is_quote(b));
    // In "Tarn said: “Why?” Ruiz answered: “Because.”" the first has its colon before it.
    let led = (span.start.saturating_sub(2)..span.start)
        .rev()
        .find(|&i| clause.is_quote(i))
        .is_some_and(|i| i > 0 && clause.normal(i - 1) == ":");
    let by_colon = matches!(next, Next::Marks(at) if clause.normal(at - 1) == ":");
    let spoken = marks_before && ends_speech(clause, span.start) && !(led && by_colon);
    // “We won.” Tarn said: “We lost.” The first is whoever's spoke before.
    let another = matches!(next, Next::Marks(at) if clause.normal(at - 1) == ":") && !spoken;
    let marks_before = marks_before && !another;
    match next {
        Next::That(_) | Next::Deed(_) | Next::Words(_) if spoken => ContentSide::Before,
        Next::Marks(at) if marks_before => {
            let set_off =
                matches!(clause.class(at.wrapping_sub(1)), Class::Comma | Class::Aside) || at == span.end;
            if set_off { ContentSide::Both } else { ContentSide::Before }
        }
        Next::End | Next::Comma(_) if marks_before => {
            if after_role(clause, span.end).is_some() {
                ContentSide::Both
            } else {
                ContentSide::Before
            }
        }
        Next::End if comma_before && how == SourceEvidence::Subject => ContentSide::Before,
        Next::Comma(_) if comma_before && how == SourceEvidence::Subject => ContentSide::Both,
        Next::That(_) | Next::Deed(_) => ContentSide::After,
        Next::Words(_) if marks_before => ContentSide::Before,
        _ => ContentSide::After,
    }
}
