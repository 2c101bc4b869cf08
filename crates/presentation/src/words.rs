//! The plain words and numbers of the page. Those that exports say too are in [`analysis::plain`].

use analysis::plain::capitalized;
pub use analysis::plain::confidence;
use analysis::{Alias, AliasReason, Entity, EntityType, Figure, MentionKind, Quote, QuoteKind};

/// "1 name", "3 names".
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {many}", number(n)) }
}

/// 12,345
pub fn number(n: usize) -> String {
    grouped(&n.to_string())
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A figure's value with its unit: "$1,420,000,000", "10–12 %", "5,000,000 CHF"; none where nobody counted.
pub fn figure_value(figure: &Figure) -> Option<String> {
    let (low, high) = figure.value?;
    let value = if low == high { decimal(low) } else { format!("{}–{}", decimal(low), decimal(high)) };
    Some(match figure.unit.as_str() {
        "" => value,
        "USD" => format!("${value}"),
        "EUR" => format!("€{value}"),
        "GBP" => format!("£{value}"),
        "pp" => format!("{value} percentage points"),
        "bp" => format!("{value} basis points"),
        unit => format!("{value} {unit}"),
    })
}

/// 1,234.5: three places at most, none without need.
fn decimal(value: f64) -> String {
    let written = format!("{:.3}", value.abs());
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    // Of digits, not of a `usize`: that ends at 4.29 billion in a browser.
    let whole = grouped(whole);
    let sign = if value < 0.0 { "−" } else { "" };
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

/// Why an alias was joined: "spelling: Witkov ≈ Witkoff" where the two are to be compared. A reader may have given the
/// entity another name since: the reason is told of the name that it holds for, or of none.
pub fn alias_reason(entity: &Entity, alias: &Alias) -> String {
    let why = alias.why.name();
    let Some(base) = base_of(entity, alias) else { return why.to_owned() };
    match alias.why {
        AliasReason::Spelling | AliasReason::Transliteration => {
            format!("{why}: {} ≈ {}", alias.text, likest(base, &alias.text))
        }
        AliasReason::User => "joined by you".to_owned(),
        AliasReason::Title => format!("what the article calls {}", entity.name),
        _ => format!("{why} of {base}"),
    }
}

/// Of the article's words for a speaker beside a name and its role: whether the role still tells something, and whether
/// the words do.
pub fn said_beside(said: &str, name: &str, role: Option<&str>) -> (bool, bool) {
    let words = |text: &str| crate::cross_article::words_of(text);
    let (said, name, role) = (words(said), words(name), words(role.unwrap_or("")));
    let added = !said.iter().all(|word| name.contains(word) || role.contains(word));
    (!added || !role.iter().all(|word| said.contains(word)), added)
}

/// The name that an alias belongs to: the entity's own, or one that the reader put another in the place of.
fn base_of<'a>(entity: &'a Entity, alias: &Alias) -> Option<&'a str> {
    let by_reader =
        entity.aliases.iter().filter(|other| other.why == AliasReason::User && other.text != alias.text);
    let mut names = std::iter::once(entity.name.as_str()).chain(by_reader.map(|other| other.text.as_str()));
    let own = crate::cross_article::words_of(&alias.text);
    let parts = |name: &str| crate::cross_article::words_of(name);
    match alias.why {
        AliasReason::Surname | AliasReason::GivenName => {
            names.find(|name| own.iter().all(|word| parts(name).contains(word)))
        }
        AliasReason::Spelling | AliasReason::Transliteration => {
            let letters = |name: &str| {
                likest(name, &alias.text)
                    .chars()
                    .filter(|c| c.is_alphabetic())
                    .flat_map(char::to_lowercase)
                    .collect::<Vec<_>>()
            };
            let ours: Vec<char> = letters(&alias.text);
            let shared = |name: &&str| {
                let theirs = letters(name);
                ours.iter().zip(&theirs).take_while(|(a, b)| a == b).count()
                    + ours.iter().rev().zip(theirs.iter().rev()).take_while(|(a, b)| a == b).count()
            };
            // Of two that are as near, the first: the name it has now.
            let (mut best, mut most) = (None, 0);
            for name in names {
                let count = shared(&name);
                if best.is_none() || count > most {
                    (best, most) = (Some(name), count);
                }
            }
            best
        }
        _ => names.next(),
    }
}

/// The words of `name` that an alias is a spelling of: as many of its last words as the alias has.
fn likest<'a>(name: &'a str, alias: &str) -> &'a str {
    let wanted = alias.split_whitespace().count();
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.len().checked_sub(wanted).and_then(|at| words.get(at)) else { return name };
    // The word's place within the name, from the addresses that it is a part of.
    name.get(first.as_ptr() as usize - name.as_ptr() as usize..).unwrap_or(name)
}

/// The other spellings of a name that an editor should look at.
pub fn drift(entity: &Entity) -> Vec<&str> {
    entity.aliases.iter().filter(|alias| alias.why.is_drift()).map(|alias| alias.text.as_str()).collect()
}

