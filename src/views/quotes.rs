//! Who said what, how sure that is, and why.

use std::hash::{DefaultHasher, Hash, Hasher};

use analysis::{Quote, Sense};
use leptos::prelude::*;
use presentation::{Filter, Route, Target, Who, words};

use crate::components::article_pieces::hue_class;
use crate::components::quote_filter::QuoteFilter;
use crate::components::quote_item;
use crate::platform;
use crate::state::{self, Shown};
use crate::views::reader::share_bar;

/// Quotes drawn at first, and with every wish for more: what a page draws without a pause.
const SOME: usize = 40;

/// A quote of the list: its number, and a print of all that is shown of it.
type Row = (u32, u64);
/// The quotes of a speaker; of no one speaker in the order of the text.
type Group = (Option<Who>, Vec<Row>);

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
    let of_article = move |read: fn(&Shown, &Filter) -> usize| {
        Memo::new(move |_| {
            filter.with(|filter| session.article.with(|a| a.as_ref().map_or(0, |a| read(a, filter))))
        })
    };
    let total = of_article(|article, _| article.analysis.quotes.len());
    let shown = of_article(|article, filter| in_list(article, filter).len());
    let going = Memo::new(move |_| session.work.get().is_going_on());
    let nothing = move || {
        let words = match (total.get(), going.get()) {
            (0, true) => "Looking for quotes and their speakers …",
            (0, false) => "Nobody is quoted in this text.",
            _ if shown.get() == 0 => "No quote fits. Change the filter to see others.",
            _ => return None,
        };
        Some(view! { <p class="empty">{words}</p> })
    };
    let groups = Memo::new(move |_| {
        filter.with(|filter| {
            session.article.with(|a| a.as_ref().map_or(Vec::new(), |a| groups(a, filter, most.get())))
        })
    });
    let who = move || groups.with(|all| all.iter().map(|(who, _)| who.clone()).collect::<Vec<_>>());
    view! {
        <header class="panel-head">
            <h2>"Quotes"</h2>
            <p class="hint" role="status">
                {move || {
                    let all = words::count(total.get(), "quote", "quotes");
                    match (shown.get(), total.get()) {
                        (_, 0) => String::new(),
                        (shown, total) if shown == total => all,
                        (shown, _) => format!("{shown} of {all}"),
                    }
                }}
            </p>
        </header>
        <Show when=move || total.get() != 0>
            <QuoteFilter/>
        </Show>
        {nothing}
        // Keyed: what a correction does not change is not drawn anew.
        <For each=who key=|who| who.clone() let:who>
            {group(who, groups)}
        </For>
        {move || {
            (shown.get() > most.get())
                .then(|| {
                    view! {
                        <p class="actions">
                            <button type="button" class="button small" on:click=move |_| most.update(|most| *most += SOME)>
                                "Show more"
                            </button>
                            <span class="hint">
                                {format!("{} of {}", words::number(most.get()), words::number(shown.get()))}
                            </span>
                        </p>
                    }
                })
        }}
    }
}

/// The quotes in the order of the list.
pub fn in_list<'a>(article: &'a Shown, filter: &'a Filter) -> Vec<&'a Quote> {
    let mut quotes: Vec<_> =
        article.speakers.iter().flat_map(|speaker| article.shown(speaker, filter)).collect();
    if filter.in_order {
        quotes.sort_by_key(|quote| quote.segments.first().copied());
    }
    quotes
}

fn groups(article: &Shown, filter: &Filter, most: usize) -> Vec<Group> {
    let row = |quote: &Quote| (quote.id, print(article, quote));
    if filter.in_order {
        let rows: Vec<Row> = in_list(article, filter).into_iter().take(most).map(row).collect();
        return if rows.is_empty() { Vec::new() } else { vec![(None, rows)] };
    }
    let mut left = most;
    let mut groups = Vec::new();
    for speaker in &article.speakers {
        let rows: Vec<Row> = article.shown(speaker, filter).take(left).map(row).collect();
        left -= rows.len();
        if !rows.is_empty() {
            groups.push((Some(speaker.who.clone()), rows));
        }
    }
    groups
}

/// What is shown of a quote, as one number: another number is drawn anew.
fn print(article: &Shown, quote: &Quote) -> u64 {
    let mut hash = DefaultHasher::new();
    (&quote.segments, quote.kind.name(), quote.cue, quote.confidence.to_bits(), &quote.why).hash(&mut hash);
    (words::quote_note(quote), article.hue(quote)).hash(&mut hash);
    if let Some(speaker) = quote.speaker {
        let entity = speaker.entity.and_then(|id| article.entity(id));
        let role = entity.and_then(|entity| entity.role.as_ref()).map(|role| &role.text);
        (speaker.span, speaker.entity, entity.map(|entity| &entity.name), role).hash(&mut hash);
    }
    article.text().len().hash(&mut hash);
    hash.finish()
}

/// A speaker with their quotes, and how much of all that is quoted is theirs.
fn group(who: Option<Who>, groups: Memo<Vec<Group>>) -> AnyView {
    let of = who.clone();
    let rows = Memo::new(move |_| {
        let all = groups.with(|all| all.iter().find(|(who, _)| *who == of).map(|(_, rows)| rows.clone()));
        all.unwrap_or_default()
    });
    let named = who.is_none();
    let session = state::session();
    let quotes = view! {
        <ol class="quotes">
            <For each=move || rows.get() key=|row| *row let:row>
                {session
                    .article
                    .with_untracked(|article| {
                        let article = article.as_ref()?;
                        Some(quote_item::full(article, article.quote(row.0)?, named))
                    })}
            </For>
        </ol>
    };
    let Some(who) = who else { return quotes.into_any() };
    let label = format!("speaker-{}", label_of(&who));
    let (id, of_hue) = (label.clone(), who.clone());
    let hue = Memo::new(move |_| {
        session.article.with(|article| {
            let article = article.as_ref()?;
            let speaker = article.speakers.iter().find(|speaker| speaker.who == of_hue)?;
            article.hue(article.analysis.quotes.get(*speaker.quotes.first()?)?)
        })
    });
    view! {
        <section class=move || format!("speaker {}", hue_class(hue.get())) aria-labelledby=label>
            {move || head(&who, id.clone())}
            {quotes}
        </section>
    }
    .into_any()
}

/// What tells a speaker from others in an id of the page.
fn label_of(who: &Who) -> String {
    let mut hash = DefaultHasher::new();
    who.hash(&mut hash);
    format!("{:x}", hash.finish())
}

fn head(who: &Who, id: String) -> Option<AnyView> {
    let article = state::session().article.get()?;
    let speaker = article.speakers.iter().find(|speaker| speaker.who == *who)?;
    let name = match speaker.who {
        Who::Entity(id) => {
            view! { <a href=Route::entity(id).to_string()>{speaker.name.clone()}</a> }.into_any()
        }
        _ => speaker.name.clone().into_any(),
    };
    Some(
        view! {
            <header>
                <h3 id=id>{name}</h3>
                <span class="speaker-share">{format!("{} % of the words", speaker.share)}</span>
                {speaker.role.clone().map(|role| view! { <p class="role">{role}</p> })}
                {share_bar(speaker.share)}
            </header>
        }
        .into_any(),
    )
}
