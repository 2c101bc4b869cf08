//! Where the objects of a PDF stand: by its tables, or by looking for them where these are damaged.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::filter;
use super::syntax::{Dict, Lexer, Object, is_space};

/// References to references that are followed.
const DEEPEST: usize = 16;
/// Bytes that the streams of one file unpack to, all together.
const MOST_UNPACKED: usize = 512 << 20;
/// Tables that a file may have, one for each time that it was changed.
const MOST_TABLES: usize = 256;

#[derive(Debug, Clone, Copy)]
enum Place {
    At(usize),
    /// In an object of objects.
    Inside(u32),
}

pub struct File<'a> {
    bytes: &'a [u8],
    places: BTreeMap<u32, Place>,
    pub trailer: Vec<Dict>,
    known: RefCell<HashMap<u32, Object>>,
    /// Objects that are being read, so that none is asked for itself.
    unpacked: Cell<usize>,
    containers: RefCell<HashMap<u32, Rc<HashMap<u32, Object>>>>,
}

impl<'a> File<'a> {
    pub fn open(bytes: &'a [u8]) -> File<'a> {
        let mut file = File {
            bytes,
            places: BTreeMap::new(),
            trailer: Vec::new(),
            known: RefCell::default(),
            unpacked: Cell::new(0),
            containers: RefCell::default(),
        };
        file.read_tables();
        let is_whole = file.root().is_some_and(|root| file.entry(&root, "Pages").dict().is_some());
        if !is_whole && !file.is_encrypted() {
            file.search();
        }
        file
    }

    pub fn is_encrypted(&self) -> bool {
        self.trailer
            .iter()
            .any(|trailer| trailer.get("Encrypt").is_some_and(|entry| !matches!(entry, Object::Null)))
    }

    pub fn root(&self) -> Option<Dict> {
        self.trailer.iter().find_map(|trailer| self.entry(trailer, "Root").dict().cloned())
    }

    /// What stands under a name, references followed.
    pub fn entry(&self, dict: &Dict, key: &str) -> Object {
        dict.get(key).map_or(Object::Null, |value| self.resolve(value))
    }

    /// The object itself, where this is a reference to one.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..DEEPEST {
            let Object::Reference(number) = object else { return object };
            object = self.object(number);
        }
        Object::Null
    }

    fn object(&self, number: u32) -> Object {
        if let Some(object) = self.known.borrow().get(&number) {
            return object.clone();
        }
        // Whoever asks for it while it is read gets nothing.
        self.known.borrow_mut().insert(number, Object::Null);
        let object = match self.places.get(&number) {
            Some(&Place::At(at)) => self.object_at(at, Some(number)).unwrap_or(Object::Null),
            Some(&Place::Inside(container)) => {
                self.container(container).get(&number).cloned().unwrap_or(Object::Null)
            }
            None => Object::Null,
        };
        self.known.borrow_mut().insert(number, object.clone());
        object
    }

    /// The object whose "5 0 obj" stands at a place.
    fn object_at(&self, at: usize, expected: Option<u32>) -> Option<Object> {
        let mut lexer = Lexer { bytes: self.bytes, at, has_references: false };
        let number = lexer.next()?.count()?;
        lexer.next()?.count()?;
        if !matches!(lexer.next()?, Object::Word(word) if &*word == "obj")
            || expected.is_some_and(|expected| expected as usize != number)
        {
            return None;
        }
        lexer.has_references = true;
        lexer.next()
    }

    fn container(&self, number: u32) -> Rc<HashMap<u32, Object>> {
        if let Some(known) = self.containers.borrow().get(&number) {
            return known.clone();
        }
        self.containers.borrow_mut().insert(number, Rc::default());
        let mut inside = HashMap::new();
        if let Some(Place::At(at)) = self.places.get(&number)
            && let Some(Object::Stream(dict, start)) = self.object_at(*at, Some(number))
        {
            let data = self.data(&dict, start);
            let first = self.entry(&dict, "First").count().unwrap_or(0);
            let count = self.entry(&dict, "N").count().unwrap_or(0).min(1 << 20);
            let mut list = Lexer::program(&data);
            for _ in 0..count {
                let (Some(number), Some(at)) =
                    (list.next().and_then(|number| number.count()), list.next().and_then(|at| at.count()))
                else {
                    break;
                };
                if let Some(object) = Lexer::new(&data, first + at).next() {
                    inside.insert(number as u32, object);
                }
            }
        }
        let inside = Rc::new(inside);
        self.containers.borrow_mut().insert(number, inside.clone());
        inside
    }

    /// The data of a stream, unpacked as far as it can be; nothing of a picture.
    pub fn data(&self, dict: &Dict, start: usize) -> Vec<u8> {
        let stated = self.entry(dict, "Length").count();
        let ends = |end: usize| {
            let behind = self.bytes.get(end..(end + 20).min(self.bytes.len())).unwrap_or_default();
            behind.trim_ascii_start().starts_with(b"endstream")
        };
        let end = stated.and_then(|length| start.checked_add(length)).filter(|&end| ends(end));
        let end = end.unwrap_or_else(|| {
            let rest = self.bytes.get(start..).unwrap_or_default();
            start + find(rest, b"endstream").or_else(|| find(rest, b"endobj")).unwrap_or(rest.len())
        });
        let mut data = self.bytes.get(start..end).unwrap_or_default().to_vec();
        let filters = list(self.first(dict, &["Filter", "F"]));
        let parameters = list(self.first(dict, &["DecodeParms", "DP"]));
        for (number, filter) in filters.iter().enumerate() {
            let filter = self.resolve(filter);
            let parameters = parameters.get(number).map(|object| self.resolve(object));
            let parameters = parameters.as_ref().and_then(Object::dict);
            if self.unpacked.get() > MOST_UNPACKED {
                return Vec::new();
            }
            match filter.name().and_then(|name| filter::apply(name, &data, parameters)) {
                Some(unpacked) => data = unpacked,
                None => return Vec::new(),
            }
            self.unpacked.set(self.unpacked.get() + data.len());
        }
        data
    }

    fn first(&self, dict: &Dict, keys: &[&str]) -> Object {
        let found = keys.iter().find_map(|key| dict.get(key));
        found.map_or(Object::Null, |object| self.resolve(object))
    }

    /// The tables that say where objects stand, the newest first.
    fn read_tables(&mut self) {
        let from = self.bytes.len().saturating_sub(2048);
        let tail = self.bytes.get(from..).unwrap_or_default();
        let Some(mark) = tail.windows(9).rposition(|window| window == b"startxref") else { return };
        let mut next = Lexer::program(self.bytes);
        next.at = from + mark + 9;
        let mut at = next.next().and_then(|at| at.count());
        let mut seen = Vec::new();
        let mut more = Vec::new();
        while let Some(place) = at.take().or_else(|| more.pop()) {
            if seen.contains(&place) || seen.len() > MOST_TABLES {
                continue;
            }
            seen.push(place);
            let Some(trailer) = self.read_table(place) else { continue };
            more.extend(trailer.get("Prev").and_then(Object::count));
            more.extend(trailer.get("XRefStm").and_then(Object::count));
            self.trailer.push(trailer);
        }
    }

    fn read_table(&mut self, at: usize) -> Option<Dict> {
        let mut lexer = Lexer { bytes: self.bytes, at, has_references: false };
        lexer.skip_space();
        if !self.bytes.get(lexer.at..)?.starts_with(b"xref") {
            return self.read_table_stream(lexer.at);
        }
        lexer.next();
        loop {
            let first = match lexer.next()? {
                Object::Number(first) => first as u32,
                Object::Word(word) if &*word == "trailer" => break,
                _ => return None,
            };
            let count = lexer.next()?.count()?;
            for number in 0..count.min(self.bytes.len() / 18 + 1) {
                let place = lexer.next()?.count()?;
                lexer.next()?;
                let is_used = matches!(lexer.next()?, Object::Word(word) if &*word == "n");
                if is_used {
                    self.places.entry(first.wrapping_add(number as u32)).or_insert(Place::At(place));
                }
            }
        }
        lexer.has_references = true;
        lexer.next()?.dict().cloned()
    }

    fn read_table_stream(&mut self, at: usize) -> Option<Dict> {
        let Object::Stream(dict, start) = self.object_at(at, None)? else { return None };
        let data = self.data(&dict, start);
        let widths: Vec<usize> =
            dict.get("W")?.array()?.iter().map(|width| width.count().unwrap_or(0).min(8)).collect();
        let &[kind, place, inner] = widths.as_slice() else { return None };
        let size = dict.get("Size").and_then(Object::count).unwrap_or(0);
        let whole = [Object::Number(0.0), Object::Number(size as f64)];
        let index = dict.get("Index").and_then(Object::array).unwrap_or(&whole);
        let mut rows = data.chunks_exact((kind + place + inner).max(1));
        let number = |bytes: &[u8]| bytes.iter().fold(0_usize, |value, &byte| value << 8 | usize::from(byte));
        for part in index.chunks_exact(2) {
            let (first, count) = (part[0].count()?, part[1].count()?);
            for (offset, row) in rows.by_ref().take(count).enumerate() {
                let (row_kind, rest) = row.split_at(kind);
                let (row_place, _) = rest.split_at(place);
                let found = match if kind == 0 { 1 } else { number(row_kind) } {
                    1 => Place::At(number(row_place)),
                    2 => Place::Inside(number(row_place) as u32),
                    _ => continue,
                };
                self.places.entry((first + offset) as u32).or_insert(found);
            }
        }
        Some(dict)
    }

    /// Looks for objects where the tables do not lead to them.
    fn search(&mut self) {
        self.places.clear();
        self.known.borrow_mut().clear();
        self.containers.borrow_mut().clear();
        let mut at = 0;
        let mut containers = Vec::new();
        while let Some(found) = self.bytes.get(at..).and_then(|rest| find(rest, b"obj")) {
            let end = at + found;
            at = end + 3;
            if let Some((number, start)) = self.number_before(end) {
                // The last of a number is the newest.
                self.places.insert(number, Place::At(start));
                match self.object_at(start, None) {
                    Some(Object::Stream(dict, _)) => match dict.get("Type").and_then(Object::name) {
                        Some("ObjStm") => containers.push(number),
                        Some("XRef") => self.trailer.push(dict),
                        _ => {}
                    },
                    Some(Object::Dict(dict))
                        if dict.get("Type").and_then(Object::name) == Some("Catalog") =>
                    {
                        let root = Lexer::new(format!("<</Root {number} 0 R>>").as_bytes(), 0).next();
                        self.trailer.extend(root.as_ref().and_then(Object::dict).cloned());
                    }
                    _ => {}
                }
            }
        }
        let mut at = 0;
        while let Some(found) = self.bytes.get(at..).and_then(|rest| find(rest, b"trailer")) {
            at += found + 7;
            let trailer = Lexer::new(self.bytes, at).next();
            self.trailer.extend(trailer.as_ref().and_then(Object::dict).cloned());
        }
        for container in containers {
            for number in self.container(container).keys() {
                self.places.entry(*number).or_insert(Place::Inside(container));
            }
        }
        self.known.borrow_mut().clear();
        if self.root().is_none() {
            let numbers: Vec<u32> = self.places.keys().copied().collect();
            let catalog = numbers.into_iter().find(|&number| {
                self.object(number)
                    .dict()
                    .is_some_and(|dict| self.entry(dict, "Type").name() == Some("Catalog"))
            });
            let root =
                catalog.and_then(|number| Lexer::new(format!("<</Root {number} 0 R>>").as_bytes(), 0).next());
            self.trailer.extend(root.as_ref().and_then(Object::dict).cloned());
        }
    }

    /// "12 0 " before a place, and where it begins.
    fn number_before(&self, end: usize) -> Option<(u32, usize)> {
        let before = |mut at: usize, is: &dyn Fn(u8) -> bool| {
            while at > 0 && self.bytes.get(at - 1).copied().is_some_and(is) {
                at -= 1;
            }
            at
        };
        let digits = |byte: u8| byte.is_ascii_digit();
        let generation_end = before(end, &is_space);
        let generation = before(generation_end, &digits);
        let number_end = before(generation, &is_space);
        let start = before(number_end, &digits);
        let is_one = generation < generation_end && number_end < generation && start < number_end;
        let number = str::from_utf8(self.bytes.get(start..number_end)?).ok()?.parse().ok()?;
        is_one.then_some((number, start))
    }

    /// Every page's dictionary in order, with the resources and the turn that it inherits, at most so many.
    pub fn pages(&self, most: usize) -> Vec<Page> {
        let mut pages = Vec::new();
        let Some(root) = self.root() else { return pages };
        let mut waiting = Vec::from([(self.entry(&root, "Pages"), Inherited::default(), 0)]);
        let mut steps = 0;
        while let Some((node, inherited, depth)) = waiting.pop() {
            steps += 1;
            let Some(dict) = node.dict().filter(|_| depth < 64 && steps < 4 * most + 1000) else { continue };
            let mut inherited = inherited;
            if let Some(resources) = self.entry(dict, "Resources").dict() {
                inherited.resources = resources.clone();
            }
            if let Some(turn) = self.entry(dict, "Rotate").number() {
                inherited.turn = turn;
            }
            match self.entry(dict, "Kids").array() {
                Some(kids) => {
                    for kid in kids.iter().rev().take(2 * most) {
                        waiting.push((self.resolve(kid), inherited.clone(), depth + 1));
                    }
                }
                None if pages.len() < most => pages.push(Page { dict: dict.clone(), inherited }),
                None => break,
            }
        }
        pages
    }
}

#[derive(Debug, Clone, Default)]
pub struct Inherited {
    pub resources: Dict,
    pub turn: f64,
}

pub struct Page {
    pub dict: Dict,
    pub inherited: Inherited,
}

/// The items of an array; one object is an array of one.
pub fn list(object: Object) -> Vec<Object> {
    match object {
        Object::Null => Vec::new(),
        Object::Array(items) => items.to_vec(),
        one => Vec::from([one]),
    }
}

pub fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    let first = *mark.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == first)?;
        if bytes.get(at..)?.starts_with(mark) {
            return Some(at);
        }
        at += 1;
    }
}
