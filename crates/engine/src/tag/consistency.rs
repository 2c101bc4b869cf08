//! What one sentence leaves open, the rest of the article decides.
//!
//! A name that is clear in one place is the same kind of name in the others, and is found where the model missed
//! it ("document-level consistency": Finkel, Grenager and Manning, ACL 2005; Ratinov and Roth, CoNLL 2009).

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::ops::Range;

use analysis::BlockKind;

use super::evidence;
use super::features::Clue;
use super::kind::whole_phrase;
use super::phrases;
use super::weights::{
    BY_FORM, FOUND_AGAIN, FROM_SURNAME, LONG_NAME, MISSED_PLAIN_WEIGHT, MISSED_SHARE, MISSED_WEIGHT, PROVEN,
    RESPELLED, SHARE, SUREST_VOTE, TITLED,
};
use super::{Group, Guess, is_located, is_namelike};
use crate::lexicon::{Lexicon, Title, transliteration_key};
use crate::name_order::puts_surname_first;
use crate::reading::Reading;
use crate::syntax::tag::{Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

const GROUPS: [Group; 4] = [Group::Person, Group::Org, Group::Place, Group::Other];

/// What the article as a whole says of a name or a word of one.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    weights: [f32; 4],
    /// Whether any was given outside of headlines.
    below: bool,
}

