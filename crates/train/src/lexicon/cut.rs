//! Names cut into words as the engine cuts text, in its normal form.

use engine::lexicon::normalize;

/// The words of a name, one space between two: hyphens, slashes and possessives stand by themselves.
pub fn words(name: &str) -> String {
    let mut out = String::new();
    let normal = normalize(name);
    for word in normal.split_whitespace() {
        let chars: Vec<char> = word.chars().collect();
        let mut current = String::new();
        for (index, &c) in chars.iter().enumerate() {
            let (before, after) = (index.checked_sub(1).and_then(|i| chars.get(i)), chars.get(index + 1));
            let inside =
                before.is_some_and(|c| c.is_alphanumeric()) && after.is_some_and(|c| c.is_alphanumeric());
            match c {
                // "AT&T", but "Marks & Spencer".
                '&' if inside && index <= 2 => current.push(c),
                '\'' if inside && after == Some(&'s') && index + 2 == chars.len() => {
                    push(&mut out, &current);
                    current.clear();
                    current.push(c);
                }
                '\'' if inside => current.push(c),
                '.' if inside || abbreviates(&current) => current.push(c),
                // A full stop that nothing needs ends "Inc." and the like: the engine leaves it out.
                '.' => {}
                _ if c.is_alphanumeric() => current.push(c),
                _ => {
                    push(&mut out, &current);
                    current.clear();
                    push(&mut out, c.encode_utf8(&mut [0; 4]));
                }
            }
        }
        push(&mut out, &current);
    }
    out
}

/// Whether the engine keeps the full stop behind this: "u.s", "j", "st", "calif".
fn abbreviates(word: &str) -> bool {
    word.chars().count() == 1 || word.contains('.') || ABBREVIATIONS.contains(&word)
}

/// Those that occur in the lists and in the names of towns.
const ABBREVIATIONS: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la",
    "mass", "md", "mich", "minn", "miss", "mo", "mont", "mt", "neb", "nev", "no", "okla", "ore", "pa", "st",
    "tenn", "tex", "va", "vt", "wis", "wyo", "bros", "v",
];

fn push(out: &mut String, word: &str) {
    if !word.is_empty() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
}
