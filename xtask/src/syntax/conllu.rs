//! CoNLL-U, as a treebank has it and as `explore explain --format conllu` prints it.

use std::ops::Range;

use crate::shell::Outcome;

pub struct Document {
    /// What stands behind `# newdoc id =`.
    pub name: String,
    pub sentences: Vec<Sentence>,
}

#[derive(Default)]
pub struct Sentence {
    /// What stands behind `# text =`.
    pub text: String,
    pub opens_paragraph: bool,
    pub tokens: Vec<Token>,
    pub words: Vec<Word>,
}

/// What is written in one piece: a word, or several that grow together ("don't").
pub struct Token {
    pub form: String,
    /// In code points of the whole text, where MISC says so.
    pub place: Option<Range<usize>>,
    /// Its words, numbers in the sentence's.
    pub words: Range<usize>,
}

pub struct Word {
    pub form: String,
    pub lemma: String,
    pub upos: String,
    pub xpos: String,
    pub head: Head,
    /// Without what stands behind a colon.
    pub relation: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    Root,
    /// A word's number, from 0.
    Word(usize),
    /// Nothing was said: `_`.
    Unsaid,
}

impl Document {
    /// The text that the sentences were cut from. A treebank keeps no line breaks, so a paragraph is one line
    /// here, and a blank line stands between two.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for sentence in &self.sentences {
            if !text.is_empty() {
                text += if sentence.opens_paragraph { "\n\n" } else { " " };
            }
            text += &sentence.text;
        }
        text
    }
}

/// The documents of a file; sentences before the first `# newdoc` are one without a name.
pub fn parse(file: &str) -> Outcome<Vec<Document>> {
    let mut documents: Vec<Document> = Vec::new();
    let mut sentence = Sentence::default();
    for (number, line) in file.lines().enumerate() {
        if line.trim().is_empty() {
            finish(&mut documents, &mut sentence);
        } else if let Some(comment) = line.strip_prefix('#') {
            let (key, value) = comment.split_once('=').unwrap_or((comment, ""));
            match key.trim() {
                "text" => sentence.text = value.trim().to_owned(),
                "newpar" | "newpar id" => sentence.opens_paragraph = true,
                "newdoc" | "newdoc id" => {
                    finish(&mut documents, &mut sentence);
                    documents.push(Document { name: value.trim().to_owned(), sentences: vec![] });
                    sentence.opens_paragraph = true;
                }
                _ => {}
            }
        } else {
            row(&mut sentence, line).map_err(|what| format!("line {} of CoNLL-U: {what}", number + 1))?;
        }
    }
    finish(&mut documents, &mut sentence);
    Ok(documents)
}

/// A sentence without words is none: what was said of it holds for the next.
fn finish(documents: &mut Vec<Document>, sentence: &mut Sentence) {
    if sentence.words.is_empty() {
        return;
    }
    if documents.is_empty() {
        documents.push(Document { name: String::new(), sentences: vec![] });
    }
    if let Some(document) = documents.last_mut() {
        document.sentences.push(std::mem::take(sentence));
    }
}

fn row(sentence: &mut Sentence, line: &str) -> Outcome {
    let cells: Vec<&str> = line.split('\t').collect();
    let &[id, form, lemma, upos, xpos, _, head, relation, _, misc] = cells.as_slice() else {
        return Err(format!("{} columns instead of 10", cells.len()));
    };
    // An empty node is a word that is not written.
    if id.contains('.') {
        return Ok(());
    }
    let number = |id: &str| id.parse::<usize>().map_err(|_| format!("{id} is no number"));
    let at = sentence.words.len();
    if let Some((first, last)) = id.split_once('-') {
        let words = number(first)?.saturating_sub(1)..number(last)?;
        if words.start != at || words.is_empty() {
            return Err(format!("{id} is no range of the words that follow"));
        }
        sentence.tokens.push(Token { form: form.to_owned(), place: place(misc), words });
        return Ok(());
    }
    if number(id)? != at + 1 {
        return Err(format!("word {id} instead of {}", at + 1));
    }
    let open = sentence.tokens.last_mut().filter(|token| token.words.contains(&at));
    match (open, place(misc)) {
        (None, place) => {
            sentence.tokens.push(Token { form: form.to_owned(), place, words: at..at + 1 });
        }
        // A range line may leave it to its words to say where they are.
        (Some(token), Some(of_word)) if token.place.is_none() || at > token.words.start => {
            let place = token.place.get_or_insert(of_word.clone());
            place.end = place.end.max(of_word.end);
        }
        _ => {}
    }
    sentence.words.push(Word {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos: upos.to_owned(),
        xpos: xpos.to_owned(),
        head: match head {
            "0" => Head::Root,
            "_" => Head::Unsaid,
            _ => Head::Word(number(head)? - 1),
        },
        relation: relation.split(':').next().unwrap_or_default().to_owned(),
    });
    Ok(())
}

fn place(misc: &str) -> Option<Range<usize>> {
    let value = |key: &str| misc.split('|').find_map(|part| part.strip_prefix(key)?.parse().ok());
    Some(value("StartChar=")?..value("EndChar=")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# newdoc id = one
# newpar
# text = It don't.
1\tIt\tit\tPRON\tPRP\t_\t3\tnsubj:pass\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tStartChar=3|EndChar=8
2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t0:root\tCopyOf=2
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tStartChar=8|EndChar=9

# text = No.
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar_block = p
# newpar id = 2
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

# newdoc id = two
# text = End
1\tEnd\tend\tNOUN\tNN\t_\t_\t_\t_\t_
";

    #[test]
    fn documents_have_their_text_tokens_and_words() {
        let documents = parse(FILE).unwrap();
        let names: Vec<&str> = documents.iter().map(|document| document.name.as_str()).collect();
        assert_eq!(names, ["one", "two"]);
        assert_eq!(documents[0].text(), "It don't. No.\n\nYes");

        let sentence = &documents[0].sentences[0];
        let words: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        assert_eq!(words, ["It", "do", "n't", "."]);
        assert_eq!(sentence.tokens[1].words, 1..3);
        assert_eq!(sentence.tokens[1].place, Some(3..8));
        assert_eq!(sentence.words[0].relation, "nsubj");
        assert_eq!(sentence.words[0].head, Head::Word(2));
        assert_eq!(sentence.words[1].head, Head::Root);
        assert_eq!(documents[1].sentences[0].words[0].head, Head::Unsaid);
    }

    #[test]
    fn a_token_without_a_place_has_that_of_its_words() {
        let file = "\
1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
1\tcan\tcan\tAUX\tMD\t_\t0\troot\t_\tStartChar=4|EndChar=7
2\tnot\tnot\tPART\tRB\t_\t1\tadvmod\t_\tStartChar=7|EndChar=10
";
        assert_eq!(parse(file).unwrap()[0].sentences[0].tokens[0].place, Some(4..10));
    }

    #[test]
    fn a_broken_line_is_named() {
        let broken = |file| parse(file).map(|_| ()).unwrap_err();
        assert_eq!(broken("# text = a\n1\ta\n"), "line 2 of CoNLL-U: 2 columns instead of 10");
        assert_eq!(broken("2\ta\ta\tX\tX\t_\t0\troot\t_\t_"), "line 1 of CoNLL-U: word 2 instead of 1");
    }
}
