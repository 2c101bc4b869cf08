//! Keys that act on the row of a list that has the focus, or else on what is selected: c copies, e mends, m merges, s
//! sets the speaker.

use analysis::EntityId;
use leptos::ev;
use leptos::prelude::*;
use presentation::{Route, Target};

use super::keys::Reach;
use super::{cite, menu};
use crate::platform;
use crate::state::Form;

/// What a key would act on.
#[derive(Debug, Clone, Copy)]
enum Row {
    Entity(EntityId),
    Quote(u32),
}

/// Does it, and says whether there was something to act on.
pub fn press(event: &ev::KeyboardEvent, key: &str, reach: Reach) -> bool {
    let Some(row) = row(event, reach) else { return false };
    act(row, key, reach)
}

/// The same for what is selected alone, as the palette asks it.
pub fn on_selected(key: &str, reach: Reach) -> bool {
    reach.within(|| selected(reach).is_some_and(|row| act(row, key, reach)))
}

fn act(row: Row, key: &str, reach: Reach) -> bool {
    match (row, key) {
        (Row::Quote(id), "c") => cite::copy_quote(id, reach.session, reach.notices),
        (Row::Quote(id), "s" | "e") => {
            reach.place.spot.set(None);
            if reach.place.route.get_untracked() != Route::quote(id) {
                reach.place.step_to(Route::quote(id));
            }
            reach.editing.quote.set(Some(id));
            set_timeout(
                move || platform::show_in_panel(&format!("[data-quote='{id}'] .chooser")),
                platform::A_FRAME,
            );
        }
        (Row::Entity(id), "c") => {
            let name = reach.session.article.with_untracked(|article| {
                let entity = article.as_ref()?.entity(id)?;
                let role = entity.role.as_ref().map(|role| format!(", {}", role.text)).unwrap_or_default();
                Some(format!("{}{role}", entity.name))
            });
            let Some(name) = name else { return false };
            menu::copy(name, "the name".to_owned(), reach.notices);
        }
        (Row::Entity(id), "m" | "e") => {
            let is_open = matches!(reach.place.route.get_untracked().target, Some(Target::Entity(open, _)) if open == id);
            if !is_open {
                reach.place.go(Route::entity(id));
            }
            let form = if key == "m" { Form::Merge } else { Form::Rename };
            // Once the card is there.
            set_timeout(move || reach.editing.entity.set(Some((id, form))), platform::A_FRAME);
        }
        _ => return false,
    }
    true
}

fn row(event: &ev::KeyboardEvent, reach: Reach) -> Option<Row> {
    let number =
        |name: &str| platform::closest(event, &format!("[{name}]"))?.get_attribute(name)?.parse::<u32>().ok();
    let quote = number("data-quote").map(Row::Quote);
    quote.or_else(|| number("data-row").map(|id| Row::Entity(EntityId(id)))).or_else(|| selected(reach))
}

fn selected(reach: Reach) -> Option<Row> {
    match reach.place.route.get_untracked().target? {
        Target::Entity(id, _) => Some(Row::Entity(id)),
        Target::Quote(id) => Some(Row::Quote(id)),
        _ => None,
    }
}
