//! The frame: the rail of views, the article, the panel beside it, and the keys that work everywhere.

use leptos::ev;
use leptos::prelude::*;
use presentation::View;

use crate::components::drop_zone::DropZone;
use crate::components::elsewhere::{Elsewhere, FollowWords};
use crate::components::incoming::Questions;
use crate::components::keys::{self, Keys};
use crate::components::messages::{Messages, Progress, Update};
use crate::components::palette::Palette;
use crate::components::panel::Panel;
use crate::components::paste;
use crate::components::rail::Rail;
use crate::components::selection_bar::SelectionBar;
use crate::components::spot::SpotCard;
use crate::components::toast::Toast;
use crate::components::{article_text::ArticleText, highlights::Highlights};
use crate::platform::{self, launch};
use crate::state::{self, Place, Session, Work};
use crate::views::{about::About, compare::Compare, start::Start};

#[component]
pub fn App() -> impl IntoView {
    state::provide();
    let (session, place) = (state::session(), state::place());
    let (keys_open, palette_open) = (RwSignal::new(false), RwSignal::new(false));
    let reach = keys::Reach::new(keys_open, palette_open);
    provide_context(reach);
    platform::watch_typing();
    session.recall();
    let incoming = state::incoming();
    launch::on_files(move |launched| incoming.take_launched(launched, session));
    launch::on_share(move |shared| incoming.offer(shared));
    window_event_listener(ev::paste, move |event| paste::anywhere(&event, session));
    tell_the_root(session, place);
    focus_what_came(session, place);
    name_the_tab(session, place);
    window_event_listener(ev::keydown, move |event| {
        reach.within(|| keys::press(&event, reach));
    });

    // An address of another article shows nothing of the one that is open.
    let here = Memo::new(move |_| place.wanted.with(Option::is_none));
    let has_article = Memo::new(move |_| session.article.with(Option::is_some) && here.get());
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
                    _ if !here.get() => view! { <Elsewhere/> }.into_any(),
                    _ if !has_article.get() => view! { <NothingYet view/> }.into_any(),
                    _ => ().into_any(),
                }
            }}
        </main>
        <Show when=move || beside.get()>
            <Panel/>
        </Show>
        <Highlights/>
        <SelectionBar/>
        <FollowWords/>
        <DropZone/>
        <Questions/>
        <Keys open=keys_open/>
        <Palette open=palette_open keys_open/>
        <Update/>
        <SpotCard/>
        <Toast/>
    }
}

/// An article that has just come in has the focus, so that keys act on it at once.
fn focus_what_came(session: Session, place: Place) {
    let shown = Memo::new(move |_| session.article.with(Option::is_some) && place.view() == View::Reader);
    Effect::new(move |_| {
        if shown.get() {
            request_animation_frame(|| {
                if platform::is_focus_nowhere() {
                    platform::focus("article");
                }
            });
        }
    });
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
