//! Packs the lists of words that the engine's rules ask for, `lists/words/*.txt`, into one small file.
//!
//! A list stands under its name in brackets, `[FunctionWord]`: words with white space between them, `_` for a space
//! within one, `word=number` or `word=word` where something stands beside it. Under `[verbs]` each line is a verb of
//! saying with its kinds; its forms are made here. The list of languages goes with them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use engine::training::{WORDS_MAGIC, WordClass};

use crate::model_file::{self, planes};
use crate::sources::{Error, lists};

/// What a verb of saying may be called in its line, and the class that its forms get.
const KINDS: [(&str, WordClass); 8] = [
    ("clause", WordClass::TakesClause),
    ("hearer", WordClass::TakesHearer),
    ("thing", WordClass::TakesThing),
    ("deed", WordClass::TakesDeed),
    ("label", WordClass::TakesLabel),
    ("marks", WordClass::TakesMarksOnly),
    ("thought", WordClass::SayingThought),
    ("content", WordClass::TakesContent),
];

/// What stands beside a word in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Beside {
    Number(u64),
    Word(String),
}

/// Every word with its classes, and what stands beside it in some of them.
#[derive(Debug, Default)]
struct Lists {
    words: BTreeMap<String, BTreeSet<u16>>,
    beside: BTreeMap<(String, u16), Beside>,
}

impl Lists {
    fn add(&mut self, word: &str, class: WordClass) {
        self.words.entry(word.to_owned()).or_default().insert(class as u16);
    }
}

/// Writes the model file.
pub fn build(model: &Path) -> Result<(), Error> {
    let bytes = pack()?;
    std::fs::write(model, &bytes).map_err(|error| format!("{}: {error}", model.display()))?;
    println!("{}: {} bytes", model.display(), bytes.len());
    Ok(())
}

/// The bytes of the model file; `engine::word_class` reads them.
fn pack() -> Result<Vec<u8>, Error> {
    let lists = read()?;
    let numbers: HashMap<&str, usize> =
        lists.words.keys().enumerate().map(|(number, word)| (word.as_str(), number)).collect();
    // A word of no class is there only because it stands beside another.
    let mut sets: Vec<BTreeSet<u16>> = vec![BTreeSet::new()];
    let mut classes = Vec::new();
    for set in lists.words.values() {
        let known = sets.iter().position(|other| other == set).unwrap_or_else(|| {
            sets.push(set.clone());
            sets.len() - 1
        });
        classes.extend(u16::try_from(known)?.to_le_bytes());
    }
    // Each set as the classes in it, behind their number.
    let sets = sets.iter().flat_map(|set| std::iter::once(set.len() as u16).chain(set.iter().copied()));
    let sets = planes(sets.map(u16::to_le_bytes));
    let mut values = Vec::new();
    for ((word, class), beside) in &lists.beside {
        let value = match beside {
            Beside::Number(number) => *number,
            Beside::Word(other) => numbers[other.as_str()] as u64,
        };
        let [low, high] = u16::try_from(numbers[word.as_str()])?.to_le_bytes();
        let [class_low, class_high] = class.to_le_bytes();
        let mut row = [low, high, class_low, class_high, 0, 0, 0, 0, 0, 0, 0, 0];
        row[4..].copy_from_slice(&value.to_le_bytes());
        values.push(row);
    }
    let values = planes(values.into_iter());
    let words: String = lists.words.keys().map(|word| format!("{word}\n")).collect();
    let languages: String =
        lists::languages()?.iter().map(|cells| format!("{}\n", cells.join("\t"))).collect();
    model_file::write(WORDS_MAGIC, [words.into_bytes(), classes, sets, values, languages.into_bytes()])
}

fn read() -> Result<Lists, Error> {
    let named: HashMap<&str, WordClass> = WordClass::ALL.iter().map(|class| (class.name(), *class)).collect();
    let verbs: HashMap<String, [String; 5]> =
        lists::verbs()?.into_iter().map(|forms| (forms[0].clone(), forms)).collect();
    let mut lists = Lists::default();
    for line in lists::word_lines()? {
        let at = |error: String| Error::from(format!("{}: {error}", line.place));
        if line.heading == "verbs" {
            verb_of_saying(&line.text, &verbs, &mut lists).map_err(at)?;
            continue;
        }
        let class = *named.get(line.heading.as_str()).ok_or_else(|| {
            at(format!("the engine has no list {:?} (engine/src/word_class/class.rs)", line.heading))
        })?;
        for item in line.text.split_whitespace() {
            // "=" alone is a word as well.
            let (word, beside) = match item.split_once('=') {
                Some((word, beside)) if !word.is_empty() => (word, Some(beside)),
                _ => (item, None),
            };
            let word = word.replace('_', " ");
            lists.add(&word, class);
            if let Some(beside) = beside {
                let beside = match beside.parse() {
                    Ok(number) => Beside::Number(number),
                    Err(_) => {
                        lists.words.entry(beside.to_owned()).or_default();
                        Beside::Word(beside.to_owned())
                    }
                };
                lists.beside.insert((word, class as u16), beside);
            }
        }
    }
    // Phrases are found word by word: what begins one stands among the words, in no list.
    let phrases: Vec<String> = lists.words.keys().filter(|word| word.contains(' ')).cloned().collect();
    for phrase in phrases {
        for (at, _) in phrase.match_indices(' ') {
            lists.words.entry(phrase[..at].to_owned()).or_default();
        }
    }
    Ok(lists)
}

