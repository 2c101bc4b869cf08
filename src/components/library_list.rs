//! The library as a list: earlier articles with their counts, searched, tagged, removed with undo, backed up and
//! restored.

use leptos::prelude::*;
use presentation::library::{self, Entry, Kept};
use presentation::words;

use crate::components::file_button::FileButton;
use crate::components::icons;
use crate::components::menu;
use crate::components::search_field::search_field;
use crate::platform::storage::NotKept;
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
    let shown = move || {
        let asked = asked.get();
        library.articles.with(|all| {
            let all = all.as_deref().unwrap_or(&[]).iter();
            all.filter(|kept| library::answers(kept, &asked)).take(LISTED).cloned().collect::<Vec<_>>()
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
                    _ => {
                        "This browser does not let the page keep a library. What is on the screen stays until you close it; take it out with Export."
                    }
                }}
            </p>
        </Show>
        <Show when=move || library.unread.with(|unread| !unread.is_empty())>
            <p class="library-refused">
                {move || {
                    let count = library.unread.with(Vec::len);
                    let articles = words::count(count, "article", "articles");
                    format!("{articles} in the library cannot be read by this version of the page. They are left as they are, and are in every backup.")
                }}
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

fn item(kept: Kept) -> AnyView {
    let (session, library) = (state::session(), state::library());
    let entry = kept.entry.clone();
    let (id, tags) = (entry.id.clone(), words::shortened(&entry.tags.join(", "), LONGEST_TAGS));
    let (of_remove, of_tags) = (id.clone(), id);
    let mut facts = format!(
        "{}, {}, {}, {}",
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
    view! {
        <li data-kept=entry.id.clone()>
            <button type="button" class="library-title serif" on:click=move |_| session.open_kept(&kept)>
                {title}
            </button>
            <p class="hint">{facts}</p>
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
    let used =
        move || library.used.get().map(|bytes| format!("{} KB used", words::number((bytes / 1024) as usize)));
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
