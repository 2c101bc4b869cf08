//! The article's blocks with their marks.

use std::collections::HashSet;
use std::fmt::Write;

use analysis::plain::Family;
use analysis::{Block, BlockKind, Quote, plain};

use super::escape::escape;
use super::marks::{self, Mark, MarkTarget, Walk};
use super::{View, anchor, entry};
use crate::article::with_role;

/// The places that have an anchor in the text.
pub type Anchors = HashSet<MarkTarget>;

/// The article as an element, and where the lists can lead to.
pub fn article(view: &View) -> (String, Anchors) {
    let marks = marks::of(&view.document.text, view.analysis);
    let voices = voices_by_block(view);
    let mut writer = Writer {
        view,
        walk: Walk::new(&marks),
        open: Vec::new(),
        numbers: Vec::new(),
        anchors: Anchors::new(),
        out: String::new(),
    };
    let language = match view.analysis.language.code.as_str() {
        "und" => String::new(),
        code => format!(" lang=\"{}\"", escape(code)),
    };
    let _ = writeln!(writer.out, "<article{language}>");
    if !view.document.blocks.iter().any(|block| block.kind == BlockKind::Headline) {
        writer.out.push_str("<h1 class=\"for-ears\" lang=\"en\">Annotated article</h1>\n");
    }
    let mut in_list = false;
    let mut headline_seen = false;
    let mut before: &[usize] = &[];
    for (block, said) in view.document.blocks.iter().zip(&voices) {
        let is_item = block.kind == BlockKind::ListItem;
        if is_item != in_list {
            writer.out.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        let tag = match block.kind {
            BlockKind::Headline if !headline_seen => "h1",
            BlockKind::Headline | BlockKind::Heading => "h2",
            BlockKind::ListItem => "li",
            _ => "p",
        };
        headline_seen |= block.kind == BlockKind::Headline;
        let _ = write!(writer.out, "<{tag} class=\"{}\" dir=\"auto\">", block.kind.name());
        writer.voices(said, said.as_slice() == before);
        writer.block(block);
        let _ = writeln!(writer.out, "</{tag}>");
        before = said;
    }
    writer.out.push_str(if in_list { "</ul>\n</article>\n" } else { "</article>\n" });
    (writer.out, writer.anchors)
}

/// As many voices as have a line beside one block.
const LINES: usize = 3;

/// For each block, one quote of each voice in it, in the order of the text.
fn voices_by_block(view: &View) -> Vec<Vec<usize>> {
    let blocks = &view.document.blocks;
    let mut by_block: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    // A voice is known by the first quote of it, so that two blocks of one voice compare equal.
    let mut firsts: Vec<usize> = Vec::with_capacity(view.speakers.len());
    let mut first_of = std::collections::HashMap::new();
    for (i, speaker) in view.speakers.iter().enumerate() {
        firsts.push(*first_of.entry(speaker).or_insert(i));
    }
    for (quote, &first) in view.analysis.quotes.iter().zip(&firsts) {
        for segment in &quote.segments {
            let at = blocks.partition_point(|block| block.span.end <= segment.start);
            if let Some(said) = by_block.get_mut(at)
                && said.len() < LINES
                && !said.contains(&first)
            {
                said.push(first);
            }
        }
    }
    by_block
}

struct Writer<'a> {
    view: &'a View<'a>,
    walk: Walk<'a>,
    /// The marks whose elements are open, from the outside in.
    open: Vec<Mark>,
    /// Quotes that have ended, whose numbers wait for the closing marks to pass.
    numbers: Vec<usize>,
    anchors: Anchors,
    out: String,
}

