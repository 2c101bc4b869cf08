//! Small drawings for buttons: lines of one weight in the colour of the text, hidden from those who listen.

use leptos::prelude::*;
use presentation::View;

use crate::state::Theme;

fn lines(path: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path></path>
        </svg>
    }
    .into_any()
}

/// An article with a mark under its first word and a quote's hairline.
pub fn brand() -> AnyView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect class="brand-paper" x="3" y="2" width="26" height="28" rx="6"></rect>
            <path class="brand-ink" d="M9 10h8M9 22h14"></path>
            <path class="brand-accent" d="M9 13.2h8M9 16h14"></path>
            <path class="brand-ink" d="M20 10h3"></path>
        </svg>
    }
    .into_any()
}

pub fn view(view: View) -> AnyView {
    lines(match view {
        View::Start => "M12 5v14M5 12h14",
        View::Reader => "M6 4h12v16H6zM9 8h6M9 12h6M9 16h4",
        View::Entities => {
            "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19c.6-3 2.8-4.500 5.500-4.500s4.900 1.500 5.500 4.500M16 5.500a2.800 2.800 0 0 1 0 5.200M17.500 14.800c1.700.6 2.700 2 3 4.200"
        }
        View::Quotes => {
            "M10 7c-3 .8-4.500 3-4.500 6.500V17H10v-4.500H7.500M18.500 7c-3 .8-4.500 3-4.500 6.500V17h4.500v-4.500H16"
        }
        View::Summary => "M5 6h14M5 10.500h14M5 15h9M5 19.500h6",
        View::Timeline => "M4 12h16M7 9v6M12 7v10M17 9v6",
        View::Compare => "M4 5h7v14H4zM13 5h7v14h-7zM6 9h3M6 12h3M15 9h3M15 12h3",
        View::About => "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11v5.500M12 7.700v.1",
    })
}

pub fn theme(theme: Theme) -> AnyView {
    lines(match theme {
        Theme::System => "M4 5h16v11H4zM9 20h6M12 16v4",
        Theme::ClassToggle => {
            "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400"
        }
        Theme::Dark => "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
    })
}

pub fn keys() -> AnyView {
    lines("M3 7h18v10H3zM6.500 10.200h.1M10 10.200h.1M13.800 10.200h.1M17.400 10.200h.1M8 13.800h8")
}

pub fn pencil() -> AnyView {
    lines("M5 19h3.500L19 8.500 15.500 5 5 15.500zM13 7.500l3.500 3.500")
}

pub fn export() -> AnyView {
    lines("M12 4v11M7.500 10.500 12 15l4.500-4.500M5 19.500h14")
}

pub fn copy() -> AnyView {
    lines("M9 9h10v11H9zM15 9V4H5v11h4")
}

pub fn link() -> AnyView {
    lines(
        "M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1.500 1.500M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1.500-1.500",
    )
}

pub fn note() -> AnyView {
    lines("M5 5h14v10l-4 4H5zM15 19v-4h4M8 9h8M8 12h5")
}

pub fn close() -> AnyView {
    lines("M6 6l12 12M18 6 6 18")
}

pub fn alert() -> AnyView {
    lines("M12 4 2.800 19.500h18.400zM12 10v4.500M12 17v.1")
}

pub fn up() -> AnyView {
    lines("M6 15l6-6 6 6")
}

pub fn down() -> AnyView {
    lines("M6 9l6 6 6-6")
}

pub fn back() -> AnyView {
    lines("M14.500 6l-6 6 6 6")
}

pub fn next() -> AnyView {
    lines("M9.500 6l6 6-6 6")
}

pub fn search() -> AnyView {
    lines("M10.500 4.500a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5")
}

pub fn lock() -> AnyView {
    lines("M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3")
}

/// A large and a small letter.
pub fn letters() -> AnyView {
    lines(
        "M3.500 18.500 8.500 5.500l5 13M5.200 14.200h6.600M15.500 18.500l2.700-7 2.700 7M16.300 16.400h3.800",
    )
}

pub fn more() -> AnyView {
    lines("M6 12h.1M12 12h.1M18 12h.1")
}

pub fn undo() -> AnyView {
    lines("M8.500 5.500 4.500 9.500l4 4M5 9.500h8.500a5 5 0 0 1 0 10H9")
}
