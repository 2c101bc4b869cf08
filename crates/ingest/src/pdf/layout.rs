//! From words and their places to lines in reading order: columns one after the other, page heads and numbers out.

use std::collections::{BTreeMap, HashMap};

use super::content::Piece;

/// The part of a letter's size from which on a gap parts two words.
const WORD_GAP: f64 = 0.17;
/// The part of a letter's size that a gap between columns has at least.
const COLUMN_GAP: f64 = 0.9;
/// Rows that a column has at least.
const COLUMN_ROWS: usize = 3;
/// Letters that a column's rows have on average at least: less stands in the cells of a table.
const COLUMN_LETTERS: usize = 14;
/// Rows of a page that are looked at for columns.
const MOST_ROWS: usize = 1500;
/// Columns inside of columns.
const DEEPEST: usize = 6;
/// The parts of a page's height, at its top and its foot, in which heads and numbers stand.
const EDGE: f64 = 0.14;
/// The part of a letter's size that is between the feet of a page's head and its text at least.
const APART: f64 = 1.45;

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
    /// The number of its column, counted through the whole file: lines of one stand over each other.
    pub column: usize,
    pub page: usize,
}

/// Pieces on one height.
#[derive(Debug, Clone)]
struct Row {
    pieces: Vec<Piece>,
    base: f64,
    size: f64,
}

/// The lines of a page in reading order.
pub fn lines(pieces: Vec<Piece>, page: usize, columns: &mut usize) -> Vec<Line> {
    let mut lines = Vec::new();
    read(rows(pieces), page, columns, 0, &mut lines);
    lines
}

