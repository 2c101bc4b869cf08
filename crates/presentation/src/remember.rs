//! An article as the browser remembers it between visits: a small text format of our own that later builds can
//! read too. The analysis is not kept, since it is quickly made again.

use text::{Block, BlockKind, Document, Span};

const HEADER: &str = "article-explorer 1";

const KINDS: [BlockKind; 8] = [
    BlockKind::Headline,
    BlockKind::Byline,
    BlockKind::Dateline,
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::ListItem,
    BlockKind::Caption,
    BlockKind::Furniture,
];

/// The open article, and the date that the reader gave it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Remembered {
    pub document: Document,
    pub published: Option<String>,
}

impl Remembered {
    /// A header, the date, one line for all blocks (`start end kind`, by commas), and the text.
    pub fn write(document: &Document, published: Option<&str>) -> String {
        let blocks: Vec<String> = document
            .blocks
            .iter()
            .map(|block| format!("{} {} {}", block.span.start, block.span.end, block.kind.name()))
            .collect();
        format!("{HEADER}\n{}\n{}\n{}", published.unwrap_or(""), blocks.join(","), document.text)
    }

    /// The article back; none if this was not written by us, or was cut or changed on the way.
    pub fn read(kept: &str) -> Option<Remembered> {
        let mut parts = kept.splitn(4, '\n');
        if parts.next() != Some(HEADER) {
            return None;
        }
        let published = Some(parts.next()?).filter(|date| !date.is_empty()).map(str::to_owned);
        let blocks = parts.next()?;
        let text = parts.next()?;
        let blocks: Vec<Block> =
            blocks.split(',').filter(|block| !block.is_empty()).map(read_block).collect::<Option<_>>()?;
        let ordered = blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        if !ordered || !blocks.iter().all(|block| block.span.fits(text)) {
            return None;
        }
        let document = Document { text: text.to_owned(), blocks, ..Document::default() };
        Some(Remembered { document, published })
    }
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
        check(Remembered { document: document.clone(), published: None });
        check(Remembered { document, published: Some("2026-03-01".to_owned()) });
        check(Remembered::default());
    }

    #[test]
    fn what_is_not_ours_or_is_broken_is_refused() {
        for kept in [
            "",
            "{}",
            "article-explorer 2\n\n\n",
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
