//! One name, written two ways: transliteration and drift of spelling between two words, and an index that finds
//! such words without comparing each with each.
//!
//! A small difference alone joins nothing: whether type, given name and title agree is asked by those who call.

use rustc_hash::FxHashMap as HashMap;

use super::compare::Join;
use super::weights;
use crate::lexicon::{Lexicon, NameVariant, transliteration_key};
use crate::rules;
use crate::word_class::{self, WordClass};

/// Whether two folded words may be one name, and why.
pub(super) fn same(a: &str, b: &str) -> Option<Join> {
    if a == b {
        return Some(Join::new(&rules::SAME_WORDS, weights::SAME_WORDS));
    }
    if has_other_gender(a, b) || !(a.is_char_boundary(1) && b.is_char_boundary(1)) {
        return None;
    }
    match Lexicon::get().same_name_part(a, b) {
        Some(NameVariant::Same) => return Some(Join::new(&rules::SPELLING_VARIANT, weights::VARIANT)),
        Some(NameVariant::Listed) => {
            return Some(Join::new(&rules::TRANSLIT_LISTED, weights::TRANSLITERATED));
        }
        Some(NameVariant::Transliteration) => {
            return Some(Join::new(&rules::TRANSLIT_SCHEME, weights::TRANSLITERATED));
        }
        None => {}
    }
    if sound(a) == sound(b) && a.len().min(b.len()) >= 4 {
        return Some(Join::new(&rules::TRANSLIT_SOUND, weights::TRANSLITERATED));
    }
    // Two names that are each borne by many are two names, however near: "Hansen", "Hanson".
    let lexicon = Lexicon::get();
    if is_common_name(lexicon, a) && is_common_name(lexicon, b) {
        return None;
    }
    drift(&Letters::of(a), &Letters::of(b)).map(|confidence| Join::new(&rules::SPELLING_DRIFT, confidence))
}

fn is_common_name(lexicon: &Lexicon, word: &str) -> bool {
    let facts = lexicon.word(word);
    facts.surname() >= 2 || facts.given_name() >= 2
}

/// "Ivanov" and "Ivanova", "Novak" and "Novakova", "Petrovsky" and "Petrovskaya" are two people.
fn has_other_gender(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if let Some(ending) = long.strip_prefix(short) {
        return ending == "a" && short.ends_with(['v', 'n', 'y', 'i', 'k']) || matches!(ending, "ova" | "na");
    }
    let stem = |word: &'_ str, endings: [&str; 4]| -> Option<usize> {
        endings.iter().find_map(|ending| word.strip_suffix(ending)).map(str::len)
    };
    let male = [a, b].map(|word| stem(word, ["skiy", "skyi", "sky", "ski"]));
    let female = [a, b].map(|word| stem(word, ["skaya", "skaia", "ska", "skaja"]));
    matches!((male, female), ([Some(m), _], [_, Some(f)]) | ([_, Some(m)], [Some(f), _]) if m == f)
}

/// A word as it sounds, whatever the rule it was transliterated by; Slavic endings are one.
fn sound(word: &str) -> String {
    let mut key = transliteration_key(word);
    for (ending, plain) in [("of", "ov"), ("ef", "ev"), ("ei", "ey"), ("ai", "ay")] {
        if key.len() > 3 && key.ends_with(ending) {
            key.truncate(key.len() - ending.len());
            key.push_str(plain);
            break;
        }
    }
    key
}

/// The letters of a word, taken apart once for all the words that it is compared with.
struct Letters {
    all: Vec<char>,
    /// With none twice in a row.
    undoubled: Vec<char>,
    /// A bit for each letter that it has (by its code, of which some share a bit).
    set: u32,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let set = word.chars().fold(0, |set, c| set | 1 << (c as u32 % 32));
        Letters { all: word.chars().collect(), undoubled: undoubled(word), set }
    }

    /// Whether no more letters differ than [`drift`] allows: of most words in an index this is all that is asked.
    fn may_be(&self, other: &Letters) -> bool {
        const MOST: u32 = 2 * 2;
        (self.set ^ other.set).count_ones() <= MOST
    }
}

