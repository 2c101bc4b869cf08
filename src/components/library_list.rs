//! The library as a list: earlier articles with their counts, searched, tagged, removed with undo, backed up and
//! restored.

use std::sync::Arc;

use leptos::prelude::*;
use presentation::library::{Entry, Kept};
use presentation::search::{Part, Searchable};
use presentation::words;

use crate::components::details::row_source;
use crate::components::file_button::FileButton;
use crate::components::icons;
use crate::components::menu;
use crate::components::search_field::search_field;
use crate::platform::{self, storage::NotKept};
use crate::state;

/// Articles listed before the reader asks for others by words.
const LISTED: usize = 100;
/// Characters shown of a title and of all tags.
const LONGEST_TITLE: usize = 200;
const LONGEST_TAGS: usize = 1_000;

#[component]
pub fn LibraryList() -> impl IntoView {
    let library = state::library();
    let asked = RwSignal::new(String::new());
    // Made once for each state of the library, and not for each letter typed.
    let all = Memo::new(move |_| {
        library.articles.with(|all| {
            let all = all.as_deref().unwrap_or(&[]).iter();
            all.map(|kept| (kept.clone(), Arc::new(Searchable::of(kept)))).collect::<Vec<_>>()
        })
    });
    let shown = move || {
        let asked = asked.get();
        all.with(|all| {
            let fitting = all.iter().filter(|(_, searchable)| searchable.answers(&asked)).take(LISTED);
            fitting.map(|(kept, searchable)| (kept.clone(), searchable.snippet(&asked))).collect::<Vec<_>>()
        })
    };
    let count = Memo::new(move |_| library.articles.with(|all| all.as_ref().map_or(0, Vec::len)));
    view! {
        <Show when=move || library.refused.get().is_some()>
            <p class="library-refused">
                {move || match library.refused.get() {
                    Some(NotKept::TooLong) => {
                        "The browser has no more room, so this article is not in the library. What is on the screen stays. Remove an article, or back the library up."
                    }
                    Some(NotKept::Newer) => {
                        "Another version of this page has the library, so this one leaves it alone. What is on the screen stays. Load the page again to get the newest version."
                    }
                    Some(NotKept::Blocked) => {
                        "Another tab has an older version of this page open, and the library waits for it. What is on the screen stays. Close that tab, or load it again."
                    }
                    _ => {
                        "This browser does not let the page keep a library. What is on the screen stays until you close it; take it out with Export."
                    }
                }}
            </p>
        </Show>
        <Show when=move || library.unread.with(|unread| !unread.is_empty())>
            <p class="library-refused">
                {move || library.unread.with(|unread| presentation::library::unread_told(unread))}
            </p>
        </Show>
        <Show when=move || { count.get() > 0 || library.removed.get().is_some() }>
            <section class="library" aria-labelledby="library-label">
                <h2 id="library-label">
                    "Library" <span class="count">{move || words::number(count.get())}</span>
                </h2>
                {search_field(
                    "library-search",
                    "Search the library",
                    "Words, names, “exact words”",
                    move || asked.get(),
                    move |typed| asked.set(typed),
                )}
                {move || {
                    library
                        .removed
                        .get()
                        .map(|kept| {
                            view! {
                                <p class="library-removed">
                                    <span>{format!("Removed “{}”.", words::shortened(&kept.entry.title, 60))}</span>
                                    <button type="button" id="put-back" class="button small" on:click=move |_| library.put_back()>
                                        "Undo"
                                    </button>
                                </p>
                            }
                        })
                }}
                {move || {
                    let shown = shown();
                    if shown.is_empty() {
                        view! { <p class="empty">"No article here has all of these words."</p> }.into_any()
                    } else {
                        view! { <ul class="library-list">{shown.into_iter().map(item).collect_view()}</ul> }.into_any()
                    }
                }}
            </section>
        </Show>
        <Backup/>
    }
}

/// An article's title as it is drawn. A backup may have any: a word of a megabyte takes a browser a minute to break
/// into lines.
pub fn title_of(entry: &Entry) -> String {
    match entry.title.trim() {
        "" => "Untitled".to_owned(),
        title => words::shortened(title, LONGEST_TITLE),
    }
}

