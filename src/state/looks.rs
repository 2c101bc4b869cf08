//! How the reader likes the page set: a few steps of each, kept between visits and told to the style sheets.

use crate::platform::{self, storage};

/// Something about how the page is set, and the steps there are of it; the second is how it is at first.
#[derive(Debug, PartialEq, Eq)]
pub struct Look {
    pub key: &'static str,
    pub label: &'static str,
    pub steps: [(&'static str, &'static str); 4],
}

pub static LOOKS: [Look; 4] = [
    Look {
        key: "size",
        label: "Text size",
        steps: [("s", "Small"), ("m", "Medium"), ("l", "Large"), ("xl", "Largest")],
    },
    Look {
        key: "measure",
        label: "Line width",
        steps: [("s", "Narrow"), ("m", "Medium"), ("l", "Wide"), ("xl", "Full")],
    },
    Look {
        key: "leading",
        label: "Line spacing",
        steps: [("s", "Tight"), ("m", "Medium"), ("l", "Open"), ("xl", "Widest")],
    },
    Look {
        key: "panel",
        label: "Panel",
        steps: [("s", "Narrow"), ("m", "Medium"), ("l", "Wide"), ("off", "Hidden")],
    },
];

/// The step chosen of each, in the order of [`LOOKS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks([&'static str; LOOKS.len()]);

impl Looks {
    pub fn load() -> Looks {
        let mut looks = Looks(["m"; LOOKS.len()]);
        for look in &LOOKS {
            if let Some(kept) = storage::get(&format!("look.{}", look.key)) {
                looks.set(look, &kept);
            }
        }
        looks.show();
        looks
    }

    pub fn of(&self, look: &Look) -> &'static str {
        LOOKS.iter().zip(self.0).find(|(other, _)| *other == look).map_or("m", |(_, step)| step)
    }

    /// Another step; one that there is not changes nothing.
    pub fn set(&mut self, look: &Look, key: &str) {
        let step = look.steps.iter().find(|(step, _)| *step == key);
        let at = LOOKS.iter().position(|other| other == look);
        if let Some(((step, _), of)) = step.zip(at.and_then(|at| self.0.get_mut(at))) {
            *of = step;
        }
    }

    /// Tells the style sheets.
    pub fn show(&self) {
        for (look, step) in LOOKS.iter().zip(self.0) {
            platform::set_on_root(&format!("data-{}", look.key), step);
        }
    }

    pub fn keep(&self) {
        for (look, step) in LOOKS.iter().zip(self.0) {
            // A browser that keeps nothing says so where the article is kept.
            let _ = storage::set(&format!("look.{}", look.key), step);
        }
    }
}
