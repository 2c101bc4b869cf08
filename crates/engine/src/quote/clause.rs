//! A shallow parse around a verb: the noun phrase that is its subject, and what follows it.
//!
//! It knows no grammar tree. Looking left from a verb, the words fall into stretches between commas; the subject
//! is the first stretch that could be a noun phrase and has only appositions, relative clauses and adverbials
//! between it and the verb. Nothing is looked for further away than [`REACH`] items, so that the cost of a
//! sentence grows with its length.

use std::ops::Range;

use super::cue::{self, DEED, HEARER, LABEL, Valency};
use super::tree::Tree;
use super::unit::Item;
use super::words::{Class, is_plural};
use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

/// How many items a look to the left or right goes.
const REACH: usize = 80;

/// A unit's items with the text they stand for.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'a> {
    pub doc: &'a Doc<'a>,
    pub tree: &'a Tree<'a>,
    pub items: &'a [Item],
}

/// Who does what a verb says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A noun phrase, as items.
    Phrase(Range<usize>),
    /// The subject of the verb that this one is joined to ("said … and believed", "…, adding").
    Shared,
    /// Nobody who is named.
    None,
}

/// What follows a verb, after its adverbials and whoever is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    End,
    /// A comma and more of the sentence.
    Comma(usize),
    /// Words in marks.
    Marks(usize),
    /// A clause that "that" opens; the place after "that".
    That(usize),
    /// Something that may be a clause, or a thing.
    Words(usize),
    /// "to …"
    Deed(usize),
}

impl<'a> Clause<'a> {
    pub fn class(&self, at: usize) -> Class {
        self.items.get(at).map_or(Class::Break, |item| item.class)
    }

