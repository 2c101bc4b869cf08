//! The small card at words of the article: what it is about, and where it stands.

/// What the small card at the words of the article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpotOf {
    Quote(u32),
    /// The sentence of this rank in the summary, from 1.
    Summary(u32),
}

/// The small card, and between which heights of the window the words stand that it is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub of: SpotOf,
    pub x: f64,
    pub top: f64,
    pub bottom: f64,
}
