//! Correcting what the engine found: an entity on its card, a quote in its list, words selected in the article, and
//! the list of all that was corrected.

use analysis::{Analysis, Document, EntityId, EntityType, Quote, QuoteKind};
use corrections::Correction;
use leptos::prelude::*;
use presentation::{Article, Family, Route, Target, words};
use text::Span;

use crate::components::icons;
use crate::platform::{self, selection};
use crate::state::{self, Session, Shown};

/// Entities offered in a list of others, heaviest first.
const OFFERED: usize = 200;
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
fn correct(session: Session, make: impl FnOnce(&Document, &Analysis) -> Option<Correction>) {
    session.correct(session.with_article(make));
}

/// Names that are not values, heaviest first; people before others where `people_first`.
fn others(article: &Article, but: Option<EntityId>) -> Vec<(EntityId, String)> {
    let mut all: Vec<(usize, EntityId, String)> = article
        .analysis
        .entities
        .iter()
        .filter(|entity| Some(entity.id) != but && !entity.kind.is_value())
        .map(|entity| (article.weight(entity.id), entity.id, entity.name.clone()))
        .collect();
    all.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
    all.truncate(OFFERED);
    all.into_iter().map(|(_, id, name)| (id, name)).collect()
}

/// A list to choose another entity from; it says `ask` until one is chosen.
fn choose(
    id: String,
    label: &'static str,
    ask: &'static str,
    first: Option<(&'static str, &'static str)>,
    others: Vec<(EntityId, String)>,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <label class="select">
            <span>{label}</span>
            <select id=id on:change=move |event| chosen(event_target_value(&event))>
                <option value="">{ask}</option>
                {first.map(|(value, label)| view! { <option value=value>{label}</option> })}
                {others
                    .into_iter()
                    .map(|(id, name)| view! { <option value=id.0.to_string()>{words::shortened(&name, 60)}</option> })
                    .collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// What can be corrected of an entity, folded away until it is asked for; `open` outlives the card, which every
/// correction draws anew.
pub fn entity(article: &Shown, id: EntityId, open: RwSignal<bool>) -> AnyView {
    let (session, place) = (state::session(), state::place());
    let Some(entity) = article.entity(id) else { return ().into_any() };
    let name = RwSignal::new(entity.name.clone());
    let (kind, article) = (entity.kind, article.clone());
    let rename = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked();
        correct(session, |document, analysis| Correction::rename(document, analysis, id, &name));
    };
    let kinds = KINDS.contains(&kind).then(|| {
        view! {
            <label class="select">
                <span>"Kind"</span>
                <select
                    id="retype"
                    on:change=move |event| {
                        let chosen = event_target_value(&event);
                        if let Some(kind) = KINDS.into_iter().find(|kind| kind.name() == chosen) {
                            correct(session, |document, analysis| Correction::retype(document, analysis, id, kind));
                        }
                    }
                >
                    {KINDS
                        .map(|each| {
                            view! {
                                <option value=each.name() selected=each == kind>
                                    {words::kind_of(each)}
                                </option>
                            }
                        })}
                </select>
            </label>
        }
    });
    let merge = move |chosen: String| {
        let Some(into) = chosen.parse().ok().map(EntityId) else { return };
        correct(session, |document, analysis| Correction::merge(document, analysis, id, into));
        place.step_to(Route::entity(into));
    };
    view! {
        <details
            class="correct"
            id="correct"
            prop:open=move || open.get()
            on:toggle=move |event| open.set(platform::is_open(&event))
        >
            <summary>{icons::pencil()}"Correct"</summary>
            <form on:submit=rename>
                <label for="rename">"Name"</label>
                <input
                    id="rename"
                    type="text"
                    autocomplete="off"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
                <button type="submit" class="button small">"Rename"</button>
            </form>
            {kinds}
            {choose(
                "merge".to_owned(),
                "Is the same as",
                "choose a name",
                None,
                others(&article, Some(id)),
                merge,
            )}
            {mention_actions(article, id)}
            <p class="actions">
                <button
                    type="button"
                    id="not-a-name"
                    class="button small"
                    on:click=move |_| {
                        correct(session, |document, analysis| Correction::not_a_name(document, analysis, id));
                        place.step_to(Route::to(presentation::View::Entities));
                    }
                >
                    "Not a name"
                </button>
            </p>
        </details>
    }
    .into_any()
}

/// What can be done with the one mention that is selected.
fn mention_actions(article: Shown, id: EntityId) -> AnyView {
    let (session, place) = (state::session(), state::place());
    view! {
        {move || {
            let at = match place.route.get().target {
                Some(Target::Entity(same, Some(n))) if same == id => (n as usize).checked_sub(1)?,
                _ => return Some(view! { <p class="hint">"Step to a mention to split it off."</p> }.into_any()),
            };
            let entity = article.entity(id)?;
            let said = words::shortened(article.words(entity.mentions.get(at)?.span), 30);
            Some(
                view! {
                    <p class="hint">{format!("This mention, “{said}”:")}</p>
                    <p class="actions">
                        <button
                            type="button"
                            id="split"
                            class="button small"
                            on:click=move |_| {
                                correct(session, |document, analysis| Correction::split(document, analysis, id, at));
                            }
                        >
                            "Split off"
                        </button>
                        <button
                            type="button"
                            class="button small"
                            on:click=move |_| {
                                correct(session, |document, analysis| {
                                    Correction::not_a_mention(document, analysis, id, at)
                                });
                            }
                        >
                            "Not a name here"
                        </button>
                    </p>
                }
                    .into_any(),
            )
        }}
    }
    .into_any()
}

/// What can be corrected of a quote; the list of speakers is made when it is asked for.
pub fn quote(article: &Shown, quote: &Quote) -> AnyView {
    let session = state::session();
    let (id, article) = (quote.id, article.clone());
    let open = RwSignal::new(false);
    let give = move |chosen: String| match chosen.as_str() {
        "" => {}
        "nobody" => {
            correct(session, |document, analysis| Correction::set_speaker(document, analysis, id, None))
        }
        speaker => {
            if let Some(speaker) = speaker.parse().ok().map(EntityId) {
                correct(session, |document, analysis| {
                    Correction::set_speaker(document, analysis, id, Some(speaker))
                });
            }
        }
    };
    view! {
        <button
            type="button"
            class="tool correct-quote"
            aria-label=format!("Correct quote {id}")
            title="Correct"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {icons::pencil()}
        </button>
        {move || {
            open.get()
                .then(|| {
                    view! {
                        <div class="correct-form">
                            {choose(
                                format!("speaker-{id}"),
                                "Said by",
                                "choose who",
                                Some(("nobody", "No speaker named")),
                                others(&article, None),
                                give,
                            )}
                            <button
                                type="button"
                                class="button small"
                                on:click=move |_| {
                                    correct(session, |document, analysis| {
                                        Correction::not_a_quote(document, analysis, id)
                                    });
                                }
                            >
                                "Not a quote"
                            </button>
                        </div>
                    }
                })
        }}
    }
    .into_any()
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

/// What was corrected, with undo and redo, and what the text has no place for.
#[component]
pub fn Corrections() -> impl IntoView {
    let session = state::session();
    view! {
        {move || {
            let history = session.history.get();
            (history.can_undo() || history.can_redo())
                .then(|| {
                    let count = words::count(history.done().len(), "correction", "corrections");
                    let list = history.done().iter().rev().take(20).map(|one| view! { <li>{one.describe()}</li> }).collect_view();
                    let waiting = session.waiting.get();
                    view! {
                        <section class="corrections" aria-labelledby="corrections-label">
                            <h3 id="corrections-label">{count}</h3>
                            <p class="actions">
                                <button
                                    type="button"
                                    id="undo"
                                    class="button small"
                                    disabled=!history.can_undo()
                                    on:click=move |_| session.undo()
                                >
                                    "Undo"
                                </button>
                                <button
                                    type="button"
                                    id="redo"
                                    class="button small"
                                    disabled=!history.can_redo()
                                    on:click=move |_| session.redo()
                                >
                                    "Redo"
                                </button>
                                <button
                                    type="button"
                                    id="learn-names"
                                    class="button small"
                                    title="Names you corrected go into a list that later articles can be read with"
                                    disabled=!history.can_undo()
                                    on:click=move |_| session.learn_names()
                                >
                                    "Remember these names"
                                </button>
                            </p>
                            <ol class="done" reversed>{list}</ol>
                            {(!waiting.is_empty())
                                .then(|| {
                                    view! {
                                        <div class="notes">
                                            <p>"These fit nowhere in the text as it is now. They are kept:"</p>
                                            <ul>
                                                {waiting
                                                    .into_iter()
                                                    .map(|one| view! { <li>{format!("{}: {}", one.told, one.why)}</li> })
                                                    .collect_view()}
                                            </ul>
                                        </div>
                                    }
                                })}
                        </section>
                    }
                })
        }}
    }
}