    pub fn is_quote(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.region.is_some())
    }

    pub fn normal(&self, at: usize) -> &'a str {
        let doc: &'a Doc<'a> = self.doc;
        match self.items.get(at) {
            Some(item) if item.region.is_none() => doc.normal(item.tokens.start),
            _ => "",
        }
    }

    /// The cue verb that the item may be.
    pub fn cue(&self, at: usize) -> Option<cue::Verb> {
        let item = self.items.get(at).filter(|item| item.region.is_none())?;
        let token = item.tokens.start;
        cue::verb_of(self.doc.lexeme(token).classes, self.doc.normal(token))
    }

    /// Whether the grammar takes the item for a noun.
    pub fn is_noun(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| self.doc.syntax.tag(item.tokens.start).upos() == Upos::NOUN)
    }

    /// Whether the grammar takes the token for a name.
    pub fn is_name(&self, token: usize) -> bool {
        self.doc.syntax.tag(token).upos() == Upos::PROPN
    }

    /// The token of the verb whose object the item is.
    pub fn governor(&self, at: usize) -> Option<usize> {
        let word = self.tree.word(self.items.get(at)?.tokens.start);
        let object = self.tree.relation(word) == Relation::Object;
        self.tree.head(word).filter(|_| object).map(|head| self.tree.token(head))
    }

    /// Whether the item is a word of the list.
    pub fn is(&self, at: usize, list: WordClass) -> bool {
        self.items.get(at).is_some_and(|item| item.region.is_none() && self.doc.is(item.tokens.start, list))
    }

    pub fn tokens(&self, items: Range<usize>) -> Range<usize> {
        match self.items.get(items) {
            Some([first, .., last]) => first.tokens.start..last.tokens.end,
            Some([only]) => only.tokens.clone(),
            _ => 0..0,
        }
    }

    /// Where the auxiliaries and adverbs of the verb at `verb` begin: "has also" of "has also said".
    pub fn chain_start(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0 && verb - at < 8 {
            // "he’s claiming"
            let short =
                self.class(at - 1) == Class::Possessive && at > 1 && self.class(at - 2) == Class::Subject;
            if !short && !matches!(self.class(at - 1), Class::Auxiliary | Class::Adverb) {
                break;
            }
            at -= 1;
        }
        self.before_ago(at, verb)
    }

    /// "less than two weeks ago" before a verb is as good as an adverb.
    fn before_ago(&self, chain: usize, verb: usize) -> usize {
        if self.normal(chain) != "ago" || chain == verb {
            return chain;
        }
        let mut at = chain;
        while at > 0
            && chain - at < 6
            && (matches!(self.class(at - 1), Class::Number | Class::Time)
                || self.is(at - 1, WordClass::BeforeAgo))
        {
            at -= 1;
        }
        at
    }

    /// Whether a form of "be" stands among the verb's auxiliaries.
    pub fn is_passive(&self, chain: usize, verb: usize) -> bool {
        (chain..verb).any(|at| self.is(at, WordClass::FormOfBe))
            || chain > 0 && matches!(self.normal(chain - 1), "it's" | "he's" | "she's" | "they're" | "i'm")
    }

    /// The subject of a verb whose auxiliaries begin at `chain`.
    pub fn subject(&self, chain: usize) -> Subject {
        let Some(before) = chain.checked_sub(1) else { return Subject::None };
        if self.is_quote(before) {
            return Subject::None;
        }
        match self.class(before) {
            Class::Subject => match self.normal(before) {
                "there" => Subject::None,
                _ => Subject::Phrase(before..before + 1),
            },
            Class::Conjunction => Subject::Shared,
            Class::Preposition if self.normal(before) == "to" => Subject::Shared,
            Class::Relative => self.antecedent(before),
            Class::That if self.is_nominal(before.wrapping_sub(1)) => self.antecedent(before),
            Class::Object if before > 0 && self.normal(before - 1) == "of" => self.subject_beside(chain),
            Class::Break | Class::That | Class::Subordinator | Class::Verb | Class::Object => Subject::None,
            // "The coach whom she had fallen out with said"
            Class::Preposition => self.tree_subject(chain, before).map_or(Subject::None, Subject::Phrase),
            Class::Comma | Class::Aside if before > 0 && self.is_quote(before - 1) => {
                self.tree_subject(chain, before).map_or(Subject::None, Subject::Phrase)
            }
            Class::Comma | Class::Aside => {
                // ", then said" goes on with whoever did something before.
                let goes_on = || (self.normal(chain) == "then").then_some(Subject::Shared);
                let joined = self.joined_subject(chain).or_else(goes_on);
                joined.unwrap_or_else(|| self.subject_before_comma(before))
            }
            _ => self.checked(chain, self.subject_beside(chain)),
        }
    }

    /// The subject found beside a verb; where the tree has its head before a "who" that the shallow look took for
    /// another's, the tree's.
    fn checked(&self, chain: usize, found: Subject) -> Subject {
        let Subject::Phrase(phrase) = &found else { return found };
        let relative = (phrase.start.saturating_sub(8)..phrase.start)
            .rev()
            .find(|&at| self.class(at) == Class::Relative);
        let tree = relative.and_then(|relative| self.tree_subject(chain, relative));
        tree.map_or(found, Subject::Phrase)
    }

    /// The noun phrase that the tree has for the subject of the verb behind `chain`, if it ends by `limit`.
    fn tree_subject(&self, chain: usize, limit: usize) -> Option<Range<usize>> {
        let verb = (chain..self.items.len().min(chain + 8))
            .find(|&at| self.class(at) == Class::Verb || self.cue(at).is_some())?;
        let word = self.tree.word(self.items.get(verb)?.tokens.start);
        let subject = self.tree.subject(word)?;
        let belongs = |word: usize| {
            use Relation::{AdjectiveOf, Compound, Determiner, Flat, NumberOf, Possessor};
            matches!(
                self.tree.relation(word),
                Determiner | AdjectiveOf | Compound | Flat | NumberOf | Possessor
            )
        };
        let mut first = subject;
        while let Some(before) = self
            .tree
            .dependents(first)
            .chain(self.tree.dependents(subject))
            .find(|&w| w < first && belongs(w))
        {
            first = before;
        }
        let last =
            self.tree.dependents(subject).filter(|&w| w > subject && belongs(w)).max().unwrap_or(subject);
        let item = |word: usize| {
            let token = self.tree.token(word);
            self.items.partition_point(|item| item.tokens.end <= token)
        };
        let (start, end) = (item(first), item(last) + 1);
        let free = start < end && end <= limit && !(start..end).any(|at| self.is_quote(at));
        (free && self.class(start) != Class::Relative).then_some(start..end)
    }

    /// "Tarn sees Ruiz, then said": the subject of the verb that the tree joins this one to, if it has none of its own.
    fn joined_subject(&self, chain: usize) -> Option<Subject> {
        let syntax = &self.doc.syntax;
        // "Tarn, asked about the fire, had said": a verb with an auxiliary of its own behind a mere comma goes on with
        // what stands before an aside.
        if syntax.tag(self.items.get(chain)?.tokens.start).upos() == Upos::AUX {
            return None;
        }
        let verb = (chain..self.items.len().min(chain + 8)).find(|&at| self.class(at) == Class::Verb)?;
        let mut token = self.items.get(verb)?.tokens.start;
        let subject_of = |verb: usize| {
            (verb.saturating_sub(REACH)..verb).rev().find(|&token| {
                matches!(syntax.relation(token), Relation::NominalSubject | Relation::PassiveSubject)
                    && syntax.head(token) == Some(verb)
            })
        };
        if syntax.relation(token) != Relation::Conjunct || subject_of(token).is_some() {
            return None;
        }
        token = syntax.head(token).filter(|&head| head < token)?;
        let head = subject_of(token)?;
        let first =
            (head.saturating_sub(12)..head).find(|&word| syntax.head(word) == Some(head)).unwrap_or(head);
        let last = (head..token)
            .take_while(|&word| {
                word == head || syntax.relation(word) == Relation::Flat && syntax.head(word) == Some(head)
            })
            .last()?;
        let item = |token: usize| self.items.partition_point(|item| item.tokens.end <= token);
        let (start, end) = (item(first), item(last) + 1);
        (start < end && end <= verb && !self.is_quote(start)).then(|| self.phrase(start, end))
    }

    /// "who", "which" at `relative`: what stands before it.
    fn antecedent(&self, relative: usize) -> Subject {
        let mut end = relative;
        if end > 0 && self.class(end - 1) == Class::Comma {
            end -= 1;
        }
        match end.checked_sub(1) {
            Some(last) if self.is_nominal(last) || self.class(last) == Class::Subject => {
                self.subject_beside(end)
            }
            _ => Subject::None,
        }
    }

    /// The noun phrase that ends right before `end`.
    fn subject_beside(&self, end: usize) -> Subject {
        let floor = end.saturating_sub(REACH);
        let mut start = end;
        // Where the last "and" stood that a new noun phrase begins behind.
        let mut joined = None;
        while start > floor {
            let at = start - 1;
            if self.is_quote(at) {
                break;
            }
            // A word right after "I" or "they" is their verb.
            if at > floor && self.class(at - 1) == Class::Subject && self.class(at) == Class::Noun {
                break;
            }
            match self.class(at) {
                Class::Comma | Class::Aside | Class::Break => break,
                Class::Object if at > floor && self.normal(at - 1) == "of" => start = at,
                Class::Subordinator | Class::Object => break,
                Class::Subject => break,
                Class::Relative => {
                    // "the man who shot Tarn said": the man; "what Tarn said": Tarn.
                    let own = self.is_verb_after(at + 1, end)
                        || matches!(self.class(at + 1), Class::Preposition | Class::Adverb | Class::Time);
                    return if own { self.antecedent(at) } else { self.phrase(start, end) };
                }
                Class::That => {
                    let relative = self.is_verb_after(at + 1, end) && at > 0 && self.is_nominal(at - 1);
                    return if relative { self.antecedent(at) } else { self.phrase(start, end) };
                }
                // “…,” retired general Ida Tarn said.
                Class::Verb
                    if self.normal(at).ends_with("ed")
                        && at + 1 < end
                        && self.is_nominal(at + 1)
                        && (at == 0 || self.is_quote(at - 1)) =>
                {
                    start = at;
                    break;
                }
                Class::Verb | Class::Auxiliary => {
                    let reduced = self.is_reduced(at);
                    // "A man asked for a picture and Tarn said"
                    if let Some(joined) = joined.filter(|_| reduced && self.normal(at + 1) != "by") {
                        start = joined;
                        break;
                    }
                    if !reduced && !self.has_relative(floor, at) {
                        break;
                    }
                    start = at;
                }
                Class::Conjunction => {
                    joined = joined.or(Some(start).filter(|_| self.normal(at) == "and" && start < end));
                    start = at;
                }
                _ => start = at,
            }
        }
        if start == end {
            return Subject::None;
        }
        // "Tarn, Ruiz and Pell said"
        if start > 1
            && self.class(start - 1) == Class::Comma
            && (start..end).any(|i| self.normal(i) == "and")
            && self.class(start) == Class::Name
        {
            let mut first = start;
            while first > floor
                && (matches!(self.class(first - 1), Class::Name)
                    || self.class(first - 1) == Class::Comma
                        && first > 1
                        && self.class(first - 2) == Class::Name)
            {
                first -= 1;
            }
            if first < start {
                return self.phrase(first, end);
            }
        }
        self.phrase(start, end)
    }

    /// A comma or bracket stands before the verb: the subject stands before what the commas enclose.
    fn subject_before_comma(&self, comma: usize) -> Subject {
        let stretches = self.stretches(comma);
        // A stretch that is a clause by itself ends what came before.
        let first = stretches
            .iter()
            .rposition(|s| self.is_main_clause(s.clone()))
            .map_or(0, |i| if i + 1 == stretches.len() { i } else { i + 1 });
        let candidates = &stretches[first..];
        for (at, stretch) in candidates.iter().enumerate() {
            if self.is_address(&candidates[..at], stretch, &candidates[at + 1..]) {
                continue;
            }
            let opens = self.class(stretch.start);
            let conjunction = opens == Class::Conjunction && stretch.len() > 1;
            let opens = if conjunction { self.class(stretch.start + 1) } else { opens };
            if opens.opens_phrase() {
                return match self.main_clause_verb(stretch.clone()) {
                    // "but Tarn, …" after a whole clause without a comma: its own subject is not ours.
                    Some(verb) if !self.has_relative(stretch.start, verb) => self.subject_beside(stretch.end),
                    _ => self.phrase(stretch.start, stretch.end),
                };
            }
        }
        // "It burned after Tarn, asked about the pay under Pell, had said"
        let aside = candidates
            .last()
            .is_some_and(|last| matches!(self.class(last.start), Class::Verb | Class::Ing | Class::Relative));
        let opened =
            stretches.iter().rev().nth(1).filter(|_| aside).and_then(|stretch| self.opened_at(stretch));
        match (opened, candidates.last()) {
            (Some(opened), _) => self.phrase(opened.start, opened.end),
            (None, Some(last)) => self.subject_beside(last.end),
            _ => Subject::None,
        }
    }

    /// The noun phrase that ends a stretch and begins a clause there: "Tarn" of "came up after Tarn".
    fn opened_at(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let start = stretch.clone().rev().find(|&i| !self.is_nominal(i))? + 1;
        let opens = self.is(start - 1, WordClass::OpensClause);
        (opens && start < stretch.end).then_some(start..stretch.end)
    }

    /// The stretches between commas, brackets and dashes that end at `comma`, back to the last quotation or stop.
    fn stretches(&self, comma: usize) -> Vec<Range<usize>> {
        let floor = comma.saturating_sub(REACH);
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut end = comma;
        let mut at = comma;
        loop {
            let stop = at == floor || self.is_quote(at - 1) || self.class(at - 1) == Class::Break;
            if stop || matches!(self.class(at - 1), Class::Comma | Class::Aside) {
                if at < end {
                    stretches.push(at..end);
                }
                if stop {
                    break;
                }
                end = at - 1;
            }
            at -= 1;
        }
        stretches.reverse();
        stretches
    }

    /// Whether a noun phrase opens one of the stretches before `comma`.
    pub fn has_subject(&self, comma: usize) -> bool {
        self.stretches(comma).iter().any(|stretch| self.class(stretch.start).opens_phrase())
    }

    /// Whether a clause with a subject and verb of its own ends at `comma`: "The boat sank, said Tarn".
    pub fn has_main_clause(&self, comma: usize) -> bool {
        self.stretches(comma).into_iter().any(|stretch| self.is_main_clause(stretch))
    }

    /// The county of "On Monday in Leeds, Yorkshire, Mayor Pell, …": a name that only says where the last one is.
    fn is_address(&self, before: &[Range<usize>], stretch: &Range<usize>, after: &[Range<usize>]) -> bool {
        let names = |stretch: &Range<usize>| stretch.clone().all(|i| self.class(i) == Class::Name);
        let led = before.last().is_some_and(|last| {
            matches!(self.class(last.start), Class::Preposition | Class::Time)
                && self.class(last.end - 1) == Class::Name
        });
        led && stretch.len() <= 2
            && names(stretch)
            && after.iter().any(|later| self.class(later.start) == Class::Name)
    }

    fn is_main_clause(&self, stretch: Range<usize>) -> bool {
        let opens = self.class(stretch.start);
        !matches!(
            opens,
            Class::Relative
                | Class::Subordinator
                | Class::That
                | Class::Preposition
                | Class::Ing
                | Class::Verb
        ) && self.main_clause_verb(stretch).is_some()
    }

    fn main_clause_verb(&self, stretch: Range<usize>) -> Option<usize> {
        let start = stretch.start;
        stretch.clone().find(|&i| {
            i > start
                && matches!(self.class(i), Class::Verb | Class::Auxiliary)
                && !self.is_reduced(i)
                && !self.has_relative(start, i)
        })
    }

    /// "a report published by the group", "the man arrested on Monday": a participle behind its noun.
    fn is_reduced(&self, verb: usize) -> bool {
        self.class(verb) == Class::Verb
            && verb > 0
            && self.is_nominal(verb - 1)
            && matches!(self.class(verb + 1), Class::Preposition | Class::Time | Class::Adverb)
            && !self.is_quote(verb + 1)
            && self.normal(verb).ends_with("ed")
    }

    fn has_relative(&self, from: usize, to: usize) -> bool {
        let near = from.max(to.saturating_sub(12));
        (near..to).any(|i| {
            self.class(i) == Class::Relative
                || self.class(i) == Class::That && i > 0 && self.is_common_noun(i - 1)
        })
    }

    fn is_common_noun(&self, at: usize) -> bool {
        self.class(at) == Class::Noun && !self.is_quote(at)
    }

    fn is_verb_like(&self, at: usize) -> bool {
        matches!(self.class(at), Class::Verb | Class::Auxiliary)
            || !self.is_noun(at)
                && self.cue(at).is_some_and(|v| v.form != cue::Form::Base && v.form != cue::Form::Ing)
    }

    fn is_verb_after(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.is_verb_like(i))
    }

    fn is_nominal(&self, at: usize) -> bool {
        !self.is_quote(at)
            && at < self.items.len()
            && matches!(self.class(at), Class::Name | Class::Noun | Class::Number | Class::Determiner)
    }

    /// A noun phrase without what only leads to it or hangs from it.
    fn phrase(&self, mut start: usize, mut end: usize) -> Subject {
        while start < end {
            let leads = matches!(
                self.class(start),
                Class::Conjunction
                    | Class::Adverb
                    | Class::Subordinator
                    | Class::Comma
                    | Class::Aside
                    | Class::That
                    | Class::Relative
            ) || self.class(start) == Class::Time
                && start + 1 < end
                && self.class(start + 1) != Class::Possessive;
            if !leads {
                break;
            }
            start += 1;
        }
        if self.class(start) == Class::Preposition {
            start = self.after_opening_phrase(start, end);
        }
        // "yelling at people on their way": nobody who speaks.
        // "Visiting doctors said": but what only begins the sentence, and says what its noun is like, is a part of it.
        let describes = start == 0
            && (start + 1..end).all(|at| self.is_nominal(at))
            && end.checked_sub(1).is_some_and(|last| is_plural(self.normal(last)));
        if self.class(start) == Class::Ing && start + 1 < end && !describes {
            return Subject::None;
        }
        for at in start + 1..end {
            let cut = match self.class(at) {
                Class::Relative | Class::Subordinator | Class::Verb | Class::Auxiliary | Class::Time => true,
                // "the timing of"
                Class::Ing if self.class(at - 1) == Class::Determiner => false,
                Class::Ing => {
                    at + 1 < end && !self.is_nominal(at + 1) || self.class(at + 1) == Class::Determiner
                }
                Class::Object => self.normal(at - 1) != "of",
                Class::That => true,
                Class::Comma | Class::Aside => !self.is_list_comma(start, at, end),
                Class::Preposition => self.class(at + 1) == Class::Time || self.ends_name(start, at),
                _ => false,
            };
            if cut {
                end = at;
                break;
            }
        }
        while end > start
            && matches!(self.class(end - 1), Class::Adverb | Class::Preposition | Class::Conjunction)
        {
            end -= 1;
        }
        let speaks = (start..end).any(|i| self.class(i).opens_phrase());
        if start < end && speaks { Subject::Phrase(start..end) } else { Subject::None }
    }

    /// In "Tarn, Ruiz and Pell" a comma joins.
    fn is_list_comma(&self, start: usize, at: usize, end: usize) -> bool {
        at > start
            && self.class(at - 1) == Class::Name
            && self.class(at + 1) == Class::Name
            && (at..end).any(|i| self.normal(i) == "and")
            && (start..at).all(|i| self.class(i) == Class::Name || self.class(i) == Class::Comma)
    }

    /// "Pell of Dunmore", "Tarn in London": a person's name ends before the preposition; "Bank of Ural" does not.
    fn ends_name(&self, start: usize, at: usize) -> bool {
        let names = (start..at).all(|i| self.class(i) == Class::Name);
        names
            && at - start >= 2
            && self.normal(at) != "of"
            && !(at + 2 < self.items.len() && self.normal(at) == "to")
    }

    /// "In a statement Tarn", "In the end the minister": where the subject begins.
    fn after_opening_phrase(&self, start: usize, end: usize) -> usize {
        let determiner = (start + 2..end)
            .rev()
            .find(|&i| self.class(i) == Class::Determiner && self.class(i - 1) != Class::Preposition);
        if let Some(at) = determiner {
            return at;
        }
        let mut at = end;
        while at > start && matches!(self.class(at - 1), Class::Name) {
            at -= 1;
        }
        if at == end {
            // "after the front-runner"
            if matches!(self.normal(start), "after" | "before" | "since" | "until") {
                return start + 1;
            }
            // "In London officials"
            at = (start + 1..end).rev().find(|&i| self.class(i) != Class::Noun).map_or(end, |i| i + 1);
        }
        at
    }

    /// Where the noun phrase that begins at `start` ends; `start` itself if none does.
    pub fn phrase_end(&self, start: usize) -> usize {
        let limit = self.items.len().min(start + REACH);
        if self.class(start) == Class::Subject || self.class(start) == Class::Object {
            return start + 1;
        }
        let mut at = start;
        while at < limit && !self.is_quote(at) {
            match self.class(at) {
                Class::Determiner
                    if at > start
                        && !matches!(
                            self.class(at - 1),
                            Class::Preposition | Class::Conjunction | Class::Determiner | Class::Possessive
                        ) =>
                {
                    break;
                }
                Class::Determiner
                | Class::Name
                | Class::Noun
                | Class::Number
                | Class::Possessive
                | Class::Hyphen => {}
                Class::Preposition => {
                    let joins =
                        matches!(self.normal(at), "of" | "for" | "from" | "at" | "to" | "in" | "with" | "on");
                    let person = at > start + 1
                        && (start..at).all(|i| self.class(i) == Class::Name)
                        && self.normal(at) != "of";
                    let goes_on = matches!(
                        self.class(at + 1),
                        Class::Name | Class::Noun | Class::Determiner | Class::Number
                    );
                    // "urged Pell to resign": no noun phrase goes on with a small word after "to".
                    let deed = self.normal(at) == "to" && self.class(at + 1) == Class::Noun;
                    if !joins || person || deed || !goes_on || at == start {
                        break;
                    }
                }
                Class::Conjunction => {
                    let joins = self.normal(at) == "and" && at > start;
                    if !joins
                        || !matches!(self.class(at + 1), Class::Name | Class::Determiner)
                        || self.is_quote(at + 1)
                    {
                        break;
                    }
                }
                Class::Adverb if at == start => {}
                _ => break,
            }
            at += 1;
        }
        while at > start && matches!(self.class(at - 1), Class::Preposition | Class::Conjunction) {
            at -= 1;
        }
        at
    }

    /// What follows a verb that ends before `from`.
    pub fn next(&self, from: usize, takes: Valency) -> Next {
        let mut at = from;
        let mut heard = !takes.any(HEARER | LABEL);
        for _ in 0..30 {
            if self.is_quote(at) {
                return Next::Marks(at);
            }
            if at >= self.items.len() {
                return Next::End;
            }
            match self.class(at) {
                Class::That if self.time_end(at).is_none() => return Next::That(at + 1),
                Class::Subordinator => {
                    return match self.normal(at) {
                        "whether" | "if" | "what" | "how" | "why" | "where" | "whatever" => Next::Words(at),
                        "as" if takes.any(LABEL) => Next::Words(at + 1),
                        "so" if at == from => Next::Words(at),
                        _ => Next::End,
                    };
                }
                Class::Break if self.normal(at) == ":" => {
                    return if self.is_quote(at + 1) { Next::Marks(at + 1) } else { Next::Words(at + 1) };
                }
                Class::Break => return Next::End,
                Class::Comma | Class::Aside => {
                    if self.is_quote(at + 1) {
                        return Next::Marks(at + 1);
                    }
                    match self.after_aside(at) {
                        Some(after) => at = after,
                        None => return Next::Comma(at),
                    }
                }
                Class::Time if self.class(at + 1) == Class::Possessive => return Next::Words(at),
                _ if self.time_end(at).is_some_and(|end| !self.is_verb_like(end)) => {
                    at = self.time_end(at).unwrap_or(at + 1);
                }
                Class::Adverb | Class::Time => at += 1,
                // "said at a meeting announcing that": the clause is the meeting's.
                Class::Ing if at > from => return Next::End,
                Class::Auxiliary | Class::Verb => return Next::Words(at),
                Class::Object if !heard || takes.any(HEARER) => {
                    heard = true;
                    at += 1;
                }
                Class::Preposition
                    if self.normal(at) == "to" && takes.any(DEED) && self.is_infinitive(at + 1) =>
                {
                    return Next::Deed(at);
                }
                Class::Preposition => {
                    let end = self.adverbial_end(at);
                    if end == at {
                        return Next::Words(at);
                    }
                    at = end;
                }
                Class::Name | Class::Noun | Class::Determiner | Class::Number if !heard => {
                    heard = true;
                    let end = self.hearer_end(at);
                    if end == at || self.is_verb_like(end) {
                        return Next::Words(at);
                    }
                    if takes.any(LABEL)
                        && !takes.any(HEARER)
                        && !self.is_quote(end)
                        && self.normal(end) != "as"
                    {
                        return Next::Words(at);
                    }
                    at = end;
                }
                Class::Conjunction | Class::Relative | Class::Possessive => return Next::End,
                _ => return Next::Words(at),
            }
        }
        Next::End
    }

    /// The end of "this week", "last year", "two days ago", "earlier that month" that begins at `at`: when something was
    /// said, and no part of what was.
    fn time_end(&self, at: usize) -> Option<usize> {
        let unit = |at: usize| {
            self.is(at, WordClass::TimeUnit)
                || self.is(at, WordClass::TimeNoun)
                || self.is(at, WordClass::Month)
                || self.is(at, WordClass::Weekday)
        };
        let points = matches!(self.normal(at), "this" | "last" | "next" | "that" | "every");
        if points && unit(at + 1) && self.class(at + 2) != Class::Possessive {
            return Some(at + 2);
        }
        let counts = self.class(at) == Class::Number || self.is(at, WordClass::Cardinal);
        (counts && unit(at + 1) && matches!(self.normal(at + 2), "ago" | "later" | "earlier"))
            .then_some(at + 3)
    }

    /// ", however," or ", on Monday," at a comma: where the sentence goes on, if it does so with "that" or marks.
    fn after_aside(&self, comma: usize) -> Option<usize> {
        let close = (comma + 1..self.items.len().min(comma + 14))
            .find(|&i| matches!(self.class(i), Class::Comma | Class::Aside) || self.is_quote(i))?;
        let goes_on = self.class(close + 1) == Class::That || self.is_quote(close + 1);
        (!self.is_quote(close) && goes_on).then_some(close + 1)
    }

    fn is_infinitive(&self, at: usize) -> bool {
        matches!(self.class(at), Class::Noun | Class::Auxiliary | Class::Verb | Class::Adverb)
            && !self.is_quote(at)
    }

    /// The end of whoever is spoken to: a noun phrase, which may have a place or a body hanging from it.
    fn hearer_end(&self, start: usize) -> usize {
        let mut at = self.phrase_end(start);
        // "told Tarn the boat sank": a new determiner begins the clause, and phrase_end has stopped before it.
        while matches!(self.class(at), Class::Possessive) {
            at += 1;
        }
        if self.is_quote(at) && at > start && self.class(at - 1) == Class::Possessive {
            at += 1;
        }
        at
    }

    /// The end of "in a statement", "on Monday", "to reporters" that begins at `at`.
    fn adverbial_end(&self, at: usize) -> usize {
        if self.class(at + 1) == Class::Time {
            return at + 2;
        }
        if self.class(at + 1) == Class::Ing {
            return at + 1;
        }
        let mut end = at + 1;
        let limit = self.items.len().min(at + 14);
        while end < limit && !self.is_quote(end) {
            let opens = end == at + 1;
            match self.class(end) {
                Class::Determiner
                    if !opens
                        && self.class(end - 1) != Class::Determiner
                        && self.class(end - 1) != Class::Preposition =>
                {
                    break;
                }
                Class::Determiner
                | Class::Noun
                | Class::Name
                | Class::Number
                | Class::Possessive
                | Class::Hyphen
                | Class::Time => {}
                Class::Object if opens => {}
                Class::Preposition => {}
                Class::Ing if opens => {}
                Class::Conjunction
                    if self.normal(end) == "and"
                        && matches!(self.class(end + 1), Class::Name | Class::Noun) => {}
                _ => break,
            }
            end += 1;
        }
        // "on NBC’s “Morning Call” that": the title of where it was said.
        if self.is_quote(end)
            && matches!(self.class(end - 1), Class::Possessive | Class::Preposition)
            && matches!(self.class(end + 1), Class::That | Class::Subject | Class::Time | Class::Comma)
            && !self.is_quote(end + 1)
        {
            return end + 1;
        }
        // "said in London officials would": the last noun belongs to the clause if a verb follows it.
        if end < limit && self.is_verb_like(end) && end > at + 2 {
            let mut start = end - 1;
            while start > at + 2 && self.class(start - 1) == Class::Name && self.class(start) == Class::Name {
                start -= 1;
            }
            if start > at + 1 {
                end = start;
            }
        }
        end
    }

    /// Whether a verb in this form stands here as a verb, judged by what is before it.
    pub fn acts(&self, at: usize, verb: cue::Verb) -> bool {
        let chain = self.chain_start(at);
        let Some(before) = chain.checked_sub(1) else {
            return !matches!(verb.form, cue::Form::Base);
        };
        if self.is_quote(before) {
            return true;
        }
        let class = self.class(before);
        let helped = (chain..at).any(|i| self.class(i) == Class::Auxiliary) || self.is_asked_for(at);
        if class == Class::Hyphen || self.class(at + 1) == Class::Hyphen {
            return false;
        }
        let counts = self.is(before, WordClass::CountingWord);
        let sure = verb.takes.any(LABEL) && self.is_sure_verb(at);
        if !helped
            && !sure
            && cue::is_nounable(self.normal(at))
            && !matches!(verb.form, cue::Form::Past | cue::Form::Ing)
        {
            let person = matches!(class, Class::Name | Class::Subject | Class::Relative);
            let complement = match self.class(at + 1) {
                _ if self.is_quote(at + 1) => true,
                Class::That | Class::Subject => true,
                Class::Break => self.normal(at + 1) == ":",
                Class::Determiner | Class::Comma | Class::Object | Class::Name => person,
                Class::Subordinator => person && self.normal(at + 1) != "as",
                Class::Preposition => person && self.normal(at + 1) == "to",
                _ => class == Class::Subject,
            };
            if !complement || class == Class::Determiner {
                return false;
            }
        }
        match verb.form {
            _ if helped => true,
            cue::Form::Third if sure => true,
            cue::Form::Base if self.is_heard(at) => true,
            cue::Form::Ing => !matches!(class, Class::Determiner | Class::Possessive),
            cue::Form::Participle => false,
            _ if matches!(class, Class::Determiner) => counts,
            // "who in 2010 said"
            _ if class == Class::Number => verb.form == cue::Form::Past,
            _ if class == Class::Possessive => false,
            cue::Form::Past => class != Class::Preposition,
            cue::Form::Third => {
                let loose = cue::is_nounable(self.normal(at)) && class == Class::Noun;
                class != Class::Preposition && (!loose || self.has_determiner(before))
            }
            cue::Form::Base => match class {
                Class::Subject => matches!(self.normal(before), "they" | "we" | "i" | "you"),
                Class::Preposition => self.normal(before) == "to",
                Class::Noun | Class::Name => is_plural(self.normal(before)) || self.plural_subject(before),
                Class::Relative | Class::Conjunction => !cue::is_noun(self.normal(at)),
                Class::Comma | Class::Aside => verb.lemma == "say",
                _ => false,
            },
        }
    }

    /// Whether the grammar takes the item for a finite verb with a subject before it.
    fn is_sure_verb(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let word = self.tree.word(item.tokens.start);
        let finite = matches!(self.tree.tag(word), Tag::VerbThird | Tag::VerbPast | Tag::VerbPresent);
        finite && self.tree.subject(word).is_some_and(|subject| subject < word)
    }

    /// "heard Tarn shout": an infinitive without "to" behind a verb of hearing or seeing.
    fn is_heard(&self, at: usize) -> bool {
        let floor = at.saturating_sub(8);
        let heard = (floor..at).rev().find(|&i| !self.is_nominal(i));
        heard.is_some_and(|i| i + 1 < at && self.is(i, WordClass::HearingVerb))
    }

    /// "should Tarn call", "at no point did Tarn call": the auxiliary stands before the subject.
    fn is_asked_for(&self, verb: usize) -> bool {
        let Some(item) = self.items.get(verb) else { return false };
        let word = self.tree.word(item.tokens.start);
        let subject = self.tree.dependents(word).find(|&w| self.tree.relation(w) == Relation::NominalSubject);
        subject.is_some_and(|subject| {
            subject < word
                && self
                    .tree
                    .dependents(word)
                    .any(|w| w < subject && self.tree.relation(w) == Relation::Auxiliary)
        })
    }

    fn plural_subject(&self, last: usize) -> bool {
        (last.saturating_sub(6)..last).any(|i| self.normal(i) == "and" && self.class(i + 1) == Class::Name)
    }

    fn has_determiner(&self, noun: usize) -> bool {
        (noun.saturating_sub(5)..noun)
            .any(|i| matches!(self.class(i), Class::Determiner | Class::Possessive | Class::Name))
    }

    /// Whose something is: the noun phrase right before "’s".
    pub fn owner(&self, possessive: usize) -> Option<Range<usize>> {
        let mut start = possessive;
        while start > 0 && possessive - start < REACH && self.is_nominal(start - 1) {
            start -= 1;
            if self.class(start) == Class::Determiner {
                break;
            }
        }
        (start < possessive).then_some(start..possessive)
    }

    /// The first noun phrase from a place on that a verb follows.
    pub fn main_subject(&self, from: usize) -> Option<Range<usize>> {
        let mut at = from;
        while at < self.items.len().min(from + REACH) {
            let verb = (at..self.items.len().min(at + REACH))
                .find(|&i| matches!(self.class(i), Class::Verb | Class::Auxiliary) || self.is_verb_like(i))?;
            let chain = self.chain_start(verb);
            match self.subject(chain) {
                Subject::Phrase(phrase) if phrase.start >= from => return Some(phrase),
                _ => at = verb + 1,
            }
        }
        None
    }

    /// Whether a finite verb stands within these items.
    pub fn has_verb(&self, items: Range<usize>) -> bool {
        let end = items.end.min(items.start + REACH).min(self.items.len());
        (items.start..end).any(|i| self.is_verb_like(i) || self.class(i) == Class::Ing)
    }
}
