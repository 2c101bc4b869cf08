//! Articles as data: the JSON of news services and archives, by the names that most of them use.

use text::Stated;

use crate::draft::{Draft, Hint};
use crate::html;
use crate::json::{self, Text, Value};
use crate::stated::{self, words};

const BODIES: [&str; 11] = [
    "articleBody",
    "body",
    "bodyHtml",
    "body_html",
    "content_html",
    "content",
    "full_text",
    "bodyText",
    "body_text",
    "content_text",
    "text",
];
const TITLES: [&str; 5] = ["headline", "title", "webTitle", "name", "subject"];
const AUTHORS: [&str; 5] = ["authors", "author", "byline", "creator", "creators"];
const PUBLISHED: [&str; 9] = [
    "datePublished",
    "publishedAt",
    "published_at",
    "date_published",
    "webPublicationDate",
    "published",
    "pub_date",
    "pubDate",
    "date",
];
const MODIFIED: [&str; 5] = ["dateModified", "updatedAt", "updated_at", "date_modified", "updated"];
const SITES: [&str; 4] = ["publisher", "source", "site", "site_name"];
const ADDRESSES: [&str; 6] = ["url", "webUrl", "link", "canonical_url", "web_url", "permalink"];
/// Articles of one file that are read.
const MOST: usize = 500;

/// The articles of a JSON text, each with its body.
pub fn articles<'v, 'a>(value: &'v Value<'a>) -> Vec<&'v Value<'a>> {
    let mut found = Vec::new();
    gather(value, &mut found);
    found
}

fn gather<'v, 'a>(value: &'v Value<'a>, found: &mut Vec<&'v Value<'a>>) {
    if found.len() >= MOST {
        return;
    }
    match value {
        Value::Object(_) if body(value).is_some() => found.push(value),
        Value::Object(fields) => fields.iter().for_each(|(_, inner)| gather(inner, found)),
        Value::List(list) => list.iter().for_each(|inner| gather(inner, found)),
        Value::Text(_) | Value::Other => {}
    }
}

/// The text of an article: a string by one of the usual names, that is no mere word.
fn body<'a>(value: &Value<'a>) -> Option<Text<'a>> {
    let text = text_in(value.first(&BODIES)?)?;
    text.chars().nth(20).map(|_| text)
}

/// A text, or the one of an object that holds it with how it is written: `{"rendered": "<p>…"}`.
fn text_in<'a>(value: &Value<'a>) -> Option<Text<'a>> {
    const FORMS: [&str; 6] = ["rendered", "html", "value", "content", "#text", "$t"];
    value.text().or_else(|| value.first(&FORMS)?.text())
}

/// Reads the article that this object is.
pub fn read(article: &Value, draft: &mut Draft) {
    let mut known = Stated::default();
    let string = |names: &[&str]| Some(text_in(article.first(names)?)?.string());
    known.title = string(&TITLES).and_then(|title| words(&title));
    known.published = string(&PUBLISHED).and_then(|day| stated::day(&day));
    known.modified = string(&MODIFIED).and_then(|day| stated::day(&day));
    known.url = string(&ADDRESSES).and_then(|url| stated::address(&url));
    if let Some(authors) = article.first(&AUTHORS) {
        html::add_people(&mut known, authors);
    }
    known.site = article.first(&SITES).and_then(|site| site.string().or_else(|| site.get("name")?.string()));
    if let Some(title) = article.first(&TITLES).and_then(text_in) {
        html::write_lines(title, 0, draft);
        draft.end(Hint::Title);
    }
    if let Some(body) = body(article) {
        html::write_data(body, 0, draft);
    }
    draft.about.stated = known;
}

/// The value that a file of JSON holds.
pub fn value(given: &str) -> Option<Value<'_>> {
    json::read_from(given, 0)
}

#[cfg(test)]
mod tests {
    use text::BlockKind::*;

    use crate::html::shown;
    use crate::read_file;

    const BODY: &str =
        "The landing is to be taken down in the spring.\\n\\n\\u201cNobody is glad,\\u201d said Tilda Marsh.";

    #[test]
    fn an_article_of_a_news_service() {
        let json = format!(
            "{{\"status\": \"ok\", \"article\": {{\"title\": \"Ferry to close\", \"author\": \"By Ana Ruiz\", \
             \"publishedAt\": \"2024-03-05T10:00:00Z\", \"url\": \"https://gazette.example/1\", \
             \"source\": {{\"id\": null, \"name\": \"Gazette\"}}, \"content\": \"{BODY}\"}}}}"
        );
        let document = read_file("ferry.json", json.as_bytes());
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry to close"),
                (Paragraph, "The landing is to be taken down in the spring."),
                (Paragraph, "“Nobody is glad,” said Tilda Marsh."),
            ]
        );
        let stated = &document.stated;
        assert_eq!(stated.authors, ["Ana Ruiz"]);
        assert_eq!(stated.published.as_deref(), Some("2024-03-05"));
        assert_eq!(stated.site.as_deref(), Some("Gazette"));
        assert_eq!(stated.url.as_deref(), Some("https://gazette.example/1"));
    }

    #[test]
    fn texts_in_objects_with_how_they_are_written() {
        let json = "[{\"id\": 3, \"date\": \"2024-03-05T10:00:00\", \"link\": \"https://gazette.example/3\", \
            \"title\": {\"rendered\": \"Ferry &#038; landing to close\"}, \
            \"content\": {\"rendered\": \"<p>It closes in the spring.</p>\\n<p>Nobody is glad.</p>\", \"protected\": false}}]";
        let document = read_file("posts.json", json.as_bytes());
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry & landing to close"),
                (Paragraph, "It closes in the spring."),
                (Paragraph, "Nobody is glad.")
            ]
        );
        assert_eq!(document.stated.title.as_deref(), Some("Ferry & landing to close"));
        assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"));
    }

    #[test]
    fn a_body_with_tags_is_read_as_html() {
        let json = "{\"headline\": \"Ferry to close\", \"body\": \"<p>It closes &amp; rots.</p><h2>Next</h2><p>A bridge.</p>\"}";
        let document = read_file("-", json.as_bytes());
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry to close"),
                (Paragraph, "It closes & rots."),
                (Heading, "Next"),
                (Paragraph, "A bridge.")
            ]
        );
    }

    #[test]
    fn data_without_an_article_is_refused() {
        let document = read_file("a.json", b"{\"a\": [1, 2, {\"text\": \"short\"}]}");
        assert!(document.blocks.is_empty());
        assert!(document.diagnostics[0].message.contains("JSON"));
    }
}
