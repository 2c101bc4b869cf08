//! Articles of GUM (Zeldes 2017) with every mention of every entity.

use std::collections::BTreeMap;

use engine::training::Lesson;
use text::{Document, Span};

use super::Example;
use crate::sources::conllu::rows;

/// An article and who is meant where.
pub struct Article {
    pub document: Document,
    /// The mentions of each entity: their words, and the word that is their head.
    entities: BTreeMap<String, Vec<(Span, Span)>>,
    /// Entities of which some head is a proper noun.
    named: Vec<String>,
}

/// Reads one CoNLL-U file.
pub fn article(file: &str) -> Article {
    let (mut text, mut entities) = (String::new(), BTreeMap::<String, Vec<(Span, Span)>>::new());
    let mut named = Vec::new();
    for block in file.split("\n\n") {
        let Some(sentence) = block.lines().find_map(|line| line.strip_prefix("# text = ")) else { continue };
        if !text.is_empty() {
            let starts = block.lines().any(|line| line.starts_with("# newpar"));
            text.push_str(if starts { "\n\n" } else { " " });
        }
        let base = text.len();
        text.push_str(sentence);
        let mut at = 0;
        let words: Vec<_> = rows(block).collect();
        let spans: Vec<Span> = words
            .iter()
            .map(|word| {
                let start = sentence[at..].find(word.form).map_or(at, |found| at + found);
                at = (start + word.form.len()).min(sentence.len());
                Span::new(base + start, base + at)
            })
            .collect();
        let mut open: Vec<(String, usize)> = Vec::new();
        let mut close = |number: &str, last: usize, open: &mut Vec<(String, usize)>| {
            let Some(place) = open.iter().rposition(|(other, _)| other == number) else { return };
            let (number, first) = open.remove(place);
            let outside = |word: &&usize| {
                let head = words[**word].head;
                !(first..=last).any(|at| words[at].id == head)
            };
            let all: Vec<usize> = (first..=last).collect();
            let head = all.iter().find(outside).copied().unwrap_or(first);
            if words[head].upos == "PROPN" {
                named.push(number.clone());
            }
            entities.entry(number).or_default().push((spans[first].join(spans[last]), spans[head]));
        };
        for (at, word) in words.iter().enumerate() {
            let Some(told) = word.misc.split('|').find_map(|field| field.strip_prefix("Entity=")) else {
                continue;
            };
            let mut rest = told;
            while !rest.is_empty() {
                let opens = rest.starts_with('(');
                rest = rest.trim_start_matches('(');
                let end = rest.find(['(', ')']).unwrap_or(rest.len());
                let (head, after) = rest.split_at(end);
                let number = head.split(['-', '[']).next().unwrap_or_default();
                if opens {
                    open.push((number.to_owned(), at));
                }
                if after.starts_with(')') {
                    close(number, at, &mut open);
                }
                rest = after.strip_prefix(')').unwrap_or(after);
            }
        }
    }
    named.sort();
    named.dedup();
    Article { document: Document::from_paragraphs(&text), entities, named }
}

impl Article {
    /// The lesson with the candidates that are right.
    pub fn example(&self, lesson: Lesson, of: usize) -> Example {
        let text = &self.document.text;
        let is_pronoun = |head: &Span| head.start == lesson.span.start && lesson.span.end >= head.end;
        let meant = self.entities.iter().find(|(_, mentions)| {
            mentions.iter().any(|(span, head)| is_pronoun(head) && span.len() <= lesson.span.len())
        });
        let mut right: Vec<bool> = lesson
            .candidates
            .iter()
            .map(|candidate| {
                let of_entity = |mention: &Span| {
                    meant.is_some_and(|(_, mentions)| {
                        mentions.iter().any(|(span, head)| {
                            // "Ruiz" alone is not "Ruiz and Orr".
                            let rest =
                                Span::new(mention.end as usize, span.end.max(mention.end) as usize).of(text);
                            mention.contains(*head) && !rest.trim_start().starts_with("and ")
                        })
                    })
                };
                let fitting = candidate.mentions.iter().filter(|mention| of_entity(mention)).count();
                fitting > 0 && fitting * 2 >= candidate.mentions.len().min(4)
            })
            .collect();
        let nobody = !right.contains(&true);
        right.push(nobody);
        let named = meant.is_some_and(|(number, _)| self.named.binary_search(number).is_ok());
        Example { lesson, right, of, named }
    }
}
