//! Which language an article is in.
//!
//! The engine's rules and models are made for English: for another language it says so, and what still holds
//! (quotation marks, many names) stays. A language is known by its script, by letters that it alone writes, and by
//! its small words, which are between a quarter and a half of any running text (Grefenstette, "Comparing two
//! language identification schemes", 1995). Where there is too little text to tell, or no language here fits,
//! nothing is claimed.

mod known;

use std::collections::BTreeMap;

use analysis::{Diagnostic, Language};
use known::{Known, Script, is_small_english, languages};

/// How many bytes of the text are looked at.
const LOOK: usize = 6000;
/// How many bytes are enough if they are plainly English.
const SHORT_LOOK: usize = 1000;
/// The fewest words from which a language is told.
const FEWEST_WORDS: usize = 8;
/// The fewest letters from which the language of a script without spaces is told.
const FEWEST_LETTERS: usize = 4 * FEWEST_WORDS;
/// The part (of 100) of the words of any English text, headlines included, that are among its small words.
/// Running text has 35 to 50; other languages share a few of the words by chance.
const ENGLISH_SHARE: usize = 22;
/// The part (of 100) of the words that must be small words of another language.
const OTHER_SHARE: usize = 12;
/// Japanese writes many Han letters and always some kana among them: one in so many letters is enough.
const KANA_SHARE: usize = 20;

/// The language of a text; `und` where there are too few words to tell.
pub fn recognize(text: &str) -> Language {
    let plainly = found(beginning(text, SHORT_LOOK)).filter(|known| known.code == "en");
    let found = plainly.or_else(|| found(beginning(text, LOOK)));
    found.map_or_else(Language::default, |known| Language { code: known.code.to_owned() })
}

fn found(start: &str) -> Option<&'static Known> {
    let words: Vec<&str> =
        start.split(|c: char| !is_of_word(c)).filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let script = script_of(start)?;
    let letters = start.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count();
    if words.len() < FEWEST_WORDS && letters < FEWEST_LETTERS {
        return None;
    }

    // English is what most articles are in, and no other language is asked where it fits.
    if let Some(english) = languages().first().filter(|known| known.script == script && known.code == "en") {
        let count = words.iter().filter(|word| is_small_english(word)).count();
        if count * 100 >= words.len() * ENGLISH_SHARE {
            return Some(english);
        }
    }
    let words: Vec<String> = words.into_iter().map(str::to_lowercase).collect();
    let mut best: Option<(usize, &Known)> = None;
    for known in languages().iter().filter(|known| known.script == script && known.code != "en") {
        let small: Vec<&str> = known.words.split_ascii_whitespace().collect();
        if small.is_empty() {
            return Some(known);
        }
        let count = words.iter().filter(|word| small.contains(&word.as_str())).count();
        let own = words.iter().filter(|word| word.contains(|c| known.letters.contains(c))).count();
        let score = count + own;
        if score * 100 >= words.len() * OTHER_SHARE && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, known));
        }
    }
    best.map(|(_, known)| known)
}

/// A letter, or a mark that some scripts write their vowels with.
fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() || matches!(Script::of(c), Some(Script::Devanagari | Script::Arabic))
}

/// The script of most letters.
fn script_of(text: &str) -> Option<Script> {
    let mut counts: BTreeMap<Script, usize> = BTreeMap::new();
    let plain = text.bytes().filter(u8::is_ascii_alphabetic).count();
    if plain > 0 {
        counts.insert(Script::Latin, plain);
    }
    for script in text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).filter_map(Script::of) {
        *counts.entry(script).or_default() += 1;
    }
    let (&script, _) = counts.iter().max_by_key(|(_, count)| **count)?;
    let kana = counts.get(&Script::Kana).copied().unwrap_or_default();
    let japanese = script == Script::Han && kana * KANA_SHARE >= counts.values().sum();
    Some(if japanese { Script::Kana } else { script })
}

/// What the reader should know, if the language is not English.
pub fn note(language: &Language) -> Option<Diagnostic> {
    let known = languages().iter().find(|known| known.code == language.code && known.code != "en")?;
    let message = format!(
        "This looks like {}; names, speakers and dates are found as English writes them, so many are missed.",
        known.name
    );
    Some(Diagnostic::note("language", None, message))
}

