//! PDF: the words of its pages in reading order.
//!
//! A PDF holds no text, but letters and their places. [`mod@file`] finds its objects (in a damaged file too), [`font`]
//! says what a code stands for, [`content`] follows a page's program, [`layout`] makes lines of the letters; here
//! lines become paragraphs. All of it is bounded, and nothing in it can panic: lengths, depths and references are
//! never believed.

mod content;
mod file;
mod filter;
mod font;
mod layout;
mod syntax;

use std::collections::{BTreeMap, HashSet};

use self::file::File;
use self::layout::Line;
use self::syntax::Object;
use crate::draft::{Draft, Hint};

/// Pages that are read.
const MOST_PAGES: usize = 5000;
/// The part of a column's width that a paragraph's last line leaves free.
const SHORT: f64 = 0.1;
/// Times the usual distance of lines from which on a gap parts paragraphs.
const GAP: f64 = 1.3;

/// Why a PDF is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Broken,
    Encrypted,
    /// Pictures of pages.
    Scan,
    /// Letters whose fonts do not say what they are.
    Unknown,
    Empty,
}

impl Fault {
    /// One sentence for the reader.
    pub fn sentence(self) -> &'static str {
        match self {
            Fault::Broken => {
                "This PDF is damaged or cut off, and no page of it could be read; get it once more and try again."
            }
            Fault::Encrypted => {
                "This PDF is encrypted; open it with its password and save or print it without one."
            }
            Fault::Scan => {
                "This PDF holds pictures of pages and no text; run text recognition (OCR) over it, and try again."
            }
            Fault::Unknown => {
                "The letters of this PDF carry no text: its fonts do not say what they are; copy the words from where they were printed from."
            }
            Fault::Empty => "This PDF holds no words.",
        }
    }
}

/// Reads the words of all pages.
pub fn read(bytes: &[u8], draft: &mut Draft) -> Result<(), Fault> {
    let file = File::open(bytes);
    if file.is_encrypted() {
        return Err(Fault::Encrypted);
    }
    let pages = file.pages(MOST_PAGES);
    if pages.is_empty() {
        return Err(Fault::Broken);
    }
    let mut reader = content::Reader::new(&file);
    let mut columns = 0;
    let mut lines: Vec<Vec<Line>> = pages
        .iter()
        .enumerate()
        .map(|(number, page)| layout::lines(reader.page(page), number, &mut columns))
        .collect();
    let found = reader.found;
    if found.unknown * 10 > found.letters * 3 {
        return Err(Fault::Unknown);
    }
    let heads = layout::drop_page_heads(&mut lines);
    let lines: Vec<Line> = lines.into_iter().flatten().collect();
    if lines.is_empty() {
        return Err(if found.pictures > 0 { Fault::Scan } else { Fault::Empty });
    }
    draft.about.leave_out("page heads and numbers", heads + found.artifacts);
    draft.about.leave_out("words on their side", found.turned);
    if pages.len() == MOST_PAGES {
        draft.about.note("too-many-pages", format!("The first {MOST_PAGES} pages of this PDF were read."));
    }
    state(&file, draft);
    write(&lines, pages.len() > 1, draft);
    Ok(())
}

/// What the file says of itself.
fn state(file: &File, draft: &mut Draft) {
    let info = file.trailer.iter().find_map(|trailer| file.entry(trailer, "Info").dict().cloned());
    let Some(info) = info else { return };
    let text = |key: &str| match file.entry(&info, key) {
        Object::Text(bytes) => crate::stated::words(&decode(&bytes)),
        _ => None,
    };
    let stated = &mut draft.about.stated;
    // Programs put the name of the file there.
    let is_file = |title: &String| {
        let title = title.to_lowercase();
        [".doc", ".docx", ".indd", ".qxd", ".pdf", ".tex", ".odt", ".dvi", ".rtf"]
            .iter()
            .any(|end| title.ends_with(end))
            || title.starts_with("microsoft word")
            || title == "untitled"
    };
    stated.title = text("Title").filter(|title| !is_file(title));
    if let Some(author) = text("Author") {
        crate::stated::add_authors(stated, &author);
    }
    stated.modified = text("ModDate").and_then(|date| crate::stated::day(date.trim_start_matches("D:")));
}

/// A string of the file's own, outside of its pages.
fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        },
    }
}

/// What is usual in a column.
struct Column {
    left: f64,
    right: f64,
    /// Between the feet of two lines.
    distance: f64,
}

fn write(lines: &[Line], has_pages: bool, draft: &mut Draft) {
    let body = layout::usual_size(lines);
    let columns = columns(lines);
    let words: HashSet<&str> =
        lines.iter().flat_map(|line| line.text.split(|c: char| !c.is_alphabetic())).collect();
    let title = title(lines, body);
    let mut page = None;
    for (number, line) in lines.iter().enumerate() {
        if has_pages && page != Some(line.page) {
            page = Some(line.page);
            draft.part(format!("page {}", line.page + 1));
        }
        let next = lines.get(number + 1);
        let hint = if title.contains(&number) {
            Hint::Title
        } else if line.size > 1.15 * body && line.text.chars().count() <= 200 {
            Hint::Heading
        } else {
            Hint::Text
        };
        let goes_on = next.filter(|next| {
            goes_on(line, next, &columns, title.contains(&number) == title.contains(&(number + 1)))
        });
        match goes_on {
            None => {
                draft.copy(&line.text, 0);
                draft.end(hint);
            }
            Some(next) => write_broken(&line.text, &next.text, &words, draft),
        }
    }
}

