//! People behind their titles: "Mr Umerov", "Vice President Rasoanaivo", "Secretary of State Ardin Kolvey".
//!
//! A title with a capital before a capitalised name is proof of a person, whatever the model takes the words for, and no
//! part of the name; what an office is for belongs to the title. Where the name ends in a word for a body or a place
//! ("King Faisal Hospital", "Lord Howe Island"), or the lexicon has it whole ("General Motors"), it is none.

use std::ops::Range;

use analysis::EntityType;

use super::class_noun::Things;
use super::document_consistency::key;
use super::features::Clue;
use super::weights::{BY_FORM, TITLED};
use super::{Group, Guess, class_noun, is_namelike, nickname_end, overlay, phrases};
use crate::doc::Doc;
use crate::lexicon::{PhraseKind, Title};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// The longest title, portfolio and name, in tokens each.
const LONGEST: usize = 12;

/// The guesses, with the people that their titles prove.
pub(super) fn people(
    doc: &Doc,
    clues: &[Clue],
    titled: &[bool],
    things: &Things,
    guesses: Vec<Guess>,
) -> Vec<Guess> {
    let look = Look { doc, clues, titled };
    let (mut regions, mut found) = (Vec::new(), Vec::new());
    let (mut at, mut near) = (0, 0);
    while at < clues.len() {
        while guesses.get(near).is_some_and(|guess| guess.tokens.end <= at) {
            near += 1;
        }
        if let Some((end, _)) = phrases::fixed(doc, at) {
            at = end;
            continue;
        }
        let Some(title) = look.title(at) else {
            at += 1;
            continue;
        };
        if let Some(whole) = look.called_after(&title, &guesses[near..]) {
            at = whole.tokens.end;
            regions.push(whole.tokens.clone());
            found.push(whole);
            continue;
        }
        let Some((name, office)) = look.person(&title, &guesses[near..]) else {
            if let Some((region, place)) = look.ruler(&title, &guesses[near..]) {
                at = region.end;
                regions.push(region);
                found.extend(place);
            }
            at = title.tokens.end.max(at);
            continue;
        };
        // "Governor House, a hotel", "the ferry Queen Margrethe"
        let whole = title.tokens.start..name.end;
        if class_noun::is_no_person(doc, clues, &whole)
            || !things.is_empty() && things.contains_key(&key(doc, &whole))
        {
            at = name.end;
            continue;
        }
        // What the office is for goes, but for a place: "Mayor of London Ada Prent".
        let place = office.filter(|office| look.is_place(office));
        found.extend(place.map(|place| Guess::sure(place, Group::Place, BY_FORM)));
        at = name.end;
        regions.push(title.tokens.start..name.end);
        let home = look.home(&name, &guesses[near..]);
        let mut person = Guess::sure(name, Group::Person, TITLED);
        person.proven = true;
        found.push(person);
        found.extend(home);
    }
    overlay(guesses, &regions, found)
}

/// A title as it stands before a name.
struct Written {
    tokens: Range<usize>,
    /// Its last word is for people alone: "Mr", "Senator".
    sure: bool,
    honorific: bool,
}

struct Look<'a> {
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
    titled: &'a [bool],
}

