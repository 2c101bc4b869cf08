//! An article's words as words of a page, whatever they are.

/// The text for an element or an attribute in double quotes.
///
/// HTML has no control characters but white space (WHATWG HTML, 13.2.3.5), nor noncharacters: they become U+FFFD, and
/// a carriage return, which a browser would turn into a line end, a space.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\r' | '\u{c}' => out.push(' '),
            c if c.is_control() || is_noncharacter(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_of_the_article_stays_words() {
        for (text, expected) in [
            ("<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"),
            ("\" onclick=\"x", "&quot; onclick=&quot;x"),
            ("AT&amp;T", "AT&amp;amp;T"),
            ("nul\0 esc\u{1b}\u{85} \u{fffe}\u{fdd0}", "nul\u{fffd} esc\u{fffd}\u{fffd} \u{fffd}\u{fffd}"),
            ("a\r\nb", "a \nb"),
            ("naïve 🎉 שלום", "naïve 🎉 שלום"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