/// How sure it is that `b` is `a` with letters lost, doubled or mistaken; none where it is too far.
fn drift(a: &Letters, b: &Letters) -> Option<f32> {
    if !a.may_be(b) {
        return None;
    }
    let whole = drifted(&a.all, &b.all);
    // "Buchtmann", "Bauchtman": a letter is doubled or not besides.
    whole.or_else(|| {
        let (a, b) = (&a.undoubled, &b.undoubled);
        let long = a.len().min(b.len()) >= 7;
        long.then(|| drifted(a, b)).flatten().map(|_| weights::TWO_LETTERS)
    })
}

/// A word with no letter twice in a row.
fn undoubled(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters
}

fn drifted(a: &[char], b: &[char]) -> Option<f32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let extra = long.len() - short.len();
    if short.len() < 4 || extra > 2 || long.len() > 40 {
        return None;
    }
    if lost_first_letters(short, long) {
        return Some(weights::FIRST_LETTERS);
    }
    if short.first() != long.first() {
        return None;
    }
    let start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short[start..].iter().rev().zip(long[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&short[start..short.len() - end], &long[start..long.len() - end]);
    match (left, right) {
        ([], &[c]) => {
            let doubled = start > 0 && long[start - 1] == c || long.get(start + 1) == Some(&c);
            let plural = c == 's' && end == 0;
            (doubled || short.len() >= 5 && !plural).then_some(weights::ONE_LETTER)
        }
        (&[c], &[d]) => {
            let enough = if is_vowel(c) == is_vowel(d) && (is_vowel(c) || are_alike(c, d)) { 5 } else { 7 };
            (short.len() >= enough).then_some(weights::ONE_LETTER)
        }
        (&[c, d], &[e, f]) if (c, d) == (f, e) => (short.len() >= 5).then_some(weights::ONE_LETTER),
        _ => (short.len() >= 8 && start >= 2 && distance_at_most_two(left, right))
            .then_some(weights::TWO_LETTERS),
    }
}

/// "Khorin" and "Horin", "Khnatov" and "Natov": one or two first letters are gone.
fn lost_first_letters(short: &[char], long: &[char]) -> bool {
    let lost = long.len() - short.len();
    let whole_end = long.ends_with(short);
    match lost {
        1 => whole_end && short.len() >= 4,
        2 => whole_end && short.len() >= 5 && !long[..2].iter().any(|&c| is_vowel(c)),
        _ => false,
    }
}

/// Whether no more than two letters differ between what is left of two words without their common start and end.
fn distance_at_most_two(a: &[char], b: &[char]) -> bool {
    if a.len().max(b.len()) > 3 + a.len().min(b.len()) || a.len() > 6 || b.len() > 6 {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &c) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &d) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(c != d);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()] <= 2
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Consonants that are taken for one another.
fn are_alike(a: char, b: char) -> bool {
    let pair = |a: char, b: char| {
        word_class::is([a, b].iter().collect::<String>().as_str(), WordClass::AlikeLetters)
    };
    a == b || pair(a, b) || pair(b, a)
}

struct Entry {
    word: String,
    letters: Letters,
    sound: String,
    bearer: usize,
}

/// Words with what bears them, found by words that are near.
#[derive(Default)]
pub(super) struct NearWords {
    entries: Vec<Entry>,
    exact: HashMap<String, Vec<usize>>,
    sounds: HashMap<String, Vec<usize>>,
    /// By the first three letters, and by the first letter with the last three: a word that was changed in one
    /// place keeps one of the two.
    frames: HashMap<[char; 4], Vec<usize>>,
    /// By the word without its first letter, and without its first two.
    tails: HashMap<String, Vec<usize>>,
}

impl NearWords {
    pub fn insert(&mut self, word: &str, bearer: usize) {
        let known = self.exact.entry(word.to_owned()).or_default();
        if known.len() >= weights::BEARERS || known.iter().any(|&entry| self.entries[entry].bearer == bearer)
        {
            return;
        }
        let entry = self.entries.len();
        known.push(entry);
        let sound = sound(word);
        self.sounds.entry(sound.clone()).or_default().push(entry);
        self.entries.push(Entry { word: word.to_owned(), letters: Letters::of(word), sound, bearer });
        for frame in frames(word) {
            self.frames.entry(frame).or_default().push(entry);
        }
        for tail in tails(word) {
            self.tails.entry(tail.to_owned()).or_default().push(entry);
        }
    }

    /// Who bears just this word.
    pub fn exactly(&self, word: &str) -> Vec<usize> {
        let entries = self.exact.get(word).map_or(&[][..], Vec::as_slice);
        entries.iter().map(|&entry| self.entries[entry].bearer).collect()
    }

