//! The readers of files, a WebAssembly module of their own (`crates/readers`) that this worker loads into itself.
//!
//! Only the script around them is here from the start. A reader that breaks down throws, which ends work on the message
//! as a breakdown of the worker's own does.

use text::Document;
use wasm_bindgen::prelude::*;

use crate::answer::Files;

#[wasm_bindgen(raw_module = "./readers.js")]
extern "C" {
    /// Loads and starts the module; nothing once it is there.
    #[wasm_bindgen(js_name = default, catch)]
    async fn init() -> Result<JsValue, JsValue>;

    fn greeting() -> String;
    fn read_file(name: &str, bytes: &[u8], whole: bool) -> Vec<u8>;
    fn read_files(name: &str, bytes: &[u8]) -> Vec<u8>;
}

/// Readers that are loaded and of this build.
pub struct Readers(());

/// Why there are none.
pub enum Fault {
    /// There is no connection, and the browser has not kept them.
    NotThere,
    /// They are of the build that this greeting names.
    OtherBuild(String),
}

impl Readers {
    pub async fn load() -> Result<Readers, Fault> {
        init().await.map_err(|_| Fault::NotThere)?;
        let greeting = greeting();
        match protocol::greeting(&greeting) == Some(protocol::BUILD) {
            true => Ok(Readers(())),
            false => Err(Fault::OtherBuild(greeting)),
        }
    }
}

const ONE_BUILD: &str = "readers of one build encode as their worker decodes";

impl Files for Readers {
    fn read(&self, name: &str, bytes: &[u8], whole: bool) -> Document {
        protocol::decode(&read_file(name, bytes, whole)).expect(ONE_BUILD)
    }

    fn read_all(&self, name: &str, bytes: &[u8]) -> Vec<Document> {
        protocol::decode(&read_files(name, bytes)).expect(ONE_BUILD)
    }
}
