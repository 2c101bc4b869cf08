//! Articles in XML: feeds (RSS, Atom), what agencies send (NITF, NewsML), and papers (JATS).

use text::Stated;

use crate::draft::{Draft, Hint};
use crate::html;
use crate::stated::{self, add_authors, address};
use crate::xml::{Content, Xml};

/// Articles of one file that are read.
const MOST: usize = 500;

/// The articles of a document: the number of the element that holds each.
pub fn articles(xml: &Xml) -> Vec<usize> {
    for name in ["item", "entry", "nitf", "newsitem", "article"] {
        let found: Vec<usize> =
            xml.named(xml.all(), name).filter(|&number| has_text(xml, number)).take(MOST).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Whether an element holds some text; a feed may list articles without a word of them.
fn has_text(xml: &Xml, number: usize) -> bool {
    xml.inside(number)
        .filter_map(|number| match &xml.nodes.get(number)?.content {
            Content::Text { words, .. } => Some(words.trim().len()),
            Content::Element(_) => None,
        })
        .sum::<usize>()
        > 20
}

/// Reads the article that the element of this number holds, of a document whose source is `given`.
pub fn read(xml: &Xml, number: usize, given: &str, draft: &mut Draft) {
    draft.about.stated = stated_in(xml, number);
    let inside = xml.inside(number);
    match xml.element(number).map(|element| element.local().to_owned()).as_deref() {
        Some("item" | "entry") => feed(xml, inside, given, draft),
        Some("newsitem") => news_item(xml, inside, given, draft),
        _ => blocks(xml, inside, draft),
    }
}

fn stated_in(xml: &Xml, number: usize) -> Stated {
    let inside = || xml.inside(number);
    let mut known = Stated {
        title: xml.words(inside(), &["headline", "hl1", "article-title", "title"]),
        ..Stated::default()
    };
    let day = |names: &[&str]| xml.words(inside(), names).and_then(|day| stated::day(&day));
    let norm = |name: &str| {
        let element = xml.element(xml.first(inside(), name)?)?;
        stated::day(element.attribute("norm")?)
    };
    known.published =
        day(&["pubdate", "published", "date", "contentcreated", "firstcreated", "versioncreated"])
            .or_else(|| norm("date.issue"))
            .or_else(|| norm("date.release"))
            .or_else(|| paper_day(xml, number))
            .or_else(|| day(&["updated"]));
    known.modified =
        day(&["updated", "contentmodified", "modified"]).filter(|day| Some(day) > known.published.as_ref());
    for name in ["creator", "by", "byline", "author"] {
        if known.authors.is_empty() {
            for number in xml.named(inside(), name) {
                let named = xml.words(xml.inside(number), &["name"]);
                let line = named.unwrap_or_else(|| xml.text(number));
                // A feed may give a mail address with the name behind it.
                let line = line
                    .split_once('(')
                    .filter(|(mail, _)| mail.contains('@'))
                    .map_or(line.as_str(), |(_, name)| name.trim_end_matches(')'));
                add_authors(&mut known, line);
            }
        }
    }
    if known.authors.is_empty() {
        for number in xml.named(inside(), "contrib") {
            let part = |name: &str| xml.words(xml.inside(number), &[name]).unwrap_or_default();
            add_authors(&mut known, format!("{} {}", part("given-names"), part("surname")).trim());
        }
    }
    known.url = xml
        .named(inside(), "link")
        .filter(|&number| {
            xml.element(number).and_then(|e| e.attribute("rel")).is_none_or(|rel| rel == "alternate")
        })
        .find_map(|number| {
            let by_attribute = xml.element(number)?.attribute("href").and_then(address);
            by_attribute.or_else(|| address(&xml.text(number)))
        });
    known.site = ["channel", "feed"].iter().find_map(|name| {
        let around = xml.first(xml.all(), name)?;
        xml.words(around + 1..number.min(around + 12), &["title"])
    });
    known
}

/// `<pub-date><day>5</day><month>3</month><year>2024</year></pub-date>`
fn paper_day(xml: &Xml, number: usize) -> Option<String> {
    let date = xml.first(xml.inside(number), "pub-date")?;
    let part = |name: &str| xml.words(xml.inside(date), &[name]);
    stated::day(&format!("{}-{}-{}", part("year")?, part("month")?, part("day")?))
}

/// An item of a feed: its title, and the longest of the texts that it gives, which are HTML.
fn feed(xml: &Xml, inside: std::ops::Range<usize>, given: &str, draft: &mut Draft) {
    if let Some(title) = xml.first(inside.clone(), "title") {
        xml.write(title, Hint::Title, draft);
    }
    let texts = ["encoded", "content", "description", "summary"]
        .iter()
        .flat_map(|name| xml.named(inside.clone(), name));
    let Some(longest) =
        texts.max_by_key(|&number| xml.element(number).map_or(0, |element| element.inside.len()))
    else {
        return;
    };
    let holds_elements = xml.inside(longest).any(|number| xml.element(number).is_some());
    match xml.element(longest) {
        // Elements stand there as such: a tree inside of the tree.
        Some(element) if holds_elements => {
            html::read_part(given.get(element.inside.clone()).unwrap_or(""), element.inside.start, draft);
        }
        Some(element) => html::read_part(&xml.text(longest), element.inside.start, draft),
        None => {}
    }
}

fn news_item(xml: &Xml, inside: std::ops::Range<usize>, given: &str, draft: &mut Draft) {
    if let Some(headline) = xml.first(inside.clone(), "headline") {
        xml.write(headline, Hint::Title, draft);
    }
    for name in ["nitf", "body", "inlinedata"] {
        let Some(number) = xml.first(inside.clone(), name) else { continue };
        match (name, xml.element(number)) {
            ("nitf", _) => blocks(xml, xml.inside(number), draft),
            (_, Some(element)) => {
                html::read_part(given.get(element.inside.clone()).unwrap_or(""), element.inside.start, draft);
            }
            _ => {}
        }
        return;
    }
}

/// Writes elements by what their names say they are.
fn blocks(xml: &Xml, nodes: std::ops::Range<usize>, draft: &mut Draft) {
    // What is open, with its end.
    let mut open: Vec<(usize, Hint, bool)> = Vec::new();
    let mut has_title = false;
    let mut number = nodes.start;
    while number < nodes.end {
        while let Some((_, hint, is_block)) = open.pop_if(|(end, ..)| *end <= number) {
            if is_block {
                draft.end(hint);
            }
        }
        let Some(node) = xml.nodes.get(number) else { break };
        match &node.content {
            Content::Text { words, at } => {
                if let Some((_, _, true)) = open.iter().rev().find(|(.., is_block)| *is_block) {
                    draft.copy(words, *at);
                }
            }
            Content::Element(element) => {
                let outer = open.last().map_or(Hint::Text, |(_, hint, _)| *hint);
                match element.local() {
                    "head" | "front-stub" | "docdata" | "article-id" | "journal-meta" | "permissions"
                    | "xref" | "media" | "ref-list" | "contrib-group" | "aff" | "pub-date" | "kwd-group"
                    | "graphic" | "object-id" | "label" => {
                        number = node.end;
                        continue;
                    }
                    "hl1" | "article-title" if !has_title => {
                        has_title = true;
                        open.push((node.end, Hint::Title, true));
                    }
                    "hl1" | "hl2" | "title" | "subtitle" => open.push((node.end, Hint::Heading, true)),
                    "p" | "para" | "simpara" | "distributor" => {
                        draft.end(outer);
                        open.push((node.end, outer, true));
                    }
                    "byline" => open.push((node.end, Hint::Byline, true)),
                    "dateline" => open.push((node.end, Hint::Text, true)),
                    "li" | "list-item" => open.push((node.end, Hint::ListItem, true)),
                    "caption" => open.push((node.end, Hint::Caption, true)),
                    "block-quote" | "disp-quote" | "bq" => open.push((node.end, Hint::Quotation, true)),
                    "fn" | "footnote" => open.push((node.end, Hint::Note, true)),
                    "tr" => open.push((node.end, Hint::TableRow, true)),
                    "td" | "th" if draft.last_char().is_some() => {
                        draft.space(0);
                        draft.mark('|');
                        draft.space(0);
                    }
                    _ => open.push((node.end, outer, false)),
                }
            }
        }
        number += 1;
    }
    draft.end(open.iter().rev().find(|(.., is_block)| *is_block).map_or(Hint::Text, |(_, hint, _)| *hint));
}

#[cfg(test)]
mod tests {
    use text::BlockKind::*;

    use crate::html::shown;
    use crate::read_file;

    #[test]
    fn an_item_of_a_feed() {
        let rss = "<?xml version='1.0'?><rss><channel><title>Gazette</title><item><title>Ferry to close</title>\
            <link>https://gazette.example/1</link><dc:creator>Ana Ruiz</dc:creator><pubDate>Tue, 05 Mar 2024 07:30:00 GMT</pubDate>\
            <description>In short.</description><content:encoded><![CDATA[<p>It closes &amp; rots.</p><p>A bridge comes.</p>]]></content:encoded></item></channel></rss>";
        let atom = "<feed><title>Gazette</title><entry><title>Ferry to close</title><link href='https://gazette.example/1'/>\
            <published>2024-03-05T07:30:00Z</published><author><name>Ana Ruiz</name></author>\
            <content type='html'>&lt;p&gt;It closes &amp;amp; rots.&lt;/p&gt;&lt;p&gt;A bridge comes.&lt;/p&gt;</content></entry></feed>";
        let inline = atom.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;amp;", "&amp;");
        for feed in [rss, atom, &inline] {
            let document = read_file("feed.xml", feed.as_bytes());
            assert_eq!(
                shown(&document),
                [
                    (Headline, "Ferry to close"),
                    (Paragraph, "It closes & rots."),
                    (Paragraph, "A bridge comes.")
                ],
                "{feed}"
            );
            let stated = &document.stated;
            assert_eq!(stated.published.as_deref(), Some("2024-03-05"));
            assert_eq!(stated.authors, ["Ana Ruiz"]);
            assert_eq!(stated.site.as_deref(), Some("Gazette"));
            assert_eq!(stated.url.as_deref(), Some("https://gazette.example/1"));
        }
    }

    #[test]
    fn what_agencies_send() {
        let nitf = "<?xml version='1.0'?><nitf><head><title>x</title><docdata><date.issue norm='20240305T090000Z'/></docdata></head>\
            <body><body.head><hedline><hl1>Ferry to close</hl1></hedline><byline>By <person>Ana Ruiz</person></byline></body.head>\
            <body.content><p>It closes.</p><hl2>What next</hl2><p>A <em>bridge</em> comes.</p></body.content></body></nitf>";
        let document = read_file("a.xml", nitf.as_bytes());
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry to close"),
                (Byline, "By Ana Ruiz"),
                (Paragraph, "It closes."),
                (Heading, "What next"),
                (Paragraph, "A bridge comes."),
            ]
        );
        assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"));
        let newsml = "<newsItem><itemMeta><versionCreated>2024-03-05T09:00:00Z</versionCreated></itemMeta><contentMeta>\
            <headline>Ferry to close</headline><by>Ana Ruiz</by></contentMeta><contentSet><inlineXML><html><head><title>y</title></head>\
            <body><p>It closes.</p></body></html></inlineXML></contentSet></newsItem>";
        let document = read_file("b.xml", newsml.as_bytes());
        assert_eq!(shown(&document), [(Headline, "Ferry to close"), (Paragraph, "It closes.")]);
        assert_eq!(document.stated.authors, ["Ana Ruiz"]);
    }

    #[test]
    fn a_paper() {
        let jats = "<article><front><article-meta><title-group><article-title>On landings</article-title></title-group>\
            <contrib-group><contrib><name><surname>Ruiz</surname><given-names>Ana</given-names></name></contrib></contrib-group>\
            <pub-date><day>5</day><month>3</month><year>2024</year></pub-date></article-meta></front>\
            <body><sec><title>Timber</title><p>It rots<xref ref-type='bibr'>1</xref>.</p></sec></body>\
            <back><fn><p>In part.</p></fn></back></article>";
        let document = read_file("c.xml", jats.as_bytes());
        assert_eq!(
            shown(&document),
            [(Headline, "On landings"), (Heading, "Timber"), (Paragraph, "It rots."), (Note, "In part.")]
        );
        assert_eq!(document.stated.authors, ["Ana Ruiz"]);
        assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"));
    }
}