    /// Who bears a word that may be this one written otherwise, each once, with the reason; not the word itself.
    pub fn near(&self, word: &str) -> Vec<(usize, Join)> {
        let heard = sound(word);
        let lists = [self.sounds.get(&heard), self.tails.get(word)]
            .into_iter()
            .chain(tails(word).map(|tail| self.exact.get(tail)))
            .chain(frames(word).map(|frame| self.frames.get(&frame)));
        // Only as many are taken as are compared: a list may hold every name of the text.
        let mut entries: Vec<usize> = lists.flatten().flatten().copied().take(weights::NEAR_LIMIT).collect();
        entries.sort_unstable();
        entries.dedup();
        let letters = Letters::of(word);
        let mut found: Vec<(usize, Join)> = Vec::new();
        for Entry { word: other, letters: other_letters, sound, bearer } in
            entries.into_iter().filter_map(|entry| self.entries.get(entry))
        {
            // The lexicon is asked only of words that are near by their letters.
            let alike = other != word && (*sound == heard || drift(&letters, other_letters).is_some());
            if let Some(join) = Some(()).filter(|()| alike).and_then(|()| same(word, other)) {
                match found.iter_mut().find(|(known, _)| known == bearer) {
                    Some((_, known)) if known.confidence >= join.confidence => {}
                    Some((_, known)) => *known = join,
                    None => found.push((*bearer, join)),
                }
            }
        }
        found
    }
}

/// The first three letters of a word, and its first with its last three, doubled letters counting once.
fn frames(word: &str) -> impl Iterator<Item = [char; 4]> {
    let word = undoubled(word);
    let both = match (word.as_slice(), word.as_slice()) {
        ([a, b, c, ..], [.., x, y, z]) => Some([[*a, *b, *c, '-'], [*a, *x, *y, *z]]),
        _ => None,
    };
    both.into_iter().flatten()
}

/// A word without its first letter, and without its first two, where enough is left.
fn tails(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().skip(1).take(2).filter_map(|(at, _)| word.get(at..)).filter(|tail| tail.len() >= 4)
}

#[cfg(test)]
mod tests {
    use analysis::AliasReason;

    use super::*;

    fn reason(a: &str, b: &str) -> Option<AliasReason> {
        same(a, b).map(Join::reason)
    }

    #[test]
    fn transliteration() {
        for (a, b) in [
            ("orlov", "orloff"),
            ("dobrinskiy", "dobrinsky"),
            ("dobrinskyy", "dobrinskii"),
            ("sawchenko", "savchenko"),
            ("khorin", "horin"),
        ] {
            assert_eq!(reason(a, b), Some(AliasReason::Transliteration), "{a} {b}");
        }
    }

    #[test]
    fn letters_lost_doubled_or_mistaken() {
        for (a, b) in [
            ("khratov", "ratov"),
            ("marinescu", "marinesku"),
            ("tarasenko", "tarasenka"),
            ("velashina", "velasina"),
            ("bellamont", "belamont"),
            ("grunwaldt", "grunwalt"),
            ("buchtmann", "bauchtman"),
        ] {
            assert!(reason(a, b).is_some_and(AliasReason::is_drift), "{a} {b}");
        }
    }

    #[test]
    fn near_and_distinct() {
        for (a, b) in [
            ("ivanov", "ivanova"),
            ("petrovsky", "petrovskaya"),
            ("putin", "rutin"),
            ("ode", "odd"),
            ("ruiz", "cruz"),
            ("tanaka", "tanabe"),
        ] {
            assert_eq!(reason(a, b), None, "{a} {b}");
        }
    }

    #[test]
    fn near_words_are_found_without_looking_at_all() {
        let mut words = NearWords::default();
        for (bearer, word) in ["velashina", "khratov", "ode", "orloff"].iter().enumerate() {
            words.insert(word, bearer);
        }
        let bearers = |word: &str| words.near(word).into_iter().map(|(bearer, _)| bearer).collect::<Vec<_>>();
        assert_eq!(bearers("velasina"), [0]);
        assert_eq!(bearers("ratov"), [1]);
        assert_eq!(bearers("orlov"), [3]);
        assert!(bearers("ode").is_empty());
        assert_eq!(words.exactly("ode"), [2]);
    }
}
