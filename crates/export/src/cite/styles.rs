//! APA, Chicago, MLA and Harvard, each for an article of a newspaper or news site.

use analysis::plain::MONTHS;

use super::{Cited, Rich, Set, case, plain_marks};
use crate::details::Author;

/// Authors that APA lists at most: of more, the first 19 and the last (9.8).
const APA_MOST: usize = 20;
/// Authors that Chicago's bibliography lists at most: of more, the first seven (14.76).
const CHICAGO_MOST: usize = 10;
const CHICAGO_OF_MORE: usize = 7;

/// 7 of "2025-12-07", and the month and year, as far as they are given.
struct Day<'a> {
    year: &'a str,
    month: Option<usize>,
    day: Option<u32>,
}

impl<'a> Day<'a> {
    fn read(day: &'a str) -> Option<Day<'a>> {
        let mut parts = day.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?;
        let month =
            parts.next().and_then(|month| month.parse().ok()).filter(|month| (1..=12).contains(month));
        Some(Day { year, month, day: parts.next().and_then(|day| day.parse().ok()) })
    }

    fn month(&self) -> Option<&'static str> {
        MONTHS.get(self.month?.checked_sub(1)?).copied()
    }

    /// "7 December", "December", or nothing.
    fn day_month(&self) -> Option<String> {
        let month = self.month()?;
        Some(self.day.map_or(month.to_owned(), |day| format!("{day} {month}")))
    }
}

/// "Ana María" as "A. M.", "Jean-Luc" as "J.-L.".
fn initials(given: &str) -> String {
    let of_word = |word: &str| {
        let parts = word.split('-').filter_map(|part| part.chars().next());
        parts.map(|c| format!("{}.", c.to_uppercase())).collect::<Vec<_>>().join("-")
    };
    given.split_whitespace().map(of_word).collect::<Vec<_>>().join(" ")
}

impl Author {
    /// "Pell, I.", "Orr, J., Jr."
    fn with_initials(&self) -> String {
        match self {
            Author::Body(name) => name.clone(),
            Author::Person { given, family, suffix } => {
                let suffix = suffix.as_ref().map(|suffix| format!(", {suffix}")).unwrap_or_default();
                format!("{family}, {}{suffix}", initials(given))
            }
        }
    }

    /// "Pell, Ito".
    fn inverted(&self) -> String {
        match self {
            Author::Body(name) => name.clone(),
            Author::Person { given, family, suffix } => {
                let suffix = suffix.as_ref().map(|suffix| format!(", {suffix}")).unwrap_or_default();
                format!("{family}, {given}{suffix}")
            }
        }
    }

    fn family(&self) -> String {
        match self {
            Author::Body(name) => name.clone(),
            Author::Person { family, .. } => family.clone(),
        }
    }
}

/// "A, B, & C": the last behind `and`; a comma before it if `comma`, with two only if `comma_of_two`.
fn listed(names: &[String], and: &str, comma: bool, comma_of_two: bool) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one}{} {and} {two}", if comma_of_two { "," } else { "" }),
        [others @ .., last] => format!("{}{} {and} {last}", others.join(", "), if comma { "," } else { "" }),
    }
}

/// Single marks inside of single ones are double; an apostrophe closes nothing.
fn double_inside(title: &str) -> String {
    let mut out = title.to_owned();
    while let Some(open) = out.find('‘') {
        let rest = out.get(open..).unwrap_or("");
        let closes = rest
            .match_indices('’')
            .find(|(at, mark)| !rest.get(at + mark.len()..).unwrap_or("").starts_with(char::is_alphanumeric));
        let close = closes.map(|(at, _)| open + at);
        if let Some(close) = close {
            out.replace_range(close..close + '’'.len_utf8(), "”");
        }
        out.replace_range(open..open + '‘'.len_utf8(), "“");
    }
    out
}

