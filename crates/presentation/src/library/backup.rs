//! A backup: the library in one file, checked whole before anything is taken from it, and what taking it in would change.

use std::collections::{HashMap, HashSet};
use std::fmt;

use corrections::Stamp;
use serde::{Deserialize, Serialize};

use super::{Kept, MOST_VERSIONS, Unreadable, Version};
use crate::words;

const BACKUP: &str = "article-explorer/backup/2";
/// The form before it, whose articles are of the first form too.
const FIRST_BACKUP: &str = "article-explorer/backup/1";
/// Articles in one backup at most.
const MOST_ARTICLES: usize = 100_000;

/// Why a file is no backup, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotABackup(String);

impl fmt::Display for NotABackup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What stands under a number that this version cannot read, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raw {
    pub id: String,
    pub row: String,
}

/// What cannot be read, told with its reason and what can be done; it is left as it is.
pub fn unread_told(unread: &[Raw]) -> String {
    let newer = unread.iter().filter(|raw| Kept::read(&raw.row) == Err(Unreadable::Newer)).count();
    let told = |count: usize, why: &str| {
        (count > 0).then(|| {
            let articles = words::count(count, "article", "articles");
            let verb = if count == 1 { "was" } else { "were" };
            format!("{articles} in the library {verb} {why}. ")
        })
    };
    let newer_told = told(newer, "written by a newer version of this page: load the page again to read them");
    let broken = told(unread.len() - newer, "cut or changed and cannot be read");
    let all = newer_told.into_iter().chain(broken).collect::<String>();
    all + "They are left as they are, and are in every backup."
}

/// A library in one file: the articles, and what could not be read when the file was made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Backup {
    pub schema: String,
    pub articles: Vec<Kept>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Raw>,
}

/// The whole library as one file, in the order of the articles' numbers: the same library gives the same bytes.
pub fn backup(mut articles: Vec<Kept>, mut unread: Vec<Raw>) -> String {
    articles.sort_by(|a, b| a.entry.id.cmp(&b.entry.id));
    unread.sort_by(|a, b| a.id.cmp(&b.id));
    serde_json::to_string(&Backup { schema: BACKUP.to_owned(), articles, unread }).unwrap_or_default()
}

/// The articles of a backup, each of them checked.
///
/// # Errors
/// If it is not a file that [`backup`] writes, or if any of its articles was cut or changed.
pub fn read_backup(json: &str) -> Result<Backup, NotABackup> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let not_one = |_| NotABackup("This file is no backup of Article Explorer, or it is cut off.".to_owned());
    let head: Head = serde_json::from_str(json).map_err(not_one)?;
    if ![BACKUP, FIRST_BACKUP].contains(&head.schema.as_str()) {
        return Err(NotABackup("This backup is of a version that this one does not know.".to_owned()));
    }
    let mut backup: Backup = serde_json::from_str(json).map_err(not_one)?;
    if backup.articles.len() + backup.unread.len() > MOST_ARTICLES {
        return Err(NotABackup("This backup has more articles than a library can hold.".to_owned()));
    }
    // What could not be read when the file was made, and can be now, is checked like the rest.
    let is_read = |raw: &mut Raw| Kept::read(&raw.row).is_ok_and(|kept| kept.entry.id == raw.id);
    let read: Vec<Raw> = backup.unread.extract_if(.., is_read).collect();
    backup.articles.extend(read.iter().filter_map(|raw| Kept::read(&raw.row).ok()));
    if backup.unread.iter().any(|raw| Kept::read(&raw.row).is_ok()) {
        return Err(NotABackup("This backup was changed. Nothing was taken from the file.".to_owned()));
    }
    let title = |kept: &Kept| kept.entry.title.chars().take(120).collect::<String>();
    if let Some(broken) = backup.articles.iter().find(|kept| !kept.is_sound()) {
        return Err(NotABackup(format!(
            "The article “{}” in this backup was cut or changed. Nothing was taken from the file.",
            title(broken)
        )));
    }
    let mut ids = HashSet::new();
    if let Some(double) = backup.articles.iter().find(|kept| !ids.insert(&kept.entry.id)) {
        return Err(NotABackup(format!(
            "The article “{}” is in this backup twice. Nothing was taken from the file.",
            title(double)
        )));
    }
    Ok(backup)
}

