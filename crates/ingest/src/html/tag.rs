//! What an element is, as far as reading an article is concerned.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tag {
    Html,
    Body,
    /// Never read: scripts, styles, pictures' insides.
    Unread,
    /// A button, a label, an option: read in the middle of a line, where some pages put words into them.
    Control,
    /// Never read where it stands; what it holds may be the page's last source.
    Script,
    Noscript,
    /// A window before the page.
    Dialog,
    /// Has no content and no end tag.
    Void,
    Break,
    Article,
    Main,
    Header,
    Footer,
    Nav,
    Aside,
    Paragraph,
    /// `<h1>` to `<h6>`.
    Heading(u8),
    List,
    Item,
    Definitions,
    Definition,
    Table,
    Row,
    Cell,
    Quote,
    Caption,
    Preformatted,
    /// `<div>`, `<section>` and others that stand by themselves.
    Block,
    Link,
    /// Deleted or struck out.
    Struck,
    /// A superscript.
    Raised,
    /// `<q>`: the browser prints its quotation marks.
    Quoted,
    Time,
    /// Who is cited, or what.
    Cite,
    /// `<meta>` and `<link>`: what the page says of itself.
    Meta,
    Title,
    /// `<span>`, which a page may lay out as a box of its own.
    Span,
    /// A formula in MathML.
    Math,
    /// Of a formula: a base, and what is raised behind it.
    Superscripted,
    /// Of a formula: what is divided, and by what.
    Fraction,
    /// `<sub>`.
    Lowered,
    /// Part of a line.
    #[default]
    Inline,
}

impl Tag {
    /// From a name in small letters.
    pub fn named(name: &[u8]) -> Tag {
        match name {
            b"html" => Tag::Html,
            b"body" => Tag::Body,
            b"script" => Tag::Script,
            b"noscript" => Tag::Noscript,
            b"title" => Tag::Title,
            b"meta" | b"link" => Tag::Meta,
            b"dialog" => Tag::Dialog,
            b"button" | b"label" | b"meter" | b"output" => Tag::Control,
            b"style" | b"template" | b"svg" | b"annotation" | b"annotation-xml" | b"iframe" | b"object"
            | b"applet" | b"canvas" | b"audio" | b"video" | b"map" | b"select" | b"option" | b"optgroup"
            | b"textarea" | b"datalist" | b"menu" | b"noembed" | b"noframes" | b"xmp" | b"progress" => {
                Tag::Unread
            }
            b"area" | b"base" | b"col" | b"embed" | b"img" | b"input" | b"param" | b"source" | b"track"
            | b"wbr" | b"frame" | b"bgsound" | b"keygen" => Tag::Void,
            b"br" => Tag::Break,
            b"article" => Tag::Article,
            b"main" => Tag::Main,
            b"header" | b"hgroup" => Tag::Header,
            b"footer" => Tag::Footer,
            b"nav" => Tag::Nav,
            b"aside" => Tag::Aside,
            b"p" => Tag::Paragraph,
            [b'h', level @ b'1'..=b'6'] => Tag::Heading(level - b'0'),
            b"ul" | b"ol" | b"dir" => Tag::List,
            b"li" => Tag::Item,
            b"dl" => Tag::Definitions,
            b"dt" | b"dd" => Tag::Definition,
            b"table" => Tag::Table,
            b"tr" => Tag::Row,
            b"td" | b"th" => Tag::Cell,
            b"blockquote" => Tag::Quote,
            b"figcaption" | b"caption" => Tag::Caption,
            b"pre" | b"listing" | b"plaintext" => Tag::Preformatted,
            b"div" | b"section" | b"figure" | b"form" | b"fieldset" | b"legend" | b"address" | b"center"
            | b"details" | b"summary" | b"hr" | b"tbody" | b"thead" | b"tfoot" | b"colgroup" | b"search"
            | b"frameset" | b"head" => Tag::Block,
            b"amp-ad" | b"amp-embed" | b"amp-sticky-ad" | b"amp-consent" => Tag::Unread,
            b"a" => Tag::Link,
            b"del" | b"s" | b"strike" => Tag::Struck,
            b"sup" => Tag::Raised,
            b"sub" => Tag::Lowered,
            b"q" => Tag::Quoted,
            b"time" => Tag::Time,
            b"cite" => Tag::Cite,
            b"span" => Tag::Span,
            b"math" => Tag::Math,
            b"msup" => Tag::Superscripted,
            b"mfrac" => Tag::Fraction,
            _ => Tag::Inline,
        }
    }

    /// Whether text before and behind it stands apart from text inside.
    pub fn is_block(self) -> bool {
        !(self.is_inline() || matches!(self, Tag::Unread | Tag::Void | Tag::Break | Tag::Cell | Tag::Meta))
    }

    /// Whether it is part of a line.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Tag::Link
                | Tag::Inline
                | Tag::Span
                | Tag::Struck
                | Tag::Raised
                | Tag::Lowered
                | Tag::Quoted
                | Tag::Time
                | Tag::Cite
                | Tag::Control
                | Tag::Math
                | Tag::Superscripted
                | Tag::Fraction
                | Tag::Script
                | Tag::Noscript
                | Tag::Title
        )
    }

    /// Whether it can hold a whole article.
    pub fn is_box(self) -> bool {
        self.is_block()
            && !matches!(
                self,
                Tag::Paragraph
                    | Tag::Heading(_)
                    | Tag::Quote
                    | Tag::Caption
                    | Tag::Item
                    | Tag::Definition
                    | Tag::Row
                    | Tag::Preformatted
            )
            || self == Tag::Cell
    }

    pub fn is_table_part(self) -> bool {
        matches!(self, Tag::Table | Tag::Row | Tag::Cell)
    }

    /// Whether it ends an open paragraph (the HTML standard's "close a p element").
    pub fn ends_paragraph(self) -> bool {
        self.is_block() && !matches!(self, Tag::Html | Tag::Body | Tag::Row | Tag::Caption)
    }

    /// The open elements that a new one of this kind ends, up to what holds them.
    pub fn ends(self, open: Tag) -> Ends {
        match (self, open) {
            (Tag::Item, Tag::Item) | (Tag::Definition, Tag::Definition) => Ends::This,
            (Tag::Item, Tag::List) | (Tag::Definition, Tag::Definitions) => Ends::NoMore,
            (Tag::Row, Tag::Row | Tag::Cell) | (Tag::Cell, Tag::Cell) => Ends::This,
            (Tag::Row | Tag::Cell, Tag::Table) | (Tag::Cell, Tag::Row) => Ends::NoMore,
            (Tag::Heading(_), Tag::Heading(_)) => Ends::This,
            (Tag::Heading(_), open) if open.is_block() => Ends::NoMore,
            (Tag::Item | Tag::Definition | Tag::Row | Tag::Cell | Tag::Heading(_), _) => Ends::Perhaps,
            _ => Ends::NoMore,
        }
    }
}

/// What a new element means for an open one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    This,
    /// Look further out.
    Perhaps,
    NoMore,
}
