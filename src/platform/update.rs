//! New versions of the page: the service worker fetches one quietly, and it takes over only when the reader says so.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// A version that was not whole when it was fetched is asked for again after this, then after twice as long, and so on.
const AGAIN_MS: u32 = 60_000;
const LONGEST_AGAIN_MS: u32 = 3_600_000;
/// A version that does not take over in this time is one that never will.
const TAKES_OVER_MS: u32 = 5_000;

/// A version that is ready to take over.
#[derive(Clone)]
pub struct Waiting {
    registration: ServiceWorkerRegistration,
    container: ServiceWorkerContainer,
}

impl Waiting {
    /// Lets the new version take over and loads the page anew.
    pub fn take_over(&self) {
        // None waits where another tab has let it take over already: this page only has to be loaded by it.
        let Some(worker) = self.registration.waiting() else { return super::address::reload() };
        // Both live until the page is left, which they bring about.
        EventListener::once(&self.container, "controllerchange", |_| super::address::reload()).forget();
        Timeout::new(TAKES_OVER_MS, super::address::reload).forget();
        // A worker that is gone needs no message.
        let _ = worker.post_message(&"skip-waiting".into());
    }
}

/// Registers the service worker and calls `found` when a version waits. Only a built page has one: while
/// developing, a cache would serve yesterday's work.
pub fn watch(found: impl Fn(Waiting) + 'static) {
    if cfg!(debug_assertions) {
        return;
    }
    let navigator = window().navigator();
    let offered = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    if offered {
        let container = navigator.service_worker();
        Watch {
            container,
            found: Rc::new(found),
            listener: Rc::default(),
            pause: Rc::new(Cell::new(AGAIN_MS)),
        }
        .register();
    }
}

/// Looks for versions as long as the page is open.
#[derive(Clone)]
struct Watch {
    container: ServiceWorkerContainer,
    found: Rc<dyn Fn(Waiting)>,
    listener: Rc<RefCell<Option<EventListener>>>,
    /// Before a version that was not whole is asked for again.
    pause: Rc<Cell<u32>>,
}

impl Watch {
    fn register(self) {
        leptos::task::spawn_local(async move {
            let address = format!("{}service-worker.js", super::address::folder(&super::address::base()));
            let Ok(registration) = JsFuture::from(self.container.register(&address)).await else { return };
            let registration: ServiceWorkerRegistration = registration.unchecked_into();
            if registration.waiting().is_some() {
                self.tell(&registration);
            }
            self.follow(&registration);
            let (watch, watched) = (self.clone(), registration.clone());
            let listener = EventListener::new(&registration, "updatefound", move |_| watch.follow(&watched));
            self.listener.replace(Some(listener));
        });
    }

    fn tell(&self, registration: &ServiceWorkerRegistration) {
        (self.found)(Waiting { registration: registration.clone(), container: self.container.clone() });
    }

    /// Tells of the version that is being fetched once it is there, and has it fetched again if it could not be.
    fn follow(&self, registration: &ServiceWorkerRegistration) {
        let Some(worker) = registration.installing() else { return };
        let (watch, registration, fetched) = (self.clone(), registration.clone(), worker.clone());
        let is_there = Cell::new(false);
        let listener = EventListener::new(&worker, "statechange", move |_| match fetched.state() {
            ServiceWorkerState::Installed => {
                is_there.set(true);
                // The first version of all has nothing to replace.
                if watch.container.controller().is_some() {
                    watch.tell(&registration);
                }
            }
            ServiceWorkerState::Redundant if !is_there.get() => {
                let again = watch.clone();
                // It lives until it has rung, whatever becomes of this worker.
                Timeout::new(watch.pause.get(), move || again.register()).forget();
                watch.pause.set((watch.pause.get() * 2).min(LONGEST_AGAIN_MS));
            }
            _ => {}
        });
        // A worker changes its state a few times and is gone.
        listener.forget();
    }
}
