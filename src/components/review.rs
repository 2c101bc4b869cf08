//! What the engine is unsure of, one question after another: right, wrong, or somebody else, each by one key.

use std::sync::Arc;

use analysis::EntityId;
use corrections::Correction;
use leptos::prelude::*;
use presentation::{Article, Doubt, quoted, words};

use crate::components::correct::{self, correct};
use crate::components::keys::Reach;
use crate::platform;
use crate::state::{self, Editing, Session, Shown};

/// What is not answered yet, in the order of the text.
fn left(article: &Article, editing: Editing) -> Vec<Doubt> {
    let mut doubts = article.doubts();
    editing.settled.with(|settled| doubts.retain(|doubt| !settled.contains(doubt)));
    doubts
}

/// What is open, anew whenever the article or an answer changes.
fn open_doubts() -> Memo<Vec<Doubt>> {
    let (session, editing) = (state::session(), state::editing());
    Memo::new(move |_| {
        session.article.with(|article| article.as_ref().map_or(Vec::new(), |article| left(article, editing)))
    })
}

/// The way to what is unsure. It comes when all results are there, so it stands below them: nothing moves down for it.
#[component]
pub fn ReviewCall() -> impl IntoView {
    let (session, editing, doubts) = (state::session(), state::editing(), open_doubts());
    let going = Memo::new(move |_| session.work.get().is_going_on());
    move || {
        let count = doubts.with(Vec::len);
        (!going.get() && count > 0 && !editing.review.get()).then(|| {
            view! {
                <p class="review-call">
                    <button
                        type="button"
                        id="review-open"
                        class="button small"
                        on:click=move |_| {
                            editing.review.set(true);
                            request_animation_frame(|| platform::focus("review"));
                        }
                    >
                        {format!("Check what is unsure ({})", words::number(count))}
                    </button>
                </p>
            }
        })
    }
}

#[component]
pub fn Review() -> impl IntoView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    let doubts = open_doubts();
    let going = Memo::new(move |_| session.work.get().is_going_on());
    // The article shows what is asked about.
    Effect::new(move |_| {
        let doubt = doubts.with(|all| all.first().cloned()).filter(|_| editing.review.get());
        let span = session.article.with_untracked(|article| article.as_ref()?.place_of_doubt(&doubt?));
        if span.is_some() {
            place.look.set(span);
        }
    });
    view! {
        {move || {
            if going.get() || !editing.review.get() {
                return None;
            }
            let count = doubts.with(Vec::len);
            let article = session.article.get_untracked()?;
            let asked = match doubts.with(|all| all.first().cloned()) {
                Some(doubt) => question(&article, doubt, session, editing),
                None => view! { <p class="empty">"That was all. Every answer can be undone."</p> }.into_any(),
            };
            Some(
                view! {
                    <section id="review" class="review" tabindex="-1" aria-labelledby="review-label">
                        <h3 id="review-label">
                            "To check" <span class="count">{words::number(count)}</span>
                            <button
                                type="button"
                                class="quiet"
                                on:click=move |_| {
                                    editing.review.set(false);
                                    request_animation_frame(|| platform::focus("review-open"));
                                }
                            >
                                "Close"
                            </button>
                        </h3>
                        {asked}
                    </section>
                }
            )
        }}
    }
}

