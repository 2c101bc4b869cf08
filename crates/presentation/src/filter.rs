//! What a view was narrowed to: the part of an address behind its `?`, so that a link leads back to the same view.

use std::fmt::{self, Display};

use analysis::{EntityId, Quote, QuoteKind, Sense};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::words::fold;
use crate::{Speaker, Who};

/// What the reader asked to see: in the Reader the words to find, elsewhere the words that everything shown has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// In the words quoted or the words for the speaker; all of them must be there.
    pub words: String,
    pub who: Option<Who>,
    pub kind: Option<QuoteKind>,
    /// What people think and plan too, and not their speech alone.
    pub thoughts: bool,
    /// Quotes in the order of the text instead of by speaker.
    pub in_order: bool,
    /// Articles that are compared with each other, by their numbers in the library.
    pub with: Vec<String>,
    /// The words of a quote that a link leads to, which find it again where its number is another.
    pub said: String,
}

const KINDS: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Filter {
    /// The filter of an address; what it does not understand is left out.
    pub fn parse(address: &str) -> Filter {
        let mut filter = Filter::default();
        let Some((_, asked)) = address.split_once('?') else { return filter };
        for part in asked.split('&') {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = percent_decode_str(value).decode_utf8_lossy();
            match key {
                "words" => filter.words = value.into_owned(),
                "by" => filter.who = who(&value),
                "kind" => filter.kind = KINDS.into_iter().find(|kind| kind.name() == value),
                "also" => filter.thoughts = value == "thoughts",
                "order" => filter.in_order = value == "text",
                "said" => filter.said = value.into_owned(),
                "with" => filter.with = value.split('.').map(str::to_owned).collect(),
                _ => {}
            }
        }
        filter
    }

    /// Whether there may be quotes that it keeps back.
    pub fn lets_not_all(&self) -> bool {
        self.who.is_some() || self.kind.is_some() || !self.words.trim().is_empty()
    }

    pub fn lets(&self, quote: &Quote, speaker: &Speaker, text: &str) -> bool {
        self.who.as_ref().is_none_or(|who| *who == speaker.who)
            && self.kind.is_none_or(|kind| kind == quote.kind)
            && (self.thoughts || quote.sense == Sense::Speech)
            && self.has_words(quote, speaker, text)
    }

    fn has_words(&self, quote: &Quote, speaker: &Speaker, text: &str) -> bool {
        let wanted = fold(&self.words);
        if wanted.trim().is_empty() {
            return true;
        }
        let mut said = fold(&speaker.name);
        for span in &quote.segments {
            said.push(' ');
            said.push_str(&fold(span.of(text)));
        }
        wanted.split_whitespace().all(|word| said.contains(word))
    }
}

/// `e7`, `nobody`, or the words that a source is described by behind a `~`.
fn who(value: &str) -> Option<Who> {
    match value {
        "nobody" => Some(Who::Nobody),
        _ => match value.strip_prefix('~') {
            Some(described) => Some(Who::Described(described.to_owned())),
            None => value.strip_prefix('e')?.parse().ok().map(|id| Who::Entity(EntityId(id))),
        },
    }
}

/// Empty for a filter that lets everything through.
impl Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let escaped = |value: &str| utf8_percent_encode(value, ESCAPED).to_string();
        let parts = [
            (!self.words.is_empty()).then(|| format!("words={}", escaped(&self.words))),
            self.who.as_ref().map(|who| match who {
                Who::Entity(id) => format!("by=e{}", id.0),
                Who::Described(words) => format!("by=~{}", escaped(words)),
                Who::Nobody => "by=nobody".to_owned(),
            }),
            self.kind.map(|kind| format!("kind={}", kind.name())),
            self.thoughts.then(|| "also=thoughts".to_owned()),
            self.in_order.then(|| "order=text".to_owned()),
            (!self.said.is_empty()).then(|| format!("said={}", escaped(&self.said))),
            (!self.with.is_empty()).then(|| format!("with={}", escaped(&self.with.join(".")))),
        ];
        for (nth, part) in parts.into_iter().flatten().enumerate() {
            write!(f, "{}{part}", if nth == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::article;

    fn check(filter: Filter, expected: &[u32]) {
        let article = article();
        let mut shown: Vec<u32> = Vec::new();
        for speaker in &article.speakers {
            for quote in speaker.quotes.iter().map(|&i| &article.analysis.quotes[i]) {
                if filter.lets(quote, speaker, article.text()) {
                    shown.push(quote.id);
                }
            }
        }
        shown.sort_unstable();
        assert_eq!(shown, expected);
    }

    #[test]
    fn every_filter_comes_back_from_its_address() {
        let filters = [
            Filter::default(),
            Filter { words: "a & b = “ü” ?/%".to_owned(), ..Filter::default() },
            Filter { who: Some(Who::Entity(EntityId(5))), kind: Some(QuoteKind::Mixed), ..Filter::default() },
            Filter {
                who: Some(Who::Described("e5 sources".to_owned())),
                in_order: true,
                thoughts: true,
                ..Filter::default()
            },
            Filter { who: Some(Who::Nobody), words: "no".to_owned(), ..Filter::default() },
            Filter { said: "“No,” … “never”".to_owned(), ..Filter::default() },
            Filter { with: vec!["a1".to_owned(), "b2".to_owned()], ..Filter::default() },
        ];
        for filter in filters {
            assert_eq!(Filter::parse(&format!("#/quotes/q3{filter}")), filter);
        }
        assert_eq!(Filter::default().to_string(), "");
        assert_eq!(Filter::parse("#/quotes?by=x&kind=loud&%ff"), Filter::default());
    }

    #[test]
    fn no_filter_lets_all_through() {
        check(Filter::default(), &[1, 2, 3, 4]);
    }

    #[test]
    fn thoughts_and_plans_are_shown_when_asked_for() {
        let article = article();
        let speaker = &article.speakers[0];
        for sense in [Sense::Thought, Sense::Plan] {
            let quote = Quote { sense, ..article.analysis.quotes[0].clone() };
            let lets =
                |thoughts| Filter { thoughts, ..Default::default() }.lets(&quote, speaker, article.text());
            assert_eq!((lets(false), lets(true)), (false, true));
        }
    }

    #[test]
    fn by_kind_and_by_speaker() {
        check(Filter { kind: Some(QuoteKind::Mixed), ..Default::default() }, &[3, 4]);
        check(Filter { who: Some(Who::Nobody), ..Default::default() }, &[4]);
        check(Filter { who: Some(Who::Described("a fisherman".to_owned())), ..Default::default() }, &[3]);
    }

    #[test]
    fn by_words_of_the_quote_or_its_speaker_whatever_their_case() {
        check(Filter { words: "BRIDGE".to_owned(), ..Default::default() }, &[1]);
        check(Filter { words: "ruiz".to_owned(), ..Default::default() }, &[1, 2]);
        check(Filter { words: "safe ruiz".to_owned(), ..Default::default() }, &[1]);
        check(Filter { words: "zebra".to_owned(), ..Default::default() }, &[]);
    }
}
