//! Lists of what people say, each part under a line that names who: "Ida Tarn, Dunmore Bank", then their words.
//!
//! The same line below words in marks is a signature. Which of the two an article means is told by its first such line:
//! a list that begins with a name and does not end with one has its names above.

use analysis::QuoteKind;
use text::BlockKind;

use super::beside::is_byline;
use super::{Attributor, ParsedSentence};
use crate::quote::clause::Clause;
use crate::quote::draft::{Why, source};
use crate::quote::weights;
use crate::quote::words::Class;

/// No part of such a list but a name or somebody's words is longer, in words.
const SHORT: usize = 8;
/// So many words may stand beside the quotation of a part: "The plan “…”".
const BESIDE: usize = 8;

/// What a block is to such a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A name with what belongs to it.
    Name,
    /// Words in marks, and little else.
    Words { listed: bool },
    /// "– Forecast: 90 percent"
    Item,
    /// All else, which ends the list.
    Prose,
}

impl Attributor<'_> {
    /// For each unit whose words stand in a list under a name, the unit that names.
    pub(super) fn heads(&self) -> Vec<Option<usize>> {
        let mut heads = vec![None; self.units.len()];
        let mut start = 0;
        while start < self.units.len() {
            let mut parts = Vec::new();
            let mut at = start;
            while at < self.units.len() {
                let end = self.block_end(at);
                let part = self.part(at, end);
                if part == Part::Prose {
                    at = end;
                    break;
                }
                parts.push((at, part));
                at = end;
            }
            self.give_heads(&parts, &mut heads);
            start = at.max(start + 1);
        }
        heads
    }

    /// Whose words a quotation is that stands in a list under their name.
    pub(super) fn headed(&mut self, at: usize, by_itself: bool) -> Option<usize> {
        let head = (*self.heads.get(at)?)?;
        let clause = self.clause(head)?;
        let found = source(clause, 0..clause.phrase_end(0));
        let draft = self.start(Some(found), None, Why::Heading, weights::HEADING);
        if !by_itself {
            self.drafts[draft].kind = QuoteKind::Mixed;
        }
        Some(draft)
    }

    fn block_end(&self, at: usize) -> usize {
        let block = self.units.get(at).map(|read| read.unit.block);
        let same = self.units[at..].iter().take_while(|read| Some(read.unit.block) == block).count();
        at + same.max(1)
    }

    /// Which part of a list the block of these units is.
    fn part(&self, at: usize, end: usize) -> Part {
        let (Some(read), Some(clause)) = (self.units.get(at), self.clause(at)) else { return Part::Prose };
        let Some(first) = clause.items.first() else { return Part::Prose };
        let kind = self.doc.block_kind(first.tokens.start);
        // Plain text has its items behind dashes.
        let listed = kind == BlockKind::ListItem || first.class == Class::Aside && first.region.is_none();
        if !matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading) {
            return Part::Prose;
        }
        let alone = end == at + 1;
        let comma = || clause.items.iter().any(|item| item.class == Class::Comma);
        if alone && !listed && is_byline(clause) && comma() {
            return Part::Name;
        }
        if is_words(read, clause) {
            return Part::Words { listed };
        }
        let short = clause.items.iter().filter(|item| self.doc.tokens[item.tokens.start].is_word()).count();
        if alone && listed && short <= SHORT { Part::Item } else { Part::Prose }
    }

    fn give_heads(&self, parts: &[(usize, Part)], heads: &mut [Option<usize>]) {
        let mut told =
            parts.iter().filter(|(_, part)| matches!(part, Part::Name | Part::Words { .. })).peekable();
        let above = matches!(told.peek(), Some((_, Part::Name)))
            && !matches!(told.last(), None | Some((_, Part::Name)));
        let names = parts.iter().filter(|(_, part)| *part == Part::Name).count();
        let listed = parts.iter().any(|(_, part)| matches!(part, Part::Words { listed: true }));
        if !above || names < 2 && !listed {
            return;
        }
        let mut head = None;
        for &(at, part) in parts {
            match part {
                Part::Name => head = Some(at),
                Part::Words { .. } => {
                    if let Some(units) = heads.get_mut(at..self.block_end(at)) {
                        units.fill(head);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether a sentence is somebody's words in marks with little beside them, and without a source of its own.
fn is_words(read: &ParsedSentence, clause: Clause) -> bool {
    let beside = clause.items.iter().filter(|item| item.region.is_none()).count();
    (0..clause.items.len()).any(|at| clause.is_quote(at))
        && beside <= BESIDE
        && read.cue_matches.iter().all(|cue_match| cue_match.source.is_none())
}
