//! What the page knows: the open article, the place the reader is at, their settings, and what to tell them.
//!
//! Each is a handful of signals that is copied freely; views read them from the context.

mod batch;
mod citing;
mod editing;
mod imported;
pub mod incoming;
mod library;
mod looks;
mod names;
mod notices;
mod others;
mod place;
mod session;
mod settings;
mod sheet;
mod spot;

pub use batch::Batch;
pub use citing::{Citing, today};
pub use editing::{Editing, Form};
pub use incoming::Incoming;
pub use library::Library;
pub use looks::{LOOKS, Look};
pub use names::Names;
pub use notices::{Notices, Turn};
pub use others::Others;
pub use place::Place;
pub use session::{Fix, Kept, Session, Shown, Work};
pub use settings::{SUMMARY_LENGTHS, Settings, Theme};
pub use sheet::Sheet;
pub use spot::{Spot, SpotOf};

use leptos::prelude::*;

/// All of it, made once and given to every component below.
pub fn provide() {
    let notices = Notices::new();
    provide_context(notices);
    let place = Place::new();
    provide_context(place);
    provide_context(Editing::new());
    provide_context(Settings::load());
    provide_context(Citing::load());
    let library = Library::new(notices);
    provide_context(library);
    provide_context(Batch::new(library));
    provide_context(Incoming::new());
    provide_context(Others::new());
    let names = Names::load();
    provide_context(names);
    provide_context(Session::new(place, notices, library, names));
}

pub fn session() -> Session {
    expect_context()
}

pub fn batch() -> Batch {
    expect_context()
}

pub fn citing() -> Citing {
    expect_context()
}

pub fn library() -> Library {
    expect_context()
}

pub fn incoming() -> Incoming {
    expect_context()
}

pub fn others() -> Others {
    expect_context()
}

pub fn names() -> Names {
    expect_context()
}

pub fn editing() -> Editing {
    expect_context()
}

pub fn place() -> Place {
    expect_context()
}

pub fn settings() -> Settings {
    expect_context()
}

pub fn notices() -> Notices {
    expect_context()
}
