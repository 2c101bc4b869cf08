//! How the reader cites: the style that copies are made in, kept between visits.

use export::Style;
use leptos::prelude::*;

use crate::platform::{self, storage};

const KEY: &str = "cite";

#[derive(Clone, Copy)]
pub struct Citing {
    pub style: RwSignal<Style>,
}

impl Citing {
    pub fn load() -> Citing {
        let kept = storage::get(KEY).and_then(|key| Style::from_key(&key));
        Citing { style: RwSignal::new(kept.unwrap_or_default()) }
    }

    pub fn set(self, style: Style) {
        self.style.set(style);
        // A browser that keeps nothing says so where the article is kept.
        let _ = storage::set(KEY, style.key());
    }
}

/// The day today, as 2025-12-07: when the article was read.
pub fn today() -> String {
    presentation::words::iso_day_of(platform::now())
}
