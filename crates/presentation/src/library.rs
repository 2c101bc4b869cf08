//! What the library keeps of each article, how it is listed and searched, and its backup as one file.
//!
//! Where it is kept is the page's business; here is what a kept article is, and what makes a file of many of them one
//! that can be trusted.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Article, Remembered};

const BACKUP: &str = "article-explorer/backup/1";
/// Names that a list can be searched for, heaviest first.
const MOST_NAMES: usize = 60;
/// Articles in one backup at most.
const MOST_ARTICLES: usize = 100_000;

/// An article as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What it is kept under: see [`id_of`].
    pub id: String,
    pub title: String,
    /// Milliseconds since 1970, UTC.
    pub added: u64,
    /// The last time that anything of it changed.
    pub changed: u64,
    /// Counts every change, so that two tabs see each other's.
    pub revision: u32,
    pub words: u32,
    pub names: u32,
    pub quotes: u32,
    pub tags: Vec<String>,
    /// Who and what is in it.
    pub known: Vec<String>,
}

/// An article as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    pub entry: Entry,
    /// The text with its blocks and its date, as [`Remembered`] writes it.
    pub article: String,
    /// The reader's corrections, as their crate writes them.
    pub corrections: String,
    /// The file that the analysis came from, if it is not the engine's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<String>,
}

/// A number for an article that is the same for the same words, be they its text or the file that its analysis came
/// from: FNV-1a of 128 bits (Fowler, Noll and Vo) in hex.
pub fn id_of(words: &str) -> String {
    let mut hash = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    for byte in words.bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    format!("{hash:032x}")
}

impl Kept {
    /// The open article, added and changed at `now`. Its number is that of its text, or of the file that its
    /// analysis came from: see [`id_of`].
    pub fn new(
        id: String,
        article: &Article,
        published: Option<&str>,
        corrections: String,
        imported: Option<String>,
        now: u64,
    ) -> Kept {
        let mut known: Vec<_> =
            article.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).collect();
        known.sort_by_key(|entity| std::cmp::Reverse(article.weight(entity.id)));
        Kept {
            entry: Entry {
                id,
                title: article.title(120),
                added: now,
                changed: now,
                revision: 0,
                words: article.word_count() as u32,
                names: article.name_count() as u32,
                quotes: article.analysis.quotes.len() as u32,
                tags: Vec::new(),
                known: known.into_iter().take(MOST_NAMES).map(|entity| entity.name.clone()).collect(),
            },
            article: Remembered::write(&article.document, published),
            corrections,
            imported,
        }
    }

    /// This one in the place of what is kept already: when it was added and its tags stay.
    pub fn over(mut self, before: &Kept) -> Kept {
        self.entry.added = before.entry.added;
        self.entry.tags.clone_from(&before.entry.tags);
        self.entry.revision = before.entry.revision.wrapping_add(1);
        self
    }

    pub fn to_json(&self) -> String {
        // Plain data with string keys always has a JSON form.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// One that is whole: its text can be read, and its number is that of its text.
    pub fn read(json: &str) -> Option<Kept> {
        serde_json::from_str::<Kept>(json).ok().filter(Kept::is_whole)
    }

    fn is_whole(&self) -> bool {
        let read = Remembered::read(&self.article);
        read.is_some_and(|kept| {
            id_of(self.imported.as_deref().unwrap_or(&kept.document.text)) == self.entry.id
        })
    }
}

/// Whether everything that is asked for is in the article: each word in its title, names, tags or text, in whatever
/// case; words in marks together.
pub fn answers(kept: &Kept, asked: &str) -> bool {
    let entry = &kept.entry;
    let all = [entry.title.as_str(), kept.article.as_str()]
        .into_iter()
        .chain(entry.known.iter().map(String::as_str))
        .chain(entry.tags.iter().map(String::as_str))
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase();
    wanted(asked).iter().all(|words| all.contains(words))
}

