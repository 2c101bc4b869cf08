//! Tells the trace among whom a person was chosen. It decides nothing.

use super::People;
use crate::entity::compare::Join;
use crate::explain::trace::{Candidate, Decision};
use crate::rules::{self, Rule};

impl People<'_, '_> {
    /// Tells of whom a full name was compared with.
    pub(super) fn note_full_name(
        &mut self,
        form: usize,
        chosen: Option<(usize, Join)>,
        found: &[(usize, Join)],
        unfit: &[(usize, &str)],
    ) {
        let fate = |bearer| match chosen {
            Some((winner, _)) if winner == bearer => "meant",
            Some(_) => "agrees less",
            None => "another agrees as much",
        };
        let mut among: Vec<Candidate> = found
            .iter()
            .map(|&(bearer, join)| Candidate::new(self.called(bearer), Some(join.confidence), fate(bearer)))
            .collect();
        among.extend(unfit.iter().map(|&(bearer, why)| Candidate::new(self.called(bearer), None, why)));
        let name = &self.forms.forms[form].text;
        let (rule, what) = match chosen {
            Some((bearer, _)) => (&rules::CHOICE_FULL_NAME, format!("“{name}” is {}", self.called(bearer))),
            None if found.is_empty() => {
                (&rules::CHOICE_FULL_NAME, format!("“{name}” is nobody who was named before"))
            }
            None => (&rules::CHOICE_UNCLEAR, format!("“{name}” stays by itself")),
        };
        if let Some(&mention) = self.forms.forms[form].mentions.first() {
            self.trace.add(Decision::new(rule, self.forms.mentions[mention].span, what).among(among));
        }
    }

    /// A name of somebody, for the trace.
    fn called(&self, bearer: usize) -> &str {
        let first = self.bearers.get(bearer).and_then(|bearer| bearer.names.first());
        first.and_then(|(form, _)| self.forms.forms.get(*form)).map_or("", |form| form.text.as_str())
    }

    /// Who could be meant by a surname alone, how often and how lately each was mentioned, and who it is.
    pub(super) fn told_choice(
        &self,
        mention: usize,
        among: &[usize],
        chosen: Option<usize>,
        rule: &'static Rule,
    ) -> Decision {
        let mention = &self.forms.mentions[mention];
        let fate = |bearer: usize| {
            let other_gender =
                matches!((mention.gender, self.bearers[bearer].gender), (Some(x), Some(y)) if x != y);
            let seen = match self.last_seen[bearer] {
                None => "not mentioned so far".to_owned(),
                Some(at) => {
                    format!("last mentioned {} sentences before", mention.sentence.saturating_sub(at))
                }
            };
            match chosen {
                Some(winner) if winner == bearer => format!("meant; {seen}"),
                _ if other_gender => "the title is of another gender".to_owned(),
                _ => seen,
            }
        };
        let candidates = among.iter().map(|&bearer| {
            Candidate::new(self.called(bearer), Some(self.bearers[bearer].weight), fate(bearer))
        });
        let name = &self.forms.forms[mention.form].text;
        let what = match chosen {
            Some(bearer) => format!("“{name}” is {}", self.called(bearer)),
            None => format!("“{name}” stays by itself"),
        };
        Decision::new(rule, mention.span, what).among(candidates.collect())
    }
}
