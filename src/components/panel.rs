//! The view beside the article; on a phone a sheet of three heights under it, which is dragged, snaps, and tells at its
//! lowest what is in it.

use leptos::prelude::*;
use presentation::View;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

use crate::components::icons;
use crate::platform;
use crate::state::{self, Sheet};
use crate::views::start::found;
use crate::views::{
    entities::Entities, quotes::Quotes, reader::Reader, summary::Summary, timeline::Timeline,
};

/// A press that moves less than this, in CSS pixels, is a tap.
const A_TAP: f64 = 6.0;
/// A faster hand than this, in CSS pixels a millisecond, throws the sheet.
const A_THROW: f64 = 0.45;
/// A hand that has not moved for so long, in milliseconds, has come to rest.
const A_REST: f64 = 80.0;

/// A hand on the sheet: where it began, how high the sheet was, and when and where it moved last.
#[derive(Clone, Copy)]
struct Drag {
    from: f64,
    height: f64,
    last: (f64, f64),
    speed: f64,
}

#[component]
pub fn Panel() -> impl IntoView {
    let place = state::place();
    // A step within a view leaves what is open there open.
    let view = Memo::new(move |_| place.view());
    let label = move || view.get().label();
    // How high the sheet is while it is dragged.
    let height = RwSignal::new(None::<f64>);
    view! {
        <aside
            id="panel"
            class="panel"
            class:dragged=move || height.get().is_some()
            aria-label=label
            style:height=move || height.get().map(|height| format!("{height:.0}px"))
        >
            <Grip height/>
            <div class="panel-body" id="panel-body" tabindex="0">
                {move || match view.get() {
                    View::Entities => view! { <Entities/> }.into_any(),
                    View::Quotes => view! { <Quotes/> }.into_any(),
                    View::Summary => view! { <Summary/> }.into_any(),
                    View::Timeline => view! { <Timeline/> }.into_any(),
                    _ => view! { <Reader/> }.into_any(),
                }}
            </div>
        </aside>
    }
}

#[component]
fn Grip(height: RwSignal<Option<f64>>) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let drag = StoredValue::new(None::<Drag>);
    let down = move |event: PointerEvent| {
        // The buttons have presses of their own.
        if platform::closest(&event, ".tool").is_some() {
            return;
        }
        let Some(panel) = platform::element("panel") else { return };
        if let Some(grip) = event.current_target().and_then(|grip| grip.dyn_into::<web_sys::Element>().ok()) {
            // Refused for a pointer that is gone already.
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        let y = f64::from(event.client_y());
        let high = panel.get_bounding_client_rect().height();
        drag.set_value(Some(Drag { from: y, height: high, last: (y, event.time_stamp()), speed: 0.0 }));
    };
    let moved = move |event: PointerEvent| {
        let Some(mut now) = drag.get_value() else { return };
        let (y, time) = (f64::from(event.client_y()), event.time_stamp());
        let passed = time - now.last.1;
        if passed > 0.0 {
            now.speed = (now.last.0 - y) / passed;
            now.last = (y, time);
        }
        drag.set_value(Some(now));
        if (y - now.from).abs() >= A_TAP || height.get_untracked().is_some() {
            let (_, most) = heights();
            height.set(Some((now.height + now.from - y).clamp(40.0, most)));
        }
    };
    let up = move |event: PointerEvent| {
        let Some(mut now) = drag.try_update_value(Option::take).flatten() else {
            return;
        };
        // A hand that came to rest throws nothing.
        if event.time_stamp() - now.last.1 > A_REST {
            now.speed = 0.0;
        }
        match height.get_untracked() {
            None => place.sheet.update(|sheet| {
                *sheet = if *sheet == Sheet::Peek { Sheet::Half } else { sheet.lower() };
            }),
            Some(high) => place.sheet.set(snapped(high, now)),
        }
        height.set(None);
    };
    let told = move || {
        let going = session.work.get().is_going_on();
        session.article.with(|article| article.as_ref().map(|article| found(article, going)))
    };
    view! {
        // A drag is the sheet's, not the browser's own of words or pictures.
        <div class="grip" on:mousedown=|event| event.prevent_default() on:pointerdown=down on:pointermove=moved on:pointerup=up on:pointercancel=up>
            <button
                type="button"
                class="tool"
                aria-label="Lower the panel"
                disabled=move || place.sheet.get() == Sheet::Peek
                on:click=move |_| place.sheet.update(|sheet| *sheet = sheet.lower())
            >
                {icons::down()}
            </button>
            <span class="grip-told">
                <span class="grip-bar" aria-hidden="true"></span>
                {move || (place.sheet.get() == Sheet::Peek).then(told).flatten().map(|told| view! { <span>{told}</span> })}
            </span>
            {move || {
                session
                    .history
                    .with(corrections::History::can_undo)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="tool grip-undo"
                                aria-label="Undo the last correction"
                                on:click=move |_| session.undo()
                            >
                                {icons::undo()}
                            </button>
                        }
                    })
            }}
            <button
                type="button"
                class="tool"
                aria-label="Raise the panel"
                disabled=move || place.sheet.get() == Sheet::Full
                on:click=move |_| place.sheet.update(|sheet| *sheet = sheet.higher())
            >
                {icons::up()}
            </button>
        </div>
    }
}

/// How high the sheet stands at half, and at its highest: as the style sheet has it.
fn heights() -> (f64, f64) {
    let (_, high) = platform::window_size();
    (high * 0.46, high - 96.0)
}

/// Where a sheet that is let go comes to rest: the next height on a fast hand's way, the nearest one otherwise.
fn snapped(high: f64, drag: Drag) -> Sheet {
    let (half, full) = heights();
    if drag.speed > A_THROW {
        return if high > half { Sheet::Full } else { Sheet::Half };
    }
    if drag.speed < -A_THROW {
        return if high < half { Sheet::Peek } else { Sheet::Half };
    }
    match high {
        low if low < half * 0.6 => Sheet::Peek,
        high if high > (half + full) / 2.0 => Sheet::Full,
        _ => Sheet::Half,
    }
}
