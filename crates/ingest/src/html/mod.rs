//! HTML: a saved page, or what a browser puts on the clipboard.
//!
//! [`tokens`] and [`tree`] read the tags into elements, [`head`] what the page states of its article, [`article`]
//! picks the elements that hold it (with [`nature`], what they call themselves, [`amounts`], how much text they hold,
//! [`headline`] and [`furniture`]), [`pieces`] goes through them and writes down headings, paragraphs, list items and
//! captions. Scripts, styles, forms and what a page hides are not read, and nothing is ever run or fetched. Where no
//! article stands in sight, [`last`] looks where pages keep it for others.

mod amounts;
mod article;
mod furniture;
mod head;
mod headline;
mod last;
mod nature;
pub mod pieces;
pub mod raised;
mod shown_day;
mod streamed;
mod tag;
mod tokens;
mod tree;

use article::{Article, Fate};
use head::Head;
use tree::{Content, Tree};

pub use head::add_people;
pub use last::{write_data, write_lines};

use crate::draft::{Draft, Hint};

/// Reads the article out of a saved page.
pub fn read_page(given: &str, draft: &mut Draft) {
    read_page_at(given, 0, draft);
}

/// Reads the article out of a page that stands in the given text from byte `offset` on.
pub fn read_page_at(given: &str, offset: usize, draft: &mut Draft) {
    let tree = tree::read(given);
    let mut head = Head::of(&tree);
    let article = article::find(&tree, &head);
    head.complete(&tree, around_headline(&tree, &article), shown_day::find(&tree, &article));
    let before = draft.len();
    if !last::read_instead(&tree, &head, &article, offset, draft) {
        pieces::write(&tree, &article, offset, draft);
        tell_left_out(&tree, &article, draft.len() - before, draft);
    }
    draft.about.stated = std::mem::take(&mut head.stated);
}

/// Reads everything that a saved page shows but its menus.
pub fn read_whole_page(given: &str, draft: &mut Draft) {
    let tree = tree::read(given);
    let mut head = Head::of(&tree);
    let article = article::whole(&tree, &head);
    head.complete(&tree, around_headline(&tree, &article), shown_day::find(&tree, &article));
    pieces::write(&tree, &article, 0, draft);
    draft.about.note("whole-page", "All of this page was read, its menus apart, as you asked.");
    draft.about.stated = std::mem::take(&mut head.stated);
}

/// Reads all of a fragment, as it was selected on a page.
pub fn read_fragment(given: &str, draft: &mut Draft) {
    read_part(given, 0, draft);
}

/// Reads all of a fragment that stands in the given text from byte `offset` on.
pub fn read_part(given: &str, offset: usize, draft: &mut Draft) {
    let tree = tree::read(given);
    pieces::write(&tree, &article::all(&tree), offset, draft);
    draft.end(Hint::Text);
}

/// The part of a page where the author and the day stand.
fn around_headline(tree: &Tree, article: &Article) -> std::ops::Range<usize> {
    /// Nodes before and behind a headline; a box with a byline is no larger.
    const AROUND: (usize, usize) = (40, 160);
    match article.headline {
        Some(headline) => {
            headline.number.saturating_sub(AROUND.0)..(headline.number + AROUND.1).min(tree.nodes.len())
        }
        None => article.parts.first().map_or(0..0, |part| part.start..part.end.min(part.start + AROUND.1)),
    }
}

/// Says how much of the page is not read, and warns where that is most of it.
fn tell_left_out(tree: &Tree, article: &Article, read: usize, draft: &mut Draft) {
    /// Bytes of a page that is worth the question.
    const LONG: usize = 1500;
    let mut number = 0;
    let (mut hidden, mut beside) = (0, 0);
    while let Some(node) = tree.nodes.get(number) {
        let fate = article.fate(number);
        let is_inside = article.parts.iter().any(|part| part.contains(&number));
        if fate == Fate::In {
            if let (false, Content::Text(text)) = (is_inside, &node.content) {
                let words = tree.words(text);
                beside += words.trim().len();
                draft.about.leave_out("beside the article", words.split_whitespace().count());
            }
            number += 1;
            continue;
        }
        let what = match fate {
            Fate::Hidden => "hidden",
            Fate::Comments => "comments",
            Fate::Others => "other articles",
            Fate::In | Fate::Never | Fate::Furniture => "menus and offers",
        };
        if fate != Fate::Never {
            for inner in number..node.end {
                if let Some(Content::Text(text)) = tree.nodes.get(inner).map(|node| &node.content) {
                    let words = tree.words(text);
                    draft.about.leave_out(what, words.split_whitespace().count());
                    hidden += if fate == Fate::Hidden && is_inside { words.trim().len() } else { 0 };
                }
            }
        }
        number = node.end;
    }
    if hidden >= 300 {
        draft
            .about
            .note("hidden-text", "A part of this page is hidden, perhaps for subscribers; it was not read.");
    }
    if beside > LONG && read < beside {
        draft.about.note(
            "much-left-out",
            "The article that was found is short beside what else stands on this page; if something is missing, copy it from the page and paste it.",
        );
    }
}

#[cfg(test)]
mod page_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub use tests::shown;