/// What a doubt asks, and the answers that there are.
fn question(article: &Shown, doubt: Doubt, session: Session, editing: Editing) -> AnyView {
    let name = |id: EntityId| article.entity(id).map_or(String::new(), |entity| entity.name.clone());
    let is_quote = matches!(doubt, Doubt::Speaker(_) | Doubt::Nobody(_));
    let (asks, shows, why) = match &doubt {
        Doubt::Speaker(id) | Doubt::Nobody(id) => {
            let Some(quote) = article.quote(*id) else { return ().into_any() };
            let who = quote.speaker.map(|speaker| match speaker.entity.and_then(|id| article.entity(id)) {
                Some(entity) => entity.name.clone(),
                None => article.words(speaker.span).to_owned(),
            });
            let asks = who.map_or("Is this said by nobody in the article?".to_owned(), |who| {
                format!("Is this said by {who}?")
            });
            (asks, quoted(article.text(), quote), quote.why.clone())
        }
        Doubt::Alias(id, alias) => {
            let why = article.entity(*id).and_then(|entity| {
                let of = entity.aliases.iter().find(|of| of.text == *alias)?;
                Some(words::alias_reason(entity, of))
            });
            (format!("Is “{alias}” {}?", name(*id)), around(article, &doubt), why.unwrap_or_default())
        }
        Doubt::Same(one, other) => {
            let asks = format!("Are “{}” and “{}” the same?", name(*one), name(*other));
            (asks, around(article, &doubt), "spelled alike".to_owned())
        }
    };
    let (yes, no) = match &doubt {
        Doubt::Speaker(_) => ("Yes", "Not a quote"),
        Doubt::Nobody(_) => ("Nobody", "Not a quote"),
        Doubt::Alias(..) => ("Yes", "No, somebody else"),
        Doubt::Same(..) => ("Yes, merge", "No, two"),
    };
    let (editing_quote, shown) = (editing.quote, article.clone());
    let id = match doubt {
        Doubt::Speaker(id) | Doubt::Nobody(id) => Some(id),
        _ => None,
    };
    let form = move || {
        let id = id.filter(|id| editing_quote.get() == Some(*id))?;
        let done = move || {
            editing.close();
            request_animation_frame(|| platform::focus("review"));
        };
        Some(correct::quote::speaker(&shown, id, Arc::new(done)))
    };
    let button = move |key: &'static str, label: &'static str, first: bool, doubt: Doubt| {
        view! {
            <button
                type="button"
                class=if first { "button small first" } else { "button small" }
                data-answer=key
                on:click=move |_| answer(key, &doubt, session, editing)
            >
                {label}
                <kbd class="for-keys">{key}</kbd>
            </button>
        }
    };
    view! {
        <p class="review-asks">{asks}</p>
        <p class="review-shows serif">{words::shortened(&shows, 240)}</p>
        <p class="why">{why}</p>
        <p class="actions">
            {button("y", yes, true, doubt.clone())}
            {is_quote.then(|| button("s", "Somebody else", false, doubt.clone()))}
            {button("x", no, false, doubt.clone())}
            {button("n", "Skip", false, doubt)}
        </p>
        {form}
    }
    .into_any()
}

/// The words of a doubt with those around them.
fn around(article: &Article, doubt: &Doubt) -> String {
    let Some(span) = article.place_of_doubt(doubt) else { return String::new() };
    let around = article.around(span, 60);
    format!("{}{}{}", around.before, article.words(span), around.after)
}

/// Does what a key answers to the first question, and says whether there is one.
pub fn press(key: &str, reach: Reach) -> bool {
    let Reach { session, editing, .. } = reach;
    let first = session.article.with_untracked(|article| {
        untrack(|| article.as_ref().and_then(|article| left(article, editing).into_iter().next()))
    });
    match first {
        Some(doubt) => {
            answer(key, &doubt, session, editing);
            true
        }
        None => false,
    }
}

fn answer(key: &str, doubt: &Doubt, session: Session, editing: Editing) {
    let settle = || editing.settled.update(|settled| settled.push(doubt.clone()));
    let quote = match doubt {
        Doubt::Speaker(id) | Doubt::Nobody(id) => Some(*id),
        _ => None,
    };
    match (key, doubt) {
        ("s", _) => {
            if quote.is_some() {
                editing.quote.set(quote);
            }
            return;
        }
        ("x", Doubt::Speaker(id) | Doubt::Nobody(id)) => {
            correct(session, |document, analysis| Correction::not_a_quote(document, analysis, *id));
        }
        ("y", Doubt::Speaker(id)) => {
            // An entity is set for good; words that name nobody stay what they are.
            let who = session.with_article(|_, analysis| {
                analysis.quotes.iter().find(|quote| quote.id == *id)?.speaker?.entity
            });
            match who {
                Some(_) => correct(session, |document, analysis| {
                    Correction::set_speaker(document, analysis, *id, who)
                }),
                None => settle(),
            }
        }
        ("y", Doubt::Nobody(id)) => {
            correct(session, |document, analysis| Correction::set_speaker(document, analysis, *id, None));
        }
        ("x", Doubt::Alias(id, words)) => {
            let at = session.article.with_untracked(|article| article.as_ref()?.mention_by(*id, words));
            correct(session, |document, analysis| Correction::split(document, analysis, *id, at?, true));
        }
        ("y", Doubt::Same(one, other)) => {
            correct(session, |document, analysis| Correction::merge(document, analysis, *one, *other));
        }
        _ => settle(),
    }
    request_animation_frame(|| platform::focus("review"));
}
