//! Which part of a page is its article.
//!
//! An article is where the running text is. From the whole page, or the part of it that holds the headline and
//! running text, the way goes down into whatever holds most of it. From there it goes up again to the article's own
//! box, and what stands beside the way is judged piece by piece: a lead, a second half behind an advertisement, a
//! picture's caption belong; links to other articles do not. What calls itself something else, or hidden, is left out
//! only as long as it holds the smaller part of the page's text and not its headline. Costs grow with the page; no
//! site is known.

mod short;

use std::collections::HashSet;
use std::ops::Range;

use super::amounts::Amounts;
use super::furniture;
use super::head::Head;
use super::headline::{self, Headline};
use super::nature::Nature;
use super::tag::Tag;
use super::tree::{Content, Element, Tree};

/// The part (of 100) of the running text around it that a block must hold for the way to go into it.
const MOST: usize = 70;
/// The part (of 100) of the page's running text that stands with its headline, if the article does.
const WITH_HEADLINE: usize = 25;
/// … if that headline is hidden, or in a window before the page, where the title may be repeated.
const WITH_HEADLINE_ASIDE: usize = 40;
/// Running text under this part (of 100) of the page's is too little to be the article.
const TOO_LITTLE: usize = 20;
/// A page has running text if it has this much of it, in bytes; else all text counts.
const SOME_PROSE: usize = 140;
/// Bytes of the lines between a headline and the article's box, at most.
const LONGEST_OPENING: usize = 1500;
/// Bytes of a line that stands beside the article, at most.
const LINE: usize = 300;

/// Why an element is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fate {
    #[default]
    In,
    /// Scripts, styles: no text at all.
    Never,
    Hidden,
    Comments,
    /// Other articles.
    Others,
    /// Menus, offers to share, newsletters, advertisements.
    Furniture,
}

/// The parts of a page that are read.
pub struct Article {
    pub headline: Option<Headline>,
    /// In the order of the page.
    pub parts: Vec<Range<usize>>,
    fates: Vec<Fate>,
}

impl Article {
    /// Whether the element of this number, with all that it holds, is passed over.
    pub fn leaves_out(&self, number: usize) -> bool {
        self.fate(number) != Fate::In
    }

    pub fn fate(&self, number: usize) -> Fate {
        self.fates.get(number).copied().unwrap_or_default()
    }
}

/// All of a fragment but what nobody sees.
pub fn all(tree: &Tree) -> Article {
    let mut fates = never_read(tree);
    for (number, node) in tree.nodes.iter().enumerate() {
        if let Content::Element(element) = &node.content
            && (element.hidden
                || element.nature.is(Nature::REMARK)
                || matches!(element.tag, Tag::Nav | Tag::Aside))
        {
            fates[number] = Fate::Hidden;
        }
    }
    Article { headline: None, parts: Vec::from([Range { start: 0, end: tree.nodes.len() }]), fates }
}

/// Everything that a page shows but its menus: what the reader asks for where the article was not found.
pub fn whole(tree: &Tree, head: &Head) -> Article {
    let mut fates = never_read(tree);
    let headline = headline::find(tree, head, |number| fates[number] != Fate::In);
    for (number, node) in tree.nodes.iter().enumerate() {
        let Content::Element(element) = &node.content else { continue };
        if element.hidden || element.tag == Tag::Nav {
            let holds_headline =
                headline.is_some_and(|headline| (number..node.end).contains(&headline.number));
            fates[number] = match fates[number] {
                Fate::In if holds_headline => Fate::In,
                Fate::In if element.hidden => Fate::Hidden,
                Fate::In => Fate::Furniture,
                other => other,
            };
        }
    }
    Article { headline, parts: Vec::from([Range { start: 0, end: tree.nodes.len() }]), fates }
}

/// The article of a page; all of it where nothing looks like one.
pub fn find(tree: &Tree, head: &Head) -> Article {
    let page = Page::of(tree, head);
    let first = page.article(Strictness::Names);
    let wanted = page.amounts.prose(0..tree.nodes.len());
    if page.kept(&first) * 100 >= wanted * TOO_LITTLE {
        return first;
    }
    // What calls itself something else holds nearly everything.
    let second = page.article(Strictness::Sight);
    if page.kept(&second) > page.kept(&first) { second } else { first }
}

/// What is left out before the article is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// What is hidden, and what calls itself something else.
    Names,
    /// What is hidden.
    Sight,
}

