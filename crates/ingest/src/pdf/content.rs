//! A page's program: which words it prints, and where.

use std::collections::HashMap;
use std::rc::Rc;

use super::file::{File, Page};
use super::font::Font;
use super::syntax::{Dict, Lexer, Object};

/// Drawings inside of drawings that are looked into.
const DEEPEST: usize = 10;
/// Steps of all programs of a file.
const MOST_STEPS: usize = 40_000_000;
/// Pieces of words on one page.
const MOST_PIECES: usize = 60_000;
/// Saved states that wait to be restored.
const MOST_STATES: usize = 200;
/// The part of a letter's size that stands between two letters of a word at most.
const NEAR: f64 = 0.13;

/// Words that stand together on a line, in the page's own measure; y grows upwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
}

/// What was found on a page besides its pieces.
#[derive(Debug, Default, Clone, Copy)]
pub struct Found {
    pub letters: usize,
    /// Letters whose font does not say what they are.
    pub unknown: usize,
    pub pictures: usize,
    /// Words that stand on their side.
    pub turned: usize,
    /// Words that the file itself marks as heads and feet of its pages.
    pub artifacts: usize,
}

pub struct Reader<'f, 'a> {
    file: &'f File<'a>,
    fonts: HashMap<u32, Rc<Font>>,
    steps: usize,
    pub found: Found,
}

type Matrix = [f64; 6];
const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl<'f, 'a> Reader<'f, 'a> {
    pub fn new(file: &'f File<'a>) -> Self {
        Reader { file, fonts: HashMap::new(), steps: 0, found: Found::default() }
    }

    /// The words of a page.
    pub fn page(&mut self, page: &Page) -> Vec<Piece> {
        let mut program = Vec::new();
        for part in super::file::list(self.file.entry(&page.dict, "Contents")) {
            if let Object::Stream(dict, start) = self.file.resolve(&part) {
                program.extend(self.file.data(&dict, start));
                program.push(b'\n');
            }
        }
        let turned = page.inherited.turn.rem_euclid(360.0);
        let matrix = if (turned - 90.0).abs() < 1.0 {
            [0.0, -1.0, 1.0, 0.0, 0.0, 0.0]
        } else if (turned - 180.0).abs() < 1.0 {
            [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]
        } else if (turned - 270.0).abs() < 1.0 {
            [0.0, 1.0, -1.0, 0.0, 0.0, 0.0]
        } else {
            UNIT
        };
        let mut run = Run {
            state: State {
                matrix,
                font: None,
                size: 0.0,
                letter_space: 0.0,
                word_space: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
            },
            saved: Vec::new(),
            text: UNIT,
            line: UNIT,
            marked: Vec::new(),
            pieces: Vec::new(),
        };
        self.run(&program, &page.inherited.resources, &mut run, 0);
        run.pieces
    }

    fn run(&mut self, program: &[u8], resources: &Dict, run: &mut Run, depth: usize) {
        let mut lexer = Lexer::program(program);
        let mut given: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            self.steps += 1;
            if self.steps > MOST_STEPS || run.pieces.len() > MOST_PIECES {
                return;
            }
            let Object::Word(operator) = &object else {
                if given.len() < 64 {
                    given.push(object);
                }
                continue;
            };
            self.step(operator, &given, resources, run, depth, &mut lexer);
            given.clear();
        }
    }

    fn step(
        &mut self,
        operator: &str,
        given: &[Object],
        resources: &Dict,
        run: &mut Run,
        depth: usize,
        lexer: &mut Lexer,
    ) {
        let number =
            |at: usize| given.get(at).and_then(Object::number).filter(|n| n.abs() < 1e7).unwrap_or(0.0);
        let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
        let state = &mut run.state;
        match operator {
            "q" if run.saved.len() < MOST_STATES => run.saved.push(state.clone()),
            "Q" => {
                if let Some(saved) = run.saved.pop() {
                    *state = saved;
                }
            }
            "cm" => state.matrix = times(&matrix(), &state.matrix),
            "BT" => (run.text, run.line) = (UNIT, UNIT),
            "Tc" => state.letter_space = number(0),
            "Tw" => state.word_space = number(0),
            "Tz" => state.stretch = number(0) / 100.0,
            "TL" => state.leading = number(0),
            "Ts" => state.rise = number(0),
            "Tf" => {
                state.size = number(1);
                let font = given.first().and_then(Object::name).and_then(|name| self.font(resources, name));
                run.state.font = font;
            }
            "Td" => run.move_by(number(0), number(1)),
            "TD" => {
                state.leading = -number(1);
                run.move_by(number(0), number(1));
            }
            "Tm" => (run.text, run.line) = (matrix(), matrix()),
            "T*" => run.new_line(),
            "Tj" | "'" | "\"" => {
                if operator == "\"" {
                    (state.word_space, state.letter_space) = (number(0), number(1));
                }
                if operator != "Tj" {
                    run.new_line();
                }
                if let Some(Object::Text(text)) = given.last() {
                    run.show(text, &mut self.found);
                }
            }
            "TJ" => {
                for part in given.first().and_then(Object::array).unwrap_or_default() {
                    match part {
                        Object::Text(text) => run.show(text, &mut self.found),
                        Object::Number(back) => {
                            let by = -back / 1000.0 * run.state.size * run.state.stretch;
                            run.text = times(&[1.0, 0.0, 0.0, 1.0, by, 0.0], &run.text);
                        }
                        _ => {}
                    }
                }
            }
            "Do" => {
                if let Some(name) = given.first().and_then(Object::name) {
                    self.draw(resources, name, run, depth);
                }
            }
            "BMC" | "BDC" => {
                let is_artifact = given.first().and_then(Object::name) == Some("Artifact");
                if run.marked.len() < MOST_STATES {
                    run.marked.push(is_artifact);
                }
            }
            "EMC" => {
                run.marked.pop();
            }
            // A picture in the program itself: its bytes are no words.
            "ID" => {
                self.found.pictures += 1;
                lexer.at = picture_end(lexer.bytes, lexer.at);
            }
            _ => {}
        }
    }

    fn font(&mut self, resources: &Dict, name: &str) -> Option<Rc<Font>> {
        let fonts = self.file.entry(resources, "Font");
        let entry = fonts.dict()?.get(name)?;
        if let Object::Reference(number) = entry
            && let Some(known) = self.fonts.get(number)
        {
            return Some(known.clone());
        }
        let font = Rc::new(Font::read(self.file, self.file.resolve(entry).dict()?));
        if let Object::Reference(number) = entry {
            self.fonts.insert(*number, font.clone());
        }
        Some(font)
    }

    fn draw(&mut self, resources: &Dict, name: &str, run: &mut Run, depth: usize) {
        let things = self.file.entry(resources, "XObject");
        let Some(thing) = things.dict().map(|things| self.file.entry(things, name)) else { return };
        let Object::Stream(dict, start) = thing else { return };
        match self.file.entry(&dict, "Subtype").name() {
            Some("Image") => self.found.pictures += 1,
            Some("Form") if depth < DEEPEST => {
                let saved = run.state.clone();
                if let Some([a, b, c, d, e, f]) = self.file.entry(&dict, "Matrix").array() {
                    let matrix = [a, b, c, d, e, f].map(|n| n.number().unwrap_or(0.0));
                    run.state.matrix = times(&matrix, &run.state.matrix);
                }
                let own = self.file.entry(&dict, "Resources");
                let program = self.file.data(&dict, start);
                self.steps += program.len() / 64;
                self.run(&program, own.dict().unwrap_or(resources), run, depth + 1);
                run.state = saved;
            }
            _ => {}
        }
    }
}

