//! Correcting what the engine found: an entity on its card, a quote in its list, words selected in the article, and
//! the list of all that was corrected.

pub mod entity;
pub mod list;
pub mod mention;
pub mod quote;
mod rename;

use std::sync::Arc;

use analysis::{Analysis, Document, EntityId, EntityType, QuoteKind};
use corrections::Correction;
use leptos::prelude::*;
use presentation::{Article, Candidate, Family, words};
use text::Span;

use crate::components::chooser::Choice;
use crate::platform::{self, selection};
use crate::state::{self, Session};

/// The key of a choice that is no entity.
const NOBODY: u32 = u32::MAX;
/// What opens a quotation.
const MARKS: [char; 6] = ['"', '“', '„', '«', '‘', '‹'];
/// The types a name can have.
const KINDS: [EntityType; 11] = [
    EntityType::Person,
    EntityType::Org,
    EntityType::Gpe,
    EntityType::Loc,
    EntityType::Fac,
    EntityType::Norp,
    EntityType::Event,
    EntityType::Product,
    EntityType::WorkOfArt,
    EntityType::Law,
    EntityType::Language,
];

/// Makes a correction of what is shown now.
pub(super) fn correct(session: Session, make: impl FnOnce(&Document, &Analysis) -> Option<Correction>) {
    platform::typing_is_done();
    session.correct(session.with_article(make));
}

/// Closes the form, and gives the focus back to what opened it.
fn closer(button: &'static str) -> Arc<dyn Fn() + Send + Sync> {
    let editing = state::editing();
    Arc::new(move || {
        editing.close();
        request_animation_frame(move || platform::focus(button));
    })
}

fn choices(article: &Article, candidates: Vec<Candidate>) -> Vec<Choice> {
    let choice = |candidate: Candidate| {
        let entity = article.entity(candidate.id)?;
        let kind = words::kind_of(entity.kind);
        let hint = candidate.why.map_or_else(|| kind.to_owned(), |why| format!("{why} · {kind}"));
        Some(Choice { key: candidate.id.0, label: entity.name.clone(), hint })
    };
    candidates.into_iter().filter_map(choice).collect()
}

fn name_of(article: &Article, id: u32) -> String {
    article.entity(EntityId(id)).map_or(String::new(), |entity| words::shortened(&entity.name, 50))
}

/// A bar that comes up while words of the article are selected: they can be marked.
#[component]
pub fn MarkSelection() -> impl IntoView {
    let session = state::session();
    let selected = RwSignal::new(None::<Span>);
    selection::on_change(move || {
        let span = selection::selected().and_then(|((first, from), (last, to))| {
            session.article.with_untracked(|article| {
                let article = article.as_ref()?;
                Some(Span { start: article.place_of(first, from), end: article.place_of(last, to) })
            })
        });
        if selected.get_untracked() != span {
            selected.set(span);
        }
    });
    let said = move || {
        let span = selected.get()?;
        let words = session.article.with(|article| Some(article.as_ref()?.words(span).trim().to_owned()))?;
        (!words.is_empty()).then(|| words::shortened(&words, 40))
    };
    let name = move |kind: EntityType| {
        let Some(span) = selected.get_untracked() else { return };
        correct(session, |document, analysis| {
            Correction::add_name(document, analysis, span, kind, None, true)
        });
        selection::clear();
    };
    let quote = move |_| {
        let Some(span) = selected.get_untracked() else { return };
        correct(session, |document, analysis| {
            Correction::add_quote(document, analysis, &[span], quote_kind(&document.text, span), None)
        });
        selection::clear();
    };
    // A press on a button must not take the selection away before it is used.
    let keep = |event: web_sys::PointerEvent| event.prevent_default();
    view! {
        {move || {
            said()
                .map(|said| {
                    view! {
                        <div class="mark-bar" role="toolbar" aria-label="Mark the selected words" on:pointerdown=keep>
                            <span class="mark-words">{format!("“{said}”")}</span>
                            {[
                                (EntityType::Person, "Person"),
                                (EntityType::Org, "Organisation"),
                                (EntityType::Gpe, "Place"),
                                (EntityType::Event, "Other name"),
                            ]
                                .map(|(kind, label)| {
                                    view! {
                                        <button
                                            type="button"
                                            class="button small"
                                            data-family=Family::of(kind).key()
                                            on:click=move |_| name(kind)
                                        >
                                            {label}
                                        </button>
                                    }
                                })}
                            <button type="button" id="mark-quote" class="button small" on:click=quote>
                                "Quote"
                            </button>
                        </div>
                    }
                })
        }}
    }
}

/// Words right behind a quotation mark are speech as it was spoken; others are the reporter's.
fn quote_kind(text: &str, span: Span) -> QuoteKind {
    let before = text.get(..span.start as usize).unwrap_or("");
    let marked = span.of(text).starts_with(MARKS) || before.ends_with(MARKS);
    if marked { QuoteKind::Direct } else { QuoteKind::Indirect }
}