fn never_read(tree: &Tree) -> Vec<Fate> {
    let never =
        |tag| matches!(tag, Tag::Unread | Tag::Script | Tag::Noscript | Tag::Title | Tag::Meta | Tag::Dialog);
    tree.nodes
        .iter()
        .map(|node| match &node.content {
            Content::Element(element) if never(element.tag) => Fate::Never,
            _ => Fate::In,
        })
        .collect()
}

struct Page<'t, 's> {
    tree: &'t Tree<'s>,
    never: Vec<Fate>,
    /// Of everything that has text.
    amounts: Amounts,
    headline: Option<Headline>,
    parents: Vec<usize>,
    /// The ids of what a button of the page opens and closes.
    controlled: HashSet<&'t str>,
}

impl<'t, 's> Page<'t, 's> {
    fn of(tree: &'t Tree<'s>, head: &Head) -> Self {
        let never = never_read(tree);
        let is_out = |number: usize| never[number] != Fate::In;
        let amounts = Amounts::of(tree, is_out);
        let headline = headline::find(tree, head, is_out);
        let mut parents = vec![0; tree.nodes.len()];
        let mut open: Vec<usize> = Vec::new();
        for (number, node) in tree.nodes.iter().enumerate() {
            while open.last().is_some_and(|&last| tree.end_of(last) <= number) {
                open.pop();
            }
            parents[number] = open.last().copied().unwrap_or(0);
            if node.end > number + 1 {
                open.push(number);
            }
        }
        let controlled = (0..tree.nodes.len()).filter_map(|number| tree.element(number)?.controls.as_deref());
        Page { tree, never, amounts, headline, parents, controlled: controlled.collect() }
    }

    fn article(&self, strictness: Strictness) -> Article {
        let fates = self.fates(strictness);
        let amounts = Amounts::of(self.tree, |number| fates[number] != Fate::In);
        let region = self.region(&amounts);
        let core = self.densest(region, &amounts, &fates);
        let boundary = self.boundary(core, region).or_else(|| self.largest_box(&amounts, &fates));
        let mut fates = fates;
        if boundary.is_none() {
            self.leave_out_before_headline(&amounts, &mut fates);
        }
        let mut choice = Choice { page: self, amounts, fates, core, boundary };
        choice.judge_beside();
        let body = choice.range(boundary);
        furniture::leave_out(self.tree, body.clone(), self.headline, &choice.amounts, &mut choice.fates);
        let mut parts = choice.opening(body.start);
        parts.push(body);
        Article { headline: self.headline, parts, fates: choice.fates }
    }

    /// The running text that an article keeps, in bytes.
    fn kept(&self, article: &Article) -> usize {
        let amounts = Amounts::of(self.tree, |number| article.leaves_out(number));
        article.parts.iter().map(|part| amounts.prose(part.clone())).sum()
    }

    /// What is left out of the page from the start.
    fn fates(&self, strictness: Strictness) -> Vec<Fate> {
        let mut fates = self.never.clone();
        let mut number = 0;
        while let Some(node) = self.tree.nodes.get(number) {
            if let Content::Element(element) = &node.content {
                let suspicion = suspicion(element, strictness)
                    .filter(|_| !self.reads_on(number, element) && !self.signs(number))
                    .filter(|_| !self.is_spoken_initial(number) && !self.is_panel(number, element));
                if let Some((fate, most)) = suspicion
                    && !self.is_too_much(number..node.end, most)
                {
                    fates[number] = fate;
                }
                if fates[number] != Fate::In {
                    number = node.end;
                    continue;
                }
            }
            number += 1;
        }
        fates
    }

    /// Whether these nodes hold too much of the page to be left out: more than so much (of 100) of its text, or
    /// its headline with some.
    fn is_too_much(&self, nodes: Range<usize>, most: usize) -> bool {
        let all = 0..self.tree.nodes.len();
        let (mut part, mut whole) = (self.amounts.prose(nodes.clone()), self.amounts.prose(all.clone()));
        if whole < SOME_PROSE {
            (part, whole) = (self.amounts.text(nodes.clone()), self.amounts.text(all));
        }
        let with_headline = self.headline.filter(|headline| nodes.contains(&headline.number));
        let enough = with_headline.map_or(most + 1, |headline| {
            if headline.is_aside { most.min(WITH_HEADLINE_ASIDE) } else { most.min(WITH_HEADLINE) }
        });
        part > 0 && part * 100 >= whole * enough
    }

