//! The worker that reads and analyses: started when first needed, replaced when it breaks down or when newer text
//! comes while it is busy, and believed only if it is of the page's own build.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use protocol::{FromWorker, Request, Stage, ToWorker};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What the page hears of its worker.
pub enum Heard {
    Answer(FromWorker),
    /// The worker is of another build: page and worker come from two versions.
    OtherBuild,
    /// The worker broke down or could not start; it is gone. What it said last, for the record.
    Broken(String),
}

/// A handle to the one worker there is at most.
#[derive(Clone)]
pub struct Client {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    worker: Option<Worker>,
    greeted: bool,
    /// The question it is at.
    busy: Option<Request>,
    /// A question that waits for the greeting.
    waiting: Option<Vec<u8>>,
    /// They end with the worker that they listen to.
    listeners: Vec<EventListener>,
    hear: Rc<dyn Fn(Heard)>,
}

impl Client {
    pub fn new(hear: impl Fn(Heard) + 'static) -> Client {
        let inner = Inner {
            worker: None,
            greeted: false,
            busy: None,
            waiting: None,
            listeners: Vec::new(),
            hear: Rc::new(hear),
        };
        Client { inner: Rc::new(RefCell::new(inner)) }
    }

    /// Asks; a question that the worker is still at is given up for this one.
    pub fn ask(&self, message: &ToWorker) -> Result<(), String> {
        let request = match message {
            ToWorker::Read { request, .. }
            | ToWorker::ReadAll { request, .. }
            | ToWorker::Analyze { request, .. } => *request,
        };
        if self.inner.borrow().busy.is_some() {
            self.stop();
        }
        self.inner.borrow_mut().busy = Some(request);
        if self.inner.borrow().worker.is_none() {
            self.start().map_err(|error| format!("{error:?}"))?;
        }
        let mut inner = self.inner.borrow_mut();
        let bytes = protocol::encode(message);
        if inner.greeted {
            inner.send(&bytes).map_err(|error| format!("{error:?}"))?;
        } else {
            inner.waiting = Some(bytes);
        }
        Ok(())
    }

    /// Ends the worker in the midst of whatever it does.
    pub fn stop(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.listeners.clear();
        if let Some(worker) = inner.worker.take() {
            worker.terminate();
        }
        inner.greeted = false;
        inner.busy = None;
        inner.waiting = None;
    }

    fn start(&self) -> Result<(), JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let folder = super::address::folder(&super::address::base()).to_owned();
        let worker = Worker::new_with_options(&format!("{folder}{}", protocol::worker_script()), &options)?;
        let (messages, broken) = (self.clone(), self.clone());
        let on_message = EventListener::new(&worker, "message", move |event| {
            let heard = messages.understand(&event.unchecked_ref::<MessageEvent>().data());
            heard.into_iter().for_each(|heard| messages.tell(heard));
        });
        // The page says itself what went wrong.
        let not_in_the_console = EventListenerOptions::enable_prevent_default();
        let on_error = EventListener::new_with_options(&worker, "error", not_in_the_console, move |event| {
            event.prevent_default();
            let reason = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            broken.stop();
            broken.tell(Heard::Broken(reason));
        });
        let mut inner = self.inner.borrow_mut();
        inner.listeners = vec![on_message, on_error];
        inner.worker = Some(worker);
        Ok(())
    }

    fn tell(&self, heard: Heard) {
        let hear = self.inner.borrow().hear.clone();
        hear(heard);
    }

    fn understand(&self, data: &JsValue) -> Option<Heard> {
        if let Some(words) = data.as_string() {
            if let Some(reason) = protocol::panicked(&words) {
                self.stop();
                return Some(Heard::Broken(reason.to_owned()));
            }
            return self.greet(protocol::greeting(&words)?);
        }
        let buffer: &ArrayBuffer = data.dyn_ref()?;
        let Some(answer) = protocol::decode::<FromWorker>(&Uint8Array::new(buffer).to_vec()) else {
            self.stop();
            return Some(Heard::OtherBuild);
        };
        let mut inner = self.inner.borrow_mut();
        let (request, last) = match &answer {
            FromWorker::Document { request, document } => (*request, document.blocks.is_empty()),
            FromWorker::Documents { request, .. } => (*request, true),
            FromWorker::Stage { request, stage, .. } => (*request, *stage == Stage::Done),
        };
        if inner.busy != Some(request) {
            // A late answer to a question that nobody asks any more.
            return None;
        }
        if last {
            inner.busy = None;
        }
        Some(Heard::Answer(answer))
    }

    fn greet(&self, build: &str) -> Option<Heard> {
        if build != protocol::BUILD {
            self.stop();
            return Some(Heard::OtherBuild);
        }
        let mut inner = self.inner.borrow_mut();
        inner.greeted = true;
        let waiting = inner.waiting.take()?;
        let sent = inner.send(&waiting);
        drop(inner);
        let error = sent.err()?;
        self.stop();
        Some(Heard::Broken(format!("{error:?}")))
    }
}

impl Inner {
    /// The bytes travel in a buffer of their own that is handed over, not copied once more.
    fn send(&self, bytes: &[u8]) -> Result<(), JsValue> {
        let Some(worker) = &self.worker else { return Ok(()) };
        let buffer = Uint8Array::from(bytes).buffer();
        worker.post_message_with_transfer(&buffer, &Array::of1(&buffer))
    }
}
