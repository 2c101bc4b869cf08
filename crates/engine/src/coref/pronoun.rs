//! "He", "her", "its", "they": whom or what a pronoun stands for, if the text is clear.
//!
//! What grammar forbids is left out ([`super::binding`]); the rest is ranked by [`super::ranker`], and whoever is meant
//! must hold a great enough share of what speaks for anybody.

use std::ops::Range;

use analysis::{EntityType, MentionKind};

use super::Resolver;
use super::discourse::{
    Function, MentionRecord, Part, Standing, Who, clause, clause_around, function, is_saying, quotation,
    subject,
};
use super::ranker::{Row, Sort, feature, of_type, shares};
use super::weights;
use crate::explain::trace::Candidate;
use crate::lexicon::{Gender, Lexicon};
use crate::rules;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

/// How many sentences back a person may have been mentioned last …
const REACH: usize = 12;
/// … and a thing.
const REACH_OF_THINGS: usize = 3;
/// How many tokens ahead the subject may stand whom a pronoun means before its name: "In his speech, Ruiz …"
const AHEAD: usize = 24;

/// How many mentions back the subject of the same sentence is looked for.
const NEAR: usize = 40;

/// What a pronoun says of whom it stands for, and of its place in the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pronoun {
    pub sort: Sort,
    pub gender: Option<Gender>,
    pub case: Case,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// Somebody who could be meant, with what speaks for and against.
pub(super) struct Choice<'a> {
    who: Who,
    latest: Option<&'a MentionRecord>,
    salience: f32,
    row: Row,
}

