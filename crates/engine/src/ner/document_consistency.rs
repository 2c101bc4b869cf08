//! What one sentence leaves open, the rest of the article decides.
//!
//! A name that is clear in one place is the same kind of name in the others, and is found where the model missed
//! it ("document-level consistency": Finkel, Grenager and Manning, ACL 2005; Ratinov and Roth, CoNLL 2009).

mod missed;

use missed::{acts, add_missed};

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::ops::Range;

use analysis::{BlockKind, EntityType};

use super::evidence;
use super::features::Clue;
use super::types::whole_phrase;
use super::weights::{
    BY_FORM, CLEAR_FRAME, FEW, FROM_SURNAME, LONG_NAME, PROVEN, SHARE, SUREST_VOTE, TITLED,
};
use super::{Group, Guess, is_generation, is_located};
use crate::doc::Doc;
use crate::lexicon::{Lexicon, PhraseKind, Title, transliteration_key};
use crate::name_order::puts_surname_first;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

const GROUPS: [Group; 4] = [Group::Person, Group::Org, Group::Place, Group::Other];

/// What the article as a whole says of a name or a word of one.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    weights: [f32; 4],
    /// Of these, what stands beside the name has given; see [`evidence`].
    frames: [f32; 4],
    /// Whether any was given outside of headlines.
    below: bool,
    /// Whether a word like "in" stands before one that the model takes for a place.
    located: bool,
    mentions: u16,
}

impl Votes {
    fn add_all(&mut self, others: Option<&Votes>) {
        for (sum, weight) in self.weights.iter_mut().zip(others.map_or([0.0; 4], |others| others.weights)) {
            *sum += weight;
        }
    }

    fn total(&self) -> f32 {
        self.weights.iter().sum()
    }

    fn add(&mut self, group: Group, weight: f32) {
        self.weights[group as usize] += weight;
    }

    /// The group that most speaks for, and its share of all that was said.
    fn best(&self) -> Option<(Group, f32, f32)> {
        let sum: f32 = self.weights.iter().sum();
        let best = GROUPS
            .into_iter()
            .max_by(|&a, &b| self.weights[a as usize].total_cmp(&self.weights[b as usize]).then(b.cmp(&a)))?;
        (sum > 0.0).then(|| (best, self.weights[best as usize] / sum, self.weights[best as usize]))
    }
}

