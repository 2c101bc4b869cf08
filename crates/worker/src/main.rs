//! The worker: takes an article as bytes from the page, reads and analyses it, and posts what it finds.
//!
//! This file is the wire; what is answered stands in [`answer`]. The worker keeps nothing of an article between two
//! messages, and of words only what can be found out again, so that the page may end it at any moment and start
//! another: that is how work is cancelled and how a breakdown is survived.

mod answer;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use protocol::{FromWorker, ToWorker};
use wasm_bindgen::prelude::*;
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
        if let Some(message) = protocol::decode::<ToWorker>(&Uint8Array::new(&buffer).to_vec()) {
            answer::answer(message, &mut |reply| post(&listener, &reply));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();

    post_text(&scope, &protocol::hello());
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

/// A panic ends this worker: the page is told, so that it can say so and start a new one.
fn say_when_broken(scope: DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(move |panic| {
        post_text(&scope, &protocol::panic_message(&panic.to_string()));
    }));
}
