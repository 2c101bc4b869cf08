//! A whole address: the place, what its view is narrowed to, and which article it is of. Without the article a bookmark
//! would lead to whatever is open.

use std::fmt::{self, Display};

use analysis::plain::quoted;

use crate::fold::fold;
use crate::{Article, Filter, Route};

/// So much of an article's number stands in an address: no library has two articles that share it.
const LETTERS: usize = 12;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    pub route: Route,
    pub filter: Filter,
    /// The beginning of the article's number, for places of an article.
    pub article: Option<String>,
}

impl Address {
    /// What stands after the `#`; an address without an article is of the one that is open.
    pub fn parse(hash: &str) -> Address {
        let asked = hash.split_once('?').map_or("", |(_, asked)| asked);
        let article = asked.split('&').find_map(|part| part.strip_prefix("in="));
        let fits = |id: &&str| id.len() == LETTERS && id.bytes().all(|b| b.is_ascii_hexdigit());
        let route = Route::parse(hash);
        Address {
            article: article.filter(fits).filter(|_| route.view.beside_article()).map(str::to_owned),
            filter: Filter::parse(hash),
            route,
        }
    }

    /// An article's number as addresses have it.
    pub fn short(id: &str) -> String {
        id.chars().take(LETTERS).collect()
    }
}

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let filter = self.filter.to_string();
        write!(f, "{}{filter}", self.route)?;
        match self.article.as_ref().filter(|_| self.route.view.beside_article()) {
            Some(article) => write!(f, "{}in={article}", if filter.is_empty() { '?' } else { '&' }),
            None => Ok(()),
        }
    }
}

impl Article {
    /// The number of the quote with these words: the one asked for if it has them, else the first that has.
    pub fn quote_of(&self, number: u32, words: &str) -> Option<u32> {
        let letters = |words: &str| fold(words).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let wanted = letters(words);
        let has = |quote: &&analysis::Quote| letters(&quoted(self.text(), quote)).starts_with(&wanted);
        if wanted.is_empty() || self.quote(number).as_ref().is_some_and(has) {
            return Some(number);
        }
        self.analysis.quotes.iter().find(has).map(|quote| quote.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::View;
    use crate::fixture::article;

    #[test]
    fn an_address_names_its_article() {
        let here = Address {
            route: Route::quote(5),
            filter: Filter { said: "“No,” … “never”".to_owned(), ..Filter::default() },
            article: Some("0123456789ab".to_owned()),
        };
        assert_eq!(Address::parse(&here.to_string()), here);
        let plain = Address { filter: Filter::default(), ..here.clone() };
        assert_eq!(plain.to_string(), "#/quotes/q5?in=0123456789ab");
        assert_eq!(Address::parse("#/quotes/q5").article, None);
        for wrong in ["#/quotes/q5?in=0123", "#/quotes/q5?in=../../../..", "#/start?in=0123456789ab"] {
            assert_eq!(Address::parse(wrong).article, None, "{wrong}");
        }
        let start = Address { route: Route::to(View::Start), ..here };
        assert!(!start.to_string().contains("in="));
        assert_eq!(Address::short("0123456789abcdef"), "0123456789ab");
    }

    #[test]
    fn a_quote_is_found_by_its_words_where_its_number_is_another() {
        let article = article();
        assert_eq!(article.quote_of(1, "“The bridge is safe”"), Some(1));
        assert_eq!(article.quote_of(1, "ruiz never asked us"), Some(2));
        assert_eq!(article.quote_of(3, ""), Some(3));
        assert_eq!(article.quote_of(1, "The bridge is shut"), None);
    }
}
