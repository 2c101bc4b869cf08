//! Reads what the article calls someone, in its own words: the title before a name ("Ukrainian President"), what
//! is set beside it ("an analyst at Bridgewell"), or a clause about it ("who leads the Residents’ Alliance").
//!
//! There is no parse. A role is found by its noun, and reaches left and right over the words that a role is made
//! of; where another word stands in the way, the role ends or is given up, so that it swallows no verb.

use std::ops::Range;

use analysis::{Entity, EntityType, MentionKind, Role};

use crate::explain::trace::{Decision, Trace};
use crate::lexicon::{Lexicon, Title};
use crate::reading::Reading;
use crate::rules::{self, Rule};
use crate::sentence::is_function_word;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Upos, VerbForm};
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

/// No more mentions than this are read for a role: it stands with the first ones.
const MENTIONS: usize = 8;
/// The longest role, in tokens.
const LONGEST: usize = 18;

/// Gives each person and organisation the role that the article gives it, if it does.
pub(crate) fn read(reading: &Reading, entities: &mut [Entity], trace: &mut Trace) {
    let roles = Roles { reading, names: Names::of(reading, entities) };
    for entity in entities {
        if !matches!(entity.kind, EntityType::Person | EntityType::Org) {
            continue;
        }
        let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).take(MENTIONS);
        let mut best: Option<(Range<usize>, &'static Rule)> = None;
        for mention in names {
            let name = reading.tokens_in(mention.span);
            let found = match entity.kind {
                EntityType::Person => roles.of_person(&name),
                _ => roles.of_organisation(&name),
            };
            let Some(found) = found else { continue };
            // One word alone ("President") gives way to what says more ("Finnish President").
            let fuller = best.as_ref().is_none_or(|(best, _)| best.len() == 1 && found.0.len() > 1);
            if fuller {
                best = Some(found);
            }
            if best.as_ref().is_some_and(|(best, _)| best.len() > 1) {
                break;
            }
        }
        entity.role = best.map(|(tokens, rule)| {
            let span = reading.span(tokens.clone());
            if trace.is_on() {
                let what = format!("{}: “{}”", entity.name, span.of(reading.text));
                trace.add(Decision::new(rule, span, what));
            }
            Role { text: super::form::collapse(reading.words(tokens)), span }
        });
    }
}

/// All names of the article by their place.
struct Names {
    /// Tokens and type, in order.
    all: Vec<(Range<usize>, EntityType)>,
}

impl Names {
    fn of(reading: &Reading, entities: &[Entity]) -> Names {
        let mut all: Vec<(Range<usize>, EntityType)> = Vec::new();
        for entity in entities.iter().filter(|entity| !entity.kind.is_value()) {
            all.extend(entity.mentions.iter().map(|mention| (reading.tokens_in(mention.span), entity.kind)));
        }
        all.sort_by_key(|(tokens, _)| (tokens.start, tokens.end));
        Names { all }
    }

    /// The name that holds a token.
    fn at(&self, token: usize) -> Option<&(Range<usize>, EntityType)> {
        let after = self.all.partition_point(|(tokens, _)| tokens.start <= token);
        self.all[..after].last().filter(|(tokens, _)| tokens.contains(&token))
    }
}

struct Roles<'a> {
    reading: &'a Reading<'a>,
    names: Names,
}

