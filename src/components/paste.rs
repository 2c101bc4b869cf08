//! How words come in: pasted into the field or anywhere else, typed, dropped, or fetched from the clipboard by a button.
//! What is no article is answered in a sentence.

use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use presentation::{Route, View};
use protocol::Input;
use session::NO_WORDS;
use web_sys::DataTransfer;

use crate::platform::clipboard::{self, Carried};
use crate::platform::{self, files::Given};
use crate::state::{self, Fix, Notices, Session};
use crate::views::start::found;

/// What a reader types is analysed when they pause for this long.
const PAUSE_MS: u32 = 700;
/// So many characters at once are a paste, however they came.
const A_PASTE: usize = 120;
const PICTURE: &str = "That is a picture, and there are no words in it to read. Copy the article’s words, or save its page and drop the file here.";

/// Reads what a paste or a drop carries: a file, or words.
pub fn take(data: &DataTransfer, session: Session) {
    let file = Given::dropped(data).into_iter().next();
    match (clipboard::rich(data), file) {
        // A program that copies words often adds a picture of them.
        (Some(rich), _) => session.read(Input::Paste { text: rich.text, html: rich.html }),
        (None, Some(file)) if file.is_picture() => session.complain(PICTURE, Fix::Told),
        (None, Some(file)) => session.offer(file),
        (None, None) => session.complain(NO_WORDS, Fix::Told),
    }
}

/// A paste that no field takes is an article.
pub fn anywhere(event: &ev::ClipboardEvent, session: Session) {
    if platform::is_field(event) || platform::closest(event, "dialog").is_some() || event.default_prevented()
    {
        return;
    }
    if let Some(data) = event.clipboard_data() {
        event.prevent_default();
        take(&data, session);
    }
}

/// Reads the clipboard; where the browser does not allow it, says how it is done by hand.
pub fn paste_now(session: Session, notices: Notices) {
    spawn_local(async move {
        match clipboard::read().await {
            Carried::Words(rich) => session.read(Input::Paste { text: rich.text, html: rich.html }),
            Carried::Picture => session.complain(PICTURE, Fix::Told),
            Carried::Nothing => session
                .complain("There is nothing on the clipboard to read. Copy an article first.", Fix::Told),
            Carried::Refused => {
                platform::focus("paste");
                notices.tell("The browser keeps its clipboard to itself. Press and hold in the field, or press Ctrl V.");
            }
        }
    });
}

#[component]
pub fn Field(typed: RwSignal<String>) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let pause = StoredValue::new_local(None::<Timeout>);
    let show_typed = move || session.read_field(typed.get_untracked(), true);
    let on_input = move |event: ev::Event| {
        let words = event_target_value(&event);
        let grown = words.len().saturating_sub(typed.with_untracked(String::len));
        typed.set(words.clone());
        session.type_in(words);
        // The next letter begins the pause anew.
        pause.set_value(None);
        if grown >= A_PASTE {
            show_typed();
            return;
        }
        pause.set_value(Some(Timeout::new(PAUSE_MS, move || session.read_typed())));
    };
    // The first paste goes straight to the reader, with the clipboard's rich form; later ones are edits.
    let on_paste = move |event: ev::ClipboardEvent| {
        if typed.with_untracked(|words| words.trim().is_empty())
            && let Some(data) = event.clipboard_data()
        {
            event.prevent_default();
            take(&data, session);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            show_typed();
        }
    };
    let read_so_far = move || {
        let blank = typed.with(|words| words.trim().is_empty());
        session.article.get().filter(|_| !blank && !session.work.get().is_going_on())
    };
    // Pasting is what one comes here for; on a phone the keyboard would come up over everything.
    Effect::new(move |_| {
        if session.article.with_untracked(Option::is_none) && !platform::is_narrow() {
            request_animation_frame(|| {
                if platform::is_focus_nowhere() {
                    platform::focus("paste");
                }
            });
        }
    });
    view! {
        <div class="field">
            <label for="paste">"Article text"</label>
            <textarea
                id="paste"
                rows="9"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste or type an article here"
                aria-describedby="paste-hint"
                prop:value=move || typed.get()
                on:input=on_input
                on:paste=on_paste
                on:keydown=on_keydown
            ></textarea>
            <p id="paste-hint" class="hint">
                {move || match read_so_far() {
                    Some(article) => {
                        view! {
                            <span>{found(&article, false)}</span>
                            " "
                            <a href=Route::to(View::Reader).to_string() on:click=move |_| place.pointed.set(None)>
                                "Open it in the Reader"
                            </a>
                        }
                            .into_any()
                    }
                    None => view! {
                        "Paste anywhere on this page"
                        <span class="for-keys">" (Ctrl V)"</span>
                        ", or type: marks appear by themselves."
                    }
                    .into_any(),
                }}
            </p>
        </div>
    }
}
