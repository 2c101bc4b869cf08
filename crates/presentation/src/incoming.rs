//! What comes from outside, put into words before anything is done with it.

use std::collections::HashSet;

use crate::words;

/// Whether a text is nothing but an address of the web: what a browser gives when a link is dragged or copied.
pub fn is_link(text: &str) -> bool {
    let text = text.trim();
    let web = ["https://", "http://", "www."].iter().any(|start| {
        text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
            && text.len() > start.len()
    });
    web && !text.contains(char::is_whitespace)
}

/// What a backup would do to the library, by the numbers of the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupEffect {
    /// Articles in the backup that are not here.
    pub new: usize,
    /// Articles in both.
    pub known: usize,
    /// Articles that are only here: they go if the backup takes the library's place.
    pub only_here: usize,
    /// What is here and this version cannot read: it stays, whatever comes.
    pub unread: usize,
}

impl BackupEffect {
    pub fn of<'a>(
        here: impl Iterator<Item = &'a str>,
        there: impl Iterator<Item = &'a str>,
        unread: usize,
    ) -> BackupEffect {
        let (here, there): (HashSet<_>, HashSet<_>) = (here.collect(), there.collect());
        let known = there.intersection(&here).count();
        BackupEffect { new: there.len() - known, known, only_here: here.len() - known, unread }
    }

    pub fn of_adding(self) -> String {
        let new = words::count(self.new, "new article", "new articles");
        match self.known {
            0 => format!("Adding brings {new}."),
            1 => format!("Adding brings {new}; 1 is here already, and stays with the corrections of both."),
            known => format!(
                "Adding brings {new}; {} are here already, and stay with the corrections of both.",
                words::number(known)
            ),
        }
    }

    pub fn of_replacing(self) -> String {
        let told = match self.only_here {
            0 => "Replacing removes no article, but corrections that the file does not have.".to_owned(),
            gone => format!("Replacing removes {} not in the file.", that_are(gone)),
        };
        match self.unread {
            0 => told,
            1 => format!("{told} 1 article of another version of this page stays."),
            unread => {
                format!("{told} {} articles of another version of this page stay.", words::number(unread))
            }
        }
    }
}

fn that_are(count: usize) -> String {
    let verb = if count == 1 { "is" } else { "are" };
    format!("{} that {verb}", words::count(count, "article", "articles"))
}

/// The beginning of words that were shared, on one line.
pub fn beginning(text: &str, most: usize) -> String {
    // A text may be one line of megabytes: no more of it is looked at than is shown.
    let looked_at = text.char_indices().nth(most * 4).map_or(text, |(end, _)| &text[..end]);
    words::shortened(&looked_at.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_alone_is_a_link_and_words_with_one_are_not() {
        for link in ["https://example.org/a?b=c#d", " HTTP://example.org\n", "www.example.org/news"] {
            assert!(is_link(link), "{link}");
        }
        for words in [
            "https://",
            "example.org",
            "See https://example.org today.",
            "https://a.example https://b.example",
            "",
        ] {
            assert!(!is_link(words), "{words}");
        }
    }

    #[test]
    fn a_backup_says_what_it_would_bring_and_take() {
        let effect = BackupEffect::of(["a", "b"].into_iter(), ["b", "c", "d", "d"].into_iter(), 2);
        assert_eq!(effect, BackupEffect { new: 2, known: 1, only_here: 1, unread: 2 });
        assert_eq!(
            effect.of_adding(),
            "Adding brings 2 new articles; 1 is here already, and stays with the corrections of both."
        );
        assert_eq!(
            effect.of_replacing(),
            "Replacing removes 1 article that is not in the file. 2 articles of another version of this page stay."
        );
        let all_new = BackupEffect::of([].into_iter(), ["a"].into_iter(), 0);
        assert_eq!(all_new.of_adding(), "Adding brings 1 new article.");
        assert!(all_new.of_replacing().starts_with("Replacing removes no article"));
    }

    #[test]
    fn the_beginning_of_a_text_is_one_line_and_short() {
        assert_eq!(beginning(" \n Ferry line\n\treturns ", 40), "Ferry line returns");
        assert_eq!(beginning("", 40), "");
        let endless = "é".repeat(1_000_000);
        assert_eq!(beginning(&endless, 40).chars().count(), 41);
    }
}