impl Roles<'_> {
    fn of_person(&self, name: &Range<usize>) -> Option<(Range<usize>, &'static Rule)> {
        let by = |rule| move |role| (role, rule);
        let title = || self.before(name, Roles::is_person_head).map(by(&rules::ROLE_TITLE));
        let apposition = || self.beside(name, Roles::is_person_head).map(by(&rules::ROLE_APPOSITION));
        title().or_else(apposition).or_else(|| self.clause(name).map(by(&rules::ROLE_CLAUSE)))
    }

    fn of_organisation(&self, name: &Range<usize>) -> Option<(Range<usize>, &'static Rule)> {
        let by = |rule| move |role| (role, rule);
        let apposition = self.beside(name, Roles::is_organisation_head).map(by(&rules::ROLE_APPOSITION));
        apposition.or_else(|| self.before(name, Roles::is_maker).map(by(&rules::ROLE_TITLE)))
    }

    fn word(&self, at: usize) -> &str {
        self.reading.normal(at)
    }

    fn is_word(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.is_word())
    }

    fn is_capital(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.is_capital())
    }

    fn is_person_head(&self, at: usize) -> bool {
        let word = self.word(at);
        if !self.is_word(at) || is_function_word(word) || self.names.at(at).is_some() {
            return false;
        }
        let facts = Lexicon::get().word(word);
        facts.is_person_noun() && !is_rarely_a_person(word)
            || word.len() > 7 && ["ologist", "ographer", "ician"].iter().any(|end| word.ends_with(end))
            || facts.title() == Some(Title::Role)
            || matches!(word, "chief" | "head" | "executive" | "law" | "general" | "secretary")
    }

    fn is_organisation_head(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_maker(at)
            || self.is_word(at) && !self.is_capital(at) && Lexicon::get().word(word).is_org_word()
    }

    /// A noun for an organisation that may stand before its name without an article.
    fn is_maker(&self, at: usize) -> bool {
        let word = self.word(at);
        !self.is_capital(at) && (word.ends_with("maker") || word_class::is(word, WordClass::OrganisationNoun))
    }

    /// "Ukrainian President Ana Ruiz", "special envoy Ira Pell", "The mayor, Ana Ruiz, said".
    fn before(&self, name: &Range<usize>, is_head: fn(&Self, usize) -> bool) -> Option<Range<usize>> {
        let from = self.sentence(name.start)?.start;
        let mut end = name.start;
        while end > from && Lexicon::get().word(self.word(end - 1)).title() == Some(Title::Honorific) {
            end -= 1;
        }
        let set_off = end > from && self.reading.word(end - 1) == ",";
        if set_off {
            end -= 1;
        }
        let head = self.head_before(from, end, is_head)?;
        let start = self.reach_left(from, head);
        let opener = start.checked_sub(1).filter(|&at| at >= from).map_or("", |at| self.word(at));
        // "…, the mayor, Ana Ruiz" is one; "he met the mayor, a judge, Ana Ruiz" cannot be told apart.
        let closed = self.reading.word(name.end) == "," || self.sentence(name.start)?.end <= name.end + 1;
        if set_off && !(closed && (is_article(opener) || self.has_owner(start..end))) {
            return None;
        }
        (end - start <= LONGEST).then_some(start..end).filter(|role| !role.is_empty())
    }

    /// The head noun of a role that ends at `end`: just there, or before "of …", "to the …".
    fn head_before(&self, from: usize, end: usize, is_head: fn(&Self, usize) -> bool) -> Option<usize> {
        let last = end.checked_sub(1).filter(|&last| last >= from)?;
        if is_head(self, last) {
            return Some(last);
        }
        let mut at = match self.names.at(last) {
            Some((tokens, kind)) if *kind != EntityType::Person && tokens.end == end => tokens.start,
            Some(_) => return None,
            None if self.is_word(last) && !is_function_word(self.word(last)) => last,
            None => return None,
        };
        if at > from && self.word(at - 1) == "the" {
            at -= 1;
        }
        let preposition = at.checked_sub(1).filter(|&at| at >= from)?;
        if !matches!(self.word(preposition), "of" | "to" | "for" | "at") {
            return None;
        }
        preposition.checked_sub(1).filter(|&head| head >= from && is_head(self, head))
    }

    /// Where the words before a head begin that belong to it.
    fn reach_left(&self, from: usize, head: usize) -> usize {
        let mut start = head;
        while start > from && head - start < LONGEST {
            let at = start - 1;
            let word = self.word(at);
            if let Some((tokens, kind)) = self.names.at(at) {
                if *kind == EntityType::Person || tokens.start < from {
                    break;
                }
                start = tokens.start;
                continue;
            }
            match self.reading.tokens[at].kind {
                TokenKind::Hyphen if at > from && self.is_word(at - 1) => start = at - 1,
                TokenKind::Clitic => match at.checked_sub(1).and_then(|at| self.names.at(at)) {
                    // "Kestrel’s finance chief": the owner belongs to the role, and nothing before it.
                    Some((tokens, _)) if tokens.start >= from => return tokens.start,
                    _ => break,
                },
                TokenKind::Word if is_modifier(word) => start = at,
                TokenKind::Word if is_function_word(word) && word != "former" => break,
                TokenKind::Word if self.is_person_head(at) && self.fits_before(at) => start = at,
                TokenKind::Word
                    if self.is_capital(at) && !self.reading.begins_sentence(at) && self.fits_before(at) =>
                {
                    start = at;
                }
                _ => break,
            }
        }
        start
    }

    /// A word that is no verb by its looks, so that "praised" stays outside of a role.
    fn fits_before(&self, at: usize) -> bool {
        self.is_capital(at) || !self.is_verb(at)
    }

    fn has_owner(&self, role: Range<usize>) -> bool {
        role.into_iter()
            .any(|at| self.reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Clitic))
    }

    /// "Ana Ruiz, an analyst at Bridgewell,".
    fn beside(&self, name: &Range<usize>, is_head: fn(&Self, usize) -> bool) -> Option<Range<usize>> {
        let sentence = self.sentence(name.start)?;
        let mut at = name.end;
        if self.reading.word(at) != "," {
            return None;
        }
        at += 1;
        // "Ana Ruiz, 41, a baker"
        if self.reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
            && self.reading.word(at + 1) == ","
        {
            at += 2;
        }
        let article = is_article(self.word(at)) || is_possessive(self.word(at));
        let start = at + usize::from(article);
        let head = self.head_after(start, sentence.end, is_head)?;
        let (end, closed) = self.reach_right(name, head, sentence.end.min(start + LONGEST), sentence.end);
        // A person's name inside, but for an owner or behind a preposition, makes it a list of people.
        let people = (start..=head).any(|at| {
            self.names.at(at).is_some_and(|(tokens, kind)| {
                *kind == EntityType::Person
                    && self.reading.tokens.get(tokens.end).is_none_or(|token| token.kind != TokenKind::Clitic)
            })
        });
        let title_of_next = self
            .names
            .at(head + 1)
            .is_some_and(|(tokens, kind)| *kind == EntityType::Person && tokens.start == head + 1);
        (closed && !people && !title_of_next).then_some(start..end)
    }

    /// The head of a role that begins at `start`: its last noun before a preposition or an end.
    fn head_after(&self, start: usize, end: usize, is_head: fn(&Self, usize) -> bool) -> Option<usize> {
        let mut head = None;
        let mut at = start;
        while at < end && at < start + 9 {
            let word = self.word(at);
            let kind = self.reading.tokens[at].kind;
            let joined = self.reading.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Hyphen);
            if kind == TokenKind::Hyphen && at + 2 < end {
                // "son-in-law", "co-author": the parts are one.
                at += 1;
                if is_head(self, at)
                    && !self.reading.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Hyphen)
                {
                    head = Some(at);
                }
            } else if let Some((tokens, _)) = self.names.at(at) {
                head = None;
                at = tokens.end.max(at + 1);
                continue;
            } else if is_head(self, at) && !joined {
                head = Some(at);
            } else if kind == TokenKind::Word && is_function_word(word) && !is_modifier(word)
                || matches!(kind, TokenKind::Mark | TokenKind::QuoteMark)
            {
                break;
            } else if kind == TokenKind::Word {
                head = None;
            }
            at += 1;
        }
        head
    }

    /// A verb that is no part of a noun phrase.
    fn is_verb(&self, at: usize) -> bool {
        let attributive =
            matches!(self.reading.syntax.relation(at), Relation::AdjectiveOf | Relation::Compound);
        matches!(self.reading.syntax.tag(at).upos(), Upos::VERB | Upos::AUX) && !attributive
    }

    /// "oversaw", "has": the verb of a clause, where "based in Dunmore" goes with its noun.
    fn is_finite(&self, at: usize) -> bool {
        let form = self.reading.syntax.tag(at).verb_form();
        self.is_verb(at)
            && matches!(form, Some(VerbForm::Past | VerbForm::Present | VerbForm::Modal))
            && !self.is_capital(at)
    }

    /// Where the role of this head ends, and whether it comes to an end that is one.
    fn reach_right(
        &self,
        name: &Range<usize>,
        head: usize,
        limit: usize,
        sentence_end: usize,
    ) -> (usize, bool) {
        let mut at = head + 1;
        while at < limit {
            let word = self.word(at);
            let stop = matches!(
                self.reading.tokens[at].kind,
                TokenKind::Mark | TokenKind::QuoteMark if !matches!(self.reading.word(at), "&" | "/" | "." if at + 1 < sentence_end)
            );
            if stop || is_relative(word) {
                return (at, true);
            }
            if self.is_finite(at) {
                // "Ana Ruiz, a nurse at Dunmore Hospital oversaw it": the comma is missing. In "…, a nurse oversaw it"
                // the nurse is somebody else.
                let syntax = &self.reading.syntax;
                let apposed = syntax.relation(head) == Relation::Apposition;
                return (at, apposed || name.clone().any(|token| syntax.head(token) == Some(at)));
            }
            let another = word == "and"
                && (at + 1..(at + 4).min(sentence_end))
                    .find_map(|next| self.names.at(next))
                    .is_some_and(|(_, kind)| *kind == EntityType::Person);
            if another {
                return (at, true);
            }
            at += 1;
        }
        (at, at == sentence_end)
    }

    /// "Ana Ruiz, who leads the Residents’ Alliance".
    fn clause(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.sentence(name.start)?;
        let who = name.end + usize::from(self.reading.word(name.end) == ",");
        let verb = who + 1;
        if who >= sentence.end || self.word(who) != "who" || !is_leading(self.word(verb)) {
            return None;
        }
        let limit = sentence.end.min(who + LONGEST);
        let mut end = verb + 1;
        while end < limit {
            let kind = self.reading.tokens[end].kind;
            if matches!(kind, TokenKind::Mark | TokenKind::QuoteMark) || self.is_finite(end) {
                break;
            }
            end += 1;
        }
        (end > verb + 1).then_some(who..end)
    }

    fn sentence(&self, token: usize) -> Option<Range<usize>> {
        self.reading.sentences.get(self.reading.sentence_of(token)).map(|sentence| sentence.tokens.clone())
    }
}

