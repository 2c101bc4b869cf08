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

/// Adds words whose source stands at `start..end`: just so, or inside marks, or written as an entity.
fn copy(words: &str, given: &str, start: usize, end: usize, draft: &mut Draft) {
    let source = given.get(start..end).unwrap_or("");
    match source.find(words) {
        Some(inside) => draft.copy(words, start + inside),
        None => words.chars().for_each(|c| draft.char(c, start, end - start)),
    }
}
