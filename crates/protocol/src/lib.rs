//! What the page and its worker say to each other.
//!
//! Messages travel as `postcard` bytes in transferred buffers. Both sides must be of one build, since the
//! encoding carries no names: the worker's first message is its [`BUILD`] as plain text (see [`hello`]), and the page
//! goes on only if it is the page's own.

use analysis::{Analysis, Document};
use serde::{Deserialize, Serialize};

/// The build this side is of: set by the chore that builds page and worker together.
pub const BUILD: &str = match option_env!("ARTICLE_EXPLORER_BUILD") {
    Some(build) => build,
    None => "development",
};

/// Where the worker's script stands, relative to the page. Each finished build has a folder of its own, so that
/// no cache can put the worker of one build beside the page of another.
pub fn worker_script() -> String {
    match BUILD {
        "development" => "worker_loader.js".to_owned(),
        build => format!("build-{build}/worker_loader.js"),
    }
}

/// The worker's greeting, readable by a page of any build.
pub fn hello() -> String {
    format!("ready {BUILD}")
}

/// The build that a greeting names; none if this is no greeting.
pub fn greeting(message: &str) -> Option<&str> {
    message.strip_prefix("ready ")
}

/// A number that a page gives to each article it asks about, so that a late answer is known as late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Request(pub u32);

// Each is made once and encoded at once: a box would only be one more thing to unpack.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Read this and analyse it; with `whole`, everything that a saved page shows.
    Read { request: Request, input: Input, options: Options, whole: bool },
    /// Only read a file, with every article that it holds.
    ReadAll { request: Request, name: String, bytes: Vec<u8> },
    /// The article is read already (from the page's memory): only analyse it again.
    Analyze { request: Request, document: Document, options: Options },
}

/// What the reader gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Input {
    /// From the clipboard or a field; `html` is the clipboard's rich form, if it had one.
    Paste { text: String, html: Option<String> },
    /// Dropped or chosen.
    File { name: String, bytes: Vec<u8> },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// ISO 8601 day, if the reader set one.
    pub published: Option<String>,
    /// How many sentences the summary has.
    pub summary: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options { published: None, summary: 3 }
    }
}

// Each is made once and encoded at once: a box would only be one more thing to unpack.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// The text, before anything is known of it. An unreadable input gives an empty document whose
    /// diagnostics say why, and nothing follows.
    Document { request: Request, document: Document },
    /// The articles of a file, in their order; one that cannot be read is empty, and its diagnostics say why.
    Documents { request: Request, documents: Vec<Document> },
    /// What is known so far; later stages only add.
    Stage { request: Request, stage: Stage, analysis: Box<Analysis> },
}

/// How far an analysis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    Names,
    Quotes,
    /// All of it.
    Done,
}

/// What a worker says instead of an answer when it has broken down: plain text, after which it must be replaced.
pub fn panic_message(what: &str) -> String {
    format!("panic {what}")
}

/// What went wrong, if this message says that the worker broke down.
pub fn panicked(message: &str) -> Option<&str> {
    message.strip_prefix("panic ")
}

/// A message's bytes.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Every message is made of plain data, which postcard always encodes when memory suffices.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// A message back from its bytes; none if they are not one of this build.
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_back_as_they_were() {
        let message = ToWorker::Read {
            request: Request(7),
            input: Input::Paste { text: "“Naïve” 🎉".to_owned(), html: None },
            options: Options::default(),
            whole: false,
        };
        assert_eq!(decode::<ToWorker>(&encode(&message)), Some(message));
        assert_eq!(decode::<ToWorker>(b"\xff\xff"), None);
    }

    #[test]
    fn a_greeting_names_its_build() {
        assert_eq!(greeting(&hello()), Some(BUILD));
        assert_eq!(greeting("hello"), None);
        assert_eq!(greeting(&panic_message("out of memory")), None);
        assert_eq!(panicked(&panic_message("out of memory")), Some("out of memory"));
    }
}
