//! Text that a server sent later than the page around it, put where a script would have moved it.
//!
//! Pages that are streamed hold a `<template id="P:2">` (or "B:2") where a part is missing, and the part itself at
//! their end in `<div hidden id="S:2">`.

use std::collections::HashMap;

use super::tree::{Content, Element, Node};

/// Parts inside of parts that are put into place.
const DEEPEST: usize = 8;

/// The nodes with every part that came later in its place; a part without a place stays where it stands.
pub fn join(nodes: Vec<Node>) -> Vec<Node> {
    let mut parts: HashMap<String, usize> = HashMap::new();
    for (number, node) in nodes.iter().enumerate() {
        if let Content::Element(element) = &node.content
            && element.streamed
            && let Some(("S", part)) = element.id.as_deref().and_then(|id| id.split_once(':'))
        {
            parts.entry(part.to_owned()).or_insert(number);
        }
    }
    if parts.is_empty() {
        return nodes;
    }
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut taken: HashMap<usize, usize> = HashMap::new();
    for (number, node) in nodes.iter().enumerate() {
        let Content::Element(element) = &node.content else { continue };
        let Some(&part) = part_wanted(element).and_then(|part| parts.get(part)) else { continue };
        let is_inside = nodes.get(part).is_some_and(|node| (part..node.end).contains(&number));
        if !is_inside && taken.insert(part, number).is_none() {
            places.insert(number, part);
        }
    }
    let count = nodes.len();
    let mut joining = Joining {
        ends: nodes.iter().map(|node| node.end).collect(),
        nodes: nodes.into_iter().map(Some).collect(),
        places,
        taken,
        out: Vec::with_capacity(count),
        new: vec![0; count],
    };
    joining.write(0..count, 0);
    // Parts that wait for each other have no place; they are read as they stand.
    joining.taken.clear();
    joining.write(0..count, 0);
    joining.finish()
}

/// The number of the part that is to stand here.
fn part_wanted(element: &Element) -> Option<&str> {
    match element.id.as_deref()?.split_once(':')? {
        ("P" | "B", part) => Some(part),
        _ => None,
    }
}

struct Joining {
    nodes: Vec<Option<Node>>,
    ends: Vec<usize>,
    /// The part that belongs into the place of each of these nodes.
    places: HashMap<usize, usize>,
    /// The parts that have a place.
    taken: HashMap<usize, usize>,
    out: Vec<Node>,
    /// The new number of each node.
    new: Vec<usize>,
}

impl Joining {
    fn write(&mut self, range: std::ops::Range<usize>, depth: usize) {
        let mut number = range.start;
        while number < range.end {
            let end = self.ends.get(number).copied().unwrap_or(range.end);
            if self.taken.contains_key(&number) {
                number = end;
                continue;
            }
            if let Some(&part) = self.places.get(&number).filter(|_| depth < DEEPEST) {
                self.taken.remove(&part);
                let last = self.ends.get(part).copied().unwrap_or(part);
                self.write(part..last, depth + 1);
            }
            if let Some(node) = self.nodes.get_mut(number).and_then(Option::take) {
                let at = self.out.len();
                self.new[number] = at;
                self.out.push(node);
                self.write(number + 1..end, depth);
                self.out[at].end = self.out.len();
            }
            number = end;
        }
    }

    fn finish(mut self) -> Vec<Node> {
        for node in &mut self.out {
            if let Content::Element(element) = &mut node.content
                && element.link_end > 0
            {
                element.link_end = self.new.get(element.link_end).copied().unwrap_or(node.end);
            }
        }
        self.out
    }
}
