//! Documents of word processors (DOCX, ODT) and books (EPUB): archives of XML.
//!
//! Changes are taken as accepted: what was inserted is read, what was deleted is left out and told. Comments, page
//! heads and page feet are no part of the text; footnotes stand behind it.

use std::collections::HashSet;

use text::Stated;

use crate::archive::{Fault, Zip};
use crate::draft::{Draft, Hint};
use crate::html::pieces::deletions;
use crate::html::raised::{self, Raised};
use crate::stated::{self, add_authors};
use crate::xml::{Content, Element, Xml};

/// Chapters of a book that are read.
const MOST_CHAPTERS: usize = 2000;

/// What deletions there were.
#[derive(Default)]
struct Struck {
    count: usize,
    words: usize,
}

impl Struck {
    fn add(&mut self, words: &str) {
        let words = words.split_whitespace().count();
        self.count += usize::from(words > 0);
        self.words += words;
    }

    fn tell(self, draft: &mut Draft) {
        if self.count > 0 {
            draft.about.leave_out("struck out", self.words);
            draft.about.note("struck-out", deletions(self.count));
        }
    }
}

/// Reads a Word document.
pub fn read_docx(zip: &Zip, draft: &mut Draft) -> Result<(), Fault> {
    let xml = Xml::read(&zip.text("word/document.xml")?);
    if let Ok(properties) = zip.text("docProps/core.xml") {
        draft.about.stated = properties_of(&Xml::read(&properties));
    }
    let mut struck = Struck::default();
    let body = xml.first(xml.all(), "body").map_or(xml.all(), |body| xml.inside(body));
    word_blocks(&xml, body, Hint::Text, &mut struck, draft);
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        let Ok(notes) = zip.text(name) else { continue };
        let notes = Xml::read(&notes);
        for number in notes.named(notes.all(), "footnote").chain(notes.named(notes.all(), "endnote")) {
            // Separators are notes of a type of their own.
            if notes.element(number).is_some_and(|note| note.attribute("w:type").is_none()) {
                word_blocks(&notes, notes.inside(number), Hint::Note, &mut struck, draft);
            }
        }
    }
    struck.tell(draft);
    Ok(())
}

/// Title, author and days, as documents of either kind keep them.
fn properties_of(xml: &Xml) -> Stated {
    let mut known = Stated { title: xml.words(xml.all(), &["title"]), ..Stated::default() };
    if let Some(author) = xml.words(xml.all(), &["initial-creator", "creator"]) {
        add_authors(&mut known, &author);
    }
    // A document is made and changed on some day; whether it was published then, nobody says.
    known.modified = xml.words(xml.all(), &["modified", "date"]).and_then(|day| stated::day(&day));
    known
}

fn word_blocks(xml: &Xml, nodes: std::ops::Range<usize>, hint: Hint, struck: &mut Struck, draft: &mut Draft) {
    let mut row_end = 0;
    let mut number = nodes.start;
    while number < nodes.end {
        let Some(node) = xml.nodes.get(number) else { break };
        if number >= row_end && row_end > 0 {
            draft.end(Hint::TableRow);
            row_end = 0;
        }
        let Content::Element(element) = &node.content else {
            number += 1;
            continue;
        };
        match element.local() {
            // The same words once more, for old programs.
            "fallback" | "sectpr" => number = node.end,
            "del" | "movefrom" => {
                struck.add(&xml.text(number));
                number = node.end;
            }
            "tr" if row_end == 0 => {
                row_end = node.end;
                number += 1;
            }
            "tc" => {
                bar(draft);
                number += 1;
            }
            "p" => {
                let own = word_hint(xml, number).filter(|_| hint == Hint::Text).unwrap_or(hint);
                word_runs(xml, xml.inside(number), struck, draft);
                if row_end == 0 {
                    draft.end(own);
                } else {
                    draft.space(0);
                }
                number = node.end;
            }
            _ => number += 1,
        }
    }
    draft.end(if row_end > 0 { Hint::TableRow } else { hint });
}