    /// Whether this stands at the end of a block quotation, and says whose words they are.
    fn signs(&self, number: usize) -> bool {
        let nodes = number..self.tree.end_of(number);
        self.tree.element(self.parents[number]).is_some_and(|parent| parent.tag == Tag::Quote)
            && self.tree.element(number).is_some_and(|element| element.tag == Tag::Footer && !element.hidden)
            && self.amounts.text(nodes) <= LINE
    }

    /// Whether a name is no reason: a post from elsewhere that is quoted, words inside a paragraph.
    fn reads_on(&self, number: usize, element: &Element) -> bool {
        let tag = self.tree.element(self.parents[number]).map(|parent| parent.tag);
        let is_inside = element.tag.is_inline() && tag == Some(Tag::Paragraph);
        let nature = element.nature;
        let only_named = !element.hidden && !nature.is(Nature::SPOKEN) && !nature.is(Nature::REMARK);
        let quotes = nature.is(Nature::SHARING) && self.amounts.quotes(number..self.tree.end_of(number)) > 0;
        // Ways through a site are links: where running text stands, the name says something else.
        let nodes = number..self.tree.end_of(number);
        let text = self.amounts.text(nodes.clone());
        let reads = nature.is_only_a_way()
            && element.tag != Tag::Nav
            && self.amounts.prose(nodes.clone()) * 10 >= text * 6
            && self.amounts.linked(nodes) * 5 <= text;
        only_named && (is_inside || quotes || reads)
    }

    /// Whether this is closed and hidden as long as the reader does not open it: a section of an article under its
    /// heading, a tab. Menus are hidden like it, and hold links.
    fn is_panel(&self, number: usize, element: &Element) -> bool {
        let nodes = number..self.tree.end_of(number);
        element.hidden
            && !element.nature.is(Nature::OTHER)
            && element.id.as_deref().is_some_and(|id| self.controlled.contains(id))
            && self.headline.is_some_and(|headline| headline.number < number)
            && self.amounts.prose(nodes.clone()) > 0
            && self.amounts.linked(nodes.clone()) * 3 <= self.amounts.text(nodes)
    }

    /// A large first letter that is drawn for the eye has its double for screen readers beside it.
    fn is_spoken_initial(&self, number: usize) -> bool {
        let is_spoken = |number| {
            self.tree.element(number).is_some_and(|e| e.nature.is(Nature::SPOKEN) && e.tag.is_inline())
        };
        let Some(before) = number.checked_sub(1) else { return false };
        let drawn = if self.tree.element(before).is_some() { before } else { self.parents[before] };
        is_spoken(number)
            && self.tree.end_of(drawn) == number
            && self.tree.element(drawn).is_some_and(|element| element.hidden && element.tag.is_inline())
            && self.amounts.text(drawn..number) <= 4
    }

    /// The smallest element that holds the headline and a good part of the running text; the page if there is none.
    fn region(&self, amounts: &Amounts) -> Option<usize> {
        let whole = amounts.prose(0..self.tree.nodes.len());
        let mut number = self.headline?.number;
        while number > 0 {
            let parent = self.parents[number];
            if whole > 0 && amounts.prose(parent..self.tree.end_of(parent)) * 100 >= whole * WITH_HEADLINE {
                return Some(parent);
            }
            number = parent;
        }
        None
    }

    /// From there down into the box that holds most of the running text, as far as there is one.
    fn densest(&self, region: Option<usize>, amounts: &Amounts, fates: &[Fate]) -> Option<usize> {
        let mut best = region;
        let mut inside = region.map_or(0..self.tree.nodes.len(), |number| number..self.tree.end_of(number));
        let mut most = amounts.prose(inside.clone());
        let mut number = inside.start + usize::from(region.is_some());
        while number < inside.end {
            let Some(node) = self.tree.nodes.get(number) else { break };
            let nodes = number..node.end;
            let prose = amounts.prose(nodes.clone());
            match self.tree.element(number) {
                Some(element) if fates[number] == Fate::In && prose > 0 && prose * 100 >= most * MOST => {
                    if element.tag.is_box() {
                        best = Some(number);
                        most = prose;
                    }
                    inside = nodes;
                    number += 1;
                }
                _ => number = node.end,
            }
        }
        best
    }

