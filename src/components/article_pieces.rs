//! The article's pieces as elements: headline, paragraphs and lists, with their marks and the lines beside them.

use analysis::{BlockKind, MentionKind};
use leptos::prelude::*;
use presentation::{Article, Family, Route, Segment};

pub fn sheet_view(article: &Article, at: usize) -> AnyView {
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
    let isolated = if words.chars().any(is_right_to_left) { " isolated" } else { "" };
    // One stop of the Tab key for each entity: its first mention. The others are a step (n, p) away.
    let stop = if named.mention == 0 { "0" } else { "-1" };
    view! {
        <a
            class=format!("{lights}mark {}{isolated}", family.key())
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

/// Letters of Hebrew, Arabic and their neighbours, with the marks that turn the direction.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}')
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
    for n in &segment.notes {
        classes.push_str(&format!("noted n{n} "));
    }
    classes
}