/// The guesses after the article has spoken. `titled` says of each sentence whether it is a headline by its capitals.
pub(super) fn settle(doc: &Doc, clues: &[Clue], titled: &[bool], mut guesses: Vec<Guess>) -> Vec<Guess> {
    for guess in guesses.iter_mut().filter(|guess| !guess.proven) {
        if is_titled_person(doc, clues, guess) || is_korean(doc, clues, guess) {
            guess.settle_on(Group::Person, TITLED);
        } else if is_dateline(doc, guess) {
            guess.settle_on(Group::Place, TITLED);
            guess.proven = true;
        } else if is_agency(doc, guess) {
            guess.settle_on(Group::Org, TITLED);
            guess.proven = true;
        }
    }
    let said = Said::by(doc, clues, titled, &guesses);
    for guess in &mut guesses {
        cut_in_headline(doc, clues, guess, &said);
    }
    let said = Said::by(doc, clues, titled, &guesses);
    for guess in &mut guesses {
        let words = key(doc, &guess.tokens);
        let single = guess.tokens.len() == 1;
        let mut all = said.whole.get(&words).copied().unwrap_or_default();
        if single {
            all.add_all(said.parts.get(&words));
        } else {
            // "Taufa says he was cheated" tells of Pita Taufa, too.
            let last = guess.tokens.end - 1;
            let body = guess.tokens.clone().any(|at| clues[at].known.is_org_word() || doc.normal(at) == "of");
            let alone = said.whole.get(&key(doc, &(last..last + 1)));
            let shown = alone.is_some_and(|votes| votes.frames[Group::Person as usize] > 0.0);
            let others = all.frames[Group::Org as usize] + all.frames[Group::Place as usize];
            if let Some((Group::Person, share, weight)) = alone.and_then(Votes::best)
                && share > SHARE
                && !body
            {
                // Where only the model speaks of the full name, what is said of the surname alone decides.
                let decided = shown && others == 0.0;
                all.add(Group::Person, if decided { all.total() * 2.0 } else { FROM_SURNAME * weight });
            }
        }
        if let Some(group) = told_here(doc, clues, guess, &words, &said) {
            guess.settle_on(group, BY_FORM);
            guess.told = true;
            continue;
        }
        // "Phoenix, who was five", where the article has a Phoenix Salter: not the city, unless something is in it.
        let country =
            || whole_phrase(doc, guess).is_some_and(|facts| facts.kind().is_gpe() && !facts.is_ambiguous());
        if single
            && !guess.proven
            && guess.group != Group::Person
            && said.given.contains_key(&words)
            && !clues[guess.tokens.start].known.is_month()
            && let frame = evidence::votes(doc, clues, &guess.tokens)
            // "“I was late,” Georgia said": what speaks is no country.
            && (frame[Group::Person as usize] > 0.0 || !country())
            && frame[Group::Place as usize] == 0.0
            && !is_located(doc, guess.tokens.start)
        {
            guess.settle_on(Group::Person, BY_FORM);
            continue;
        }
        if single
            && guess.group != Group::Place
            && let Some(&firm) = said.firms.get(&words)
        {
            all.add(Group::Org, firm);
        }
        let somebody = is_somebody_here(doc, guess, &all);
        if let Some((group, share, _)) = all.best()
            && !guess.proven
            // A name of several words means one thing.
            && (share > SHARE || !single)
            && (somebody || plays(doc, clues, guess) || !stays_place(doc, guess))
        {
            guess.group = group;
            guess.confidence = guess.confidence.max(share.min(SUREST_VOTE));
            guess.kind = guess.kind.or_else(|| said.kind(&words, group));
        }
        if is_capital_city(doc, clues, guess, &all, &said) {
            guess.settle_on(Group::Place, BY_FORM);
        }
    }
    guesses.retain(|guess| {
        !is_only_a_word(doc, clues, guess, &said)
            && !is_first_of_compound(doc, clues, guess, &said)
            && !is_class_word(doc, clues, guess, &said)
            && (guess.tokens.len() > 1 || guess.proven || !is_season(doc, guess.tokens.start))
    });
    add_missed(doc, clues, guesses, &said)
}

/// "Justice was slow": an everyday word that opens a sentence, of whom the article tells nothing else.
fn is_only_a_word(doc: &Doc, clues: &[Clue], guess: &Guess, said: &Said) -> bool {
    let at = guess.tokens.start;
    let known = clues[at].known;
    guess.tokens.len() == 1
        && !guess.proven
        && guess.group == Group::Person
        && known.common_word() > 0
        && known.given_name() < 3
        && doc.begins_sentence(at)
        && !said.parts.contains_key(&key(doc, &guess.tokens))
        && !said.titled.get(doc.sentence_of(at)).copied().unwrap_or_default()
        && !acts(doc, clues, at, guess.tokens.end)
        && said
            .whole
            .get(&key(doc, &guess.tokens))
            .is_none_or(|votes| votes.frames[Group::Person as usize] == 0.0)
}

/// "Winter begins next week", where the article has somebody called Winter: it is seasons that begin.
fn is_season(doc: &Doc, at: usize) -> bool {
    doc.is(at, WordClass::Season)
        && doc.begins_sentence(at)
        && matches!(
            doc.normal(at + 1),
            "begins" | "began" | "starts" | "arrives" | "arrived" | "ends" | "ended" | "comes"
        )
}

