//! What a reader must know of an article to cite it: title, authors, site, day and address, as the file states them, the
//! article prints them, or the reader has set them. Citations, exports, print and the library's rows say it through here.

use analysis::{Analysis, BlockKind, Document, EntityType};

use crate::article::{block, one_line};

/// All that is known of an article as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    pub title: Option<String>,
    pub authors: Vec<Author>,
    /// The newspaper, broadcaster or site.
    pub site: Option<String>,
    /// The day of publication, as 2025-12-07.
    pub day: Option<String>,
    pub url: Option<String>,
    /// ISO 639-1, if it is known.
    pub language: Option<String>,
}

/// Somebody who wrote an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    Person {
        /// Empty for who goes by one name.
        given: String,
        family: String,
        /// "Jr.", "III".
        suffix: Option<String>,
    },
    /// An agency, a desk, a newspaper.
    Body(String),
}

/// The title before all others is the reader's; then the headline as it is printed, which has nothing of the site in it.
pub fn details(document: &Document, analysis: &Analysis) -> Details {
    let stated = &document.stated;
    let own = stated.title.as_deref().map(one_line).filter(|title| !title.is_empty());
    let title = match stated.title_is_readers {
        true => own,
        false => block(document, BlockKind::Headline).or(own),
    };
    Details {
        title,
        authors: names(document, analysis).iter().map(|name| author(name, analysis)).collect(),
        site: stated.site.as_deref().map(one_line).filter(|site| !site.is_empty()),
        day: analysis.published.as_ref().map(|published| published.date.clone()),
        url: stated.url.clone().filter(|url| is_web(url)),
        language: Some(analysis.language.code.clone()).filter(|code| !matches!(code.as_str(), "und" | "")),
    }
}

/// Whether it is an address of the web: no other is made a link of.
pub fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

impl Details {
    /// The authors as they are named in a line: "Ana Ruiz, Ito Pell and Jo Orr".
    pub fn by(&self) -> Option<String> {
        let names: Vec<String> = self.authors.iter().map(Author::name).collect();
        let (last, others) = names.split_last()?;
        Some(match others {
            [] => last.clone(),
            _ => format!("{} and {last}", others.join(", ")),
        })
    }
}

impl Author {
    /// The name in its usual order.
    pub fn name(&self) -> String {
        match self {
            Author::Body(name) => name.clone(),
            Author::Person { given, family, suffix } => {
                let parts = [Some(given), Some(family), suffix.as_ref()].into_iter().flatten();
                let parts: Vec<&str> = parts.map(String::as_str).filter(|part| !part.is_empty()).collect();
                parts.join(" ")
            }
        }
    }
}

/// Those the file states, or the reader has set; else the people that the byline names; else the byline without its "By".
pub fn names(document: &Document, analysis: &Analysis) -> Vec<String> {
    let stated = &document.stated.authors;
    if !stated.is_empty() {
        return stated.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect();
    }
    let Some(byline) = document.blocks.iter().find(|block| block.kind == BlockKind::Byline) else {
        return Vec::new();
    };
    let mut named: Vec<(u32, String)> = Vec::new();
    for entity in analysis.entities.iter().filter(|entity| entity.kind == EntityType::Person) {
        let here = entity.mentions.iter().find(|mention| byline.span.contains(mention.span));
        if let Some(mention) = here {
            let printed = one_line(mention.span.of(&document.text));
            // Names in capitals alone are a matter of design.
            let capitals = !printed.chars().any(char::is_lowercase);
            named.push((mention.span.start, if capitals { in_small(&entity.name) } else { printed }));
        }
    }
    if !named.is_empty() {
        named.sort();
        return named.into_iter().map(|(_, name)| name).collect();
    }
    let words = one_line(byline.span.of(&document.text));
    let rest = words.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).and_then(|_| words.get(3..));
    let names = rest.unwrap_or(&words).split(" and ").map(|name| in_small(name.trim()));
    names.filter(|name| !name.is_empty()).collect()
}

/// A name in capitals alone as names are written.
fn in_small(name: &str) -> String {
    if name.chars().any(char::is_lowercase) || name.chars().filter(|c| c.is_uppercase()).count() < 4 {
        return name.to_owned();
    }
    let mut small = String::with_capacity(name.len());
    let mut begins = true;
    for c in name.chars() {
        if begins {
            small.push(c)
        } else {
            small.extend(c.to_lowercase())
        }
        begins = !c.is_alphanumeric();
    }
    small
}

/// What ends the name of a desk or an agency.
const BODIES: [&str; 8] = ["Press", "News", "Agency", "Staff", "Desk", "Team", "Reporters", "Board"];
const SUFFIXES: [&str; 6] = ["Jr", "Sr", "II", "III", "IV", "V"];

