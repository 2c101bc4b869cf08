//! What can happen to a session, and what it has done about it.

use corrections::{Correction, NameList};
use presentation::Route;
use presentation::library::Kept;
use protocol::{FromWorker, Input, Stage, ToWorker};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Nothing to do; with an open article, its analysis is complete.
    Rest,
    Reading,
    /// Up to the stage that comes next.
    Marking(Stage),
    /// The reader stopped it.
    Stopped,
    Failed,
}

impl Work {
    pub fn is_going_on(self) -> bool {
        matches!(self, Work::Reading | Work::Marking(_))
    }
}

/// Something that went wrong: what happened, what was kept, what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub message: String,
    pub fix: Fix,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// The message says what to do.
    Told,
    TryAgain,
    Reload,
}

/// Where a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The field, where an article is typed and edited.
    Field,
    /// A file, a paste with its form, the sample.
    Given,
}

/// What a tab wrote down of an article, under a key of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    pub key: String,
    pub json: String,
}

/// What can be done about a correction that was just told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Undo,
    Redo,
}

// Made once and taken apart at once: a box would only be one more thing to unpack.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The page begins: the article that this tab had open, and what tabs wrote down that is not in the library yet.
    Start {
        open: Option<String>,
        journals: Vec<Journal>,
    },
    /// The reader gave this. With `show`, the Reader comes up as soon as the text is there.
    Read {
        input: Input,
        origin: Origin,
        show: bool,
    },
    /// An analysis in a file of ours.
    Import(String),
    /// An article of the library, and where in it to go.
    Open(Box<Kept>, Option<Route>),
    /// The field has the text of the open article now, for the reader to edit.
    Edit,
    /// The field is empty.
    Emptied,
    /// The text of the open article as it was before: the place of it among its versions.
    Revert(usize),
    /// None is what can no longer be pointed at.
    Correct(Option<Correction>),
    Undo,
    Redo,
    /// Counts "Monday" from another day; none for the day that the article names.
    SetPublished(Option<String>),
    /// Stops the work; the text stays.
    Cancel,
    TryAgain,
    /// Reads everything that the page shows which the open article came from.
    UseWhole,
    /// Takes the article off the desk.
    Clear,
    /// The reader goes elsewhere, or the page may be gone in a moment.
    Leave,
    Answer(FromWorker),
    OtherBuild,
    Broken(String),
    /// What became of [`Effect::Write`]: whether it stands there now. If not, what was written under its key before
    /// still does.
    Written(Journal, bool),
    /// What became of [`Effect::Save`]: what the library has now, or none if it could not be written.
    Saved(String, Option<Box<Kept>>),
    /// What the library has of the open article now, and whether this tab put it there itself, out of a backup.
    Changed(Box<Kept>, bool),
    /// Something went wrong outside.
    Complain(String, Fix),
}

// Made once and taken apart at once: a box would only be one more thing to unpack.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Ask(ToWorker),
    Stop,
    /// Write this down at once, where a closing tab does not lose it; [`Event::Written`] follows.
    Write(Journal),
    /// Remove this, unless something else stands there by now.
    Forget(Journal),
    /// This tab has this article open.
    Remember(Option<String>),
    /// Put this into the library, joined with what it has; [`Event::Saved`] follows.
    Save(Box<Kept>),
    /// Find this article in the library, and open it if nothing else is open by then.
    Fetch(String),
    Go(Route),
    /// For eyes and ears.
    Tell(String),
    /// For eyes and ears, with a way back at hand.
    Offer(String, Turn),
    /// For ears: eyes see it.
    Say(String),
}

/// What the session needs to know of the world when something happens.
pub struct Context<'a> {
    /// Milliseconds since 1970, UTC.
    pub now: u64,
    /// The reader's list of names, if new articles are read with it.
    pub names: Option<&'a NameList>,
    pub library: &'a [Kept],
}
