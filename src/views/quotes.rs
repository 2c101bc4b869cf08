//! Who said what, how sure that is, and why.

use analysis::{QuoteKind, Sense};
use leptos::prelude::*;
use presentation::{Filter, Route, Speaker, Target, Who, words};

use crate::components::article_text::hue_class;
use crate::components::search_field::search_field;
use crate::components::{menu, quote_item};
use crate::platform;
use crate::state::{self, Shown};
use crate::views::reader::share_bar;

/// Quotes drawn at first, and with every wish for more: what a page draws without a pause.
const SOME: usize = 40;

#[component]
pub fn Quotes() -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let filter = place.filter;
    let most = RwSignal::new(SOME);
    // A quote that was jumped to from elsewhere is brought into view here too.
    Effect::new(move |_| {
        if let Some(Target::Quote(id)) = place.route.get().target {
            let hidden = session.article.with_untracked(|article| {
                article.as_ref()?.quote(id).map(|quote| quote.sense != Sense::Speech)
            });
            if hidden == Some(true) && !filter.with_untracked(|filter| filter.thoughts) {
                place.narrow(|filter| filter.thoughts = true);
            }
            let at = session.article.with_untracked(|article| {
                filter.with_untracked(|filter| {
                    in_list(article.as_ref()?, filter).iter().position(|q| q.id == id)
                })
            });
            if let Some(at) = at.filter(|at| *at >= most.get_untracked()) {
                most.set(at + SOME / 2);
            }
            request_animation_frame(move || platform::show_in_panel(&format!("[data-quote='{id}']")));
        }
    });
    view! {
        {move || {
            session.article
                .get()
                .map(|article| {
                    let total = article.analysis.quotes.len();
                    let counted = article.clone();
                    let shown = Memo::new(move |_| filter.with(|filter| count(&counted, filter)));
                    let going = session.work.get_untracked().is_going_on();
                    let listed = article.clone();
                    view! {
                        <header class="panel-head">
                            <h2>"Quotes"</h2>
                            <p class="hint" role="status">
                                {move || {
                                    if shown.get() == total {
                                        words::count(total, "quote", "quotes")
                                    } else {
                                        format!("{} of {}", shown.get(), words::count(total, "quote", "quotes"))
                                    }
                                }}
                            </p>
                        </header>
                        {if total == 0 {
                            view! {
                                <p class="empty">
                                    {if going {
                                        "Looking for quotes and their speakers …"
                                    } else {
                                        "Nobody is quoted in this text."
                                    }}
                                </p>
                            }
                                .into_any()
                        } else {
                            view! {
                                <Narrow article=article.clone()/>
                                {move || list(&listed, &filter.get(), most)}
                            }
                                .into_any()
                        }}
                    }
                })
        }}
    }
}

fn count(article: &Shown, filter: &Filter) -> usize {
    article.speakers.iter().map(|speaker| article.shown(speaker, filter).count()).sum()
}

/// The quotes in the order of the list.
fn in_list<'a>(article: &'a Shown, filter: &'a Filter) -> Vec<&'a analysis::Quote> {
    let mut quotes: Vec<_> =
        article.speakers.iter().flat_map(|speaker| article.shown(speaker, filter)).collect();
    if filter.in_order {
        quotes.sort_by_key(|quote| quote.segments.first().copied());
    }
    quotes
}

