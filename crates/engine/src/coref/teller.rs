//! Who speaks behind words in marks: what "he said" and "the captain said" ask of the text before them.
//!
//! News gives the next words to whoever was last told of: the one who spoke last, or the one whom the sentence before
//! is about. What stands inside the words themselves is no evidence of who says them, and a long quotation between
//! does not bring anybody nearer, so that distances are counted in sentences of the reporter's.

use std::ops::Range;

use super::Resolver;
use super::discourse::{MentionRecord, Part, Who, each_once, weigh};
use crate::doc::Doc;
use crate::quote::cue::{self, CLAUSE, Form, HEARER, THOUGHT};
use crate::quote::marks::Marks;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// How many of the reporter's sentences back whoever speaks on may have been told of last.
const REACH: usize = 6;

/// For each sentence, how many of the reporter's stand before it: those that are not all in marks.
pub(super) fn own_sentences(doc: &Doc, marks: &Marks) -> Vec<usize> {
    let mut count = 0;
    let mut own = Vec::with_capacity(doc.sentences.len());
    for sentence in &doc.sentences {
        own.push(count);
        let tokens = sentence.tokens.clone();
        let word = |&at: &usize| doc.tokens[at].is_word();
        let mut at = tokens.start;
        let mut outside = false;
        while at < tokens.end && !outside {
            match marks.around(at) {
                Some(marked) => at = marked.outer().end.max(at + 1),
                None => {
                    outside = word(&at);
                    at += 1;
                }
            }
        }
        count += usize::from(outside);
    }
    own
}

/// The word of a mention that the others of it hang from, and above it the noun that it stands beside: "manager" for
/// the name in "the manager, Ken Ito, said".
pub(super) fn outermost(doc: &Doc, tokens: &Range<usize>) -> Option<usize> {
    let words = doc.syntax.words_of(tokens.start).start..doc.syntax.words_of(tokens.end - 1).end;
    let head = |word: usize| doc.syntax.words.get(word).map(|word| word.head as usize);
    let mut at =
        words.clone().find(|&word| head(word).is_some_and(|head| !words.contains(&head) || head == word))?;
    for _ in 0..4 {
        let relation = doc.syntax.words.get(at)?.relation;
        if !matches!(relation, Relation::Apposition | Relation::Flat | Relation::Conjunct) {
            break;
        }
        at = head(at)?;
    }
    // "the city of Osk"
    let word = doc.syntax.words.get(at)?;
    let of = tokens.start.checked_sub(1).filter(|&of| doc.normal(of) == "of");
    let place = of.filter(|_| word.relation == Relation::Nominal).and_then(|of| of.checked_sub(1));
    match place.filter(|&place| doc.is(place, WordClass::PlaceNoun)) {
        Some(place) => Some(doc.syntax.words_of(place).start),
        None => Some(at),
    }
}

/// Whether the tree sets a name beside a noun: "the owner of the boats, Ida Tarn".
pub(super) fn stands_beside(doc: &Doc, name: &Range<usize>, noun: usize) -> bool {
    let words = doc.syntax.words_of(name.start).start..doc.syntax.words_of(name.end - 1).end;
    let beside = |word: usize| {
        let word = &doc.syntax.words[word];
        word.head as usize == noun && matches!(word.relation, Relation::Apposition | Relation::Flat)
    };
    words.into_iter().any(beside)
}

/// "The note that Tarn wrote": the subject of a clause that tells of something else.
pub(super) fn is_within(doc: &Doc, tokens: &Range<usize>) -> bool {
    let words = &doc.syntax.words;
    let Some(noun) = outermost(doc, tokens).filter(|&noun| words[noun].relation == Relation::NominalSubject)
    else {
        return false;
    };
    let verb = words[noun].head as usize;
    words.get(verb).is_some_and(|verb| {
        matches!(verb.relation, Relation::RelativeClause | Relation::Clause | Relation::AdverbialClause)
    })
}

