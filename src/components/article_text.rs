//! The article as it reads best, with its marks.
//!
//! The text is drawn sheet by sheet, the first at once and the others in the pauses after, so that no length of
//! text stops the page. Each stage of the analysis draws the sheets anew with more marks. Article text becomes
//! text nodes and nothing else.

use std::sync::Arc;
use std::time::Duration;

use analysis::{BlockKind, MentionKind};
use leptos::ev;
use leptos::prelude::*;
use presentation::{Article, Family, Route, Target};
use text::Span;

use crate::components::article_pieces::sheet_view;
use crate::components::spot;
use crate::platform::{self, scroll};
use crate::state::{self, Place, Session, Shown};

/// Sheets drawn before the browser is given a pause.
const AT_ONCE: usize = 3;

#[component]
pub fn ArticleText(shown: Memo<bool>) -> impl IntoView {
    let (session, place, settings) = (state::session(), state::place(), state::settings());
    // A new text draws the whole article anew; new marks only fill its sheets.
    let text = Memo::new(move |_| session.article.get().map(SameText));
    let hidden = move || {
        let all = settings.hidden.get();
        all.iter().map(|family| format!("hide-{}", family.key())).collect::<Vec<_>>().join(" ")
    };
    view! {
        <div id="article" class="scroller" tabindex="0" hidden=move || !shown.get() aria-label="Article" role="region">
            <article
                class=hidden
                on:pointerover=move |event| place.pointed.set(entity_under(&event))
                on:pointerleave=move |_| place.pointed.set(None)
                on:focusin=move |event| place.pointed.set(entity_under(&event))
                on:focusout=move |_| place.pointed.set(None)
                on:click=move |event| {
                    select(&event, place);
                    spot::press(&event, session, place);
                }
            >
                {move || text.get().map(|text| view! { <Sheets text=text.0/> })}
            </article>
            <div hidden>
                {Family::ALL
                    .map(|family| view! { <span id=format!("is-{}", family.key())>{family.one()}</span> })
                    .collect_view()}
            </div>
        </div>
    }
}

/// Articles of one and the same text, whatever is known of them.
#[derive(Clone)]
struct SameText(Shown);

impl PartialEq for SameText {
    fn eq(&self, other: &SameText) -> bool {
        Arc::ptr_eq(&self.0.document, &other.0.document)
    }
}

#[component]
fn Sheets(text: Shown) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    // What each sheet shows now: none before its turn.
    let sheets: StoredValue<Vec<RwSignal<Option<Shown>>>> =
        StoredValue::new(text.sheets.iter().map(|_| RwSignal::new(None)).collect());
    let round = StoredValue::new(0u32);
    Effect::new(move |_| {
        let Some(article) = session.article.get() else { return };
        round.update_value(|round| *round += 1);
        draw(sheets, article, 0, round, round.get_value(), session);
    });
    Effect::new(move |_| {
        let Some(span) = place.look.get() else { return };
        let Some(article) = session.article.get_untracked() else { return };
        bring(&article, span, sheets);
    });
    Effect::new(move |_| {
        let Some(arrival) = place.arrival.get() else { return };
        let Some(article) = session.article.get_untracked() else { return };
        match (arrival.scrolled, arrival.route.target.and_then(|target| words_of(&article, target, session)))
        {
            (Some(position), _) => request_animation_frame(move || scroll::restore(position)),
            (None, Some(span)) => bring(&article, span, sheets),
            (None, None) => {
                if let Some(Target::Entity(id, None)) = arrival.route.target {
                    bring_first(&article, id, sheets);
                }
            }
        }
    });

    let headline = text.pieces.iter().any(|piece| piece.kind == BlockKind::Headline);
    view! {
        {(!headline).then(|| view! { <h1 class="for-ears">"Article"</h1> })}
        {(0..text.sheets.len())
            .map(|at| {
                let sheet = sheets.with_value(|sheets| sheets.get(at).copied());
                view! {
                    <section class="sheet" style:contain-intrinsic-block-size=format!("auto {}px", height(&text, at))>
                        {move || sheet.and_then(|sheet| sheet.get()).map(|article| sheet_view(&article, at))}
                    </section>
                }
            })
            .collect_view()}
        <Foot session/>
    }
}

/// About how high a sheet will be, in CSS pixels: 66 letters a line, and the room after each block.
fn height(article: &Article, at: usize) -> usize {
    let pieces = article.sheets.get(at).and_then(|range| article.pieces.get(range.clone())).unwrap_or(&[]);
    pieces.iter().map(|piece| piece.span.len().div_ceil(66) * 32 + 20).sum()
}

