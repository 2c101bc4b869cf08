//! What is said to the reader in passing: aloud through a live region, and as a line that goes away.

use std::time::Duration;

use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Notices {
    /// For those who listen; the same words twice in a row are told apart by a no-break space.
    pub aloud: RwSignal<String>,
    /// For those who look.
    pub line: RwSignal<Option<String>>,
    count: StoredValue<u32>,
}

impl Notices {
    pub fn new() -> Notices {
        Notices { aloud: RwSignal::new(String::new()), line: RwSignal::new(None), count: StoredValue::new(0) }
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
        self.count.update_value(|count| *count += 1);
        let mine = self.count.get_value();
        set_timeout(
            move || {
                if self.count.get_value() == mine {
                    self.line.set(None);
                }
            },
            Duration::from_secs(4),
        );
    }
}
