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
use presentation::{Article, Family, Route, Segment, Target};
use text::Span;

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
        Target::About(_) => None,
    }
}

fn sheet_view(article: &Article, at: usize) -> AnyView {
    let Some(range) = article.sheets.get(at).cloned() else { return ().into_any() };
    let mut views: Vec<AnyView> = Vec::new();
    let mut items: Vec<AnyView> = Vec::new();
    for piece in range {
        if let Some(name) = part_before(article, piece) {
            close_list(&mut items, &mut views);
            views.push(view! { <p class="stated part">{name.to_owned()}</p> }.into_any());
        }
        let is_item = article.pieces.get(piece).is_some_and(|p| p.kind == BlockKind::ListItem);
        if is_item {
            items.push(piece_view(article, piece));
        } else {
            close_list(&mut items, &mut views);
            views.push(piece_view(article, piece));
        }
        if Some(piece) == article.headline() {
            views.push(stated_view(article));
        }
    }
    close_list(&mut items, &mut views);
    views.into_any()
}

/// The page or chapter of the file that begins at this piece or within the one before it; the first needs no telling.
fn part_before(article: &Article, piece: usize) -> Option<&str> {
    let start = |at: usize| article.pieces.get(at).map(|piece| piece.span.start);
    let (here, before) = (start(piece)?, start(piece.checked_sub(1)?)?);
    let part = article.document.part_at(here as usize)?;
    (part.start > before && part.start > 0).then_some(part.name.as_str())
}

/// What the file states of the article: who wrote it, where, when, and its address.
fn stated_view(article: &Article) -> AnyView {
    let stated = &article.document.stated;
    let authors = (!stated.authors.is_empty()).then(|| stated.authors.join(", "));
    let words: Vec<String> =
        [authors, stated.site.clone(), stated.published.clone()].into_iter().flatten().collect();
    if words.is_empty() && stated.url.is_none() {
        return ().into_any();
    }
    let address = stated.url.clone().map(|url| {
        let shown = url.split("://").nth(1).unwrap_or(&url).trim_end_matches('/').to_owned();
        view! { <a href=url rel="noreferrer noopener" target="_blank">{shown}</a> }
    });
    view! { <p class="stated" dir="auto">{words.join(" · ")}" "{address}</p> }.into_any()
}

/// Items that stand one after the other are one list.
fn close_list(items: &mut Vec<AnyView>, views: &mut Vec<AnyView>) {
    if !items.is_empty() {
        views.push(view! { <ul>{std::mem::take(items)}</ul> }.into_any());
    }
}

fn piece_view(article: &Article, at: usize) -> AnyView {
    let Some(piece) = article.pieces.get(at) else { return ().into_any() };
    let segments = article.segments(at);
    let words = segments.iter().map(|segment| segment_view(article, segment)).collect_view();
    let speaker_bars = speaker_bars(article, at);
    let id = format!("p{at}");
    let class =
        if piece.begins { piece.kind.name().to_owned() } else { format!("{} goes-on", piece.kind.name()) };
    match piece.kind {
        BlockKind::Headline => {
            view! { <h1 id=id class=class dir="auto">{speaker_bars}{words}</h1> }.into_any()
        }
        BlockKind::Heading => {
            view! { <h2 id=id class=class dir="auto">{speaker_bars}{words}</h2> }.into_any()
        }
        BlockKind::ListItem => {
            view! { <li id=id class=class dir="auto">{speaker_bars}{words}</li> }.into_any()
        }
        _ => view! { <p id=id class=class dir="auto">{speaker_bars}{words}</p> }.into_any(),
    }
}