/// Pieces gathered by their height, from the top down.
fn rows(mut pieces: Vec<Piece>) -> Vec<Row> {
    pieces.sort_by(|a, b| b.base.total_cmp(&a.base).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        let fits = |row: &Row| {
            let (small, large) = (piece.size.min(row.size), piece.size.max(row.size));
            // What is raised or lowered a little belongs to the line, and so does a large first letter's foot.
            (row.base - piece.base).abs() < if small < 0.8 * large { 0.5 } else { 0.3 } * large
        };
        match rows.iter_mut().rev().take(3).find(|row| fits(row)) {
            Some(row) => {
                if piece.size > row.size {
                    (row.size, row.base) = (piece.size, piece.base);
                }
                row.pieces.push(piece);
            }
            None => {
                rows.push(Row { base: piece.base, size: piece.size, pieces: Vec::from([piece]) });
            }
        }
    }
    for row in &mut rows {
        row.pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows.sort_by(|a, b| b.base.total_cmp(&a.base));
    rows
}

/// Writes down rows; where they stand in columns, these one after the other.
fn read(rows: Vec<Row>, page: usize, columns: &mut usize, depth: usize, lines: &mut Vec<Line>) {
    let mut rest = rows.as_slice();
    let mut is_open = false;
    while let Some((row, behind)) = rest.split_first() {
        let found = if depth < DEEPEST && rows.len() <= MOST_ROWS { columns_from(rest) } else { None };
        if let Some((count, at)) = found {
            let (left, right) = part(&rest[..count], at);
            *columns += 1;
            read(left, page, columns, depth + 1, lines);
            *columns += 1;
            read(right, page, columns, depth + 1, lines);
            *columns += 1;
            is_open = false;
            rest = &rest[count..];
            continue;
        }
        if !is_open {
            *columns += 1;
            is_open = true;
        }
        lines.extend(line(row, page, *columns));
        rest = behind;
    }
    *columns += 1;
}

/// How many rows from the first on stand in two columns or more, and where the first ends; none if they do not.
fn columns_from(rows: &[Row]) -> Option<(usize, f64)> {
    let first = rows.first()?;
    let mut free: Vec<(f64, f64)> = Vec::from([(f64::MIN, f64::MAX)]);
    let mut best = None;
    for (number, row) in rows.iter().enumerate() {
        let width = COLUMN_GAP * row.size.min(first.size.max(8.0) * 1.5);
        let mut still = Vec::new();
        for &(from, to) in &free {
            let mut start = from;
            for piece in row.pieces.iter().filter(|piece| piece.right > from && piece.left < to) {
                if piece.left - start >= width {
                    still.push((start, piece.left));
                }
                start = start.max(piece.right);
            }
            if to - start >= width {
                still.push((start, to));
            }
        }
        free = still;
        // What is left of everything and right of everything is no gap.
        let inner: Vec<f64> = free
            .iter()
            .filter(|(from, to)| *from > f64::MIN && *to < f64::MAX)
            .map(|(from, to)| (from + to) / 2.0)
            .collect();
        let waits = free.iter().any(|(from, to)| *from == f64::MIN || *to == f64::MAX);
        if inner.is_empty() && (number > 2 * COLUMN_ROWS || free.is_empty() || !waits || best.is_some()) {
            // One side alone may come first; then the other must begin soon.
            break;
        }
        if let Some(&at) = inner.iter().find(|&&at| are_columns(&rows[..=number], at)) {
            best = Some((number + 1, at));
        } else if best.is_some() && inner.is_empty() {
            break;
        }
    }
    best
}

/// Whether what stands left and right of a place are columns of text, side by side.
fn are_columns(rows: &[Row], at: f64) -> bool {
    let sides = [true, false].map(|is_left| {
        let mut count = 0;
        let (mut top, mut foot, mut letters) = (f64::MIN, f64::MAX, 0);
        for row in rows {
            let on_side = row.pieces.iter().filter(|piece| (piece.left < at) == is_left);
            let mut has = false;
            for piece in on_side {
                has = true;
                letters += piece.text.chars().filter(|c| c.is_alphabetic()).count();
            }
            if has {
                count += 1;
                top = top.max(row.base);
                foot = foot.min(row.base);
            }
        }
        (count, top, foot, letters)
    });
    let [(left_rows, left_top, left_foot, left), (right_rows, right_top, right_foot, right)] = sides;
    let shared = left_top.min(right_top) - left_foot.max(right_foot);
    let shorter = (left_top - left_foot).min(right_top - right_foot);
    left_rows >= COLUMN_ROWS
        && right_rows >= COLUMN_ROWS
        && left >= left_rows * COLUMN_LETTERS
        && right >= right_rows * COLUMN_LETTERS
        && shared >= 0.5 * shorter
}

/// The rows left and right of a place.
fn part(rows: &[Row], at: f64) -> (Vec<Row>, Vec<Row>) {
    let side = |is_left: bool| {
        let mut pieces: Vec<Piece> = Vec::new();
        for row in rows {
            pieces.extend(row.pieces.iter().filter(|piece| (piece.left < at) == is_left).cloned());
        }
        self::rows(pieces)
    };
    (side(true), side(false))
}

/// A row as a line, its words parted by spaces and without the marks of notes.
fn line(row: &Row, page: usize, column: usize) -> Option<Line> {
    let (first, last) = (row.pieces.first()?, row.pieces.last()?);
    let mut text = String::new();
    let mut right = first.left;
    for piece in &row.pieces {
        let is_raised = piece.size < 0.8 * row.size && piece.base > row.base + 0.15 * row.size;
        if is_raised {
            use crate::html::raised::{Raised, high, kind};
            match kind(piece.text.trim(), text.trim_end(), false) {
                Raised::Mark if !text.is_empty() => {
                    right = right.max(piece.right);
                    continue;
                }
                Raised::Power => {
                    text.extend(piece.text.chars().filter_map(high));
                    right = right.max(piece.right);
                    continue;
                }
                _ => {}
            }
        }
        if piece.left - right > WORD_GAP * row.size && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&piece.text);
        right = right.max(piece.right);
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = spelled_out(&words);
    (!words.is_empty()).then(|| Line {
        text: words,
        left: first.left,
        right: last.right.max(right),
        base: row.base,
        size: row.size,
        column,
        page,
    })
}

/// Letters that were set as one, as the letters that they are.
fn spelled_out(words: &str) -> String {
    if !words.contains(|c| ('\u{fb00}'..='\u{fb04}').contains(&c)) {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len() + 4);
    for c in words.chars() {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            c => out.push(c),
        }
    }
    out
}

