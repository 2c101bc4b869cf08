//! Which articles are compared: those chosen, and a search among all others that folds away once there are two.

use std::sync::Arc;

use leptos::prelude::*;
use presentation::search::Searchable;
use presentation::{Route, View, words};

use crate::components::library_list::title_of;
use crate::components::search_field::search_field;
use crate::{platform, state};

/// Articles that can be chosen at once, and others listed before the reader asks for them by words.
const MOST: usize = 8;
const LISTED: usize = 20;

/// An article that can be chosen: its number and title.
type Choice = (String, String);

#[component]
pub fn Choose(asked: Memo<Vec<String>>, on_desk: Memo<Option<String>>) -> impl IntoView {
    let (session, place, library) = (state::session(), state::place(), state::library());
    let typed = RwSignal::new(String::new());
    // Made once for each state of the library, and not for each letter typed.
    let all = Memo::new(move |_| {
        let mut all: Vec<(Choice, Option<Arc<Searchable>>)> = library.articles.with(|all| {
            let all = all.as_deref().unwrap_or(&[]).iter();
            all.map(|kept| {
                ((kept.entry.id.clone(), title_of(&kept.entry)), Some(Arc::new(Searchable::of(kept))))
            })
            .collect()
        });
        if let Some(id) = on_desk.get()
            && !all.iter().any(|((other, _), _)| *other == id)
        {
            all.extend(session.article.get().map(|article| ((id, article.title(120)), None)));
        }
        all
    });
    let chosen = Memo::new(move |_| {
        let title = |id: &String| {
            all.with(|all| {
                all.iter().find(|((other, _), _)| other == id).map(|((_, title), _)| title.clone())
            })
        };
        asked.get().into_iter().filter_map(|id| title(&id).map(|title| (id, title))).collect::<Vec<Choice>>()
    });
    let others = Memo::new(move |_| {
        let (asked, typed) = (asked.get(), typed.get());
        all.with(|all| {
            let fits = |one: &&(Choice, Option<Arc<Searchable>>)| {
                !asked.contains(&one.0.0)
                    && match &one.1 {
                        Some(searchable) => searchable.answers(&typed),
                        None => words::fold(&one.0.1).contains(&words::fold(typed.trim())),
                    }
            };
            let mut fitting = all.iter().filter(fits).map(|(choice, _)| choice.clone());
            let shown: Vec<Choice> = fitting.by_ref().take(LISTED).collect();
            (shown, fitting.count())
        })
    });
    let toggle = move |id: &str, on: bool| {
        let mut with = asked.get_untracked();
        with.retain(|other| other != id);
        if on {
            with.push(id.to_owned());
        }
        place.narrow(|filter| filter.with = with);
        // The row is drawn anew among the others, or the chosen.
        let row = format!(".choices input[value='{id}']");
        request_animation_frame(move || platform::focus_first(&row));
    };
    // With two or more, what they have in common comes first, and the search folds away.
    let enough = Memo::new(move |_| chosen.with(|chosen| chosen.len() > 1));
    let full = Memo::new(move |_| asked.with(|asked| asked.len() >= MOST));
    let choice = move |(id, title): Choice, on: bool| {
        let (of_toggle, here) = (id.clone(), on_desk.get_untracked().as_ref() == Some(&id));
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    value=id
                    prop:checked=on
                    prop:disabled=move || !on && full.get()
                    on:change=move |event| toggle(&of_toggle, event_target_checked(&event))
                />
                <span class="serif">
                    {if title.is_empty() { "Untitled".to_owned() } else { title }}
                    {here.then(|| view! { <span class="hint">" on your desk"</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>"Articles"</legend>
            <Show
                when=move || all.with(|all| !all.is_empty())
                fallback=|| {
                    view! {
                        <p class="empty">
                            "There is no article yet. Every article you read is kept in the library, and can be compared with others here. "
                            <a href=Route::to(View::Start).to_string()>"Paste or choose one"</a>
                        </p>
                    }
                }
            >
                <div id="chosen">
                    {move || chosen.get().into_iter().map(|one| choice(one, true)).collect_view()}
                </div>
                <details class="choose-others" id="choose-others" prop:open=move || !enough.get()>
                    <summary>
                        {move || match enough.get() {
                            true => "Add or change articles",
                            false => "Choose articles to set beside it",
                        }}
                    </summary>
                    <Show
                        when=move || all.with(|all| all.len() > 1)
                        fallback=|| view! { <p class="hint">"Read another article, and it can be set beside this one."</p> }
                    >
                        {search_field(
                            "choose-search",
                            "Search the articles",
                            "Words, names, “exact words”",
                            move || typed.get(),
                            move |words| typed.set(words),
                        )}
                        {move || {
                            let (shown, more) = others.get();
                            let none = shown.is_empty().then(|| view! { <p class="empty">"No other article has all of these words."</p> });
                            let more = (more > 0)
                                .then(|| view! { <p class="hint">{format!("{} more; search for them by their words.", words::number(more))}</p> });
                            view! { {shown.into_iter().map(|one| choice(one, false)).collect_view()} {none} {more} }
                        }}
                        <Show when=move || full.get()>
                            <p class="hint">{format!("{MOST} articles are the most that can be compared at once.")}</p>
                        </Show>
                    </Show>
                </details>
            </Show>
        </fieldset>
    }
}