/// What a word means in this place, where the article has somebody of that name: "Florence, Italy", "Arle lies between two
/// rivers", "Chelsea and Everton"; "in Adelaide", and then "Adelaide" where an Adelaide Monroe is called Monroe; a name with an accent that no
/// country’s English name has.
fn told_here(doc: &Doc, clues: &[Clue], guess: &Guess, words: &str, said: &Said) -> Option<Group> {
    if guess.proven || guess.tokens.len() > 1 {
        return None;
    }
    let at = guess.tokens.start;
    // "Chelsea and Everton", where the article has a Chelsea Novak.
    let club = |at: Option<usize>| at.is_some_and(|at| doc.is(at, WordClass::ClubName));
    let pair = doc.word(at + 1) == "and" && club(Some(at + 2))
        || at > 0 && doc.word(at - 1) == "and" && club(at.checked_sub(2));
    if club(Some(at)) && pair {
        return Some(Group::Org);
    }
    let surname = said.parts.get(words).is_some_and(|votes| votes.weights[Group::Person as usize] > 0.0);
    let given = said.given.get(words);
    if !surname && given.is_none() {
        return None;
    }
    let frame = evidence::votes(doc, clues, &guess.tokens);
    let (person, place) = (frame[Group::Person as usize], frame[Group::Place as usize]);
    if person == 0.0 && evidence::is_on_the_map(doc, clues, &guess.tokens) {
        return Some(Group::Place);
    }
    let placed = || said.whole.get(words).is_some_and(|votes| votes.located);
    if person == 0.0 && guess.group == Group::Place && is_scene_of(doc, at) {
        return Some(Group::Place);
    }
    // "Jordán" is not Jordan.
    if surname && place == 0.0 && !doc.word(at).is_ascii() && !is_located(doc, at) {
        return Some(Group::Person);
    }
    let called = given.filter(|_| whole_phrase(doc, guess).is_some_and(|facts| facts.kind().is_gpe()))?;
    let by_surname = said.whole.get(called).is_some_and(|votes| votes.weights[Group::Person as usize] > 0.0);
    (by_surname && placed() && person == 0.0).then_some(Group::Place)
}

/// "at Monkswold", "in Arle": where something is, not whom it comes from.
fn is_scene_of(doc: &Doc, name: usize) -> bool {
    let Some(before) = name.checked_sub(1) else { return false };
    // "trust in Monkswold"
    let mind = before.checked_sub(1).is_some_and(|noun| {
        matches!(
            doc.normal(noun),
            "trust" | "faith" | "confidence" | "belief" | "interest" | "hope" | "disappointed"
        )
    });
    matches!(doc.normal(before), "in" | "at" | "near" | "around" | "outside") && !mind
}

/// "Virginia has pleaded guilty", where she was told of as "his wife, Virginia": not the state, unless something is in it.
fn is_somebody_here(doc: &Doc, guess: &Guess, all: &Votes) -> bool {
    guess.tokens.len() == 1
        && all.frames[Group::Person as usize] >= CLEAR_FRAME
        && all.frames[Group::Place as usize] == 0.0
        && !all.located
        && !is_located(doc, guess.tokens.start)
}

/// "Torino lost to Empoli": a club that has its town’s name.
fn plays(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    guess.tokens.len() == 1
        && doc.is(guess.tokens.start, WordClass::ClubName)
        && evidence::votes(doc, clues, &guess.tokens)[Group::Org as usize] >= CLEAR_FRAME
}

/// "Madrid had denied it": a city that everybody knows, where the article has nobody of that name.
fn is_capital_city(doc: &Doc, clues: &[Clue], guess: &Guess, all: &Votes, said: &Said) -> bool {
    let at = guess.tokens.start;
    let known = || {
        whole_phrase(doc, guess).is_some_and(|facts| facts.kind() == PhraseKind::City && facts.level() > 1)
    };
    guess.tokens.len() == 1
        && !guess.proven
        && guess.group == Group::Person
        && all.frames[Group::Person as usize] == 0.0
        && clues[at].known.given_name() == 0
        && clues[at].known.surname() < 3
        && !said.parts.contains_key(doc.normal(at))
        && known()
}

/// "Marsh grass hides them", where a Graham Marsh is told of: a noun before its noun opens the sentence.
fn is_first_of_compound(doc: &Doc, clues: &[Clue], guess: &Guess, said: &Said) -> bool {
    let (at, next) = (guess.tokens.start, guess.tokens.end);
    let seldom = || said.whole.get(&key(doc, &guess.tokens)).is_none_or(|votes| votes.total() < FEW);
    guess.tokens.len() == 1
        && !guess.proven
        && guess.group == Group::Person
        && clues[at].known.common_word() > 0
        && doc.begins_sentence(at)
        && doc.tokens.get(next).is_some_and(|token| token.is_word() && token.case == Case::Lower)
        && doc.syntax.tag(next).upos() == Upos::NOUN
        && doc.syntax.relation(at) == Relation::Compound
        && !clues[next].known.is_person_noun()
        && !clues[next].known.is_person_plural()
        && !doc.is(next, WordClass::BodyPerson)
        && seldom()
}