/// Between two cells of a row.
fn bar(draft: &mut Draft) {
    if draft.last_char().is_some() {
        draft.space(0);
        draft.mark('|');
        draft.space(0);
    }
}

/// What a paragraph's style says.
fn word_hint(xml: &Xml, paragraph: usize) -> Option<Hint> {
    let properties = xml.first(xml.inside(paragraph), "ppr")?;
    let inside = xml.inside(properties);
    let style =
        xml.first(inside.clone(), "pstyle").and_then(|number| xml.element(number)?.attribute("w:val"));
    let style = style.unwrap_or("").to_ascii_lowercase();
    if style == "title" {
        return Some(Hint::Title);
    }
    if style.starts_with("heading") || style == "subtitle" {
        return Some(Hint::Heading);
    }
    if style.contains("quote") {
        return Some(Hint::Quotation);
    }
    if style == "caption" {
        return Some(Hint::Caption);
    }
    (style.starts_with("list") || xml.first(inside, "numpr").is_some()).then_some(Hint::ListItem)
}

/// The runs of a paragraph: words with the same properties.
fn word_runs(xml: &Xml, nodes: std::ops::Range<usize>, struck: &mut Struck, draft: &mut Draft) {
    let mut number = nodes.start;
    while number < nodes.end {
        let Some(node) = xml.nodes.get(number) else { break };
        let Some(element) = xml.element(number) else {
            number += 1;
            continue;
        };
        match element.local() {
            "ppr" | "fallback" | "instrtext" | "deltext" => number = node.end,
            "del" | "movefrom" => {
                struck.add(&xml.text(number));
                number = node.end;
            }
            "r" => {
                word_run(xml, number, struck, draft);
                number = node.end;
            }
            _ => number += 1,
        }
    }
}

fn word_run(xml: &Xml, run: usize, struck: &mut Struck, draft: &mut Draft) {
    let inside = xml.inside(run);
    let properties = xml.first(inside.clone(), "rpr").map_or(0..0, |properties| xml.inside(properties));
    let is_on = |name: &str| {
        let element = xml.first(properties.clone(), name).and_then(|number| xml.element(number));
        element.is_some_and(|element| {
            !matches!(element.attribute("w:val"), Some("0" | "false" | "none" | "off"))
        })
    };
    if is_on("strike") || is_on("dstrike") {
        struck.add(&xml.text(run));
        return;
    }
    if is_on("vanish") {
        draft.about.leave_out("hidden", xml.text(run).split_whitespace().count());
        return;
    }
    let align =
        xml.first(properties.clone(), "vertalign").and_then(|number| xml.element(number)?.attribute("w:val"));
    let is_raised = align == Some("superscript");
    let mut number = inside.start;
    while number < inside.end {
        let Some(node) = xml.nodes.get(number) else { break };
        match xml.element(number).map(Element::local) {
            Some("rpr" | "instrtext" | "deltext" | "fallback") => {
                number = node.end;
                continue;
            }
            Some("tab" | "br" | "cr" | "ptab") => draft.space(0),
            Some("nobreakhyphen") => draft.char('-', 0, 0),
            Some("t") => {
                let words = xml.text(number);
                write_raised(&words, is_raised, draft);
            }
            // A box of its own in the middle of a paragraph.
            Some("txbxcontent") => {
                draft.end(Hint::Text);
                word_blocks(xml, xml.inside(number), Hint::Text, struck, draft);
                number = node.end;
                continue;
            }
            _ => {}
        }
        number += 1;
    }
}

fn write_raised(words: &str, is_raised: bool, draft: &mut Draft) {
    match is_raised.then(|| raised::kind(words.trim(), draft.open_words(), false)) {
        Some(Raised::Mark) => {}
        Some(Raised::Power) => words.chars().filter_map(raised::high).for_each(|c| draft.char(c, 0, 0)),
        Some(Raised::Plain) | None => words.chars().for_each(|c| draft.char(c, 0, 0)),
    }
}

