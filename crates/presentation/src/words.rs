//! The plain words and numbers of the page.

use analysis::{Alias, AliasReason, Entity, EntityType, Figure, MentionKind, QuoteKind};

/// "1 name", "3 names".
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {many}", number(n)) }
}

/// 12,345
pub fn number(n: usize) -> String {
    let digits = n.to_string();
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
        "$" => format!("${value}"),
        unit => format!("{value} {unit}"),
    })
}

/// 1,234.5: three places at most, none without need.
fn decimal(value: f64) -> String {
    let written = format!("{:.3}", value.abs());
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    let whole = whole.parse::<usize>().map_or_else(|_| whole.to_owned(), number);
    let sign = if value < 0.0 { "−" } else { "" };
    match part.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

/// How sure a speaker is.
pub fn confidence(value: f32) -> &'static str {
    if value >= 0.85 {
        "sure"
    } else if value >= 0.6 {
        "likely"
    } else {
        "perhaps"
    }
}

/// Why an alias was joined: "spelling: Witkov ≈ Witkoff" where the two are to be compared.
pub fn alias_reason(entity: &Entity, alias: &Alias) -> String {
    let why = alias.why.name();
    match alias.why {
        AliasReason::Spelling | AliasReason::Transliteration => {
            format!("{why}: {} ≈ {}", alias.text, likest(&entity.name, &alias.text))
        }
        AliasReason::Acronym => format!("{why} of {}", entity.name),
        AliasReason::User => "joined by you".to_owned(),
        AliasReason::Title => format!("what the article calls {}", entity.name),
        _ => format!("{why} of {}", entity.name),
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

/// How a mention speaks of its entity.
pub fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "by name",
        MentionKind::Nominal => "by description",
        MentionKind::Pronoun => "by pronoun",
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day of a moment (milliseconds since 1970, UTC) in words: "6 December 2025".
pub fn day_of(moment: u64) -> String {
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
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let name = MONTHS.get(month as usize - 1).copied().unwrap_or("");
    format!("{day} {name} {year}")
}

/// An ISO 8601 or TIMEX3 value in words, where it has plain ones: "6 December 2025", "6 December 2025 to …".
pub fn date_value(value: &str) -> String {
    if let Some((from, to)) = value.split_once('/') {
        return format!("{} to {}", date_value(from), date_value(to));
    }
    if let Some(each) = value.strip_prefix("XXXX-").and_then(of_any_year) {
        return each;
    }
    match value {
        "PRESENT_REF" => return "now".to_owned(),
        "PAST_REF" => return "in the past".to_owned(),
        "FUTURE_REF" => return "in the future".to_owned(),
        _ => {}
    }
    if let Some((day, time)) =
        value.split_once('T').filter(|(day, _)| !day.starts_with('P') && !day.is_empty())
    {
        return format!("{}, {}", date_value(day), part_of_day(time));
    }
    let parts: Vec<&str> = value.split('-').collect();
    let month = |digits: &str| digits.parse::<usize>().ok().and_then(|m| MONTHS.get(m.checked_sub(1)?));
    match parts.as_slice() {
        [year, week, "WE"] if is_year(year) => {
            format!("weekend of week {} of {year}", week.trim_start_matches('W').trim_start_matches('0'))
        }
        [year, m, day] if is_year(year) => match (month(m), day.parse::<u32>()) {
            (Some(name), Ok(day)) => format!("{day} {name} {year}"),
            _ => value.to_owned(),
        },
        [decade] if decade.len() == 3 && decade.bytes().all(|b| b.is_ascii_digit()) => {
            format!("the {decade}0s")
        }
        [year, season @ ("SP" | "SU" | "FA" | "WI")] if is_year(year) => {
            let season = match *season {
                "SP" => "spring",
                "SU" => "summer",
                "FA" => "autumn",
                _ => "winter",
            };
            format!("{season} {year}")
        }
        [year, "H1"] if is_year(year) => format!("first half of {year}"),
        [year, "H2"] if is_year(year) => format!("second half of {year}"),
        [year, week] if is_year(year) && week.starts_with('W') => {
            format!("week {} of {year}", week.trim_start_matches('W').trim_start_matches('0'))
        }
        [year, quarter] if is_year(year) && quarter.starts_with('Q') => {
            format!("quarter {} of {year}", quarter.trim_start_matches('Q'))
        }
        [year, m] if is_year(year) => month(m).map_or(value.to_owned(), |name| format!("{name} {year}")),
        _ => duration(value).unwrap_or_else(|| value.to_owned()),
    }
}

/// "every Monday", "every spring", "6 March of no named year".
fn of_any_year(value: &str) -> Option<String> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    if let Some(day) = value.strip_prefix("WXX-").and_then(|day| day.parse::<usize>().ok()) {
        return DAYS.get(day.checked_sub(1)?).map(|day| format!("every {day}"));
    }
    match value {
        "SP" => Some("every spring".to_owned()),
        "SU" => Some("every summer".to_owned()),
        "FA" => Some("every autumn".to_owned()),
        "WI" => Some("every winter".to_owned()),
        _ => {
            let (month, day) = value.split_once('-')?;
            let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
            Some(format!("{} {name} of no named year", day.parse::<u32>().ok()?))
        }
    }
}

/// "14:30", or "evening" for `EV`.
fn part_of_day(time: &str) -> &str {
    match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        time => time,
    }
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

/// "3 days" for `P3D`.
fn duration(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (rest, in_time) = match rest.strip_prefix('T') {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    let unit = rest.chars().last()?;
    let n: usize = rest.strip_suffix(unit)?.parse().ok()?;
    let (one, many) = match (unit, in_time) {
        ('D', false) => ("day", "days"),
        ('W', false) => ("week", "weeks"),
        ('M', false) => ("month", "months"),
        ('Y', false) => ("year", "years"),
        ('H', true) => ("hour", "hours"),
        ('M', true) => ("minute", "minutes"),
        ('S', true) => ("second", "seconds"),
        _ => return None,
    };
    Some(count(n, one, many))
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

/// Words made alike for searching: small letters.
pub fn fold(words: &str) -> String {
    words.to_lowercase()
}

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
    use analysis::{EntityId, EntityType};

    fn entity(name: &str, alias: &str, why: AliasReason) -> Entity {
        let alias = Alias { text: alias.to_owned(), count: 1, why, confidence: 0.9 };
        Entity {
            id: EntityId(1),
            kind: EntityType::Person,
            name: name.to_owned(),
            aliases: vec![alias],
            role: None,
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
    fn values_of_dates_in_words() {
        let check = |value: &str, expected: &str| assert_eq!(date_value(value), expected, "{value}");
        check("2026-03-01", "1 March 2026");
        check("2026-03", "March 2026");
        check("2026", "2026");
        check("2026-W09", "week 9 of 2026");
        check("2026-Q3", "quarter 3 of 2026");
        check("2026-02-28/2026-03-01", "28 February 2026 to 1 March 2026");
        check("P3D", "3 days");
        check("PT1H", "1 hour");
        check("PRESENT_REF", "now");
        check("2026-SU", "summer 2026");
        check("2026-03-06TEV", "6 March 2026, evening");
        check("2026-03-06T14:30", "6 March 2026, 14:30");
        check("199", "the 1990s");
        check("2026-W10-WE", "weekend of week 10 of 2026");
        check("2026-H1", "first half of 2026");
        check("XXXX-SP", "every spring");
        check("XXXX-WXX-1", "every Monday");
        check("XXXX-03-06", "6 March of no named year");
        check("XXXX-WXX-9", "XXXX-WXX-9");
        check("2026-13-40", "2026-13-40");
        check("P", "P");
        check("", "");
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
    fn how_sure_in_words() {
        assert_eq!([0.97, 0.7, 0.2].map(confidence), ["sure", "likely", "perhaps"]);
    }

    #[test]
    fn figures_are_written_out_with_their_unit() {
        let figure = |value, unit: &str| {
            figure_value(&Figure {
                span: analysis::Span::default(),
                kind: EntityType::Money,
                value,
                unit: unit.to_owned(),
                of: None,
                change: None,
                against: None,
            })
        };
        assert_eq!(figure(Some((1.42e9, 1.42e9)), "$").as_deref(), Some("$1,420,000,000"));
        assert_eq!(figure(Some((10.0, 12.5)), "%").as_deref(), Some("10–12.5 %"));
        assert_eq!(figure(Some((26.0, 26.0)), "").as_deref(), Some("26"));
        assert_eq!(figure(Some((0.1 + 0.2, 0.1 + 0.2)), "km").as_deref(), Some("0.3 km"));
        assert_eq!(figure(None, ""), None);
    }

    #[test]
    fn a_moment_has_its_day() {
        assert_eq!(day_of(0), "1 January 1970");
        assert_eq!(day_of(951_827_696_000), "29 February 2000");
        assert_eq!(day_of(1_767_225_599_999), "31 December 2025");
    }
}
