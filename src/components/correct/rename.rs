//! Another name for an entity: none without words, and none that another has already without asking.

use analysis::EntityId;
use corrections::Correction;
use leptos::prelude::*;
use presentation::Route;

use super::{closer, correct};
use crate::platform;
use crate::state::{self, Shown};

pub fn rename(article: &Shown, id: EntityId) -> AnyView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    let Some(entity) = article.entity(id) else { return ().into_any() };
    let was = entity.name.clone();
    let name = RwSignal::new(was.clone());
    let shown = article.clone();
    // Why it was not done: no words, or another has the name.
    let answer = RwSignal::new(None::<Result<(EntityId, String), &'static str>>);
    let do_it = move || {
        let name = name.get_untracked();
        editing.close();
        correct(session, |document, analysis| Correction::rename(document, analysis, id, &name));
        request_animation_frame(|| platform::focus("rename-open"));
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked();
        if typed.trim().is_empty() {
            answer.set(Some(Err("A name has at least one word. The old one stays.")));
        } else if typed.trim() == was {
            answer.set(Some(Err("It has this name already.")));
        } else if let Some(other) = shown.namesake(id, &typed) {
            answer.set(Some(Ok((other.id, other.name.clone()))));
        } else {
            do_it();
        }
    };
    let said = move || {
        Some(match answer.get()? {
            Err(why) => view! { <p class="wrong-answer" role="alert">{why}</p> }.into_any(),
            Ok((other, taken)) => view! {
                <p class="wrong-answer" role="alert">{format!("There is a “{taken}” already. Is it the same?")}</p>
                <p class="actions">
                    <button
                        type="button"
                        id="rename-merge"
                        class="button small first"
                        on:click=move |_| {
                            editing.close();
                            correct(session, |document, analysis| Correction::merge(document, analysis, id, other));
                            place.step_to(Route::entity(other));
                            request_animation_frame(|| platform::focus("card-name"));
                        }
                    >
                        "Merge the two"
                    </button>
                    <button type="button" class="button small" on:click=move |_| do_it()>
                        "Rename, they are two"
                    </button>
                </p>
            }
            .into_any(),
        })
    };
    let close = closer("rename-open");
    let escape = close.clone();
    request_animation_frame(|| platform::select_all("rename"));
    view! {
        <form class="chooser" on:submit=submit>
            <label for="rename">"Name"</label>
            <input
                id="rename"
                type="text"
                autocomplete="off"
                prop:value=move || name.get()
                on:input=move |event| {
                    name.set(event_target_value(&event));
                    answer.set(None);
                }
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        event.prevent_default();
                        escape();
                    }
                }
            />
            {said}
            <p class="actions">
                <button type="submit" class="button small first">"Rename"</button>
                <button type="button" class="button small" on:click=move |_| close()>"Cancel"</button>
            </p>
        </form>
    }
    .into_any()
}