/// Reads an OpenDocument text.
pub fn read_odt(zip: &Zip, draft: &mut Draft) -> Result<(), Fault> {
    let xml = Xml::read(&zip.text("content.xml")?);
    if let Ok(properties) = zip.text("meta.xml") {
        draft.about.stated = properties_of(&Xml::read(&properties));
    }
    let mut reader =
        Odt { xml: &xml, styles: Styles::of(&xml), notes: Vec::new(), struck: Struck::default() };
    let body = xml
        .named(xml.all(), "text")
        .find(|&number| xml.element(number).is_some_and(|e| e.name == "office:text"));
    let body = body.map_or(xml.all(), |body| xml.inside(body));
    reader.blocks(body, Hint::Text, draft);
    let notes = std::mem::take(&mut reader.notes);
    for note in notes {
        reader.blocks(xml.inside(note), Hint::Note, draft);
    }
    reader.struck.tell(draft);
    Ok(())
}

/// The styles that mean something here.
struct Styles {
    struck: HashSet<String>,
    raised: HashSet<String>,
    titles: HashSet<String>,
}

impl Styles {
    fn of(xml: &Xml) -> Styles {
        let mut styles = Styles { struck: HashSet::new(), raised: HashSet::new(), titles: HashSet::new() };
        for number in xml.named(xml.all(), "style") {
            let Some(style) = xml.element(number) else { continue };
            let Some(name) = style.attribute("style:name") else { continue };
            if style.attribute("style:parent-style-name") == Some("Title") {
                styles.titles.insert(name.to_owned());
            }
            for number in xml.named(xml.inside(number), "text-properties") {
                let Some(properties) = xml.element(number) else { continue };
                let line = properties
                    .attribute("style:text-line-through-style")
                    .or(properties.attribute("style:text-line-through-type"));
                if line.is_some_and(|line| line != "none") {
                    styles.struck.insert(name.to_owned());
                }
                if properties
                    .attribute("style:text-position")
                    .is_some_and(|position| position.starts_with("super"))
                {
                    styles.raised.insert(name.to_owned());
                }
            }
        }
        styles.titles.insert("Title".to_owned());
        styles
    }
}

struct Odt<'x> {
    xml: &'x Xml,
    styles: Styles,
    notes: Vec<usize>,
    struck: Struck,
}

impl Odt<'_> {
    fn blocks(&mut self, nodes: std::ops::Range<usize>, hint: Hint, draft: &mut Draft) {
        let xml = self.xml;
        let (mut row_end, mut item_end) = (0, 0);
        let mut number = nodes.start;
        while number < nodes.end {
            let Some(node) = xml.nodes.get(number) else { break };
            if row_end > 0 && number >= row_end {
                draft.end(Hint::TableRow);
                row_end = 0;
            }
            let Some(element) = xml.element(number) else {
                number += 1;
                continue;
            };
            match element.local() {
                "tracked-changes" => {
                    for deletion in xml.named(xml.inside(number), "deletion") {
                        self.struck.add(&xml.text(deletion));
                    }
                    number = node.end;
                    continue;
                }
                "annotation" | "sequence-decls" | "table-of-content" | "forms" => {
                    number = node.end;
                    continue;
                }
                "list-item" => item_end = item_end.max(node.end),
                "table-row" if row_end == 0 => row_end = node.end,
                "table-cell" => bar(draft),
                name @ ("p" | "h") => {
                    let style = element.attribute("text:style-name").unwrap_or("");
                    let own = match name {
                        _ if hint != Hint::Text => hint,
                        "h" => Hint::Heading,
                        _ if self.styles.titles.contains(style) => Hint::Title,
                        _ if number < item_end => Hint::ListItem,
                        _ => Hint::Text,
                    };
                    self.line(xml.inside(number), false, draft);
                    if row_end == 0 {
                        draft.end(own);
                    } else {
                        draft.space(0);
                    }
                    number = node.end;
                    continue;
                }
                _ => {}
            }
            number += 1;
        }
        draft.end(if row_end > 0 { Hint::TableRow } else { hint });
    }

    fn line(&mut self, nodes: std::ops::Range<usize>, is_raised: bool, draft: &mut Draft) {
        let xml = self.xml;
        let mut number = nodes.start;
        while number < nodes.end {
            let Some(node) = xml.nodes.get(number) else { break };
            match &node.content {
                Content::Text { words, .. } => write_raised(words, is_raised, draft),
                Content::Element(element) => match element.local() {
                    "note" => {
                        self.notes.extend(xml.first(xml.inside(number), "note-body"));
                        number = node.end;
                        continue;
                    }
                    "annotation" | "frame" => {
                        number = node.end;
                        continue;
                    }
                    "s" | "tab" | "line-break" => draft.space(0),
                    "span" => {
                        let style = element.attribute("text:style-name").unwrap_or("");
                        if self.styles.struck.contains(style) {
                            self.struck.add(&xml.text(number));
                        } else {
                            self.line(
                                xml.inside(number),
                                is_raised || self.styles.raised.contains(style),
                                draft,
                            );
                        }
                        number = node.end;
                        continue;
                    }
                    _ => {}
                },
            }
            number += 1;
        }
    }
}