#[component]
fn Narrow(article: Shown) -> impl IntoView {
    let (place, notices) = (state::place(), state::notices());
    let filter = place.filter;
    let names: Vec<String> = article.speakers.iter().map(|speaker| speaker.name.clone()).collect();
    let speakers: Vec<Who> = article.speakers.iter().map(|speaker| speaker.who.clone()).collect();
    let chosen_voice = {
        let speakers = speakers.clone();
        move || {
            let who = filter.with(|filter| filter.who.clone());
            who.and_then(|who| speakers.iter().position(|speaker| *speaker == who))
                .map_or(String::new(), |at| at.to_string())
        }
    };
    let thoughts = article.analysis.quotes.iter().any(|quote| quote.sense != Sense::Speech);
    let chosen_at = untrack(&chosen_voice).parse::<usize>().ok();
    let copy_shown = move |_| {
        let filter = filter.get_untracked();
        let mut shown: Vec<&analysis::Quote> =
            article.speakers.iter().flat_map(|speaker| article.shown(speaker, &filter)).collect();
        shown.sort_by_key(|quote| quote.segments.first().copied());
        let all: Vec<String> =
            shown.iter().map(|quote| export::citation(&article.document, &article.analysis, quote)).collect();
        menu::copy(all.join("\n\n"), words::count(all.len(), "quote", "quotes"), notices);
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
            <label class="select">
                <span>"Speaker"</span>
                <select
                    id="speaker"
                    prop:value=chosen_voice
                    on:change=move |event| {
                        let who = event_target_value(&event)
                            .parse::<usize>()
                            .ok()
                            .and_then(|at| speakers.get(at).cloned());
                        place.narrow(|filter| filter.who = who);
                    }
                >
                    <option value="">"Anyone"</option>
                    {names
                        .into_iter()
                        .enumerate()
                        .map(|(at, name)| {
                            let chosen = chosen_at == Some(at);
                            view! { <option value=at.to_string() selected=chosen>{name}</option> }
                        })
                        .collect_view()}
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
                {thoughts
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
                    })}
                <button type="button" class="button small" on:click=copy_shown>
                    "Copy these"
                </button>
            </div>
        </div>
    }
}

fn list(article: &Shown, filter: &Filter, most: RwSignal<usize>) -> AnyView {
    let total = count(article, filter);
    if total == 0 {
        return view! { <p class="empty">"No quote fits. Change the filter to see others."</p> }.into_any();
    }
    let shown = most.get();
    let more = (total > shown).then(|| {
        view! {
            <p class="actions">
                <button type="button" class="button small" on:click=move |_| most.update(|most| *most += SOME)>
                    "Show more"
                </button>
                <span class="hint">{format!("{} of {}", words::number(shown), words::number(total))}</span>
            </p>
        }
    });
    if !filter.in_order {
        let mut left = shown;
        let mut groups: Vec<AnyView> = Vec::new();
        for (at, speaker) in article.speakers.iter().enumerate() {
            let quotes: Vec<&analysis::Quote> = article.shown(speaker, filter).take(left).collect();
            left -= quotes.len();
            if !quotes.is_empty() {
                groups.push(group(article, speaker, at, &quotes));
            }
        }
        return view! { {groups} {more} }.into_any();
    }
    let mut quotes = in_list(article, filter);
    quotes.truncate(shown);
    view! {
        <ol class="quotes">
            {quotes.into_iter().map(|quote| quote_item::full(article, quote, true)).collect_view()}
        </ol>
        {more}
    }
    .into_any()
}

/// A speaker with their quotes, and how much of all that is quoted is theirs.
fn group(article: &Shown, speaker: &Speaker, at: usize, quotes: &[&analysis::Quote]) -> AnyView {
    let hue = quotes.first().and_then(|quote| article.hue(quote));
    let label = format!("speaker-group-{at}");
    let id = label.clone();
    let name = match speaker.who {
        Who::Entity(id) => {
            view! { <a href=Route::entity(id).to_string()>{speaker.name.clone()}</a> }.into_any()
        }
        _ => speaker.name.clone().into_any(),
    };
    view! {
        <section class=format!("speaker {}", hue_class(hue)) aria-labelledby=label>
            <header>
                <h3 id=id>{name}</h3>
                <span class="speaker-share">{format!("{} % of the words", speaker.share)}</span>
                {speaker.role.clone().map(|role| view! { <p class="role">{role}</p> })}
                {share_bar(speaker.share)}
            </header>
            <ol class="quotes">
                {quotes.iter().map(|quote| quote_item::full(article, quote, false)).collect_view()}
            </ol>
        </section>
    }
    .into_any()
}