/// A hairline at the paragraph's edge for each speaker in it, in the speaker's colour: three at most have room.
fn speaker_bars(article: &Article, piece: usize) -> AnyView {
    let mut hues: Vec<(Option<usize>, u32)> = Vec::new();
    for id in article.quotes_in(piece) {
        let hue = article.quote(id).and_then(|quote| article.hue(quote));
        if !hues.iter().any(|(other, _)| *other == hue) && hues.len() < 3 {
            hues.push((hue, id));
        }
    }
    hues.iter()
        .enumerate()
        .map(|(i, (hue, id))| {
            view! {
                <span class=format!("hair hair-{i} {}", hue_class(*hue)) data-hair=*id aria-hidden="true"></span>
            }
        })
        .collect_view()
        .into_any()
}

/// The class that gives a speaker its colour.
pub fn hue_class(hue: Option<usize>) -> String {
    hue.map_or("speaker-other".to_owned(), |hue| format!("speaker-{hue}"))
}

fn segment_view(article: &Article, segment: &Segment) -> AnyView {
    let words = article.words(segment.span).to_owned();
    if segment.is_plain() {
        return words.into_any();
    }
    let numbers = |all: &mut dyn Iterator<Item = String>| all.collect::<Vec<_>>().join(" ");
    let entities = numbers(&mut segment.named.iter().map(|named| named.entity.0.to_string()));
    let mentions = numbers(&mut segment.named.iter().map(|n| format!("{}.{}", n.entity.0, n.mention + 1)));
    let some = |list: String| (!list.is_empty()).then_some(list);
    let lights = lights(segment);
    let quotes = some(numbers(&mut segment.quotes.iter().map(u32::to_string)));
    let opens = segment.summary.filter(|_| segment.opens_summary);

    let family = |id| article.entity(id).map(|entity| Family::of(entity.kind));
    let name = segment.named.iter().find(|named| named.kind == MentionKind::Name);
    let Some((named, family)) = name.and_then(|named| Some((named, family(named.entity)?))) else {
        // Words for someone that are not a name are marked only while that someone is highlighted.
        let other = segment.named.first().and_then(|named| family(named.entity));
        let class = format!("{lights}{}", other.map_or("", Family::key));
        return view! {
            <span class=class data-e=some(entities) data-m=some(mentions) data-q=quotes data-s=opens>
                {words}
            </span>
        }
        .into_any();
    };
    // One stop of the Tab key for each entity: its first mention. The others are a step (n, p) away.
    let stop = if named.mention == 0 { "0" } else { "-1" };
    view! {
        <a
            class=format!("{lights}mark {}", family.key())
            href=Route::mention(named.entity, named.mention + 1).to_string()
            tabindex=stop
            aria-describedby=format!("is-{}", family.key())
            data-e=some(entities)
            data-m=some(mentions)
            data-q=quotes
            data-s=opens
        >
            {words}
        </a>
    }
    .into_any()
}

/// The classes by which a segment is highlighted: `e7` for entity 7, `m7-2` for its second mention, `q3` for quote 3, `s1` for
/// the summary's best sentence. A rule about a class has a browser look at those elements alone, one about an attribute
/// at all that have it.
fn lights(segment: &Segment) -> String {
    let mut classes = String::new();
    if segment.opens_summary {
        classes.push_str("opens ");
    }
    for named in &segment.named {
        classes.push_str(&format!("e{0} m{0}-{1} ", named.entity.0, named.mention + 1));
    }
    segment.quotes.iter().for_each(|quote| classes.push_str(&format!("q{quote} ")));
    if let Some(rank) = segment.summary {
        classes.push_str(&format!("s{rank} "));
    }
    classes
}

/// The entity that an event happened on.
fn entity_under(event: &web_sys::Event) -> Option<analysis::EntityId> {
    let marked = platform::closest(event, "[data-e]")?.get_attribute("data-e")?;
    marked.split(' ').next()?.parse().ok().map(analysis::EntityId)
}

/// A click on words for someone that are not a link: "he" leads to its card as the name does, while it is highlighted.
fn select(event: &ev::MouseEvent, place: Place) {
    let Some(marked) = platform::closest(event, "span[data-m]") else { return };
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
