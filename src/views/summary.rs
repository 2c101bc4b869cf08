//! What the article says: its best sentences, the same seen from one entity, the five Ws, and key phrases.

use analysis::{EntityId, plain};
use leptos::prelude::*;
use presentation::{Family, Route, Target, View, words};
use text::Span;

use crate::components::{icons, menu};
use crate::state::{self, SUMMARY_LENGTHS, Shown};

/// Entities offered for "about", heaviest first.
const OFFERED: usize = 20;

#[component]
pub fn Summary() -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let about = RwSignal::new(None::<EntityId>);
    Effect::new(move |_| match place.route.get() {
        Route { target: Some(Target::About(id)), .. } => about.set(Some(id)),
        Route { view: View::Summary, target: None } => about.set(None),
        _ => {}
    });
    view! {
        {move || {
            session.article
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
                        {facts(&article)}
                        {phrases(&article)}
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
    let (session, settings, notices) = (state::session(), state::settings(), state::notices());
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
                let going = session.work.get().is_going_on();
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
            let copied: Vec<&str> = chosen.iter().map(|(span, _)| article.words(*span)).collect();
            let (copied, what) = (copied.join("\n"), words::count(chosen.len(), "sentence", "sentences"));
            view! {
                <ol class="sentences" aria-label="Summary">
                    {chosen.into_iter().map(|(span, why)| sentence(&article, span, why)).collect_view()}
                </ol>
                <p class="hint with-copy">
                    {said}
                    <button
                        type="button"
                        class="tool copy"
                        aria-label="Copy the summary"
                        title="Copy the summary"
                        on:click=move |_| menu::copy(copied.clone(), what.clone(), notices)
                    >
                        {icons::copy()}
                    </button>
                </p>
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

/// Who, what, when, where, why: only those that the article answers.
fn facts(article: &Shown) -> AnyView {
    let facts = &article.analysis.facts;
    let to_sentence = |span: Span| {
        Route::summary(Target::Sentence(article.sentence_at(span.start).map_or(1, |at| at as u32 + 1)))
    };
    let link =
        |route: Route, words: &str| view! { <a href=route.to_string()>{words.to_owned()}</a> }.into_any();
    let entity = |id: EntityId| {
        article.entity(id).map(|entity| (Route::entity(id), entity.name.clone(), entity.role.clone()))
    };
    let who: Vec<AnyView> = facts
        .who
        .iter()
        .filter_map(|id| entity(*id))
        .map(|(route, name, role)| {
            view! {
                <p>
                    {link(route, &name)}
                    {role.map(|role| view! { <span class="role">{format!(", {}", role.text)}</span> })}
                </p>
            }
            .into_any()
        })
        .collect();
    let when = facts.when.map(|span| {
        let dates = &article.analysis.dates;
        let date = dates.iter().position(|date| date.span == span);
        let route = date.map_or(to_sentence(span), |at| Route::timeline(Target::Date(at as u32 + 1)));
        let date = date.and_then(|at| dates.get(at));
        let value = date.and_then(|date| Some(plain::date(date.kind, date.value.as_deref()?)));
        view! {
            {link(route, article.words(span))}
            {value.map(|value| view! { <span class="role">{format!(", {value}")}</span> })}
        }
        .into_any()
    });
    let place = facts.place.and_then(entity).map(|(route, name, _)| link(route, &name));
    let answers = [
        ("Who", (!who.is_empty()).then(|| who.into_any())),
        ("What", facts.what.map(|span| link(to_sentence(span), &words::shortened(article.words(span), 160)))),
        ("When", when),
        ("Where", place),
        ("Why", facts.why.map(|span| link(to_sentence(span), article.words(span)))),
    ];
    let open: Vec<&str> =
        answers.iter().filter(|(_, answer)| answer.is_none()).map(|(ask, _)| *ask).collect();
    if open.len() == answers.len() {
        return ().into_any();
    }
    let said = (!open.is_empty()).then(|| {
        view! { <p class="hint">{format!("Not answered by the article’s words: {}", open.join(", ").to_lowercase())}</p> }
    });
    view! {
        <section aria-labelledby="facts-label">
            <h3 id="facts-label">"The five Ws"</h3>
            <dl class="facts">
                {answers
                    .into_iter()
                    .filter_map(|(ask, answer)| Some(view! { <dt>{ask}</dt><dd>{answer?}</dd> }))
                    .collect_view()}
            </dl>
            {said}
        </section>
    }
    .into_any()
}

fn phrases(article: &Shown) -> AnyView {
    if article.analysis.keyphrases.is_empty() {
        return ().into_any();
    }
    let notices = state::notices();
    let phrases = article.analysis.keyphrases.iter().map(|phrase| phrase.text.as_str());
    let copied = phrases.collect::<Vec<_>>().join("\n");
    let what = words::count(article.analysis.keyphrases.len(), "key phrase", "key phrases");
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
            <h3 id="phrases-label">
                "Key phrases"
                <button
                    type="button"
                    class="tool copy"
                    aria-label="Copy the key phrases"
                    title="Copy the key phrases"
                    on:click=move |_| menu::copy(copied.clone(), what.clone(), notices)
                >
                    {icons::copy()}
                </button>
            </h3>
            <ul class="chips">{chips.collect_view()}</ul>
        </section>
    }
    .into_any()
}
