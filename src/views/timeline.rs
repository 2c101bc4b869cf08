//! When things happened and how many: every date with the day it means, every figure with its value.

use analysis::{Change, Figure, plain};
use leptos::prelude::*;
use presentation::{Moment, Route, Target, words};
use text::Span;

use crate::components::{icons, menu};
use crate::state::{self, Shown};

/// Rows of a table; a longer one says how many more there are.
const ROWS: usize = 200;

#[component]
pub fn Timeline() -> impl IntoView {
    let session = state::session();
    view! {
        {move || {
            session.article
                .get()
                .map(|article| {
                    view! {
                        <header class="panel-head">
                            <h2>"Timeline and figures"</h2>
                        </header>
                        <Dates article=article.clone()/>
                        <Figures article/>
                    }
                })
        }}
    }
}

/// Every date with the day it means, counted from the day of publication, which the reader can set.
#[component]
fn Dates(article: Shown) -> impl IntoView {
    let (session, notices) = (state::session(), state::notices());
    let copied = article.clone();
    let copy = move |_| {
        let count = words::count(copied.analysis.dates.len(), "date", "dates");
        menu::copy(export::dates_table(&copied.document, &copied.analysis), count, notices);
    };
    let known = article.analysis.published.clone();
    let set_by_reader = session.published.get_untracked().is_some();
    let source = match &known {
        Some(_) if set_by_reader => "Set by you. “Monday” is counted from this day.",
        Some(_) => "Found in the article. “Monday” is counted from this day.",
        None => "The article names no day of publication. Set it, and “Monday” becomes a date.",
    };
    let day = known.map_or(String::new(), |published| published.date);
    // A date that is being typed passes through the years 2, 20 and 202: it counts once the field is left.
    let was = day.clone();
    let set = move |day: &str| {
        let is_year = day.get(..4).is_some_and(|year| year >= "1600");
        if day != was && (day.is_empty() || is_year) {
            session.set_published((!day.is_empty()).then(|| day.to_owned()));
        }
    };
    let on_enter = set.clone();
    view! {
        <section aria-labelledby="dates-label">
            <h3 id="dates-label">
                "Dates" <span class="count">{article.analysis.dates.len()}</span>
                <button type="button" class="tool copy" aria-label="Copy the dates as a table" title="Copy as a table" on:click=copy>
                    {icons::copy()}
                </button>
            </h3>
            <div class="published">
                <label for="published">"Published"</label>
                <input
                    id="published"
                    type="date"
                    aria-describedby="published-hint"
                    value=day.clone()
                    min="1600-01-01"
                    on:blur=move |event| set(&event_target_value(&event))
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            on_enter(&event_target_value(&event));
                        }
                    }
                />
                {set_by_reader
                    .then(|| {
                        view! {
                            <button type="button" class="button small" on:click=move |_| session.set_published(None)>
                                "Use the article’s"
                            </button>
                        }
                    })}
            </div>
            <p id="published-hint" class="hint">{source}</p>
            {in_order(&article)}
        </section>
    }
}

/// The dates in the order of time, each with its sentence; then those that have no place in time.
fn in_order(article: &Shown) -> AnyView {
    let chronology = article.chronology();
    let mut left = ROWS;
    let mut line: Vec<AnyView> = Vec::new();
    let mut before: Option<&Moment> = None;
    for moment in &chronology.moments {
        let gap = before.and_then(|before| before.until(moment));
        line.push(moment_view(article, moment, gap, &mut left));
        before = Some(moment);
        if left == 0 {
            break;
        }
    }
    let timeless = chronology.timeless.iter().take(left).filter_map(|&nth| {
        let date = article.analysis.dates.get(nth)?;
        let value = match &date.value {
            Some(value) => plain::date(date.kind, value),
            None => "not known without the day of publication".to_owned(),
        };
        // "Now" means now: to say it twice tells nothing.
        let told = value.to_lowercase() != article.words(date.span).to_lowercase();
        Some(view! {
            <li>
                {date_link(article, nth)}
                {told.then(|| view! { <span class:unknown=date.value.is_none()>{value}</span> })}
            </li>
        })
    });
    let timeless = timeless.collect_view();
    let more = article.analysis.dates.len().saturating_sub(ROWS);
    view! {
        <ol class="moments">{line}</ol>
        {(!chronology.timeless.is_empty() && left > 0)
            .then(|| {
                view! {
                    <h4 id="timeless-label">"Lasting, repeated or without a day"</h4>
                    <ul class="dates" aria-labelledby="timeless-label">
                        {timeless}
                    </ul>
                }
            })}
        {(more > 0).then(|| view! { <p class="hint">{format!("and {} more, in the table that is copied", words::number(more))}</p> })}
    }
    .into_any()
}

