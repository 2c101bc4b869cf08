//! Markdown (CommonMark with tables): its headings, paragraphs, list items and quotes.
//!
//! Addresses, picture texts, rules and front matter are not read; HTML inside goes to the HTML reader.

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::draft::{Draft, Hint};

pub fn read(given: &str, draft: &mut Draft) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    // How many list items, and how many parts that are not read, are open.
    let (mut items, mut unread) = (0usize, 0usize);
    for (event, range) in Parser::new_ext(given, options).into_offset_iter() {
        let hint = if items > 0 { Hint::ListItem } else { Hint::Text };
        match event {
            Event::Start(
                Tag::Image { .. }
                | Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle),
            ) => unread += 1,
            Event::End(TagEnd::Image | TagEnd::MetadataBlock(_)) => unread = unread.saturating_sub(1),
            _ if unread > 0 => {}
            Event::Start(Tag::Item) => {
                draft.end(hint);
                items += 1;
            }
            Event::End(TagEnd::Item) => {
                draft.end(hint);
                items = items.saturating_sub(1);
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => draft.end(Hint::Title),
            Event::End(TagEnd::Heading(_)) => draft.end(Hint::Heading),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableRow | TagEnd::TableHead) => {
                draft.end(hint)
            }
            Event::Start(Tag::TableCell) => draft.space(range.start),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::BlockQuote(_)) => draft.end(hint),
            Event::Text(words) | Event::Code(words) => copy(&words, given, range.start, range.end, draft),
            Event::SoftBreak | Event::HardBreak => draft.space(range.start),
            Event::Html(_) => {
                draft.end(hint);
                crate::html::read_part(given.get(range.clone()).unwrap_or(""), range.start, draft);
            }
            _ => {}
        }
    }
}

/// Adds words whose source stands at `start..end`: just so, inside of marks, or otherwise (an entity, code over
/// several lines).
fn copy(words: &str, given: &str, start: usize, end: usize, draft: &mut Draft) {
    let source = given.get(start..end).unwrap_or("");
    if let Some(inside) = source.find(words) {
        return draft.copy(words, start + inside);
    }
    // Character by character, as long as they are there; the rest stands for the whole.
    let mut at = Some(0);
    for c in words.chars() {
        if c.is_whitespace() {
            // A line's end may have become a space.
            draft.space(start + at.unwrap_or(0));
            continue;
        }
        let found = at.and_then(|at| Some(at + source.get(at..)?.find(c)?));
        match found {
            Some(found) => draft.char(c, start + found, c.len_utf8()),
            None => draft.char(c, start, end - start),
        }
        at = found.map(|found| found + c.len_utf8());
    }
}

#[cfg(test)]
mod tests {
    use text::BlockKind::{self, *};

    use crate::read_file;

    fn check(given: &str, expected: &[(BlockKind, &str)]) {
        let document = read_file("article.md", given.as_bytes());
        let blocks: Vec<_> = document.blocks.iter().map(|b| (b.kind, b.span.of(&document.text))).collect();
        assert_eq!(blocks, expected, "of {given:?}");
    }

    #[test]
    fn headings_paragraphs_lists_and_quotes() {
        check(
            "# Bridge vote fails\n\nThe council *met*\non Tuesday.\n\n## Next\n\n- a [road](/r)\n- a ferry\n\n> “No,” said Pell.\n",
            &[
                (Headline, "Bridge vote fails"),
                (Paragraph, "The council met on Tuesday."),
                (Heading, "Next"),
                (ListItem, "a road"),
                (ListItem, "a ferry"),
                (Paragraph, "“No,” said Pell."),
            ],
        );
    }

    #[test]
    fn marks_are_not_read_and_escapes_are() {
        check(
            "A \\*star\\*, `code`, ~~gone~~, AT&amp;T and ![a picture](x.png).",
            &[(Paragraph, "A *star*, code, gone, AT&T and .")],
        );
    }

    #[test]
    fn front_matter_is_not_read() {
        check("---\ntitle: x\n---\n\nOne.\n", &[(Paragraph, "One.")]);
    }

    #[test]
    fn html_inside_is_read_as_html() {
        check(
            "One.\n\n<div>\n<p>Two &amp; three.</p><script>no</script>\n</div>\n\nFour.\n",
            &[(Paragraph, "One."), (Paragraph, "Two & three."), (Paragraph, "Four.")],
        );
    }

    #[test]
    fn tables_are_read_by_row() {
        check(
            "| Town | Votes |\n|---|---|\n| Lindmouth | 12 |\n",
            &[(Paragraph, "Town Votes"), (Paragraph, "Lindmouth 12")],
        );
    }
}
