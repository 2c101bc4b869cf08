//! Which marks are lit: the entity pointed at, the one selected with its present mention, the quote selected, and
//! the summary's sentences.

use leptos::prelude::*;
use reading::{Target, View};

use crate::platform::lit::LitSheet;
use crate::state;

/// Draws nothing itself: it keeps a small style sheet up to date.
#[component]
pub fn Lit() -> impl IntoView {
    let (place, settings) = (state::place(), state::settings());
    let sheet = StoredValue::new_local(LitSheet::new());
    Effect::new(move |_| {
        let route = place.route.get();
        let mut rules = String::new();
        let mut add = |selector: String, style: &str| {
            rules.push_str(&format!("#article {selector}{{{style}}}\n"));
        };
        for rank in 1..=settings.summary_length.get() {
            add(format!(".opens[data-s=\"{rank}\"]::before"), "opacity:1");
            if route.view == View::Summary {
                add(format!("[data-s=\"{rank}\"]"), "background-color:var(--summary-wash)");
            }
        }
        if let Some(id) = place.pointed.get() {
            add(format!("[data-e~=\"{}\"]", id.0), "background-color:var(--mark-hover)");
        }
        match route.target {
            Some(Target::Entity(id, mention)) => {
                add(format!("[data-e~=\"{}\"]", id.0), "background-color:var(--mark-lit)");
                if let Some(mention) = mention {
                    add(
                        format!("[data-m~=\"{}.{mention}\"]", id.0),
                        "outline:2px solid var(--mark-line);outline-offset:1px;border-radius:2px",
                    );
                }
            }
            Some(Target::Quote(id)) => {
                add(format!("[data-q~=\"{id}\"]"), "background-color:var(--quote-wash)");
            }
            _ => {}
        }
        sheet.with_value(|sheet| sheet.set(&rules));
    });
}
