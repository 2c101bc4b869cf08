//! Questions before anything from outside is let in: what was shared, a list of names, a backup of the library. Each says
//! what it is and what it would do.

use corrections::{KnownName, MergeEffect, NotName};
use leptos::prelude::*;
use presentation::incoming::BackupEffect;
use presentation::words;

use crate::components::modal::Modal;
use crate::state;
use crate::state::incoming::{kind_of, name_of};

/// Names shown of each kind of change; the rest is counted.
const SHOWN: usize = 12;
/// Characters shown of a name.
const LONGEST: usize = 80;

#[component]
pub fn Questions() -> impl IntoView {
    view! {
        <SharedQuestion/>
        <NamesQuestion/>
        <BackupQuestion/>
    }
}

#[component]
fn SharedQuestion() -> impl IntoView {
    let (session, waiting) = (state::session(), state::incoming());
    let open = Signal::derive(move || waiting.offered.with(Option::is_some));
    let told = move || {
        waiting.offered.with(|offered| {
            let shared = offered.as_ref()?;
            let from = match &shared.from {
                Some(site) => format!("Another site sent it: {}.", words::shortened(site, LONGEST)),
                None => "It came from outside of this page. Nothing was done with it yet.".to_owned(),
            };
            Some(view! {
                <p>{kind_of(&shared.content)}</p>
                <blockquote class="serif">{name_of(&shared.content)}</blockquote>
                <p class="hint">{from}</p>
            })
        })
    };
    view! {
        <Modal id="incoming" label="Something was shared: open it?" open on_close=move || waiting.decline()>
            {told}
            <p class="actions">
                <button type="button" id="shared-open" class="button first" on:click=move |_| waiting.accept(session)>
                    "Open it"
                </button>
                <button type="button" id="shared-leave" class="button" on:click=move |_| waiting.decline()>
                    "Leave it"
                </button>
            </p>
        </Modal>
    }
}

#[component]
fn NamesQuestion() -> impl IntoView {
    let (session, names) = (state::session(), state::names());
    let open = Signal::derive(move || names.offered.with(Option::is_some));
    let told = move || {
        names.offered.with(|offered| {
            let newer = offered.as_ref()?;
            Some(names.list.with(|list| effect(&list.effect_of(newer), names.on.get())))
        })
    };
    view! {
        <Modal id="names-question" label="Add to your names?" open on_close=move || names.offered.set(None)>
            {told}
            <p class="actions">
                <button type="button" id="names-add" class="button first" on:click=move |_| session.accept_names()>
                    "Add them"
                </button>
                <button type="button" class="button" on:click=move |_| names.offered.set(None)>
                    "Leave them"
                </button>
            </p>
        </Modal>
    }
}

fn effect(effect: &MergeEffect, on: bool) -> AnyView {
    let known = |list: &[KnownName]| list.iter().map(known_name).collect::<Vec<_>>();
    let not = |list: &[NotName]| {
        list.iter().map(|not| (not.name.clone(), words::kind_of(not.kind))).collect::<Vec<_>>()
    };
    let use_of = match on {
        true => "Your names are used in every new article: it will be read with these.",
        false => "Your names are used in no article until you switch them on.",
    };
    if effect.is_nothing() {
        return view! { <p>"Your list has all of it already; nothing would change."</p> }.into_any();
    }
    view! {
        {changes("New", known(&effect.added))}
        {changes("Changed", known(&effect.changed))}
        {changes("No longer in your list", known(&effect.removed))}
        {changes("Not names any more", not(&effect.not_names))}
        <p class="hint">{use_of}</p>
    }
    .into_any()
}

/// A name as it will be, with what else it is written as.
fn known_name(known: &KnownName) -> (String, &'static str) {
    let mut name = known.name.clone();
    if !known.aliases.is_empty() {
        name.push_str(&format!(" (also {})", known.aliases.join(", ")));
    }
    (name, words::kind_of(known.kind))
}

fn changes(label: &'static str, list: Vec<(String, &'static str)>) -> Option<AnyView> {
    if list.is_empty() {
        return None;
    }
    let more = list.len().saturating_sub(SHOWN);
    let shown = list.into_iter().take(SHOWN).map(|(name, kind)| {
        view! {
            <li>
                <b>{words::shortened(&name, LONGEST)}</b>
                <span class="hint">{format!(" {kind}")}</span>
            </li>
        }
    });
    let more =
        (more > 0).then(|| view! { <li class="hint">{format!("and {} more", words::number(more))}</li> });
    Some(
        view! {
            <h3 class="eyebrow">{label}</h3>
            <ul class="changes">{shown.collect_view()} {more}</ul>
        }
        .into_any(),
    )
}

#[component]
fn BackupQuestion() -> impl IntoView {
    let library = state::library();
    let open = Signal::derive(move || library.offered.with(Option::is_some));
    let told = move || {
        library.offered.with(|offered| {
            let backup = offered.as_ref()?;
            let there = &backup.articles;
            let effect = library.articles.with(|here| {
                let here = here.as_deref().unwrap_or(&[]).iter();
                BackupEffect::of(
                    here.map(|kept| kept.entry.id.as_str()),
                    there.iter().map(|kept| kept.entry.id.as_str()),
                    library.unread.with(Vec::len),
                )
            });
            let count = words::count(there.len(), "article", "articles");
            let unread = (!backup.unread.is_empty()).then(|| {
                let more = words::count(backup.unread.len(), "article more", "articles more");
                format!("It has {more} of another version of this page, kept as they are.")
            });
            Some(view! {
                <p>{format!("The file has {count}, and all of it can be read.")}</p>
                {unread.map(|told| view! { <p class="hint">{told}</p> })}
                <p class="hint">{effect.of_adding()}</p>
                <p class="hint">{effect.of_replacing()}</p>
            })
        })
    };
    view! {
        <Modal id="restore-dialog" label="Restore a backup" open on_close=move || library.offered.set(None)>
            {told}
            <p class="actions">
                <button type="button" id="restore-merge" class="button first" on:click=move |_| library.restore(false)>
                    "Add to the library"
                </button>
                <button type="button" id="restore-replace" class="button" on:click=move |_| library.restore(true)>
                    "Replace the library"
                </button>
            </p>
        </Modal>
    }
}