/// A time on the line, with the sentences that speak of it and what lies between the last one and it.
fn moment_view(article: &Shown, moment: &Moment, gap: Option<String>, left: &mut usize) -> AnyView {
    let dates: Vec<usize> = moment.dates.iter().copied().take(*left).collect();
    *left -= dates.len();
    let value = |nth: &usize| {
        let date = article.analysis.dates.get(*nth)?;
        date.value.as_deref().map(|value| plain::date(date.kind, value))
    };
    let heading = dates.first().and_then(value).unwrap_or_default();
    let mentions = dates.iter().filter_map(|&nth| {
        let date = article.analysis.dates.get(nth)?;
        let sentence = article.sentence_at(date.span.start).and_then(|at| article.analysis.sentences.get(at));
        let (before, after) = sentence.map_or(("", ""), |sentence| {
            let text = article.words(*sentence);
            let from = (date.span.start.saturating_sub(sentence.start)) as usize;
            let to = (date.span.end.saturating_sub(sentence.start)) as usize;
            (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""))
        });
        Some(view! {
            <li>
                {words::shortened_before(before, 70)} {date_link(article, nth)} {words::shortened(after, 110)}
            </li>
        })
    });
    view! {
        <li class="moment">
            {gap.map(|gap| view! { <p class="gap">{gap}</p> })}
            <p class="moment-value">{heading}</p>
            <ul class="moment-said">{mentions.collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn date_link(article: &Shown, nth: usize) -> AnyView {
    let target = Target::Date(nth as u32 + 1);
    let place = state::place();
    let words = article.analysis.dates.get(nth).map(|date| article.words(date.span).to_owned());
    view! {
        <a
            href=Route::timeline(target).to_string()
            aria-current=move || (place.route.get().target == Some(target)).then_some("true")
        >
            {words}
        </a>
    }
    .into_any()
}

/// Amounts, shares, measures and counts as values, beside what they count.
#[component]
fn Figures(article: Shown) -> impl IntoView {
    let (session, notices) = (state::session(), state::notices());
    let place = state::place();
    let figures = &article.analysis.figures;
    if figures.is_empty() {
        let going = session.work.get_untracked().is_going_on();
        let words = if going { "Reading the figures …" } else { "The article gives no figures." };
        return view! {
            <section aria-labelledby="figures-label">
                <h3 id="figures-label">"Figures"</h3>
                <p class="empty">{words}</p>
            </section>
        }
        .into_any();
    }
    let rows = figures.iter().take(ROWS).enumerate().map(|(i, figure)| {
        let target = Target::Figure(i as u32 + 1);
        view! {
            <tr aria-current=move || (place.route.get().target == Some(target)).then_some("true")>
                <td>
                    <a href=Route::timeline(target).to_string()>{article.words(figure.span).to_owned()}</a>
                </td>
                <td class="value">{words::figure_value(figure).unwrap_or_else(|| "not counted".to_owned())}</td>
                <td>{counted(&article, figure)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let left = figures.len().saturating_sub(ROWS);
    let copied = article.clone();
    let copy = move |_| {
        let count = words::count(copied.analysis.figures.len(), "figure", "figures");
        menu::copy(export::figures_table(&copied.document, &copied.analysis), count, notices);
    };
    view! {
        <section aria-labelledby="figures-label">
            <h3 id="figures-label">
                "Figures" <span class="count">{figures.len()}</span>
                <button type="button" class="tool copy" aria-label="Copy the figures as a table" title="Copy as a table" on:click=copy>
                    {icons::copy()}
                </button>
            </h3>
            <div class="wide-table">
                <table class="figure-table">
                    <thead>
                        <tr>
                            <th scope="col">"In the article"</th>
                            <th scope="col">"Value"</th>
                            <th scope="col">"Of what"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {(left > 0).then(|| view! { <p class="hint">{format!("and {}", words::count(left, "more", "more"))}</p> })}
        </section>
    }
    .into_any()
}

/// "Net income, up, from a year earlier".
fn counted(article: &Shown, figure: &Figure) -> String {
    let words = |span: Span| article.words(span).to_owned();
    let change = figure.change.map(|change| match change {
        Change::Up => "up".to_owned(),
        Change::Down => "down".to_owned(),
    });
    let against = figure.against.map(|span| format!("against {}", words(span)));
    [figure.of.map(words), change, against].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
