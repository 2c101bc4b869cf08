//! The address of every place in the page: what stands after the `#`.

use std::fmt::{self, Display};

use analysis::EntityId;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    #[default]
    Start,
    Reader,
    Entities,
    Quotes,
    Summary,
    Timeline,
    Compare,
    About,
}

impl View {
    pub const ALL: [View; 8] = [
        View::Start,
        View::Reader,
        View::Entities,
        View::Quotes,
        View::Summary,
        View::Timeline,
        View::Compare,
        View::About,
    ];

    pub fn key(self) -> &'static str {
        match self {
            View::Start => "start",
            View::Reader => "reader",
            View::Entities => "entities",
            View::Quotes => "quotes",
            View::Summary => "summary",
            View::Timeline => "timeline",
            View::Compare => "compare",
            View::About => "about",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            View::Start => "Start",
            View::Reader => "Reader",
            View::Entities => "Entities",
            View::Quotes => "Quotes",
            View::Summary => "Summary",
            View::Timeline => "Timeline",
            View::Compare => "Compare",
            View::About => "About",
        }
    }

    /// Whether the article stands beside it.
    pub fn beside_article(self) -> bool {
        !matches!(self, View::Start | View::Compare | View::About)
    }
}

/// A thing within a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// An entity, and which of its mentions (from 1) if one is meant.
    Entity(EntityId, Option<u32>),
    Quote(u32),
    /// A sentence of the article, from 1.
    Sentence(u32),
    /// One of the dates found, from 1.
    Date(u32),
    /// One of the figures, from 1.
    Figure(u32),
    /// One of the key phrases, from 1.
    Phrase(u32),
    /// One of the places where the words asked for stand, from 1.
    Found(u32),
    /// The summary seen from one entity.
    About(EntityId),
    /// One of the reader's notes, from 1.
    Note(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Route {
    pub view: View,
    pub target: Option<Target>,
}

impl Route {
    pub fn to(view: View) -> Route {
        Route { view, target: None }
    }

    pub fn entity(id: EntityId) -> Route {
        Route { view: View::Entities, target: Some(Target::Entity(id, None)) }
    }

    /// The mention is counted from 1.
    pub fn mention(id: EntityId, mention: u32) -> Route {
        Route { view: View::Entities, target: Some(Target::Entity(id, Some(mention))) }
    }

    pub fn quote(id: u32) -> Route {
        Route { view: View::Quotes, target: Some(Target::Quote(id)) }
    }

    pub fn summary(target: Target) -> Route {
        Route { view: View::Summary, target: Some(target) }
    }

    pub fn timeline(target: Target) -> Route {
        Route { view: View::Timeline, target: Some(target) }
    }

    pub fn found(n: u32) -> Route {
        Route { view: View::Reader, target: Some(Target::Found(n)) }
    }

    pub fn note(n: u32) -> Route {
        Route { view: View::Reader, target: Some(Target::Note(n)) }
    }

    /// The place that an address names; the start for none and for one that is not ours. What stands behind a `?` is
    /// a [`Filter`](crate::Filter).
    pub fn parse(hash: &str) -> Route {
        let mut parts =
            hash.split('?').next().unwrap_or("").trim_start_matches('#').trim_start_matches('/').split('/');
        let key = parts.next().unwrap_or("");
        let Some(view) = View::ALL.into_iter().find(|view| view.key() == key) else {
            return Route::default();
        };
        let target = match (view, parts.next(), parts.next()) {
            (View::Reader, Some(place), _) => {
                number(place, 'w').map(Target::Found).or_else(|| number(place, 'n').map(Target::Note))
            }
            (View::Entities, Some(entity), mention) => number(entity, 'e')
                .map(|id| Target::Entity(EntityId(id), mention.and_then(|mention| number(mention, 'm')))),
            (View::Quotes, Some(quote), _) => number(quote, 'q').map(Target::Quote),
            (View::Summary, Some("about"), Some(entity)) => {
                number(entity, 'e').map(|id| Target::About(EntityId(id)))
            }
            (View::Summary, Some(place), _) => {
                number(place, 's').map(Target::Sentence).or_else(|| number(place, 'k').map(Target::Phrase))
            }
            (View::Timeline, Some(place), _) => {
                number(place, 'd').map(Target::Date).or_else(|| number(place, 'f').map(Target::Figure))
            }
            _ => None,
        };
        Route { view, target }
    }
}

/// The 7 of `e7`.
fn number(part: &str, letter: char) -> Option<u32> {
    part.strip_prefix(letter)?.parse().ok()
}

impl Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#/{}", self.view.key())?;
        match self.target {
            None => Ok(()),
            Some(Target::Entity(id, None)) => write!(f, "/e{}", id.0),
            Some(Target::Entity(id, Some(mention))) => write!(f, "/e{}/m{mention}", id.0),
            Some(Target::Quote(id)) => write!(f, "/q{id}"),
            Some(Target::Sentence(n)) => write!(f, "/s{n}"),
            Some(Target::Date(n)) => write!(f, "/d{n}"),
            Some(Target::Figure(n)) => write!(f, "/f{n}"),
            Some(Target::Phrase(n)) => write!(f, "/k{n}"),
            Some(Target::Found(n)) => write!(f, "/w{n}"),
            Some(Target::Note(n)) => write!(f, "/n{n}"),
            Some(Target::About(id)) => write!(f, "/about/e{}", id.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_place() {
        let mut routes: Vec<Route> = View::ALL.map(Route::to).to_vec();
        routes.extend([Route::entity(EntityId(7)), Route::mention(EntityId(7), 3), Route::quote(12)]);
        routes
            .extend([Target::Sentence(4), Target::Phrase(9), Target::About(EntityId(2))].map(Route::summary));
        routes.extend([Target::Date(1), Target::Figure(3)].map(Route::timeline));
        routes.extend([Route::found(3), Route::note(2)]);
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route, "{route}");
            assert_eq!(Route::parse(&format!("{route}?words=a/b")), route, "{route}");
        }
    }

    #[test]
    fn an_address_that_is_not_ours_is_the_start() {
        for hash in ["", "#", "#/", "#/nowhere", "#article", "#/READER", "#/%00"] {
            assert_eq!(Route::parse(hash), Route::default(), "{hash}");
        }
    }

    #[test]
    fn a_target_that_makes_no_sense_leaves_the_view() {
        for hash in ["#/entities/x7", "#/entities/e", "#/entities/e99999999999", "#/entities/-1"] {
            assert_eq!(Route::parse(hash), Route::to(View::Entities), "{hash}");
        }
        assert_eq!(Route::parse("#/entities/e7/zzz"), Route::entity(EntityId(7)));
    }
}
