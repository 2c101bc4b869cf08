//! An article as the browser remembers it between visits: a small text format of our own that later builds can
//! read too. The analysis is not kept, since it is quickly made again.

use crate::words::shortened;
use text::bounds::{LONGEST_LABEL, LONGEST_URL};
use text::{Block, BlockKind, Document, Part, Span, Stated};

const HEADER: &str = "article-explorer 2";
/// What builds wrote that kept nothing of what the file stated.
const FIRST_HEADER: &str = "article-explorer 1";

const KINDS: [BlockKind; 11] = [
    BlockKind::Headline,
    BlockKind::Byline,
    BlockKind::Dateline,
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::ListItem,
    BlockKind::Caption,
    BlockKind::Furniture,
    BlockKind::Quotation,
    BlockKind::Note,
    BlockKind::TableRow,
];

/// The open article, and the date that the reader gave it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Remembered {
    pub document: Document,
    pub published: Option<String>,
}

impl Remembered {
    /// A header, a line with the date and (behind tabs) what the file stated, one line for all blocks (`start end
    /// kind`, by commas), and the text.
    pub fn write(document: &Document, published: Option<&str>) -> String {
        let blocks: Vec<String> = document
            .blocks
            .iter()
            .map(|block| format!("{} {} {}", block.span.start, block.span.end, block.kind.name()))
            .collect();
        let published = published.unwrap_or("");
        let stated = write_stated(&document.stated) + &write_parts(&document.parts);
        format!("{HEADER}\n{published}{stated}\n{}\n{}", blocks.join(","), document.text)
    }

    /// The article back; none if this was not written by us, or was cut or changed on the way.
    pub fn read(kept: &str) -> Option<Remembered> {
        let mut parts = kept.splitn(4, '\n');
        if !matches!(parts.next()?, HEADER | FIRST_HEADER) {
            return None;
        }
        let mut known = parts.next()?.split('\t');
        let published = known.next().filter(|date| !date.is_empty()).map(str::to_owned);
        let known: Vec<&str> = known.collect();
        let stated = read_stated(known.iter().copied());
        let parts_of_file = read_parts(known.into_iter());
        let blocks = parts.next()?;
        let text = parts.next()?;
        let blocks: Vec<Block> =
            blocks.split(',').filter(|block| !block.is_empty()).map(read_block).collect::<Option<_>>()?;
        let ordered = blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        if !ordered || !blocks.iter().all(|block| block.span.fits(text)) {
            return None;
        }
        let document =
            Document { text: text.to_owned(), blocks, stated, parts: parts_of_file, ..Document::default() };
        Some(Remembered { document, published })
    }
}

/// Each field behind a tab: "\ttitle=Ferry to close\tauthor=Ana Ruiz".
fn write_stated(stated: &Stated) -> String {
    let one = |name: &'static str, value: &Option<String>| value.clone().map(|value| (name, value));
    let fields = [
        one("title", &stated.title),
        one("site", &stated.site),
        one("url", &stated.url),
        one("published", &stated.published),
        one("modified", &stated.modified),
    ];
    let authors = stated.authors.iter().map(|author| ("author", author.clone()));
    let fields = fields.into_iter().flatten().chain(authors);
    fields.map(|(name, value)| format!("\t{name}={}", value.replace(['\t', '\n', '\r'], " "))).collect()
}

fn read_stated<'a>(fields: impl Iterator<Item = &'a str>) -> Stated {
    let mut stated = Stated::default();
    for (name, value) in fields.filter_map(|field| field.split_once('=')) {
        // What is kept may come out of a backup.
        let longest = if name == "url" { LONGEST_URL } else { LONGEST_LABEL };
        let value = shortened(value, longest);
        match name {
            "title" => stated.title = Some(value),
            "site" => stated.site = Some(value),
            "url" => stated.url = Some(value),
            "published" => stated.published = Some(value),
            "modified" => stated.modified = Some(value),
            "author" => stated.authors.push(value),
            _ => {}
        }
    }
    stated
}

/// The pages or chapters of the file, beside what it stated: "\tpart=1200 page 2".
fn write_parts(parts: &[Part]) -> String {
    let one = |part: &Part| format!("\tpart={} {}", part.start, part.name.replace(['\t', '\n', '\r'], " "));
    parts.iter().map(one).collect()
}

fn read_parts<'a>(fields: impl Iterator<Item = &'a str>) -> Vec<Part> {
    let one = |field: &str| {
        let (start, name) = field.strip_prefix("part=")?.split_once(' ')?;
        Some(Part { start: start.parse().ok()?, name: name.to_owned() })
    };
    fields.filter_map(one).collect()
}

fn read_block(block: &str) -> Option<Block> {
    let mut parts = block.split(' ');
    let start: u32 = parts.next()?.parse().ok()?;
    let end: u32 = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let kind = KINDS.into_iter().find(|kind| kind.name() == name)?;
    (start <= end).then_some(Block { span: Span { start, end }, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(remembered: Remembered) {
        let kept = Remembered::write(&remembered.document, remembered.published.as_deref());
        assert_eq!(Remembered::read(&kept), Some(remembered));
    }

    #[test]
    fn an_article_comes_back_as_it_was() {
        let mut document = Document::from_paragraphs("Naïve, 🎉\n\n\nTwo\n");
        document.blocks[0].kind = BlockKind::Headline;
        document.stated = Stated {
            title: Some("Naïve".to_owned()),
            authors: vec!["Ana Ruiz".to_owned(), "Ito Pell".to_owned()],
            url: Some("https://gazette.example/a?b=c".to_owned()),
            published: Some("2025-12-07".to_owned()),
            ..Stated::default()
        };
        document.parts = Vec::from(
            [(0, "page 1"), (14, "page 2")].map(|(start, name)| Part { start, name: name.to_owned() }),
        );
        check(Remembered { document: document.clone(), published: None });
        check(Remembered { document, published: Some("2026-03-01".to_owned()) });
        check(Remembered::default());
    }

    #[test]
    fn what_a_file_stated_without_end_is_cut() {
        let mut document = Document::from_paragraphs("One.");
        document.stated.title = Some("x".repeat(1_000_000));
        document.stated.authors = vec!["x".repeat(1_000_000)];
        document.stated.url = Some(format!("https://example.org/{}", "x".repeat(1_000_000)));
        let read = Remembered::read(&Remembered::write(&document, None)).expect("it can be read");
        assert!(Remembered::write(&read.document, None).len() < 12_000);
    }

    #[test]
    fn what_is_not_ours_or_is_broken_is_refused() {
        for kept in [
            "",
            "{}",
            "article-explorer 3\n\n\n",
            "article-explorer 1\n\n0 9 paragraph\nshort",
            "article-explorer 1\n\n0 1 paragraph\né",
            "article-explorer 1\n\n3 1 paragraph\nlonger",
            "article-explorer 1\n\n0 1 poem\nlonger",
            "article-explorer 1\n\n2 3 paragraph,0 1 paragraph\nlonger",
        ] {
            assert_eq!(Remembered::read(kept), None, "{kept}");
        }
    }
}