/// "City officials", "Council leader Ana Ruiz", "Wilaya of Tolna": a noun for a place or a body that opens a sentence, unless
/// the article has it with a capital elsewhere.
fn is_class_word(doc: &Doc, clues: &[Clue], guess: &Guess, said: &Said) -> bool {
    let (at, next) = (guess.tokens.start, guess.tokens.end);
    let class = doc.is(at, WordClass::PlaceNoun)
        || doc.is(at, WordClass::OrganisationHead)
        || doc.is(at, WordClass::CompanyNoun);
    let known = || whole_phrase(doc, guess).is_some_and(|facts| !facts.is_ambiguous());
    guess.tokens.len() == 1
        && class
        && !guess.proven
        && doc.begins_sentence(at)
        && doc.tokens[at].case == Case::Title
        && (doc.syntax.tag(next).upos() == Upos::NOUN && doc.tokens[next].case == Case::Lower
            || doc.word(next) == "of"
            || clues[next].known.is_person_noun())
        && said.whole.get(&key(doc, &guess.tokens)).is_none_or(|votes| votes.mentions < 2)
        && !known()
}

/// "flew to Washington", though a Denise Washington is spoken of too.
fn stays_place(doc: &Doc, guess: &Guess) -> bool {
    let facts = whole_phrase(doc, guess).filter(|facts| facts.kind().is_gpe());
    let Some(facts) = facts.filter(|_| guess.group == Group::Place) else { return false };
    // "Gujarat", which is nothing else.
    let sure = !facts.is_ambiguous() && facts.level() > 1;
    sure || is_located(doc, guess.tokens.start) && facts.is_also_surname()
}

/// A name behind "Mr" or "President" is a person's.
fn is_titled_person(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    let Some(before) = guess.tokens.start.checked_sub(1) else { return false };
    let same_sentence = doc.sentence_of(before) == doc.sentence_of(guess.tokens.start);
    let title = clues[before].known.title();
    let written = doc.tokens[before].is_capital();
    let honorific =
        title == Some(Title::Honorific) && written && clues[before].known.title_gender().is_some();
    let role = title == Some(Title::Role) && written && guess.group == Group::Other;
    same_sentence && (honorific || role)
}

/// "YANGON, July 25 (Reuters):" at the start of a paragraph.
fn is_dateline(doc: &Doc, guess: &Guess) -> bool {
    let opens = guess.tokens.start == 0
        || doc.sentences[doc.sentence_of(guess.tokens.start - 1)].block
            != doc.sentences[doc.sentence_of(guess.tokens.start)].block;
    let word = |at: usize| doc.word(guess.tokens.end + at);
    let capitals = guess.tokens.clone().all(|token| doc.tokens[token].case == Case::Upper);
    if !opens || !capitals || doc.words(guess.tokens.clone()).len() <= 3 {
        return false;
    }
    let month = |at: usize| Lexicon::get().word(word(at)).is_month();
    let number = |at: usize| word(at).starts_with(|first: char| first.is_ascii_digit());
    let date = |at: usize| {
        month(at) && number(at + 1)
            || number(at) && month(at + 1)
            || number(at) && word(at).len() >= 4 && (word(at).len() > 4 || word(at + 1) == "-")
    };
    // "CAIRO - 17 July 2022:"
    let dash = |at: usize| matches!(word(at), "—" | "–") || word(at) == "-" && date(at + 1);
    let agency = |at: usize| word(at) == "(" && word(at + 2) == ")";
    let closed = |at: usize| date(at) || agency(at) || dash(at);
    if closed(0) || word(0) == "," && (date(1) || month(1) || word(2) == "(") {
        return true;
    }
    // "KHEMARA, Norlund (Reuters)", "SELBY, N.D., May 4"
    let within = (2..5).find(|&at| word(0) == "," && (word(at) == "," || closed(at)));
    within.is_some_and(|at| {
        let capital =
            |at: usize| doc.tokens.get(guess.tokens.end + at).is_some_and(|token| token.is_capital());
        (1..at).all(capital) && closed(at + usize::from(word(at) == ","))
    })
}

