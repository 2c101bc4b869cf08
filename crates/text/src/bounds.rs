//! How long words about a text may be that come in a file, a backup or a correction: no longer than a page stays quick with.

/// Characters of a name, role, reason or message at most. The longest name of a living person has under 800.
pub const LONGEST_LABEL: usize = 1_000;
/// Characters of an address, or of all authors together, at most.
pub const LONGEST_URL: usize = 8_000;
/// Characters of a reader's note at most.
pub const LONGEST_NOTE: usize = 20_000;

/// Cuts words to so many characters, where no honest ones go on.
pub fn cut(words: &mut String, most: usize) {
    if let Some((end, _)) = words.char_indices().nth(most) {
        words.truncate(end);
        words.push('…');
    }
}