impl Writer<'_> {
    /// A line for each voice at the edge of the block, and, unless they are those of the block before, their names.
    fn voices(&mut self, said: &[usize], same: bool) {
        for (i, &quote) in said.iter().enumerate() {
            let class = &self.view.voices[quote];
            let _ = write!(self.out, "<i class=\"hair hair-{i} {class}\" aria-hidden=\"true\"></i>");
        }
        if said.is_empty() || same {
            return;
        }
        self.out.push_str("<span class=\"said\" dir=\"auto\" aria-hidden=\"true\">");
        for &quote in said {
            let (class, speaker) = (&self.view.voices[quote], self.name(quote));
            let _ = write!(self.out, "<b class=\"{class}\">{speaker}</b>");
        }
        self.out.push_str("</span>");
    }

    /// Who speaks, without the role.
    fn name(&self, quote: usize) -> String {
        let entity = self.view.analysis.quotes.get(quote).and_then(|quote| self.view.cast.speaking(quote));
        entity.map_or_else(|| self.view.speakers[quote].clone(), |entity| escape(&entity.name))
    }

    fn block(&mut self, block: &Block) {
        let mut at = block.span.start;
        while at < block.span.end {
            let (stretch, over) = self.walk.stretch(at, block.span.end);
            self.nest(&over, at);
            self.words(stretch.of(&self.view.document.text));
            at = stretch.end;
        }
        self.nest(&[], at);
        self.write_numbers();
    }

    /// Closes and opens elements until those of exactly these marks are open.
    fn nest(&mut self, over: &[Mark], at: u32) {
        let kept = self.open.iter().zip(over).take_while(|(open, wanted)| open == wanted).count();
        for mark in self.open.split_off(kept).into_iter().rev() {
            self.close(mark, at);
        }
        for &mark in &over[kept..] {
            self.open_element(mark);
            self.open.push(mark);
        }
    }

    fn close(&mut self, mark: Mark, at: u32) {
        self.out.push_str(match mark.place {
            MarkTarget::Name(..) => "</mark>",
            _ => "</span>",
        });
        if let MarkTarget::Quote(i, nth) = mark.place
            && mark.span.end == at
            && self.view.analysis.quotes.get(i).is_some_and(|quote| nth + 1 == quote.segments.len())
        {
            self.numbers.push(i);
        }
    }

    fn open_element(&mut self, mark: Mark) {
        // An element that was cut goes on without its name.
        let id = match self.anchors.insert(mark.place) {
            true => format!(" id=\"{}\"", anchor(mark.place)),
            false => String::new(),
        };
        let (element, class, title) = match mark.place {
            MarkTarget::Note(i) => {
                let note = self.view.analysis.notes.get(i).map_or("", |note| note.words.as_str());
                ("span", "noted".to_owned(), format!("Your note: {}", escape(note)))
            }
            MarkTarget::Summary(i) => {
                let why = self.view.analysis.summary.get(i).map_or("", |sentence| sentence.why.as_str());
                ("span", "summary".to_owned(), format!("In the summary: {}", escape(why)))
            }
            MarkTarget::Quote(i, _) => {
                let quote = self.view.analysis.quotes.get(i);
                let kind = quote.map_or("", |quote| quote.kind.name());
                let note = quote.and_then(Quote::note).map(|note| format!("; {note}")).unwrap_or_default();
                let (voice, speaker) = (&self.view.voices[i], &self.view.speakers[i]);
                let title = format!("Quote {}, {kind}{note}: {speaker}", i + 1);
                ("span", format!("quote {kind} {voice}"), title)
            }
            MarkTarget::Date(i) => {
                let date = self.view.analysis.dates.get(i);
                let value = date.and_then(|date| Some(plain::date(date.kind, date.value.as_deref()?)));
                let value = value.as_deref().unwrap_or("not known");
                ("span", "dates".to_owned(), format!("Date: {}", escape(value)))
            }
            MarkTarget::Name(i, _) => ("mark", self.family(i).key().to_owned(), self.entity(i)),
            MarkTarget::Mention(i, _) => {
                ("span", format!("other-words {}", self.family(i).key()), self.entity(i))
            }
        };
        let _ = write!(self.out, "<{element} class=\"{class}\"{id} title=\"{title}\">");
    }

    fn family(&self, entity: usize) -> Family {
        Family::of(self.view.analysis.entities[entity].kind)
    }

    fn entity(&self, entity: usize) -> String {
        let entity = &self.view.analysis.entities[entity];
        format!("{}: {}", plain::capitalized(Family::of(entity.kind).one()), escape(&with_role(entity)))
    }

    /// Words of the article. Numbers of quotes that have just ended stand behind the marks that close them.
    fn words(&mut self, words: &str) {
        let mut rest = words;
        if !self.numbers.is_empty() {
            rest = words.trim_start_matches(['”', '"', '’', '\'', '»', '«', '“', ',', '.', '!', '?']);
            self.out.push_str(&escape(&words[..words.len() - rest.len()]));
            if rest.is_empty() {
                return;
            }
            self.write_numbers();
        }
        self.out.push_str(&escape(rest));
    }

    fn write_numbers(&mut self) {
        for quote in std::mem::take(&mut self.numbers) {
            let (voice, speaker) = (&self.view.voices[quote], &self.view.speakers[quote]);
            let _ = write!(
                self.out,
                "<a class=\"number {voice}\" href=\"#{}\" aria-label=\"Quote {number}: {speaker}\">{number}</a>",
                entry(quote),
                number = quote + 1,
            );
        }
    }
}