fn item((kept, snippet): (Kept, Option<Vec<Part>>)) -> AnyView {
    let (session, library) = (state::session(), state::library());
    let entry = kept.entry.clone();
    let (id, tags) = (entry.id.clone(), words::shortened(&entry.tags.join(", "), LONGEST_TAGS));
    let (of_remove, of_rename, of_button, of_tags) = (id.clone(), id.clone(), id.clone(), id);
    let renaming = RwSignal::new(false);
    let source = row_source(&entry.site, &entry.day);
    let snippet = snippet.map(|parts| {
        let parts = parts.into_iter().map(|part| match part.found {
            true => view! { <mark>{part.text}</mark> }.into_any(),
            false => part.text.into_any(),
        });
        view! { <p class="snippet serif">{parts.collect_view()}</p> }
    });
    let mut facts = format!(
        "Read {}, {}, {}, {}",
        words::day_of(entry.changed),
        words::count(entry.words as usize, "word", "words"),
        words::count(entry.names as usize, "name", "names"),
        words::count(entry.quotes as usize, "quote", "quotes"),
    );
    if !kept.versions.is_empty() {
        facts += &format!(", {}", words::count(kept.versions.len(), "earlier text", "earlier texts"));
    }
    let title = title_of(&entry);
    let remove = format!("Remove “{title}” from the library");
    let (called, shown_title) = (title.clone(), title.clone());
    view! {
        <li data-kept=entry.id.clone()>
            <button type="button" class="library-title serif" on:click=move |_| session.open_kept(&kept)>
                {shown_title}
            </button>
            {source.map(|source| view! { <p class="library-source">{source}</p> })}
            {snippet}
            <p class="hint">{facts}</p>
            {move || {
                let (id, title) = (of_rename.clone(), called.clone());
                renaming
                    .get()
                    .then(|| {
                        view! {
                            <input
                                type="text"
                                class="library-rename"
                                aria-label="New title"
                                autocomplete="off"
                                value=title.clone()
                                autofocus
                                on:keydown=move |event| {
                                    match event.key().as_str() {
                                        "Enter" => session.rename_kept(&id, &event_target_value(&event)),
                                        "Escape" => event.prevent_default(),
                                        _ => return,
                                    }
                                    renaming.set(false);
                                    // The field goes, and the focus to what opened it.
                                    request_animation_frame({
                                        let id = id.clone();
                                        move || platform::focus(&format!("rename-{id}"))
                                    });
                                }
                                on:blur=move |_| {
                                    renaming.try_set(false);
                                }
                            />
                        }
                    })
            }}
            <div class="library-tags">
                <label>
                    <span class="for-ears">"Tags, between commas"</span>
                    <input
                        type="text"
                        placeholder="add tags"
                        autocomplete="off"
                        value=tags
                        on:change=move |event| {
                            let tags = event_target_value(&event)
                                .split(',')
                                .map(|tag| tag.trim().to_owned())
                                .filter(|tag| !tag.is_empty())
                                .collect();
                            library.tag(of_tags.clone(), tags);
                        }
                    />
                </label>
                <button
                    type="button"
                    id=format!("rename-{of_button}")
                    class="tool rename"
                    aria-label=format!("Rename “{title}”")
                    title="Rename"
                    on:pointerdown=|event| event.prevent_default()
                    on:click=move |_| {
                        renaming.set(true);
                        request_animation_frame(|| platform::focus_first(".library-rename"));
                    }
                >
                    {icons::pencil()}
                </button>
                <button
                    type="button"
                    class="tool"
                    aria-label=remove
                    title="Remove from the library"
                    on:click=move |_| library.remove(of_remove.clone())
                >
                    {icons::close()}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// The whole library to a file and back, and how much room it takes.
#[component]
fn Backup() -> impl IntoView {
    let (library, notices) = (state::library(), state::notices());
    let some = move || library.articles.with(|all| all.as_ref().is_some_and(|all| !all.is_empty()));
    let used = move || {
        library
            .used
            .get()
            .filter(|_| some())
            .map(|bytes| format!("{} KB used", words::number((bytes / 1024) as usize)))
    };
    let save = move |_| {
        menu::save_file(
            "article-explorer-backup.json",
            "application/json",
            &library.backup(),
            "The backup is in your downloads.",
            notices,
        );
    };
    view! {
        <p class="library-backup">
            <Show when=some>
                <button type="button" id="backup" class="button small" on:click=save>
                    "Back up the library"
                </button>
            </Show>
            <FileButton id="restore" label="Restore a backup" accept=".json,application/json"/>
            <span class="hint">{used}</span>
        </p>
    }
}