/// Draws the sheets from `at` on, unless a newer round has begun.
fn draw(
    sheets: StoredValue<Vec<RwSignal<Option<Shown>>>>,
    article: Shown,
    at: usize,
    round: StoredValue<u32>,
    mine: u32,
    session: Session,
) {
    if round.try_get_value() != Some(mine) {
        return;
    }
    let count = sheets.with_value(Vec::len);
    let end = (at + AT_ONCE).min(count);
    for sheet in at..end {
        draw_one(sheets, &article, sheet);
    }
    if end < count {
        set_timeout(move || draw(sheets, article, end, round, mine, session), Duration::from_millis(1));
    } else {
        session.drawn.update(|drawn| *drawn = drawn.wrapping_add(1));
    }
}

fn draw_one(sheets: StoredValue<Vec<RwSignal<Option<Shown>>>>, article: &Shown, at: usize) {
    if let Some(sheet) = sheets.with_value(|sheets| sheets.get(at).copied())
        && sheet.with_untracked(|drawn| drawn.as_ref() != Some(article))
    {
        sheet.set(Some(article.clone()));
    }
}

/// Scrolls to words, once the sheet that holds them is drawn.
fn bring(article: &Shown, span: Span, sheets: StoredValue<Vec<RwSignal<Option<Shown>>>>) {
    let Some(piece) = article.piece_at(span.start) else { return };
    draw_one(sheets, article, article.sheet_of(piece));
    let (from, to) = (article.units_into(piece, span.start), article.units_into(piece, span.end));
    request_animation_frame(move || scroll::show(piece, from, to));
}

/// An entity as a whole is where it is named first, unless one of its mentions is seen already.
fn bring_first(article: &Shown, id: analysis::EntityId, sheets: StoredValue<Vec<RwSignal<Option<Shown>>>>) {
    let Some(entity) = article.entity(id) else { return };
    let named = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Name);
    if let Some(first) =
        named.or(entity.mentions.first()).filter(|_| !scroll::is_seen(&format!(".e{}", id.0)))
    {
        bring(article, first.span, sheets);
    }
}

/// The words that a place speaks of; none for an entity as a whole.
fn words_of(article: &Article, target: Target, session: Session) -> Option<Span> {
    let nth = |n: u32| (n as usize).checked_sub(1);
    match target {
        Target::Entity(id, mention) => {
            article.entity(id)?.mentions.get(nth(mention?)?).map(|mention| mention.span)
        }
        Target::Quote(id) => article.quote(id)?.segments.first().copied(),
        Target::Sentence(n) => article.analysis.sentences.get(nth(n)?).copied(),
        Target::Date(n) => article.analysis.dates.get(nth(n)?).map(|date| date.span),
        Target::Figure(n) => article.analysis.figures.get(nth(n)?).map(|figure| figure.span),
        Target::Phrase(n) => article.analysis.keyphrases.get(nth(n)?)?.mentions.first().copied(),
        Target::Found(n) => session.found.with_untracked(|found| found.get(nth(n)?).copied()),
        Target::Note(n) => article.analysis.notes.get(nth(n)?).map(|note| note.span),
        Target::About(_) => None,
    }
}

/// The entity that an event happened on.
fn entity_under(event: &web_sys::Event) -> Option<analysis::EntityId> {
    let marked = platform::closest(event, "[data-e]")?.get_attribute("data-e")?;
    marked.split(' ').next()?.parse().ok().map(analysis::EntityId)
}

/// A click on words for someone that are not a link: "he" leads to its card as the name does, while it is highlighted.
fn select(event: &ev::MouseEvent, place: Place) {
    let Some(marked) = platform::closest(event, "span[data-m]") else {
        // Words that the reader marked, and that are nothing else, lead to the note.
        let noted = platform::closest(event, ".noted").filter(|noted| !noted.has_attribute("href"));
        let classes = noted.map(|noted| noted.class_name()).unwrap_or_default();
        let n = classes.split(' ').find_map(|class| class.strip_prefix('n')?.parse().ok());
        n.into_iter().for_each(|n| place.go(Route::note(n)));
        return;
    };
    let Some(mention) = marked.get_attribute("data-m") else { return };
    let Some((entity, mention)) = mention.split(' ').next().and_then(|first| first.split_once('.')) else {
        return;
    };
    if let (Ok(entity), Ok(mention)) = (entity.parse(), mention.parse()) {
        place.go(Route::mention(analysis::EntityId(entity), mention));
    }
}

/// What stands under the article: what was not drawn, or not analysed.
#[component]
fn Foot(session: Session) -> impl IntoView {
    view! {
        {move || {
            let left_out = session.article.with(|article| article.as_ref().map_or(0, |article| article.left_out));
            (left_out > 0)
                .then(|| {
                    let marks = presentation::words::count(left_out, "mark", "marks");
                    view! {
                        <p class="foot">
                            {format!("{marks} further down are not drawn, since there are so many. The lists have them all.")}
                        </p>
                    }
                })
        }}
    }
}
