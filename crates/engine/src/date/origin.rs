//! Where an article was written, as far as "03/04/2025" needs to know: in the United States the month stands first,
//! nearly everywhere else the day.
//!
//! A dateline says it; else spelling and abbreviations do, where they agree. General knowledge; the cities are those
//! that stand alone in the datelines of American agencies.

use analysis::BlockKind;

use crate::reading::Reading;

/// Which part of a date in figures stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    MonthFirst,
    DayFirst,
}

/// Words that are looked at for their spelling.
const SAMPLE: usize = 2_000;

/// The order of the article's country; none where nothing tells.
pub(super) fn order(reading: &Reading) -> Option<Order> {
    of_dateline(reading).or_else(|| of_spelling(reading))
}

fn of_dateline(reading: &Reading) -> Option<Order> {
    let block = reading.document.blocks.iter().find(|block| block.kind == BlockKind::Dateline)?;
    let tokens = reading.tokens_in(block.span);
    let words = || tokens.clone().map(|at| reading.normal(at));
    let place = words()
        .take_while(|word| !matches!(*word, "," | "(" | "—" | "–" | "-"))
        .collect::<Vec<_>>()
        .join(" ");
    let american = AMERICAN_CITIES.contains(&place.as_str()) || words().any(is_state);
    Some(if american { Order::MonthFirst } else { Order::DayFirst })
}

fn of_spelling(reading: &Reading) -> Option<Order> {
    let (mut american, mut other) = (0, 0);
    for at in 0..reading.tokens.len().min(SAMPLE) {
        let word = reading.normal(at);
        american += usize::from(is_american(word) || is_state(word));
        other += usize::from(is_british(word));
    }
    match (american, other) {
        (0, 0) => None,
        (american, other) if american > other => Some(Order::MonthFirst),
        (american, other) if other > american => Some(Order::DayFirst),
        _ => None,
    }
}

const AMERICAN_CITIES: [&str; 31] = [
    "atlanta",
    "austin",
    "baltimore",
    "boston",
    "chicago",
    "cincinnati",
    "cleveland",
    "dallas",
    "denver",
    "detroit",
    "honolulu",
    "houston",
    "indianapolis",
    "las vegas",
    "los angeles",
    "miami",
    "milwaukee",
    "minneapolis",
    "new orleans",
    "new york",
    "oklahoma city",
    "philadelphia",
    "phoenix",
    "pittsburgh",
    "st. louis",
    "salt lake city",
    "san antonio",
    "san diego",
    "san francisco",
    "seattle",
    "washington",
];

/// States as datelines shorten them, and those in full whose names mean nothing else.
fn is_state(normal: &str) -> bool {
    matches!(
        normal,
        "ala."
            | "ariz."
            | "ark."
            | "calif."
            | "colo."
            | "conn."
            | "fla."
            | "ga."
            | "ill."
            | "ind."
            | "kan."
            | "ky."
            | "md."
            | "mich."
            | "minn."
            | "neb."
            | "nev."
            | "n.j."
            | "n.m."
            | "n.y."
            | "n.c."
            | "n.d."
            | "okla."
            | "ore."
            | "pa."
            | "r.i."
            | "s.c."
            | "s.d."
            | "tenn."
            | "vt."
            | "va."
            | "wis."
            | "w.va."
            | "wyo."
            | "alaska"
            | "california"
            | "hawaii"
            | "idaho"
            | "iowa"
            | "maine"
            | "ohio"
            | "texas"
            | "utah"
    )
}

fn is_american(normal: &str) -> bool {
    matches!(
        normal,
        "color"
            | "colors"
            | "favor"
            | "favorite"
            | "labor"
            | "neighbor"
            | "neighbors"
            | "neighborhood"
            | "harbor"
            | "honor"
            | "honored"
            | "behavior"
            | "center"
            | "centers"
            | "theater"
            | "meters"
            | "kilometers"
            | "defense"
            | "offense"
            | "traveled"
            | "traveling"
            | "canceled"
            | "program"
            | "programs"
            | "percent"
            | "organization"
            | "recognized"
            | "analyze"
            | "gray"
    )
}

fn is_british(normal: &str) -> bool {
    matches!(
        normal,
        "colour"
            | "colours"
            | "favour"
            | "favourite"
            | "labour"
            | "neighbour"
            | "neighbours"
            | "neighbourhood"
            | "harbour"
            | "honour"
            | "honoured"
            | "behaviour"
            | "centre"
            | "centres"
            | "theatre"
            | "metres"
            | "kilometres"
            | "defence"
            | "offence"
            | "travelled"
            | "travelling"
            | "cancelled"
            | "programme"
            | "programmes"
            | "organisation"
            | "recognised"
            | "analyse"
            | "grey"
            | "whilst"
            | "£"
            | "€"
    )
}
