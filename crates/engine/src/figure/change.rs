//! Whether a figure is what something rose or fell by, and the word that says so.

use std::ops::Range;

use analysis::Change;

use super::Words;

/// Words between a verb and its figure at most: "rose by nearly 18%".
const FURTHEST: usize = 5;

pub(super) struct Told {
    /// The words that tell it, on either side of the figure.
    pub cue: Range<usize>,
    /// None where the verb leads to a level ("rose to 5%"), not a difference.
    pub direction: Option<Change>,
}

impl Words<'_, '_> {
    pub(super) fn change(&self) -> Option<Told> {
        self.told_before().or_else(|| self.told_after())
    }

    /// "rose 18%", "up by some 18%", "fell to 5%", "an increase of 18%".
    fn told_before(&self) -> Option<Told> {
        let mut to = false;
        for at in (self.sentence.start..self.figure.start).rev().take(FURTHEST) {
            let word = self.normal(at);
            if let Some(change) = verb(word).or_else(|| noun(word)) {
                return Some(Told { cue: at..at + 1, direction: (!to).then_some(change) });
            }
            match word {
                "to" => to = true,
                "by" | "of" | "about" | "around" | "nearly" | "almost" | "roughly" | "some" | "over"
                | "more" | "less" | "than" | "as" | "much" | "an" | "a" | "estimated" | "only" | "just"
                | "another" | "approximately" | "at" | "least" | "further" | "sharply" | "slightly" => {}
                _ => return None,
            }
        }
        None
    }

    /// "18% higher", "an 18% drop".
    fn told_after(&self) -> Option<Told> {
        let at = self.figure.end;
        let change = match self.normal(at) {
            "higher" | "more" => Some(Change::Up),
            "lower" | "less" | "fewer" => Some(Change::Down),
            word => noun(word),
        }?;
        // "26 more goats" are counted, not compared.
        let compares = self.normal(at + 1) == "than" || !matches!(self.normal(at), "more" | "less" | "fewer");
        compares.then_some(Told { cue: at..at + 1, direction: Some(change) })
    }
}

fn verb(normal: &str) -> Option<Change> {
    match normal {
        "up" | "rose" | "rise" | "rises" | "risen" | "rising" | "increased" | "increase" | "increases"
        | "increasing" | "grew" | "grow" | "grows" | "grown" | "growing" | "gained" | "gain" | "gains"
        | "gaining" | "climbed" | "climb" | "climbs" | "jumped" | "jump" | "jumps" | "soared" | "surged"
        | "surge" | "surges" | "advanced" | "swelled" | "expanded" | "raised" | "added" | "higher" => {
            Some(Change::Up)
        }
        "down" | "fell" | "fall" | "falls" | "fallen" | "falling" | "dropped" | "drop" | "drops"
        | "declined" | "decline" | "declines" | "decreased" | "decrease" | "decreases" | "slipped"
        | "slid" | "plunged" | "tumbled" | "sank" | "shrank" | "shrunk" | "slumped" | "shed" | "cut"
        | "reduced" | "lowered" | "lost" | "contracted" | "dipped" | "eased" | "lower" => Some(Change::Down),
        _ => None,
    }
}

fn noun(normal: &str) -> Option<Change> {
    match normal {
        "increase" | "rise" | "gain" | "growth" | "jump" | "surge" | "raise" => Some(Change::Up),
        "decrease" | "fall" | "loss" | "drop" | "decline" | "slump" | "plunge" | "cut" | "reduction"
        | "dip" => Some(Change::Down),
        _ => None,
    }
}
