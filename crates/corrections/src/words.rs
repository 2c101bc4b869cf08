//! Words as a reader writes them: on one line, whole, shortened for a notice, and looked for in a text.

use text::{Document, Span};

/// The words on one line.
pub fn collapse(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a span on one line.
pub fn collapsed(text: &str, span: Span) -> String {
    collapse(span.of(text))
}

/// The words in marks, cut to about forty characters.
pub fn cited(words: &str) -> String {
    const MOST: usize = 40;
    let words = collapse(words);
    let Some((limit, _)) = words.char_indices().nth(MOST) else { return format!("“{words}”") };
    let kept = words.get(..limit).unwrap_or(&words);
    let end = kept.rfind(' ').filter(|end| end * 2 > limit).unwrap_or(limit);
    format!("“{}…”", kept.get(..end).unwrap_or(kept).trim_end())
}

/// Whether the span begins and ends where words do: "Kyiv" in "in Kyiv’s", not in "Kyivan".
pub fn is_whole(text: &str, span: Span) -> bool {
    let range = span.range();
    let (Some(before), Some(after)) = (text.get(..range.start), text.get(range.end..)) else { return false };
    let words = span.of(text);
    let cuts = |left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => goes_on(left) && goes_on(right) || is_joined_to_left(right),
        _ => false,
    };
    !cuts(before.chars().next_back(), words.chars().next())
        && !cuts(words.chars().next_back(), after.chars().next())
}

fn goes_on(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || is_joined_to_left(c)
}

/// Combining marks, variation selectors and joiners are no letters, but belong to the one before them.
fn is_joined_to_left(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// Where the words stand in the text, none over another; nowhere if there are none.
pub fn occurrences<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = Span> {
    let found = (!words.is_empty()).then(|| text.match_indices(words));
    found.into_iter().flatten().map(|(start, words)| Span::new(start, start + words.len()))
}

/// Whether two blocks share the span.
pub fn crosses_blocks(document: &Document, span: Span) -> bool {
    let after = document.blocks.partition_point(|block| block.span.end <= span.start);
    document.blocks.get(after).is_none_or(|block| !block.span.contains(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_inside_another_is_not_whole() {
        let check = |text: &str, words: &str, expected: bool| {
            let start = text.find(words).expect("the words are there");
            assert_eq!(is_whole(text, Span::new(start, start + words.len())), expected, "{words} in {text}");
        };
        check("in Kyiv’s streets", "Kyiv", true);
        check("pro-Kyiv groups", "Kyiv", true);
        check("Kyiv", "Kyiv", true);
        check("Kyivan Rus", "Kyiv", false);
        check("Cafe\u{301} Roma", "Cafe", false);
        check("“Kyiv”", "“Kyiv”", true);
        assert!(!is_whole("é", Span::new(0, 1)), "a span that cuts a character");
    }

    #[test]
    fn a_notice_cites_the_beginning_of_long_words() {
        assert_eq!(cited("Ana\n  Ruiz"), "“Ana Ruiz”");
        assert_eq!(cited(&"word ".repeat(20)), format!("“{}…”", "word ".repeat(8).trim_end()));
        assert_eq!(cited(&"x".repeat(50)), format!("“{}…”", "x".repeat(40)));
    }

    #[test]
    fn no_words_stand_nowhere() {
        assert_eq!(occurrences("abc", "").count(), 0);
        assert_eq!(occurrences("aaa", "aa").collect::<Vec<_>>(), [Span::new(0, 2)]);
    }
}
