//! Words made alike for searching: small letters without accents, straight marks, plain dashes and spaces.

use text::Span;

/// Letters with the plain ones that a reader types for them, as far as taking the accent off is not enough to tell.
const PLAIN: [(&str, &str); 27] = [
    ("àáâãäåāăąǎ", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŉ", "n"),
    ("òóôõöøōŏőơ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűųư", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("þ", "th"),
    ("‘’‚‛ʼ`´", "'"),
    ("“”„‟«»", "\""),
    ("‐‑‒–—―", "-"),
    ("…", "..."),
];

/// The words made alike.
pub fn fold(words: &str) -> String {
    Folded::of(words).text
}

/// A text made alike, and for each byte of it the byte that its character began at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Folded {
    pub text: String,
    starts: Vec<u32>,
    /// Of the text as it was.
    length: usize,
}

impl Folded {
    pub fn of(text: &str) -> Folded {
        let mut all = String::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            match c {
                '\n' => all.push('\n'),
                c if c.is_ascii() && !c.is_ascii_whitespace() => all.push(c.to_ascii_lowercase()),
                c if c.is_whitespace() => all.push(' '),
                // Accents that stand by themselves behind their letter.
                '\u{300}'..='\u{36f}' => {}
                c => {
                    for small in c.to_lowercase().filter(|small| !('\u{300}'..='\u{36f}').contains(small)) {
                        match PLAIN.iter().find(|(letters, _)| letters.contains(small)) {
                            Some((_, plain)) => all.push_str(plain),
                            None => all.push(small),
                        }
                    }
                }
            }
            starts.resize(all.len(), at as u32);
        }
        Folded { text: all, starts, length: text.len() }
    }

    /// Where folded words stand, as places of the text as it was.
    pub fn find<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Span> + 'a {
        let place = |at: usize| self.starts.get(at).map_or(self.length, |&start| start as usize);
        let found = (!words.is_empty()).then(|| self.text.match_indices(words));
        found.into_iter().flatten().map(move |(at, found)| Span::new(place(at), place(at + found.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_marks_make_no_difference() {
        for (words, folded) in [
            ("Éva’s BOAT", "eva's boat"),
            ("Łódź – Straße", "lodz - strasse"),
            ("Ze\u{301}lia\u{a0}“no”", "zelia \"no\""),
            ("İzmir", "izmir"),
            ("שלום 🎉", "שלום 🎉"),
        ] {
            assert_eq!(fold(words), folded);
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "Straße, Ze\u{301}lia";
        let folded = Folded::of(text);
        let found = |words: &str| folded.find(words).map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(found("strasse"), ["Straße"]);
        assert_eq!(found("zelia"), ["Ze\u{301}lia"]);
        assert_eq!(found("").len(), 0);
    }
}
