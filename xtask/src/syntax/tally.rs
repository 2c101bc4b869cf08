//! What is right, and what is taken for what, in documents whose words are paired.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::AddAssign;

use super::align::{Placed, PlacedWord, align};
use super::conllu::{Head, Word};

/// How many confusions are listed.
const LISTED: usize = 15;
/// Words to each side of an example.
const AROUND: usize = 10;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Sentences,
    Words,
    Upos,
    VerbForm,
    Lemma,
    /// The head is right.
    Unlabelled,
    /// The head and its relation are.
    Labelled,
}

impl Measure {
    pub const ALL: [Measure; 7] = [
        Measure::Sentences,
        Measure::Words,
        Measure::Upos,
        Measure::VerbForm,
        Measure::Lemma,
        Measure::Unlabelled,
        Measure::Labelled,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Measure::Sentences => "sentences",
            Measure::Words => "words",
            Measure::Upos => "UPOS",
            Measure::VerbForm => "verb form",
            Measure::Lemma => "lemma",
            Measure::Unlabelled => "UAS",
            Measure::Labelled => "LAS",
        }
    }
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    right: usize,
    guessed: usize,
    gold: usize,
}

impl Counts {
    pub fn f(self) -> f64 {
        percent(2 * self.right, self.guessed + self.gold)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.right += other.right;
        self.guessed += other.guessed;
        self.gold += other.gold;
    }
}

fn percent(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { 100.0 * part as f64 / of as f64 }
}

/// What a mistake is in, in the order of the examples. Whatever stands before is right, but for the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Word,
    Upos,
    VerbForm,
    Lemma,
    /// By the treebank's relation to the right head.
    Head,
    Relation,
}

impl Kind {
    const ALL: [(Kind, &'static str); 6] = [
        (Kind::Word, "words cut otherwise"),
        (Kind::Upos, "UPOS"),
        (Kind::VerbForm, "verb forms"),
        (Kind::Lemma, "lemmas"),
        (Kind::Head, "heads, by relation"),
        (Kind::Relation, "relations to the right head"),
    ];
}

/// The treebank's and ours.
type Mistake = (Kind, String, String);

#[derive(Clone, Default)]
pub struct Tally {
    counts: BTreeMap<Measure, Counts>,
    /// Whoever names no relation is not measured by them.
    relations: bool,
    /// Where each was.
    mistakes: BTreeMap<Mistake, Vec<String>>,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        for (measure, counts) in other.counts {
            *self.counts.entry(measure).or_default() += counts;
        }
        self.relations |= other.relations;
        for (what, mut places) in other.mistakes {
            self.mistakes.entry(what).or_default().append(&mut places);
        }
    }
}

impl Tally {
    pub fn of(name: &str, gold: &Placed, ours: &Placed) -> Tally {
        let mut tally =
            Tally { relations: ours.words.iter().any(|word| word.word.relation != "_"), ..Tally::default() };
        let pairs = align(&gold.words, &ours.words);
        tally.sentences(gold, ours);
        tally.words(name, gold, ours, &pairs);
        tally.forms_of_verbs(name, gold, ours, &pairs);
        tally
    }

    pub fn get(&self, measure: Measure) -> Option<Counts> {
        let measured = measure != Measure::Labelled || self.relations;
        self.counts.get(&measure).filter(|_| measured).copied()
    }

    fn count(&mut self, measure: Measure, right: usize, guessed: usize, gold: usize) {
        *self.counts.entry(measure).or_default() += Counts { right, guessed, gold };
    }

    fn mistake(&mut self, kind: Kind, gold: &str, ours: &str, place: String) {
        self.mistakes.entry((kind, gold.to_owned(), ours.to_owned())).or_default().push(place);
    }

    fn sentences(&mut self, gold: &Placed, ours: &Placed) {
        let spans = |placed: &Placed| -> Vec<(usize, usize)> {
            let ends = placed.sentences.iter().filter_map(|words| {
                let words = placed.words.get(words.clone())?;
                Some((words.first()?.span.start, words.last()?.span.end))
            });
            ends.collect()
        };
        let (gold, ours) = (spans(gold), spans(ours));
        let right = gold.iter().filter(|span| ours.binary_search(span).is_ok()).count();
        self.count(Measure::Sentences, right, ours.len(), gold.len());
    }

    fn words(&mut self, name: &str, gold: &Placed, ours: &Placed, pairs: &[(usize, usize)]) {
        let all = (ours.words.len(), gold.words.len());
        let mut in_gold: Vec<Option<usize>> = vec![None; ours.words.len()];
        let mut in_ours: Vec<Option<usize>> = vec![None; gold.words.len()];
        for &(g, o) in pairs {
            (in_gold[o], in_ours[g]) = (Some(g), Some(o));
        }
        for (g, word) in gold.words.iter().enumerate().filter(|(g, _)| in_ours[*g].is_none()) {
            let instead = over(&ours.words, word);
            self.mistake(Kind::Word, &word.word.form.to_lowercase(), &instead, context(name, gold, g));
        }
        let mut right = BTreeMap::from([(Measure::Words, pairs.len())]);
        for &(g, o) in pairs {
            let (of_gold, of_ours) = (&gold.words[g], &ours.words[o]);
            let (word, guess) = (of_gold.word, of_ours.word);
            let place = || context(name, gold, g);
            let mut check = |measure, is_right| *right.entry(measure).or_default() += usize::from(is_right);

            check(Measure::Upos, word.upos == guess.upos);
            if word.upos != guess.upos {
                self.mistake(Kind::Upos, &word.upos, &guess.upos, place());
            }
            check(Measure::Lemma, word.lemma == guess.lemma);
            if word.lemma != guess.lemma {
                self.mistake(Kind::Lemma, &word.lemma, &guess.lemma, place());
            }
            let found = match of_ours.head {
                Head::Word(head) => in_gold[head].map(Head::Word),
                other => Some(other),
            };
            let head = found == Some(of_gold.head);
            check(Measure::Unlabelled, head);
            check(Measure::Labelled, head && word.relation == guess.relation);
            if !head {
                let heads = format!(
                    "{} — head: {}, ours: {}",
                    place(),
                    head_in_words(gold, of_gold.head),
                    head_in_words(ours, of_ours.head)
                );
                self.mistake(Kind::Head, &word.relation, &guess.relation, heads);
            } else if word.relation != guess.relation {
                let head = format!("{} — head: {}", place(), head_in_words(gold, of_gold.head));
                self.mistake(Kind::Relation, &word.relation, &guess.relation, head);
            }
        }
        for measure in
            Measure::ALL.into_iter().filter(|m| !matches!(m, Measure::Sentences | Measure::VerbForm))
        {
            self.count(measure, right.get(&measure).copied().unwrap_or(0), all.0, all.1);
        }
    }