impl Cited<'_> {
    fn day(&self) -> Option<Day<'_>> {
        Day::read(self.details.day.as_deref()?)
    }

    fn families(&self) -> Vec<String> {
        self.details.authors.iter().map(Author::family).collect()
    }

    fn title(&self) -> Option<&str> {
        self.details.title.as_deref()
    }

    /// The site, unless it is the author too.
    fn site(&self) -> Option<&str> {
        let same = |site: &&str| matches!(self.details.authors.as_slice(), [one] if one.name() == **site);
        self.details.site.as_deref().filter(|site| !same(site))
    }

    fn year(&self, none: &'static str) -> String {
        self.day().map_or(none.to_owned(), |day| day.year.to_owned())
    }

    /// Pell, I., & Ruiz, A. (2025, December 7). Bridge vote fails. *Lindmouth Gazette*. https://…
    pub fn apa(&self) -> Rich {
        let names: Vec<String> = self.details.authors.iter().map(Author::with_initials).collect();
        let authors = match names.split_last() {
            Some((last, others)) if names.len() > APA_MOST => {
                format!("{}, . . . {last}", others[..APA_MOST - 1].join(", "))
            }
            _ => listed(&names, "&", true, true),
        };
        let date = match self.day() {
            None => "(n.d.)".to_owned(),
            Some(day) => match (day.month(), day.day) {
                (Some(month), Some(number)) => format!("({}, {month} {number})", day.year),
                (Some(month), None) => format!("({}, {month})", day.year),
                _ => format!("({})", day.year),
            },
        };
        let title = self.title().map(|title| case::sentence(title, &self.names));
        let mut out = Rich::default();
        let put_title = |out: &mut Rich| {
            // The work that stands by itself is in italics: the newspaper, or else the article.
            match (&title, self.details.site.is_some()) {
                (Some(title), true) => out.push(title).stop(),
                (Some(title), false) => out.italic(title).stop(),
                (None, _) => out.push("[News article].").stop(),
            };
        };
        if authors.is_empty() {
            put_title(&mut out);
            out.push(" ").push(date).push(".");
        } else {
            out.push(&authors).stop().push(" ").push(date).push(". ");
            put_title(&mut out);
        }
        if let Some(site) = self.site() {
            out.push(" ").italic(site).stop();
        }
        if let Some(url) = &self.details.url {
            out.push(" ").set(url, Set::Link { short: false });
        }
        out
    }

    /// Pell & Ruiz, 2025
    pub fn apa_short(&self) -> Rich {
        let names = self.families();
        let names = match names.as_slice() {
            [] => self.short_title(|title| case::headline(&title), ('“', '”'), true),
            [first, _, _, ..] => format!("{first} et al.,"),
            few => format!("{},", listed(few, "&", true, false)),
        };
        let mut out = Rich::default();
        out.push(names).push(" ").push(self.year("n.d."));
        out
    }

    /// Pell, Ito, and Ana Ruiz. “Bridge Vote Fails.” *Lindmouth Gazette*, December 7, 2025. https://….
    pub fn chicago(&self) -> Rich {
        let mut names: Vec<String> = self.details.authors.iter().map(Author::name).collect();
        if let Some((name, author)) = names.first_mut().zip(self.details.authors.first()) {
            *name = author.inverted();
        }
        let authors = match names.len() {
            few if few <= CHICAGO_MOST => listed(&names, "and", true, true),
            _ => format!("{}, et al.", names[..CHICAGO_OF_MORE].join(", ")),
        };
        let mut out = Rich::default();
        let nobody = authors.is_empty();
        match self.site().filter(|_| nobody) {
            // The newspaper stands in the place of the author (14.199).
            Some(site) => out.italic(site).push(". "),
            None => out.push(&authors).stop().push(if nobody { "" } else { " " }),
        };
        self.title_in_marks(&mut out, '.');
        if let Some(site) = self.site().filter(|_| !nobody) {
            out.push(" ").italic(site).push(if self.day().is_some() { "," } else { "." });
        }
        if let Some(date) = self.american_date() {
            out.push(format!(" {date}."));
        }
        if let Some(url) = &self.details.url {
            out.push(" ").set(url, Set::Link { short: false }).push(".");
        }
        out
    }

    /// Ito Pell and Ana Ruiz, “Bridge Vote Fails,” *Lindmouth Gazette*, December 7, 2025, https://….
    pub fn chicago_note(&self) -> Rich {
        let names: Vec<String> = self.details.authors.iter().map(Author::name).collect();
        let authors = match names.as_slice() {
            [first, _, _, _, ..] => format!("{first} et al."),
            few => listed(few, "and", true, false),
        };
        let mut out = Rich::default();
        out.push(&authors).push(if authors.is_empty() { "" } else { ", " });
        self.title_in_marks(&mut out, ',');
        if let Some(site) = self.site() {
            out.push(" ").italic(site).push(if self.day().is_some() || self.details.url.is_some() {
                ","
            } else {
                ""
            });
        }
        if let Some(date) = self.american_date() {
            out.push(format!(" {date}{}", if self.details.url.is_some() { "," } else { "" }));
        }
        if let Some(url) = &self.details.url {
            out.push(" ").set(url, Set::Link { short: false });
        }
        out.push(".");
        out
    }

    /// Pell, Ito, and Ana Ruiz. “Bridge Vote Fails.” *Lindmouth Gazette*, 7 Dec. 2025, gazette.example/a.
    pub fn mla(&self) -> Rich {
        let authors = match self.details.authors.as_slice() {
            [] => String::new(),
            [one] => one.inverted(),
            [one, two] => format!("{}, and {}", one.inverted(), two.name()),
            [one, ..] => format!("{}, et al.", one.inverted()),
        };
        let mut out = Rich::default();
        out.push(&authors);
        if !authors.is_empty() {
            out.stop().push(" ");
        }
        self.title_in_marks(&mut out, '.');
        let date = self.day().map(|day| {
            // Months of more than four letters are shortened.
            let month = day.month().map(|month| match month.len() {
                ..=4 => month.to_owned(),
                _ if month == "September" => "Sept.".to_owned(),
                _ => format!("{}.", month.get(..3).unwrap_or(month)),
            });
            let parts = [day.day.map(|day| day.to_string()), month, Some(day.year.to_owned())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let mut parts: Vec<(String, Set)> = Vec::new();
        parts.extend(self.site().map(|site| (site.to_owned(), Set::Italic)));
        parts.extend(date.map(|date| (date, Set::Upright)));
        parts.extend(self.details.url.clone().map(|url| (url, Set::Link { short: true })));
        for (nth, (words, set)) in parts.into_iter().enumerate() {
            out.push(if nth == 0 { " " } else { ", " }).set(words, set);
        }
        out.stop();
        out
    }

    /// Pell and Ruiz
    pub fn mla_short(&self) -> Rich {
        let names = self.families();
        let mut out = Rich::default();
        out.push(match names.as_slice() {
            [] => self.short_title(|title| case::headline(&title), ('“', '”'), false),
            [first, _, _, ..] => format!("{first} et al."),
            few => listed(few, "and", true, false),
        });
        out
    }

    /// Pell, I. and Ruiz, A. (2025) ‘Bridge vote fails’, *Lindmouth Gazette*, 7 December. Available at: https://…
    /// (Accessed: 9 December 2025).
    pub fn harvard(&self) -> Rich {
        // Initials stand close.
        let close = |author: &Author| match author {
            Author::Body(name) => name.clone(),
            Author::Person { .. } => author.with_initials().replace(". ", "."),
        };
        let names: Vec<String> = self.details.authors.iter().map(close).collect();
        let authors = match names.as_slice() {
            [first, _, _, _, ..] => format!("{first} et al."),
            few => listed(few, "and", false, false),
        };
        let mut out = Rich::default();
        let title = self.title().map(|title| format!("‘{}’", double_inside(title)));
        let year = format!("({})", self.year("no date"));
        let mut parts: Vec<(String, Set)> = Vec::new();
        match (authors.is_empty(), title) {
            (true, Some(title)) => parts.push((format!("{title} {year}"), Set::Upright)),
            (true, None) => parts.push((year, Set::Upright)),
            (false, Some(title)) => parts.push((format!("{authors} {year} {title}"), Set::Upright)),
            (false, None) => parts.push((format!("{authors} {year}"), Set::Upright)),
        }
        // Behind an author in brackets' year comes no comma; behind a title in marks one does.
        parts.extend(self.site().map(|site| (site.to_owned(), Set::Italic)));
        parts.extend(self.day().and_then(|day| day.day_month()).map(|day| (day, Set::Upright)));
        for (nth, (words, set)) in parts.into_iter().enumerate() {
            out.push(if nth == 0 { "" } else { ", " }).set(words, set);
        }
        out.push(".");
        if let Some(url) = &self.details.url {
            out.push(" Available at: ").set(url, Set::Link { short: false });
            let read = self
                .read
                .and_then(Day::read)
                .and_then(|day| Some(format!("{} {}", day.day_month()?, day.year)));
            out.push(read.map(|read| format!(" (Accessed: {read})")).unwrap_or_default()).push(".");
        }
        out
    }

    /// Pell and Ruiz, 2025
    pub fn harvard_short(&self) -> Rich {
        let names = self.families();
        let names = match names.as_slice() {
            [] => self.short_title(|title| title, ('‘', '’'), false) + ",",
            [first, _, _, _, ..] => format!("{first} et al.,"),
            few => format!("{},", listed(few, "and", false, false)),
        };
        let mut out = Rich::default();
        out.push(names).push(" ").push(self.year("no date"));
        out
    }

    /// The title's first words where no author is named, in marks; with `comma`, one inside of them.
    fn short_title(&self, make: impl Fn(String) -> String, marks: (char, char), comma: bool) -> String {
        const WORDS: usize = 5;
        let title = self.title().or(self.details.site.as_deref()).unwrap_or("News article");
        let words: Vec<&str> = title.split_whitespace().take(WORDS).collect();
        let short = make(plain_marks(&words.join(" "))).trim_end_matches([',', ':', '.', ';']).to_owned();
        format!("{}{short}{}{}", marks.0, if comma { "," } else { "" }, marks.1)
    }

    /// “Bridge Vote Fails.”: the mark that ends it stands inside.
    fn title_in_marks(&self, out: &mut Rich, end: char) {
        let Some(title) = self.title() else { return };
        let title = plain_marks(&case::headline(title));
        let ended = title.trim_end_matches('’').ends_with(['?', '!']) || end == '.' && title.ends_with('.');
        out.push(if ended { format!("“{title}”") } else { format!("“{title}{end}”") });
    }

    /// December 7, 2025
    fn american_date(&self) -> Option<String> {
        let day = self.day()?;
        Some(match (day.month(), day.day) {
            (Some(month), Some(number)) => format!("{month} {number}, {}", day.year),
            (Some(month), None) => format!("{month} {}", day.year),
            _ => day.year.to_owned(),
        })
    }
}
