//! The frame: the rail of views, the article, the panel beside it, and the keys that work everywhere.

use leptos::ev;
use leptos::prelude::*;
use presentation::{Route, View};

use crate::components::correct::MarkSelection;
use crate::components::drop_zone::DropZone;
use crate::components::icons;
use crate::components::incoming::Questions;
use crate::components::keys::{self, Keys};
use crate::components::menu::ExportMenu;
use crate::components::messages::{Messages, Progress, Update};
use crate::components::palette::Palette;
use crate::components::{article_text::ArticleText, highlights::Highlights};
use crate::platform::{self, launch};
use crate::state::{self, Place, Session, Sheet, Work};
use crate::views::{
    about::About, compare::Compare, entities::Entities, quotes::Quotes, reader::Reader, start::Start,
    summary::Summary, timeline::Timeline,
};

#[component]
pub fn App() -> impl IntoView {
    state::provide();
    let (session, place) = (state::session(), state::place());
    let (settings, notices) = (state::settings(), state::notices());
    let (keys_open, palette_open) = (RwSignal::new(false), RwSignal::new(false));
    session.recall();
    let incoming = state::incoming();
    launch::on_files(move |file| incoming.offer_file(file, session));
    launch::on_share(move |shared| incoming.offer(shared));
    tell_the_root(session, place);
    name_the_tab(session, place);
    window_event_listener(ev::keydown, move |event| {
        keys::press(&event, session, place, settings, notices, keys_open, palette_open);
    });

    let has_article = Memo::new(move |_| session.article.with(Option::is_some));
    // A step within a view draws nothing anew.
    let view_now = Memo::new(move |_| place.view());
    let beside = Memo::new(move |_| place.view().beside_article() && has_article.get());
    view! {
        <Rail keys_open palette_open/>
        <main id="main" tabindex="-1" class:with-panel=move || beside.get()>
            <Progress/>
            <Messages/>
            <Show when=move || has_article.get()>
                <ArticleText shown=beside/>
            </Show>
            {move || {
                let view = view_now.get();
                match view {
                    View::About => view! { <About/> }.into_any(),
                    View::Start => view! { <Start/> }.into_any(),
                    View::Compare => view! { <Compare/> }.into_any(),
                    _ if !has_article.get() => view! { <NothingYet view/> }.into_any(),
                    _ => ().into_any(),
                }
            }}
        </main>
        <Show when=move || beside.get()>
            <Panel/>
        </Show>
        <Highlights/>
        <MarkSelection/>
        <DropZone/>
        <Questions/>
        <Keys open=keys_open/>
        <Palette open=palette_open keys_open/>
        <Update/>
        <Spoken/>
    }
}

/// What styles and tests look at: the view, and how far the work is.
fn tell_the_root(session: Session, place: Place) {
    Effect::new(move |_| platform::set_on_root("data-view", place.view().key()));
    Effect::new(move |_| platform::set_on_root("data-sheet", place.sheet.get().key()));
    Effect::new(move |_| {
        let state = match session.work.get() {
            Work::Rest if session.article.with(Option::is_some) => "done",
            Work::Rest => "idle",
            Work::Reading | Work::Marking(_) => "working",
            Work::Stopped => "stopped",
            Work::Failed => "failed",
        };
        platform::set_on_root("data-state", state);
    });
}

/// The tab says what is shown, the most particular thing first.
fn name_the_tab(session: Session, place: Place) {
    Effect::new(move |_| {
        let route = place.route.get();
        let selected = session.article.with(|article| {
            let article = article.as_ref()?;
            match route.target? {
                presentation::Target::Entity(id, _) | presentation::Target::About(id) => {
                    Some(article.entity(id)?.name.clone())
                }
                presentation::Target::Quote(id) => Some(format!("Quote {id}")),
                _ => None,
            }
        });
        let view = route.view.label();
        platform::address::set_title(&match selected {
            Some(selected) => format!("{selected} · {view} · Article Explorer"),
            None if route.view == View::Start => "Article Explorer".to_owned(),
            None => format!("{view} · Article Explorer"),
        });
    });
}

