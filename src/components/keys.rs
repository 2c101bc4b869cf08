//! The keys that work everywhere, and the list of them.

use leptos::ev;
use leptos::prelude::*;
use presentation::{Route, View};

use crate::components::modal::Modal;
use crate::components::steps::step;
use crate::platform;
use crate::state::{self, Notices, Place, Session, Settings};

const LIST: [(&str, &str); 10] = [
    ("Tab, Enter", "Go from name to name in the article, and open the card of one"),
    ("Ctrl K", "Find a name, a view, an export, an earlier article"),
    ("n  or  ]", "Next mention of the name, next quote, next place found"),
    ("p  or  [", "The one before"),
    ("Esc", "Let go of what is selected"),
    ("1 to 8", "Start, Reader, Entities, Quotes, Summary, Timeline, Compare, About"),
    ("/", "Find in the article; search in Entities or Quotes"),
    ("Ctrl Z, Ctrl Shift Z", "Undo a correction, do it again"),
    ("Alt ←", "Back to where you were: undoes a jump"),
    ("?", "This list"),
];

/// Does what a key is for.
pub fn press(
    event: &ev::KeyboardEvent,
    session: Session,
    place: Place,
    settings: Settings,
    notices: Notices,
    list: RwSignal<bool>,
    palette: RwSignal<bool>,
) {
    let in_dialog = platform::closest(event, "dialog").is_some();
    if in_dialog || event.default_prevented() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        place.let_go();
        return;
    }
    if (event.ctrl_key() || event.meta_key()) && key.eq_ignore_ascii_case("k") {
        event.prevent_default();
        palette.set(true);
        return;
    }
    if (event.ctrl_key() || event.meta_key()) && !platform::is_field(event) {
        match (key.to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => session.undo(),
            ("z", true) | ("y", _) => session.redo(),
            _ => return,
        }
        event.prevent_default();
        return;
    }
    if platform::is_typing(event) || !settings.letter_keys.get_untracked() {
        return;
    }
    match key.as_str() {
        "n" | "]" => step(1, session, place, notices),
        "p" | "[" => step(-1, session, place, notices),
        "?" => list.set(true),
        "/" => platform::focus("search"),
        digit => match digit.parse::<usize>().ok().and_then(|n| View::ALL.get(n.checked_sub(1)?)) {
            Some(view) => place.go(Route::to(*view)),
            None => return,
        },
    }
    event.prevent_default();
}

#[component]
pub fn Keys(open: RwSignal<bool>) -> impl IntoView {
    let settings = state::settings();
    view! {
        <Modal id="keys" label="Keys" open on_close=move || open.set(false)>
            <dl class="keys">
                {LIST
                    .map(|(key, what)| {
                        view! {
                            <div>
                                <dt>
                                    <kbd>{key}</kbd>
                                </dt>
                                <dd>{what}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || settings.letter_keys.get()
                    on:change=move |event| settings.letter_keys.set(event_target_checked(&event))
                />
                "Keys of a single letter or digit are on"
            </label>
        </Modal>
    }
}
