//! What the quotes are narrowed to: by words, speaker and kind. On a phone all but the search is folded away.

use analysis::{QuoteKind, Sense};
use leptos::prelude::*;
use presentation::{Who, words};

use crate::components::cite;
use crate::components::search_field::search_field;
use crate::platform;
use crate::state;
use crate::views::quotes::in_list;

#[component]
pub fn QuoteFilter() -> impl IntoView {
    let (session, place, notices) = (state::session(), state::place(), state::notices());
    let filter = place.filter;
    // Which speakers there are: a correction of one quote mostly leaves them as they were.
    let speakers: Memo<Vec<(Who, String)>> = Memo::new(move |_| {
        session.article.with(|article| {
            let speakers = article.iter().flat_map(|article| &article.speakers);
            speakers.map(|speaker| (speaker.who.clone(), speaker.name.clone())).collect()
        })
    });
    let chosen = move || {
        let who = filter.with(|filter| filter.who.clone())?;
        speakers.with(|all| all.iter().position(|(speaker, _)| *speaker == who))
    };
    let thoughts = Memo::new(move |_| {
        session.article.with(|article| {
            article
                .as_ref()
                .is_some_and(|article| article.analysis.quotes.iter().any(|q| q.sense != Sense::Speech))
        })
    });
    let copy_shown = move |_| {
        let Some(article) = session.article.get_untracked() else { return };
        let filter = filter.get_untracked();
        let mut shown = in_list(&article, &filter);
        shown.sort_by_key(|quote| quote.segments.first().copied());
        cite::copy_quotes(&article, &shown, notices);
    };
    let narrowed = move || {
        let by = filter.with(|filter| usize::from(filter.who.is_some()) + usize::from(filter.kind.is_some()));
        (by > 0).then(|| view! { <span class="count">{by}</span> })
    };
    let options = move || {
        let chosen = untrack(chosen);
        let all = speakers.get().into_iter().enumerate();
        all.map(|(at, (_, name))| {
            view! { <option value=at.to_string() selected=chosen == Some(at)>{name}</option> }
        })
        .collect_view()
    };
    view! {
        <div class="filter">
            {search_field(
                "search",
                "Search the quotes",
                "Search words or speaker",
                move || filter.with(|filter| filter.words.clone()),
                move |typed| place.narrow(|filter| filter.words = typed),
            )}
            <details class="filter-more" open=!platform::is_narrow()>
                <summary>"Filter and copy" {narrowed}</summary>
                <label class="select">
                    <span>"Speaker"</span>
                    <select
                        id="speaker"
                        prop:value=move || chosen().map_or(String::new(), |at| at.to_string())
                        on:change=move |event| {
                            let at = event_target_value(&event).parse::<usize>().ok();
                            let who = at.and_then(|at| speakers.with_untracked(|all| all.get(at).map(|(who, _)| who.clone())));
                            place.narrow(|filter| filter.who = who);
                        }
                    >
                        <option value="">"Anyone"</option>
                        {options}
                    </select>
                </label>
                <div class="segmented" role="group" aria-label="Kind of quote">
                    {[None, Some(QuoteKind::Direct), Some(QuoteKind::Mixed), Some(QuoteKind::Indirect)]
                        .map(|kind| {
                            view! {
                                <button
                                    type="button"
                                    aria-pressed=move || filter.with(|filter| filter.kind == kind).to_string()
                                    on:click=move |_| place.narrow(|filter| filter.kind = kind)
                                >
                                    {kind.map_or("All", words::quote_kind)}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
                <div class="filter-row">
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || !filter.with(|filter| filter.in_order)
                            on:change=move |event| place.narrow(|filter| filter.in_order = !event_target_checked(&event))
                        />
                        "By speaker"
                    </label>
                    {move || {
                        thoughts
                            .get()
                            .then(|| {
                                view! {
                                    <label class="check">
                                        <input
                                            type="checkbox"
                                            prop:checked=move || filter.with(|filter| filter.thoughts)
                                            on:change=move |event| {
                                                place.narrow(|filter| filter.thoughts = event_target_checked(&event));
                                            }
                                        />
                                        "Thoughts and plans too"
                                    </label>
                                }
                            })
                    }}
                    <button type="button" class="button small" on:click=copy_shown>
                        "Copy these"
                    </button>
                </div>
            </details>
        </div>
    }
}
