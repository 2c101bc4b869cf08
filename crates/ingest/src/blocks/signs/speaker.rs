//! Names and labels of those who speak.

/// The bytes of a label before what somebody says: "Tilda Marsh: ", "DR. PELL: ", "Q: ".
pub fn speaker_label(words: &str) -> Option<usize> {
    let (name, said) = words.split_once(':')?;
    let is_said = said.starts_with(char::is_whitespace) && said.chars().any(char::is_alphanumeric);
    (is_said && speaks(name.trim())).then_some(name.len() + 1)
}

/// Whether these words may say who speaks: a name, or a role with a number ("Speaker 2").
pub fn speaks(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = (1..=3).contains(&(words.len() - bare.len())) && bare.ends_with([' ', '_', '#']);
    is_name(if is_numbered { bare.trim_end_matches([' ', '_', '#']) } else { words })
}

/// Whether these words may name somebody who speaks: one to five with capitals, and no sentence.
pub fn is_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=5).contains(&count)
        && words.len() <= 60
        && words.chars().any(char::is_alphabetic)
        && words.split_whitespace().all(|word| {
            // A full stop ends an initial or "Dr.".
            let bare = word.trim_end_matches('.');
            let is_cut = bare.len() == word.len() || bare.chars().filter(|&c| c != '.').count() <= 4;
            let is_small =
                ["de", "la", "van", "der", "von", "den", "bin", "al", "el", "di", "da", "du", "dos"]
                    .contains(&word);
            is_cut
                && (is_small
                    || word.starts_with(|c: char| {
                        c.is_uppercase()
                            || c == '('
                            || !c.is_ascii() && c.is_alphabetic() && !c.is_lowercase()
                    }))
        })
        && !words.contains([',', ';', '!', '?', '“', '"', '[', ']', '|'])
}
