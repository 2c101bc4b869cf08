//! What is said to the reader in passing: aloud through a live region, and as a line that goes away.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
pub use session::Turn;

#[derive(Clone, Copy)]
pub struct Notices {
    /// For those who listen; the same words twice in a row are told apart by a no-break space.
    pub aloud: RwSignal<String>,
    /// For those who look.
    pub line: RwSignal<Option<String>>,
    /// The way back from what the line says.
    pub turn: RwSignal<Option<Turn>>,
    /// Takes the line away; a new line has its own time.
    until: StoredValue<Option<Timeout>, LocalStorage>,
}

/// How long a line is shown; one that can be acted on stays until a slow hand is there.
const SHOWN_MS: u32 = 4_000;
const OFFERED_MS: u32 = 9_000;

impl Notices {
    pub fn new() -> Notices {
        Notices {
            aloud: RwSignal::new(String::new()),
            line: RwSignal::new(None),
            turn: RwSignal::new(None),
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
        self.show(words, None, SHOWN_MS);
    }

    /// Tells what was corrected, with the button that takes it back.
    pub fn offer(self, words: impl Into<String>, turn: Turn) {
        let words = words.into();
        self.say(match turn {
            Turn::Undo => format!("{words} Ctrl Z undoes it."),
            Turn::Redo => format!("{words} Ctrl Shift Z does it again."),
        });
        self.show(words, Some(turn), OFFERED_MS);
    }

    fn show(self, words: String, turn: Option<Turn>, time: u32) {
        self.turn.set(turn);
        self.line.set(Some(words));
        self.keep(time);
    }

    fn keep(self, time: u32) {
        self.until.set_value(Some(Timeout::new(time, move || self.line.set(None))));
    }

    /// The line stays while the pointer or the focus is on it, and a while after.
    pub fn hold(self, held: bool) {
        match held {
            true => self.until.set_value(None),
            false => self.keep(SHOWN_MS),
        }
    }
}
