//! A map of who appears with whom, and who speaks about whom, in one article or several.
//!
//! It is laid out by stress majorization (Gansner, Koren and North, "Graph Drawing by Stress Majorization", 2004) from a
//! start that knows no chance, and then labels that cover each other are pushed apart. It reckons with sums, products
//! and square roots alone, so that the same articles give the same map on every machine.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use analysis::Entity;

use crate::co_mention::{Places, in_both};
use crate::cross_article::places;
use crate::{Article, Family, LinkedEntity, Route, link_across};

/// The map's size, in units of its own.
pub const MAP: (f64, f64) = (1000.0, 640.0);
/// A label's height, and its width: a part that all have, and a part for each letter.
const LABEL: (f64, f64, f64) = (34.0, 26.0, 8.0);
/// Letters of a name that a label has at most.
pub const LABEL_LETTERS: usize = 24;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Map {
    /// Heaviest first.
    pub nodes: Vec<Node>,
    /// Strongest first.
    pub ties: Vec<Tie>,
    /// How many people, organisations and places there are besides.
    pub left_out: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub linked: LinkedEntity,
    /// The middle of its label, within [`MAP`].
    pub x: f64,
    pub y: f64,
}

/// What a map is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowed {
    /// The families that are left out.
    pub without: Vec<Family>,
    /// How many paragraphs two must share. Below 2, a quote of one about the other is enough.
    pub least: usize,
}

/// The families that a map can show.
pub const ON_MAP: [Family; 3] = [Family::People, Family::Organisations, Family::Places];

/// Two who appear together, or of whom one speaks about the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Places in [`Map::nodes`], the heavier first.
    pub a: usize,
    pub b: usize,
    /// Sentences and paragraphs that mention both.
    pub sentences: usize,
    pub paragraphs: usize,
    /// Quotes of one with the other in them.
    pub a_about_b: usize,
    pub b_about_a: usize,
    /// Which of the articles they meet in first, and where: the later name in the first sentence that has both, or
    /// paragraph, or the quote of one about the other.
    pub met: Option<(usize, Route)>,
}

