//! Rows of treebanks in the format of Universal Dependencies (CoNLL-U).

/// A word of a sentence, as it stands in its row.
pub struct Row<'a> {
    pub id: usize,
    pub form: &'a str,
    pub lemma: &'a str,
    /// Universal and Penn part of speech.
    pub upos: &'a str,
    pub xpos: &'a str,
    /// The id of its head, 0 for the root.
    pub head: usize,
    pub relation: &'a str,
    pub misc: &'a str,
}

/// The words of one sentence. Empty nodes and contracted words have no number of their own, and are left out.
pub fn rows(sentence: &str) -> impl Iterator<Item = Row<'_>> {
    sentence.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, relation, .., misc] = cells[..] else { return None };
        let (id, head) = (id.parse().ok()?, head.parse().ok()?);
        Some(Row { id, form, lemma, upos, xpos, head, relation, misc })
    })
}
