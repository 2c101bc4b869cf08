//! How the reader likes it: kept between visits where the browser allows.

use leptos::prelude::*;
use presentation::Family;

use super::looks::Looks;
use crate::platform::{storage, theme};

/// Sentences of the summary, at least and at most.
pub const SUMMARY_LENGTHS: (u32, u32) = (1, session::SUMMARY);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    System,
    ClassToggle,
    Dark,
}

impl Theme {
    pub fn label(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::ClassToggle => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::ClassToggle,
            Theme::ClassToggle => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

#[derive(Clone, Copy)]
pub struct Settings {
    pub theme: RwSignal<Theme>,
    /// Families whose marks are switched off.
    pub hidden: RwSignal<Vec<Family>>,
    pub summary_length: RwSignal<u32>,
    /// Keys of one letter can be switched off, since they get in the way of speech input.
    pub letter_keys: RwSignal<bool>,
    /// How the article is set.
    pub looks: RwSignal<Looks>,
}

impl Settings {
    pub fn load() -> Settings {
        let theme = match storage::get("theme").as_deref() {
            Some("light") => Theme::ClassToggle,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        };
        let hidden = match storage::get("hidden") {
            Some(keys) => keys.split(',').filter_map(Family::from_key).collect(),
            None => Family::ALL.into_iter().filter(|family| !family.shown_at_first()).collect(),
        };
        let (least, most) = SUMMARY_LENGTHS;
        let length = storage::get("summary").and_then(|n| n.parse().ok()).unwrap_or(3u32).clamp(least, most);
        let settings = Settings {
            theme: RwSignal::new(theme),
            hidden: RwSignal::new(hidden),
            summary_length: RwSignal::new(length),
            letter_keys: RwSignal::new(storage::get("letter-keys").as_deref() != Some("off")),
            looks: RwSignal::new(Looks::load()),
        };
        theme::set(theme.label());
        settings.keep();
        settings
    }

    pub fn shows(self, family: Family) -> bool {
        self.hidden.with(|hidden| !hidden.contains(&family))
    }

    pub fn toggle(self, family: Family) {
        self.hidden.update(|hidden| match hidden.iter().position(|other| *other == family) {
            Some(at) => {
                hidden.remove(at);
            }
            None => hidden.push(family),
        });
    }

    /// Writes each setting when it changes.
    fn keep(self) {
        on_change(
            move || self.theme.get().label().to_owned(),
            |theme| {
                theme::set(theme);
                keep("theme", theme);
            },
        );
        on_change(
            move || self.hidden.with(|all| all.iter().map(|f| f.key()).collect::<Vec<_>>().join(",")),
            |keys| keep("hidden", keys),
        );
        on_change(move || self.summary_length.get().to_string(), |length| keep("summary", length));
        Effect::new(move |before: Option<Looks>| {
            let looks = self.looks.get();
            if before.is_some_and(|before| before != looks) {
                looks.show();
                looks.keep();
            }
            looks
        });
        on_change(
            move || if self.letter_keys.get() { "on" } else { "off" }.to_owned(),
            |state| keep("letter-keys", state),
        );
    }
}

/// A browser that keeps nothing says so where the article is kept; here there is nothing to add.
fn keep(key: &str, value: &str) {
    let _ = storage::set(key, value);
}

/// Calls `act` with every value of `read` but the first.
fn on_change(read: impl Fn() -> String + 'static, act: impl Fn(&str) + 'static) {
    Effect::new(move |before: Option<String>| {
        let now = read();
        if before.is_some_and(|before| before != now) {
            act(&now);
        }
        now
    });
}
