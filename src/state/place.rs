//! Where the reader is: the view, the thing selected in it, and what they point at.

use analysis::EntityId;
use leptos::prelude::*;
use presentation::{Address, Filter, Route, Target, View};
use text::Span;

use super::sheet::{Sheet, sheet_for};
use super::spot::Spot;
use crate::platform::{self, address, scroll};

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
    pub spot: RwSignal<Option<Spot>>,
    /// The quote whose card was opened last: keys go on from it.
    pub stepped: StoredValue<Option<u32>>,
    /// Words that are brought into view without going to a place of their own.
    pub look: RwSignal<Option<Span>>,
    /// Words that are to be selected, with the focus on the bar that acts on them.
    pub take: RwSignal<Option<Span>>,
    /// How far lists were scrolled when they were left.
    lists: StoredValue<Vec<(View, i32)>>,
    /// The open article, as addresses name it.
    pub article: RwSignal<Option<String>>,
    /// An address of another article than the one that is open: nothing of the open one is shown for it.
    pub wanted: RwSignal<Option<Address>>,
    /// The article that the address names.
    addressed: StoredValue<Option<String>>,
    /// The last place without a selection: where Escape leads.
    home: StoredValue<Route>,
}

impl Place {
    pub fn new() -> Place {
        let here = address::current();
        let place = Place {
            route: RwSignal::new(here.route),
            filter: RwSignal::new(here.filter.clone()),
            arrival: RwSignal::new(None),
            pointed: RwSignal::new(None),
            spot: RwSignal::new(None),
            stepped: StoredValue::new(None),
            look: RwSignal::new(None),
            take: RwSignal::new(None),
            lists: StoredValue::new(Vec::new()),
            sheet: RwSignal::new(sheet_for(here.route)),
            article: RwSignal::new(None),
            addressed: StoredValue::new(here.article.clone()),
            home: StoredValue::new(Route::to(here.route.view)),
            wanted: RwSignal::new(here.article.is_some().then_some(here)),
        };
        address::on_link(move |to| match (to.article.is_some(), to.filter == Filter::default()) {
            (true, _) => place.travel(to),
            (false, true) => place.go(to.route),
            (false, false) => place.go_narrowed(to.route, to.filter),
        });
        address::on_link_taken(move |to| match to.article {
            Some(_) => to,
            None => Address { article: place.article.get_untracked(), ..to },
        });
        address::on_travel(move |to, scrolled| place.arrive(to, scrolled));
        place
    }

    /// To another place, with an entry in the history. Within a view it stays narrowed to what it was.
    pub fn go(self, route: Route) {
        self.go_narrowed(route, self.filter_in(route.view));
    }

    pub fn go_narrowed(self, route: Route, filter: Filter) {
        // What is no place of an article names none.
        let article = self.article.get_untracked().filter(|_| route.view.beside_article());
        self.travel(Address { route, filter, article });
    }

    fn travel(self, to: Address) {
        let same = to.route == self.route.get_untracked()
            && self.filter.with_untracked(|now| *now == to.filter)
            && self.addressed.with_value(|now| *now == to.article);
        if !same {
            address::push(&to, scroll::position());
        }
        self.arrive(to, None);
    }

    /// To another place in the stead of this one: stepping leaves no trail.
    pub fn step_to(self, route: Route) {
        let filter = self.filter_in(route.view);
        let article = self.article.get_untracked().filter(|_| route.view.beside_article());
        let to = Address { route, filter, article };
        address::replace(&to);
        self.arrive(to, None);
    }

    /// Selects something in the view that is open, without moving the article: its words are seen already.
    pub fn select(self, route: Route) {
        self.route.set(route);
        address::replace(&self.here());
    }

    /// Narrows the view, or widens it again, in the stead of how it was.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(change);
        // Another question has other places to stand at.
        if matches!(self.route.get_untracked().target, Some(Target::Found(_))) {
            self.route.set(Route::to(View::Reader));
        }
        address::replace(&self.here());
    }

    /// The address of what is shown.
    pub fn here(self) -> Address {
        Address {
            route: self.route.get_untracked(),
            filter: self.filter.get_untracked(),
            article: self.article.get_untracked(),
        }
    }

    /// This article is open now, or none is.
    pub fn opened(self, id: Option<&str>) {
        let now = id.map(Address::short);
        let before = self.article.get_untracked();
        if before == now {
            return;
        }
        self.article.set(now.clone());
        match self.wanted.get_untracked() {
            Some(wanted) if wanted.article == now => self.arrive(wanted, None),
            // What was asked for is still to come.
            Some(_) => {}
            // The address of the first article gets its name; another one's is a place of its own.
            None if before.is_none() && self.view_untracked().beside_article() => {
                self.addressed.set_value(now);
                address::replace(&self.here());
            }
            None => {}
        }
    }

    /// Leaves the address of an article that is not here, for what is.
    pub fn give_up(self) {
        self.wanted.set(None);
        self.go_narrowed(Route::to(View::Start), Filter::default());
    }

    fn filter_in(self, view: View) -> Filter {
        if view == self.view_untracked() { self.filter.get_untracked() } else { Filter::default() }
    }

    /// To the last place without a selection, if there is a selection to give up.
    pub fn let_go(self) {
        if self.route.get_untracked().target.is_some() {
            self.go(self.home.get_value());
        }
    }

    fn view_untracked(self) -> View {
        self.route.get_untracked().view
    }

    pub fn view(self) -> View {
        self.route.with(|route| route.view)
    }

    fn arrive(self, to: Address, scrolled: Option<f64>) {
        let elsewhere = to.article.is_some() && to.article != self.article.get_untracked();
        self.addressed.set_value(to.article.clone());
        self.wanted.set(elsewhere.then(|| to.clone()));
        let Address { route, filter, .. } = to;
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
        if !elsewhere {
            self.arrival.set(Some(Arrival { route, scrolled }));
        }
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
