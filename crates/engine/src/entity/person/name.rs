//! The parts of a person's name, and whether two full names may be one person's.

use analysis::AliasReason;

use crate::entity::compare::{Join, is_end, is_start};
use crate::entity::{spelling, weights};
use crate::lexicon::{Gender, Lexicon};
use crate::name_order::puts_surname_first;
use crate::rules;
use crate::word_class::{self, WordClass};

/// The parts of a person's name, folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::entity) struct PersonName {
    /// All words but titles and suffixes.
    pub words: Vec<String>,
    /// Where the surname begins, particles included ("van der Merwe").
    pub surname_at: usize,
    /// "jr", "iii"
    pub suffix: Option<String>,
}

impl PersonName {
    pub fn read(folded: &[String]) -> PersonName {
        let lexicon = Lexicon::get();
        let mut words: Vec<String> = folded.to_vec();
        while words.len() > 1
            && lexicon.word(&words[0]).title().is_some()
            && lexicon.word(&words[0]).given_name() == 0
        {
            words.remove(0);
        }
        let mut suffix = None;
        if words.len() > 1 {
            suffix = words.pop_if(|word| {
                matches!(word.as_str(), "jr" | "sr" | "junior" | "senior")
                    || word_class::is(word, WordClass::RegnalNumber)
            });
        }
        let suffix = suffix.map(|word| match word.as_str() {
            "junior" => "jr".to_owned(),
            "senior" => "sr".to_owned(),
            _ => word,
        });
        let last = words.len().saturating_sub(1);
        let mut surname_at = last;
        while surname_at > 0 && is_particle(&words[surname_at - 1]) && !(surname_at == 1 && words[0] == "al")
        {
            surname_at -= 1;
        }
        if words.len() == 2 && puts_surname_first(&words) {
            // "Kim Jae-won" is Mr Kim; the order of the words stays.
            surname_at = last;
        }
        PersonName { words, surname_at, suffix }
    }

    /// Has a given name or an initial beside the surname, or a ruler's number.
    pub fn is_full(&self) -> bool {
        self.surname_at > 0 || self.is_numbered()
    }

    /// "Elizabeth II", "Leo XIV"
    pub fn is_numbered(&self) -> bool {
        self.surname_at == 0
            && self.suffix.as_deref().is_some_and(|suffix| word_class::is(suffix, WordClass::RegnalNumber))
    }

    pub fn given(&self) -> &str {
        if self.surname_at > 0 || self.is_numbered() {
            self.words.first().map_or("", String::as_str)
        } else {
            ""
        }
    }

    fn middle(&self) -> &[String] {
        self.words.get(1..self.surname_at).unwrap_or_default()
    }

    pub fn surname(&self) -> &[String] {
        self.words.get(self.surname_at..).unwrap_or_default()
    }

    pub fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Who bears the name, if its given name tells.
    pub fn gender(&self) -> Option<Gender> {
        let facts = |word: &str| Lexicon::get().word(word).gender().filter(|&gender| gender != Gender::Both);
        let given = self.given();
        if given.is_empty() {
            return None;
        }
        if puts_surname_first(&self.words) {
            return facts(self.last());
        }
        facts(given).or_else(|| facts(given.split('-').next().unwrap_or_default()))
    }
}

pub(super) fn is_particle(word: &str) -> bool {
    word_class::is(word, WordClass::SurnameParticle)
}

/// Whether two full names may be one person's, and why.
pub(super) fn same_person(a: &PersonName, b: &PersonName) -> Option<Join> {
    if a.suffix != b.suffix || !a.is_full() || !b.is_full() {
        return None;
    }
    if a.words == b.words {
        return Some(Join::new(&rules::SAME_WORDS, weights::SAME_WORDS));
    }
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    // "Santa Anna" is the surname of "Antonio López de Santa Anna", whatever given name "Santa" may be elsewhere.
    let rest = &long.words[..long.words.len() - short.words.len()];
    if short.words.len() > 1
        && is_end(&short.words, &long.words)
        && rest.len() > 1
        && rest.last().is_some_and(|word| is_particle(word))
    {
        return Some(Join::new(&rules::PERSON_SURNAME, weights::SURNAME_ALONE));
    }
    let genders_differ = matches!((a.gender(), b.gender()), (Some(x), Some(y)) if x != y);
    if genders_differ && a.given() != b.given() {
        return None;
    }
    if is_start(&short.words, &long.words) || is_end(&short.words, &long.words) {
        // "Gabriel García" of "Gabriel García Márquez", "bin Rashid al-Amri" of the longer name.
        return Some(Join::new(&rules::PERSON_SHORTER, weights::SHORTER_NAME));
    }
    if a.words.len() == 2 && b.words.len() == 2 && a.words[0] == b.words[1] && a.words[1] == b.words[0] {
        return Some(Join::new(&rules::PERSON_TURNED, weights::TURNED_NAME));
    }
    // "Al Shammari" of "Khaled Al-Shammari": an article, not a short given name.
    if let [article, rest] = short.words.as_slice()
        && matches!(article.as_str(), "al" | "el")
        && long.words.len() > 1
        && long.last().strip_prefix(article.as_str()).and_then(|last| last.strip_prefix('-')) == Some(rest)
    {
        return Some(Join::new(&rules::PERSON_SURNAME, weights::SURNAME_ALONE));
    }
    let surname = same_surname(a, b)?;
    let given = same_given(a.given(), b.given())?;
    if surname.reason() == AliasReason::Spelling && given.reason() == AliasReason::Spelling {
        return None;
    }
    let middles_agree = a.middle().iter().zip(b.middle()).all(|(x, y)| x.chars().next() == y.chars().next());
    middles_agree.then(|| given.with(surname))
}

fn same_surname(a: &PersonName, b: &PersonName) -> Option<Join> {
    if bare(a.last()) == bare(b.last()) {
        return Some(Join::new(&rules::SAME_WORDS, weights::SAME_SURNAME));
    }
    spelling::same(a.last(), b.last())
}

fn same_given(a: &str, b: &str) -> Option<Join> {
    if a == b {
        return Some(Join::new(&rules::PERSON_SAME_GIVEN, weights::SAME_GIVEN));
    }
    let initial = |x: &str, y: &str| x.chars().count() <= 2 && x.chars().next() == y.chars().next();
    if initial(a, b) || initial(b, a) {
        return Some(Join::new(&rules::PERSON_INITIAL, weights::INITIAL));
    }
    if Lexicon::get().nickname(a, b) {
        return Some(Join::new(&rules::PERSON_NICKNAME, weights::NICKNAME));
    }
    let hyphenated = |x: &str, y: &str| x.split_once('-').is_some_and(|(first, _)| first == y);
    if hyphenated(a, b) || hyphenated(b, a) {
        return Some(Join::new(&rules::PERSON_HYPHENATED, weights::HYPHENATED));
    }
    spelling::same(a, b)
}

/// "assad" for "al-assad".
pub(super) fn bare(word: &str) -> &str {
    ["al-", "el-", "as-", "ad-", "ash-", "ar-", "an-", "at-"]
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| rest.len() >= 3))
        .unwrap_or(word)
}