/// Takes out the heads, feet and numbers of pages: what stands at the edge of several pages and says the same but for
/// its numbers. Gives back how many words these are.
pub fn drop_page_heads(pages: &mut [Vec<Line>]) -> usize {
    let mut times: HashMap<String, usize> = HashMap::new();
    for page in pages.iter() {
        let mut here: Vec<String> = edge(page).map(|(at, _)| normal(&page[at].text)).collect();
        here.sort();
        here.dedup();
        for words in here {
            *times.entry(words).or_default() += 1;
        }
    }
    let count = pages.len();
    let mut dropped = 0;
    for page in pages.iter_mut() {
        let (top, foot) = page
            .iter()
            .fold((f64::MIN, f64::MAX), |(top, foot), line| (top.max(line.base), foot.min(line.base)));
        let out: Vec<usize> = edge(page)
            .filter(|&(at, is_parted)| {
                let words = &page[at].text;
                let normal = normal(words);
                let often = times.get(&normal).copied().unwrap_or(0);
                // The first line of every page, or the last, says the same.
                let is_outmost = (page[at].base - top).abs() < 2.0 || (page[at].base - foot).abs() < 2.0;
                let is_always = is_outmost && often == count && normal.chars().count() >= 8;
                let is_set_apart =
                    is_parted || often >= 3 || is_always || (page[at].size - usual_size(page)).abs() > 0.5;
                is_page_number(words)
                    || often >= 2 && often * 4 >= count && is_set_apart && words.chars().count() <= 120
            })
            .map(|(at, _)| at)
            .collect();
        let mut number = 0;
        page.retain(|line| {
            let stays = !out.contains(&number);
            number += 1;
            dropped += if stays { 0 } else { line.text.split_whitespace().count() };
            stays
        });
    }
    dropped
}

/// The lines at the top and the foot of a page, two at most on either side; for each, whether more room is between it
/// and the text than lines of a text have between them.
fn edge(page: &[Line]) -> impl Iterator<Item = (usize, bool)> + '_ {
    let (top, foot) =
        page.iter().fold((f64::MIN, f64::MAX), |(top, foot), line| (top.max(line.base), foot.min(line.base)));
    let height = (top - foot).max(1.0);
    let mut from_foot: Vec<f64> = page.iter().map(|line| line.base).collect();
    from_foot.sort_by(f64::total_cmp);
    from_foot.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    let is_long = from_foot.len() > 2;
    let from_top: Vec<f64> = from_foot.iter().rev().copied().collect();
    let place = move |line: &Line, from_edge: &[f64]| {
        let at = from_edge.iter().take(2).position(|edge| (edge - line.base).abs() < 2.0)?;
        let mut gaps = from_edge.windows(2).take(2).skip(at).map(|two| (two[0] - two[1]).abs());
        Some(gaps.any(|gap| gap > APART * line.size))
    };
    page.iter().enumerate().filter_map(move |(at, line)| {
        let in_top = line.base >= top - EDGE * height;
        let in_foot = line.base <= foot + EDGE * height;
        let found = in_top.then(|| place(line, &from_top)).flatten();
        let found = found.or_else(|| in_foot.then(|| place(line, &from_foot)).flatten());
        found.filter(|_| is_long).map(|is_parted| (at, is_parted))
    })
}

/// The size in which most letters are set.
pub fn usual_size(lines: &[Line]) -> f64 {
    let mut letters: BTreeMap<i64, usize> = BTreeMap::new();
    for line in lines {
        *letters.entry((line.size * 4.0) as i64).or_default() += line.text.len();
    }
    letters.into_iter().max_by_key(|&(_, count)| count).map_or(10.0, |(size, _)| size as f64 / 4.0)
}

