//! Which word of the treebank is which of ours, as the scorer of the CoNLL 2018 shared task pairs them: by the
//! characters they cover, white space left out, for nobody has to cut a text as the treebank does.

use std::ops::Range;

use super::conllu::{Document, Head, Word};
use crate::shell::Outcome;

/// A document's words in one row, each with its place in the text.
pub struct Placed<'a> {
    pub words: Vec<PlacedWord<'a>>,
    /// The words of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// Tokens whose form is not what the text has at their place.
    pub strays: usize,
}

pub struct PlacedWord<'a> {
    pub word: &'a Word,
    /// In characters of the text without its white space. Words that are written as one share it.
    pub span: Range<usize>,
    pub of_several: bool,
    /// A number in the document's row of words.
    pub head: Head,
}

/// Puts the words where they are in the text: where MISC says, or else each token behind the last.
pub fn place<'a>(document: &'a Document, text: &str) -> Outcome<Placed<'a>> {
    let letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    // For each code point, and for the end, how many letters are before it.
    let mut before = vec![0];
    for letter in text.chars() {
        before.push(before.last().unwrap_or(&0) + usize::from(!letter.is_whitespace()));
    }
    let mut placed = Placed { words: vec![], sentences: vec![], strays: 0 };
    let mut end = 0;
    for sentence in &document.sentences {
        let first = placed.words.len();
        for token in &sentence.tokens {
            let form: Vec<char> = token.form.chars().filter(|letter| !letter.is_whitespace()).collect();
            let wrong = || format!("“{}” of {} is not in its text", token.form, document.name);
            let span = match &token.place {
                Some(place) => {
                    *before.get(place.start).ok_or_else(wrong)?..*before.get(place.end).ok_or_else(wrong)?
                }
                None => end..end + form.len(),
            };
            let same = letters.get(span.clone()).is_some_and(|there| there == form);
            // A text that was changed on the way in still has its words in their places. Without places one
            // wrong form would move all that follow.
            match (same, &token.place) {
                (true, _) => {}
                (false, Some(_)) => placed.strays += 1,
                (false, None) => return Err(wrong()),
            }
            if span.start < end || span.end < span.start {
                return Err(format!(
                    "“{}” of {} begins before the last word ends",
                    token.form, document.name
                ));
            }
            end = span.end;
            for word in sentence.words.get(token.words.clone()).ok_or_else(wrong)? {
                placed.words.push(PlacedWord {
                    word,
                    span: span.clone(),
                    of_several: token.words.len() > 1,
                    head: match word.head {
                        Head::Word(head) if head >= sentence.words.len() => return Err(wrong()),
                        Head::Word(head) => Head::Word(first + head),
                        other => other,
                    },
                });
            }
        }
        placed.sentences.push(first..placed.words.len());
    }
    Ok(placed)
}

/// Pairs of a word of `gold` and the same word of `ours`, in order.
pub fn align(gold: &[PlacedWord], ours: &[PlacedWord]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut g, mut o) = (0, 0);
    while let (Some(of_gold), Some(of_ours)) = (gold.get(g), ours.get(o)) {
        if of_gold.of_several || of_ours.of_several {
            let (from_gold, from_ours) = several(gold, ours, g, o);
            pairs.extend(
                common(&gold[from_gold.clone()], &ours[from_ours.clone()])
                    .into_iter()
                    .map(|(i, j)| (from_gold.start + i, from_ours.start + j)),
            );
            (g, o) = (from_gold.end, from_ours.end);
        } else if of_gold.span == of_ours.span {
            pairs.push((g, o));
            (g, o) = (g + 1, o + 1);
        } else if of_gold.span.start <= of_ours.span.start {
            g += 1;
        } else {
            o += 1;
        }
    }
    pairs
}

/// The words of both that cover the same stretch around a token of several words, the shortest such stretch.
fn several(gold: &[PlacedWord], ours: &[PlacedWord], g: usize, o: usize) -> (Range<usize>, Range<usize>) {
    let (mut g, mut o) = (g, o);
    // A single word of the other side that begins before the token is no part of it.
    let mut end = if gold[g].of_several {
        if !ours[o].of_several && ours[o].span.start < gold[g].span.start {
            o += 1;
        }
        gold[g].span.end
    } else {
        if gold[g].span.start < ours[o].span.start {
            g += 1;
        }
        ours[o].span.end
    };
    let (first_gold, first_ours) = (g, o);
    let beyond = |word: Option<&PlacedWord>, end: usize| {
        word.is_none_or(|word| if word.of_several { word.span.start >= end } else { word.span.end > end })
    };
    loop {
        let (of_gold, of_ours) = (gold.get(g), ours.get(o));
        if beyond(of_gold, end) && beyond(of_ours, end) {
            return (first_gold..g, first_ours..o);
        }
        let next = match (of_gold, of_ours) {
            (Some(word), other) if other.is_none_or(|other| word.span.start <= other.span.start) => {
                g += 1;
                word
            }
            (_, Some(word)) => {
                o += 1;
                word
            }
            _ => return (first_gold..g, first_ours..o),
        };
        if next.of_several {
            end = end.max(next.span.end);
        }
    }
}