    /// Whether this is one of several posts under one headline, as in a live blog: none of them leads away.
    fn is_post(&self, number: usize, region: Option<usize>) -> bool {
        let is_article = |number: usize| self.tree.element(number).is_some_and(|e| e.tag == Tag::Article);
        let headline = self.headline.map_or(usize::MAX, |headline| headline.number);
        let parent = self.parents[number];
        let is_under = headline < number && region.is_some_and(|region| region <= parent);
        if !is_under || !is_article(number) || number == parent {
            return false;
        }
        let mut posts = 0;
        let mut child = parent + 1;
        while child < self.tree.end_of(parent) {
            let nodes = child..self.tree.end_of(child);
            child = nodes.end;
            if is_article(nodes.start) && self.amounts.text(nodes.clone()) > 0 {
                posts += 1;
                if self.amounts.linked(nodes.clone()) * 5 > self.amounts.text(nodes.clone())
                    || self.amounts.teasers(nodes) > 0
                {
                    return false;
                }
            }
        }
        posts > 1
    }

    /// The article's own box around the core; where nothing says so, the region of the headline or the box around.
    fn boundary(&self, core: Option<usize>, region: Option<usize>) -> Option<usize> {
        let mut number = core?;
        loop {
            if self.tree.element(number).is_some_and(|element| {
                matches!(element.tag, Tag::Article | Tag::Main) || element.nature.is(Nature::BODY)
            }) && !self.is_post(number, region)
            {
                return Some(number);
            }
            if Some(number) == region {
                return self.own_box(number).or(region);
            }
            if number == 0 {
                break;
            }
            number = self.parents[number];
        }
        match region {
            Some(_) => region,
            None => core.map(|core| self.parents[core]).filter(|&parent| parent > 0).or(core),
        }
    }
}

impl Page<'_, '_> {
    /// The article's own box around this element, if it stands in one.
    fn own_box(&self, mut number: usize) -> Option<usize> {
        let mut main = None;
        while number > 0 {
            number = self.parents[number];
            let Some(element) = self.tree.element(number) else { break };
            if element.tag == Tag::Article || element.nature.is(Nature::BODY) {
                return Some(number);
            }
            main = main.or((element.tag == Tag::Main).then_some(number));
        }
        main
    }
}

/// What an element makes suspicious, and the part of the page (of 100) that it may hold at most to be left out.
fn suspicion(element: &Element, strictness: Strictness) -> Option<(Fate, usize)> {
    let nature = element.nature;
    if element.hidden {
        return Some((Fate::Hidden, 55));
    }
    if nature.is(Nature::DIALOG) {
        return Some((Fate::Furniture, 80));
    }
    if strictness == Strictness::Sight && !nature.is(Nature::COMMENTS) {
        return None;
    }
    match element.tag {
        Tag::Html | Tag::Body | Tag::Main | Tag::Heading(_) => return None,
        Tag::Nav => return Some((Fate::Furniture, 60)),
        Tag::Footer => return Some((Fate::Furniture, 50)),
        Tag::Aside if !nature.is(Nature::FACTS) => return Some((Fate::Furniture, 50)),
        Tag::Paragraph if nature.is(Nature::SHARING) => return None,
        _ => {}
    }
    if nature.is(Nature::COMMENTS) {
        Some((Fate::Comments, 75))
    } else if nature.is(Nature::SPOKEN) {
        Some((Fate::Hidden, 60))
    } else if nature.is(Nature::RELATED) {
        Some((Fate::Others, 35))
    } else {
        nature.is(Nature::OTHER).then_some((Fate::Furniture, 35))
    }
}

/// An article's box, while what stands in it is being judged.
struct Choice<'p, 't, 's> {
    page: &'p Page<'t, 's>,
    amounts: Amounts,
    fates: Vec<Fate>,
    core: Option<usize>,
    boundary: Option<usize>,
}

