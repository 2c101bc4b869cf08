//! The library searched as a reader remembers words: whatever their case, accents and apostrophes, with a snippet of
//! where they stand.

use text::Span;

use crate::library::Kept;
use crate::{Remembered, fold};

/// Bytes around the first place that a snippet shows, on either side.
const AROUND: usize = 70;

/// An article of the library made ready to be searched.
#[derive(Debug, Clone, PartialEq)]
pub struct Searchable {
    text: String,
    /// Title, names, tags, source and notes, each on a line.
    told: String,
    folded: fold::Folded,
}

/// A part of a snippet, and whether it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub text: String,
    pub found: bool,
}

impl Searchable {
    pub fn of(kept: &Kept) -> Searchable {
        let read = Remembered::read(&kept.article);
        let entry = &kept.entry;
        let stated = read.iter().flat_map(|read| {
            let stated = &read.document.stated;
            stated.authors.iter().chain(&stated.site).chain(&stated.title)
        });
        let told: Vec<&str> = [&entry.title, &entry.site, &entry.day]
            .into_iter()
            .chain(&entry.known)
            .chain(&entry.tags)
            .chain(&entry.notes)
            .chain(stated)
            .map(String::as_str)
            .collect();
        let told = fold::fold(&told.join("\n"));
        let text = read.map(|read| read.document.text).unwrap_or_default();
        Searchable { folded: fold::Folded::of(&text), told, text }
    }

    /// Whether everything that is asked for is in the article: each word in its title, names, tags, notes or text; words
    /// in marks together.
    pub fn answers(&self, asked: &str) -> bool {
        wanted(asked).iter().all(|words| self.told.contains(words) || self.folded.text.contains(words))
    }

    /// Where the text has the first of what is asked for, with some words around; none where nothing is asked or only
    /// what is told of it answers.
    pub fn snippet(&self, asked: &str) -> Option<Vec<Part>> {
        let wanted = wanted(asked);
        let mut found: Vec<Span> = wanted.iter().filter_map(|words| self.folded.find(words).next()).collect();
        found.sort_unstable();
        let first = *found.first()?;
        let (start, end) = (first.start as usize, first.end as usize);
        let from = self.text.floor_char_boundary(start.saturating_sub(AROUND));
        let to = self.text.ceil_char_boundary((end + AROUND).min(self.text.len()));
        let part = |from: usize, to: usize| {
            self.text.get(from..to).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        // Cut at words.
        let before = match self.text.get(from..start).unwrap_or("") {
            whole if from == 0 => whole.to_owned(),
            cut => cut.split_once(char::is_whitespace).map_or(String::new(), |(_, rest)| format!("… {rest}")),
        };
        let after = match self.text.get(end..to).unwrap_or("") {
            whole if to == self.text.len() => whole.to_owned(),
            cut => {
                cut.rsplit_once(char::is_whitespace).map_or(String::new(), |(rest, _)| format!("{rest} …"))
            }
        };
        let edge = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let space = |words: &str, at_end: bool| match at_end {
            true => words.ends_with(char::is_whitespace),
            false => words.starts_with(char::is_whitespace),
        };
        let lead = format!("{}{}", edge(&before), if space(&before, true) { " " } else { "" });
        let tail = format!("{}{}", if space(&after, false) { " " } else { "" }, edge(&after));
        Some(vec![
            Part { text: lead, found: false },
            Part { text: part(start, end), found: true },
            Part { text: tail, found: false },
        ])
    }
}

/// The parts of a question: `ferry "good weather"` asks for two.
fn wanted(asked: &str) -> Vec<String> {
    let asked = fold::fold(asked);
    let mut parts = Vec::new();
    for (nth, part) in asked.split('"').enumerate() {
        if nth % 2 == 1 {
            parts.push(part.trim().to_owned());
        } else {
            parts.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::article_of;

    fn searchable(text: &str) -> Searchable {
        let article = article_of(text, &[]);
        let mut kept = Kept::new("7".to_owned(), &article, None, None, 0);
        kept.entry.tags = vec!["Côte".to_owned()];
        kept.entry.notes = vec!["Who pays?".to_owned()];
        Searchable::of(&kept)
    }

    #[test]
    fn words_are_looked_for_and_not_what_is_stored() {
        let one = searchable("Trump’s plan for Łódź was “good weather”.\nA naïve plan.");
        for asked in [
            "trump's",
            "TRUMP’S",
            "lodz",
            "naive",
            "“good weather”",
            "cote",
            "who pays",
            "  ",
            "\"good weather\" plan",
        ] {
            assert!(one.answers(asked), "{asked}");
        }
        for asked in ["paragraph", "article-explorer", "“weather good”", "plan submarine"] {
            assert!(!one.answers(asked), "{asked}");
        }
    }

    #[test]
    fn a_snippet_shows_the_words_where_they_stand() {
        let shown = |text: &str, asked: &str| {
            let parts = searchable(text).snippet(asked)?;
            Some(
                parts
                    .iter()
                    .map(|part| if part.found { format!("[{}]", part.text) } else { part.text.clone() })
                    .collect::<String>(),
            )
        };
        assert_eq!(shown("The Éva sailed.", "eva").as_deref(), Some("The [Éva] sailed."));
        let long = format!("{} the harbour master {}", "one ".repeat(60), "two ".repeat(60));
        let found = shown(&long, "harbour").expect("it is there");
        assert!(
            found.starts_with("… one")
                && found.contains("the [harbour] master two")
                && found.ends_with("two …"),
            "{found}"
        );
        assert_eq!(shown("Nothing.", "cote"), None);
        assert_eq!(shown("Nothing.", ""), None);
    }
}