impl Look<'_> {
    fn is_word(&self, token: usize) -> bool {
        self.doc.tokens.get(token).is_some_and(|token| token.is_word() && token.is_capital())
    }

    fn is_title(&self, token: usize) -> bool {
        self.is_word(token)
            && (!self.doc.is(token, WordClass::TitleModifier)
                && (self.clues[token].known.title().is_some() || self.doc.is(token, WordClass::TitleWord))
                || self.is_burmese_u(token))
    }

    /// "U" of "U Nay Latt": Burmese for "Mr"; two names must follow, so that "U Boats" has none.
    fn is_burmese_u(&self, token: usize) -> bool {
        let unlike_word = |at: usize| self.is_name(at) && self.clues[at].known.common_word() == 0;
        let names = self.is_word(token + 1) && self.is_name(token + 2);
        self.doc.word(token) == "U" && names && (token + 1..token + 4).any(unlike_word)
    }

    /// "Justice" of "Justice Tarn": elsewhere it stands before the word that is the title ("Justice Minister").
    fn is_own_title(&self, token: usize) -> bool {
        let modifier = |at: usize| self.doc.is(at, WordClass::TitleModifier);
        self.is_word(token)
            && modifier(token)
            && self.clues[token].known.title().is_some()
            && !matches!(self.doc.normal(token), "first" | "prime" | "foreign")
            && self.is_name(token + 1)
            && !self.is_title(token + 1)
            && !modifier(token + 1)
    }

    /// The title that begins at a token: words like "Vice" and "Lance", and titles, the last of them one.
    fn title(&self, from: usize) -> Option<Written> {
        if !self.is_word(from) || from > 0 && self.is_title(from - 1) {
            return None;
        }
        // "H E" of "H E Jamal Haddad"
        let style = self.doc.word(from) == "H" && matches!(self.doc.word(from + 1), "E" | "H" | "M");
        let styled = style && self.is_name(from + 2) && self.doc.word(from + 2).len() > 1;
        let (mut at, mut end) = if styled { (from + 2, Some(from + 2)) } else { (from, None) };
        while at < from + LONGEST {
            if self.is_title(at) || self.is_own_title(at) {
                end = Some(at + 1);
                at += 1;
            } else if self.is_word(at) && self.doc.is(at, WordClass::TitleModifier)
                || self.is_glued_hyphen(at) && at > from
            {
                at += 1;
            } else {
                break;
            }
        }
        let end = end?;
        // "Speaker" of "Madam Speaker" is no name; "Justice" and "King" may be one: "Dr King".
        let last = end - 1;
        let known = self.clues[last].known;
        let ends_in_name = end > from + 1
            && known.surname() >= 2
            && self.clues[last - 1].known.title() == Some(Title::Honorific)
            && !self.is_name(end);
        let end = if ends_in_name { last } else { end };
        let last = end - 1;
        Some(Written {
            tokens: from..end,
            // "Crown Prince", "Special Agent": two words of a title make it one.
            sure: !self.doc.is(last, WordClass::DoubtfulTitle)
                || last > from && self.doc.is(last - 1, WordClass::TitleModifier),
            honorific: self.clues[last].known.title() == Some(Title::Honorific) || styled && end == from + 2,
        })
    }

    /// "King Street", "Prince Hassan Conference Centre": what bears a ruler’s name, whole with the title.
    fn called_after(&self, title: &Written, guesses: &[Guess]) -> Option<Guess> {
        let last = title.tokens.end - 1;
        if title.tokens.len() > 1 || !self.doc.is(last, WordClass::NobleTitle) {
            return None;
        }
        let name = self.name(title.tokens.end, guesses);
        let head = name.clone().next_back()?;
        let known = self.clues[head].known;
        let building = self.doc.is(head, WordClass::Building) || known.is_fac_word() && !known.is_org_word();
        // "Lord Street" may be somebody.
        let street = name.len() == 1
            && self.doc.is(head, WordClass::Building)
            && matches!(self.doc.normal(last), "king" | "queen" | "prince" | "princess");
        let long = name.len() > 1
            && (building || known.is_org_word())
            && (known.surname() < 2 || self.doc.is(head, WordClass::Building));
        let group = if building { Group::Place } else { Group::Org };
        let mut whole = Guess::sure(title.tokens.start..name.end, group, BY_FORM);
        whole.kind = building.then_some(EntityType::Fac);
        whole.proven = true;
        // What the model has longer ("Prince Hassan School of Law") is left to it.
        let longer =
            guesses.first().is_some_and(|guess| guess.tokens.start < name.end && guess.tokens.end > name.end);
        ((street || long) && !longer).then_some(whole)
    }

    fn is_glued_hyphen(&self, token: usize) -> bool {
        let hyphen = |token: usize| {
            self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Hyphen && token.glued)
        };
        hyphen(token) && self.doc.tokens.get(token + 1).is_some_and(|next| next.glued)
    }

    fn is_name(&self, token: usize) -> bool {
        token < self.clues.len() && is_namelike(self.doc, self.clues, token)
    }

    /// The name behind a title, and what the office between them is for.
    fn person(&self, title: &Written, guesses: &[Guess]) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let from = title.tokens.start;
        // "General Motors", "Prince George" the town: known whole.
        // "Rani Basha": a given name that is a title elsewhere.
        let borne = !title.sure
            && guesses.first().is_some_and(|guess| {
                guess.group == Group::Person && guess.tokens.start == from && self.clues[from].known.given_name() > 0
            })
            // "David Tan Siong Sun", "Noordin Sheikh Mohammad"
            || guesses.first().is_some_and(|guess| {
                guess.group == Group::Person
                    && guess.tokens.start < from
                    && guess.tokens.end > from
                    && self.is_name(from - 1)
                    && self.clues[from - 1].known.title().is_none()
                    && !self.doc.is(from - 1, WordClass::TitleModifier)
            });
        let known = borne
            || (from..title.tokens.end).any(|token| {
                self.clues[token].phrase_here().is_some_and(|(length, facts)| {
                    length > 1 && token + length > title.tokens.end && facts.kind() != PhraseKind::NoName
                })
            });
        if known || self.doc.sentence_of(from) != self.doc.sentence_of(title.tokens.end) {
            return None;
        }
        let office = if title.honorific { None } else { self.office(title.tokens.end) };
        let mut start = office.as_ref().map_or(title.tokens.end, |office| office.end);
        start = self.over_bracket(start);
        // "Minister of Education Dr Ana Ruiz"
        while office.is_some() && self.is_title(start) && self.is_name(start + 1) {
            start += 1;
        }
        let name = self.name(start, guesses);
        self.is_borne(&name, title, office.is_some()).then_some((name, office))
    }

    /// "chief executive officer (CEO) Ana Ruiz": the letters for a title stand in brackets before the name.
    fn over_bracket(&self, at: usize) -> usize {
        let bracket = at >= 2 && self.doc.word(at) == ")" && self.doc.word(at - 2) == "(";
        if bracket && self.is_name(at + 1) { at + 1 } else { at }
    }

    /// "of State", "for Human Rights", "of the Joint Chiefs": what an office is for.
    fn office(&self, of: usize) -> Option<Range<usize>> {
        if !matches!(self.doc.normal(of), "of" | "for") {
            return None;
        }
        let from = of + 1 + usize::from(self.doc.normal(of + 1) == "the");
        if !self.is_name(from) {
            return None;
        }
        let mut at = match self.clues[from].phrase_here() {
            Some((length, facts)) if length > 1 || facts.kind().is_gpe() => from + length,
            _ => from + 1,
        };
        while at < from + LONGEST {
            let word = self.is_word(at)
                && !self.opens_name(at)
                && (self.doc.is(at, WordClass::Portfolio) || self.is_everyday(at));
            let joint = matches!(self.doc.normal(at), "and" | "&" | "," | "of" | "for")
                && (self.is_office_word(at + 1) || self.is_name(at + 1) && self.is_everyday(at + 1));
            if !(word || joint) {
                break;
            }
            at += 1;
        }
        // A place that nobody knows is one only before somebody's full name.
        let known = self.is_office_word(from)
            || self.is_everyday(from)
            || self.clues[from].phrase_here().is_some_and(|(_, facts)| facts.kind().is_gpe());
        (self.is_name(at) && (known || self.opens_name(at))).then_some(from..at)
    }

    fn is_office_word(&self, token: usize) -> bool {
        self.is_word(token) && self.doc.is(token, WordClass::Portfolio)
    }

    fn is_everyday(&self, token: usize) -> bool {
        let known = self.clues[token].known;
        known.common_word() > 0 && known.given_name() < 3
    }

    /// A given name before another name.
    fn opens_name(&self, token: usize) -> bool {
        self.is_name(token)
            && self.clues[token].known.given_name() > 0
            && !self.doc.is(token, WordClass::Portfolio)
            && self.is_name(token + 1)
    }

    /// The run of names that begins at a token, particles and hyphens within it.
    fn name(&self, from: usize, guesses: &[Guess]) -> Range<usize> {
        let sentence = self.doc.sentence_of(from);
        let headline = self.titled.get(sentence).copied().unwrap_or_default();
        let tokens = &self.doc.tokens;
        let particle = |at: usize| {
            tokens.get(at).is_some_and(|token| token.is_word() && token.case == Case::Lower)
                && self.clues[at].known.is_name_particle()
        };
        // Burmese names may have any word, titles elsewhere too.
        let burmese = from.checked_sub(1).is_some_and(|before| self.is_burmese_u(before));
        // "Mr mangana Gough": a name that its bearer writes small.
        let small = tokens.get(from).is_some_and(|token| token.is_word() && token.case == Case::Lower)
            && !particle(from)
            && self.clues[from].known.common_word() == 0
            && self.doc.lexeme(from).parts == Default::default()
            && !self.doc.is(from, WordClass::FunctionWord)
            && self.is_name(from + 1);
        let mut at = from + usize::from(small);
        while at < from + LONGEST && at < tokens.len() {
            if self.is_name(at) && (at == from || burmese || !self.ends_name(at)) {
                at += 1;
            } else if particle(at) && (self.is_name(at + 1) || particle(at + 1) && self.is_name(at + 2))
                || at > from
                    && self.is_glued_hyphen(at)
                    && (self.is_word(at + 1)
                        || tokens[at + 1].is_word() && self.is_syllable(at - 2.min(at - from), at + 1))
            {
                at += 2;
            } else if particle(at) && self.is_glued_hyphen(at + 1) && self.is_word(at + 2) {
                at += 3;
            } else if let Some(end) = nickname_end(self.doc, at).filter(|&end| at > from && self.is_name(end))
            {
                at = end + 1;
            } else {
                break;
            }
        }
        // A headline has capitals all along: the model says where the name ends.
        if headline {
            let over = guesses.iter().find(|guess| guess.tokens.end > from);
            let end = over.filter(|guess| guess.tokens.start <= from).map_or(from, |guess| guess.tokens.end);
            at = at.min(end.max(from));
        }
        at = at.min(tokens.len());
        while at > from && self.doc.sentence_of(at - 1) != sentence {
            at -= 1;
        }
        from..at
    }

    /// The second half of a given name of two: "Kim Jae-won", "Moon Jae-in".
    fn is_syllable(&self, surname: usize, token: usize) -> bool {
        let opening = self.doc.normal(surname);
        let short = self.doc.word(token).len() <= 6;
        short
            && (crate::word_class::is(opening, WordClass::SurnameFirst)
                || self.clues[token].known.common_word() == 0)
    }

    /// A word behind a name that is no more part of it.
    fn ends_name(&self, token: usize) -> bool {
        let known = self.clues[token].known;
        known.group().is_some() && known.given_name() + known.surname() == 0
            || self.is_title(token) && known.surname() < 2
            || self.doc.is(token, WordClass::PostNominal) && self.doc.tokens[token].case == Case::Upper
    }

    /// Whether the words behind a title are somebody's.
    fn is_borne(&self, name: &Range<usize>, title: &Written, office: bool) -> bool {
        let (Some(first), Some(last)) = (name.clone().next(), name.clone().next_back()) else { return false };
        let (opening, closing) = (self.clues[first].known, self.clues[last].known);
        let body = closing.is_org_word()
            || closing.is_fac_word()
            || closing.is_loc_word()
            || closing.is_event_word()
            || closing.is_law_word()
            || closing.is_company_form();
        let full = opening.given_name() > 0 && closing.surname() > 0;
        let single = name.len() == 1;
        if body && !(full || single && closing.surname() >= 2) {
            return false;
        }
        let place = self.clues[first].phrase_here().is_some_and(|(length, facts)| {
            // Behind an office with its portfolio only a country is one: "Secretary of State Belgrano".
            let named =
                if office { facts.kind() == PhraseKind::Country } else { length > 1 || !title.honorific };
            length == name.len() && !facts.is_ambiguous() && named
        });
        if place || opening.group().is_some() && opening.surname() + opening.given_name() == 0 {
            return false;
        }
        let word = opening.common_word() > 0 && opening.given_name() + opening.surname() == 0;
        let gendered = self.clues[title.tokens.end - 1].known.title_gender().is_some();
        if self.is_burmese_u(title.tokens.end - 1) {
            return true;
        }
        match (title.sure, single) {
            (true, true) if title.honorific && gendered => !word || opening.common_word() < 2,
            (true, true) => !word && (!office || opening.common_word() == 0),
            (true, false) => !word,
            // A title that is as often a word of its own asks for a name that is no word.
            (false, true) => opening.common_word() == 0,
            (false, false) => opening.given_name() > 0,
        }
    }

    fn is_place(&self, tokens: &Range<usize>) -> bool {
        let here = self.clues[tokens.start].phrase_here();
        let known = here.is_some_and(|(length, facts)| length == tokens.len() && facts.kind().is_gpe());
        known || tokens.len() == 1 && !self.is_everyday(tokens.start) && !self.is_office_word(tokens.start)
    }

    /// "Norlund" of "Crown Prince Haldor of Norlund", which the model took for one name.
    fn home(&self, name: &Range<usize>, guesses: &[Guess]) -> Option<Guess> {
        let from = name.end + 1;
        let over = guesses.iter().take_while(|guess| guess.tokens.start < name.end);
        let end = over.map(|guess| guess.tokens.end).max().filter(|end| *end > from)?;
        (self.doc.normal(name.end) == "of" && self.is_name(from))
            .then(|| Guess::sure(from..end, Group::Place, BY_FORM))
    }

    /// "Duke of Marbury", which the model took for one name: the place alone is one. What was taken, and the place.
    fn ruler(&self, title: &Written, guesses: &[Guess]) -> Option<(Range<usize>, Option<Guess>)> {
        let last = title.tokens.end - 1;
        let from = title.tokens.end + 1;
        if !self.doc.is(last, WordClass::NobleTitle)
            || self.doc.normal(last + 1) != "of"
            || !self.is_name(from)
            // "The pub Duke of Clarence"
            || class_noun::is_no_person(self.doc, self.clues, &(title.tokens.start..from + 1))
        {
            return None;
        }
        let known = self.clues[title.tokens.start].phrase_here();
        if known.is_some_and(|(length, _)| title.tokens.start + length > from) {
            return None;
        }
        let over = guesses.iter().find(|guess| guess.tokens.end > title.tokens.start)?;
        // "Marbury" alone, which the model took for the duke.
        let alone = |guess: &Guess| guess.tokens == (from..from + 1) && guess.group == Group::Person;
        if guesses.iter().take(3).any(alone) && self.clues[from].known.given_name() == 0 {
            let place = Guess::sure(from..from + 1, Group::Place, BY_FORM);
            return Some((title.tokens.start..from + 1, Some(place)));
        }
        // "2nd Earl" alone is left as it is.
        if over.tokens.start >= title.tokens.end || over.tokens.end <= title.tokens.end {
            return None;
        }
        let end = over.tokens.end;
        let place =
            end > from && (self.is_place(&(from..from + 1)) || self.clues[from].known.common_word() == 0);
        let guess = place.then(|| Guess::sure(from..end, Group::Place, BY_FORM));
        Some((over.tokens.clone(), guess))
    }
}