impl Choice<'_, '_, '_> {
    fn range(&self, number: Option<usize>) -> Range<usize> {
        let tree = self.page.tree;
        number.map_or(0..tree.nodes.len(), |number| number..tree.end_of(number))
    }

    /// Judges what stands beside the way from the article's box down to the core.
    fn judge_beside(&mut self) {
        let (Some(core), Some(boundary)) = (self.core, self.boundary) else { return };
        let mut inner = core;
        while inner != boundary && inner > 0 {
            let outer = self.page.parents[inner];
            let mut child = outer + 1;
            let end = self.page.tree.end_of(outer);
            while child < end {
                if child != inner && self.fates[child] == Fate::In && !self.belongs(child, inner) {
                    self.fates[child] = Fate::Others;
                }
                child = self.page.tree.end_of(child);
            }
            inner = outer;
        }
    }

    /// Whether this element belongs to the article whose core stands beside it, in `inner`.
    fn belongs(&self, number: usize, inner: usize) -> bool {
        let tree = self.page.tree;
        let Some(element) = tree.element(number) else { return true };
        let nodes = number..tree.end_of(number);
        let (text, linked) = (self.amounts.text(nodes.clone()), self.amounts.linked(nodes.clone()));
        let prose = self.amounts.prose(nodes.clone());
        let headline = self.page.headline;
        if text == 0 || headline.is_some_and(|headline| nodes.contains(&headline.number)) {
            return true;
        }
        let is_opening = element.nature.is(Nature::BYLINE)
            || element.nature.is(Nature::LEAD)
            || element.nature.is(Nature::DATE);
        if is_opening && text < 2 * LINE {
            return true;
        }
        let is_before_headline =
            headline.is_some_and(|headline| headline.is_certain && nodes.end <= headline.number);
        match element.tag {
            Tag::Caption => true,
            Tag::Heading(_) => !is_before_headline,
            Tag::Paragraph | Tag::Quote | Tag::Preformatted | Tag::Time => {
                linked * 2 <= text && !is_before_headline
            }
            _ if linked * 2 > text || is_before_headline => false,
            // An article of its own beside the article.
            Tag::Article => tree.element(inner).is_some_and(|inner| inner.tag == Tag::Article),
            Tag::List | Tag::Table | Tag::Definitions => true,
            _ if element.nature.is(Nature::CAPTION) || element.nature.is(Nature::FACTS) => true,
            _ if prose > 0 => prose * 100 >= text * 40,
            _ if number < inner => text < LINE,
            _ if self.is_in_own_box() => linked * 3 <= text,
            _ => text < LINE && linked == 0,
        }
    }

    /// Whether the article stands in a box of its own, which holds little else.
    fn is_in_own_box(&self) -> bool {
        let boundary = self.boundary.and_then(|number| self.page.tree.element(number));
        boundary.is_some_and(|element| element.tag == Tag::Article || element.nature.is(Nature::BODY))
    }

    /// The headline, where it stands before the body, and the lines between them.
    fn opening(&self, body: usize) -> Vec<Range<usize>> {
        let tree = self.page.tree;
        let Some(headline) =
            self.page.headline.map(|headline| headline.number).or_else(|| self.title_before(body))
        else {
            return Vec::new();
        };
        let mut number = tree.end_of(headline);
        if number > body {
            return Vec::new();
        }
        let mut parts = Vec::from([Range { start: headline, end: number }]);
        let mut length = 0;
        while number < body {
            let nodes = number..tree.end_of(number);
            match tree.element(number) {
                Some(_) if self.fates[number] != Fate::In => number = nodes.end,
                Some(element) if nodes.end <= body && self.is_opening_line(element, nodes.clone()) => {
                    length += self.amounts.text(nodes.clone());
                    if length > LONGEST_OPENING {
                        break;
                    }
                    number = nodes.end;
                    parts.push(nodes);
                }
                _ => number += 1,
            }
        }
        parts
    }

    /// Whether this is a byline, a date, a caption or a sentence, and no link.
    fn is_opening_line(&self, element: &Element, nodes: Range<usize>) -> bool {
        let text = self.amounts.text(nodes.clone());
        let linked = self.amounts.linked(nodes.clone());
        let nature = element.nature;
        if text == 0 || text > 2 * LINE || !(element.tag.is_block() || element.tag == Tag::Time) {
            return false;
        }
        if element.tag == Tag::Caption || element.tag == Tag::Time {
            return true;
        }
        if nature.is(Nature::BYLINE) || nature.is(Nature::DATE) || nature.is(Nature::LEAD) {
            return text < LINE || linked * 2 < text;
        }
        let words = self.page.tree.text_of(nodes, 2 * LINE);
        let words = words.trim_end();
        element.tag == Tag::Paragraph
            && linked * 4 < text
            && words.len() >= 30
            && words.ends_with(['.', '!', '?', '”', '"'])
    }

    /// The last `<h1>` before the body, if there is none in it.
    fn title_before(&self, body: usize) -> Option<usize> {
        let tree = self.page.tree;
        let is_title = |number: &usize| {
            self.fates[*number] == Fate::In
                && tree.element(*number).is_some_and(|element| element.tag == Tag::Heading(1))
        };
        let end = self.range(self.boundary).end;
        if (body..end).any(|number| is_title(&number)) {
            return None;
        }
        (0..body).rev().find(is_title)
    }
}