/// "(Reuters)" of a dateline.
fn is_agency(doc: &Doc, guess: &Guess) -> bool {
    doc.block_kind(guess.tokens.start) == BlockKind::Dateline
        && guess.tokens.start.checked_sub(1).is_some_and(|before| doc.word(before) == "(")
        && doc.word(guess.tokens.end) == ")"
}

/// "Park Min-seo": no other name has a small letter behind its hyphen.
fn is_korean(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    let [surname, given, hyphen, syllable] = &doc.tokens[guess.tokens.clone()] else { return false };
    let known = |at: usize| clues[guess.tokens.start + at].known;
    surname.is_capital()
        && given.is_capital()
        && hyphen.kind == TokenKind::Hyphen
        && syllable.case == Case::Lower
        && known(0).surname() > 0
        && known(3).common_word() == 0
}

type Table = HashMap<String, Votes>;

/// What the guesses say: of whole names, and of the parts of people's names.
struct Said<'a> {
    whole: Table,
    parts: Table,
    /// The given names of people with a surname, which stands beside it.
    given: HashMap<String, String>,
    /// The words that open the names of firms with their legal form or trade: "Brannock" of "Brannock Holdings plc".
    firms: HashMap<String, f32>,
    /// What the text says of a name beyond its group: "Raging Tide" is a film wherever it stands.
    kinds: HashMap<String, (Group, EntityType)>,
    /// Keys of the surnames, for other spellings of them; see [`transliteration_key`].
    respelled: HashSet<String>,
    /// For each sentence. Asked of each name, the words of a long sentence would be counted again and again.
    titled: &'a [bool],
}

/// "Solheim Warns" of a headline is cut to the person that the text below it knows; what goes must be everyday words.
fn cut_in_headline(doc: &Doc, clues: &[Clue], guess: &mut Guess, said: &Said) {
    if guess.group != Group::Person || !said.is_titled(doc, guess.tokens.start) {
        return;
    }
    let known = |end: usize| {
        let key = key(doc, &(guess.tokens.start..end));
        [&said.parts, &said.whole].iter().any(|table| table.get(&key).is_some_and(|votes| votes.below))
    };
    let is_word = |token: usize| {
        let facts = clues[token].known;
        facts.common_word() > 0 && facts.given_name() == 0
    };
    // Where a word may not go, no shorter name is looked up: of a long row of initials that would be the square.
    let ends = (guess.tokens.start + 1..=guess.tokens.end).rev();
    let mut ends = ends.take_while(|&end| end == guess.tokens.end || is_word(end));
    if let Some(end) = ends.find(|&end| known(end)) {
        guess.tokens.end = end;
    }
}

