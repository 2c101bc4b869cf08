//! From html5gum's tokenizer, which follows the HTML standard, to the tree's builder.
//!
//! Comments and the document type are passed over, and so is every attribute that says nothing of what an
//! element is for or what the page states with it.

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::{Emitter, naive_next_state};
use html5gum::{State, Tokenizer};

use super::nature::Nature;
use super::tag::Tag;
use super::tree::{Builder, Element};

/// Bytes of an attribute's value that are looked at; a picture may stand in one.
const LONGEST_VALUE: usize = 400;

/// Reads `source` into the builder.
pub fn read(source: &str, builder: &mut Builder) {
    // The tokenizer loses count of its place behind a CRLF, of which it makes one character, and behind a zero;
    // a space is as good.
    let odd = ['\r', '\0'];
    let source = if source.contains(odd) { Cow::from(source.replace(odd, " ")) } else { Cow::from(source) };
    let tokens = Tokens {
        source: source.as_bytes(),
        builder,
        at: 0,
        taken: 0,
        tag: Current::default(),
        last_start: Vec::new(),
    };
    // The text is in memory: there is no error to pass on, and its type has no value.
    let Ok(()) = Tokenizer::new_with_emitter(source.as_ref(), tokens).finish();
}

struct Tokens<'a> {
    source: &'a [u8],
    builder: &'a mut Builder,
    /// How far the tokenizer has read.
    at: usize,
    /// How far text and tags were taken.
    taken: usize,
    tag: Current,
    last_start: Vec<u8>,
}

/// The tag that is being read.
#[derive(Default)]
struct Current {
    is_start: bool,
    name: Vec<u8>,
    attribute: Vec<u8>,
    value: Vec<u8>,
    element: Attributes,
}

/// What the attributes of an element say.
#[derive(Default)]
struct Attributes {
    nature: Nature,
    hidden: bool,
    struck: bool,
    streamed: bool,
    shadow: bool,
    linked_data: bool,
    id: Option<Box<str>>,
    /// The id of what it opens and closes.
    controls: Option<Box<str>>,
    /// Of a `<meta>` or `<link>`: what it states.
    name: Option<Box<str>>,
    /// Its address, its machine-readable time, or its content.
    value: Option<Box<str>>,
}

impl Current {
    fn begin(&mut self, is_start: bool) {
        *self = Current { is_start, ..Current::default() };
    }

    /// Takes the attribute that was being read.
    fn end_attribute(&mut self) {
        let value = String::from_utf8_lossy(&self.value);
        let said = &mut self.element;
        match self.attribute.as_slice() {
            // What the browser's own search opens is text for the reader.
            b"hidden" => said.hidden |= !value.eq_ignore_ascii_case("until-found"),
            b"aria-controls" | b"data-target" | b"data-bs-target" => {
                let id = value.strip_prefix('#').unwrap_or(&value);
                said.controls = said.controls.take().or(Some(id.into()));
            }
            b"aria-hidden" => said.hidden |= value.eq_ignore_ascii_case("true"),
            b"style" => {
                let style: String = value.to_ascii_lowercase().split_whitespace().collect();
                said.hidden |= ["display:none", "visibility:hidden", "mso-hide:all", "font-size:0;"]
                    .iter()
                    .any(|nobody_sees| style.contains(nobody_sees))
                    || ["font-size:0", "font-size:0px", "font-size:0pt", "opacity:0"]
                        .iter()
                        .any(|end| style.ends_with(end))
                    || style.split(';').any(is_off_screen);
                said.struck |= style
                    .split(';')
                    .any(|rule| rule.starts_with("text-decoration") && rule.contains("line-through"));
                if style.contains("mso-element:comment") {
                    said.nature.add("mso-comment");
                }
            }
            b"class" | b"role" | b"data-testid" => said.nature.add(&value),
            b"aria-modal" if value.eq_ignore_ascii_case("true") => said.nature.add("dialog"),
            b"id" => {
                said.nature.add(&value);
                // Text that came later than the page, in a box that a script was to move into its place.
                said.streamed |= value.strip_prefix("S:").is_some_and(|number| !number.is_empty());
                said.id = Some(value.into());
            }
            b"rel" => {
                said.nature.add_relation(&value);
                said.name = Some(value.into());
            }
            b"itemprop" => {
                said.nature.add_property(&value);
                said.name = said.name.take().or(Some(value.into()));
            }
            b"property" | b"name" => said.name = Some(value.into()),
            b"href" | b"datetime" | b"content" => said.value = Some(value.into()),
            b"shadowrootmode" => said.shadow = true,
            b"type" => said.linked_data |= value.to_ascii_lowercase().contains("ld+json"),
            _ => {}
        }
        self.attribute.clear();
        self.value.clear();
    }
}

