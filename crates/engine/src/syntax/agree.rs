//! Tags that are set right when the tree is known: the tagger decides from left to right, and sees neither what a verb's
//! subject is nor what "and" joins it to.

use std::ops::Range;

use super::lemma::Lemmas;
use super::marks::COLON;
use super::relation::Relation;
use super::tag::{Tag, Upos, VerbForm};
use super::{Reader, Row};
use crate::lexeme::hash_str;
use crate::lexicon::{Parts, Title};

/// Forms of verbs that take an object with a bare infinitive: "let the boys leave".
const BEFORE_BARE: [u32; 14] = [
    hash_str("let"),
    hash_str("lets"),
    hash_str("make"),
    hash_str("makes"),
    hash_str("made"),
    hash_str("help"),
    hash_str("helps"),
    hash_str("helped"),
    hash_str("see"),
    hash_str("saw"),
    hash_str("watch"),
    hash_str("watched"),
    hash_str("hear"),
    hash_str("heard"),
];

/// How a word with a capital looks.
const CAPITAL: [u32; 4] = [hash_str("Xx"), hash_str("Xxx"), hash_str("Xx."), hash_str("Xxx.")];

/// Forms of the auxiliary of the perfect.
const HAVE: [u32; 5] =
    [hash_str("have"), hash_str("has"), hash_str("had"), hash_str("'ve"), hash_str("having")];

/// What no word can be where it stands, before the tree is known: between "have" and its participle there are only
/// adverbs ("have long said"), a title before a name is part of it ("Ms Roche"), what stands between a quotation and a
/// colon is a finite verb (“…,” added:), and an adverb behind a noun does not take "to" ("a source close to her").
pub(super) fn settle(row: Row, tags: &mut [Tag]) {
    for at in 0..tags.len() {
        let next = tags.get(at + 1).copied();
        let (Some(lexeme), Some(before)) = (row.get(at), at.checked_sub(1).map(|before| tags[before])) else {
            continue;
        };
        let perfect = || {
            before.upos() == Upos::AUX && row.get(at - 1).is_some_and(|before| HAVE.contains(&before.word))
        };
        match (tags[at], next) {
            (
                Tag::Adjective | Tag::Preposition | Tag::Subordinator,
                Some(Tag::VerbParticiple | Tag::AuxParticiple),
            ) if perfect() => tags[at] = Tag::Adverb,
            (Tag::VerbParticiple, Some(Tag::Mark))
                if before == Tag::Mark && row.get(at + 1).is_some_and(|next| next.mark == COLON) =>
            {
                tags[at] = Tag::VerbPast;
            }
            (Tag::Adverb, Some(Tag::Preposition))
                if matches!(before, Tag::Noun | Tag::Nouns)
                    && lexeme.parts.has_any(Parts::ADJECTIVE)
                    && row.get(at + 1).is_some_and(|next| next.word == hash_str("to")) =>
            {
                tags[at] = Tag::Adjective;
            }
            _ => {}
        }
    }
    title(row, tags);
    finite(row, tags);
}

fn title(row: Row, tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let titled = tags[at] == Tag::Name
            && matches!(tags[at - 1], Tag::Noun | Tag::Nouns)
            && row.get(at - 1).is_some_and(|title| {
                CAPITAL.contains(&title.shape) && title.known.title() == Some(Title::Honorific)
            });
        if titled {
            tags[at - 1] = Tag::Name;
        }
    }
}

/// "The ruling calls the search a farce": where no other verb is finite, a plural before a determiner that can be a verb
/// is one.
fn finite(row: Row, tags: &mut [Tag]) {
    let is_finite = |tag: &Tag| {
        let form = tag.verb_form();
        matches!(form, Some(VerbForm::Present | VerbForm::Past | VerbForm::Modal))
    };
    if tags.iter().any(is_finite) {
        return;
    }
    let verb = (1..tags.len()).find(|&at| {
        tags[at] == Tag::Nouns
            && tags.get(at + 1) == Some(&Tag::Determiner)
            && matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::VerbIng)
            && row.get(at).is_some_and(|lexeme| lexeme.parts.has_any(Parts::VERB_THIRD))
    });
    if let Some(at) = verb {
        tags[at] = Tag::VerbThird;
        if tags[at - 1] == Tag::VerbIng && at > 1 && tags[at - 2] == Tag::Determiner {
            tags[at - 1] = Tag::Noun;
        }
    }
}

