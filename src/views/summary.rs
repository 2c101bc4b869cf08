//! What the article says: its best sentences, the same seen from one entity, key phrases, and the dates it names.

use analysis::EntityId;
use leptos::prelude::*;
use reading::{Family, Route, Target, View, words};
use text::Span;

use crate::state::{self, SUMMARY_LENGTHS, Shown};

/// Entities offered for "about", heaviest first.
const OFFERED: usize = 20;

#[component]
pub fn Summary() -> impl IntoView {
    let (desk, place) = (state::desk(), state::place());
    let about = RwSignal::new(None::<EntityId>);
    Effect::new(move |_| match place.route.get() {
        Route { target: Some(Target::About(id)), .. } => about.set(Some(id)),
        Route { view: View::Summary, target: None } => about.set(None),
        _ => {}
    });
    view! {
        {move || {
            desk.article
                .get()
                .map(|article| {
                    view! {
                        <header class="panel-head">
                            <h2>"Summary"</h2>
                            <p class="hint">"The article's own sentences, in its own order"</p>
                        </header>
                        <Length/>
                        <About article=article.clone() about/>
                        <Sentences article=article.clone() about/>
                        {phrases(&article)}
                        <Dates article/>
                    }
                })
        }}
    }
}

#[component]
fn Length() -> impl IntoView {
    let settings = state::settings();
    let length = settings.summary_length;
    let (least, most) = SUMMARY_LENGTHS;
    view! {
        <div class="length">
            <label for="summary-length">"Sentences"</label>
            <input
                id="summary-length"
                type="range"
                min=least
                max=most
                step="1"
                prop:value=move || length.get().to_string()
                on:input=move |event| {
                    if let Ok(wanted) = event_target_value(&event).parse::<u32>() {
                        length.set(wanted.clamp(least, most));
                    }
                }
            />
            <output for="summary-length">{move || length.get()}</output>
        </div>
    }
}

