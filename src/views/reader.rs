//! Beside the article while it is read: what is marked, and what there is to know of how it was read.

use leptos::prelude::*;
use presentation::{Family, Route, View, words};

use crate::components::article_pieces::hue_class;
use crate::components::correct::list::Corrections;
use crate::components::details::ArticleDetails;
use crate::components::find::Find;
use crate::components::notes::YourNotes;
use crate::components::review::{Review, ReviewCall};
use crate::state::{self, Shown};

#[component]
pub fn Reader() -> impl IntoView {
    let session = state::session();
    let article = session.article;
    let some = Memo::new(move |_| article.with(Option::is_some));
    // What is written in is drawn once: a correction leaves the focus where it is.
    view! {
        <Show when=move || some.get()>
            <header class="panel-head">
                <h2>"In this article"</h2>
                <p class="hint">{move || article.get().map(|article| length(&article))}</p>
            </header>
            <ArticleDetails/>
            <Find/>
            {move || article.get().map(|article| notes(&article))}
            <Review/>
            <YourNotes/>
            <Corrections/>
            {move || {
                article
                    .get()
                    .map(|article| {
                        view! {
                            <Legend article=article.clone()/>
                            {speakers(&article)}
                            {gist(&article)}
                        }
                    })
            }}
            <ReviewCall/>
        </Show>
    }
}

/// Words and the time they take at 230 a minute.
fn length(article: &Shown) -> String {
    let count = article.word_count();
    let minutes = count.div_ceil(230).max(1);
    let time = match minutes {
        ..=90 => words::count(minutes, "minute", "minutes"),
        _ => words::count(minutes.div_ceil(60), "hour", "hours"),
    };
    format!("{}, about {time}", words::count(count, "word", "words"))
}

/// What the reader should know: another language, an unclosed quotation mark, words that could not be read.
fn notes(article: &Shown) -> AnyView {
    let session = state::session();
    let mut messages: Vec<(String, bool)> = Vec::new();
    for said in article.document.diagnostics.iter().chain(&article.analysis.diagnostics) {
        let is_known = messages.iter().any(|(message, _)| *message == said.message);
        if !is_known && messages.len() < 6 {
            messages.push((said.message.clone(), said.code == "much-left-out"));
        }
    }
    if messages.is_empty() {
        return ().into_any();
    }
    let note = move |(message, is_short): (String, bool)| {
        let whole = move || {
            (is_short && session.has_more.get()).then(|| {
                view! {
                    <button type="button" class="button small" data-whole="" on:click=move |_| session.use_whole()>
                        "Use the whole page"
                    </button>
                }
            })
        };
        view! { <li>{message} " " {whole}</li> }
    };
    view! {
        <ul class="notes">
            {messages.into_iter().map(note).collect_view()}
        </ul>
    }
    .into_any()
}

/// The families with their lines and counts; each can be switched off.
#[component]
fn Legend(article: Shown) -> impl IntoView {
    let settings = state::settings();
    let families = article.families();
    let going = state::session().work.get_untracked().is_going_on();
    if families.is_empty() {
        let words = if going { "Looking for names …" } else { "No names were found in this text." };
        return view! { <p class="empty">{words}</p> }.into_any();
    }
    view! {
        <section class="legend" aria-labelledby="legend-label">
            <h3 id="legend-label">"Marks"</h3>
            <ul>
                {families
                    .into_iter()
                    .map(|(family, members)| {
                        let mentions: usize = members.iter().map(|entity| entity.mentions.len()).sum();
                        let key = family.key();
                        view! {
                            <li>
                                <button
                                    type="button"
                                    role="switch"
                                    class="legend-item"
                                    data-legend=key
                                    aria-checked=move || settings.shows(family).to_string()
                                    on:click=move |_| settings.toggle(family)
                                >
                                    <span class=format!("mark sample {key}") aria-hidden="true">"Aa"</span>
                                    <span class="legend-name">{family.label()}</span>
                                    <span class="legend-count">
                                        {words::number(members.len())}
                                        <span class="for-ears">{format!(" with {}", words::count(mentions, "mention", "mentions"))}</span>
                                    </span>
                                    <span class="switch" aria-hidden="true"></span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <ul class="lines-legend">
                <li><span class="line-left" aria-hidden="true"></span>"The line at the left has the colour of who speaks there. Press it, or the words quoted, to see who and why."</li>
                <li><span class="line-right" aria-hidden="true"></span>"The mark at the right stands beside a sentence of the summary."</li>
            </ul>
            <p class="hint">
                "Select a name in the article to see every mention of it, “he” and “the minister” included. "
                <span class="for-keys"><kbd>"n"</kbd>" and "<kbd>"p"</kbd>" step through them."</span>
            </p>
            <p class="for-ears">{format!("{} kinds of names are known.", Family::ALL.len())}</p>
        </section>
    }
    .into_any()
}

/// Who is quoted, with their colour and share.
fn speakers(article: &Shown) -> AnyView {
    if article.speakers.iter().all(|speaker| speaker.words == 0) {
        return ().into_any();
    }
    let rows = article.speakers.iter().filter(|speaker| speaker.words > 0).take(6).map(|speaker| {
        let first = speaker.quotes.first().and_then(|&at| article.analysis.quotes.get(at));
        let hue = first.and_then(|quote| article.hue(quote));
        let link = match speaker.who {
            presentation::Who::Entity(id) => Route::entity(id),
            _ => first.map_or(Route::to(View::Quotes), |quote| Route::quote(quote.id)),
        };
        view! {
            <li class=hue_class(hue)>
                <a href=link.to_string()>
                    <span class="speaker-name">{speaker.name.clone()}</span>
                    <span class="speaker-share">{format!("{} %", speaker.share)}</span>
                </a>
                {share_bar(speaker.share)}
            </li>
        }
    });
    view! {
        <section class="speakers" aria-labelledby="speakers-label">
            <h3 id="speakers-label">"Voices"</h3>
            <ul>{rows.collect_view()}</ul>
            <p class="hint">
                <a href=Route::to(View::Quotes).to_string()>
                    {format!("All {}", words::count(article.analysis.quotes.len(), "quote", "quotes"))}
                </a>
                " · share of the words quoted"
            </p>
        </section>
    }
    .into_any()
}

/// A bar for a share in percent; the number stands beside it.
pub fn share_bar(share: u32) -> AnyView {
    view! {
        <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="share-all" width="100" height="4"></rect>
            <rect class="share-part" width=share height="4"></rect>
        </svg>
    }
    .into_any()
}

/// The one sentence that says most.
fn gist(article: &Shown) -> AnyView {
    let best = article.summary(1);
    let Some((_, sentence)) = best.first() else { return ().into_any() };
    let at = article.sentence_at(sentence.span.start).map_or(1, |at| at as u32 + 1);
    view! {
        <section class="gist" aria-labelledby="gist-label">
            <h3 id="gist-label">"In a sentence"</h3>
            <p>
                <a class="serif" href=Route::summary(presentation::Target::Sentence(at)).to_string()>
                    {article.words(sentence.span).to_owned()}
                </a>
            </p>
        </section>
    }
    .into_any()
}