impl Tie {
    /// How strong it is: a shared sentence says more than a shared paragraph, and a word about somebody most.
    pub fn strength(&self) -> usize {
        self.paragraphs + 2 * self.sentences + 3 * (self.a_about_b + self.b_about_a)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Left,
    Right,
    Up,
    Down,
}

/// The map of the `most` heaviest people, organisations and places, but for those who share no paragraph with another.
pub fn map(articles: &[&Article], most: usize, narrowed: &Narrowed) -> Map {
    let mut linked = link_across(articles);
    linked.retain(|one| {
        let family = Family::of(one.kind);
        ON_MAP.contains(&family) && !narrowed.without.contains(&family)
    });
    linked.sort_by_cached_key(|one| Reverse(one.weight(articles)));
    let all = linked.len();
    linked.truncate(most);
    let mut ties = ties(articles, &linked);
    ties.retain(|tie| narrowed.least < 2 || tie.paragraphs >= narrowed.least);
    // Those without a tie say nothing on a map.
    let tied: BTreeSet<usize> = ties.iter().flat_map(|tie| [tie.a, tie.b]).collect();
    let now: HashMap<usize, usize> = tied.iter().zip(0..).map(|(before, now)| (*before, now)).collect();
    for end in ties.iter_mut().flat_map(|tie| [&mut tie.a, &mut tie.b]) {
        *end = now.get(end).copied().unwrap_or(*end);
    }
    let nodes = linked.into_iter().enumerate().filter(|(nth, _)| tied.contains(nth));
    let mut nodes: Vec<Node> = nodes.map(|(_, linked)| Node { linked, x: 0.0, y: 0.0 }).collect();
    lay_out(&mut nodes, &ties);
    Map { left_out: all - nodes.len(), nodes, ties }
}

fn ties(articles: &[&Article], linked: &[LinkedEntity]) -> Vec<Tie> {
    let node_of = places(linked);
    let mut ties: HashMap<(usize, usize), Tie> = HashMap::new();
    let mut between = |one: usize, other: usize, change: &dyn Fn(&mut Tie)| {
        let (a, b) = (one.min(other), one.max(other));
        let new = Tie { a, b, sentences: 0, paragraphs: 0, a_about_b: 0, b_about_a: 0, met: None };
        change(ties.entry((a, b)).or_insert(new));
    };
    for (nth, article) in articles.iter().enumerate() {
        let mut here: Vec<(usize, &Entity, Places)> = Vec::new();
        for entity in &article.analysis.entities {
            let Some(&node) = node_of.get(&(nth, entity.id)) else { continue };
            here.push((node, entity, article.places(entity)));
        }
        for (at, (one, entity, (sentences, paragraphs))) in here.iter().enumerate() {
            let later = here.iter().skip(at + 1).filter(|(other, ..)| other != one);
            for (other, their, (theirs, around)) in later {
                let (together, near) = (in_both(sentences, theirs), in_both(paragraphs, around));
                if near > 0 {
                    between(*one, *other, &|tie| {
                        tie.sentences += together;
                        tie.paragraphs += near;
                        tie.met = tie.met.or_else(|| Some((nth, article.meeting(entity, their)?)));
                    });
                }
            }
        }
        for (node, entity, _) in &here {
            for quote in article.said_about(entity.id) {
                let speaker = quote.speaker.and_then(|speaker| node_of.get(&(nth, speaker.entity?)).copied());
                let Some(speaker) = speaker.filter(|speaker| speaker != node) else { continue };
                between(speaker, *node, &|tie| {
                    match speaker == tie.a {
                        true => tie.a_about_b += 1,
                        false => tie.b_about_a += 1,
                    }
                    tie.met = tie.met.or(Some((nth, Route::quote(quote.id))));
                });
            }
        }
    }
    let mut ties: Vec<Tie> = ties.into_values().collect();
    ties.sort_by_key(|tie| (Reverse(tie.strength()), tie.a, tie.b));
    ties
}

// The layout

const ROUNDS: usize = 150;
const PUSHES: usize = 400;
/// Room between labels, for the lines to be seen: aside, and above and below.
const ROOM: (f64, f64) = (26.0, 30.0);

fn lay_out(nodes: &mut [Node], ties: &[Tie]) {
    let count = nodes.len();
    let far = distances(count, ties);
    let mut at: Vec<(f64, f64)> = (0..count).map(|nth| on_circle(nth, count)).collect();
    for _ in 0..ROUNDS {
        at = (0..count).map(|nth| drawn(nth, &at, &far)).collect();
    }
    fill(&mut at);
    let sizes: Vec<(f64, f64)> = nodes.iter().map(|node| label_size(&node.linked.name)).collect();
    push_apart(&mut at, &sizes);
    for (node, (x, y)) in nodes.iter_mut().zip(at) {
        (node.x, node.y) = (x, y);
    }
}

/// Width and height of a name's label.
pub fn label_size(name: &str) -> (f64, f64) {
    let (height, all, letter) = LABEL;
    (all + letter * name.chars().count().min(LABEL_LETTERS + 1) as f64, height)
}

/// Shortest ways along the ties, the strong ones short; those without a way stand apart.
fn distances(count: usize, ties: &[Tie]) -> Vec<Vec<f64>> {
    let mut far = vec![vec![f64::INFINITY; count]; count];
    let mut set = |a: usize, b: usize, length: f64| {
        if let Some(cell) = far.get_mut(a).and_then(|row| row.get_mut(b)) {
            *cell = cell.min(length);
        }
    };
    for tie in ties {
        let length = 1.0 + 2.0 / (tie.strength() as f64).sqrt();
        set(tie.a, tie.b, length);
        set(tie.b, tie.a, length);
    }
    (0..count).for_each(|nth| set(nth, nth, 0.0));
    let get = |far: &[Vec<f64>], a: usize, b: usize| {
        far.get(a).and_then(|row| row.get(b)).copied().unwrap_or(f64::INFINITY)
    };
    // Floyd and Warshall.
    for by in 0..count {
        for a in 0..count {
            for b in 0..count {
                let around = get(&far, a, by) + get(&far, by, b);
                if let Some(cell) = far.get_mut(a).and_then(|row| row.get_mut(b)) {
                    *cell = cell.min(around);
                }
            }
        }
    }
    let longest = far.iter().flatten().copied().filter(|way| way.is_finite()).fold(2.0, f64::max);
    for way in far.iter_mut().flatten().filter(|way| way.is_infinite()) {
        *way = longest * 0.75;
    }
    far
}

/// The nth of `count` places around a circle, by the half angle's tangent: no sine is needed.
fn on_circle(nth: usize, count: usize) -> (f64, f64) {
    // Once around, `turn` goes from -2 to 2; each half is parametrised by its own tangent from -1 to 1.
    let turn = 4.0 * nth as f64 / count.max(1) as f64 - 2.0;
    let (t, side) = if turn < 0.0 { (turn + 1.0, 1.0) } else { (turn - 1.0, -1.0) };
    let below = 1.0 + t * t;
    (side * 3.0 * (1.0 - t * t) / below, side * 3.0 * 2.0 * t / below)
}

/// Where the others draw a node to: each to the distance it should have, the near ones most.
fn drawn(nth: usize, at: &[(f64, f64)], far: &[Vec<f64>]) -> (f64, f64) {
    let Some(&(x, y)) = at.get(nth) else { return (0.0, 0.0) };
    let (mut sum_x, mut sum_y, mut sum) = (0.0, 0.0, 0.0);
    for (other, &(their_x, their_y)) in at.iter().enumerate().filter(|(other, _)| *other != nth) {
        let wanted = far.get(nth).and_then(|row| row.get(other)).copied().unwrap_or(1.0);
        let pull = 1.0 / (wanted * wanted);
        let (dx, dy) = (x - their_x, y - their_y);
        let now = (dx * dx + dy * dy).sqrt().max(1e-6);
        sum_x += pull * (their_x + wanted * dx / now);
        sum_y += pull * (their_y + wanted * dy / now);
        sum += pull;
    }
    if sum > 0.0 { (sum_x / sum, sum_y / sum) } else { (x, y) }
}

/// Stretches what was laid out over the whole map.
fn fill(at: &mut [(f64, f64)]) {
    let bounds = |pick: fn(&(f64, f64)) -> f64, at: &[(f64, f64)]| {
        let all = || at.iter().map(pick);
        (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
    };
    let (left, right) = bounds(|place| place.0, at);
    let (top, bottom) = bounds(|place| place.1, at);
    let stretch = |value: f64, low: f64, high: f64, size: f64| match high - low > 1e-6 {
        true => size * (0.08 + 0.84 * (value - low) / (high - low)),
        false => size / 2.0,
    };
    for (x, y) in at {
        (*x, *y) = (stretch(*x, left, right, MAP.0), stretch(*y, top, bottom, MAP.1));
    }
}

/// Pushes labels that cover each other apart, the way that is shorter, and keeps all within the map.
fn push_apart(at: &mut [(f64, f64)], sizes: &[(f64, f64)]) {
    for _ in 0..PUSHES {
        let mut moved = false;
        for a in 0..at.len() {
            for b in a + 1..at.len() {
                let (Some(&(ax, ay)), Some(&(bx, by))) = (at.get(a), at.get(b)) else { continue };
                let (Some(&(aw, ah)), Some(&(bw, bh))) = (sizes.get(a), sizes.get(b)) else { continue };
                let over_x = (aw + bw) / 2.0 + ROOM.0 - (ax - bx).abs();
                let over_y = (ah + bh) / 2.0 + ROOM.1 - (ay - by).abs();
                if over_x <= 0.0 || over_y <= 0.0 {
                    continue;
                }
                moved = true;
                // Up and down costs less room than aside.
                let (dx, dy) = if over_x < over_y * 1.5 {
                    ((over_x + 1.0) / 2.0 * if ax < bx { 1.0 } else { -1.0 }, 0.0)
                } else {
                    (0.0, (over_y + 1.0) / 2.0 * if ay < by { 1.0 } else { -1.0 })
                };
                if let Some(place) = at.get_mut(a) {
                    *place = (ax - dx, ay - dy);
                }
                if let Some(place) = at.get_mut(b) {
                    *place = (bx + dx, by + dy);
                }
            }
        }
        for ((x, y), (wide, high)) in at.iter_mut().zip(sizes) {
            *x = x.clamp(wide / 2.0, MAP.0 - wide / 2.0);
            *y = y.clamp(high / 2.0, MAP.1 - high / 2.0);
        }
        if !moved {
            return;
        }
    }
}

impl Map {
    /// The node that an arrow key leads to: the nearest of those that lie more that way than any other.
    pub fn neighbour(&self, from: usize, way: Direction) -> Option<usize> {
        let here = self.nodes.get(from)?;
        let others = self.nodes.iter().enumerate().filter(|(other, _)| *other != from);
        let nearest = others.filter_map(|(other, node)| {
            let (dx, dy) = (node.x - here.x, node.y - here.y);
            let (along, aside) = match way {
                Direction::Left => (-dx, dy),
                Direction::Right => (dx, dy),
                Direction::Up => (-dy, dx),
                Direction::Down => (dy, dx),
            };
            // On the line between two ways both lead there.
            (along > 0.0 && along >= aside.abs()).then_some((along * along + aside * aside, other))
        });
        nearest.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use analysis::EntityType;

    use super::*;
    use crate::fixture::{article, article_of};

    /// Thirty people in ten paragraphs, and some of them in several.
    fn crowd() -> Article {
        let names: Vec<String> = (0..30).map(|n| format!("Person{n} Family{}", n * 13 % 31)).collect();
        let mut text = String::new();
        let mut order = Vec::new();
        for paragraph in 0..10 {
            for nth in 0..5 {
                let name = &names[(paragraph * 3 + nth) % 30];
                text.push_str(&format!("{name} came. "));
                order.push(name.as_str());
            }
            text.push('\n');
        }
        let mut seen = HashSet::new();
        let named: Vec<_> = order
            .into_iter()
            .filter(|name| seen.insert(*name))
            .map(|name| (EntityType::Person, name))
            .collect();
        article_of(&text, &named)
    }

    #[test]
    fn ties_count_sentences_paragraphs_and_words_about_each_other() {
        let article = article();
        let map = map(&[&article], 30, &Narrowed::default());
        let names: Vec<_> = map.nodes.iter().map(|node| node.linked.name.as_str()).collect();
        assert_eq!(names, ["Ana Ruiz", "Ben Adeyemi", "Lisbon"]);
        let first = map.ties[0];
        assert_eq!((first.a, first.b, first.sentences, first.paragraphs), (0, 1, 1, 1));
        // “Ruiz never asked us,” Ben Adeyemi said.
        assert_eq!((first.a_about_b, first.b_about_a), (0, 1));
        assert_eq!(map.left_out, 0);
    }

    #[test]
    fn a_tie_leads_to_where_the_two_meet() {
        let article = article();
        let map = map(&[&article], 30, &Narrowed::default());
        // “Ruiz never asked us,” Ben Adeyemi said.: the sentence that has both.
        let adeyemi = map.nodes[1].linked.members[0].1;
        assert_eq!(map.ties[0].met, Some((0, Route::mention(adeyemi, 1))));
        assert!(map.ties.iter().all(|tie| tie.met.is_some()));
    }

    #[test]
    fn it_is_narrowed_to_families_and_to_those_who_meet_often() {
        let article = article();
        let without = |families: &[Family]| Narrowed { without: families.to_vec(), least: 1 };
        let people = map(&[&article], 30, &without(&[Family::Places]));
        assert_eq!(people.nodes.len(), 2);
        assert_eq!(map(&[&article], 30, &without(&[Family::People])).nodes.len(), 0);
        let often = map(&[&article], 30, &Narrowed { without: Vec::new(), least: 2 });
        assert_eq!((often.ties.len(), often.left_out), (0, 3));
    }

    #[test]
    fn the_map_of_two_articles_has_each_person_once() {
        let article = article();
        let map = map(&[&article, &article], 30, &Narrowed::default());
        assert_eq!(map.nodes.len(), 3);
        assert_eq!(map.ties[0].sentences, 2);
    }

    #[test]
    fn it_is_the_same_every_time_and_no_label_covers_another() {
        let article = crowd();
        let first = map(&[&article], 24, &Narrowed::default());
        assert_eq!(first, map(&[&article], 24, &Narrowed::default()));
        assert_eq!(first.nodes.len() + first.left_out, 30);
        assert!(first.nodes.len() > 20);
        for (nth, a) in first.nodes.iter().enumerate() {
            let (wide, high) = label_size(&a.linked.name);
            assert!(
                a.x >= wide / 2.0
                    && a.x <= MAP.0 - wide / 2.0
                    && a.y >= high / 2.0
                    && a.y <= MAP.1 - high / 2.0
            );
            for b in first.nodes.iter().skip(nth + 1) {
                let (other, tall) = label_size(&b.linked.name);
                let apart =
                    (a.x - b.x).abs() >= (wide + other) / 2.0 || (a.y - b.y).abs() >= (high + tall) / 2.0;
                assert!(apart, "{} and {}", a.linked.name, b.linked.name);
            }
        }
    }

    #[test]
    fn arrow_keys_lead_from_everyone_to_everyone() {
        let map = map(&[&crowd()], 30, &Narrowed::default());
        for from in 0..map.nodes.len() {
            let (mut seen, mut todo) = (HashSet::from([from]), vec![from]);
            while let Some(at) = todo.pop() {
                for way in [Direction::Left, Direction::Right, Direction::Up, Direction::Down] {
                    todo.extend(map.neighbour(at, way).filter(|next| seen.insert(*next)));
                }
            }
            assert_eq!(seen.len(), map.nodes.len(), "from {from}");
        }
    }

    #[test]
    fn nothing_is_mapped_of_nothing() {
        assert_eq!(map(&[], 30, &Narrowed::default()), Map::default());
        let alone = article_of("Ana Ruiz came.", &[(EntityType::Person, "Ana Ruiz")]);
        assert_eq!(map(&[&alone], 30, &Narrowed::default()), Map { left_out: 1, ..Map::default() });
    }
}
