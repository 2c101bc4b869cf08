//! Where the reader is: the view, the thing selected in it, and what they point at.

use analysis::EntityId;
use leptos::prelude::*;
use presentation::{Filter, Route, Target, View};

use crate::platform::{address, scroll};

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

/// A coming to a place: the article scrolls to its words, or back to where it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrival {
    pub route: Route,
    /// Where the article stood when this place was left; only on the way back or forth.
    pub scrolled: Option<f64>,
}

#[derive(Clone, Copy)]
pub struct Place {
    pub route: RwSignal<Route>,
    /// What the view is narrowed to.
    pub filter: RwSignal<Filter>,
    pub arrival: RwSignal<Option<Arrival>>,
    /// The entity under the pointer or the focus.
    pub pointed: RwSignal<Option<EntityId>>,
    pub sheet: RwSignal<Sheet>,
    /// The last place without a selection: where Escape leads.
    home: StoredValue<Route>,
}

impl Place {
    pub fn new() -> Place {
        let (here, filter) = address::current();
        let place = Place {
            route: RwSignal::new(here),
            filter: RwSignal::new(filter),
            arrival: RwSignal::new(None),
            pointed: RwSignal::new(None),
            sheet: RwSignal::new(sheet_for(here)),
            home: StoredValue::new(Route::to(here.view)),
        };
        address::on_link(move |(route, filter)| match filter == Filter::default() {
            true => place.go(route),
            false => place.go_narrowed(route, filter),
        });
        address::on_travel(move |(route, filter), scrolled| place.arrive(route, filter, scrolled));
        place
    }

    /// To another place, with an entry in the history. Within a view it stays narrowed to what it was.
    pub fn go(self, route: Route) {
        self.go_narrowed(route, self.filter_in(route.view));
    }

    pub fn go_narrowed(self, route: Route, filter: Filter) {
        let same = route == self.route.get_untracked() && self.filter.with_untracked(|now| *now == filter);
        if !same {
            address::push(route, &filter, scroll::position());
        }
        self.arrive(route, filter, None);
    }

    /// To another place in the stead of this one: stepping leaves no trail.
    pub fn step_to(self, route: Route) {
        let filter = self.filter_in(route.view);
        address::replace(route, &filter);
        self.arrive(route, filter, None);
    }

    /// Narrows the view, or widens it again, in the stead of how it was.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(change);
        // Another question has other places to stand at.
        if matches!(self.route.get_untracked().target, Some(Target::Found(_))) {
            self.route.set(Route::to(View::Reader));
        }
        self.filter.with_untracked(|filter| address::replace(self.route.get_untracked(), filter));
    }

    fn filter_in(self, view: View) -> Filter {
        if view == self.route.get_untracked().view { self.filter.get_untracked() } else { Filter::default() }
    }

    /// To the last place without a selection, if there is a selection to give up.
    pub fn let_go(self) {
        if self.route.get_untracked().target.is_some() {
            self.go(self.home.get_value());
        }
    }

    pub fn view(self) -> View {
        self.route.with(|route| route.view)
    }

    fn arrive(self, route: Route, filter: Filter, scrolled: Option<f64>) {
        let before = self.route.get_untracked();
        if route.target.is_none() {
            self.home.set_value(route);
        }
        if route.view != before.view {
            self.sheet.set(sheet_for(route));
        } else if route.target.is_some() {
            // The words that a jump leads to must be seen, and so must the card.
            self.sheet.set(Sheet::Half);
        }
        self.pointed.set(None);
        if self.filter.with_untracked(|now| *now != filter) {
            self.filter.set(filter);
        }
        self.route.set(route);
        self.arrival.set(Some(Arrival { route, scrolled }));
    }
}

/// On a phone the article has the screen to itself until a view is asked for.
fn sheet_for(route: Route) -> Sheet {
    match route.view {
        View::Start | View::Reader | View::Compare | View::About => Sheet::Peek,
        View::Entities | View::Quotes | View::Summary | View::Timeline => Sheet::Half,
    }
}
