//! One of many, chosen by typing: what is chosen is only told until Enter or the button confirms it. Arrow keys never
//! act.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use presentation::words;

use crate::platform;
use crate::state::{self, Sheet};

/// Choices shown at once; typing finds the others.
const SHOWN: usize = 8;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub key: u32,
    pub label: String,
    /// Why it may be the one, or what it is.
    pub hint: String,
}

impl Choice {
    /// Whether every word typed begins one of its words.
    fn answers(&self, typed: &str) -> bool {
        let said = words::fold(&format!("{} {}", self.label, self.hint));
        let mut parts = said.split(|c: char| !c.is_alphanumeric());
        let all: Vec<&str> = parts.by_ref().filter(|part| !part.is_empty()).collect();
        words::fold(typed).split_whitespace().all(|typed| all.iter().any(|part| part.starts_with(typed)))
    }
}

type Act = Arc<dyn Fn(u32) + Send + Sync>;

/// What is asked, and what becomes of the answer.
pub struct Question {
    /// Of the field; what belongs to it is named after it.
    pub id: String,
    pub label: String,
    pub choices: Vec<Choice>,
    /// What will happen, in a sentence.
    pub preview: Arc<dyn Fn(u32) -> String + Send + Sync>,
    /// What the button says.
    pub verb: &'static str,
    pub act: Act,
    pub close: Arc<dyn Fn() + Send + Sync>,
    /// What more can be said of the answer.
    pub more: AnyView,
}

pub fn chooser(question: Question) -> AnyView {
    let Question { id, label, choices, preview, verb, act, close, more } = question;
    let (typed, at) = (RwSignal::new(String::new()), RwSignal::new(0usize));
    let choices = StoredValue::new(choices);
    let fitting = Memo::new(move |_| {
        let typed = typed.get();
        choices.with_value(|all| {
            all.iter().filter(|one| one.answers(&typed)).take(SHOWN).cloned().collect::<Vec<_>>()
        })
    });
    let chosen = move || fitting.with(|all| all.get(at.get()).map(|one| one.key));
    let confirm = move || {
        if let Some(key) = untrack(chosen) {
            act(key);
        }
    };
    let key = {
        let (confirm, close) = (confirm.clone(), close.clone());
        move |event: web_sys::KeyboardEvent| {
            let last = fitting.with_untracked(Vec::len).saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
                "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
                "Enter" => confirm(),
                "Escape" => close(),
                _ => return,
            }
            event.prevent_default();
        }
    };
    // On a phone the list needs the whole sheet.
    if platform::is_narrow() {
        state::place().sheet.set(Sheet::Full);
    }
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Refused only for a field that is not in the page.
            let _ = field.focus();
        }
    });
    let (list, told) = (format!("{id}-list"), format!("{id}-told"));
    let option = {
        let id = id.clone();
        move |nth: usize| format!("{id}-{nth}")
    };
    let active = option.clone();
    let options = move || {
        let all = fitting.get();
        if all.is_empty() {
            return view! { <li class="empty" role="presentation">"Nothing here goes by that."</li> }
                .into_any();
        }
        let option = option.clone();
        all.into_iter()
            .enumerate()
            .map(|(nth, one)| {
                view! {
                    <li
                        id=option(nth)
                        role="option"
                        aria-selected=move || (at.get() == nth).to_string()
                        on:click=move |_| at.set(nth)
                    >
                        <span>{words::shortened(&one.label, 60)}</span>
                        <span class="hint">{one.hint}</span>
                    </li>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <div class="chooser">
            <label for=id.clone()>{label.clone()}</label>
            <input
                id=id
                node_ref=field
                type="text"
                role="combobox"
                autocomplete="off"
                placeholder="Type to search"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-describedby=told.clone()
                aria-activedescendant=move || chosen().map(|_| active(at.get()))
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    at.set(0);
                }
                on:keydown=key
            />
            // A press on a choice leaves the focus in the field.
            <ul id=list role="listbox" aria-label=label on:pointerdown=|event| event.prevent_default()>
                {options}
            </ul>
            <p id=told class="chooser-told" aria-live="polite">
                {move || chosen().map(|key| preview(key))}
            </p>
            {more}
            <p class="actions">
                <button
                    type="button"
                    class="button small first confirm"
                    disabled=move || chosen().is_none()
                    on:click=move |_| confirm()
                >
                    {verb}
                </button>
                <button type="button" class="button small" on:click=move |_| close()>
                    "Cancel"
                </button>
            </p>
        </div>
    }
    .into_any()
}
