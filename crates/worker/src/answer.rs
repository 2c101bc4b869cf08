//! What the worker does with a message: read, analyse, and say each stage as it is reached.
//! Knows nothing of the browser, so that it is tested natively; who reads files is handed in.

use std::ops::ControlFlow;

use protocol::{FromWorker, Input, Options, Request, Stage, ToWorker};
use text::{Diagnostic, Document};

/// Reads files. The worker itself cannot: it is built without their formats, which are loaded when they are needed.
pub trait Files {
    fn read(&self, name: &str, bytes: &[u8], whole: bool) -> Document;
    fn read_all(&self, name: &str, bytes: &[u8]) -> Vec<Document>;
}

/// Whether a message can be answered only with the readers of files.
pub fn needs_files(message: &ToWorker) -> bool {
    match message {
        ToWorker::Read { input, .. } => matches!(input, Input::File { .. }),
        ToWorker::ReadAll { .. } => true,
        ToWorker::Analyze { .. } => false,
    }
}

/// Stands in for readers that could not be loaded: says so in place of a document.
pub struct Missing;

impl Files for Missing {
    fn read(&self, _: &str, _: &[u8], _: bool) -> Document {
        let sentence = "The part of Article Explorer that reads files could not be loaded. Check the connection and \
                        open the file again; what you paste is read without it.";
        Document { diagnostics: vec![Diagnostic::error("not-loaded", sentence)], ..Document::default() }
    }

    fn read_all(&self, name: &str, bytes: &[u8]) -> Vec<Document> {
        vec![self.read(name, bytes, false)]
    }
}

/// Answers `message` through `post`: first the document, then the analysis after each stage.
/// Nothing follows a document without blocks: its diagnostics say why there is none.
pub fn answer(message: ToWorker, files: &dyn Files, post: &mut dyn FnMut(FromWorker)) {
    match message {
        ToWorker::Read { request, input, options, whole } => {
            let document = match input {
                Input::Paste { text, html } => ingest::read_paste(&text, html.as_deref()),
                Input::File { name, bytes } => files.read(&name, &bytes, whole),
            };
            post(FromWorker::Document { request, document: document.clone() });
            if !document.blocks.is_empty() {
                analyze(request, &document, &options, post);
            }
        }
        ToWorker::ReadAll { request, name, bytes } => {
            post(FromWorker::Documents { request, documents: files.read_all(&name, &bytes) });
        }
        ToWorker::Analyze { request, document, options } => analyze(request, &document, &options, post),
    }
}

fn analyze(request: Request, document: &Document, options: &Options, post: &mut dyn FnMut(FromWorker)) {
    let options = engine::Options {
        // The page offers only days that exist; anything else is as if none were set.
        published: options.published.as_deref().and_then(engine::day),
        summary: options.summary as usize,
    };
    engine::analyze_in_stages(document, &options, &mut |stage, analysis| {
        let stage = match stage {
            engine::Stage::Names => Stage::Names,
            engine::Stage::Quotes => Stage::Quotes,
            engine::Stage::Done => Stage::Done,
        };
        post(FromWorker::Stage { request, stage, analysis: Box::new(analysis.clone()) });
        ControlFlow::Continue(())
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The readers as the second module has them.
    struct Loaded;

    impl Files for Loaded {
        fn read(&self, name: &str, bytes: &[u8], whole: bool) -> Document {
            if whole { ingest::read_whole(name, bytes) } else { ingest::read_file(name, bytes) }
        }

        fn read_all(&self, name: &str, bytes: &[u8]) -> Vec<Document> {
            ingest::read_files(name, bytes)
        }
    }

    fn question(input: Input) -> ToWorker {
        ToWorker::Read { request: Request(3), input, options: Options::default(), whole: false }
    }

    fn paste(text: &str) -> ToWorker {
        question(Input::Paste { text: text.to_owned(), html: None })
    }

    fn file(name: &str, bytes: &[u8]) -> ToWorker {
        question(Input::File { name: name.to_owned(), bytes: bytes.to_vec() })
    }

    /// The answers to a message, each as one word.
    fn answers(message: ToWorker, files: &dyn Files) -> Vec<&'static str> {
        let mut said = Vec::new();
        answer(message, files, &mut |reply| {
            said.push(match reply {
                FromWorker::Document { request: Request(3), .. } => "document",
                FromWorker::Stage { request: Request(3), stage: Stage::Names, .. } => "names",
                FromWorker::Stage { request: Request(3), stage: Stage::Quotes, .. } => "quotes",
                FromWorker::Stage { request: Request(3), stage: Stage::Done, .. } => "done",
                _ => "an answer to another request",
            });
        });
        said
    }

    #[test]
    fn an_article_is_answered_with_its_text_first_and_then_stage_by_stage() {
        assert_eq!(
            answers(paste("Mara Lindqvist opened the bridge on Monday."), &Missing),
            ["document", "names", "quotes", "done"]
        );
    }

    #[test]
    fn a_file_of_several_articles_gives_each() {
        let bytes = b"From a@b.example Tue Mar  5 09:00:00 2024\nSubject: One\nFrom: a@b.example\n\nThe bridge is open.\n\nFrom a@b.example Tue Mar  5 09:00:00 2024\nSubject: Two\nFrom: a@b.example\n\nThe bridge is shut.\n";
        let message =
            ToWorker::ReadAll { request: Request(1), name: "a.mbox".to_owned(), bytes: bytes.to_vec() };
        let mut titles = Vec::new();
        answer(message, &Loaded, &mut |reply| {
            if let FromWorker::Documents { documents, .. } = reply {
                titles.extend(documents.into_iter().filter_map(|document| document.stated.title));
            }
        });
        assert_eq!(titles, ["One", "Two"]);
    }

    #[test]
    fn nothing_follows_an_empty_document() {
        assert_eq!(answers(paste(" \n "), &Missing), ["document"]);
        assert_eq!(answers(file("empty.txt", b" \n "), &Loaded), ["document"]);
    }

    #[test]
    fn a_file_is_read_by_the_readers_and_analysed_here() {
        let message = file("bridge.txt", b"Mara Lindqvist opened the bridge on Monday.");
        assert!(needs_files(&message));
        assert_eq!(answers(message, &Loaded), ["document", "names", "quotes", "done"]);
        assert!(!needs_files(&paste("Mara Lindqvist opened the bridge on Monday.")));
    }

    #[test]
    fn without_the_readers_a_file_is_refused_in_one_sentence_and_a_paste_is_read() {
        let message = file("bridge.txt", b"Mara Lindqvist opened the bridge on Monday.");
        assert_eq!(answers(message.clone(), &Missing), ["document"]);
        answer(message, &Missing, &mut |reply| {
            let FromWorker::Document { document, .. } = reply else { panic!("no document") };
            assert!(document.blocks.is_empty());
            assert_eq!(document.diagnostics[0].code, "not-loaded");
        });
        let all = ToWorker::ReadAll { request: Request(1), name: "a.mbox".to_owned(), bytes: Vec::new() };
        assert!(needs_files(&all));
        answer(all, &Missing, &mut |reply| {
            let FromWorker::Documents { documents, .. } = reply else { panic!("no documents") };
            assert_eq!(documents[0].diagnostics[0].code, "not-loaded");
        });
    }
}
