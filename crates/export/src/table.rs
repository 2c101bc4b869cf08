//! Tables for the clipboard: cells between tabs, a row a line, as spreadsheets and documents take them in.
//!
//! A cell that would be read as a formula gets an apostrophe before it, and no cell breaks its row.

use analysis::{Analysis, Document, Span, plain};

use crate::article::words;

/// Every figure: its words, least and greatest value, unit, what it counts, whether it rose, against what.
pub fn figures_table(document: &Document, analysis: &Analysis) -> String {
    let said = |span: Option<Span>| span.map_or(String::new(), |span| words(document, span));
    let rows = analysis.figures.iter().map(|figure| {
        let value = |side: fn((f64, f64)) -> f64| figure.value.map_or(String::new(), |v| side(v).to_string());
        vec![
            words(document, figure.span),
            value(|(least, _)| least),
            value(|(_, greatest)| greatest),
            figure.unit.clone(),
            said(figure.of),
            figure.change.map_or(String::new(), |change| change.name().to_owned()),
            said(figure.against),
        ]
    });
    table(&["words", "least", "greatest", "unit", "of", "change", "against"], rows)
}

/// Every date: its words, what they mean in words and as ISO 8601 or TIMEX3 value, and its kind.
pub fn dates_table(document: &Document, analysis: &Analysis) -> String {
    let rows = analysis.dates.iter().map(|date| {
        vec![
            words(document, date.span),
            date.value.as_deref().map_or(String::new(), |value| plain::date(date.kind, value)),
            date.value.clone().unwrap_or_default(),
            date.kind.name().to_lowercase(),
        ]
    });
    table(&["words", "in words", "value", "kind"], rows)
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = head.join("\t");
    out.push('\n');
    for row in rows {
        out.push_str(&row.iter().map(|cell| guarded(cell)).collect::<Vec<_>>().join("\t"));
        out.push('\n');
    }
    out
}

/// The cell on one line, and no formula; a number may keep its minus.
fn guarded(cell: &str) -> String {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_formula = cell.starts_with(['=', '+', '@', '-']) && cell.parse::<f64>().is_err();
    if is_formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use analysis::{Change, Date, DateKind, Figure, FigureKind};

    #[test]
    fn a_row_for_each_figure_and_no_formulas() {
        let text = "Net income rose 18%\tfrom a year\nearlier. =cmd() 5";
        let document = Document::from_paragraphs(text);
        let at = |part: &str| {
            let start = document.text.find(part).expect("it is in the text");
            Span::new(start, start + part.len())
        };
        let figure = Figure {
            span: at("18%"),
            kind: FigureKind::Percent,
            value: Some((18.0, 18.0)),
            unit: "%".to_owned(),
            of: Some(at("Net income")),
            change: Some(Change::Up),
            against: Some(at("=cmd()")),
        };
        let analysis = Analysis { figures: vec![figure], ..Analysis::default() };
        let table = figures_table(&document, &analysis);
        assert_eq!(table.lines().nth(1), Some("18%\t18\t18\t%\tNet income\tup\t'=cmd()"));
        assert_eq!(table.lines().count(), 2);
    }

    #[test]
    fn a_date_without_a_value_has_an_empty_cell() {
        let document = Document::from_paragraphs("On Monday it rained.");
        let date = Date { span: Span::new(3, 9), kind: DateKind::Date, value: None };
        let analysis = Analysis { dates: vec![date], ..Analysis::default() };
        assert_eq!(dates_table(&document, &analysis), "words\tin words\tvalue\tkind\nMonday\t\t\tdate\n");
    }
}