pub fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct",
        QuoteKind::Mixed => "Mixed",
        QuoteKind::Indirect => "Indirect",
    }
}

/// What must be known beside the words of a quote: "Not said, or denied".
pub fn quote_note(quote: &Quote) -> Option<String> {
    quote.note().map(capitalized)
}

/// How a mention speaks of its entity.
pub fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "by name",
        MentionKind::Nominal => "by description",
        MentionKind::Pronoun => "by pronoun",
    }
}

/// The day of a moment (milliseconds since 1970, UTC) in words: "6 December 2025".
pub fn day_of(moment: u64) -> String {
    let (year, month, day) = civil(moment);
    let name = analysis::plain::MONTHS.get(month as usize - 1).copied().unwrap_or("");
    format!("{day} {name} {year}")
}

/// The same as 2025-12-06.
pub fn iso_day_of(moment: u64) -> String {
    let (year, month, day) = civil(moment);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of a moment, UTC.
fn civil(moment: u64) -> (u64, u64, u64) {
    // Days to a civil date in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date
    // algorithms"), for days after 1970.
    let days = moment / 86_400_000 + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

/// A day as 2025-12-06 in words: "6 December 2025".
pub fn plain_date(day: &str) -> String {
    analysis::plain::date(analysis::DateKind::Date, day)
}

/// What a thing of this type is.
pub fn kind_of(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "Person",
        EntityType::Norp => "Nationality or group",
        EntityType::Fac => "Building or structure",
        EntityType::Org => "Organisation",
        EntityType::Gpe => "Country, state or city",
        EntityType::Loc => "Place",
        EntityType::Product => "Product",
        EntityType::Event => "Event",
        EntityType::WorkOfArt => "Work",
        EntityType::Law => "Law",
        EntityType::Language => "Language",
        EntityType::Date => "Date",
        EntityType::Time => "Time",
        EntityType::Percent => "Percentage",
        EntityType::Money => "Amount of money",
        EntityType::Quantity => "Measurement",
        EntityType::Ordinal => "Ordinal",
        EntityType::Cardinal => "Number",
    }
}

pub use crate::fold::fold;

/// Whether an entity answers to what the reader typed: by name, spelling or role.
pub fn answers(entity: &Entity, typed: &str) -> bool {
    let typed = fold(typed.trim());
    typed.is_empty()
        || fold(&entity.name).contains(&typed)
        || entity.aliases.iter().any(|alias| fold(&alias.text).contains(&typed))
        || entity.role.as_ref().is_some_and(|role| fold(&role.text).contains(&typed))
}

/// The words cut to about `most` characters, at a word's end, with an ellipsis.
pub fn shortened(words: &str, most: usize) -> String {
    let Some((limit, _)) = words.char_indices().nth(most) else { return words.to_owned() };
    let kept = words.get(..limit).unwrap_or(words);
    let end = kept.rfind(char::is_whitespace).filter(|end| end * 2 > limit).unwrap_or(limit);
    format!("{}…", kept.get(..end).unwrap_or(kept).trim_end())
}

/// The last `most` characters or so of the words, from a word's start, after an ellipsis.
pub fn shortened_before(words: &str, most: usize) -> String {
    let length = words.chars().count();
    if length <= most {
        return words.to_owned();
    }
    let kept = words.char_indices().nth(length - most).and_then(|(at, _)| words.get(at..)).unwrap_or(words);
    format!("…{}", kept.find(char::is_whitespace).and_then(|at| kept.get(at..)).unwrap_or(kept))
}

#[cfg(test)]
mod tests {
    use super::*;
    use analysis::{EntityId, EntityType, Polarity, Sense};

    fn entity(name: &str, alias: &str, why: AliasReason) -> Entity {
        let alias = Alias { text: alias.to_owned(), count: 1, why, confidence: 0.9 };
        Entity {
            id: EntityId(1),
            kind: EntityType::Person,
            name: name.to_owned(),
            aliases: vec![alias],
            role: None,
            salience: 0.0,
            mentions: Vec::new(),
        }
    }

    #[test]
    fn counts_and_numbers() {
        assert_eq!(count(1, "name", "names"), "1 name");
        assert_eq!(count(0, "name", "names"), "0 names");
        assert_eq!(count(1234567, "word", "words"), "1,234,567 words");
        assert_eq!(number(999), "999");
    }

    #[test]
    fn a_spelling_is_set_beside_the_words_it_spells() {
        let check = |name: &str, alias: &str, expected: &str| {
            let entity = entity(name, alias, AliasReason::Spelling);
            assert_eq!(alias_reason(&entity, &entity.aliases[0]), expected);
        };
        check("Mira Kovalenko", "Kovalenco", "spelling: Kovalenco ≈ Kovalenko");
        check("Mira Kovalenko", "Myra Kovalenko", "spelling: Myra Kovalenko ≈ Mira Kovalenko");
        check("Oslo", "Old Oslo", "spelling: Old Oslo ≈ Oslo");
    }

    #[test]
    fn a_reason_is_told_of_the_name_that_it_holds_for() {
        let mut renamed = entity("Port Authority", "Kovalenco", AliasReason::Spelling);
        let by_reader =
            Alias { text: "Mira Kovalenko".to_owned(), count: 2, why: AliasReason::User, confidence: 1.0 };
        let surname =
            Alias { text: "Kovalenko".to_owned(), count: 1, why: AliasReason::Surname, confidence: 0.9 };
        renamed.aliases.extend([by_reader, surname]);
        let told: Vec<String> = renamed.aliases.iter().map(|alias| alias_reason(&renamed, alias)).collect();
        assert_eq!(told, ["spelling: Kovalenco ≈ Kovalenko", "joined by you", "surname of Mira Kovalenko"]);
        // A surname of nobody named here is a surname, and no more is said.
        renamed.aliases.remove(1);
        assert_eq!(alias_reason(&renamed, &renamed.aliases[1]), "surname");
    }

    #[test]
    fn a_role_that_the_articles_words_hold_is_not_told_twice() {
        let beside = |said, role| said_beside(said, "Ana Ruiz", Some(role));
        assert_eq!(beside("Ana Ruiz", "mayor of Orvik"), (true, false));
        assert_eq!(beside("Mayor Ana Ruiz", "mayor"), (true, false), "the role says it");
        assert_eq!(beside("Ambassador Ana Ruiz to Veldia", "ambassador"), (false, true), "the words say it");
        assert_eq!(beside("she", "mayor"), (true, true));
        assert_eq!(said_beside("the mayor", "Ana Ruiz", None), (false, true));
    }

    #[test]
    fn only_spellings_are_drift() {
        assert_eq!(drift(&entity("Mira Kovalenko", "Kovalenco", AliasReason::Spelling)), ["Kovalenco"]);
        assert!(drift(&entity("Mira Kovalenko", "Kovalenko", AliasReason::Surname)).is_empty());
    }

    #[test]
    fn the_end_of_a_sentence_is_cut_at_a_word() {
        assert_eq!(shortened_before("short words", 40), "short words");
        assert_eq!(shortened_before("one two three four ", 11), "… four ");
        assert_eq!(shortened_before("éééééééééé", 4), "…éééé");
    }

    #[test]
    fn a_search_looks_at_every_name() {
        let entity = entity("Mira Kovalenko", "Kovalenco", AliasReason::Spelling);
        assert!(answers(&entity, " lenco "));
        assert!(answers(&entity, ""));
        assert!(!answers(&entity, "Oslo"));
    }

    #[test]
    fn long_words_are_shortened_at_a_words_end() {
        assert_eq!(shortened("one two three", 20), "one two three");
        assert_eq!(shortened("one two three", 9), "one two…");
        assert_eq!(shortened("onetwothree", 5), "onetw…");
    }

    #[test]
    fn what_was_not_said_is_told_in_words() {
        let mut quote = crate::fixture::article().analysis.quotes[0].clone();
        assert_eq!(quote_note(&quote), None);
        quote.polarity = Polarity::Negative;
        assert_eq!(quote_note(&quote).as_deref(), Some("Not said, or denied"));
        quote.sense = Sense::Thought;
        assert_eq!(quote_note(&quote).as_deref(), Some("Not thought, or denied"));
    }

    #[test]
    fn figures_are_written_out_with_their_unit() {
        let figure = |value, unit: &str| {
            figure_value(&Figure {
                span: analysis::Span::default(),
                kind: analysis::FigureKind::Money,
                value,
                unit: unit.to_owned(),
                of: None,
                change: None,
                against: None,
            })
        };
        assert_eq!(figure(Some((1.42e9, 1.42e9)), "USD").as_deref(), Some("$1,420,000,000"));
        // More than 32 bits hold, which is what a browser counts in.
        assert_eq!(figure(Some((1.305e11, 1.305e11)), "TWD").as_deref(), Some("130,500,000,000 TWD"));
        assert_eq!(figure(Some((2.5e12, 2.5e12)), "INR").as_deref(), Some("2,500,000,000,000 INR"));
        assert_eq!(figure(Some((0.6667, 0.6667)), "").as_deref(), Some("0.667"));
        assert_eq!(figure(Some((10.0, 12.5)), "%").as_deref(), Some("10–12.5 %"));
        assert_eq!(figure(Some((26.0, 26.0)), "").as_deref(), Some("26"));
        assert_eq!(figure(Some((0.1 + 0.2, 0.1 + 0.2)), "km").as_deref(), Some("0.3 km"));
        assert_eq!(figure(None, ""), None);
    }

    #[test]
    fn a_moment_has_its_day() {
        assert_eq!(day_of(0), "1 January 1970");
        assert_eq!(day_of(951_827_696_000), "29 February 2000");
        assert_eq!(iso_day_of(951_827_696_000), "2000-02-29");
        assert_eq!(day_of(1_767_225_599_999), "31 December 2025");
    }
}