impl Votes {
    fn add_all(&mut self, others: Option<&Votes>) {
        for (sum, weight) in self.weights.iter_mut().zip(others.map_or([0.0; 4], |others| others.weights)) {
            *sum += weight;
        }
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
pub(super) fn settle(
    reading: &Reading,
    clues: &[Clue],
    titled: &[bool],
    mut guesses: Vec<Guess>,
) -> Vec<Guess> {
    for guess in guesses.iter_mut().filter(|guess| !guess.proven) {
        if is_titled_person(reading, clues, guess) || is_korean(reading, clues, guess) {
            guess.settle_on(Group::Person, TITLED);
        } else if is_dateline(reading, guess) {
            guess.settle_on(Group::Place, TITLED);
            guess.proven = true;
        } else if is_agency(reading, guess) {
            guess.settle_on(Group::Org, TITLED);
            guess.proven = true;
        }
    }
    let said = Said::by(reading, clues, titled, &guesses);
    for guess in &mut guesses {
        cut_in_headline(reading, clues, guess, &said);
    }
    let said = Said::by(reading, clues, titled, &guesses);
    for guess in &mut guesses {
        let words = key(reading, &guess.tokens);
        let single = guess.tokens.len() == 1;
        let mut all = said.whole.get(&words).copied().unwrap_or_default();
        if single {
            all.add_all(said.parts.get(&words));
        } else {
            // "Taufa says he was cheated" tells of Pita Taufa, too.
            let last = guess.tokens.end - 1;
            let body =
                guess.tokens.clone().any(|at| clues[at].known.is_org_word() || reading.normal(at) == "of");
            let alone = said.whole.get(&key(reading, &(last..last + 1)));
            if let Some((Group::Person, share, weight)) = alone.and_then(Votes::best)
                && share > SHARE
                && !body
            {
                all.add(Group::Person, FROM_SURNAME * weight);
            }
        }
        // "Phoenix, who was five", where the article has a Phoenix Salter: not the city, unless something is in it.
        let country = || {
            whole_phrase(reading, guess).is_some_and(|facts| facts.kind().is_gpe() && !facts.is_ambiguous())
        };
        if single
            && !guess.proven
            && guess.group != Group::Person
            && said.given.contains(&words)
            && !clues[guess.tokens.start].known.is_month()
            && !country()
            && !clues[guess.tokens.start].known.is_month()
        {
            let frame = evidence::votes(reading, clues, &guess.tokens);
            if frame[Group::Place as usize] == 0.0 && !is_located(reading, guess.tokens.start) {
                guess.settle_on(Group::Person, BY_FORM);
                continue;
            }
        }
        if let Some((group, share, _)) = all.best()
            && !guess.proven
            // A name of several words means one thing.
            && (share > SHARE || !single)
            && !stays_place(reading, guess)
        {
            guess.group = group;
            guess.confidence = guess.confidence.max(share.min(SUREST_VOTE));
        }
    }
    add_missed(reading, clues, guesses, &said)
}

/// "flew to Washington", though a Denise Washington is spoken of too.
fn stays_place(reading: &Reading, guess: &Guess) -> bool {
    let facts = whole_phrase(reading, guess).filter(|facts| facts.kind().is_gpe());
    let Some(facts) = facts.filter(|_| guess.group == Group::Place) else { return false };
    // "Gujarat", which is nothing else.
    let sure = !facts.is_ambiguous() && facts.level() > 1;
    sure || is_located(reading, guess.tokens.start) && facts.is_also_surname()
}

/// A name behind "Mr" or "President" is a person's.
fn is_titled_person(reading: &Reading, clues: &[Clue], guess: &Guess) -> bool {
    let Some(before) = guess.tokens.start.checked_sub(1) else { return false };
    let same_sentence = reading.sentence_of(before) == reading.sentence_of(guess.tokens.start);
    let title = clues[before].known.title();
    let written = reading.tokens[before].is_capital();
    let honorific =
        title == Some(Title::Honorific) && written && clues[before].known.title_gender().is_some();
    let role = title == Some(Title::Role) && written && guess.group == Group::Other;
    same_sentence && (honorific || role)
}

/// "YANGON, July 25 (Reuters):" at the start of a paragraph.
fn is_dateline(reading: &Reading, guess: &Guess) -> bool {
    let opens = guess.tokens.start == 0
        || reading.sentences[reading.sentence_of(guess.tokens.start - 1)].block
            != reading.sentences[reading.sentence_of(guess.tokens.start)].block;
    let word = |at: usize| reading.word(guess.tokens.end + at);
    let capitals = guess.tokens.clone().all(|token| reading.tokens[token].case == Case::Upper);
    let dash = matches!(word(0), "—" | "–");
    let dated = word(0) == "," && (Lexicon::get().word(word(1)).is_month() || word(2) == "(");
    let agency = word(0) == "(" && word(2) == ")";
    opens && capitals && reading.words(guess.tokens.clone()).len() > 3 && (dated || agency || dash)
}

/// "(Reuters)" of a dateline.
fn is_agency(reading: &Reading, guess: &Guess) -> bool {
    reading.block_kind(guess.tokens.start) == BlockKind::Dateline
        && guess.tokens.start.checked_sub(1).is_some_and(|before| reading.word(before) == "(")
        && reading.word(guess.tokens.end) == ")"
}

/// "Park Min-seo": no other name has a small letter behind its hyphen.
fn is_korean(reading: &Reading, clues: &[Clue], guess: &Guess) -> bool {
    let [surname, given, hyphen, syllable] = &reading.tokens[guess.tokens.clone()] else { return false };
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
    /// The given names of people with a surname.
    given: HashSet<String>,
    /// Keys of the surnames, for other spellings of them; see [`transliteration_key`].
    respelled: HashSet<String>,
    /// For each sentence. Asked of each name, the words of a long sentence would be counted again and again.
    titled: &'a [bool],
}

/// "Solheim Warns" of a headline is cut to the person that the text below it knows; what goes must be everyday words.
fn cut_in_headline(reading: &Reading, clues: &[Clue], guess: &mut Guess, said: &Said) {
    if guess.group != Group::Person || !said.is_titled(reading, guess.tokens.start) {
        return;
    }
    let known = |end: usize| {
        let key = key(reading, &(guess.tokens.start..end));
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
    fn by<'a>(reading: &Reading, clues: &[Clue], titled: &'a [bool], guesses: &[Guess]) -> Said<'a> {
        let (whole, parts, given, respelled) = Default::default();
        let mut said = Said { whole, parts, given, respelled, titled };
        for guess in guesses {
            let length = guess.tokens.len();
            // A longer name is surer than a word alone.
            let proof = if guess.proven { PROVEN } else { 1.0 };
            let weight = guess.confidence * proof * if length > 1 { LONG_NAME } else { 1.0 };
            let below = !said.is_titled(reading, guess.tokens.start);
            let votes = said.whole.entry(key(reading, &guess.tokens)).or_default();
            let frame = evidence::votes(reading, clues, &guess.tokens);
            for group in GROUPS {
                votes.add(group, weight * guess.leanings[group as usize] + frame[group as usize]);
            }
            votes.below |= below;
            if length > 1 && guess.group == Group::Person && guess.confidence > 0.5 {
                let last = guess.tokens.end - 1;
                let first = guess.tokens.start;
                if clues[first].known.given_name() > 0 && reading.word(first).len() > 2 {
                    said.given.insert(reading.normal(first).to_owned());
                }
                let surname = hyphenated(reading, guess.tokens.start + 1, last);
                let mut add = |part: Range<usize>| {
                    let votes = said.parts.entry(key(reading, &part)).or_default();
                    votes.add(Group::Person, LONG_NAME * guess.confidence);
                    votes.below |= below;
                };
                add(last..last + 1);
                let words: Vec<String> =
                    guess.tokens.clone().take(3).map(|token| reading.normal(token).to_owned()).collect();
                if puts_surname_first(&words[..words.len().min(2)]) {
                    add(first..first + 1);
                }
                said.respelled.insert(transliteration_key(reading.normal(last)));
                if surname < last {
                    add(surname..last + 1);
                }
            }
        }
        said
    }

    /// Whether a token stands in a headline.
    fn is_titled(&self, reading: &Reading, token: usize) -> bool {
        self.titled.get(reading.sentence_of(token)).copied().unwrap_or_default()
    }
}

/// Where the hyphenated word that ends with token `last` begins, at `floor` or later.
fn hyphenated(reading: &Reading, floor: usize, last: usize) -> usize {
    let mut first = last;
    while first >= floor + 2
        && reading.tokens[first - 1].kind == TokenKind::Hyphen
        && reading.tokens[first].glued
    {
        first -= 2;
    }
    first
}

/// Finds the names again where the model saw none: capitalised words between the guesses that are known by now.
fn add_missed(reading: &Reading, clues: &[Clue], guesses: Vec<Guess>, said: &Said) -> Vec<Guess> {
    let mut out: Vec<Guess> = Vec::with_capacity(guesses.len());
    let mut at = 0;
    let mut rest = guesses.into_iter().peekable();
    while at < reading.tokens.len() {
        if rest.peek().is_some_and(|guess| guess.tokens.start <= at) {
            if let Some(guess) = rest.next() {
                at = guess.tokens.end.max(at + 1);
                out.push(guess);
            }
            continue;
        }
        let limit = rest.peek().map_or(reading.tokens.len(), |guess| guess.tokens.start);
        match missed(reading, clues, at, limit, said) {
            Some(guess) => {
                at = guess.tokens.end;
                out.push(guess);
            }
            None => at += 1,
        }
    }
    out
}

/// "Cebotary" where the article spoke of Natalia Cebotari: a word that is no other and is written nearly as a surname of
/// the article. Words of fewer letters are too often like others.
fn respelled(reading: &Reading, clues: &[Clue], at: usize, said: &Said) -> Option<Guess> {
    const SHORTEST: usize = 6;
    let (word, facts) = (reading.normal(at), clues[at].known);
    if word.len() < SHORTEST || facts.common_word() > 0 || said.respelled.is_empty() {
        return None;
    }
    said.respelled
        .contains(&transliteration_key(word))
        .then(|| Guess::sure(at..at + 1, Group::Person, RESPELLED))
}

fn missed(reading: &Reading, clues: &[Clue], at: usize, limit: usize, said: &Said) -> Option<Guess> {
    if !is_namelike(reading, clues, at) {
        return None;
    }
    let end = run_end(reading, clues, at).min(limit);
    if let Some(guess) = by_frame(reading, clues, at, end) {
        return Some(guess);
    }
    // In a headline's capitals, and behind a title, the word before is no part of the name.
    let glued_on = at.checked_sub(1).is_some_and(|before| {
        is_namelike(reading, clues, before)
            && clues[before].known.title().is_none()
            && !said.is_titled(reading, at)
            || reading.tokens[before].kind == TokenKind::Hyphen && reading.tokens[at].glued
    });
    for end in (at + 1..=end).rev() {
        let key = key(reading, &(at..end));
        let known = said.parts.get(&key).or_else(|| said.whole.get(&key)).and_then(Votes::best);
        let given = || {
            // "in May" is the month, whoever is called May.
            let name = end == at + 1 && !clues[at].known.is_month() && said.given.contains(&key);
            name.then_some((Group::Person, 1.0, LONG_NAME))
        };
        let Some((group, share, weight)) = known.or_else(given) else { continue };
        // "Justice" of "Justice Tarn" is his title, though somebody was addressed by it alone.
        if end == at + 1 && end == limit && clues[at].known.title().is_some() {
            continue;
        }
        let plain = clues[at].known.common_word() > 0
            && reading.begins_sentence(at)
            && !(group == Group::Person && acts(reading, clues, at, end));
        let sure = share > MISSED_SHARE && weight > if plain { MISSED_PLAIN_WEIGHT } else { MISSED_WEIGHT };
        if sure && !(glued_on && end == at + 1) {
            return Some(Guess::sure(at..end, group, FOUND_AGAIN));
        }
    }
    if end == at + 1 && !glued_on { respelled(reading, clues, at, said) } else { None }
}

/// Whether what stands behind a name goes with a person: "Cook said", "Banks, who is 58", "Field’s deputy", "Strong now
/// lives"; where "Banks have cut their rates" and "Cook the rice" do not.
fn acts(reading: &Reading, clues: &[Clue], at: usize, end: usize) -> bool {
    let Some(next) = reading.tokens.get(end) else { return false };
    match next.kind {
        TokenKind::Clitic => return true,
        TokenKind::Mark if reading.word(end) == "," => {
            return matches!(reading.normal(end + 1), "who" | "a" | "an" | "the" | "his" | "her")
                || reading.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
        }
        TokenKind::Word => {}
        _ => return false,
    }
    let adverb = usize::from(reading.syntax.tag(end).upos() == Upos::ADV);
    let verb = end + adverb;
    if reading.is(verb, WordClass::SayingPast) || reading.is(verb, WordClass::SayingThird) {
        return true;
    }
    let singular = matches!(
        reading.syntax.tag(verb).verb_form(),
        Some(VerbForm::Past | VerbForm::Present | VerbForm::Modal)
    ) && !matches!(reading.normal(verb), "are" | "were" | "have" | "do");
    let plural = reading.lexeme(at).parts.has_any(crate::lexicon::Parts::NOUN_PLURAL);
    let noun =
        clues[at].known.common_word() > 1 && reading.lexeme(at).parts.has_any(crate::lexicon::Parts::NOUN);
    let third = reading.syntax.tag(verb).verb_form() == Some(VerbForm::Present);
    singular && !plural && (!noun || third || adverb > 0)
}

/// A name by its frame alone: the town of a dateline, "X-based", "anti-X".
fn by_frame(reading: &Reading, clues: &[Clue], at: usize, end: usize) -> Option<Guess> {
    let glued = |token: usize, kind: TokenKind| {
        reading.tokens.get(token).is_some_and(|token| token.kind == kind && token.glued)
    };
    if at >= 2 && glued(at - 1, TokenKind::Hyphen) && reading.tokens[at].glued {
        let known = clues[at].known;
        let prefix = reading.is(at - 2, WordClass::NamePrefix);
        let phrase =
            clues[at].phrase_here().and_then(|(length, facts)| Some((length, phrases::group(facts.kind())?)));
        return match phrase {
            Some((length, group)) if prefix => Some(Guess::sure(at..at + length, group, BY_FORM)),
            None if prefix && known.title().is_none() && known.surname() > 0 && known.common_word() < 2 => {
                Some(Guess::sure(at..at + 1, Group::Person, BY_FORM))
            }
            _ => None,
        };
    }
    if glued(end, TokenKind::Hyphen) && reading.normal(end + 1) == "based" && reading.tokens[end + 1].glued {
        return Some(Guess::sure(at..end, Group::Place, BY_FORM));
    }
    let mut dateline = Guess::sure(at..end, Group::Place, BY_FORM);
    dateline.proven = true;
    is_dateline(reading, &dateline).then_some(dateline)
}

/// The end of the run of capitalised words that begins at `at`, six words at most.
fn run_end(reading: &Reading, clues: &[Clue], at: usize) -> usize {
    let mut end = at;
    let glued = |token: usize| reading.tokens.get(token).is_some_and(|token| token.glued);
    while end < at + 6 {
        let hyphen = reading.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Hyphen);
        if is_namelike(reading, clues, end) && (end == at || !glued(end)) {
            end += 1;
        } else if hyphen && end > at && glued(end + 1) && is_namelike(reading, clues, end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// The words of a name in small letters.
fn key(reading: &Reading, tokens: &Range<usize>) -> String {
    let mut key = String::new();
    for token in tokens.clone() {
        if !key.is_empty() {
            key.push(' ');
        }
        // "US" is not "us".
        let upper =
            tokens.len() == 1 && reading.tokens[token].case == Case::Upper && reading.word(token).len() <= 3;
        key.push_str(if upper { reading.word(token) } else { reading.normal(token) });
    }
    key
}