/// "admit clause thing": the verb's forms with their classes.
fn verb_of_saying(line: &str, verbs: &HashMap<String, [String; 5]>, lists: &mut Lists) -> Result<(), String> {
    let mut cells = line.split_whitespace();
    let verb = cells.next().unwrap_or_default();
    // "go_on": the verb is inflected, its particle stays.
    let (verb, particle) = verb.split_once('_').map_or((verb, None), |(verb, rest)| (verb, Some(rest)));
    let mut forms = match verb.split('/').collect::<Vec<_>>()[..] {
        [base, past, ing] => {
            let [_, _, _, third, _] = regular(base);
            [base.to_owned(), past.to_owned(), past.to_owned(), third, ing.to_owned()]
        }
        _ => verbs.get(verb).cloned().unwrap_or_else(|| regular(verb)),
    };
    if let Some(particle) = particle {
        for form in &mut forms {
            lists.add(form, WordClass::OpensPhrasal);
            *form = format!("{form} {particle}");
        }
    }
    let [base, past, participle, third, ing] = forms;
    let british = doubled(&base, &past);
    // "said" is the past before it is a participle, "read" before it is a base.
    let mut forms = vec![
        (&past, WordClass::SayingPast),
        (&base, WordClass::SayingBase),
        (&third, WordClass::SayingThird),
        (&participle, WordClass::SayingParticiple),
        (&ing, WordClass::SayingIng),
    ];
    if let Some([past, ing]) = &british {
        forms.extend([(past, WordClass::SayingPast), (ing, WordClass::SayingIng)]);
    }
    let mut kinds = Vec::new();
    for kind in cells {
        match KINDS.iter().find(|(name, _)| *name == kind) {
            Some((_, class)) => kinds.push(*class),
            None if kind == "plain" => {
                lists.add(&past, WordClass::PlainSaying);
                lists.add(&third, WordClass::PlainSaying);
            }
            None if kind == "plain-past" => lists.add(&past, WordClass::PlainSaying),
            None if kind == "noun" => {
                lists.add(&base, WordClass::SayingOrNoun);
                lists.add(&third, WordClass::SayingOrNoun);
            }
            None => return Err(format!("a verb of saying has no kind {kind:?}")),
        }
    }
    for &(word, form) in &forms {
        let taken = forms.iter().any(|(_, other)| lists.beside.contains_key(&(word.clone(), *other as u16)));
        if !taken {
            lists.add(word, form);
            kinds.iter().for_each(|kind| lists.add(word, *kind));
            lists.beside.insert((word.clone(), form as u16), Beside::Word(base.clone()));
        }
    }
    // The lemma is found by its number, so it stands among the words whatever its classes.
    lists.words.entry(base).or_default();
    Ok(())
}

/// The past and the -ing form in British spelling, where an "l" is doubled that American spelling leaves single:
/// "labelled", "labelling".
fn doubled(base: &str, past: &str) -> Option<[String; 2]> {
    let vowel = |c: char| "aeiou".contains(c);
    let mut last = base.chars().rev();
    let single =
        last.next() == Some('l') && last.next().is_some_and(vowel) && !last.next().is_some_and(vowel);
    (single && past == format!("{base}ed")).then(|| [format!("{base}led"), format!("{base}ling")])
}

/// The forms of a verb that the list of verbs lacks, in its order: base, past, participle, third person, -ing.
fn regular(base: &str) -> [String; 5] {
    let (third, past, ing) = if let Some(stem) = base.strip_suffix('e') {
        (format!("{base}s"), format!("{base}d"), format!("{stem}ing"))
    } else if let Some(stem) = base.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        (format!("{stem}ies"), format!("{stem}ied"), format!("{base}ing"))
    } else if base.ends_with(['s', 'x', 'z']) || base.ends_with("sh") || base.ends_with("ch") {
        (format!("{base}es"), format!("{base}ed"), format!("{base}ing"))
    } else {
        (format!("{base}s"), format!("{base}ed"), format!("{base}ing"))
    };
    [base.to_owned(), past.clone(), past, third, ing]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_file_is_what_the_lists_give() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/models/words.bin");
        let committed = std::fs::read(committed).expect("crates/engine/models/words.bin is there");
        let packed = pack().expect("the lists can be read");
        assert!(
            committed == packed,
            "a list in crates/train/lists/words was edited: run `cargo xtask words`"
        );
    }

    #[test]
    fn forms_come_from_the_list_of_verbs_or_by_rule() {
        let lists = read().expect("the lists can be read");
        for (word, lemma, form) in [
            ("says", "say", WordClass::SayingThird),
            ("told", "tell", WordClass::SayingPast),
            ("written", "write", WordClass::SayingParticiple),
            ("admitted", "admit", WordClass::SayingPast),
            ("denies", "deny", WordClass::SayingThird),
            ("texting", "text", WordClass::SayingIng),
            ("deadpanned", "deadpan", WordClass::SayingPast),
            ("read", "read", WordClass::SayingPast),
        ] {
            let beside = lists.beside.get(&(word.to_owned(), form as u16));
            assert_eq!(beside, Some(&Beside::Word(lemma.to_owned())), "{word}");
        }
    }
}