/// Reads a book, chapter by chapter.
pub fn read_epub(zip: &Zip, draft: &mut Draft) -> Result<(), Fault> {
    if zip.has("META-INF/encryption.xml") && zip.has("META-INF/rights.xml") {
        return Err(Fault::Encrypted);
    }
    let container = Xml::read(&zip.text("META-INF/container.xml")?);
    let root = container
        .first(container.all(), "rootfile")
        .and_then(|number| container.element(number)?.attribute("full-path"));
    let root = root.ok_or(Fault::Broken)?;
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let package = Xml::read(&zip.text(root)?);
    let mut known = Stated {
        title: package.words(package.all(), &["title"]),
        site: package.words(package.all(), &["publisher"]),
        published: package.words(package.all(), &["date"]).and_then(|day| stated::day(&day)),
        ..Stated::default()
    };
    for number in package.named(package.all(), "creator") {
        add_authors(&mut known, &package.text(number));
    }
    let mut offset = 0;
    for number in package.named(package.all(), "itemref").take(MOST_CHAPTERS) {
        let id = package.element(number).and_then(|reference| reference.attribute("idref"));
        let item = package.named(package.all(), "item").find_map(|number| {
            let item = package.element(number)?;
            (item.attribute("id") == id && !item.attribute("properties").unwrap_or("").contains("nav"))
                .then_some(item)
        });
        let Some(address) = item.and_then(|item| item.attribute("href")) else { continue };
        let Ok(chapter) = zip.text(&path(folder, address)) else { continue };
        crate::html::read_part(&chapter, offset, draft);
        offset += chapter.len();
    }
    draft.about.stated = known;
    if draft.len() == 0 { Err(Fault::Broken) } else { Ok(()) }
}