impl Backup {
    /// What has to be done to the rows that stand in the database so that this is in it: in the place of what is there,
    /// or joined with it. Numbers with the row that shall stand there, or none. What this version cannot read stays
    /// where it stands.
    pub fn changes(self, rows: &[Raw], replace: bool) -> Vec<(String, Option<String>)> {
        let here: HashMap<&str, Option<Kept>> =
            rows.iter().map(|raw| (raw.id.as_str(), Kept::read(&raw.row).ok())).collect();
        let mut changes: Vec<(String, Option<String>)> = Vec::new();
        if replace {
            let read = rows.iter().filter(|raw| here.get(raw.id.as_str()).is_some_and(Option::is_some));
            changes.extend(read.map(|raw| (raw.id.clone(), None)));
        }
        let before = |id: &str| here.get(id).filter(|kept| kept.is_none() || !replace);
        for kept in self.articles {
            let row = match before(&kept.entry.id) {
                Some(Some(before)) => before.take_in(&kept).to_json(),
                Some(None) => continue,
                None => kept.to_json(),
            };
            changes.push((kept.entry.id, Some(row)));
        }
        let unread = self.unread.into_iter().filter(|raw| before(&raw.id).is_none());
        changes.extend(unread.map(|raw| (raw.id, Some(raw.row))));
        changes
    }
}