impl Resolver<'_> {
    /// Gives the pronoun at a token, if one stands there, to whom it stands for, if that is clear.
    pub(super) fn pronoun(&mut self, at: usize) {
        let Some(pronoun) = self.read_pronoun(at) else { return };
        let mut among = Vec::new();
        let voice = quotation(self.marks, at);
        // Whoever says the words is known before it is asked who "he" is in them.
        if let Some(tag) = voice.and_then(|_| self.tag_behind(at)).filter(|tag| !self.tags.contains_key(tag))
            && let Some(speaks) = self.read_pronoun(tag)
        {
            let who = self.decide(tag, speaks, &mut Vec::new());
            self.tags.insert(tag, who);
        }
        let known = self.tags.get(&at).copied().flatten();
        let found = known.or_else(|| self.decide(at, pronoun, &mut among));
        let who = found.map(|(who, _)| who);
        if self.trace.is_on() && !among.is_empty() {
            let rule = match (who, pronoun.sort) {
                (Some(Who::Unnamed(_)), _) => &rules::COREF_UNNAMED,
                (Some(_), Sort::Person) => &rules::COREF_SALIENCE,
                (Some(_), Sort::Thing) => &rules::COREF_IT,
                (Some(_), Sort::Plural) => &rules::COREF_THEY,
                (None, _) => &rules::COREF_UNCLEAR,
            };
            self.note(rule, at..at + 1, who, among);
        }
        match found {
            Some((Who::Entity(entity), share)) => {
                if let Some(known) = self.genders.get_mut(entity)
                    && pronoun.gender.is_some()
                {
                    known.told = known.told.or(pronoun.gender);
                }
                self.give_with(at..at + 1, entity, MentionKind::Pronoun, share);
            }
            Some((stranger, _)) => self.see(stranger, at..at + 1, MentionKind::Pronoun),
            None => {}
        }
        if let Some(who) = who
            && let Some(last) = self.last_meant.get_mut(place(pronoun))
        {
            *last = Some((who, self.doc.sentence_of(at)));
        }
    }

    pub(super) fn read_pronoun(&self, at: usize) -> Option<Pronoun> {
        use Sort::{Person, Plural, Thing};
        let (sort, gender, case) = match self.doc.normal(at) {
            "he" | "he's" | "he'd" | "he'll" => (Person, Some(Gender::Male), Case::Subject),
            "him" => (Person, Some(Gender::Male), Case::Object),
            "his" => (Person, Some(Gender::Male), Case::Possessive),
            "himself" => (Person, Some(Gender::Male), Case::Reflexive),
            "she" | "she's" | "she'd" | "she'll" => (Person, Some(Gender::Female), Case::Subject),
            "her" if self.doc.syntax.tag(at) == Tag::Possessive => {
                (Person, Some(Gender::Female), Case::Possessive)
            }
            "her" => (Person, Some(Gender::Female), Case::Object),
            "hers" => (Person, Some(Gender::Female), Case::Possessive),
            "herself" => (Person, Some(Gender::Female), Case::Reflexive),
            "it" if function(self.doc, &(at..at + 1)) == Function::Subject => (Thing, None, Case::Subject),
            "it" => (Thing, None, Case::Object),
            "it's" | "it'll" | "it'd" => (Thing, None, Case::Subject),
            "its" => (Thing, None, Case::Possessive),
            "itself" => (Thing, None, Case::Reflexive),
            "they" | "they're" | "they've" | "they'd" | "they'll" => (Plural, None, Case::Subject),
            "them" => (Plural, None, Case::Object),
            "their" | "theirs" => (Plural, None, Case::Possessive),
            "themselves" => (Plural, None, Case::Reflexive),
            _ => return None,
        };
        Some(Pronoun { sort, gender, case })
    }

    /// Whom a pronoun stands for, and by what share.
    fn decide(&mut self, at: usize, pronoun: Pronoun, among: &mut Vec<Candidate>) -> Option<(Who, f32)> {
        if pronoun.sort == Sort::Thing && (self.is_empty(at) || self.goes_on_empty(at)) {
            self.empty = Some(at);
            return None;
        }
        let options = self.options(at, pronoun, among);
        let mut scores: Vec<f32> =
            options.iter().map(|option| self.ranker.score(pronoun.sort, &option.row)).collect();
        let nobody = self.nobody(at, pronoun);
        scores.push(self.ranker.score(pronoun.sort, &nobody));
        let raw: Vec<f32> = if self.trace.is_on() { scores.clone() } else { Vec::new() };
        shares(&mut scores);
        let best = (0..scores.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best });
        let has = |feature| options.get(best).is_some_and(|option| option.row.has(feature));
        let enough = weights::enough(pronoun.sort, has(feature::MOST_BY_RULE), has(feature::CLEAR_BY_RULE));
        // Of "Velk and Dorn" neither is meant rather than the other.
        let beside = |other: &Choice| options.get(best).is_some_and(|best| self.are_paired(best, other));
        let paired = options.iter().enumerate().any(|(at, other)| at != best && beside(other));
        let clear = scores[best] >= if paired { weights::OF_A_PAIR } else { enough };
        let winner = options.get(best).filter(|_| clear).map(|option| (option.who, scores[best]));
        if self.trace.is_on() {
            for (place, (option, score)) in options.iter().zip(&raw).enumerate() {
                let fate = match (winner, place == best) {
                    (Some(_), true) => format!("meant, by {:.2} of 1", scores[place]),
                    (_, true) => format!("first, but {:.2} of 1 is not enough", scores[place]),
                    _ => format!("{:.2} of 1", scores[place]),
                };
                among.push(Candidate::new(self.called(option.who), Some(*score), fate));
            }
        }
        #[cfg(feature = "training")]
        if self.lessons.is_some() {
            let chosen = winner.map(|_| best);
            let lesson = self.lesson(at, pronoun, &options, nobody, (chosen, scores));
            self.lessons.get_or_insert_default().push(lesson);
        }
        winner
    }

    /// What is to be learned from a pronoun.
    #[cfg(feature = "training")]
    fn lesson(
        &self,
        at: usize,
        pronoun: Pronoun,
        options: &[Choice],
        nobody: Row,
        (chosen, shares): (Option<usize>, Vec<f32>),
    ) -> super::lesson::Lesson {
        let ahead = self.ahead(at, pronoun);
        let mentions = |who: Who| {
            let seen = self.discourse.seen.iter().filter(move |seen| seen.who == who);
            let ahead = ahead.iter().filter(move |(_, entity)| Who::Entity(*entity) == who);
            seen.map(|seen| &seen.tokens).chain(ahead.map(|(tokens, _)| tokens))
        };
        let candidates = options.iter().map(|option| super::lesson::Candidate {
            row: option.row.clone(),
            mentions: mentions(option.who).map(|tokens| self.doc.span(tokens.clone())).collect(),
            named: matches!(option.who, Who::Entity(_)),
        });
        let (span, sort) = (self.doc.span(at..at + 1), pronoun.sort);
        super::lesson::Lesson { span, sort, candidates: candidates.collect(), nobody, chosen, shares }
    }

    /// Those who could be meant.
    fn options(&self, at: usize, pronoun: Pronoun, among: &mut Vec<Candidate>) -> Vec<Choice<'_>> {
        let sentence = self.doc.sentence_of(at);
        let voice = quotation(self.marks, at);
        let reach = if pronoun.sort == Sort::Thing { REACH_OF_THINGS } else { REACH };
        let standings =
            self.discourse.standings(sentence, reach, voice, |who| self.is_of_sort(who, pronoun.sort));
        let ahead = self.ahead(at, pronoun);
        let is_tag = voice.is_none() && self.says(at);
        let mut options: Vec<Choice> = Vec::new();
        for Standing { who, latest, salience, .. } in standings {
            let latest = self.discourse.seen.get(latest);
            let barred = match latest {
                Some(latest) => self.barred(at, pronoun, who, latest, is_tag),
                None => None,
            };
            if let Some(fate) = barred {
                if self.trace.is_on() {
                    among.push(Candidate::new(self.called(who), None, fate));
                }
                continue;
            }
            options.push(Choice { who, latest, salience, row: Row::default() });
        }
        if let Some((_, entity)) = &ahead
            && !options.iter().any(|option| option.who == Who::Entity(*entity))
            && self.barred_by_gender(pronoun, Who::Entity(*entity), None, at).is_none()
        {
            options.push(Choice {
                who: Who::Entity(*entity),
                latest: None,
                salience: 0.0,
                row: Row::default(),
            });
        }
        self.describe(at, pronoun, ahead.map(|(_, entity)| entity), is_tag, &mut options);
        options
    }

    /// Writes the row of each option.
    fn describe(
        &self,
        at: usize,
        pronoun: Pronoun,
        ahead: Option<usize>,
        is_tag: bool,
        options: &mut [Choice],
    ) {
        let sentence = self.doc.sentence_of(at);
        let block = self.doc.sentences.get(sentence).map_or(0, |sentence| sentence.block);
        let voice = quotation(self.marks, at);
        let case = pronoun.case as usize;
        let own_clause = clause(self.doc, at);
        let own_subject = self.subject_of(own_clause, at);
        let around = clause_around(self.doc, own_clause).and_then(|clause| self.subject_of(clause, at));
        let own_function = function(self.doc, &(at..at + 1));
        let mut order: Vec<f32> = options.iter().map(|option| option.salience).collect();
        order.sort_unstable_by(|a, b| b.total_cmp(a));
        let most_mentioned = options.iter().map(|option| self.mentioned(option.who)).max().unwrap_or(0);
        let most_named = options.iter().map(|option| self.named(option.who)).max().unwrap_or(0);
        let speaker = self.last_speaker();
        let alone = options.len() == 1;
        let by_rule: Vec<f32> =
            options.iter().map(|option| self.by_rule(option, pronoun, sentence, is_tag)).collect();
        let mut ranked = by_rule.clone();
        ranked.sort_unstable_by(|a, b| b.total_cmp(a));
        let (first, next) = (ranked.first().copied().unwrap_or(0.0), ranked.get(1).copied().unwrap_or(0.0));
        for (place_, option) in options.iter_mut().enumerate() {
            let who = option.who;
            let mut row = std::mem::take(&mut option.row);
            row.put_if(ahead.is_some_and(|entity| Who::Entity(entity) == who), feature::AHEAD);
            if let Some(latest) = option.latest {
                let distance = sentence.saturating_sub(latest.sentence);
                let near = distance.min(2);
                let same = usize::from(distance > 0);
                row.put(feature::PART + (latest.part as usize * 4 + case) * 3 + near, 1.0);
                let subject = latest.function == Function::Subject;
                row.put_if(subject, feature::SUBJECT + case * 2 + same);
                row.put_if(
                    latest.function == own_function && own_function != Function::Other,
                    feature::PARALLEL + same,
                );
                row.put(feature::DISTANCE + distance.min(5), 1.0);
                row.put_if(own_subject == Some(who), feature::OWN_CLAUSE + case);
                row.put_if(around == Some(who), feature::CLAUSE_AROUND + case);
                row.put(feature::KIND + kind_place(latest.kind), 1.0);
                row.put(feature::VOICE + voices(latest.quotation, voice), 1.0);
                row.put_if(latest.block == block, feature::SAME_BLOCK);
                row.put_if(latest.opens && distance < 2, feature::OPENS + same);
                row.put(feature::RECENCY + place_.min(2), 1.0);
                // "Ruiz, she said nothing."
                let beside = latest.tokens.end + 1 == at && self.doc.word(latest.tokens.end) == ",";
                row.put_if(beside && latest.opens, feature::BESIDE);
            }
            row.put(feature::SALIENCE, option.salience.min(3.0));
            let rule = by_rule.get(place_).copied().unwrap_or(0.0);
            row.put(feature::BY_RULE, rule.min(3.0));
            row.put_if(rule == first, feature::MOST_BY_RULE);
            row.put_if(rule == first && first > weights::CLEAR * next, feature::CLEAR_BY_RULE);
            row.put_if(order.first() == Some(&option.salience), feature::MOST_SALIENT);
            row.put_if(order.get(1) == Some(&option.salience), feature::SECOND_SALIENT);
            if let Some(gender) = pronoun.gender {
                let known = self.gender(who);
                let fits = match known.known() {
                    Some(known) if known == gender => 0,
                    None => 1,
                    Some(_) => 2,
                };
                row.put(feature::GENDER + fits, 1.0);
            }
            if let Some(Some((last, when))) = self.last_meant.get(place(pronoun)) {
                let near = usize::from(when + 1 < sentence);
                row.put_if(*last == who, feature::CHAIN + near);
            }
            let count = self.mentioned(who);
            row.put(feature::MENTIONS, count.min(16) as f32 / 8.0);
            row.put_if(count == most_mentioned && count > 1, feature::MOST_MENTIONED);
            let names = self.named(who);
            row.put(feature::NAMED, names.min(16) as f32 / 8.0);
            row.put_if(names == most_named && names > 1, feature::MOST_NAMED);
            let unnamed = match who {
                Who::Unnamed(number) => self.strangers.get(number),
                Who::Entity(_) => None,
            };
            row.put_if(unnamed.is_some(), feature::UNNAMED + case);
            let person = unnamed.is_some_and(|unnamed| unnamed.person);
            row.put(feature::TYPE + of_type(self.kind(who), person), 1.0);
            row.put_if(self.is_plural(who), feature::PLURAL);
            if is_tag {
                row.put(feature::TAG + usize::from(speaker != Some(who)), 1.0);
            }
            row.put_if(alone, feature::ONLY);
            option.row = row;
        }
    }

    /// How present somebody is by the rules of salience, which the ranker counts among other signs.
    fn by_rule(&self, option: &Choice, pronoun: Pronoun, sentence: usize, is_tag: bool) -> f32 {
        let mut score = option.salience;
        if let Some(latest) = option.latest {
            let subject = matches!(latest.part, Part::Subject | Part::Speaker);
            score += match pronoun.case {
                Case::Subject if subject && latest.sentence + 1 >= sentence => weights::SUBJECT_AGAIN,
                Case::Possessive | Case::Reflexive if subject && latest.sentence == sentence => {
                    weights::OWN_SUBJECT
                }
                _ => 0.0,
            };
            if is_tag && latest.part == Part::Speaker {
                score += weights::SPEAKS_ON;
            }
        }
        if pronoun.gender.is_some() && self.gender(option.who).known() == pronoun.gender {
            score *= weights::KNOWN_GENDER;
        }
        score + weights::MENTION * self.mentioned(option.who).min(weights::MENTIONS) as f32
    }

    /// What speaks for it that nobody is meant whom the article names or calls by a noun.
    fn nobody(&self, at: usize, pronoun: Pronoun) -> Row {
        let mut row = Row::default();
        row.put(feature::NOBODY + pronoun.case as usize, 1.0);
        if pronoun.sort != Sort::Thing {
            return row;
        }
        row.put_if(self.doc.syntax.relation(at) == Relation::Expletive, feature::EMPTY);
        row
    }

    /// Whether "it" means nothing: "it is hard to", "it seems that", "it was Ruiz who", "it rained".
    fn is_empty(&self, at: usize) -> bool {
        let Some(sentence) = self.doc.sentences.get(self.doc.sentence_of(at)) else { return false };
        let after = at + 1..sentence.tokens.end.min(at + 8);
        let mut before_mark = after.clone().take_while(|&at| self.doc.word(at) != ",");
        let opens =
            |at: usize| matches!(self.doc.normal(at), "that" | "to" | "if" | "whether" | "how" | "for");
        let clause = after.clone().any(opens);
        // "it is hard to", "made it clear that"
        let judged = after.clone().any(|at| self.doc.syntax.tag(at).upos() == Upos::ADJ && opens(at + 1));
        let seems = before_mark.clone().any(|at| self.doc.is(at, WordClass::SeemingVerb)) && clause;
        let be = matches!(self.doc.normal(at + 1), "is" | "was" | "'s") || self.doc.normal(at) == "it's";
        let cleft = be && after.clone().any(|at| matches!(self.doc.normal(at), "who" | "that"));
        let weather = before_mark.any(|at| self.doc.is(at, WordClass::WeatherWord));
        judged || seems || cleft || weather
    }

    /// Whether "it" repeats one that means nothing, with nothing named between: "it is raining, and it will".
    fn goes_on_empty(&self, at: usize) -> bool {
        self.empty.is_some_and(|last| {
            self.doc.sentence_of(last) == self.doc.sentence_of(at)
                && self.discourse.seen.back().is_none_or(|seen| seen.tokens.start < last)
        })
    }

    /// Whether two were last named together.
    fn are_paired(&self, one: &Choice, other: &Choice) -> bool {
        let (Some(one), Some(other)) = (one.latest, other.latest) else { return false };
        let (first, second) = if one.tokens.start < other.tokens.start { (one, other) } else { (other, one) };
        let named = one.kind == MentionKind::Name && other.kind == MentionKind::Name;
        let gap = first.tokens.end..second.tokens.start;
        named && (1..=3).contains(&gap.len()) && self.doc.normal(gap.start) == "and"
    }

    /// The subject of the main clause whom a pronoun before it means: "In his speech, Ruiz …"
    fn ahead(&self, at: usize, pronoun: Pronoun) -> Option<(Range<usize>, usize)> {
        if pronoun.sort == Sort::Plural || matches!(pronoun.case, Case::Object | Case::Reflexive) {
            return None;
        }
        let end = self.doc.sentences.get(self.doc.sentence_of(at))?.tokens.end.min(at + AHEAD);
        let from = self.names.partition_point(|(name, _)| name.start <= at);
        let voice = quotation(self.marks, at);
        let mut names = self.names[from..].iter().take_while(|(name, _)| name.start < end);
        let own = clause(self.doc, at);
        let (name, entity) = names.find(|(name, entity)| {
            self.is_of_sort(Who::Entity(*entity), pronoun.sort)
                && quotation(self.marks, name.start) == voice
                && function(self.doc, name) == Function::Subject
        })?;
        // "Her lawyer, Ruth Dorn," is not her own lawyer.
        let owned = name.start <= at + 6
            && (at + 1..name.start).any(|at| Lexicon::get().word(self.doc.normal(at)).is_person_noun());
        if pronoun.case == Case::Possessive && owned {
            return None;
        }
        let theirs = clause(self.doc, name.start);
        // The pronoun's clause hangs from theirs, or the pronoun stands in a phrase before their subject.
        let above = |from: usize| clause_around(self.doc, from);
        let mut inner = Some(own);
        let mut steps = 0;
        let below = loop {
            match inner {
                Some(clause) if clause == theirs => break steps > 0 || pronoun.case == Case::Possessive,
                Some(clause) if steps < 3 => inner = above(clause),
                _ => break false,
            }
            steps += 1;
        };
        below.then(|| (name.clone(), *entity))
    }

    fn is_of_sort(&self, who: Who, sort: Sort) -> bool {
        let unnamed = match who {
            Who::Unnamed(number) => self.strangers.get(number),
            Who::Entity(_) => None,
        };
        match (sort, self.kind(who), unnamed) {
            (Sort::Person, Some(kind), _) => kind == EntityType::Person && !self.is_plural(who),
            (Sort::Thing, Some(kind), _) => {
                !matches!(kind, EntityType::Person | EntityType::Norp) && !kind.is_value()
            }
            (Sort::Plural, Some(kind), _) => !kind.is_value(),
            (Sort::Person, None, Some(unnamed)) => unnamed.person && !unnamed.plural,
            (Sort::Thing, None, Some(unnamed)) => !unnamed.person && !unnamed.plural,
            (Sort::Plural, None, Some(unnamed)) => unnamed.plural || unnamed.person,
            (_, None, None) => false,
        }
    }

    pub(super) fn is_plural(&self, who: Who) -> bool {
        match who {
            Who::Unnamed(number) => self.strangers.get(number).is_some_and(|unnamed| unnamed.plural),
            Who::Entity(entity) => self.plural.get(entity).copied().unwrap_or(false),
        }
    }

    /// How often somebody was mentioned so far.
    fn mentioned(&self, who: Who) -> u32 {
        match who {
            Who::Entity(entity) => self.counts.get(entity).copied().unwrap_or_default(),
            Who::Unnamed(number) => self.strangers.get(number).map_or(0, |unnamed| unnamed.count),
        }
    }

    /// How often the whole article names somebody.
    fn named(&self, who: Who) -> usize {
        match who {
            Who::Entity(entity) => self.entities.get(entity).map_or(0, |entity| entity.mentions.len()),
            Who::Unnamed(_) => 0,
        }
    }

    /// Who the subject of a clause is, of those mentioned before a token.
    pub(super) fn subject_of(&self, predicate: usize, before: usize) -> Option<Who> {
        let subject = subject(self.doc, &self.subjects, predicate).filter(|&subject| subject != before)?;
        let near = self.discourse.seen.iter().rev().take(NEAR);
        // Of "Ruiz and Orr" the pair is seen last, and holds both.
        let holds = |seen: &&MentionRecord| seen.tokens.contains(&subject) && !self.is_plural(seen.who);
        near.clone()
            .find(holds)
            .or_else(|| near.clone().find(|seen| seen.tokens.contains(&subject)))
            .map(|seen| seen.who)
    }

    /// Whoever was last said to say something, outside of quotations.
    fn last_speaker(&self) -> Option<Who> {
        let spoke = |seen: &&MentionRecord| seen.part == Part::Speaker && seen.quotation.is_none();
        self.discourse.seen.iter().rev().find(spoke).map(|seen| seen.who)
    }

    /// Whether a verb of saying stands beside the token.
    pub(super) fn says(&self, at: usize) -> bool {
        is_saying(self.doc, at + 1) || at > 0 && is_saying(self.doc, at - 1)
    }
}

/// Pronouns of one gender, and those of things and of many, are each remembered by the last that was understood.
fn place(pronoun: Pronoun) -> usize {
    match (pronoun.sort, pronoun.gender) {
        (Sort::Person, Some(Gender::Female)) => 1,
        (Sort::Person, _) => 0,
        (Sort::Thing, _) => 2,
        (Sort::Plural, _) => 3,
    }
}

fn kind_place(kind: MentionKind) -> usize {
    match kind {
        MentionKind::Name => 0,
        MentionKind::Nominal => 1,
        MentionKind::Pronoun => 2,
    }
}

fn voices(theirs: Option<usize>, own: Option<usize>) -> usize {
    match (theirs, own) {
        (None, None) => 0,
        (theirs, own) if theirs == own => 1,
        _ => 2,
    }
}
