//! Decisions that can be told from what a component found alone: the language, pairs of marks, figures, key phrases,
//! the five Ws.

use analysis::{EntityId, EntityType, Span};

use super::trace::Decision;
use crate::pipeline::{Layer, State};
use crate::rules;

/// Adds to the trace what the layers say that a component has just added.
pub(super) fn note(state: &mut State, layers: &[Layer]) {
    let decisions: Vec<Decision> = layers.iter().flat_map(|layer| decisions(state, *layer)).collect();
    decisions.into_iter().for_each(|decision| state.trace.add(decision));
}

fn decisions(state: &State, layer: Layer) -> Vec<Decision> {
    let (doc, analysis) = (&state.doc, &state.analysis);
    let words = |span: Span| span.of(doc.text);
    match layer {
        Layer::Language => {
            vec![Decision::new(&rules::LANGUAGE, Span::default(), analysis.language.code.clone())]
        }
        Layer::Published => analysis
            .published
            .iter()
            .map(|published| match published.span {
                Some(span) => {
                    let what = format!("“{}” = {}", words(span), published.date);
                    Decision::new(&rules::PUBLISHED_FOUND, span, what)
                }
                None => Decision::new(&rules::PUBLISHED_GIVEN, Span::default(), published.date.clone()),
            })
            .collect(),
        Layer::QuotationMarks => {
            let regions = state.marks.regions.iter().filter(|region| !region.inner.is_empty());
            regions
                .map(|region| {
                    let span = doc.span(region.inner.clone());
                    let rule = match () {
                        () if region.goes_on => &rules::MARKS_GO_ON,
                        () if region.is_unclosed() => &rules::MARKS_UNCLOSED,
                        () => &rules::MARKS_PAIR,
                    };
                    let nested = if region.nested { ", inside another" } else { "" };
                    Decision::new(rule, span, format!("“{}”{nested}", words(span)))
                })
                .collect()
        }
        Layer::Amounts => {
            let rule = |kind| match kind {
                EntityType::Money => &rules::AMOUNT_MONEY,
                EntityType::Percent => &rules::AMOUNT_PERCENT,
                EntityType::Quantity => &rules::AMOUNT_QUANTITY,
                EntityType::Ordinal => &rules::AMOUNT_ORDINAL,
                _ => &rules::AMOUNT_CARDINAL,
            };
            let amounts = state.amounts.iter().map(|amount| {
                let span = doc.span(amount.tokens.clone());
                let kind = amount.kind.entity();
                Decision::new(rule(kind), span, format!("“{}” is {}", words(span), kind.name()))
            });
            amounts.collect()
        }
        Layer::KeyPhrases => {
            let phrases = analysis.keyphrases.iter().filter_map(|phrase| {
                let what = format!("“{}”, score {:.2}", phrase.text, phrase.score);
                Some(Decision::new(&rules::KEY_PHRASE, *phrase.mentions.first()?, what))
            });
            phrases.collect()
        }
        Layer::Figures => {
            let figures = analysis.figures.iter().map(|figure| {
                let value = match figure.value {
                    None => "no number".to_owned(),
                    Some((least, most)) if least == most => least.to_string(),
                    Some((least, most)) => format!("{least} to {most}"),
                };
                let unit = if figure.unit.is_empty() { "" } else { " " };
                let counted = figure.of.map(|span| format!(", of “{}”", words(span))).unwrap_or_default();
                let change = figure.change.map(|change| format!(", {}", change.name())).unwrap_or_default();
                let what =
                    format!("“{}” = {value}{unit}{}{counted}{change}", words(figure.span), figure.unit);
                Decision::new(&rules::FIGURE, figure.span, what)
            });
            figures.collect()
        }
        Layer::FiveWs => five_ws(state),
        _ => Vec::new(),
    }
}

fn five_ws(state: &State) -> Vec<Decision> {
    let (facts, text) = (&state.analysis.facts, state.doc.text);
    let entity = |rule, id: EntityId| {
        let entity = state.analysis.entity(id)?;
        let first = entity.mentions.first()?;
        Some(Decision::new(rule, first.span, entity.name.clone()))
    };
    let words = |rule, span: Span| Decision::new(rule, span, format!("“{}”", span.of(text)));
    let mut found: Vec<Decision> = facts.who.iter().filter_map(|id| entity(&rules::FIVE_WHO, *id)).collect();
    found.extend(facts.what.map(|span| words(&rules::FIVE_WHAT, span)));
    found.extend(facts.when.map(|span| words(&rules::FIVE_WHEN, span)));
    found.extend(facts.place.and_then(|id| entity(&rules::FIVE_WHERE, id)));
    found.extend(facts.why.map(|span| words(&rules::FIVE_WHY, span)));
    found
}
