//! How the work goes, what went wrong with a way on, and a new version that waits.

use leptos::prelude::*;
use protocol::Stage;

use crate::components::icons;
use crate::platform::update::{self, Waiting};
use crate::state::{self, Fix, Work};

/// A thin bar, only for work that takes longer than a blink.
#[component]
pub fn Progress() -> impl IntoView {
    let session = state::session();
    let going = move || session.long.get() && session.work.get().is_going_on();
    view! {
        <Show when=going>
            <div class="progress">
                <progress aria-label="Reading the article" max="4" value=move || done(session.work.get())></progress>
                <p>
                    <span>{move || words(session.work.get())}</span>
                    <button type="button" class="button small" on:click=move |_| session.cancel()>
                        "Cancel"
                    </button>
                </p>
            </div>
        </Show>
    }
}

fn words(work: Work) -> &'static str {
    match work {
        Work::Reading => "Reading the text …",
        Work::Marking(Stage::Names) => "Looking for names …",
        Work::Marking(Stage::Quotes) => "Looking for quotes and speakers …",
        Work::Marking(Stage::Done) => "Choosing the sentences that carry it …",
        Work::Rest | Work::Stopped | Work::Failed => "",
    }
}

/// Stages behind us, of four.
fn done(work: Work) -> &'static str {
    match work {
        Work::Marking(Stage::Names) => "1",
        Work::Marking(Stage::Quotes) => "2",
        Work::Marking(Stage::Done) => "3",
        _ => "0",
    }
}

/// What went wrong, and what can be done; or that the reader stopped the work.
#[component]
pub fn Messages() -> impl IntoView {
    let session = state::session();
    let again = move || {
        view! {
            <button type="button" class="button small first" on:click=move |_| session.try_again()>
                "Try again"
            </button>
        }
    };
    view! {
        <div class="messages">
            {move || {
                session.problem
                    .get()
                    .map(|problem| {
                        let action = match problem.fix {
                            Fix::Told => ().into_any(),
                            Fix::TryAgain => again().into_any(),
                            Fix::Reload => {
                                view! {
                                    <button
                                        type="button"
                                        class="button small first"
                                        on:click=|_| crate::platform::address::reload()
                                    >
                                        "Load again"
                                    </button>
                                }
                                    .into_any()
                            }
                        };
                        view! {
                            <div class="message wrong" role="alert">
                                {icons::alert()}
                                <p>{problem.message}</p>
                                {action}
                                <button
                                    type="button"
                                    class="tool"
                                    aria-label="Close this message"
                                    on:click=move |_| session.problem.set(None)
                                >
                                    {icons::close()}
                                </button>
                            </div>
                        }
                    })
            }}
            <Show when=move || session.work.get() == Work::Stopped>
                <div class="message">
                    <p>"Stopped. The text is kept; what was found so far is marked."</p>
                    {again()}
                </div>
            </Show>
        </div>
    }
}

/// A new version takes over only when the reader says so.
#[component]
pub fn Update() -> impl IntoView {
    let waiting: RwSignal<Option<Waiting>, LocalStorage> = RwSignal::new_local(None);
    update::watch(move |version| waiting.set(Some(version)));
    view! {
        <Show when=move || waiting.with(Option::is_some)>
            <div class="update" role="status">
                <p>"A new version is ready."</p>
                <button
                    type="button"
                    class="button small first"
                    on:click=move |_| waiting.with_untracked(|version| version.iter().for_each(Waiting::take_over))
                >
                    "Use it now"
                </button>
                <button type="button" class="button small" on:click=move |_| waiting.set(None)>
                    "Later"
                </button>
            </div>
        </Show>
    }
}
