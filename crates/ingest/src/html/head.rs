//! What a page states of its article: in its head, in data for search engines, in attributes of what it shows.

use text::Stated;

use super::nature::Nature;
use super::shown_day::Days;
use super::tag::Tag;
use super::tree::{Content, Element, Tree};
use crate::json::{self, Text, Value};
use crate::stated::{add_authors, address, day, without_site, words};

/// So many different days of one kind are a list of articles.
const A_LIST: usize = 3;
/// Names of `<meta>` elements that state the day of publication, best first in no order.
const DAY_NAMES: [&str; 22] = [
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article:published",
    "og:published_time",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "originalpublicationdate",
    "datepublished",
];
/// Names of `<meta>` elements that state the author.
const AUTHOR_NAMES: [&str; 8] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
];

/// What a page states, and what only helps to read it.
#[derive(Debug, Default)]
pub struct Head<'a> {
    pub stated: Stated,
    /// Every title that the page gives its article, without the name of the site.
    pub titles: Vec<String>,
    /// The article as data, for search engines: the longest.
    pub body: Option<Text<'a>>,
}

/// The days of each kind of statement, the most trusted kind first.
#[derive(Default)]
struct StatedDays {
    article: Vec<String>,
    page: Vec<String>,
    other: Vec<String>,
    modified: Vec<String>,
}

impl<'a> Head<'a> {
    pub fn of(tree: &Tree<'a>) -> Head<'a> {
        let mut head = Head::default();
        let mut days = StatedDays::default();
        let mut names: Vec<String> = Vec::new();
        let (mut titles, mut page_title) = (Vec::new(), None);
        for (number, node) in tree.nodes.iter().enumerate() {
            let Content::Element(element) = &node.content else { continue };
            match element.tag {
                Tag::Meta => head.take_meta(element, &mut days, &mut names, &mut titles),
                Tag::Title if page_title.is_none() => {
                    page_title = words(&tree.text_of(number + 1..node.end, 400))
                }
                Tag::Script if element.linked_data => {
                    if let Some(Content::Text(text)) = tree.nodes.get(number + 1).map(|node| &node.content) {
                        head.take_data(tree, text.start, &mut days, &mut titles);
                    }
                }
                _ => {}
            }
            if element.tag != Tag::Meta {
                let value = || element.value.as_deref().and_then(day);
                if element.nature.is(Nature::PUBLISHED) {
                    let shown = || day(&tree.text_of(number..node.end, 60));
                    days.article.extend(value().or_else(shown));
                } else if element.nature.is(Nature::MODIFIED) {
                    days.modified.extend(value());
                }
            }
        }
        head.decide(days, names, titles, page_title);
        head
    }

    fn take_meta(
        &mut self,
        element: &Element,
        days: &mut StatedDays,
        names: &mut Vec<String>,
        titles: &mut Vec<String>,
    ) {
        let (Some(name), Some(value)) = (&element.name, &element.value) else { return };
        let name = name.to_ascii_lowercase();
        let stated = &mut self.stated;
        match name.as_str() {
            "canonical" => stated.url = address(value).or(stated.url.take()),
            "og:url" => stated.url = stated.url.take().or_else(|| address(value)),
            "og:site_name" => stated.site = words(value).or(stated.site.take()),
            "og:title" | "twitter:title" | "headline" | "citation_title" | "dc.title" => {
                titles.extend(words(value))
            }
            "article:published_time" | "datepublished" => days.article.extend(day(value)),
            "article:modified_time" | "og:updated_time" | "datemodified" => days.modified.extend(day(value)),
            name if DAY_NAMES.contains(&name) => days.other.extend(day(value)),
            name if AUTHOR_NAMES.contains(&name) => names.push(value.to_string()),
            _ => {}
        }
    }

    /// Reads data in JSON-LD, which begins at byte `start` of the page.
    fn take_data(&mut self, tree: &Tree<'a>, start: usize, days: &mut StatedDays, titles: &mut Vec<String>) {
        let source = tree.source();
        let end = source
            .get(start..)
            .and_then(|rest| rest.find("</script"))
            .map_or(source.len(), |end| start + end);
        // Comments around it hid it from browsers of old.
        let Some(first) = source.get(start..end).and_then(|text| text.find(['{', '['])) else { return };
        let Some(value) = source.get(..end).and_then(|source| json::read_from(source, start + first)) else {
            return;
        };
        self.take_thing(&value, days, titles, 0);
    }

    fn take_thing(
        &mut self,
        thing: &Value<'a>,
        days: &mut StatedDays,
        titles: &mut Vec<String>,
        depth: usize,
    ) {
        if depth > 4 {
            return;
        }
        match thing {
            Value::List(list) => {
                list.iter().for_each(|thing| self.take_thing(thing, days, titles, depth + 1))
            }
            Value::Object(_) => {
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "item"] {
                    if let Some(inner) = thing.get(key) {
                        self.take_thing(inner, days, titles, depth + 1);
                    }
                }
                let kind = kinds(thing);
                let is_article =
                    ["Article", "Posting", "Report", "Review"].iter().any(|part| kind.contains(part));
                let published =
                    thing.get("datePublished").and_then(Value::string).and_then(|date| day(&date));
                if is_article {
                    days.article.extend(published);
                    self.take_article(thing, days, titles);
                } else {
                    days.page.extend(published);
                }
            }
            _ => {}
        }
    }

