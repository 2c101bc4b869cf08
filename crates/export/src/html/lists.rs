//! What was found, beside the article: each entry leads to its place in the text.

use std::collections::HashMap;
use std::fmt::Write;

use analysis::plain::{Family, quoted};
use analysis::{Analysis, Document, Entity, EntityId, MentionKind, Quote, plain};

use super::article::Anchors;
use super::escape::escape;
use super::marks::MarkTarget;
use super::{View, anchor, entry};
use crate::article::{one_line, words};
use crate::cite::{Style, cite_article};
use crate::details::{Details, details};

/// Beside the article: what the marks mean, the summary, who said what.
pub fn beside(view: &View, anchors: &Anchors) -> String {
    let mut lists = Lists { view, anchors, out: String::new() };
    lists.legend();
    lists.notes();
    lists.summary();
    lists.quotes();
    lists.out
}

/// Below it, as an index stands in a book: entities, dates, key phrases.
pub fn index(view: &View, anchors: &Anchors) -> String {
    let mut lists = Lists { view, anchors, out: String::new() };
    let spoken = lists.spoken();
    for family in LISTED {
        lists.entities(family, &spoken);
    }
    lists.dates();
    lists.keyphrases();
    lists.out
}

/// The families that have a list of entities, in its order. Dates have one of their own.
const LISTED: [Family; 6] =
    [Family::People, Family::Organisations, Family::Places, Family::Groups, Family::Others, Family::Figures];

/// The article in each style of citation; nothing if there is nothing to cite it by.
pub fn citations(document: &Document, analysis: &Analysis) -> String {
    let styles = Style::ALL.into_iter().filter(|style| *style != Style::Plain);
    let items: Vec<String> = styles
        .filter_map(|style| {
            let cited = cite_article(style, document, analysis, None);
            let known = is_known(&details(document, analysis));
            (known && !cited.is_empty())
                .then(|| format!("<div><dt>{}</dt><dd>{}</dd></div>", style.label(), cited.html()))
        })
        .collect();
    match items.is_empty() {
        true => String::new(),
        false => format!(
            "<section class=\"cite\">\n<h2>Cite this article</h2>\n<dl>\n{}\n</dl>\n</section>\n",
            items.join("\n")
        ),
    }
}

struct Lists<'a> {
    view: &'a View<'a>,
    anchors: &'a Anchors,
    out: String,
}

impl<'a> Lists<'a> {
    /// Each kind of mark that the article has.
    fn legend(&mut self) {
        let analysis = self.view.analysis;
        let mut keys: Vec<String> = Vec::new();
        for family in LISTED.into_iter().chain([Family::Dates]) {
            let has = |place: &MarkTarget| match *place {
                MarkTarget::Name(i, _) => Family::of(analysis.entities[i].kind) == family,
                MarkTarget::Date(_) => family == Family::Dates,
                _ => false,
            };
            if self.anchors.iter().any(has) {
                keys.push(format!("<mark class=\"{}\">{}</mark>", family.key(), family.label()));
            }
        }
        if !analysis.quotes.is_empty() {
            keys.push("<span class=\"quote v0\">Quotes</span>".to_owned());
        }
        if !analysis.summary.is_empty() {
            keys.push("<span class=\"summary\">Summary</span>".to_owned());
        }
        if !keys.is_empty() {
            let _ = writeln!(self.out, "<p class=\"legend\">{}</p>", keys.join(" "));
        }
    }

    fn notes(&mut self) {
        let notes = self.view.analysis.notes.iter().enumerate();
        let items = notes.map(|(i, note)| {
            let marked = format!("“{}”", words(self.view.document, note.span));
            let marked = self.link(MarkTarget::Note(i), &marked);
            format!("<li>{marked} <bdi>{}</bdi></li>", escape(&one_line(&note.words)))
        });
        self.section("Your notes", "notes", items.collect());
    }

    fn summary(&mut self) {
        let summary = self.view.analysis.summary.iter().enumerate();
        let items = summary.map(|(i, sentence)| {
            let words = self.link(MarkTarget::Summary(i), &words(self.view.document, sentence.span));
            format!("<li>{words} <small>{}</small></li>", escape(&sentence.why))
        });
        self.section("Summary", "summary-list", items.collect());
    }

    fn quotes(&mut self) {
        let quotes = self.view.analysis.quotes.iter().enumerate();
        let items = quotes.map(|(i, quote)| self.quote(i, quote));
        self.section("Quotes", "quote-list", items.collect());
    }

    fn quote(&self, i: usize, quote: &Quote) -> String {
        let (voice, speaker) = (&self.view.voices[i], &self.view.speakers[i]);
        let note = quote.note().map(|note| format!(", <strong>{note}</strong>")).unwrap_or_default();
        let sure =
            quote.speaker.map(|_| format!(", {}", plain::confidence(quote.confidence))).unwrap_or_default();
        format!(
            "<li class=\"{voice}\" id=\"{}\"><span class=\"number\">{}</span> {} \
             <b><bdi>{speaker}</bdi></b> <small>{}{note}: {}{sure}</small></li>",
            entry(i),
            i + 1,
            self.link(MarkTarget::Quote(i, 0), &quoted(&self.view.document.text, quote)),
            quote.kind.name(),
            escape(&quote.why),
        )
    }

