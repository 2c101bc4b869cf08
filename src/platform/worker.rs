//! The worker that reads and analyses: started when first needed, replaced when it breaks down or when newer text
//! comes while it is busy, and believed only if it is of the page's own build.

use std::cell::RefCell;
use std::rc::Rc;

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
    on_message: Option<Closure<dyn Fn(MessageEvent)>>,
    on_error: Option<Closure<dyn Fn(ErrorEvent)>>,
}

impl Client {
    pub fn new(hear: impl Fn(Heard) + 'static) -> Client {
        let inner = Inner {
            worker: None,
            greeted: false,
            busy: None,
            waiting: None,
            on_message: None,
            on_error: None,
        };
        let client = Client { inner: Rc::new(RefCell::new(inner)) };
        let hear = Rc::new(hear);
        let (messages, told) = (client.clone(), hear.clone());
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(heard) = messages.understand(&event.data()) {
                told(heard);
            }
        });
        let broken = client.clone();
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            broken.stop();
            hear(Heard::Broken(event.message()));
        });
        let mut inner = client.inner.borrow_mut();
        inner.on_message = Some(on_message);
        inner.on_error = Some(on_error);
        drop(inner);
        client
    }

    /// Asks; a question that the worker is still at is given up for this one.
    pub fn ask(&self, message: &ToWorker) -> Result<(), String> {
        let request = match message {
            ToWorker::Read { request, .. } | ToWorker::Analyze { request, .. } => *request,
        };
        if self.inner.borrow().busy.is_some() {
            self.stop();
        }
        let mut inner = self.inner.borrow_mut();
        inner.busy = Some(request);
        if inner.worker.is_none() {
            inner.start().map_err(|error| format!("{error:?}"))?;
        }
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
        if let Some(worker) = inner.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        inner.greeted = false;
        inner.busy = None;
        inner.waiting = None;
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
    fn start(&mut self) -> Result<(), JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let folder = super::address::folder(&super::address::base()).to_owned();
        let worker = Worker::new_with_options(&format!("{folder}{}", protocol::worker_script()), &options)?;
        worker.set_onmessage(self.on_message.as_ref().map(|hear| hear.as_ref().unchecked_ref()));
        worker.set_onerror(self.on_error.as_ref().map(|hear| hear.as_ref().unchecked_ref()));
        self.worker = Some(worker);
        Ok(())
    }

    /// The bytes travel in a buffer of their own that is handed over, not copied once more.
    fn send(&self, bytes: &[u8]) -> Result<(), JsValue> {
        let Some(worker) = &self.worker else { return Ok(()) };
        let buffer = Uint8Array::from(bytes).buffer();
        worker.post_message_with_transfer(&buffer, &Array::of1(&buffer))
    }
}