    fn take_article(&mut self, thing: &Value<'a>, days: &mut StatedDays, titles: &mut Vec<String>) {
        let text = |key: &str| thing.get(key).and_then(Value::string);
        if let Some(title) = text("headline").or_else(|| text("name")).and_then(|title| words(&title)) {
            titles.insert(0, title);
        }
        days.modified.extend(text("dateModified").and_then(|date| day(&date)));
        let stated = &mut self.stated;
        if stated.authors.is_empty() {
            thing.get("author").into_iter().for_each(|author| add_people(stated, author));
        }
        if stated.site.is_none() {
            let publisher = thing.get("publisher").and_then(|publisher| publisher.get("name"));
            stated.site = publisher.and_then(Value::string).and_then(|name| words(&name));
        }
        if stated.url.is_none() {
            stated.url = text("url").and_then(|url| address(&url));
        }
        let body = thing.get("articleBody").and_then(Value::text);
        let length = |text: &Text| text.chars().count();
        if let Some(body) = body
            && self.body.as_ref().is_none_or(|known| length(known) < length(&body))
        {
            self.body = Some(body);
        }
    }

    fn decide(
        &mut self,
        days: StatedDays,
        names: Vec<String>,
        titles: Vec<String>,
        page_title: Option<String>,
    ) {
        let stated = &mut self.stated;
        for kind in [days.article, days.page, days.other] {
            let mut different = kind.clone();
            different.sort();
            different.dedup();
            if different.len() < A_LIST && stated.published.is_none() {
                stated.published = kind.into_iter().next();
            }
        }
        stated.modified =
            days.modified.into_iter().max().filter(|day| stated.published.as_ref() <= Some(day));
        if stated.authors.is_empty() {
            names.iter().for_each(|name| add_authors(stated, name));
        }
        let site = stated.site.clone();
        stated.authors.retain(|name| Some(name) != site.as_ref());
        for title in titles.into_iter().chain(page_title) {
            let title = without_site(&title, site.as_deref());
            if !self.titles.contains(&title) && site.as_ref() != Some(&title) {
                self.titles.push(title);
            }
        }
        stated.title = self.titles.first().cloned();
    }

    /// Completes what the head does not say with what stands around the headline.
    pub fn complete(&mut self, tree: &Tree, around: std::ops::Range<usize>, shown: Days) {
        let stated = &mut self.stated;
        let mut by_line = Vec::new();
        for number in around {
            let Some(node) = tree.nodes.get(number) else { break };
            let Content::Element(element) = &node.content else { continue };
            if element.tag == Tag::Time && stated.published.is_none() && !shown.is_named {
                stated.published = element.value.as_deref().and_then(day);
            }
            if element.nature.is(Nature::AUTHOR) && !matches!(element.tag, Tag::Meta) {
                let line = tree.text_of(number..node.end, 200);
                if line.len() < 120 {
                    by_line.push(line);
                }
            }
        }
        stated.published = stated.published.take().or(shown.published);
        let is_later = |day: &String| stated.published.as_ref().is_none_or(|published| published <= day);
        stated.modified = stated.modified.take().or(shown.modified.filter(is_later));
        if stated.authors.is_empty() {
            by_line.iter().for_each(|line| add_authors(stated, line));
        }
    }
}

fn kinds(thing: &Value) -> String {
    match thing.get("@type") {
        Some(Value::Text(text)) => text.string(),
        Some(Value::List(list)) => list.iter().filter_map(Value::string).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

/// Adds whoever is named: by a string, an object with a name, or a list of these.
pub fn add_people(stated: &mut Stated, people: &Value) {
    match people {
        Value::Text(text) => add_authors(stated, &text.string()),
        Value::List(list) => list.iter().for_each(|person| add_people(stated, person)),
        Value::Object(_) => people.get("name").into_iter().for_each(|name| add_people(stated, name)),
        Value::Other => {}
    }
}
