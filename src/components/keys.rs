//! The keys that work everywhere, and the list of them.

use leptos::ev;
use leptos::prelude::*;
use presentation::{Route, View};

use crate::components::check::Check;
use crate::components::modal::Modal;
use crate::components::steps::step;
use crate::components::{review, row_keys, spot};
use crate::platform;
use crate::state::{self, Editing, Notices, Place, Session, Settings};

const LIST: [(&str, &str); 15] = [
    ("Tab, Enter", "Go from name to name in the article, and open the card of one"),
    ("Ctrl K", "Find a name, a view, an action, words of the article, an earlier article"),
    ("n  or  ]", "Next mention, next in the list, next place found"),
    ("p  or  [", "The one before"),
    ("q, Shift q", "The card of the next quote in the article, or of the one before"),
    ("c", "Copy the quote with its citation, or the name"),
    ("e", "Mend what is selected: rename the name, correct the quote"),
    ("m", "Merge the name with another"),
    ("s", "Set who said the quote"),
    ("Esc", "Let go of what is selected"),
    ("1 to 8", "Start, Reader, Entities, Quotes, Summary, Timeline, Compare, About"),
    ("/", "Find in the article; search in Entities or Quotes"),
    ("Ctrl Z, Ctrl Shift Z", "Undo a correction, do it again; in a field, first what was typed there"),
    ("Alt ←", "Back to where you were: undoes a jump"),
    ("?", "This list"),
];

/// What keys act on.
#[derive(Clone, Copy)]
pub struct Reach {
    pub session: Session,
    pub place: Place,
    pub settings: Settings,
    pub notices: Notices,
    pub editing: Editing,
    /// The list of keys, and the palette.
    pub list: RwSignal<bool>,
    pub palette: RwSignal<bool>,
    /// Keys come in from outside of all components: what they do asks for the page's state all the same.
    owner: StoredValue<Option<Owner>>,
}

impl Reach {
    pub fn new(list: RwSignal<bool>, palette: RwSignal<bool>) -> Reach {
        Reach {
            session: state::session(),
            place: state::place(),
            settings: state::settings(),
            notices: state::notices(),
            editing: state::editing(),
            list,
            palette,
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Does something as the page would.
    pub fn within<T>(self, act: impl FnOnce() -> T) -> T {
        match self.owner.get_value() {
            Some(owner) => owner.with(act),
            None => act(),
        }
    }
}

/// Does what a key is for.
pub fn press(event: &ev::KeyboardEvent, reach: Reach) {
    let Reach { session, place, settings, notices, list, palette, .. } = reach;
    let in_dialog = platform::closest(event, "dialog").is_some();
    if in_dialog || event.default_prevented() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        // First what lies on top.
        if place.spot.get_untracked().is_some() {
            if platform::has_focus_in("spot") {
                platform::focus("article");
            }
            place.spot.set(None);
        } else {
            place.let_go();
        }
        return;
    }
    if (event.ctrl_key() || event.meta_key()) && key.eq_ignore_ascii_case("k") {
        event.prevent_default();
        palette.set(true);
        return;
    }
    if (event.ctrl_key() || event.meta_key()) && !platform::has_own_undo(event) {
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
    let is_review = reach.editing.review.get_untracked() && place.view() == View::Reader;
    match key.as_str() {
        "y" | "x" | "s" | "n" if is_review && review::press(key.as_str(), reach) => {}
        "n" | "]" => step(1, session, place, notices),
        "p" | "[" => step(-1, session, place, notices),
        "q" | "Q" => spot::step(if event.shift_key() { -1 } else { 1 }, session, place, notices),
        "c" | "e" | "m" | "s" if row_keys::press(event, key.as_str(), reach) => {}
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
            <Check on=settings.letter_keys label="Keys of a single letter or digit are on"/>
        </Modal>
    }
}