/// Whether the tree makes a mention the one who says something: the subject of a verb of saying, also of one that goes
/// on with its subject ("stood up, saying", unless it is to be `strict`), or whom "according to" names.
pub(super) fn tells(doc: &Doc, tokens: &Range<usize>, strict: bool) -> bool {
    // "according to Mr Tarn", "according to harbour master Ida Tarn"
    let from = tokens.start.saturating_sub(6);
    let to = (from..tokens.start).rev().find(|&at| {
        let belongs =
            doc.tokens[at].is_capital() || doc.syntax.tag(at).upos() == Upos::NOUN || doc.word(at) == ".";
        !belongs
    });
    if to.is_some_and(|to| to > 0 && doc.normal(to) == "to" && doc.normal(to - 1) == "according") {
        return true;
    }
    let Some(noun) = outermost(doc, tokens) else { return false };
    let words = &doc.syntax.words;
    if words[noun].relation != Relation::NominalSubject {
        return false;
    }
    let verb = words[noun].head as usize;
    let says = |word: usize| {
        let token = words[word].token as usize;
        cue::verb(doc.normal(token))
            .filter(|verb| verb.takes.any(CLAUSE | HEARER) && !verb.takes.any(THOUGHT))
    };
    if says(verb).is_some_and(|verb| verb.form != Form::Ing) || strict {
        return says(verb).is_some_and(|verb| verb.form != Form::Ing);
    }
    let end = doc.sentences.get(doc.sentence_of(tokens.start)).map_or(0, |sentence| sentence.tokens.end);
    let later = (verb + 1..words.len().min(verb + 40)).take_while(|&word| (words[word].token as usize) < end);
    let mut hangs = later.filter(|&word| words[word].head as usize == verb);
    hangs.any(|word| {
        let relation = words[word].relation;
        let goes_on = matches!(
            relation,
            Relation::AdverbialClause
                | Relation::OpenComplement
                | Relation::Conjunct
                | Relation::ClausalComplement
        );
        goes_on && says(word).is_some_and(|verb| verb.form == Form::Ing || relation == Relation::Conjunct)
    })
}

impl Resolver<'_> {
    /// How many of the reporter's sentences lie between a mention and a sentence.
    pub(super) fn distance(&self, seen: &MentionRecord, sentence: usize) -> usize {
        let own = |sentence: usize| self.own_sentences.get(sentence).copied().unwrap_or_default();
        own(sentence).saturating_sub(own(seen.sentence))
    }

    /// Everybody whom the reporter told of within reach, each once, latest first.
    pub(super) fn told_of(&self, sentence: usize) -> Vec<Who> {
        each_once(self.discourse.told().take_while(|seen| self.distance(seen, sentence) <= REACH))
    }

    /// How present someone is in what the reporter tells.
    pub(super) fn presence(&self, who: Who, sentence: usize) -> f32 {
        let told = self.discourse.told().filter(|seen| seen.who == who);
        weigh(told.map(|seen| (self.distance(seen, sentence), seen.part, seen.rank())))
    }

    /// Who spoke last, and who was last the subject of a sentence, among those who can be meant.
    pub(super) fn last_told(
        &self,
        sentence: usize,
        can_be: &dyn Fn(Who) -> bool,
    ) -> (Option<Who>, Option<Who>) {
        let own = || {
            let near = self.discourse.told().take_while(|seen| self.distance(seen, sentence) <= REACH);
            near.filter(|seen| can_be(seen.who))
        };
        let speaker = own().find(|seen| seen.part == Part::Speaker).map(|seen| seen.who);
        let subject = own().find(|seen| {
            seen.part == Part::Speaker || seen.part == Part::Subject && !is_within(self.doc, &seen.tokens)
        });
        // The first subject of that sentence is the one it is about.
        let subject = subject.map(|last| {
            let same = own().take_while(|seen| seen.sentence == last.sentence);
            let first = same.filter(|seen| matches!(seen.part, Part::Speaker | Part::Subject)).last();
            first.unwrap_or(last).who
        });
        (speaker, subject)
    }

    /// The tokens of the words in marks that "he said" stands beside, back to where they begin.
    pub(super) fn words_beside(&self, at: usize) -> Range<usize> {
        let before = self.marks.outer_before(at);
        let mut start = at;
        for marked in before {
            let between = marked.outer().end..start;
            // Behind the words stands nothing but their source, and between their paragraphs nothing.
            let limit = if start == at { 4 } else { 0 };
            let stops = start == at && between.clone().any(|token| self.doc.word(token) == ".");
            if stops || between.filter(|&token| self.doc.tokens[token].is_word()).count() > limit {
                break;
            }
            start = marked.inner.start;
        }
        let sentence = self.doc.sentences.get(self.doc.sentence_of(at)).map_or(at, |s| s.tokens.end);
        start..sentence.max(at)
    }

    /// Whether the verb of saying that a pronoun is the subject of stands beside words in marks or reports a clause.
    pub(super) fn says(&self, at: usize) -> bool {
        super::discourse::is_saying(self.doc, at + 1)
            || at > 0 && super::discourse::is_saying(self.doc, at - 1)
            || self.doc.is(at, WordClass::SubjectPronoun) && tells(self.doc, &(at..at + 1), true)
    }
}
