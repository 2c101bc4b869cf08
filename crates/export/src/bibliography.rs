//! The article as an entry for reference managers: CSL-JSON (schema csl-data.json 1.0.2), RIS, BibTeX.

use std::collections::HashMap;

use analysis::{Analysis, Document};
use serde_json::{Map, Value, json};

use crate::article::one_line;
use crate::details::{Author, Details, details};

/// One item of CSL-JSON on one line, without a line end. A file of them is a list.
pub fn csl_item(id: &str, keys: &mut EntryKeys, document: &Document, analysis: &Analysis) -> String {
    let details = details(document, analysis);
    let mut item = Map::new();
    item.insert("id".to_owned(), keys.key(id, &details).into());
    item.insert(
        "type".to_owned(),
        if details.site.is_some() { "article-newspaper" } else { "webpage" }.into(),
    );
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    put("title", details.title.clone().map(Value::from));
    let authors: Vec<Value> = details.authors.iter().map(csl_name).collect();
    put("author", (!authors.is_empty()).then(|| authors.into()));
    put("container-title", details.site.clone().map(Value::from));
    let parts: Vec<u32> =
        details.day.iter().flat_map(|day| day.split('-')).map_while(|part| part.parse().ok()).collect();
    put("issued", (!parts.is_empty()).then(|| json!({ "date-parts": [parts] })));
    put("URL", details.url.clone().map(Value::from));
    put("language", details.language.clone().map(Value::from));
    let notes = notes(analysis);
    put("note", (!notes.is_empty()).then(|| notes.join("\n").into()));
    Value::Object(item).to_string()
}

fn csl_name(author: &Author) -> Value {
    match author {
        Author::Body(name) => json!({ "literal": name }),
        Author::Person { given, family, suffix: None } => json!({ "family": family, "given": given }),
        Author::Person { given, family, suffix: Some(suffix) } => {
            json!({ "family": family, "given": given, "suffix": suffix })
        }
    }
}

/// The entry in RIS, each line ended by CRLF as its description asks, with an empty line behind it.
pub fn ris(id: &str, keys: &mut EntryKeys, document: &Document, analysis: &Analysis) -> String {
    let details = details(document, analysis);
    let mut out = String::new();
    let mut put = |tag: &str, value: &str| {
        let value: String = one_line(value).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        out.push_str(&format!("{tag}  - {value}\r\n"));
    };
    put("TY", if details.site.is_some() { "NEWS" } else { "ELEC" });
    put("ID", &keys.key(id, &details));
    details.title.iter().for_each(|title| put("TI", title));
    for author in &details.authors {
        put("AU", &filed(author));
    }
    details.site.iter().for_each(|site| put("T2", site));
    if let Some(day) = &details.day {
        put("PY", day.get(..4).unwrap_or(day));
        put("DA", &day.replace('-', "/"));
    }
    details.url.iter().for_each(|url| put("UR", url));
    details.language.iter().for_each(|language| put("LA", language));
    notes(analysis).iter().for_each(|note| put("N1", note));
    out.push_str("ER  - \r\n\r\n");
    out
}

/// "Pell, Ito, Jr."; a body as it is called.
fn filed(author: &Author) -> String {
    match author {
        // A comma would make a person of it.
        Author::Body(name) => name.replace(", ", " "),
        Author::Person { given, family, suffix } => {
            let suffix = suffix.as_ref().map(|suffix| format!(", {suffix}")).unwrap_or_default();
            format!("{family}, {given}{suffix}")
        }
    }
}

/// The entry in BibTeX, with `date` for biblatex beside the `year` and `month` of the older form, and an empty line
/// behind it.
pub fn bibtex(id: &str, keys: &mut EntryKeys, document: &Document, analysis: &Analysis) -> String {
    const MONTHS: &str = "janfebmaraprmayjunjulaugsepoctnovdec";
    let details = details(document, analysis);
    let kind = if details.site.is_some() { "article" } else { "misc" };
    let mut out = format!("@{kind}{{{},\n", keys.key(id, &details));
    let mut put = |name: &str, value: String| out.push_str(&format!("  {name} = {value},\n"));
    let braced = |text: &str| format!("{{{}}}", tex(text));
    let authors: Vec<String> = details
        .authors
        .iter()
        .map(|author| match author {
            Author::Body(name) => braced(name),
            Author::Person { given, family, suffix: None } => format!("{}, {}", tex(family), tex(given)),
            Author::Person { given, family, suffix: Some(suffix) } => {
                format!("{}, {}, {}", tex(family), tex(suffix), tex(given))
            }
        })
        .collect();
    if !authors.is_empty() {
        put("author", format!("{{{}}}", authors.join(" and ")));
    }
    // Two pairs of braces keep the capitals.
    details.title.iter().for_each(|title| put("title", format!("{{{}}}", braced(title))));
    details.site.iter().for_each(|site| put("journal", braced(site)));
    if let Some(day) = &details.day {
        put("date", braced(day));
        put("year", braced(day.get(..4).unwrap_or(day)));
        let month =
            day.get(5..7).and_then(|month| month.parse::<usize>().ok()).and_then(|m| m.checked_sub(1));
        let month = month.and_then(|month| MONTHS.get(month * 3..month * 3 + 3));
        month.into_iter().for_each(|month| put("month", month.to_owned()));
    }
    details.url.iter().for_each(|url| put("url", format!("{{{}}}", address(url))));
    details.language.iter().for_each(|language| put("langid", braced(language)));
    let notes = notes(analysis);
    if !notes.is_empty() {
        put("annotation", braced(&notes.join(" — ")));
    }
    out.push_str("}\n\n");
    out
}

/// Text in which nothing is a command.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft "),
            '}' => out.push_str("\\textbraceright "),
            '~' => out.push_str("\\textasciitilde "),
            '^' => out.push_str("\\textasciicircum "),
            '\\' => out.push_str("\\textbackslash "),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address, in which braces and white space would end the field.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").split_whitespace().collect()
}

fn notes(analysis: &Analysis) -> Vec<String> {
    analysis.notes.iter().map(|note| one_line(&note.words)).filter(|note| !note.is_empty()).collect()
}

/// What the entries of one file are called, each by a name of its own.
#[derive(Default)]
pub struct EntryKeys {
    /// How many entries so far would be called so if each stood alone.
    count: HashMap<String, usize>,
}

impl EntryKeys {
    /// "pell2025bridge"; the second article that would be called so is "pell2025bridge-2", which no other is called:
    /// a hyphen stands in no other name.
    fn key(&mut self, id: &str, details: &Details) -> String {
        let key = key(id, details);
        let nth = self.count.entry(key.clone()).or_default();
        *nth += 1;
        if *nth == 1 { key } else { format!("{key}-{nth}") }
    }
}

/// What the entry would be called if it stood alone, in letters and digits that every manager takes.
fn key(id: &str, details: &Details) -> String {
    let plain =
        |words: &str| words.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let author = details.authors.first().map(|author| match author {
        Author::Body(name) => plain(name.split_whitespace().next().unwrap_or("")),
        Author::Person { family, .. } => plain(family),
    });
    let year = details.day.as_ref().and_then(|day| day.get(..4)).map(plain);
    let word = details.title.iter().flat_map(|title| title.split_whitespace()).map(plain);
    let word = word.into_iter().find(|word| word.len() > 3);
    let key: String = [author, year, word].into_iter().flatten().collect();
    let begins = key.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    match key.as_str() {
        "" => Some(plain(id))
            .filter(|id| !id.is_empty())
            .map_or("article".to_owned(), |id| format!("article{id}")),
        _ if begins => key,
        _ => format!("article{key}"),
    }
}