fn is_article(normal: &str) -> bool {
    matches!(normal, "a" | "an" | "the" | "another")
}

fn is_possessive(normal: &str) -> bool {
    matches!(normal, "his" | "her" | "its" | "their" | "our" | "my")
}

/// Words, written small, that stand before the noun of a role.
fn is_modifier(normal: &str) -> bool {
    word_class::is(normal, WordClass::RoleModifier)
}

/// Nouns that can mean a person and hardly ever do beside a name.
fn is_rarely_a_person(normal: &str) -> bool {
    word_class::is(normal, WordClass::RarelyPerson)
}

fn is_relative(normal: &str) -> bool {
    word_class::is(normal, WordClass::EndsRole)
}

/// Verbs whose clause tells an office.
fn is_leading(normal: &str) -> bool {
    word_class::is(normal, WordClass::LeadingVerb)
}

#[cfg(test)]
mod tests {
    use super::super::tests::entities;

    /// The roles of the entities that have one, in order.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (document, found) = entities(text);
        let roles: Vec<_> = found.iter().filter_map(|entity| entity.role.as_ref()).collect();
        assert!(roles.iter().all(|role| role.span.of(&document.text) == role.text));
        assert_eq!(roles.into_iter().map(|role| role.text.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_title_before_the_name() {
        check("[N:Finnish] President [P:Ana Ruiz] spoke.", &["Finnish President"]);
        check("Chief Executive [P:Ana Ruiz] spoke.", &["Chief Executive"]);
        check("Talks between [G:U.S.] special envoy [P:Ira Pell] and others.", &["U.S. special envoy"]);
    }

    #[test]
    fn a_title_with_its_place() {
        check(
            "The [N:Finnish] Ambassador to the [G:United States] [P:Ana Ruiz] spoke.",
            &["Finnish Ambassador to the United States"],
        );
    }

    #[test]
    fn a_title_before_and_nothing_of_the_verb() {
        check("She praised finance minister [P:Ana Ruiz].", &["finance minister"]);
        check("Yesterday President [P:Ana Ruiz] spoke.", &["President"]);
    }

    #[test]
    fn a_title_and_an_owner() {
        check(
            "President [P:Ode Brandt]’s son-in-law [P:Ira Pell] spoke.",
            &["President", "Ode Brandt’s son-in-law"],
        );
    }

    #[test]
    fn hyphens_inside() {
        check("said co-author [P:Jan Thoré].", &["co-author"]);
    }

    #[test]
    fn set_beside_the_name() {
        check("[P:Ira Pell], an analyst at [O:Dunmore], said so.", &["analyst at Dunmore"]);
        check(
            "According to [P:Ira Pell], [O:Dunmore]’s finance chief, it fell.",
            &["Dunmore’s finance chief"],
        );
        check("“No,” said [P:Ira Pell], head of finance at [O:Dunmore].", &["head of finance at Dunmore"]);
        check("[P:Ira Pell], 41, a baker, said so.", &["baker"]);
    }

    #[test]
    fn two_roles_at_once() {
        check(
            "said Dr. [P:Ana Ruiz], a neurobiologist and the paper’s lead author.",
            &["neurobiologist and the paper’s lead author"],
        );
    }

    #[test]
    fn a_list_is_no_role() {
        check("[P:Ira Pell], Mrs [P:Dorn] and others came.", &[]);
        check("[P:Ira Pell], a week later, left.", &[]);
    }

    #[test]
    fn the_title_set_off_before_the_name() {
        check("The finance minister, [P:Ana Ruiz], said so.", &["finance minister"]);
    }

    #[test]
    fn a_clause() {
        check("[P:Ana Ruiz], who leads the Harbour Alliance, spoke.", &["who leads the Harbour Alliance"]);
    }

    #[test]
    fn an_organisation() {
        check("[O:Velmont], a chipmaker in [G:Austin], rose.", &["chipmaker in Austin"]);
    }
}