    fn entities(&mut self, family: Family, spoken: &HashMap<EntityId, Vec<usize>>) {
        let entities = self.view.analysis.entities.iter().enumerate();
        let listed = entities.filter(|(_, entity)| {
            Family::of(entity.kind) == family
                && entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name)
        });
        let items: Vec<String> = if family == Family::Figures {
            listed.map(|(i, entity)| format!("<li>{}</li>", self.entity_link(i, entity))).collect()
        } else {
            listed.map(|(i, entity)| self.entity(i, entity, family, spoken)).collect()
        };
        self.section(family.label(), family.key(), items);
    }

    /// Which quotes each entity speaks.
    fn spoken(&self) -> HashMap<EntityId, Vec<usize>> {
        let mut spoken: HashMap<EntityId, Vec<usize>> = HashMap::new();
        for (i, quote) in self.view.analysis.quotes.iter().enumerate() {
            if let Some(entity) = self.view.cast.speaking(quote) {
                spoken.entry(entity.id).or_default().push(i);
            }
        }
        spoken
    }

    fn entity(
        &self,
        i: usize,
        entity: &Entity,
        family: Family,
        spoken: &HashMap<EntityId, Vec<usize>>,
    ) -> String {
        let mut out =
            format!("<li><b><mark class=\"{}\">{}</mark></b>", family.key(), self.entity_link(i, entity));
        if let Some(role) = &entity.role {
            let _ = write!(out, " <span class=\"role\"><bdi>{}</bdi></span>", escape(&one_line(&role.text)));
        }
        if !entity.aliases.is_empty() {
            let aliases: Vec<String> = entity
                .aliases
                .iter()
                .map(|alias| format!("<bdi>{}</bdi> ({})", escape(&one_line(&alias.text)), alias.why.name()))
                .collect();
            let _ = write!(out, " <small>also {}</small>", aliases.join(", "));
        }
        let _ = write!(out, " <small>{}", self.mentions(i, entity));
        if let Some(quotes) = spoken.get(&entity.id) {
            let numbers: Vec<String> = quotes
                .iter()
                .map(|&quote| format!("<a href=\"#{}\">{}</a>", entry(quote), quote + 1))
                .collect();
            let said = if quotes.len() == 1 { "quote" } else { "quotes" };
            let _ = write!(out, " <span class=\"said-by\">· {said} {}</span>", numbers.join(" "));
        }
        out.push_str("</small></li>");
        out
    }

    /// The name, which leads to where it is mentioned first.
    fn entity_link(&self, i: usize, entity: &Entity) -> String {
        let first = entity.mentions.iter().position(|mention| mention.kind == MentionKind::Name);
        self.link(MarkTarget::Name(i, first.unwrap_or(0)), &one_line(&entity.name))
    }

    /// How often it is mentioned, and a number for each of the first places.
    fn mentions(&self, i: usize, entity: &Entity) -> String {
        let count = entity.mentions.len();
        if count == 1 {
            return "1 mention".to_owned();
        }
        let mut out = format!("{count} mentions<span class=\"places-of\">");
        for (nth, mention) in entity.mentions.iter().take(PLACES_SHOWN).enumerate() {
            let by_name = mention.kind == MentionKind::Name;
            let place = if by_name { MarkTarget::Name(i, nth) } else { MarkTarget::Mention(i, nth) };
            if self.anchors.contains(&place) {
                let label = escape(&words(self.view.document, mention.span));
                let number = nth + 1;
                let _ = write!(
                    out,
                    " <a href=\"#{}\" title=\"{label}\" aria-label=\"Mention {number}: {label}\">{number}</a>",
                    anchor(place),
                );
            }
        }
        out.push_str(if count > PLACES_SHOWN { " …</span>" } else { "</span>" });
        out
    }

    fn dates(&mut self) {
        let dates = self.view.analysis.dates.iter().enumerate();
        let items = dates.filter_map(|(i, date)| {
            let value = escape(&plain::date(date.kind, date.value.as_deref()?));
            let words = self.link(MarkTarget::Date(i), &words(self.view.document, date.span));
            Some(format!("<li><span class=\"value\">{value}</span> {words}</li>"))
        });
        self.section(Family::Dates.label(), "dates-list", items.collect());
    }

    fn keyphrases(&mut self) {
        let phrases = self.view.analysis.keyphrases.iter();
        let items = phrases.map(|phrase| format!("<li><bdi>{}</bdi></li>", escape(&one_line(&phrase.text))));
        self.section("Key phrases", "keyphrases", items.collect());
    }

    /// The words, which lead to a place in the text if it is marked there.
    fn link(&self, place: MarkTarget, words: &str) -> String {
        let words = escape(words);
        match self.anchors.contains(&place) {
            true => format!("<a href=\"#{}\"><bdi>{words}</bdi></a>", anchor(place)),
            false => format!("<bdi>{words}</bdi>"),
        }
    }

    /// A list under a heading with its count; nothing if it is empty.
    fn section(&mut self, heading: &str, class: &str, items: Vec<String>) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(
            self.out,
            "<section class=\"{class}-section\">\n<h2>{heading} <span class=\"count\">{}</span></h2>\n<ul>\n{}\n</ul>\n</section>",
            items.len(),
            items.join("\n"),
        );
    }
}

/// As many places of an entity as its entry has numbers for.
const PLACES_SHOWN: usize = 24;

fn is_known(details: &Details) -> bool {
    details.title.is_some() || details.site.is_some() || details.url.is_some() || !details.authors.is_empty()
}
