//! Which language an article is in.
//!
//! The engine's rules and models are made for English: for another language it says so, and what still holds
//! (quotation marks, many names) stays. English is known by its small words, which is quick; everything else by
//! whatlang's letter trigrams. Where there is too little text to tell, nothing is claimed.

use analysis::{Diagnostic, Language};
use whatlang::Lang;

/// How many bytes of the text are looked at.
const LOOK: usize = 6000;
/// The fewest words from which a language is told.
const FEWEST_WORDS: usize = 8;
/// The part (of 100) of the words of any English text, headlines included, that are among its small words.
/// Running text has 35 to 50; other languages share a few of the words by chance.
const SMALL_WORDS_SHARE: usize = 22;

/// The small words of English that are not small words of its neighbours.
const SMALL_WORDS: [&str; 60] = [
    "the", "of", "and", "to", "a", "that", "is", "was", "for", "it", "with", "as", "his", "on", "be", "at",
    "by", "had", "not", "are", "but", "from", "or", "have", "they", "which", "you", "were", "their", "has",
    "would", "what", "will", "there", "if", "who", "said", "been", "more", "when", "this", "than", "about",
    "into", "after", "its", "out", "over", "also", "could", "other", "our", "he", "she", "we", "her", "some",
    "because", "how", "i",
];

/// The language of a text; `und` where there are too few words to tell.
pub fn recognize(text: &str) -> Language {
    let start = beginning(text);
    let (mut words, mut small) = (0, 0);
    for word in
        start.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic))
    {
        words += 1;
        small += usize::from(SMALL_WORDS.iter().any(|small| word.eq_ignore_ascii_case(small)));
    }
    // Scripts without spaces have few "words", and many letters.
    let letters = || start.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count();
    if words < FEWEST_WORDS && letters() < 4 * FEWEST_WORDS {
        return Language::default();
    }
    if small * 100 >= words * SMALL_WORDS_SHARE {
        return Language { code: "en".to_owned() };
    }
    match whatlang::detect(start) {
        Some(found) if found.is_reliable() => Language { code: code(found.lang()).to_owned() },
        _ => Language::default(),
    }
}

/// What the reader should know, if the language is not English.
pub fn note(language: &Language) -> Option<Diagnostic> {
    let lang = Lang::all().iter().find(|&&lang| code(lang) == language.code)?;
    (*lang != Lang::Eng).then(|| {
        Diagnostic::note(
            "language",
            None,
            format!(
                "This looks like {}; names, speakers and dates are found as English writes them, so many are missed.",
                lang.eng_name()
            ),
        )
    })
}

/// The first part of the text, up to a character boundary.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The ISO 639-1 code, or the 639-3 one for a language that has none.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, code: &str) {
        assert_eq!(recognize(text).code, code, "of {text:?}");
    }

    #[test]
    fn english_and_others() {
        check(
            "The council met on Tuesday to vote on the bridge, and nobody was surprised by what it said.",
            "en",
        );
        check(
            "Der Rat trat am Dienstag zusammen, um über die Brücke abzustimmen, und niemand war überrascht.",
            "de",
        );
        check(
            "Le conseil s’est réuni mardi pour voter sur le pont, et personne n’a été surpris du résultat.",
            "fr",
        );
        check(
            "El consejo se reunió el martes para votar sobre el puente, y nadie se sorprendió del resultado.",
            "es",
        );
        check("Рада зібралася у вівторок, щоб проголосувати за міст, і нікого це не здивувало.", "uk");
        check(
            "市议会周二开会就大桥进行表决，没有人对结果感到惊讶，因为大家早就知道会这样，而且没有人反对这个决定。",
            "zh",
        );
    }

    #[test]
    fn too_little_to_tell() {
        for text in ["", "Three short words", "12 345 678", "🎉🎉🎉"] {
            check(text, "und");
        }
    }

    #[test]
    fn an_english_headline_style_text_is_english() {
        check(
            "Bridge vote fails again as council splits; mayor vows to bring it back by the end of May",
            "en",
        );
    }

    #[test]
    fn another_language_is_said_and_english_is_not() {
        let said = |code: &str| note(&Language { code: code.to_owned() }).map(|note| note.message);
        assert!(said("de").is_some_and(|message| message.contains("German")));
        assert_eq!(said("en"), None);
        assert_eq!(said("und"), None);
    }
}
