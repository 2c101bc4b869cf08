//! What the library keeps of each article, how it is listed and searched, and its backup as one file.
//!
//! Where it is kept is the page's business; here is what a kept article is, and what makes a file of many of them one
//! that can be trusted.

mod backup;

use std::collections::HashMap;

pub use backup::{Backup, NotABackup, Raw, backup, read_backup, unread_told};
use corrections::{Correction, Detail, History, Stamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{Article, Remembered};

/// The last millisecond of the year 9999, UTC.
const LAST_MOMENT: u64 = 253_402_300_799_999;
/// Stamps count changes: no reader makes so many.
const LAST_STAMP: u64 = 1 << 48;
/// Names that a list can be searched for, heaviest first.
const MOST_NAMES: usize = 60;

/// The form that this version writes; it reads those before it too.
const FORM: u32 = 2;
/// Earlier texts that are kept of an article, the newest.
const MOST_VERSIONS: usize = 20;

/// An article as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is kept under, for good: [`id_of`] its first text.
    pub id: String,
    pub title: String,
    /// Milliseconds since 1970, UTC.
    pub added: u64,
    /// The last time that anything of it changed.
    pub changed: u64,
    /// Counts the changes.
    pub revision: u32,
    pub words: u32,
    pub names: u32,
    pub quotes: u32,
    pub tags: Vec<String>,
    /// Who and what is in it.
    pub known: Vec<String>,
    /// The newspaper, broadcaster or site, where it is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub site: String,
    /// The day of the article itself, as 2025-12-07, where it is known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// What the reader wrote beside its words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What another version of this page keeps here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// An earlier text of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    pub written: Stamp,
    /// As [`Remembered`] writes it.
    pub article: String,
}

/// An article as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The version of the form; before it was written, 1.
    #[serde(default = "first_form")]
    pub form: u32,
    pub entry: Entry,
    /// The text with its blocks and its date, as [`Remembered`] writes it.
    pub article: String,
    /// SHA-256 of the text and of the file that the analysis came from, in hex.
    #[serde(default)]
    pub digest: String,
    /// The reader's corrections: a [`History`], or a list of corrections in the first form.
    pub corrections: String,
    /// The file that the analysis came from, if it is not the engine's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<String>,
    /// When the text was last edited, the day last set, the tags last changed.
    #[serde(default)]
    pub written: Stamp,
    #[serde(default)]
    pub dated: Stamp,
    #[serde(default)]
    pub tagged: Stamp,
    /// The texts before this one, oldest first.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// What another version of this page keeps here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

fn first_form() -> u32 {
    1
}

/// Why what is kept under a number cannot be read. It is never written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version of this page wrote it.
    Newer,
    /// It was cut or changed.
    Broken,
}