impl Kept {
    /// This article with what a backup has of it: the corrections of both, its texts among the versions as far as there
    /// is room, and a day and tags where there are none here. The text that is here stays, whatever the backup says of
    /// when its own was written.
    fn take_in(&self, backup: &Kept) -> Kept {
        let (Ok(mut history), Ok(theirs)) = (self.history(), backup.history()) else { return self.clone() };
        let joins = history.join(&theirs);
        let mut kept = self.clone();
        if joins && history == theirs && self.text() == backup.text() {
            kept.entry.take_told(&backup.entry);
            kept.entry.day.clone_from(&self.entry.day);
        }
        kept.corrections = history.to_json();
        let room = MOST_VERSIONS.saturating_sub(self.versions.len() + 1);
        let theirs = backup.versions.iter().map(|version| &version.article).chain([&backup.article]);
        // Older than all of one's own: they make room first.
        let theirs: Vec<Version> =
            theirs.map(|article| Version { written: Stamp::default(), article: article.clone() }).collect();
        let newest = theirs.len().saturating_sub(room);
        kept.versions.splice(..0, theirs.into_iter().skip(newest));
        kept.keep_versions();
        if self.dated == Stamp::default() {
            kept.date(backup);
        }
        if self.tagged == Stamp::default() && self.entry.tags.is_empty() {
            kept.entry.tags.clone_from(&backup.entry.tags);
            kept.tagged = backup.tagged;
        }
        for (field, value) in &backup.other {
            kept.other.entry(field).or_insert_with(|| value.clone());
        }
        kept.entry.changed = self.entry.changed.max(backup.entry.changed);
        kept.entry.revision = self.entry.revision.wrapping_add(1);
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Remembered;
    use crate::fixture::article;
    use crate::library::{digest_of, id_of};

    fn kept() -> Kept {
        Kept::new(id_of(article().text()), &article(), Some("2025-12-07"), None, 1_700_000_000_000)
    }

    /// The article with other words, its digest made to fit.
    fn forged(kept: &Kept, to: &str, time: u64) -> Kept {
        let mut forged = Kept { article: kept.article.replace("bridge", to), ..kept.clone() };
        forged.digest = digest_of(&forged.text().expect("it can be read"), None);
        forged.written = Stamp { time, tab: time };
        forged
    }

    fn raw(kept: &Kept) -> Raw {
        Raw { id: kept.entry.id.clone(), row: kept.to_json() }
    }

    fn of(articles: Vec<Kept>) -> Backup {
        read_backup(&backup(articles, Vec::new())).expect("it is sound")
    }

    #[test]
    fn adding_a_backup_replaces_no_text_and_pushes_no_version_out() {
        let mut here = kept();
        let text = here.text();
        for (time, word) in (1..).zip(["tunnel", "harbor", "jetty"].map(|word| format!("{word:6.6}"))) {
            let article = here.article.replace("bridge", &word);
            here.versions.push(Version { written: Stamp { time, tab: 1 }, article });
        }
        here.written = Stamp { time: 9, tab: 1 };
        let own = here.versions.clone();
        let mut doctored = forged(&here, "flames", LAST);
        doctored.versions = (0..MOST_VERSIONS as u64)
            .map(|nth| Version {
                written: Stamp { time: LAST, tab: nth },
                article: here.article.replace("bridge", &format!("lie{nth:03}")),
            })
            .collect();
        let changes = of(vec![doctored]).changes(&[raw(&here)], false);
        let [(id, Some(row))] = &changes[..] else { panic!("one article is changed: {changes:?}") };
        let mut after = Kept::read(row).expect("it can be read");
        assert_eq!((id, after.text()), (&here.entry.id, text));
        assert_eq!(after.written, here.written);
        assert_eq!(after.versions.len(), MOST_VERSIONS - 1);
        assert!(own.iter().all(|version| after.versions.contains(version)));
        // Nor do they later, as the article is edited on.
        for nth in 0..5 {
            let article = here.article.replace("bridge", &format!("word{nth:02}"));
            after.versions.push(Version { written: Stamp { time: 10 + nth, tab: 1 }, article });
            after.keep_versions();
        }
        assert!(own.iter().all(|version| after.versions.contains(version)));
        assert_eq!(after.versions.len(), MOST_VERSIONS);
    }

    /// The last stamp that is taken from outside.
    const LAST: u64 = 1 << 48;

    #[test]
    fn a_stamp_after_which_there_is_none_and_versions_without_end_are_refused() {
        let refused = |change: &dyn Fn(&mut Kept)| {
            let mut kept = kept();
            change(&mut kept);
            read_backup(&backup(vec![kept], Vec::new())).is_err()
        };
        let stamp = Stamp { time: u64::MAX, tab: 1 };
        let version = Version { written: Stamp::default(), article: kept().article };
        assert!(!refused(&|_| {}));
        assert!(refused(&|kept| kept.written = stamp));
        assert!(refused(&|kept| kept.dated = stamp));
        assert!(refused(&|kept| kept.tagged = stamp));
        assert!(refused(&|kept| kept.versions = vec![Version { written: stamp, ..version.clone() }]));
        assert!(refused(&|kept| kept.versions = vec![version.clone(); MOST_VERSIONS + 1]));
        assert!(refused(&|kept| {
            kept.rename("Ferry", 1).expect("it can be read");
            kept.corrections = kept.corrections.replace("\"time\":1,", &format!("\"time\":{},", u64::MAX));
        }));
    }

    #[test]
    fn replacing_keeps_what_this_version_cannot_read() {
        let newer = Raw { id: "7".to_owned(), row: "{\"form\":9}".to_owned() };
        let (known, gone) = (kept(), Kept::new("gone".to_owned(), &article(), None, None, 0));
        let here = [raw(&known), raw(&gone), newer.clone()];
        let mut there = of(vec![forged(&known, "tunnel", 3)]);
        // Not even what a backup has under its number takes its place.
        there.unread = vec![Raw { row: "{\"form\":8}".to_owned(), ..newer.clone() }];
        let rows = |changes: Vec<(String, Option<String>)>| {
            let mut rows: HashMap<String, String> =
                here.iter().map(|raw| (raw.id.clone(), raw.row.clone())).collect();
            for (id, row) in changes {
                match row {
                    Some(row) => rows.insert(id, row),
                    None => rows.remove(&id),
                };
            }
            rows
        };
        let replaced = rows(there.clone().changes(&here, true));
        assert_eq!(replaced.get("7"), Some(&newer.row));
        assert_eq!(replaced.get("gone"), None);
        let text = Kept::read(&replaced[&known.entry.id]).ok().and_then(|kept| kept.text());
        assert!(text.is_some_and(|text| text.contains("tunnel")), "it was asked for");
        let added = rows(there.changes(&here, false));
        assert_eq!((added.len(), added.get("7")), (3, Some(&newer.row)));
    }

    #[test]
    fn a_newer_row_is_told_as_one_and_a_broken_one_as_broken() {
        let raw = |row: &str| Raw { id: row.to_owned(), row: row.to_owned() };
        assert_eq!(
            unread_told(&[raw("{\"form\":9}"), raw("{"), raw("{\"form\":8}")]),
            "2 articles in the library were written by a newer version of this page: load the page again to read \
             them. 1 article in the library was cut or changed and cannot be read. They are left as they are, and are \
             in every backup."
        );
        assert!(unread_told(&[raw("{")]).starts_with("1 article in the library was cut"));
    }

    #[test]
    fn what_says_that_it_cannot_be_read_is_checked_as_soon_as_it_can() {
        let unread = |raw: Raw| read_backup(&backup(Vec::new(), vec![raw]));
        assert_eq!(
            unread(raw(&kept())).map(|backup| (backup.articles, backup.unread)),
            Ok((vec![kept()], vec![]))
        );
        assert!(unread(Raw { id: "another".to_owned(), ..raw(&kept()) }).is_err());
        let mut doctored = kept();
        doctored.written.time = u64::MAX;
        assert!(unread(raw(&doctored)).is_err());
    }

    #[test]
    fn a_day_and_tags_come_in_where_there_are_none() {
        let mut there = kept();
        there.entry.tags = vec!["harbour".to_owned()];
        there.tagged = Stamp { time: 1, tab: 1 };
        let document = Remembered::read(&there.article).expect("it can be read").document;
        there.article = Remembered::write(&document, Some("2026-01-02"));
        there.dated = Stamp { time: 1, tab: 1 };
        let after = kept().take_in(&there);
        let day = Remembered::read(&after.article).and_then(|read| read.published);
        assert_eq!(
            (after.entry.tags.clone(), day.as_deref()),
            (vec!["harbour".to_owned()], Some("2026-01-02"))
        );
        assert_eq!(after.versions, []);
        let mut again = there.clone();
        again.entry.tags = vec!["pier".to_owned()];
        again.tagged.time = 8;
        assert_eq!(after.take_in(&again).entry.tags, ["harbour"], "what is here stays");
    }
}
