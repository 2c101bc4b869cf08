//! The card of an entity: what the article calls it, where it stands, what it says and what is said of it.

use analysis::{Entity, EntityId, Quote};
use leptos::prelude::*;
use presentation::{Family, Route, Target, words};

use crate::components::correct;
use crate::components::icons;
use crate::components::quote_item;
use crate::components::steps::step;
use crate::components::strip::strip;
use crate::state::{self, Shown};

/// Mentions, quotes and companions shown; the rest are counted.
const MANY: usize = 30;

pub fn card(article: &Shown, id: EntityId) -> AnyView {
    let Some(entity) = article.entity(id) else { return ().into_any() };
    let family = Family::of(entity.kind);
    let drift = words::drift(entity);
    let said: Vec<&Quote> = article.said_by(id).collect();
    let about = article.said_about(id);
    view! {
        <article class="card" data-card=id.0 aria-labelledby="card-name">
            <p class="card-back">
                <a href="#/entities">{icons::back()}"All names"</a>
            </p>
            <p class="eyebrow">
                <span class=format!("mark sample {}", family.key()) aria-hidden="true">"Aa"</span>
                {words::kind_of(entity.kind)}
            </p>
            <h2 id="card-name" class="card-name" tabindex="-1">{entity.name.clone()}</h2>
            {entity.role.as_ref().map(|role| view! { <p class="card-role">{role.text.clone()}</p> })}
            {(!drift.is_empty())
                .then(|| {
                    view! {
                        <p class="card-drift">
                            {icons::alert()}
                            <span>
                                {format!("Also spelled {}", drift.join(", "))}
                                <small>"One name, written in more than one way. Check which is right."</small>
                            </span>
                        </p>
                    }
                })}
            {steps(article, entity)}
            {correct::entity::entity(article, id)}
            {aliases(entity)}
            {quotes(article, &said, "Says")}
            {quotes(article, &about, "Spoken of in")}
            {co_mentions(article, id)}
            {mentions(article, entity)}
            <p class="card-more">
                <a href=Route::summary(Target::About(id)).to_string()>
                    {format!("The article, seen from {}", entity.name)}
                </a>
            </p>
        </article>
    }
    .into_any()
}

/// The strip, and the steps from mention to mention.
fn steps(article: &Shown, entity: &Entity) -> AnyView {
    let (session, place, notices) = (state::session(), state::place(), state::notices());
    let count = entity.mentions.len();
    let label = words::count(
        count,
        "mention, from the article's start to its end",
        "mentions, from the article's start to its end",
    );
    let at = move || match place.route.get().target {
        Some(Target::Entity(_, Some(mention))) => format!("{mention} of {count}"),
        _ => words::count(count, "mention", "mentions"),
    };
    view! {
        <div class="card-steps">
            {strip(article, entity, label)}
            <div class="stepper">
                <button
                    type="button"
                    class="tool"
                    aria-label="Previous mention"
                    title="Previous mention (p)"
                    on:click=move |_| step(-1, session, place, notices)
                >
                    {icons::back()}
                </button>
                <span class="stepper-at">{at}</span>
                <button
                    type="button"
                    class="tool"
                    aria-label="Next mention"
                    title="Next mention (n)"
                    on:click=move |_| step(1, session, place, notices)
                >
                    {icons::next()}
                </button>
            </div>
            {correct::mention::of_mention(article, entity.id)}
        </div>
    }
    .into_any()
}

/// Every other way the article writes the name, and why each was joined.
fn aliases(entity: &Entity) -> AnyView {
    if entity.aliases.is_empty() {
        return ().into_any();
    }
    let rows = entity.aliases.iter().take(MANY).map(|alias| {
        let sure = words::confidence(alias.confidence);
        let unsure = (sure == "perhaps").then_some("perhaps, ");
        let class = if alias.why.is_drift() { "chip drift" } else { "chip" };
        view! {
            <li>
                <span class=class>
                    {alias.text.clone()}
                    <span class="chip-count">{format!("×{}", alias.count)}</span>
                </span>
                <span class="why">{unsure}{words::alias_reason(entity, alias)}</span>
            </li>
        }
    });
    view! {
        <section aria-labelledby="card-aliases">
            <h3 id="card-aliases">"Also written"</h3>
            <ul class="aliases">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn quotes(article: &Shown, list: &[&Quote], label: &'static str) -> AnyView {
    if list.is_empty() {
        return ().into_any();
    }
    let more = list.len().saturating_sub(MANY);
    view! {
        <section aria-label=label>
            <h3>
                {label}
                <span class="count">{words::number(list.len())}</span>
            </h3>
            <ul class="said-list">
                {list.iter().take(MANY).map(|quote| quote_item::short(article, quote)).collect_view()}
            </ul>
            {(more > 0).then(|| view! { <p class="hint">{format!("and {} more", words::number(more))}</p> })}
        </section>
    }
    .into_any()
}

fn co_mentions(article: &Shown, id: EntityId) -> AnyView {
    let with = article.co_mentions(id);
    if with.is_empty() {
        return ().into_any();
    }
    let rows = with.iter().take(12).filter_map(|with| {
        let other = article.entity(with.entity)?;
        let sentences = (with.sentences > 0).then(|| words::count(with.sentences, "sentence", "sentences"));
        let paragraphs = words::count(with.paragraphs, "paragraph", "paragraphs");
        let counts = sentences.map_or(paragraphs.clone(), |sentences| format!("{sentences}, {paragraphs}"));
        Some(view! {
            <li>
                <a href=Route::entity(other.id).to_string()>{other.name.clone()}</a>
                <span class="why">{counts}</span>
            </li>
        })
    });
    view! {
        <section aria-labelledby="card-with">
            <h3 id="card-with">"Appears with"</h3>
            <ul class="with">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Each mention in its sentence, leading to its place.
fn mentions(article: &Shown, entity: &Entity) -> AnyView {
    let (id, place) = (entity.id, state::place());
    let more = entity.mentions.len().saturating_sub(MANY);
    let rows = entity.mentions.iter().take(MANY).enumerate().map(|(i, mention)| {
        let n = i as u32 + 1;
        let here = move || place.route.get().target == Some(Target::Entity(id, Some(n)));
        let around = article.around(mention.span, 42);
        view! {
            <li>
                <a href=Route::mention(id, n).to_string() aria-current=move || here().then_some("true")>
                    {around.before}
                    <b>{article.words(mention.span).to_owned()}</b>
                    {around.after}
                    <span class="for-ears">{format!(" ({})", words::mention_kind(mention.kind))}</span>
                </a>
            </li>
        }
    });
    view! {
        <section aria-labelledby="card-mentions">
            <h3 id="card-mentions">
                "Mentions"
                <span class="count">{words::number(entity.mentions.len())}</span>
            </h3>
            <ol class="mentions">{rows.collect_view()}</ol>
            {(more > 0).then(|| view! { <p class="hint">{format!("and {} more: step through them with n and p", words::number(more))}</p> })}
        </section>
    }
    .into_any()
}