impl Reader {
    /// "It closed in May and opens in June": "and" joins like with like, so what it joins to a verb, and can be one, is
    /// one, unless something before it makes it a noun.
    pub(super) fn join_likes(&mut self, piece: &Range<usize>) {
        let tags = &mut self.tags[piece.clone()];
        let (heads, relations) = (&self.heads[piece.clone()], &self.relations[piece.clone()]);
        for at in 0..tags.len() {
            let head = usize::from(heads[at]);
            let to_verb = relations[at] == Relation::Conjunct
                && tags.get(head).is_some_and(|tag| tag.upos() == Upos::VERB);
            let lexeme = &self.lexemes[self.numbers[piece.start + at] as usize];
            if !to_verb || tags[at] != Tag::Nouns || !lexeme.parts.has_any(Parts::VERB_THIRD) {
                continue;
            }
            let led = (at.saturating_sub(8)..at).any(|word| {
                usize::from(heads[word]) == at
                    && !matches!(
                        relations[word],
                        Relation::Coordinator | Relation::Adverbial | Relation::Punctuation
                    )
            });
            if !led {
                tags[at] = Tag::VerbThird;
            }
        }
    }

    /// "It shut on Monday", "The bridge shut": a verb agrees with its subject, so a form that is present or participle by
    /// its letters is past where its subject is one person or thing and no auxiliary stands by.
    pub(super) fn agree(&mut self, piece: &Range<usize>) {
        const ONE: [u32; 3] = [hash_str("he"), hash_str("she"), hash_str("it")];
        let tags = &mut self.tags[piece.clone()];
        let (heads, relations) = (&self.heads[piece.clone()], &self.relations[piece.clone()]);
        let lexeme = |at: usize| &self.lexemes[self.numbers[piece.start + at] as usize];
        for at in 0..tags.len() {
            let wrong = match tags[at] {
                Tag::VerbPresent => lexeme(at).irregular & Lemmas::PAST != 0,
                Tag::VerbParticiple => {
                    let finite = matches!(
                        relations[at],
                        Relation::Root | Relation::ClausalComplement | Relation::RelativeClause
                    );
                    finite
                        && (lexeme(at).irregular & Lemmas::PAST != 0
                            || lexeme(at).parts.has_any(Parts::VERB_PAST))
                }
                _ => false,
            };
            if !wrong {
                continue;
            }
            let before = at.saturating_sub(16)..at;
            let (mut one, mut other) = (false, false);
            for word in before.filter(|&word| usize::from(heads[word]) == at) {
                match relations[word] {
                    Relation::NominalSubject => {
                        let single = match tags[word] {
                            Tag::Personal => ONE.contains(&lexeme(word).word),
                            Tag::Noun | Tag::Name => true,
                            _ => false,
                        };
                        let joined = (word + 1..at).any(|next| {
                            usize::from(heads[next]) == word && relations[next] == Relation::Conjunct
                        });
                        one |= single && !joined;
                        other |= !single || joined;
                    }
                    Relation::Auxiliary
                    | Relation::PassiveAuxiliary
                    | Relation::Copula
                    | Relation::PassiveSubject => {
                        other = true;
                    }
                    _ => {}
                }
            }
            if one && !other {
                tags[at] = Tag::VerbPast;
            }
        }
    }

    /// "Ms Roche, warning of the rain, added: …": an -ing form without an auxiliary is no sentence's verb where a finite verb
    /// that has no subject stands behind a mark after it.
    pub(super) fn crown(&mut self, piece: &Range<usize>) {
        let tags = &self.tags[piece.clone()];
        let (heads, relations) = (&mut self.heads[piece.clone()], &mut self.relations[piece.clone()]);
        let Some(root) = relations.iter().position(|&relation| relation == Relation::Root) else { return };
        let has = |relation: Relation, of: usize, heads: &[u16], relations: &[Relation]| {
            (0..heads.len()).find(|&at| usize::from(heads[at]) == of && relations[at] == relation)
        };
        if tags[root] != Tag::VerbIng || has(Relation::Auxiliary, root, heads, relations).is_some() {
            return;
        }
        let Some(subject) = has(Relation::NominalSubject, root, heads, relations) else { return };
        let verb = (root + 2..tags.len()).find(|&at| {
            matches!(tags[at], Tag::VerbPast | Tag::VerbThird)
                && tags[at - 1] == Tag::Mark
                && has(Relation::NominalSubject, at, heads, relations).is_none()
        });
        if let Some(verb) = verb
            && subject < root
        {
            for head in heads.iter_mut().skip(verb + 1).filter(|head| usize::from(**head) == root) {
                *head = verb as u16;
            }
            heads[verb] = heads[root];
            relations[verb] = Relation::Root;
            heads[subject] = verb as u16;
            heads[root] = verb as u16;
            relations[root] = Relation::AdverbialClause;
        }
    }

