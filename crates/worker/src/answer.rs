//! What the worker does with a message: read, analyse, and say each stage as it is reached.
//! Knows nothing of the browser, so that it is tested natively.

use std::ops::ControlFlow;

use engine::Document;
use protocol::{FromWorker, Input, Options, Request, Stage, ToWorker};

/// Answers `message` through `post`: first the document, then the analysis after each stage.
/// Nothing follows a document without blocks: its diagnostics say why there is none.
pub fn answer(message: ToWorker, post: &mut dyn FnMut(FromWorker)) {
    match message {
        ToWorker::Read { request, input, options, whole } => {
            let document = read(&input, whole);
            post(FromWorker::Document { request, document: document.clone() });
            if !document.blocks.is_empty() {
                analyze(request, &document, &options, post);
            }
        }
        ToWorker::ReadAll { request, name, bytes } => {
            post(FromWorker::Documents { request, documents: ingest::read_files(&name, &bytes) });
        }
        ToWorker::Analyze { request, document, options } => analyze(request, &document, &options, post),
    }
}

fn read(input: &Input, whole: bool) -> Document {
    match input {
        Input::Paste { text, html } => ingest::read_paste(text, html.as_deref()),
        Input::File { name, bytes } if whole => ingest::read_whole(name, bytes),
        Input::File { name, bytes } => ingest::read_file(name, bytes),
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

    /// The answers to a paste, each as one word.
    fn answers(text: &str) -> Vec<&'static str> {
        let input = Input::Paste { text: text.to_owned(), html: None };
        let mut said = Vec::new();
        let message =
            ToWorker::Read { request: Request(3), input, options: Options::default(), whole: false };
        answer(message, &mut |reply| {
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
            answers("Mara Lindqvist opened the bridge on Monday."),
            ["document", "names", "quotes", "done"]
        );
    }

    #[test]
    fn a_file_of_several_articles_gives_each() {
        let bytes = b"From a@b.example Tue Mar  5 09:00:00 2024\nSubject: One\nFrom: a@b.example\n\nThe bridge is open.\n\nFrom a@b.example Tue Mar  5 09:00:00 2024\nSubject: Two\nFrom: a@b.example\n\nThe bridge is shut.\n";
        let message =
            ToWorker::ReadAll { request: Request(1), name: "a.mbox".to_owned(), bytes: bytes.to_vec() };
        let mut titles = Vec::new();
        answer(message, &mut |reply| {
            if let FromWorker::Documents { documents, .. } = reply {
                titles.extend(documents.into_iter().filter_map(|document| document.stated.title));
            }
        });
        assert_eq!(titles, ["One", "Two"]);
    }

    #[test]
    fn nothing_follows_an_empty_document() {
        assert_eq!(answers(" \n "), ["document"]);
    }
}