impl Said<'_> {
    fn by<'a>(doc: &Doc, clues: &[Clue], titled: &'a [bool], guesses: &[Guess]) -> Said<'a> {
        let (whole, parts, given, firms, kinds, respelled) = Default::default();
        let mut said = Said { whole, parts, given, firms, kinds, respelled, titled };
        for guess in guesses {
            let length = guess.tokens.len();
            // A longer name is surer than a word alone.
            let proof = if guess.proven { PROVEN } else { 1.0 };
            let weight = guess.confidence * proof * if length > 1 { LONG_NAME } else { 1.0 };
            let below = !said.is_titled(doc, guess.tokens.start);
            let votes = said.whole.entry(key(doc, &guess.tokens)).or_default();
            let frame = evidence::votes(doc, clues, &guess.tokens);
            for group in GROUPS {
                votes.add(group, weight * guess.leanings[group as usize] + frame[group as usize]);
                votes.frames[group as usize] += frame[group as usize];
            }
            votes.below |= below;
            votes.located |= guess.group == Group::Place && is_located(doc, guess.tokens.start);
            votes.mentions = votes.mentions.saturating_add(1);
            if let Some(kind) = guess.kind.filter(|_| guess.proven) {
                said.kinds.entry(key(doc, &guess.tokens)).or_insert((guess.group, kind));
            }
            if length > 1 && guess.group == Group::Org && opens_firm(doc, clues, &guess.tokens) {
                *said.firms.entry(doc.normal(guess.tokens.start).to_owned()).or_default() += weight;
            }
            if length > 1 && guess.group == Group::Person && guess.confidence > 0.5 {
                let first = guess.tokens.start;
                // "Draper" is the surname of "William T. Draper Jr.".
                let behind = |token: &usize| is_generation(doc.normal(*token)) || doc.normal(*token) == ".";
                let last = guess.tokens.clone().rev().find(|token| !behind(token)).unwrap_or(first);
                if clues[first].known.given_name() > 0 && doc.word(first).len() > 2 {
                    said.given.insert(doc.normal(first).to_owned(), doc.normal(last).to_owned());
                }
                let surname = hyphenated(doc, first + 1, last);
                let mut add = |part: Range<usize>| {
                    let votes = said.parts.entry(key(doc, &part)).or_default();
                    votes.add(Group::Person, LONG_NAME * guess.confidence);
                    votes.below |= below;
                };
                add(last..last + 1);
                let words: Vec<String> =
                    guess.tokens.clone().take(3).map(|token| doc.normal(token).to_owned()).collect();
                if puts_surname_first(&words[..words.len().min(2)]) {
                    add(first..first + 1);
                }
                said.respelled.insert(transliteration_key(doc.normal(last)));
                if surname < last {
                    add(surname..last + 1);
                }
            }
        }
        said
    }

    /// What the text elsewhere says of a name of this group beyond it.
    fn kind(&self, words: &str, group: Group) -> Option<EntityType> {
        self.kinds.get(words).filter(|(known, _)| *known == group).map(|(_, kind)| *kind)
    }

    /// Whether a token stands in a headline.
    fn is_titled(&self, doc: &Doc, token: usize) -> bool {
        self.titled.get(doc.sentence_of(token)).copied().unwrap_or_default()
    }
}

/// Whether the first word of a firm's name may stand for it: the name ends in a legal form or a word for a trade, and the
/// word is no other's, neither a place's nor a person's.
fn opens_firm(doc: &Doc, clues: &[Clue], tokens: &Range<usize>) -> bool {
    let last = tokens.end - 1;
    let known = clues[tokens.start].known;
    let form = clues[last].known.is_company_form()
        || doc.is(last, WordClass::CompanyEnd)
        || doc.is(last, WordClass::GroupWord);
    let place = clues[tokens.start].phrase_here().is_some_and(|(_, facts)| facts.kind().is_gpe());
    // "Zipcoin Thailand": what a firm is called in a country.
    let branch = tokens.len() == 2
        && clues[last]
            .phrase_here()
            .is_some_and(|(_, facts)| facts.kind() == PhraseKind::Country && !facts.is_ambiguous());
    (form || branch)
        && known.common_word() == 0
        && known.group().is_none()
        && known.given_name() + known.surname() < 2
        && !place
        && doc.word(tokens.start).len() > 3
}

/// Where the hyphenated word that ends with token `last` begins, at `floor` or later.
fn hyphenated(doc: &Doc, floor: usize, last: usize) -> usize {
    let mut first = last;
    while first >= floor + 2 && doc.tokens[first - 1].kind == TokenKind::Hyphen && doc.tokens[first].glued {
        first -= 2;
    }
    first
}

/// The words of a name in small letters.
pub(super) fn key(doc: &Doc, tokens: &Range<usize>) -> String {
    let mut key = String::new();
    for token in tokens.clone() {
        if !key.is_empty() {
            key.push(' ');
        }
        // "US" is not "us".
        let upper = tokens.len() == 1 && doc.tokens[token].case == Case::Upper && doc.word(token).len() <= 3;
        key.push_str(if upper { doc.word(token) } else { doc.normal(token) });
    }
    key
}
