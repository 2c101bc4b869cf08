//! Whatever happens in two tabs, in any order: nothing that was told as done is otherwise at the end.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::world::{HALL, PIER, World};
use crate::keeping::NOT_KEPT;
use crate::*;

/// What a reader does, what the browser does, and in which tab.
type Act = (u8, usize, usize);

/// What must hold of each name that a reader gave: whether its correction was last told as done, none if it was told
/// that nothing keeps it, and by which tabs it was switched.
type Oracle = BTreeMap<String, (Option<bool>, BTreeSet<u64>)>;

fn hear(world: &mut World, tab: usize, oracle: &mut Oracle) {
    for told in std::mem::take(&mut world.tabs[tab].told) {
        let Some((_, name)) = told.rsplit_once(" to “") else { continue };
        let Some((name, _)) = name.split_once('”') else { continue };
        let entry = oracle.entry(name.to_owned()).or_insert_with(|| (None, BTreeSet::new()));
        entry.0 = (!told.ends_with(NOT_KEPT)).then(|| !told.starts_with("Undone"));
        entry.1.insert(tab as u64);
    }
}

fn walk(acts: &[Act]) {
    let mut world = World::new(2);
    let mut oracle = Oracle::new();
    let mut texts: BTreeSet<String> = BTreeSet::new();
    for (nth, &(act, tab, number)) in acts.iter().enumerate() {
        match act {
            0 => world.give(tab, if number % 2 == 0 { HALL } else { PIER }),
            1 => {
                if let Some(open) = &world.tabs[tab].session.open {
                    let text = format!("{} Note {nth} follows.\n", open.text());
                    world.on(tab, Event::Edit);
                    world.type_in(tab, &text);
                }
            }
            2..=4 => world.rename(tab, number, &format!("Name{nth}")),
            5 | 6 => world.on(tab, Event::Undo),
            7 => world.on(tab, Event::Redo),
            8 => world.on(tab, Event::SetPublished(Some(format!("2026-01-{:02}", 1 + number % 28)))),
            9 => world.on(tab, Event::Clear),
            10..=12 => drop(world.answer(tab)),
            13..=15 => drop(world.commit(tab)),
            16 => world.reload(tab),
            17 => {
                world.tabs[tab].answers.clear();
                world.on(tab, Event::Broken("died".to_owned()));
            }
            18 => world.full = !world.full,
            19 => world.on(tab, Event::Leave),
            20 => {
                let all = world.library();
                if let Some(kept) = number.checked_rem(all.len()).and_then(|at| all.get(at)) {
                    world.on(tab, Event::Open(Box::new(kept.clone()), None));
                }
            }
            21 => {
                // A new version took the files of this tab's worker away: it meets another one's, and is loaded anew.
                world.tabs[tab].answers.clear();
                world.on(tab, Event::OtherBuild);
                world.reload(tab);
            }
            22 => world.on(tab, [Event::Cancel, Event::TryAgain][number % 2].clone()),
            23 => {
                let versions = world.tabs[tab].session.open.as_ref().map_or(0, |open| open.versions.len());
                if let Some(at) = number.checked_rem(versions) {
                    world.on(tab, Event::Revert(at));
                }
            }
            24 => world.refused = !world.refused,
            _ => world.settle(),
        }
        // What one tab does may bring the other's writing to its end.
        for tab in [0, 1] {
            hear(&mut world, tab, &mut oracle);
        }
        // A text is safe from the moment at which it could be written down.
        if let Some(open) = &world.tabs[tab].session.open
            && !open.typing
            && let Some(row) = open.journal.as_ref().and_then(|json| Kept::read(json).ok())
        {
            texts.extend(row.text().filter(|text| text == open.text()));
        }
    }
    (world.full, world.refused) = (false, false);
    for tab in [0, 1] {
        world.on(tab, Event::Leave);
        world.on(tab, Event::TryAgain);
    }
    world.settle();
    for tab in [0, 1] {
        hear(&mut world, tab, &mut oracle);
    }
    let opened: Vec<_> = world.tabs.iter().filter_map(|tab| tab.session.open.as_ref()).collect();
    if let [one, other] = opened[..]
        && one.id == other.id
    {
        assert_eq!(one.history.done(), other.history.done(), "both tabs end alike");
        assert_eq!((one.text(), &one.published), (other.text(), &other.published), "both tabs end alike");
    }
    // Both tabs are closed; the next start has the journals and the library.
    for tab in [0, 1] {
        world.reload(tab);
    }
    world.settle();
    let library = world.library();
    let held: BTreeSet<String> = library
        .iter()
        .flat_map(|kept| kept.history().expect("it can be read").done().to_vec())
        .filter_map(|correction| {
            let told = correction.describe();
            Some(told.rsplit_once(" to “")?.1.trim_end_matches('”').to_owned())
        })
        .collect();
    for (name, (done, by)) in &oracle {
        // Of two tabs that switched the same one apart, the later stamp holds, which is not always the later moment.
        if let (1, Some(done)) = (by.len(), *done) {
            assert_eq!(held.contains(name), done, "{name}");
        }
    }
    let kept: BTreeSet<String> = library
        .iter()
        .flat_map(|kept| {
            let versions = kept.versions.iter().filter_map(|version| Remembered::read(&version.article));
            versions.map(|version| version.document.text).chain(kept.text()).collect::<Vec<_>>()
        })
        .collect();
    for text in &texts {
        assert!(kept.contains(text), "a text is lost: {text}");
    }
}

/// How many lists are tried: `LISTS=100000 cargo test -p session` tries more.
fn lists() -> u32 {
    std::env::var("LISTS").ok().and_then(|lists| lists.parse().ok()).unwrap_or(2_000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(lists()))]

    /// Whatever happens in two tabs, nothing that was told as done or undone is otherwise at the end, no text that was
    /// opened is lost, and both tabs end alike.
    #[test]
    fn nothing_is_lost_in_any_order_of_events(acts in prop::collection::vec((0..26_u8, 0..2_usize, 0..7_usize), 1..40)) {
        walk(&acts);
    }
}