#[component]
fn Rail(keys_open: RwSignal<bool>, palette_open: RwSignal<bool>) -> impl IntoView {
    let (place, settings) = (state::place(), state::settings());
    view! {
        <header class="rail">
            <a
                class="skip"
                href="#main"
                on:click=move |event| {
                    // The address stays: what stands after its # is a place of ours.
                    event.prevent_default();
                    platform::focus(if place.view().beside_article() { "article" } else { "main" });
                }
            >
                "Skip to the article"
            </a>
            <a class="brand" href="#/start" aria-label="Article Explorer">
                {icons::brand()}
                <span class="brand-name" aria-hidden="true">"Article Explorer"</span>
            </a>
            <nav class="views" aria-label="Views">
                {View::ALL
                    .map(|view| {
                        view! {
                            <a
                                href=Route::to(view).to_string()
                                aria-current=move || (place.view() == view).then_some("page")
                            >
                                {icons::view(view)}
                                <span>{view.label()}</span>
                            </a>
                        }
                    })
                    .collect_view()}
            </nav>
            <div class="tools">
                <button
                    type="button"
                    id="palette-button"
                    class="tool"
                    aria-label="Find anything"
                    title="Find anything (Ctrl K)"
                    on:click=move |_| palette_open.set(true)
                >
                    {icons::search()}
                </button>
                <ExportMenu/>
                <button
                    type="button"
                    id="theme"
                    class="tool"
                    aria-label=move || format!("Colours: {}", settings.theme.get().label())
                    title=move || format!("Colours: {}", settings.theme.get().label())
                    on:click=move |_| settings.theme.update(|theme| *theme = theme.next())
                >
                    {move || icons::theme(settings.theme.get())}
                </button>
                <button
                    type="button"
                    id="keys-button"
                    class="tool"
                    aria-label="Keys"
                    title="Keys (?)"
                    on:click=move |_| keys_open.set(true)
                >
                    {icons::keys()}
                </button>
            </div>
        </header>
    }
}

/// The view beside the article; on a phone a sheet of three heights under it.
#[component]
fn Panel() -> impl IntoView {
    let place = state::place();
    // A step within a view leaves what is open there open.
    let view = Memo::new(move |_| place.view());
    let label = move || view.get().label();
    view! {
        <aside id="panel" class="panel" aria-label=label>
            <div class="grip">
                <button
                    type="button"
                    class="tool"
                    aria-label="Lower the panel"
                    disabled=move || place.sheet.get() == Sheet::Peek
                    on:click=move |_| place.sheet.update(|sheet| *sheet = sheet.lower())
                >
                    {icons::down()}
                </button>
                <span class="grip-bar" aria-hidden="true"></span>
                <button
                    type="button"
                    class="tool"
                    aria-label="Raise the panel"
                    disabled=move || place.sheet.get() == Sheet::Full
                    on:click=move |_| place.sheet.update(|sheet| *sheet = sheet.higher())
                >
                    {icons::up()}
                </button>
            </div>
            <div class="panel-body" id="panel-body" tabindex="0">
                {move || match view.get() {
                    View::Entities => view! { <Entities/> }.into_any(),
                    View::Quotes => view! { <Quotes/> }.into_any(),
                    View::Summary => view! { <Summary/> }.into_any(),
                    View::Timeline => view! { <Timeline/> }.into_any(),
                    _ => view! { <Reader/> }.into_any(),
                }}
            </div>
        </aside>
    }
}

/// A view that needs an article when there is none.
#[component]
fn NothingYet(view: View) -> impl IntoView {
    view! {
        <section class="nothing">
            <h1>{view.label()}</h1>
            <p>"There is no article on the desk yet."</p>
            <a class="button first" href="#/start">
                "Paste or choose one"
            </a>
        </section>
    }
}

/// What happens, for those who listen; and in a line that goes away, for those who look.
#[component]
fn Spoken() -> impl IntoView {
    let notices = state::notices();
    view! {
        <p id="status" role="status" class="for-ears">
            {notices.aloud}
        </p>
        <Show when=move || notices.line.with(Option::is_some)>
            <p class="passing" aria-hidden="true">
                {move || notices.line.get()}
            </p>
        </Show>
    }
}
