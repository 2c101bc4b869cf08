//! The languages that are told apart, by script, letters and small words, out of `crates/train/lists/languages.txt`.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::word_class;

/// A language: its ISO 639-1 code, its English name, and what it is known by.
pub struct Known {
    pub code: &'static str,
    pub name: &'static str,
    pub script: Script,
    /// Letters that it alone writes among the languages of its script here.
    pub letters: &'static str,
    /// Its commonest small words, in small letters, parted by spaces. Those that set it apart from its nearest
    /// neighbours matter most.
    pub words: &'static str,
}

/// Declares the scripts; the list of languages names them in the same words.
macro_rules! scripts {
    ($($name:ident,)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Script { $($name),* }

        impl Script {
            fn named(name: &str) -> Option<Script> {
                $(if name == stringify!($name) {
                    return Some(Script::$name);
                })*
                None
            }
        }
    };
}

scripts! {
    Latin, Cyrillic, Greek, Armenian, Hebrew, Arabic, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil,
    Telugu, Kannada, Malayalam, Sinhala, Thai, Burmese, Georgian, Ethiopic, Khmer, Hangul, Kana, Han,
}

impl Script {
    /// The script that a letter belongs to, if it is one of these.
    pub fn of(letter: char) -> Option<Self> {
        Some(match u32::from(letter) {
            0x41..=0x24F | 0x1E00..=0x1EFF => Script::Latin,
            0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
            0x400..=0x52F => Script::Cyrillic,
            0x531..=0x58F => Script::Armenian,
            0x590..=0x5FF => Script::Hebrew,
            0x600..=0x6FF | 0x750..=0x77F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => Script::Arabic,
            0x900..=0x97F => Script::Devanagari,
            0x980..=0x9FF => Script::Bengali,
            0xA00..=0xA7F => Script::Gurmukhi,
            0xA80..=0xAFF => Script::Gujarati,
            0xB00..=0xB7F => Script::Odia,
            0xB80..=0xBFF => Script::Tamil,
            0xC00..=0xC7F => Script::Telugu,
            0xC80..=0xCFF => Script::Kannada,
            0xD00..=0xD7F => Script::Malayalam,
            0xD80..=0xDFF => Script::Sinhala,
            0xE00..=0xE7F => Script::Thai,
            0x1000..=0x109F => Script::Burmese,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF => Script::Georgian,
            0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => Script::Hangul,
            0x1200..=0x139F => Script::Ethiopic,
            0x1780..=0x17FF => Script::Khmer,
            0x3040..=0x30FF => Script::Kana,
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x2FA1F => Script::Han,
            _ => return None,
        })
    }
}

/// English first; among languages that fit equally well the first is taken.
pub fn languages() -> &'static [Known] {
    static LANGUAGES: OnceLock<Vec<Known>> = OnceLock::new();
    LANGUAGES.get_or_init(|| word_class::languages().lines().filter_map(read).collect())
}

/// Whether the word, in whatever case, is among the small words of English.
pub fn is_small_english(word: &str) -> bool {
    static SMALL: OnceLock<FxHashSet<&str>> = OnceLock::new();
    let small = SMALL.get_or_init(|| {
        let english = languages().iter().find(|known| known.code == "en");
        english.map(|known| known.words.split_ascii_whitespace().collect()).unwrap_or_default()
    });
    let mut letters = [0; 16];
    match letters.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(letters) => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            std::str::from_utf8(letters).is_ok_and(|word| small.contains(word))
        }
        None => small.contains(word.to_lowercase().as_str()),
    }
}

/// A line of the packed list: code, name, script, letters, words, with a tab between two.
fn read(line: &'static str) -> Option<Known> {
    let mut cells = line.split('\t');
    let (code, name, script) = (cells.next()?, cells.next()?, Script::named(cells.next()?)?);
    Some(Known { code, name, script, letters: cells.next()?, words: cells.next()? })
}
