//! What a reader adds to an article of their own: marks and notes at words, and what the article as a whole is called,
//! by whom, where.

use analysis::{Analysis, Document, Note, Span};
use serde::{Deserialize, Serialize};
use text::Stated;

use crate::Correction;
use crate::place::TextAnchor;
use crate::words::{cited, collapse};

/// A thing that is known of an article as a whole. Its day is kept apart, since dates are counted from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    Title,
    /// Several between semicolons.
    Authors,
    Site,
    Url,
}

impl Detail {
    pub const ALL: [Detail; 4] = [Detail::Title, Detail::Authors, Detail::Site, Detail::Url];

    /// What it is called in a form.
    pub fn label(self) -> &'static str {
        match self {
            Detail::Title => "Title",
            Detail::Authors => "Authors",
            Detail::Site => "Source",
            Detail::Url => "Link",
        }
    }
}

impl Correction {
    /// Sets a detail of the article; no words take it away.
    pub fn describe_article(detail: Detail, value: &str) -> Self {
        Correction::Describe { detail, value: collapse(value) }
    }

    /// Marks words of the article, with a note if there is one; none takes mark and note away. The white space at the
    /// edges of what is selected is left out.
    pub fn note(document: &Document, selected: Span, note: Option<&str>) -> Option<Self> {
        let words = TextAnchor::of(&document.text, selected.trim(&document.text))?;
        Some(Correction::Note { words, note: note.map(|note| note.trim().to_owned()) })
    }
}

/// What an article is called, with what the reader has said of it.
pub fn described(stated: &Stated, corrections: &[Correction]) -> Stated {
    let mut stated = stated.clone();
    for correction in corrections {
        let Correction::Describe { detail, value } = correction else { continue };
        let said = Some(value.clone()).filter(|value| !value.is_empty());
        match detail {
            Detail::Title => {
                stated.title_is_readers = said.is_some();
                stated.title = said;
            }
            Detail::Authors => {
                let authors = value.split(';').map(collapse);
                stated.authors = authors.filter(|author| !author.is_empty()).collect();
            }
            Detail::Site => stated.site = said,
            Detail::Url => stated.url = said,
        }
    }
    stated
}

/// Lays a note over the analysis: the last word on the same words holds.
pub(crate) fn take_note(
    text: &str,
    analysis: &mut Analysis,
    place: &TextAnchor,
    note: Option<&str>,
) -> Result<(), String> {
    let found = place.find_sure(text).or_else(|| place.find(text));
    let span =
        found.ok_or_else(|| format!("{} is not in the text where it was marked.", cited(&place.words)))?;
    let span = span.trim(text);
    if span.is_empty() {
        return Err("Empty space cannot be marked.".to_owned());
    }
    analysis.notes.retain(|other| other.span != span);
    if let Some(words) = note {
        let at = analysis.notes.partition_point(|other| other.span < span);
        analysis.notes.insert(at, Note { span, words: words.to_owned() });
    }
    Ok(())
}

/// What was done, as one plain phrase.
pub(crate) fn told(correction: &Correction) -> Option<String> {
    Some(match correction {
        Correction::Describe { detail, value } => {
            let what = match detail {
                Detail::Title => "title",
                Detail::Authors => "authors",
                Detail::Site => "source",
                Detail::Url => "link",
            };
            match value.is_empty() {
                true => format!("Took the {what} away"),
                false => format!("Set the {what} to {}", cited(value)),
            }
        }
        Correction::Note { words, note } => {
            let at = cited(&words.words);
            match note.as_deref() {
                None => format!("Removed the mark at {at}"),
                Some("") => format!("Highlighted {at}"),
                Some(note) => format!("Noted {} at {at}", cited(note)),
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{apply, fixture};

    #[test]
    fn the_last_word_on_a_detail_holds() {
        let file = Stated { title: Some("Read more".to_owned()), ..Stated::default() };
        let said = [
            Correction::describe_article(Detail::Title, " The  pier "),
            Correction::describe_article(Detail::Authors, "Ana Ruiz; Orr, Jo;"),
            Correction::describe_article(Detail::Site, "Tarn Post"),
            Correction::describe_article(Detail::Site, ""),
        ];
        let now = described(&file, &said);
        assert_eq!((now.title.as_deref(), now.title_is_readers), (Some("The pier"), true));
        assert_eq!(now.authors, ["Ana Ruiz", "Orr, Jo"]);
        assert_eq!(now.site, None);
        assert_eq!(described(&file, &[]), file);
        assert_eq!(said[0].describe(), "Set the title to “The pier”");
    }

    #[test]
    fn a_note_is_written_changed_and_taken_away() {
        let (document, base) = fixture::article();
        let start = document.text.find("few agreed").expect("it is there");
        let span = Span::new(start - 1, start + "few agreed".len());
        let note = |words| Correction::note(&document, span, words).expect("there are words");
        let notes = |done: &[Correction]| apply(&document, &base, done).analysis.notes;
        let kept = Span::new(start, start + "few agreed".len());
        let noted = |words: &str| vec![Note { span: kept, words: words.to_owned() }];
        assert_eq!(notes(&[note(Some(""))]), noted(""));
        assert_eq!(notes(&[note(Some("")), note(Some(" Who? "))]), noted("Who?"));
        assert_eq!(notes(&[note(Some("Who?")), note(None)]), []);
        let told: Vec<String> = [Some(""), Some("Who?"), None].map(|words| note(words).describe()).to_vec();
        assert_eq!(
            told,
            ["Highlighted “few agreed”", "Noted “Who?” at “few agreed”", "Removed the mark at “few agreed”"]
        );
        assert_eq!(Correction::note(&document, Span::new(start - 1, start), Some("")), None, "a space");
    }

    #[test]
    fn a_note_goes_with_its_words_and_is_told_where_they_are_gone() {
        let (document, base) = fixture::article();
        let start = document.text.find("few agreed").expect("it is there");
        let note = Correction::note(&document, Span::new(start, start + 10), Some("Who?")).expect("words");
        let edited = Document::from_paragraphs(&format!("UPDATE\n{}", document.text));
        let analysis = Analysis::default();
        let found = apply(&edited, &analysis, std::slice::from_ref(&note)).analysis.notes;
        assert_eq!(found[0].span.of(&edited.text), "few agreed");
        let gone = Document::from_paragraphs("Nothing of it is left.");
        let corrected = apply(&gone, &analysis, &[note]);
        assert_eq!((corrected.analysis.notes.len(), corrected.unfit.len()), (0, 1));
        drop(base);
    }
}
