//! The explanation as text: a table of words for each sentence, and the decisions that begin in it.

use std::fmt::Write;

use text::Stated;

use super::trace::Decision;
use crate::doc::Doc;
use crate::pipeline::State;
use crate::sentence::Sentence;
use crate::syntax::relation::Relation;

pub(super) fn article(state: &State, decisions: &[Decision]) -> String {
    let doc = &state.doc;
    let mut out = String::new();
    stated(&mut out, &doc.document.stated);
    let whole: Vec<&Decision> = decisions.iter().filter(|decision| decision.at.is_empty()).collect();
    if !whole.is_empty() {
        out.push_str("The article\n");
        list(&mut out, &whole);
        out.push('\n');
    }
    let mut of_sentence: Vec<Vec<&Decision>> = vec![Vec::new(); doc.sentences.len()];
    for decision in decisions.iter().filter(|decision| !decision.at.is_empty()) {
        let sentence = doc.sentence_of(doc.token_at(decision.at.start as usize));
        if let Some(made) = of_sentence.get_mut(sentence) {
            made.push(decision);
        }
    }
    let mut words = 0;
    for (number, (sentence, made)) in (1..).zip(doc.sentences.iter().zip(of_sentence)) {
        let line = one_line(doc.words(sentence.tokens.clone()));
        let _ = writeln!(out, "[{number}] {line}\n");
        words = table(&mut out, doc, sentence, words);
        list(&mut out, &made);
        out.push('\n');
    }
    out
}

/// What the file states of itself.
fn stated(out: &mut String, stated: &Stated) {
    if stated.is_empty() {
        return;
    }
    let authors = (!stated.authors.is_empty()).then(|| stated.authors.join(", "));
    out.push_str("The file states\n");
    for (name, value) in [
        ("title", &stated.title),
        ("authors", &authors),
        ("site", &stated.site),
        ("address", &stated.url),
        ("published", &stated.published),
        ("modified", &stated.modified),
    ] {
        if let Some(value) = value {
            let _ = writeln!(out, "    {name}: {value}");
        }
    }
    out.push('\n');
}

/// The words of a sentence, of which the first is number `from` of the article; gives the number after the last.
fn table(out: &mut String, doc: &Doc, sentence: &Sentence, from: usize) -> usize {
    let all = doc.syntax.words.get(from..).unwrap_or_default();
    let to = from + all.iter().take_while(|word| (word.token as usize) < sentence.tokens.end).count();
    let mut rows = vec![["", "word", "lemma", "tag", "head", "relation"].map(str::to_owned)];
    for (at, word) in (from..to).zip(all) {
        let form = word.span.of(doc.text);
        let head = match word.relation {
            Relation::Root => "—".to_owned(),
            _ => {
                let head = doc.syntax.words.get(word.head as usize);
                let head = head.map_or("", |head| head.span.of(doc.text));
                format!("{} {}", (word.head as usize + 1).saturating_sub(from), one_line(head))
            }
        };
        rows.push([
            (at - from + 1).to_string(),
            one_line(form),
            one_line(&doc.lemma(at)),
            format!("{} {}", word.tag.upos(), word.tag.penn_of(form)),
            head,
            word.relation.name().to_owned(),
        ]);
    }
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in rows {
        let [number, cells @ ..] = &row;
        let mut line = format!("  {number:>0$}", widths[0]);
        for (cell, width) in cells.iter().zip(&widths[1..]) {
            let _ = write!(line, "  {cell:<width$}");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out.push('\n');
    to
}

/// Decisions under the names of their components.
fn list(out: &mut String, decisions: &[&Decision]) {
    let mut component = "";
    for decision in decisions {
        if decision.component != component {
            component = decision.component;
            let _ = writeln!(out, "  {component}");
        }
        let _ = writeln!(out, "    {}  [{}]", one_line(&decision.what), decision.rule.id);
        if let Some(why) = &decision.why {
            let _ = writeln!(out, "      why: {}", one_line(why));
        }
        for candidate in &decision.candidates {
            let score = candidate.score.map_or(String::new(), |score| format!("{score:.2}  "));
            let _ = writeln!(out, "      {score}{}: {}", one_line(&candidate.name), candidate.fate);
        }
    }
}

/// Words of the text without its line breaks, and no longer than a line.
fn one_line(words: &str) -> String {
    const LONGEST: usize = 300;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
