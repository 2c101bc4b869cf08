//! The panel of a phone, which stands in one of three heights.

use presentation::{Route, View};

/// How high the panel stands on a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    Peek,
    Half,
    Full,
}

impl Sheet {
    pub fn key(self) -> &'static str {
        match self {
            Sheet::Peek => "peek",
            Sheet::Half => "half",
            Sheet::Full => "full",
        }
    }

    pub fn higher(self) -> Sheet {
        match self {
            Sheet::Peek => Sheet::Half,
            _ => Sheet::Full,
        }
    }

    pub fn lower(self) -> Sheet {
        match self {
            Sheet::Full => Sheet::Half,
            _ => Sheet::Peek,
        }
    }
}

/// On a phone the article has the screen to itself until a view is asked for.
pub fn sheet_for(route: Route) -> Sheet {
    match route.view {
        View::Start | View::Reader | View::Compare | View::About => Sheet::Peek,
        View::Entities | View::Quotes | View::Summary | View::Timeline => Sheet::Half,
    }
}
