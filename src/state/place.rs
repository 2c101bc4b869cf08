//! Where the reader is: the view, the thing selected in it, and what they point at.

use analysis::EntityId;
use leptos::prelude::*;
use presentation::{Filter, Route, Target, View};
use text::Span;

use crate::platform::{self, address, scroll};

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

/// What the small card at the words of the article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpotOf {
    Quote(u32),
    /// The sentence of this rank in the summary, from 1.
    Summary(u32),
}

/// The small card, and between which heights of the window the words stand that it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub of: SpotOf,
    pub x: f64,
    pub top: f64,
    pub bottom: f64,
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
    pub spot: RwSignal<Option<Spot>>,
    /// Words that are brought into view without going to a place of their own.
    pub look: RwSignal<Option<Span>>,
    /// How far lists were scrolled when they were left.
    lists: StoredValue<Vec<(View, i32)>>,
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
            spot: RwSignal::new(None),
            look: RwSignal::new(None),
            lists: StoredValue::new(Vec::new()),
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

    /// Selects something in the view that is open, without moving the article: its words are seen already.
    pub fn select(self, route: Route) {
        address::replace(route, &self.filter_in(route.view));
        self.route.set(route);
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
        self.spot.set(None);
        self.keep_list_place(before, route);
        if self.filter.with_untracked(|now| *now != filter) {
            self.filter.set(filter);
        }
        self.route.set(route);
        self.arrival.set(Some(Arrival { route, scrolled }));
    }

    /// A list that is come back to is where it was left; a card begins at its head.
    fn keep_list_place(self, before: Route, route: Route) {
        if (before.view, is_card(before)) == (route.view, is_card(route)) && before.target == route.target {
            return;
        }
        if !is_card(before) && before.view.beside_article() {
            let scrolled = platform::panel_scroll();
            self.lists.update_value(|lists| {
                lists.retain(|(view, _)| *view != before.view);
                lists.push((before.view, scrolled));
            });
        }
        if route.view == View::Start {
            self.lists.update_value(Vec::clear);
        }
        let same_list = before.view == route.view && !is_card(before) && !is_card(route);
        let same_card = is_card(before) && is_card(route) && same_entity(before, route);
        if same_list || same_card || !route.view.beside_article() {
            return;
        }
        let lists = self.lists;
        let known = move || {
            lists.with_value(|all| all.iter().find(|(view, _)| *view == route.view).map(|(_, at)| *at))
        };
        let left = match before.target {
            Some(Target::Entity(id, _)) if is_card(before) && !is_card(route) => Some(id),
            _ => None,
        };
        request_animation_frame(move || {
            platform::set_panel_scroll(if is_card(route) { 0 } else { known().unwrap_or(0) });
            if let Some(id) = left.filter(|_| platform::is_focus_nowhere()) {
                platform::focus_in_panel(&format!("[data-row='{}']", id.0));
            }
        });
    }
}

fn same_entity(a: Route, b: Route) -> bool {
    let entity = |route: Route| match route.target {
        Some(Target::Entity(id, _)) => Some(id),
        _ => None,
    };
    entity(a) == entity(b)
}

/// Whether the panel shows one thing in the stead of a list.
fn is_card(route: Route) -> bool {
    matches!((route.view, route.target), (View::Entities, Some(Target::Entity(..))))
}

/// On a phone the article has the screen to itself until a view is asked for.
fn sheet_for(route: Route) -> Sheet {
    match route.view {
        View::Start | View::Reader | View::Compare | View::About => Sheet::Peek,
        View::Entities | View::Quotes | View::Summary | View::Timeline => Sheet::Half,
    }
}
