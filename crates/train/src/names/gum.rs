//! GUM (Zeldes 2017): its entities are whole noun phrases, nested; a name is what is proper in one of them.

use engine::training::Label;

use super::data::{Kind, Sample};
use super::inside;
use crate::sources::conllu::{Row, rows};

impl Row<'_> {
    fn is_proper(&self) -> bool {
        matches!(self.xpos, "NNP" | "NNPS")
    }

    fn is_capital(&self) -> bool {
        self.form.starts_with(char::is_uppercase)
    }
}

/// An entity's words, first and last.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Entity {
    start: usize,
    end: usize,
    kind: Kind,
}

/// The sentences of one CoNLL-U file, names marked.
pub fn sentences(file: &str) -> Vec<Sample> {
    file.split("\n\n").map(sample).filter(|sample| !sample.words.is_empty()).collect()
}

fn sample(sentence: &str) -> Sample {
    let (mut words, mut open, mut entities) = (Vec::new(), Vec::new(), Vec::new());
    for word in rows(sentence) {
        bounds(word.misc, words.len(), &mut open, &mut entities);
        words.push(word);
    }
    let mut names: Vec<Entity> = entities.into_iter().filter_map(|entity| name(&words, entity)).collect();
    // Of names within names the longest is told.
    names.sort_by_key(|name| (std::cmp::Reverse(name.end - name.start), name.start));
    let mut labels = vec![Label::Outside; words.len()];
    for name in names {
        let places = &mut labels[name.start..=name.end];
        if places.iter().all(|label| *label == Label::Outside) {
            places.fill(inside(name.kind.first()));
            places[0] = name.kind.first();
        }
    }
    for (at, word) in words.iter().enumerate().skip(1) {
        // "Afghan": a people as an adjective, which GUM does not mark.
        let people = word.upos == "ADJ" && word.xpos == "JJ" && word.is_capital();
        if people && labels[at] == Label::Outside && word.form.ends_with(['n', 'h', 'e', 'i', 'c']) {
            labels[at] = Kind::Other.first();
        }
    }
    Sample { words: words.iter().map(|word| word.form.to_owned()).zip(labels).collect() }
}

/// Reads what opens and closes at a word: `Entity=(1-person-…(2-place-…)` or `Entity=2)1)`.
fn bounds(misc: &str, at: usize, open: &mut Vec<(String, Option<Kind>, usize)>, done: &mut Vec<Entity>) {
    let Some(told) = misc.split('|').find_map(|field| field.strip_prefix("Entity=")) else { return };
    let mut close = |open: &mut Vec<(String, Option<Kind>, usize)>, number: &str| {
        if let Some(last) = open.iter().rposition(|(other, ..)| other == number)
            && let (_, Some(kind), start) = open.remove(last)
        {
            done.push(Entity { start, end: at, kind });
        }
    };
    let mut rest = told;
    while !rest.is_empty() {
        let opens = rest.starts_with('(');
        rest = rest.trim_start_matches('(');
        let end = rest.find(['(', ')']).unwrap_or(rest.len());
        let (head, after) = rest.split_at(end);
        // Parts of a divided entity are numbered in brackets: they count as one.
        let number = head.split(['-', '[']).next().unwrap_or_default();
        if opens {
            open.push((number.to_owned(), head.split('-').nth(1).and_then(kind), at));
        }
        if after.starts_with(')') {
            close(open, number);
        }
        rest = after.strip_prefix(')').unwrap_or(after);
    }
}

fn kind(name: &str) -> Option<Kind> {
    match name {
        "person" => Some(Kind::Person),
        "organization" => Some(Kind::Org),
        "place" => Some(Kind::Place),
        "event" | "object" | "abstract" => Some(Kind::Other),
        _ => None,
    }
}

/// The proper words around the head of an entity, if its head is one.
fn name(words: &[Row], entity: Entity) -> Option<Entity> {
    let Entity { start: first, end: last, kind } = entity;
    let place = |id: usize| words.iter().position(|word| word.id == id);
    let hangs_inside = |word: &Row| place(word.head).is_some_and(|head| (first..=last).contains(&head));
    let head = (first..=last).find(|&at| words[at].head == 0 || !hangs_inside(&words[at]))?;
    if !words[head].is_proper() {
        return None;
    }
    let mut start = head;
    while start > first {
        let before = &words[start - 1];
        let joins = before.is_proper()
            || before.is_capital() && matches!(before.upos, "ADJ" | "NOUN" | "NUM")
            || matches!(before.form, "-" | "&" | "." | "'s" | "’s")
                && start >= first + 2
                && words[start - 2].is_proper();
        if !joins {
            break;
        }
        start -= 1;
    }
    let mut end = head;
    while end < last {
        let next = &words[end + 1];
        let proper_follows = || words[end + 2..=last.min(end + 3)].iter().any(Row::is_proper);
        let joins = next.is_proper()
            || kind != Kind::Person && next.is_capital() && matches!(next.upos, "ADJ" | "NOUN")
            || kind != Kind::Person
                && matches!(next.form, "of" | "for" | "the" | "and" | "&" | "de" | "-" | "in")
                && end + 2 <= last
                && proper_follows();
        if !joins {
            break;
        }
        end += 1;
    }
    while end > head && !words[end].is_proper() && !words[end].is_capital() {
        end -= 1;
    }
    Some(Entity { start, end, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_out_of_noun_phrases() {
        let rows = [
            ("1", "The", "DET", "DT", "3", "Entity=(1-organization-x"),
            ("2", "Velm", "PROPN", "NNP", "3", "Entity=(2-place-x)"),
            ("3", "Bank", "PROPN", "NNP", "4", "Entity=1)"),
            ("4", "hired", "VERB", "VBD", "0", "_"),
            ("5", "Irish", "ADJ", "JJ", "6", "Entity=(3-person-x"),
            ("6", "clerk", "NOUN", "NN", "4", "_"),
            ("7", "Ana", "PROPN", "NNP", "6", "Entity=(4-person-x"),
            ("8", "Ruiz", "PROPN", "NNP", "7", "Entity=4)3)"),
        ];
        let line = |(id, text, upos, xpos, head, misc)| {
            format!("{id}\t{text}\t_\t{upos}\t{xpos}\t_\t{head}\t_\t_\t{misc}")
        };
        let file = rows.map(line).join("\n");
        use Label::*;
        let labels: Vec<Label> = sentences(&file)[0].words.iter().map(|(_, label)| *label).collect();
        assert_eq!(
            labels,
            [Outside, OrgFirst, OrgNext, Outside, OtherFirst, Outside, PersonFirst, PersonNext]
        );
    }
}