/// A number for an article that is the same for the same words, be they its text or the file that its analysis came
/// from: FNV-1a of 128 bits (Fowler, Noll and Vo) in hex. An article keeps the number of its first words when it is
/// edited; that words are whole is for the digest to say.
pub fn id_of(words: &str) -> String {
    let mut hash = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    for byte in words.bytes() {
        hash = (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    format!("{hash:032x}")
}

fn digest_of(text: &str, imported: Option<&str>) -> String {
    let mut sha = Sha256::new();
    sha.update(text.as_bytes());
    if let Some(imported) = imported {
        sha.update([0]);
        sha.update(imported.as_bytes());
    }
    sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Kept {
    /// An article under its number, added and changed at `now`, with nothing of the reader's yet.
    pub fn new(
        id: String,
        article: &Article,
        published: Option<&str>,
        imported: Option<String>,
        now: u64,
    ) -> Kept {
        let mut known: Vec<_> =
            article.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).collect();
        known.sort_by_key(|entity| std::cmp::Reverse(article.weight(entity.id)));
        Kept {
            form: FORM,
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
                site: article.document.stated.site.clone().unwrap_or_default(),
                day: article.analysis.published.as_ref().map(|day| day.date.clone()).unwrap_or_default(),
                notes: article.analysis.notes.iter().map(|note| note.words.clone()).collect(),
                known: known.into_iter().take(MOST_NAMES).map(|entity| entity.name.clone()).collect(),
                other: Map::new(),
            },
            article: Remembered::write(&article.document, published),
            digest: digest_of(article.text(), imported.as_deref()),
            corrections: History::default().to_json(),
            imported,
            written: Stamp::default(),
            dated: Stamp::default(),
            tagged: Stamp::default(),
            versions: Vec::new(),
            other: Map::new(),
        }
    }

    /// What two tabs, or the library and a backup, have of one article: of the text, the day and the tags the later,
    /// of the corrections all with the later word on each. It does not matter which is `self`, but for what neither
    /// stamp decides: then `self` stays.
    ///
    /// # Errors
    /// If the corrections of either cannot be read: nothing may be written over them.
    pub fn join(&self, other: &Kept) -> Result<Kept, Unreadable> {
        let (mut history, theirs) = (self.history()?, other.history()?);
        let joins = history.join(&theirs);
        let (newer, older) = if other.written > self.written { (other, self) } else { (self, other) };
        let dated = if other.dated > self.dated { other } else { self };
        let tagged = if other.tagged > self.tagged { other } else { self };
        let mut joined = newer.clone();
        joined.form = FORM;
        joined.entry.added = self.entry.added.min(other.entry.added);
        joined.entry.changed = self.entry.changed.max(other.entry.changed);
        // What is told of an article is told of it as it was corrected last.
        if joins && self.written == other.written && history == theirs {
            joined.entry.take_told(&other.entry);
        }
        joined.entry.tags.clone_from(&tagged.entry.tags);
        joined.tagged = tagged.tagged;
        joined.corrections = history.to_json();
        joined.versions.extend(older.versions.iter().cloned());
        joined.versions.push(Version { written: older.written, article: older.article.clone() });
        joined.keep_versions();
        joined.date(dated);
        for (field, value) in &older.other {
            joined.other.entry(field).or_insert_with(|| value.clone());
        }
        for (field, value) in &older.entry.other {
            joined.entry.other.entry(field).or_insert_with(|| value.clone());
        }
        joined.entry.revision = self.entry.revision.max(other.entry.revision);
        Ok(joined)
    }

    /// Whether this says the same as another, whenever it was kept and how often.
    pub fn is_same(&self, other: &Kept) -> bool {
        let plain = |kept: &Kept| {
            let mut kept = kept.clone();
            (kept.entry.changed, kept.entry.revision, kept.entry.added) = (0, 0, 0);
            kept
        };
        plain(self) == plain(other)
    }

    /// A text of this article before the present one, as it is kept, if there are any words in it.
    pub fn text(&self) -> Option<String> {
        Some(Remembered::read(&self.article)?.document.text)
    }

    /// # Errors
    /// If they are of a newer version, or broken.
    pub fn history(&self) -> Result<History, Unreadable> {
        History::from_json(&self.corrections).map_err(|why| match why.is_another_version() {
            true => Unreadable::Newer,
            false => Unreadable::Broken,
        })
    }

    /// Gives it another title, as the reader's correction in this tab.
    ///
    /// # Errors
    /// If its corrections cannot be read.
    pub fn rename(&mut self, title: &str, tab: u64) -> Result<(), Unreadable> {
        let mut history = self.history()?.in_tab(tab);
        history.push(Correction::describe_article(Detail::Title, title));
        self.corrections = history.to_json();
        self.entry.title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(())
    }

    /// Takes the day that another one has.
    fn date(&mut self, other: &Kept) {
        self.dated = other.dated;
        self.entry.day.clone_from(&other.entry.day);
        if let (Some(here), Some(there)) = (Remembered::read(&self.article), Remembered::read(&other.article))
            && here.published != there.published
        {
            self.article = Remembered::write(&here.document, there.published.as_deref());
        }
    }

    /// Each text once, the present one not among them, the oldest of too many dropped.
    pub fn keep_versions(&mut self) {
        let now = self.text();
        let mut seen: Vec<Option<String>> = vec![now];
        // Of those with the same stamp, the first are the oldest.
        self.versions.reverse();
        self.versions.sort_by_key(|version| std::cmp::Reverse(version.written));
        self.versions.retain(|version| {
            let text = Remembered::read(&version.article).map(|kept| kept.document.text);
            let new = text.is_some() && !seen.contains(&text);
            seen.push(text);
            new
        });
        self.versions.truncate(MOST_VERSIONS);
        self.versions.reverse();
    }

    pub fn to_json(&self) -> String {
        // Plain data with string keys always has a JSON form.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// One that is whole: its text and corrections can be read, and the text is the one that was kept.
    ///
    /// # Errors
    /// If a newer version wrote it, or it was cut or changed.
    pub fn read(json: &str) -> Result<Kept, Unreadable> {
        #[derive(Deserialize)]
        struct Form {
            #[serde(default = "first_form")]
            form: u32,
        }
        let form: Form = serde_json::from_str(json).map_err(|_| Unreadable::Broken)?;
        if form.form > FORM {
            return Err(Unreadable::Newer);
        }
        let kept: Kept = serde_json::from_str(json).map_err(|_| Unreadable::Broken)?;
        kept.history()?;
        if kept.is_whole() { Ok(kept) } else { Err(Unreadable::Broken) }
    }

    /// What comes from outside must be whole, and hang together: every word of the text in a block, the corrections
    /// readable, the times ones that a clock can show, and the stamps such that there are later ones.
    fn is_sound(&self) -> bool {
        let Some(kept) = Remembered::read(&self.article) else { return false };
        let (text, mut at) = (&kept.document.text, 0);
        let covered = kept.document.blocks.iter().all(|block| {
            let between = text.get(at..block.span.start as usize).unwrap_or("?");
            at = block.span.end as usize;
            between.trim().is_empty()
        });
        let rest = text.get(at..).unwrap_or("?").trim().is_empty();
        let words = !kept.document.blocks.is_empty();
        let times = self.entry.changed <= LAST_MOMENT && self.entry.added <= LAST_MOMENT;
        let stamps = [self.written, self.dated, self.tagged].into_iter();
        let stamps = stamps.chain(self.versions.iter().map(|version| version.written));
        let mut stamps = stamps.chain(self.history().ok().map(|history| history.now()));
        let stamps = stamps.all(|stamp| stamp.time <= LAST_STAMP);
        let versions = self.versions.len() <= MOST_VERSIONS;
        self.is_whole() && words && covered && rest && times && stamps && versions && self.history().is_ok()
    }

    fn is_whole(&self) -> bool {
        let Some(text) = self.text() else { return false };
        let imported = self.imported.as_deref();
        match self.form {
            1 => id_of(imported.unwrap_or(&text)) == self.entry.id,
            _ => digest_of(&text, imported) == self.digest,
        }
    }
}

impl Entry {
    /// Takes what another says of the article itself.
    fn take_told(&mut self, other: &Entry) {
        self.title.clone_from(&other.title);
        (self.words, self.names, self.quotes) = (other.words, other.names, other.quotes);
        self.known.clone_from(&other.known);
        self.site.clone_from(&other.site);
        self.day.clone_from(&other.day);
        self.notes.clone_from(&other.notes);
    }
}

/// Whether one text is an edit of another: they share most of the word pairs of the shorter one. Of two articles on
/// one event a twentieth is shared; of a text that is typed on, all of it.
pub fn is_edit(before: &str, after: &str) -> bool {
    let pairs = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut pairs: HashMap<(String, String), usize> = HashMap::new();
        for pair in words.windows(2) {
            *pairs.entry((pair[0].to_owned(), pair[1].to_owned())).or_default() += 1;
        }
        pairs
    };
    if after.starts_with(before) || before.starts_with(after) {
        return true;
    }
    let (before, after) = (pairs(before), pairs(after));
    let shared: usize = before.iter().map(|(pair, n)| n.min(after.get(pair).unwrap_or(&0))).sum();
    let shorter = before.values().sum::<usize>().min(after.values().sum());
    shorter > 0 && shared * 2 >= shorter
}

#[cfg(test)]
mod tests {
    use text::Document;

    use super::*;
    use crate::fixture::article;

    fn kept() -> Kept {
        Kept::new(id_of(article().text()), &article(), Some("2025-12-07"), None, 1_700_000_000_000)
    }

    #[test]
    fn a_kept_article_comes_back_whole_or_not_at_all() {
        let kept = kept();
        assert_eq!(Kept::read(&kept.to_json()), Ok(kept.clone()));
        let changed = Kept { article: kept.article.replace("bridge", "ferry"), ..kept.clone() };
        assert_eq!(Kept::read(&changed.to_json()), Err(Unreadable::Broken));
        assert_eq!(Kept::read(&kept.to_json()[..40]), Err(Unreadable::Broken));
    }

    #[test]
    fn an_analysis_that_came_in_a_file_is_kept_under_its_file() {
        let file = "{\"schema\": 1}".to_owned();
        let kept = Kept::new(id_of(&file), &article(), None, Some(file.clone()), 0);
        assert_eq!(kept.entry.id, id_of(&file));
        assert_eq!(Kept::read(&kept.to_json()), Ok(kept.clone()));
        let changed = Kept { imported: Some(file.replace('1', "2")), ..kept.clone() };
        assert_eq!(Kept::read(&changed.to_json()), Err(Unreadable::Broken));
        assert!(!self::kept().to_json().contains("imported"));
    }

    #[test]
    fn the_same_words_have_the_same_number() {
        assert_ne!(id_of("The same words."), id_of("Other words."));
        // FNV-1a of nothing is its offset basis.
        assert_eq!(id_of(""), "6c62272e07bb014262b821756295c58d");
    }

    fn edited(kept: &Kept, from: &str, to: &str, time: u64) -> Kept {
        let mut after = kept.clone();
        after.article = kept.article.replace(from, to);
        // Blocks end where the text does: the words here are of one length.
        assert_eq!(after.article.len(), kept.article.len());
        after.versions.push(Version { written: kept.written, article: kept.article.clone() });
        after.written = Stamp { time, tab: time };
        after.digest = digest_of(&after.text().expect("it can be read"), None);
        after
    }

    #[test]
    fn of_two_tabs_the_later_text_day_and_tags_stay_in_whatever_order_they_are_joined() {
        let before = kept();
        let mut here = edited(&before, "bridge", "tunnel", 3);
        here.entry.tags = vec!["harbour".to_owned()];
        here.tagged = Stamp { time: 1, tab: 1 };
        let mut there = edited(&before, "bridge", "harbor", 2);
        there.article = Remembered::write(
            &Remembered::read(&there.article).expect("it can be read").document,
            Some("2026-01-02"),
        );
        there.dated = Stamp { time: 9, tab: 2 };
        let one = here.join(&there).expect("both can be read");
        assert!(one.is_same(&there.join(&here).expect("both can be read")));
        let read = Remembered::read(&one.article).expect("it can be read");
        assert!(read.document.text.contains("tunnel"));
        assert_eq!(read.published.as_deref(), Some("2026-01-02"));
        assert_eq!(one.entry.tags, ["harbour"]);
        let texts: Vec<_> = one.versions.iter().map(|version| version.article.contains("harbor")).collect();
        assert_eq!(texts, [false, true], "the first text, and the one that lost");
        assert_eq!(Kept::read(&one.to_json()).as_ref(), Ok(&one));
        assert!(one.is_same(&one.join(&before).expect("both can be read")));
    }

    #[test]
    fn what_a_newer_version_keeps_is_left_as_it_is() {
        let json = kept().to_json();
        let newer = json.replacen("\"form\":2", "\"form\":3", 1);
        assert_eq!(Kept::read(&newer), Err(Unreadable::Newer));
        let corrected = json.replacen("history/1", "history/7", 1);
        assert_eq!(Kept::read(&corrected), Err(Unreadable::Newer));
        // A field more is no new form: it is kept where it stands.
        let more = json.replacen("\"form\":2", "\"form\":2,\"folder\":\"Harbours\"", 1);
        let more = more.replacen("\"title\"", "\"starred\":true,\"title\"", 1);
        let read = Kept::read(&more).expect("one field more does no harm");
        let joined = kept().join(&read).expect("both can be read").to_json();
        assert!(
            joined.contains("\"folder\":\"Harbours\"") && joined.contains("\"starred\":true"),
            "{joined}"
        );
    }

    #[test]
    fn an_edited_text_is_known_for_the_same_article() {
        let text = "The council of Lindmouth voted on Monday to close the hall. Nobody spoke against it.";
        for edited in [
            "UPDATE: The council of Lindmouth voted on Monday to close the hall. Nobody spoke against it.",
            "The council of Lindmouth voted on Tuesday to close the hall. Nobody spoke for it.",
            "The council of Lindmouth",
            "Nobody spoke against it. The council of Lindmouth voted on Monday to close the hall. It was late.",
        ] {
            assert!(is_edit(text, edited), "{edited}");
        }
        for other in [
            "The council of Brantham met on Friday. The mayor spoke against the plan to sell the pier.",
            "A hall will close.",
        ] {
            assert!(!is_edit(text, other), "{other}");
        }
    }

    #[test]
    fn a_backup_gives_the_same_bytes_again_and_is_checked_whole() {
        let raw = Raw { id: "7".to_owned(), row: "{\"form\":9}".to_owned() };
        let written = backup(vec![kept()], vec![raw]);
        let read = read_backup(&written).expect("it is ours");
        assert_eq!(backup(read.articles, read.unread), written);
        for broken in
            ["", "{}", &written.replace("backup/2", "backup/9"), &written.replace("bridge", "ferry")]
        {
            assert!(read_backup(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn a_doctored_backup_is_refused() {
        let doctored = |change: &dyn Fn(&mut Kept)| {
            let mut kept = kept();
            change(&mut kept);
            let text = kept.text().unwrap_or_default();
            kept.digest = digest_of(&text, kept.imported.as_deref());
            read_backup(&backup(vec![kept], Vec::new())).is_err()
        };
        let document = article().document.as_ref().clone();
        let one_block = Document { blocks: document.blocks[..1].to_vec(), ..document.clone() };
        assert!(!doctored(&|_| {}));
        assert!(doctored(&|kept| kept.article = Remembered::write(&one_block, None)), "words in no block");
        assert!(doctored(&|kept| kept.article = Remembered::write(&Document::default(), None)), "no words");
        assert!(doctored(&|kept| kept.corrections = "garbage".to_owned()));
        assert!(doctored(&|kept| kept.entry.changed = u64::MAX));
        assert!(read_backup(&backup(vec![kept(), kept()], Vec::new())).is_err(), "one article twice");
    }

    #[test]
    fn a_backup_of_the_first_form_is_read() {
        let kept = kept();
        let first = format!(
            "{{\"schema\":\"article-explorer/backup/1\",\"articles\":[{{\"entry\":{},\"article\":{},\"corrections\":{}}}]}}",
            serde_json::to_string(&kept.entry).expect("plain data"),
            serde_json::to_string(&kept.article).expect("plain data"),
            serde_json::to_string(&corrections::to_json(&[])).expect("plain data"),
        );
        let read = read_backup(&first).expect("it is ours");
        assert_eq!((read.articles[0].form, read.articles[0].text()), (1, kept.text()));
        let changed = first.replace("bridge", "ferry");
        assert!(read_backup(&changed).is_err());
    }
}
