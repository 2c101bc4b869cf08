//! The worker: takes an article as bytes from the page, reads and analyses it, and posts what it finds.
//!
//! This file is the wire; what is answered stands in [`mod@answer`]. The worker keeps nothing of an article between two
//! messages, and of words only what can be found out again, so that the page may end it at any moment and start
//! another: that is how work is cancelled and how a breakdown is survived.

mod answer;
mod readers;

use answer::{Missing, answer, needs_files};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use protocol::{FromWorker, ToWorker};
use readers::{Fault, Readers};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    say_when_broken(scope.clone());

    let listener = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(buffer) = event.data().dyn_into::<ArrayBuffer>() else {
            return;
        };
        // What cannot be decoded comes from a page of another build, which has read so in our greeting.
        match protocol::decode::<ToWorker>(&Uint8Array::new(&buffer).to_vec()) {
            Some(message) if needs_files(&message) => {
                spawn_local(answer_with_readers(message, listener.clone()));
            }
            Some(message) => answer(message, &Missing, &mut |reply| post(&listener, &reply)),
            None => {}
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It hears messages as long as the worker lives.
    on_message.forget();

    post_text(&scope, &protocol::hello());
}

/// Answers as soon as the readers of files are here: at once from the second file on.
async fn answer_with_readers(message: ToWorker, scope: DedicatedWorkerGlobalScope) {
    let mut post = |reply| post(&scope, &reply);
    match Readers::load().await {
        Ok(readers) => answer(message, &readers, &mut post),
        Err(Fault::NotThere) => answer(message, &Missing, &mut post),
        Err(Fault::OtherBuild(greeting)) => post_text(&scope, &greeting),
    }
}

/// Posts a message, handing its buffer over instead of copying it.
fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let buffer = Uint8Array::from(protocol::encode(message).as_slice()).buffer();
    let handed_over = Array::of1(&buffer);
    if scope.post_message_with_transfer(&buffer, &handed_over).is_err() {
        post_text(scope, &protocol::panic_message("an answer could not be sent"));
    }
}

fn post_text(scope: &DedicatedWorkerGlobalScope, text: &str) {
    // A string can always be posted; were it not so, there would be nobody to tell.
    let _ = scope.post_message(&JsValue::from_str(text));
}

/// A panic ends this worker: the page is told, so that it can say so and start a new one. Of what else ends work on a
/// message (memory, the stack, the readers of files) it hears by itself.
fn say_when_broken(scope: DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(move |panic| {
        post_text(&scope, &protocol::panic_message(&panic.to_string()));
    }));
}
