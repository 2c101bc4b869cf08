//! What the palette finds: everything that can be done now.

use export::Format;
use leptos::prelude::*;
use presentation::library::Kept;
use presentation::{Route, Target, View, begins_but_for_a_slip, words};

use crate::components::library_list::title_of;
use crate::state::{self, Session, Shown};

/// Entries shown at once.
const SHOWN: usize = 12;
/// Words of fewer letters are looked for in the article only when they are asked for there.
const WORTH_FINDING: usize = 3;
/// Entries that there can be of names and of articles: the heaviest and the newest.
const OF_EACH: usize = 2_000;

#[derive(Clone)]
pub enum Act {
    Go(Route),
    Find,
    /// The first place of these words in the article.
    FindWords(String),
    /// What a key of one letter does to what is selected.
    Key(&'static str),
    SetDate,
    Export(Format),
    CopyQuotes,
    Undo,
    Redo,
    Theme,
    Sample,
    Keys,
    Open(Box<Kept>),
}

#[derive(Clone)]
pub struct Command {
    pub label: String,
    /// What kind of thing it leads to.
    pub kind: &'static str,
    pub act: Act,
}

impl Command {
    fn new(label: impl Into<String>, kind: &'static str, act: Act) -> Command {
        Command { label: label.into(), kind, act }
    }

    /// Whether every word typed begins a word of it, with `slip` but for a slip of the hand.
    fn answers(&self, typed: &str, slip: bool) -> bool {
        let said = words::fold(&format!("{} {}", self.label, self.kind));
        let mut said = said.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>();
        said.retain(|word| !word.is_empty());
        let fits =
            |word: &str, typed: &str| word.starts_with(typed) || slip && begins_but_for_a_slip(word, typed);
        words::fold(typed).split_whitespace().all(|typed| said.iter().any(|word| fits(word, typed)))
    }
}

/// What answers to the words typed: exactly, or else but for a slip; and the places in the article that have them.
pub fn fitting(all: &[Command], typed: &str, session: Session) -> Vec<Command> {
    let answering = |slip: bool| -> Vec<Command> {
        all.iter().filter(|one| one.answers(typed, slip)).take(SHOWN).cloned().collect()
    };
    let mut found = answering(false);
    if found.is_empty() {
        found = answering(true);
    }
    let wanted = typed.trim();
    if wanted.chars().count() >= WORTH_FINDING {
        let places = session.article.with_untracked(|article| {
            article.as_ref().map_or(0, |article| presentation::find(article.text(), wanted).len())
        });
        if places > 0 {
            found.truncate(SHOWN - 1);
            let label = format!("“{wanted}” in the article, {}", words::count(places, "place", "places"));
            found.push(Command::new(label, "words", Act::FindWords(wanted.to_owned())));
        }
    }
    found
}

/// Everything that can be done now, the commonest first.
pub fn commands() -> Vec<Command> {
    let (session, library) = (state::session(), state::library());
    let article = session.article.get_untracked();
    let mut all: Vec<Command> =
        View::ALL.iter().map(|view| Command::new(view.label(), "view", Act::Go(Route::to(*view)))).collect();
    let selected = state::place().route.get_untracked().target;
    let of_selected: &[(&str, &str)] = match selected {
        Some(Target::Entity(..)) => {
            &[("Merge this name with another", "m"), ("Rename it", "e"), ("Copy this name", "c")]
        }
        Some(Target::Quote(_)) => &[("Copy this quote", "c"), ("Set who said this quote", "s")],
        _ => &[],
    };
    // What can be done with what is selected is what one most likely means.
    all.splice(0..0, of_selected.iter().map(|(label, key)| Command::new(*label, "selected", Act::Key(key))));
    if article.is_some() {
        all.push(Command::new("Set the day of publication", "date", Act::SetDate));
        all.push(Command::new("Find in the article", "search", Act::Find));
        all.extend(
            Format::ALL.iter().map(|format| {
                Command::new(format!("Export {}", format.label()), "file", Act::Export(*format))
            }),
        );
        all.push(Command::new("Copy all quotes", "clipboard", Act::CopyQuotes));
        all.push(Command::new("Undo the last correction", "Ctrl Z", Act::Undo));
        all.push(Command::new("Do it again", "Ctrl Shift Z", Act::Redo));
    }
    all.push(Command::new("Change the colours: system, light, dark", "look", Act::Theme));
    all.push(Command::new("Try the sample article", "article", Act::Sample));
    all.push(Command::new("Keys", "help", Act::Keys));
    all.extend(article.iter().flat_map(names));
    library.articles.with_untracked(|kept| {
        let kept = kept.as_deref().unwrap_or(&[]).iter().take(OF_EACH);
        all.extend(
            kept.map(|kept| {
                Command::new(title_of(&kept.entry), "article", Act::Open(Box::new(kept.clone())))
            }),
        );
    });
    all
}

fn names(article: &Shown) -> Vec<Command> {
    let mut all: Vec<_> = article.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).collect();
    all.sort_by_key(|entity| std::cmp::Reverse(article.weight(entity.id)));
    let name = |entity: &&analysis::Entity| {
        Command::new(entity.name.clone(), words::kind_of(entity.kind), Act::Go(Route::entity(entity.id)))
    };
    all.iter().take(OF_EACH).map(name).collect()
}