/// Words in small letters, every number alike.
fn normal(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            c if c.is_numeric() && !out.ends_with('#') => {
                out.push('#');
            }
            c if c.is_alphabetic() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// "12", "- 12 -", "Page 3 of 9", "iv".
fn is_page_number(words: &str) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "-–—|.[]".contains(c)).to_lowercase();
    let rest = words.strip_prefix("page").map_or(words.as_str(), str::trim_start);
    let mut parts = rest.split([' ', '/']).filter(|part| !matches!(*part, "of" | ""));
    let is_number = |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let is_roman = |part: &str| part.len() <= 6 && part.bytes().all(|b| b"ivxl".contains(&b));
    match (parts.next(), parts.next(), parts.next()) {
        (Some(one), None, _) => is_number(one) || is_roman(one),
        (Some(one), Some(all), None) => is_number(one) && is_number(all),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, left: f64, base: f64) -> Piece {
        Piece { text: text.to_owned(), left, right: left + 5.0 * text.len() as f64, base, size: 10.0 }
    }

    fn read(pieces: Vec<Piece>) -> Vec<String> {
        lines(pieces, 0, &mut 0).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut pieces = Vec::from([piece("A headline that goes over both of the columns", 50.0, 740.0)]);
        for number in 0..5 {
            let base = 700.0 - 12.0 * f64::from(number);
            pieces.push(piece(&format!("the left column, line {number}"), 50.0, base));
            // The lines of the other column need not stand on the same heights.
            pieces.push(piece(&format!("the right column, line {number}"), 300.0, base - 5.0));
        }
        let read = read(pieces);
        assert_eq!(read[1], "the left column, line 0");
        assert_eq!(read[5], "the left column, line 4");
        assert_eq!(read[6], "the right column, line 0");
        assert_eq!(read.len(), 11);
    }

    #[test]
    fn a_table_is_read_row_by_row() {
        let mut pieces = Vec::new();
        for number in 0..6 {
            let base = 700.0 - 12.0 * f64::from(number);
            pieces.extend([
                piece(&format!("19{number}5"), 50.0, base),
                piece("2,010", 200.0, base),
                piece("4.5", 300.0, base),
            ]);
        }
        assert_eq!(read(pieces)[0], "1905 2,010 4.5");
    }

    #[test]
    fn raised_marks_and_powers() {
        let small = |text: &str, left: f64| Piece { size: 6.0, base: 704.0, ..piece(text, left, 704.0) };
        assert_eq!(read(Vec::from([piece("shut.", 50.0, 700.0), small("4", 75.0)])), ["shut."]);
        assert_eq!(read(Vec::from([piece("5 km", 50.0, 700.0), small("2", 70.0)])), ["5 km²"]);
        assert_eq!(read(Vec::from([piece("of\u{fb01}ce", 50.0, 700.0)])), ["office"]);
    }

    #[test]
    fn heads_and_numbers_of_pages_go() {
        let page = |number: usize| -> Vec<Line> {
            let mut pieces = Vec::from([piece(&format!("Lindmouth Gazette {number}"), 50.0, 780.0)]);
            for line in 0..20 {
                let letter = char::from(b'a' + line as u8).to_string().repeat(number);
                let words = format!("{letter} words of the story");
                pieces.push(piece(&words, 50.0, 740.0 - 12.0 * line as f64));
            }
            pieces.push(piece(&number.to_string(), 300.0, 20.0));
            lines(pieces, number, &mut 0)
        };
        let mut pages = Vec::from([page(12), page(13), page(14)]);
        assert!(drop_page_heads(&mut pages) > 0);
        assert!(pages.iter().all(|page| page.len() == 20), "{pages:?}");
        for (words, expected) in [
            ("12", true),
            ("- 12 -", true),
            ("Page 3 of 9", true),
            ("iv", true),
            ("1975 2010", true),
            ("In 1975", false),
            ("mill", false),
        ] {
            assert_eq!(is_page_number(words), expected, "{words}");
        }
    }
}