    /// A verb whose tag in the treebank is none of a verb (part of a name, half a word) has no form to find.
    fn forms_of_verbs(&mut self, name: &str, gold: &Placed, ours: &Placed, pairs: &[(usize, usize)]) {
        let mut right = 0;
        let mut guessed = ours.words.iter().filter(|word| is_verb(word.word)).count();
        for &(g, o) in pairs {
            let (word, guess) = (gold.words[g].word, ours.words[o].word);
            match (verb_form(word), verb_form(guess)) {
                (Some(form), Some(found)) if form == found => right += 1,
                (Some(form), found) => {
                    let found = found.unwrap_or(if is_verb(guess) { "no form" } else { "no verb" });
                    self.mistake(Kind::VerbForm, form, found, context(name, gold, g));
                }
                (None, _) if is_verb(word) && is_verb(guess) => guessed -= 1,
                (None, _) => {}
            }
        }
        let verbs = gold.words.iter().filter(|word| verb_form(word.word).is_some()).count();
        self.count(Measure::VerbForm, right, guessed, verbs);
    }

    /// A line for each measure.
    pub fn rows(&self, set: &str) -> String {
        let mut out = String::new();
        for measure in Measure::ALL {
            let Some(counts) = self.get(measure) else { continue };
            let Counts { right, guessed, gold } = counts;
            let _ = writeln!(
                out,
                "{set:8}  {:9}  {:5.1}  {:5.1}  {:5.1}  {right:6}  {guessed:7}  {gold:6}",
                measure.name(),
                percent(right, guessed),
                percent(right, gold),
                counts.f(),
            );
        }
        out
    }

    /// The commonest confusions of word classes.
    pub fn confusions(&self) -> String {
        let mut out = String::new();
        for ((_, gold, ours), places) in self.commonest(Kind::Upos) {
            let _ = writeln!(out, "{:5}  {gold:5}  {ours}", places.len());
        }
        out
    }

    /// `each` examples of the commonest mistakes of each kind, from all over the texts.
    pub fn examples(&self, each: usize) -> String {
        let mut out = String::new();
        for (kind, title) in Kind::ALL {
            if kind == Kind::Relation && !self.relations {
                continue;
            }
            let _ = writeln!(out, "\n{title}: the treebank's → ours");
            for ((_, gold, ours), places) in self.commonest(kind) {
                let _ = writeln!(out, "\n{:5}  {gold} → {ours}", places.len());
                let shown = each.min(places.len());
                for place in (0..shown).filter_map(|number| places.get(number * places.len() / shown)) {
                    let _ = writeln!(out, "       {place}");
                }
            }
        }
        out
    }

    fn commonest(&self, kind: Kind) -> Vec<(&Mistake, &Vec<String>)> {
        let mut of_kind: Vec<_> = self.mistakes.iter().filter(|((other, ..), _)| *other == kind).collect();
        of_kind.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        of_kind.truncate(LISTED);
        of_kind
    }
}

fn is_verb(word: &Word) -> bool {
    matches!(word.upos.as_str(), "VERB" | "AUX")
}

fn verb_form(word: &Word) -> Option<&'static str> {
    match word.xpos.as_str() {
        _ if !is_verb(word) => None,
        "VB" => Some("base"),
        "VBP" | "VBZ" => Some("present"),
        "VBD" => Some("past"),
        "VBN" => Some("past participle"),
        "VBG" => Some("-ing"),
        "MD" => Some("modal"),
        _ => None,
    }
}

/// The words that cover any of the word's characters.
fn over(words: &[PlacedWord], word: &PlacedWord) -> String {
    let over =
        words.iter().filter(|other| other.span.start < word.span.end && word.span.start < other.span.end);
    let forms: Vec<&str> = over.map(|other| other.word.form.as_str()).collect();
    if forms.is_empty() { "nothing".to_owned() } else { forms.join(" ") }
}

fn head_in_words<'a>(placed: &'a Placed, head: Head) -> &'a str {
    match head {
        Head::Root => "root",
        Head::Unsaid => "none",
        Head::Word(at) => placed.words.get(at).map_or("", |word| &word.word.form),
    }
}

/// The word in brackets among those around it.
fn context(name: &str, placed: &Placed, at: usize) -> String {
    let sentence = placed.sentences.iter().find(|words| words.contains(&at)).cloned().unwrap_or(at..at + 1);
    let shown = sentence.start.max(at.saturating_sub(AROUND))..sentence.end.min(at + AROUND + 1);
    let mut out = format!("{name}:");
    for (number, word) in placed.words.iter().enumerate().take(shown.end).skip(shown.start) {
        let form = &word.word.form;
        out += &if number == at { format!(" [{form}]") } else { format!(" {form}") };
    }
    out
}
