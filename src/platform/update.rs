//! New versions of the page: the service worker fetches one quietly, and it takes over only when the reader says so.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// A version that is ready to take over.
#[derive(Clone)]
pub struct Waiting {
    worker: ServiceWorker,
    container: ServiceWorkerContainer,
}

impl Waiting {
    /// Lets the new version take over and loads the page anew.
    pub fn take_over(&self) {
        let reloaded = Rc::new(Cell::new(false));
        let reload = Closure::<dyn Fn()>::new(move || {
            if !reloaded.replace(true) {
                super::address::reload();
            }
        });
        self.container.set_oncontrollerchange(Some(reload.as_ref().unchecked_ref()));
        // It must live until the page is left, which it brings about.
        reload.forget();
        // A worker that is gone needs no message.
        let _ = self.worker.post_message(&"skip-waiting".into());
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
    if !offered {
        return;
    }
    let container = navigator.service_worker();
    leptos::task::spawn_local(async move {
        let address = format!("{}service-worker.js", super::address::folder(&super::address::base()));
        let Ok(registration) = JsFuture::from(container.register(&address)).await else { return };
        let registration: ServiceWorkerRegistration = registration.unchecked_into();
        let found = Rc::new(found);
        if let Some(worker) = registration.waiting() {
            found(Waiting { worker, container: container.clone() });
        }
        let watched = registration.clone();
        let on_found = Closure::<dyn Fn()>::new(move || {
            let Some(worker) = watched.installing() else { return };
            let (container, found, ready) = (container.clone(), found.clone(), worker.clone());
            let on_state = Closure::<dyn Fn()>::new(move || {
                // The first version of all has nothing to replace.
                if ready.state() == web_sys::ServiceWorkerState::Installed && container.controller().is_some()
                {
                    found(Waiting { worker: ready.clone(), container: container.clone() });
                }
            });
            worker.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
            on_state.forget();
        });
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // Versions may be found as long as the page is open.
        on_found.forget();
    });
}
