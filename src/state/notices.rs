//! What is said to the reader in passing: aloud through a live region, and as a line that goes away.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Notices {
    /// For those who listen; the same words twice in a row are told apart by a no-break space.
    pub aloud: RwSignal<String>,
    /// For those who look.
    pub line: RwSignal<Option<String>>,
    /// Takes the line away; a new line has its own time.
    until: StoredValue<Option<Timeout>, LocalStorage>,
}

/// How long a line is shown.
const SHOWN_MS: u32 = 4_000;

impl Notices {
    pub fn new() -> Notices {
        Notices {
            aloud: RwSignal::new(String::new()),
            line: RwSignal::new(None),
            until: StoredValue::new_local(None),
        }
    }

    /// Says it aloud only: what the eye sees anyway.
    pub fn say(self, words: impl Into<String>) {
        let mut words = words.into();
        if self.aloud.with_untracked(|before| *before == words) {
            words.push('\u{a0}');
        }
        self.aloud.set(words);
    }

    /// Says it aloud and shows it for a few seconds.
    pub fn tell(self, words: impl Into<String>) {
        let words = words.into();
        self.say(words.clone());
        self.line.set(Some(words));
        self.until.set_value(Some(Timeout::new(SHOWN_MS, move || self.line.set(None))));
    }
}
