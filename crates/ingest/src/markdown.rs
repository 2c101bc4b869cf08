//! Markdown (CommonMark with tables): its headings, paragraphs, list items and quotes.
//!
//! Addresses, picture texts and rules are not read, and what is struck out is left out and told; front matter states the
//! title, the authors and the day. HTML inside goes to the HTML reader.

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::draft::{Draft, Hint};
use crate::stated;

pub fn read(given: &str, draft: &mut Draft) {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let options = options | Options::ENABLE_FOOTNOTES;
    // How many list items, quotes and parts that are not read are open.
    let (mut items, mut quotes, mut unread) = (0usize, 0usize, 0usize);
    let (mut struck, mut is_front, mut is_note) = (0usize, false, false);
    for (event, range) in Parser::new_ext(given, options).into_offset_iter() {
        let hint = match (is_note, items > 0, quotes > 0) {
            (true, ..) => Hint::Note,
            (_, true, _) => Hint::ListItem,
            (.., true) => Hint::Quotation,
            _ => Hint::Text,
        };
        match event {
            Event::Start(Tag::Image { .. }) => unread += 1,
            Event::Start(Tag::MetadataBlock(
                MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle,
            )) => {
                unread += 1;
                is_front = true;
            }
            Event::Start(Tag::Strikethrough) => {
                unread += 1;
                struck += 1;
            }
            Event::End(TagEnd::Image | TagEnd::Strikethrough) => unread = unread.saturating_sub(1),
            Event::End(TagEnd::MetadataBlock(_)) => {
                unread = unread.saturating_sub(1);
                is_front = false;
            }
            Event::Text(words) if is_front => front_matter(&words, draft),
            _ if unread > 0 => {}
            Event::Start(Tag::Item) => {
                draft.end(hint);
                items += 1;
            }
            Event::End(TagEnd::Item) => {
                draft.end(hint);
                items = items.saturating_sub(1);
            }
            Event::Start(Tag::FootnoteDefinition(_)) => {
                draft.end(hint);
                is_note = true;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                draft.end(hint);
                is_note = false;
            }
            Event::Start(Tag::BlockQuote(_)) => {
                draft.end(hint);
                quotes += 1;
            }
            Event::End(TagEnd::BlockQuote(_)) => {
                draft.end(hint);
                quotes = quotes.saturating_sub(1);
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => draft.end(Hint::Title),
            Event::End(TagEnd::Heading(_)) => draft.end(Hint::Heading),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock) => draft.end(hint),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => draft.end(Hint::TableRow),
            Event::Start(Tag::TableCell) if draft.last_char().is_some() => {
                draft.space(range.start);
                draft.mark('|');
                draft.space(range.start);
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) => draft.end(hint),
            Event::Text(words) | Event::Code(words) => copy(&words, given, range.start, range.end, draft),
            Event::SoftBreak | Event::HardBreak => draft.space(range.start),
            Event::Html(_) => {
                draft.end(hint);
                crate::html::read_part(given.get(range.clone()).unwrap_or(""), range.start, draft);
            }
            _ => {}
        }
    }
    if struck > 0 {
        draft.about.note("struck-out", crate::html::pieces::deletions(struck));
    }
}

/// What the lines over a text state of it: "title: Ferry to close".
fn front_matter(words: &str, draft: &mut Draft) {
    let known = &mut draft.about.stated;
    let mut is_list_of_authors = false;
    for line in words.lines() {
        if let Some(name) = line.trim_start().strip_prefix("- ").filter(|_| is_list_of_authors) {
            stated::add_authors(known, name.trim().trim_matches(['"', '\'']));
            continue;
        }
        let Some((name, value)) = line.split_once([':', '=']) else { continue };
        let value = value.trim().trim_matches(['"', '\'', '[', ']']);
        is_list_of_authors = false;
        match name.trim().to_ascii_lowercase().as_str() {
            "title" => known.title = stated::words(value),
            "author" | "authors" | "by" | "byline" if value.is_empty() => is_list_of_authors = true,
            "author" | "authors" | "by" | "byline" => {
                stated::add_authors(known, &value.replace(['"', '\''], ""))
            }
            "date" | "published" | "pubdate" => known.published = stated::day(value),
            "updated" | "modified" | "lastmod" => known.modified = stated::day(value),
            "url" | "link" | "canonical" | "source" => {
                known.url = stated::address(value).or(known.url.take())
            }
            "site" | "publication" => known.site = stated::words(value),
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
            &[(Paragraph, "A *star*, code, , AT&T and .")],
        );
    }

    #[test]
    fn front_matter_states_and_is_no_text() {
        let given =
            "---\ntitle: \"Ferry: to close\"\nauthors:\n  - Ana Ruiz\ndate: 2024-03-05\n---\n\nOne.\n";
        check(given, &[(Paragraph, "One.")]);
        let stated = read_file("a.md", given.as_bytes()).stated;
        assert_eq!(stated.title.as_deref(), Some("Ferry: to close"));
        assert_eq!(stated.authors, ["Ana Ruiz"]);
        assert_eq!(stated.published.as_deref(), Some("2024-03-05"));
    }

    #[test]
    fn notes_and_deletions() {
        check(
            "It costs ~~12~~ 21.[^1]\n\n[^1]: In part.\n",
            &[(Paragraph, "It costs 21."), (Note, "In part.")],
        );
        let document = read_file("a.md", b"It is ~~gone~~ here.");
        assert!(document.diagnostics.iter().any(|said| said.code == "struck-out"));
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
            &[(TableRow, "Town | Votes"), (TableRow, "Lindmouth | 12")],
        );
    }
}