/// Writes a line that goes on in the next; a word that was broken between them is made whole.
fn write_broken(line: &str, next: &str, words: &HashSet<&str>, draft: &mut Draft) {
    let stem =
        line.strip_suffix(['-', '\u{2010}', '\u{ad}']).filter(|stem| stem.ends_with(char::is_alphabetic));
    let Some(stem) = stem else {
        draft.copy(line, 0);
        if !line.ends_with('—') || line.ends_with(" —") {
            draft.space(0);
        }
        return;
    };
    let head = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(stem);
    let tail = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let behind = next.get(tail.len()..).unwrap_or("");
    let is_broken = line.ends_with('\u{ad}')
        || words.contains(format!("{head}{tail}").as_str())
        || !words.contains(line.rsplit(' ').next().unwrap_or(""))
            && crate::plain::is_broken(head, tail, behind);
    if !is_broken && crate::plain::is_suspended(tail, behind) {
        draft.copy(line, 0);
        draft.space(0);
        return;
    }
    draft.copy(if is_broken { stem } else { line }, 0);
}

/// The lines of the title: the largest words on the first page, clearly larger than the text, before most of it.
fn title(lines: &[Line], body: f64) -> std::ops::Range<usize> {
    /// Lines and letters that a title has at most.
    const MOST: (usize, usize) = (5, 250);
    let first = lines.iter().take_while(|line| line.page == 0);
    let largest = first
        .clone()
        .enumerate()
        .filter(|(_, line)| line.text.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .fold(None, |best: Option<(usize, f64)>, (at, line)| match best {
            Some((_, size)) if size >= line.size - 0.1 => best,
            _ => Some((at, line.size)),
        });
    let Some((start, size)) = largest.filter(|&(_, size)| size > 1.2 * body) else { return 0..0 };
    let count =
        lines[start..].iter().take_while(|line| line.page == 0 && (line.size - size).abs() < 0.5).count();
    let letters: usize = lines[start..start + count].iter().map(|line| line.text.chars().count()).sum();
    if count > MOST.0 || letters > MOST.1 { 0..0 } else { start..start + count }
}

fn columns(lines: &[Line]) -> BTreeMap<usize, Column> {
    let mut columns = BTreeMap::new();
    let mut start = 0;
    while let Some(first) = lines.get(start) {
        let count = lines[start..].iter().take_while(|line| line.column == first.column).count();
        let these = &lines[start..start + count];
        let left = these.iter().map(|line| line.left).fold(f64::MAX, f64::min);
        let right = these.iter().map(|line| line.right).fold(f64::MIN, f64::max);
        let mut distances: Vec<f64> =
            these.windows(2).map(|two| (two[0].base - two[1].base).abs()).filter(|&gap| gap > 1.0).collect();
        distances.sort_by(f64::total_cmp);
        // The smaller half are lines of one paragraph.
        let distance = distances.get(distances.len() / 3).copied().unwrap_or(first.size * 1.2);
        columns.insert(first.column, Column { left, right, distance });
        start += count;
    }
    columns
}

/// Whether a paragraph goes on in the next line.
fn goes_on(line: &Line, next: &Line, columns: &BTreeMap<usize, Column>, is_same_kind: bool) -> bool {
    let is_same_size = (line.size - next.size).abs() < 0.08 * line.size.max(next.size);
    let Some(column) = columns.get(&line.column) else { return false };
    if !is_same_size || !is_same_kind {
        return false;
    }
    let ends = line.text.trim_end_matches(|c: char| "”’\"')]»".contains(c)).ends_with(['.', '!', '?', ':']);
    let width = (column.right - column.left).max(1.0);
    let is_short = column.right - line.right > SHORT * width + line.size;
    let starts_small = next.text.starts_with(char::is_lowercase);
    if crate::blocks::starts_item(&next.text) {
        return false;
    }
    if line.column != next.column {
        // At the end of a column only the words tell.
        return !ends && (starts_small || !is_short);
    }
    let distance = line.base - next.base;
    if distance < 0.0 || distance > GAP * column.distance.max(line.size) {
        return distance > 0.0 && distance < 2.5 * column.distance && starts_small && !ends && !is_short;
    }
    let indent = next.left - line.left;
    let is_indented =
        indent > 0.7 * next.size && indent < 6.0 * next.size && next.left - column.left > 0.7 * next.size;
    if is_indented && (ends || is_short) {
        return false;
    }
    // A short line that ends a sentence ends its paragraph; so does a short one before a capital.
    !(is_short && (ends || !starts_small && column.right - line.right > 0.35 * width))
}

#[cfg(test)]
mod tests;