impl Tokens<'_> {
    /// Where the bytes just read stand in the source, if they stand there just so.
    fn place_of(&self, bytes: &[u8]) -> Option<usize> {
        // The tokenizer may have looked one byte further.
        [self.at, self.at.saturating_sub(1)].into_iter().find_map(|end| {
            let start = end.checked_sub(bytes.len())?;
            (start >= self.taken && self.source.get(start..end) == Some(bytes)).then_some(start)
        })
    }
}

impl Emitter for Tokens<'_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn emit_string(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        match self.place_of(bytes) {
            Some(start) => {
                self.taken = start + bytes.len();
                self.builder.text(start, self.taken, None);
            }
            None => {
                let start = self.taken;
                self.taken = self.at.max(start);
                self.builder.text(start, self.taken, Some(&String::from_utf8_lossy(bytes)));
            }
        }
    }

    fn init_start_tag(&mut self) {
        self.tag.begin(true);
    }

    fn init_end_tag(&mut self) {
        self.tag.begin(false);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        self.tag.end_attribute();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        if self.tag.attribute.len() < LONGEST_VALUE {
            self.tag.attribute.extend_from_slice(name);
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        let room = LONGEST_VALUE.saturating_sub(self.tag.value.len());
        self.tag.value.extend(value.iter().take(room));
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.tag.end_attribute();
        self.taken = self.at;
        let mut tag = Tag::named(&self.tag.name);
        if !self.tag.is_start {
            self.builder.end(tag);
            return None;
        }
        let said = std::mem::take(&mut self.tag.element);
        match tag {
            Tag::Unread if said.shadow => tag = Tag::Block,
            Tag::Inline | Tag::Span if said.struck => tag = Tag::Struck,
            _ => {}
        }
        self.builder.start(Element {
            tag,
            nature: said.nature,
            hidden: said.hidden && !said.streamed,
            linked_data: said.linked_data,
            id: said.id,
            name: said.name,
            value: said.value,
            controls: said.controls,
            streamed: said.streamed,
            link_end: 0,
        });
        self.last_start.clone_from(&self.tag.name);
        naive_next_state(&self.tag.name)
    }

    fn emit_current_comment(&mut self) {
        self.taken = self.at;
    }

    fn emit_current_doctype(&mut self) {
        self.taken = self.at;
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.tag.is_start && self.tag.name == self.last_start
    }

    fn set_self_closing(&mut self) {}

    crate::emitter::makes_nothing_of_the_rest!();
}

/// "left:-9999px", "text-indent:-9999px", "clip:rect(0,0,0,0)": where nobody looks.
fn is_off_screen(rule: &str) -> bool {
    let Some((name, value)) = rule.split_once(':') else { return false };
    let far = || {
        let digits = value.strip_prefix('-').map(|rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        digits.is_some_and(|digits| digits >= 4) && !value.ends_with('%')
    };
    matches!(name, "left" | "top" | "right" | "text-indent" | "margin-left") && far()
        || name == "clip"
            && value.starts_with("rect(0")
            && !value.contains(|c: char| ('1'..='9').contains(&c))
}