/// The parts of a question: `ferry "good weather"` asks for two.
fn wanted(asked: &str) -> Vec<String> {
    let asked = asked.to_lowercase().replace(['“', '”'], "\"");
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

/// Why a file is no backup, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotABackup(String);

impl fmt::Display for NotABackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Backup {
    schema: String,
    articles: Vec<Kept>,
}

/// The whole library as one file, in the order of the articles' numbers: the same library gives the same bytes.
pub fn backup(mut articles: Vec<Kept>) -> String {
    articles.sort_by(|a, b| a.entry.id.cmp(&b.entry.id));
    serde_json::to_string(&Backup { schema: BACKUP.to_owned(), articles }).unwrap_or_default()
}

/// The articles of a backup, each of them checked.
///
/// # Errors
/// If it is not a file that [`backup`] writes, or if any of its articles was cut or changed.
pub fn read_backup(json: &str) -> Result<Vec<Kept>, NotABackup> {
    let backup: Backup = serde_json::from_str(json).map_err(|_| {
        NotABackup("This file is no backup of Article Explorer, or it is cut off.".to_owned())
    })?;
    if backup.schema != BACKUP {
        return Err(NotABackup("This backup is of a version that this one does not know.".to_owned()));
    }
    if backup.articles.len() > MOST_ARTICLES {
        return Err(NotABackup("This backup has more articles than a library can hold.".to_owned()));
    }
    match backup.articles.iter().find(|kept| !kept.is_whole()) {
        Some(broken) => Err(NotABackup(format!(
            "The article “{}” in this backup was cut or changed. Nothing was taken from the file.",
            broken.entry.title
        ))),
        None => Ok(backup.articles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::article;

    fn kept() -> Kept {
        Kept::new(
            id_of(article().text()),
            &article(),
            Some("2025-12-07"),
            "{}".to_owned(),
            None,
            1_700_000_000_000,
        )
    }

    #[test]
    fn a_kept_article_comes_back_whole_or_not_at_all() {
        let kept = kept();
        assert_eq!(Kept::read(&kept.to_json()), Some(kept.clone()));
        let changed = Kept { article: kept.article.replace("bridge", "ferry"), ..kept.clone() };
        assert_eq!(Kept::read(&changed.to_json()), None);
        assert_eq!(Kept::read(&kept.to_json()[..40]), None);
    }

    #[test]
    fn an_analysis_that_came_in_a_file_is_kept_under_its_file() {
        let file = "{\"schema\": 1}".to_owned();
        let kept = Kept::new(id_of(&file), &article(), None, "{}".to_owned(), Some(file.clone()), 0);
        assert_eq!(kept.entry.id, id_of(&file));
        assert_eq!(Kept::read(&kept.to_json()), Some(kept.clone()));
        let changed = Kept { imported: Some(file.replace('1', "2")), ..kept.clone() };
        assert_eq!(Kept::read(&changed.to_json()), None);
        assert!(!self::kept().to_json().contains("imported"));
    }

    #[test]
    fn the_same_words_have_the_same_number() {
        assert_ne!(id_of("The same words."), id_of("Other words."));
        // FNV-1a of nothing is its offset basis.
        assert_eq!(id_of(""), "6c62272e07bb014262b821756295c58d");
    }

    #[test]
    fn what_was_said_of_an_article_stays_when_it_is_kept_again() {
        let mut before = kept();
        before.entry.tags = vec!["harbour".to_owned()];
        let after = Kept { entry: Entry { added: 9, ..kept().entry }, ..kept() }.over(&before);
        assert_eq!((after.entry.added, after.entry.revision), (1_700_000_000_000, 1));
        assert_eq!(after.entry.tags, ["harbour"]);
    }

    #[test]
    fn a_search_asks_for_all_of_its_words() {
        let kept = kept();
        assert!(answers(&kept, "RUIZ bridge"));
        assert!(answers(&kept, "“bridge is safe”"));
        assert!(!answers(&kept, "“safe is bridge”"));
        assert!(!answers(&kept, "bridge submarine"));
        assert!(answers(&kept, "  "));
    }

    #[test]
    fn a_backup_gives_the_same_bytes_again_and_is_checked_whole() {
        let written = backup(vec![kept()]);
        let read = read_backup(&written).expect("it is ours");
        assert_eq!(backup(read), written);
        for broken in
            ["", "{}", &written.replace("backup/1", "backup/9"), &written.replace("bridge", "ferry")]
        {
            assert!(read_backup(broken).is_err(), "{broken}");
        }
    }
}