/// The first part of the text, up to a character boundary.
fn beginning(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
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

    /// Neighbours, each with the same news: a bridge was closed on Monday after a storm, the mayor said.
    #[test]
    fn neighbours_are_told_apart() {
        for (code, text) in [
            (
                "nl",
                "De brug werd maandag na een zware storm gesloten en gaat volgens de burgemeester niet voor mei open.",
            ),
            (
                "af",
                "Die brug is Maandag ná ’n swaar storm gesluit en sal volgens die burgemeester nie voor Mei oopmaak nie.",
            ),
            (
                "sv",
                "Bron stängdes i måndags efter en kraftig storm och öppnar enligt borgmästaren inte före maj.",
            ),
            (
                "da",
                "Broen blev lukket mandag efter en kraftig storm og åbner ifølge borgmesteren ikke før maj.",
            ),
            ("nb", "Broen ble stengt mandag etter en kraftig storm og åpner ifølge ordføreren ikke før mai."),
            (
                "is",
                "Brúnni var lokað á mánudag eftir mikinn storm og hún verður ekki opnuð fyrr en í maí, segir borgarstjórinn.",
            ),
            (
                "fi",
                "Silta suljettiin maanantaina rajun myrskyn jälkeen, eikä se pormestarin mukaan aukea ennen toukokuuta.",
            ),
            ("et", "Sild suleti esmaspäeval pärast tugevat tormi ja linnapea sõnul see enne maid ei avane."),
            (
                "pt",
                "A ponte foi fechada na segunda-feira depois de uma forte tempestade e não abre antes de maio, disse o presidente da câmara.",
            ),
            (
                "es",
                "El puente fue cerrado el lunes después de una fuerte tormenta y no abrirá antes de mayo, según dijo el alcalde.",
            ),
            (
                "ca",
                "El pont es va tancar dilluns després d’una forta tempesta i no obrirà abans del maig, segons l’alcalde.",
            ),
            (
                "it",
                "Il ponte è stato chiuso lunedì dopo una forte tempesta e non sarà riaperto prima di maggio, ha detto il sindaco.",
            ),
            (
                "fr",
                "Le pont a été fermé lundi après une forte tempête et ne rouvrira pas avant mai, selon le maire.",
            ),
            (
                "ro",
                "Podul a fost închis luni după o furtună puternică și nu va fi deschis înainte de luna mai, a spus primarul.",
            ),
            (
                "pl",
                "Most został zamknięty w poniedziałek po silnej burzy i według burmistrza nie zostanie otwarty przed majem.",
            ),
            ("cs", "Most byl v pondělí po silné bouři uzavřen a podle starosty se před květnem neotevře."),
            ("sk", "Most bol v pondelok po silnej búrke uzavretý a podľa starostu sa pred májom neotvorí."),
            (
                "sl",
                "Most so v ponedeljek po hudi nevihti zaprli in ga po besedah župana ne bodo odprli pred majem.",
            ),
            (
                "hr",
                "Most je u ponedjeljak nakon jake oluje zatvoren i neće se otvoriti prije svibnja, rekao je gradonačelnik.",
            ),
            (
                "lt",
                "Tiltas pirmadienį po stiprios audros buvo uždarytas ir, mero teigimu, iki gegužės jis nebus atidarytas.",
            ),
            (
                "lv",
                "Tilts pirmdien pēc spēcīgas vētras tika slēgts, un, kā teica mērs, tas netiks atvērts līdz maijam.",
            ),
            (
                "hu",
                "A hidat hétfőn egy heves vihar után lezárták, és a polgármester szerint május előtt nem is nyílik meg.",
            ),
            (
                "tr",
                "Köprü pazartesi günü şiddetli bir fırtınadan sonra kapatıldı ve başkana göre mayıstan önce açılmayacak.",
            ),
            (
                "id",
                "Jembatan itu ditutup pada hari Senin setelah badai dan tidak akan dibuka sebelum Mei, kata wali kota.",
            ),
            (
                "vi",
                "Cây cầu đã bị đóng vào thứ Hai sau một cơn bão lớn và sẽ không mở lại trước tháng Năm, theo thị trưởng.",
            ),
            (
                "ru",
                "Мост закрыли в понедельник после сильной бури, и, по словам мэра, его не откроют до мая.",
            ),
            (
                "bg",
                "Мостът беше затворен в понеделник след силна буря и според кмета няма да се отвори преди май.",
            ),
            (
                "sr",
                "Мост је у понедељак после јаке олује затворен и неће се отворити пре маја, рекао је градоначелник.",
            ),
            ("be", "Мост закрылі ў панядзелак пасля моцнай буры, і, як сказаў мэр, яго не адкрыюць да мая."),
            ("ar", "أغلق الجسر يوم الاثنين بعد عاصفة قوية ولن يفتح قبل مايو كما قال رئيس البلدية في المدينة."),
            ("fa", "این پل روز دوشنبه پس از توفان شدید بسته شد و به گفته شهردار تا ماه مه باز نخواهد شد."),
            (
                "ur",
                "یہ پل پیر کو شدید طوفان کے بعد بند کر دیا گیا اور میئر کے مطابق مئی سے پہلے نہیں کھلے گا۔",
            ),
            ("hi", "पुल सोमवार को भारी तूफान के बाद बंद कर दिया गया और महापौर ने कहा कि यह मई से पहले नहीं खुलेगा।"),
            (
                "ja",
                "橋は月曜日の激しい嵐の後に閉鎖され、市長によると五月より前に再開される見込みはないという。市民は驚いている。",
            ),
            (
                "ko",
                "다리는 월요일 강한 폭풍 이후 폐쇄되었으며 시장에 따르면 오월 이전에는 다시 열리지 않을 것이라고 한다.",
            ),
            (
                "el",
                "Η γέφυρα έκλεισε τη Δευτέρα μετά από σφοδρή καταιγίδα και δεν θα ανοίξει πριν από τον Μάιο.",
            ),
            ("ka", "ხიდი ორშაბათს ძლიერი ქარიშხლის შემდეგ დაიკეტა და მაისამდე არ გაიხსნება, თქვა მერმა."),
        ] {
            check(text, code);
        }
    }

    #[test]
    fn what_fits_no_language_is_not_named() {
        check("Lorvax mip tresk onda gurlin vos trap milk zonder bruk tin fals prek und zoll marv.", "und");
    }

    #[test]
    fn no_language_stands_twice_in_the_table_and_none_writes_a_small_word_in_capitals() {
        // A line whose script is not known would be lost without a word.
        assert_eq!(languages().len(), 72);
        for (i, known) in languages().iter().enumerate() {
            assert!(languages()[i + 1..].iter().all(|other| other.code != known.code), "{}", known.code);
            assert_eq!(known.words, known.words.to_lowercase(), "{}", known.code);
        }
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