/// The longest common subsequence of the forms, as pairs.
fn common(gold: &[PlacedWord], ours: &[PlacedWord]) -> Vec<(usize, usize)> {
    let same = |g: usize, o: usize| gold[g].word.form.to_lowercase() == ours[o].word.form.to_lowercase();
    // How long it is from here on.
    let mut length = vec![vec![0; ours.len() + 1]; gold.len() + 1];
    for g in (0..gold.len()).rev() {
        for o in (0..ours.len()).rev() {
            let with = if same(g, o) { 1 + length[g + 1][o + 1] } else { 0 };
            length[g][o] = with.max(length[g + 1][o]).max(length[g][o + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut g, mut o) = (0, 0);
    while g < gold.len() && o < ours.len() {
        if same(g, o) {
            pairs.push((g, o));
            (g, o) = (g + 1, o + 1);
        } else if length[g][o] == length[g + 1][o] {
            g += 1;
        } else {
            o += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::conllu::parse;
    use super::*;

    /// A sentence of the forms; a token of several words is written `don't=do+n't`.
    fn document(tokens: &str) -> Document {
        let mut file = String::new();
        let mut id = 0;
        for token in tokens.split(' ') {
            let (form, words) = token.split_once('=').unwrap_or((token, token));
            let words: Vec<&str> = words.split('+').collect();
            if words.len() > 1 {
                let range = format!("{}-{}", id + 1, id + words.len());
                file += &format!("{range}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_\n");
            }
            for word in words {
                id += 1;
                file += &format!("{id}\t{word}\t_\tX\tX\t_\t0\troot\t_\t_\n");
            }
        }
        parse(&file).unwrap().remove(0)
    }

    fn aligned(text: &str, gold: &str, ours: &str) -> Vec<(String, usize, usize)> {
        let (gold, ours) = (document(gold), document(ours));
        let (gold, ours) = (place(&gold, text).unwrap(), place(&ours, text).unwrap());
        let pairs = align(&gold.words, &ours.words).into_iter();
        pairs.map(|(g, o)| (gold.words[g].word.form.clone(), g, o)).collect()
    }

    fn forms(pairs: Vec<(String, usize, usize)>) -> Vec<String> {
        pairs.into_iter().map(|(form, ..)| form).collect()
    }

    #[test]
    fn words_with_the_same_characters_are_the_same() {
        let pairs = aligned("The co-op shut.", "The co - op shut .", "The co-op shut .");
        assert_eq!(pairs, [("The".into(), 0, 0), ("shut".into(), 4, 2), (".".into(), 5, 3)]);
    }

    #[test]
    fn words_that_are_written_as_one_are_paired_by_their_forms() {
        let text = "We don't.";
        for ours in ["We don't=do+n't .", "We do n't .", "We don't=do+not+n't ."] {
            assert_eq!(forms(aligned(text, "We don't=do+n't .", ours)), ["We", "do", "n't", "."], "{ours}");
        }
        assert_eq!(forms(aligned(text, "We do n't .", "We don't=do+n't .")), ["We", "do", "n't", "."]);
        assert_eq!(forms(aligned(text, "We don't=do+n't .", "We don't .")), ["We", "."]);
        assert_eq!(forms(aligned(text, "We don't=do+n't .", "We don ' t .")), ["We", "."]);
    }

    #[test]
    fn a_word_that_overlaps_one_of_several_keeps_none_of_the_others_from_being_paired() {
        let pairs = aligned("a bc'd e", "a bc'd=bc+'d e", "abc 'd e");
        assert_eq!(forms(pairs), ["'d", "e"]);
    }

    #[test]
    fn the_place_counts_and_not_the_form_where_misc_says_it() {
        let file = "1\t“\t_\tX\tX\t_\t0\troot\t_\tStartChar=2|EndChar=3\n";
        let document = parse(file).unwrap().remove(0);
        let placed = place(&document, "a \" b").unwrap();
        assert_eq!((placed.words[0].span.clone(), placed.strays), (1..2, 1));
        assert!(place(&document, "a").is_err());
    }
}
