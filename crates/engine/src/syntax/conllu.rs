//! The grammar of an article in the format of Universal Dependencies (CoNLL-U), for any tool that reads treebanks.

use std::fmt::Write;

use text::Offsets;

use super::Relation;
use crate::doc::Doc;

/// Every sentence, words numbered from 1, `StartChar` and `EndChar` in code points of the text.
pub(crate) fn write(doc: &Doc) -> String {
    let mut out = String::new();
    let offsets = Offsets::new(doc.text);
    let place = |byte: u32| offsets.code_point(byte as usize);
    let words = &doc.syntax.words;
    let mut number = 0;
    let mut from = 0;
    for sentence in &doc.sentences {
        let to = from
            + words[from..].iter().take_while(|word| (word.token as usize) < sentence.tokens.end).count();
        if to == from {
            continue;
        }
        number += 1;
        let line = doc.words(sentence.tokens.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "# sent_id = {number}\n# text = {line}");
        for (at, word) in (from..to).zip(&words[from..to]) {
            let whole = doc.syntax.words_of(word.token as usize);
            if whole.len() > 1 && whole.start == at {
                let token = doc.tokens[word.token as usize].span;
                let _ = writeln!(
                    out,
                    "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\tStartChar={}|EndChar={}",
                    at - from + 1,
                    at - from + whole.len(),
                    token.of(doc.text),
                    place(token.start),
                    place(token.end)
                );
            }
            let form = word.span.of(doc.text);
            let lemma = doc.lemma(at);
            let head = if word.relation == Relation::Root { 0 } else { word.head as usize + 1 - from };
            let _ = writeln!(
                out,
                "{}\t{form}\t{lemma}\t{}\t{}\t{}\t{head}\t{}\t_\tStartChar={}|EndChar={}",
                at - from + 1,
                word.tag.upos(),
                word.tag.penn_of(form),
                word.tag.features(),
                word.relation.name(),
                place(word.span.start),
                place(word.span.end)
            );
        }
        out.push('\n');
        from = to;
    }
    out
}