/// A file's path from the folder and an address in it: "text/a%20b.xhtml#c", "../a.xhtml".
fn path(folder: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or(address);
    let mut plain = Vec::with_capacity(address.len());
    let mut bytes = address.bytes();
    while let Some(byte) = bytes.next() {
        let mut hex = || (bytes.next()? as char).to_digit(16);
        match byte {
            b'%' => plain.extend(hex().and_then(|high| Some((high << 4 | hex()?) as u8))),
            _ => plain.push(byte),
        }
    }
    let plain = String::from_utf8_lossy(&plain);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in plain.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "" | "." => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use text::BlockKind::*;

    use super::path;
    use crate::archive::tests::stored;
    use crate::html::shown;
    use crate::read_file;

    fn docx(body: &str, more: &[(&str, &str)]) -> crate::Document {
        let body = format!("<w:document><w:body>{body}</w:body></w:document>");
        read_file("a.docx", &stored(&[&[("word/document.xml", body.as_str())], more].concat()))
    }

    #[test]
    fn a_word_document_with_changes_and_notes() {
        let document = docx(
            "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Ferry to close</w:t></w:r></w:p>\
             <w:p><w:r><w:t xml:space='preserve'>It costs </w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>\
             <w:ins><w:r><w:t>21</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> million</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> we hope</w:t></w:r>\
             <w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>.</w:t></w:r></w:p>\
             <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>A bridge</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Arden</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>310</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/>",
            &[
                (
                    "word/footnotes.xml",
                    "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>\
                 <w:footnote w:id='2'><w:p><w:r><w:t>Without the pier.</w:t></w:r></w:p></w:footnote></w:footnotes>",
                ),
                (
                    "word/comments.xml",
                    "<w:comments><w:comment><w:p><w:r><w:t>I do not believe her</w:t></w:r></w:p></w:comment></w:comments>",
                ),
                (
                    "docProps/core.xml",
                    "<cp:p><dc:title>Ferry</dc:title><dc:creator>Ana Ruiz</dc:creator></cp:p>",
                ),
            ],
        );
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry to close"),
                (Paragraph, "It costs 21 million."),
                (ListItem, "A bridge"),
                (TableRow, "Arden | 310"),
                (Note, "Without the pier."),
            ]
        );
        assert!(document.diagnostics.iter().any(|said| said.message.starts_with("2 deletions")));
        assert_eq!(document.stated.authors, ["Ana Ruiz"]);
    }

    #[test]
    fn an_open_document_with_changes_and_notes() {
        let content = "<office:document-content><office:automatic-styles><style:style style:name='T1'><style:text-properties style:text-line-through-style='solid'/></style:style></office:automatic-styles>\
            <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>twelve</text:p></text:deletion></text:changed-region></text:tracked-changes>\
            <text:h>Ferry to close</text:h><text:p>It costs<text:s/>21<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>At least.</text:p></text:note-body></text:note> million<text:span text:style-name='T1'> or so</text:span>.</text:p>\
            <text:list><text:list-item><text:p>A bridge</text:p></text:list-item></text:list></office:text></office:body></office:document-content>";
        let bytes =
            stored(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]);
        let document = read_file("a.odt", &bytes);
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry to close"),
                (Paragraph, "It costs 21 million."),
                (ListItem, "A bridge"),
                (Note, "At least.")
            ]
        );
        assert!(document.diagnostics.iter().any(|said| said.message.starts_with("2 deletions")));
    }

    #[test]
    fn a_book_is_its_chapters() {
        let bytes = stored(&[
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='in/p.opf'/></rootfiles></container>",
            ),
            (
                "in/p.opf",
                "<package><metadata><dc:title>Hills</dc:title><dc:creator>Ana Ruiz</dc:creator></metadata><manifest>\
             <item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='one%20a.xhtml'/><item id='b' href='b.xhtml'/></manifest>\
             <spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>",
            ),
            ("in/nav.xhtml", "<p>Contents</p>"),
            (
                "in/one a.xhtml",
                "<html><head><title>x</title></head><body><h1>First</h1><p>It begins.</p></body></html>",
            ),
            ("in/b.xhtml", "<html><body><h1>Second</h1><p>It ends.</p></body></html>"),
        ]);
        let document = read_file("a.epub", &bytes);
        assert_eq!(
            shown(&document),
            [(Headline, "First"), (Paragraph, "It begins."), (Heading, "Second"), (Paragraph, "It ends.")]
        );
        assert_eq!(document.stated.title.as_deref(), Some("Hills"));
        assert_eq!(path("in/text", "../a%20b.xhtml#c"), "in/a b.xhtml");
    }

    #[test]
    fn damaged_documents_are_told() {
        let whole = stored(&[(
            "word/document.xml",
            "<w:document><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>",
        )]);
        for cut in 4..whole.len() - 2 {
            let document = read_file("a.docx", &whole[..cut]);
            assert!(
                document.blocks.is_empty() && document.diagnostics[0].message.contains("damaged"),
                "{cut}"
            );
        }
        assert_eq!(read_file("a.docx", &whole).text, "Words");
    }
}
