//! What the page shows of an article: the text cut into pieces and marked segments, names by family, speakers with
//! their share of words, strips, addresses, the library, and the plain words for all of them.
//!
//! This is the page's thinking without its drawing: it knows no browser and no framework, so that it is tested
//! natively, and no linguistics, since everything it shows is in the [`analysis::Analysis`].

mod address;
mod article;
mod candidates;
mod chronology;
mod co_mention;
mod compare;
mod cross_article;
mod doubts;
mod filter;
mod find;
pub mod fold;
mod imported;
pub mod incoming;
pub mod library;
mod map;
mod marks;
mod pieces;
mod remember;
mod route;
pub mod search;
mod selected;
mod slip;
mod summary;
pub mod words;

pub use address::Address;
pub use analysis::plain::{Family, HUES, Speaker, Who, quoted};
pub use article::{Around, Article, STRIP};
pub use candidates::Candidate;
pub use chronology::{Chronology, Day, Moment};
pub use co_mention::CoMention;
pub use compare::{Clash, Comparison, Form, Run, Said, SameQuote, Speakers, Spellings, Wording, compare};
pub use cross_article::{LinkedEntity, link_across};
pub use doubts::Doubt;
pub use filter::Filter;
pub use find::find;
pub use imported::complete;
pub use map::{Direction, LABEL_LETTERS, MAP, Map, Narrowed, Node, ON_MAP, Tie, label_size, map};
pub use marks::{Named, Segment};
pub use pieces::Piece;
pub use remember::Remembered;
pub use route::{Route, Target, View};
pub use slip::begins_but_for_a_slip;
pub use summary::with_summary_of;
pub use words::plain_date;

#[cfg(test)]
mod fixture;