/// Whom the summary is about: the whole article, or one of its main names.
#[component]
fn About(article: Shown, about: RwSignal<Option<EntityId>>) -> impl IntoView {
    let place = state::place();
    let mut names: Vec<(usize, EntityId, String)> = article
        .families()
        .into_iter()
        .filter(|(family, _)| !matches!(family, Family::Dates | Family::Figures))
        .flat_map(|(_, members)| members.into_iter().take(OFFERED))
        .map(|entity| (article.weight(entity.id), entity.id, entity.name.clone()))
        .collect();
    names.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
    names.truncate(OFFERED);
    // One that was asked for by address is offered, however light it is.
    if let Some(id) = about.get_untracked()
        && names.iter().all(|(_, other, _)| *other != id)
        && let Some(entity) = article.entity(id)
    {
        names.push((0, id, entity.name.clone()));
    }
    view! {
        <label class="select about">
            <span>"About"</span>
            <select
                id="about"
                prop:value=move || about.get().map_or(String::new(), |id| id.0.to_string())
                on:change=move |event| {
                    let id = event_target_value(&event).parse().ok().map(EntityId);
                    place.step_to(match id {
                        Some(id) => Route::summary(Target::About(id)),
                        None => Route::to(View::Summary),
                    });
                }
            >
                <option value="">"The whole article"</option>
                {names
                    .into_iter()
                    .map(|(_, id, name)| {
                        view! { <option value=id.0.to_string() selected=about.get_untracked() == Some(id)>{name}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

#[component]
fn Sentences(article: Shown, about: RwSignal<Option<EntityId>>) -> impl IntoView {
    let (desk, settings) = (state::desk(), state::settings());
    view! {
        {move || {
            let length = settings.summary_length.get() as usize;
            let chosen: Vec<(Span, String)> = match about.get() {
                Some(id) => article.about(id, length).into_iter().map(|span| (span, String::new())).collect(),
                None => {
                    let best = article.summary(length);
                    best.into_iter().map(|(_, sentence)| (sentence.span, sentence.why.clone())).collect()
                }
            };
            if chosen.is_empty() {
                let going = desk.work.get().is_going_on();
                return view! {
                    <p class="empty">
                        {if going {
                            "Choosing the sentences that carry it …"
                        } else {
                            "This text is too short to be summed up. It is shown as it is."
                        }}
                    </p>
                }
                    .into_any();
            }
            let all = article.analysis.sentences.len();
            let said = format!("{} of {}", chosen.len(), words::count(all, "sentence", "sentences"));
            view! {
                <ol class="sentences" aria-label="Summary">
                    {chosen.into_iter().map(|(span, why)| sentence(&article, span, why)).collect_view()}
                </ol>
                <p class="hint">{said}</p>
            }
                .into_any()
        }}
    }
}

fn sentence(article: &Shown, span: Span, why: String) -> AnyView {
    let place = state::place();
    let n = article.sentence_at(span.start).map_or(1, |at| at as u32 + 1);
    let target = Target::Sentence(n);
    view! {
        <li data-sentence=n>
            <a
                class="serif"
                href=Route::summary(target).to_string()
                aria-current=move || (place.route.get().target == Some(target)).then_some("true")
            >
                {article.words(span).to_owned()}
            </a>
            {(!why.is_empty()).then(|| view! { <span class="why">{why}</span> })}
        </li>
    }
    .into_any()
}

fn phrases(article: &Shown) -> AnyView {
    if article.analysis.keyphrases.is_empty() {
        return ().into_any();
    }
    let chips = article.analysis.keyphrases.iter().take(16).enumerate().map(|(i, phrase)| {
        let count = phrase.mentions.len();
        view! {
            <li>
                <a class="chip" href=Route::summary(Target::Phrase(i as u32 + 1)).to_string()>
                    {phrase.text.clone()}
                    {(count > 1).then(|| view! { <span class="chip-count">{format!("×{count}")}</span> })}
                </a>
            </li>
        }
    });
    view! {
        <section aria-labelledby="phrases-label">
            <h3 id="phrases-label">"Key phrases"</h3>
            <ul class="chips">{chips.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Every date with the day it means, counted from the day of publication, which the reader can set.
#[component]
fn Dates(article: Shown) -> impl IntoView {
    let desk = state::desk();
    let known = article.analysis.published.clone();
    let set_by_reader = desk.published.get_untracked().is_some();
    let source = match &known {
        Some(_) if set_by_reader => "Set by you. “Monday” is counted from this day.",
        Some(_) => "Found in the article. “Monday” is counted from this day.",
        None => "The article names no day of publication. Set it, and “Monday” becomes a date.",
    };
    let day = known.map_or(String::new(), |published| published.date);
    let rows = article.analysis.dates.iter().take(100).enumerate().map(|(i, date)| {
        let value = match &date.value {
            Some(value) => words::date_value(value),
            None => "not known without the day of publication".to_owned(),
        };
        view! {
            <li>
                <a href=Route::summary(Target::Date(i as u32 + 1)).to_string()>{article.words(date.span).to_owned()}</a>
                <span class:unknown=date.value.is_none()>{value}</span>
            </li>
        }
    });
    view! {
        <section aria-labelledby="dates-label">
            <h3 id="dates-label">"Dates"</h3>
            <div class="published">
                <label for="published">"Published"</label>
                <input
                    id="published"
                    type="date"
                    aria-describedby="published-hint"
                    value=day.clone()
                    on:change=move |event| {
                        let day = event_target_value(&event);
                        desk.set_published((!day.is_empty()).then_some(day));
                    }
                />
                {set_by_reader
                    .then(|| {
                        view! {
                            <button type="button" class="button small" on:click=move |_| desk.set_published(None)>
                                "Use the article’s"
                            </button>
                        }
                    })}
            </div>
            <p id="published-hint" class="hint">{source}</p>
            <ul class="dates">{rows.collect_view()}</ul>
        </section>
    }
}