/// A page while it is being read.
struct Run {
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// For each open part that is marked: whether it is a head or foot of the page.
    marked: Vec<bool>,
    pieces: Vec<Piece>,
}

impl Run {
    fn move_by(&mut self, x: f64, y: f64) {
        self.line = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }

    fn new_line(&mut self) {
        self.move_by(0.0, -self.state.leading);
    }

    fn show(&mut self, text: &[u8], found: &mut Found) {
        let Some(font) = self.state.font.clone() else { return };
        let is_artifact = self.marked.iter().any(|&marked| marked);
        font.each(text, |letters, width, is_space| self.letter(letters, width, is_space, is_artifact, found));
    }

    fn letter(
        &mut self,
        letters: Option<&str>,
        width: f64,
        is_space: bool,
        is_artifact: bool,
        found: &mut Found,
    ) {
        let State { size, stretch, letter_space, word_space, rise, matrix, .. } = self.state;
        let place = times(&[size * stretch, 0.0, 0.0, size, 0.0, rise], &times(&self.text, &matrix));
        let spaces = letter_space + if is_space { word_space } else { 0.0 };
        let by = (width * size + spaces) * stretch;
        self.text = times(&[1.0, 0.0, 0.0, 1.0, by, 0.0], &self.text);
        found.letters += 1;
        let letters = match letters {
            Some(letters) => letters,
            None => {
                found.unknown += 1;
                "\u{fffd}"
            }
        };
        let is_word_start = || letters.chars().any(char::is_alphanumeric);
        if is_artifact {
            found.artifacts += usize::from(is_word_start());
            return;
        }
        // Upright words alone: what stands on its side is no part of the text.
        let (across, up) = (place[0], place[1]);
        if across <= 0.0 || up.abs() > across * 0.3 {
            found.turned += usize::from(is_word_start());
            return;
        }
        let size = place[3].abs().max(across.min(place[3].abs() * 2.0));
        if size <= 0.0 || !place.iter().all(|n| n.is_finite()) {
            return;
        }
        let (left, base) = (place[4], place[5]);
        let right = left + width * across;
        if let Some(last) = self.pieces.last_mut() {
            let gap = left - last.right;
            let is_same_line =
                (base - last.base).abs() < 0.05 * size && (last.size - size).abs() < 0.05 * size;
            if is_same_line && gap.abs() < NEAR * size {
                // Bold letters may be printed twice, a little apart.
                last.text.push_str(letters);
                last.right = right.max(last.right);
                return;
            }
            let is_double = (base - last.base).abs() < 0.1 * size
                && (left - last.left).abs() < 0.1 * size
                && last.text == letters;
            if is_double {
                return;
            }
        }
        if !letters.trim().is_empty() {
            self.pieces.push(Piece { text: letters.to_owned(), left, right, base, size });
        }
    }
}

/// Where the bytes of a picture end that begin here: at "EI" between spaces.
fn picture_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(found) = bytes.get(at..).and_then(|rest| super::file::find(rest, b"EI")) {
        let end = at + found;
        let space = |at: usize| bytes.get(at).is_none_or(|&byte| super::syntax::is_space(byte));
        if end > start && space(end - 1) && space(end + 2) {
            return end + 2;
        }
        at = end + 2;
    }
    bytes.len()
}