fn author(name: &str, analysis: &Analysis) -> Author {
    if let Some((family, given)) = name.split_once(", ") {
        let suffix = SUFFIXES.contains(&given.trim_end_matches('.'));
        if !suffix && !family.contains(' ') && !given.contains(',') {
            return Author::Person { given: given.to_owned(), family: family.to_owned(), suffix: None };
        }
    }
    let is_body = analysis.entities.iter().any(|entity| {
        entity.kind == EntityType::Org
            && (entity.name == name || entity.aliases.iter().any(|alias| alias.text == name))
    });
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends_so = words.last().is_some_and(|last| BODIES.contains(last));
    if words.len() < 2 || is_body || ends_so || name.contains(['&', '.']) && name.contains(".co") {
        return Author::Body(name.to_owned());
    }
    let (words, suffix) = match words.split_last() {
        Some((last, rest)) if rest.len() > 1 && SUFFIXES.contains(&last.trim_end_matches('.')) => {
            (rest, Some((*last).to_owned()))
        }
        _ => (words.as_slice(), None),
    };
    // "Jan van der Berg": particles in small letters belong to the family's name.
    let is_small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let last = words.len() - 1;
    let particles = words.get(1..last).unwrap_or(&[]).iter().rev().take_while(|word| is_small(word)).count();
    let at = last - particles;
    let (given, family) = words.split_at(at);
    let family = family.join(" ").trim_end_matches(',').to_owned();
    Author::Person { given: given.join(" ").trim_end_matches(',').to_owned(), family, suffix }
}

#[cfg(test)]
mod tests {
    use super::*;
    use analysis::{Block, Entity, EntityId, Mention, MentionKind, Span};

    #[test]
    fn names_are_taken_apart_as_they_are_filed() {
        let check = |name: &str, given: &str, family: &str, suffix: Option<&str>| {
            let expected = Author::Person {
                given: given.to_owned(),
                family: family.to_owned(),
                suffix: suffix.map(str::to_owned),
            };
            assert_eq!(author(name, &Analysis::default()), expected, "{name}");
        };
        check("Ito Pell", "Ito", "Pell", None);
        check("Jan van der Berg", "Jan", "van der Berg", None);
        check("Ana M. Ruiz", "Ana M.", "Ruiz", None);
        check("Orr, Jo", "Jo", "Orr", None);
        check("Jo Orr, Jr.", "Jo", "Orr", Some("Jr."));
        for body in ["Reuters", "Lindmouth Press", "Harbour & Quay News"] {
            assert_eq!(author(body, &Analysis::default()), Author::Body(body.to_owned()));
        }
    }

    #[test]
    fn a_byline_gives_the_people_it_names() {
        let text = "BY ANA RUIZ and Ito Pell, Political Editor\n";
        let mut document = Document::from_paragraphs(text);
        document.blocks = vec![Block { span: Span::new(0, text.len() - 1), kind: BlockKind::Byline }];
        let person = |id, name: &str, words: &str| Entity {
            id: EntityId(id),
            kind: EntityType::Person,
            name: name.to_owned(),
            aliases: Vec::new(),
            role: None,
            salience: 0.0,
            mentions: vec![Mention {
                span: Span::new(
                    text.find(words).expect("it is there"),
                    text.find(words).expect("it is there") + words.len(),
                ),
                kind: MentionKind::Name,
            }],
        };
        let entities = vec![person(1, "ANA RUIZ", "ANA RUIZ"), person(2, "Ito Pell", "Ito Pell")];
        let analysis = Analysis { entities, ..Analysis::default() };
        assert_eq!(names(&document, &analysis), ["Ana Ruiz", "Ito Pell"]);
        assert_eq!(details(&document, &analysis).by().as_deref(), Some("Ana Ruiz and Ito Pell"));
        let none = names(&document, &Analysis::default());
        assert_eq!(none, ["Ana Ruiz", "Ito Pell, Political Editor"]);
    }

    #[test]
    fn the_readers_title_goes_before_the_headline() {
        let mut document = Document::from_paragraphs("Bridge vote fails\n");
        document.blocks[0].kind = BlockKind::Headline;
        document.stated.title = Some("Bridge vote fails | Lindmouth Gazette".to_owned());
        let title = |document: &Document| details(document, &Analysis::default()).title;
        assert_eq!(title(&document).as_deref(), Some("Bridge vote fails"));
        document.stated.title_is_readers = true;
        assert_eq!(title(&document).as_deref(), Some("Bridge vote fails | Lindmouth Gazette"));
    }
}