    /// "It closed in May, and opens in June": what stands behind a joined verb goes with that verb (in the treebanks 94 times of
    /// 100), and "to" before a noun is a preposition.
    pub(super) fn attach_near(&mut self, piece: &Range<usize>) {
        let (tags, relations) = (&mut self.tags[piece.clone()], &self.relations[piece.clone()]);
        let heads = &mut self.heads[piece.clone()];
        for at in 0..heads.len() {
            let head = usize::from(heads[at]);
            if relations[at] == Relation::Case && tags[at] == Tag::To {
                tags[at] = Tag::Preposition;
            }
            if relations[at] != Relation::Oblique || head >= at || tags[head].upos() != Upos::VERB {
                continue;
            }
            let near = at.saturating_sub(16).max(head + 1);
            let joined = (near..at).rev().find(|&word| {
                usize::from(heads[word]) == head
                    && relations[word] == Relation::Conjunct
                    && tags[word].upos() == Upos::VERB
            });
            if let Some(joined) = joined {
                heads[at] = joined as u16;
            }
        }
    }

    /// "We open at noon and close at five", "She will come and stay": a base form and a present are written alike. What has
    /// a plural subject and no auxiliary is present, and what "and" joins to either is the same.
    pub(super) fn level(&mut self, piece: &Range<usize>) {
        const NOMINATIVE: [u32; 3] = [hash_str("i"), hash_str("we"), hash_str("they")];
        let tags = &mut self.tags[piece.clone()];
        let (heads, relations) = (&self.heads[piece.clone()], &self.relations[piece.clone()]);
        for at in 0..tags.len() {
            if !matches!(tags[at], Tag::VerbBase | Tag::VerbPresent) {
                continue;
            }
            // "saw people leave", "let the boys go": what follows a verb without a marker may have an object as its subject.
            let open = usize::from(heads[at]) < at && relations[at] != Relation::Conjunct;
            let marked = (at.saturating_sub(16)..at)
                .any(|word| usize::from(heads[word]) == at && relations[word] == Relation::Marker);
            let (mut plural, mut led) = (false, false);
            for word in (at.saturating_sub(16)..at).filter(|&word| usize::from(heads[word]) == at) {
                match relations[word] {
                    Relation::NominalSubject => {
                        led = true;
                        plural |= match tags[word] {
                            Tag::Nouns | Tag::Names => !open || marked,
                            _ => {
                                let lexeme = self.numbers[piece.start + word];
                                NOMINATIVE.contains(&self.lexemes[lexeme as usize].word)
                            }
                        };
                    }
                    Relation::Auxiliary | Relation::PassiveAuxiliary | Relation::Expletive => {
                        (led, plural) = (true, false);
                        break;
                    }
                    Relation::Marker if tags[word] == Tag::To => {
                        (led, plural) = (true, false);
                        break;
                    }
                    _ => {}
                }
            }
            let bare = matches!(relations[at], Relation::ClausalComplement | Relation::OpenComplement)
                && open
                && !marked
                && self
                    .numbers
                    .get(piece.start + usize::from(heads[at]))
                    .is_some_and(|&head| BEFORE_BARE.contains(&self.lexemes[head as usize].word));
            if plural {
                tags[at] = Tag::VerbPresent;
            } else if bare {
                tags[at] = Tag::VerbBase;
            } else if !led && relations[at] == Relation::Conjunct {
                match tags.get(usize::from(heads[at])) {
                    Some(&joined @ (Tag::VerbBase | Tag::VerbPresent)) if usize::from(heads[at]) < at => {
                        tags[at] = joined;
                    }
                    _ => {}
                }
            }
        }
    }
}
