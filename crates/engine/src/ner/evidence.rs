//! What stands beside a name says of its type: who it is that speaks, where voters are, what has a mayor or shareholders.
//!
//! Each frame is a vote; the votes of the whole article are counted in [`super::document_consistency`]. Nearest words are asked
//! rather than whole clauses, since a name that the model mistook has often misled the parser too.

mod before;

use std::ops::Range;

use super::features::Clue;
use super::weights::{CLEAR_FRAME, LEANING_FRAME, LIKELY_FRAME};
use super::{Group, is_namelike};
use crate::doc::Doc;
use crate::sentence::is_possessive;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// The votes of what stands before and behind a name.
pub(super) fn votes(doc: &Doc, clues: &[Clue], tokens: &Range<usize>) -> [f32; 4] {
    let look = Look { doc, clues };
    let mut votes = [0.0; 4];
    // What has the form of a body's name, an abbreviation, or an article before it is nobody's name.
    let body = tokens.clone().any(|at| {
        clues[at].known.is_org_word() && clues[at].known.surname() == 0
            || clues[at].known.is_company_form()
            || doc.normal(at) == "of"
            || doc.tokens[at].case == Case::Upper && !is_initials(doc, clues, tokens, at)
    });
    let article = tokens.start.checked_sub(1).is_some_and(|at| matches!(doc.normal(at), "a" | "an" | "the"));
    let mut vote = |evidence: Option<(Group, f32)>| match evidence {
        Some((Group::Person, _)) if body || article => {}
        Some((group, weight)) => votes[group as usize] += weight,
        None => {}
    };
    vote(look.behind(tokens.end, tokens.len()));
    vote(look.before(tokens.start));
    vote(look.side(tokens));
    vote(look.opens_with_country(tokens));
    if look.is_ruled_by(tokens) {
        votes[Group::Person as usize] += CLEAR_FRAME;
    }
    if !body && !article {
        votes[Group::Person as usize] += look.form(tokens);
    }
    votes
}

/// "T.K." of "T.K. Ilango": letters with stops before one word that ends no body's name.
fn is_initials(doc: &Doc, clues: &[Clue], tokens: &Range<usize>, at: usize) -> bool {
    at == tokens.start
        && tokens.len() == 2
        && doc.word(at).ends_with('.')
        && clues[at].phrase_here().is_none()
        && doc.tokens[at + 1].case == Case::Title
        && clues[at + 1].known.common_word() == 0
}

/// "Florence, Italy, she said", "Arle lies between two rivers": nothing but a place has a country behind it or lies somewhere.
pub(super) fn is_on_the_map(doc: &Doc, clues: &[Clue], tokens: &Range<usize>) -> bool {
    let end = tokens.end;
    let wide = |at: usize| {
        let phrase = clues.get(at).and_then(Clue::phrase_here).filter(|(_, facts)| {
            matches!(facts.kind(), crate::lexicon::PhraseKind::Country | crate::lexicon::PhraseKind::Region)
        });
        let state = doc.is(at, WordClass::AmericanState).then_some(1);
        phrase.map(|(length, _)| length).or(state).map(|length| at + length)
    };
    let within = doc.word(end) == ","
        && wide(end + 1).is_some_and(|closed| matches!(doc.word(closed), "," | "." | ";"));
    within || doc.is(end, WordClass::PlaceVerb) && doc.syntax.relation(end) != Relation::Compound
}

struct Look<'a> {
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
}

impl Look<'_> {
    fn is(&self, token: usize, class: WordClass) -> bool {
        self.doc.is(token, class)
    }

    fn normal(&self, token: usize) -> &str {
        self.doc.normal(token)
    }

    fn is_number(&self, token: usize) -> bool {
        self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn is_person_noun(&self, token: usize) -> bool {
        let small = self.doc.tokens.get(token).is_some_and(|token| token.is_word() && !token.is_capital());
        small
            && self.doc.syntax.tag(token).upos() == Upos::NOUN
            && (self.clues[token].known.is_person_noun() || self.normal(token).ends_with("ologist"))
            && !self.is(token, WordClass::RarelyPerson)
    }

    /// "Ana Ruiz": the form of a person’s name, given name first.
    fn form(&self, tokens: &Range<usize>) -> f32 {
        let (first, last) = (self.clues[tokens.start].known, self.clues[tokens.end - 1].known);
        let all_words =
            tokens.clone().all(|at| self.doc.tokens[at].is_word() && self.doc.tokens[at].is_capital());
        let head = last.is_fac_word()
            || last.is_loc_word()
            || last.is_event_word()
            || last.is_law_word()
            || self.is(tokens.end - 1, WordClass::ClubWord)
            || self.is(tokens.end - 1, WordClass::CompanyEnd)
            || self.is(tokens.end - 1, WordClass::PaperWord);
        if is_initials(self.doc, self.clues, tokens, tokens.start) && !head {
            return LIKELY_FRAME;
        }
        let length = (2..=3).contains(&tokens.len());
        let known = self.clues[tokens.start].phrase_here().is_some_and(|(length, _)| length > 1);
        if !length || !all_words || head && last.surname() == 0 || last.common_word() > 0 || known {
            return 0.0;
        }
        match (first.given_name(), last.surname(), last.group()) {
            (2.., 1.., None) if first.common_word() == 0 => LIKELY_FRAME,
            (2.., 0, None) | (1, 1.., None) if first.common_word() == 0 => LEANING_FRAME,
            _ => 0.0,
        }
    }

    /// "the Macron government": by the surname of who leads it.
    fn is_ruled_by(&self, tokens: &Range<usize>) -> bool {
        let known = self.clues[tokens.start].known;
        tokens.len() == 1
            && matches!(self.normal(tokens.end), "government" | "administration" | "presidency" | "cabinet")
            && self.clues[tokens.start].phrase_here().is_none()
            && known.surname() > 0
            && known.group().is_none()
    }

    /// "Kenya Kwanza": a country and a word that is nobody's name.
    fn opens_with_country(&self, tokens: &Range<usize>) -> Option<(Group, f32)> {
        let country = self.clues[tokens.start].phrase_here().is_some_and(|(length, facts)| {
            length == 1 && facts.kind() == crate::lexicon::PhraseKind::Country && !facts.is_ambiguous()
        });
        let last = self.clues[tokens.end - 1].known;
        let named = last.surname() + last.given_name() > 0;
        (tokens.len() == 2 && country && !named && self.doc.tokens[tokens.end - 1].is_word())
            .then_some((Group::Org, LIKELY_FRAME))
    }

    /// "Argentina’s X beat Chile’s Y": two sides, unless they are people ("Serbia’s Ana Ruiz beat …").
    fn side(&self, tokens: &Range<usize>) -> Option<(Group, f32)> {
        let owned = tokens.start >= 2
            && self.doc.tokens[tokens.start - 1].kind == TokenKind::Clitic
            && self.clues[tokens.start - 2].known.is_known();
        let beat =
            |at: Option<usize>| at.is_some_and(|at| self.is(at, WordClass::BeatVerb) && self.is_verb(at));
        let behind = beat(Some(tokens.end));
        let before = tokens.start.checked_sub(3);
        let played = behind || beat(before) || beat(before.and_then(|before| before.checked_sub(1)));
        let known = self.clues[tokens.start].known;
        let person = tokens.len() > 1 && known.given_name() > 1;
        (owned && played && !person).then_some((Group::Org, LIKELY_FRAME))
    }

    /// What goes on behind a name that ends before `at`.
    fn behind(&self, at: usize, length: usize) -> Option<(Group, f32)> {
        let kind = self.doc.tokens.get(at)?.kind;
        let word = self.doc.word(at);
        match (kind, word) {
            (TokenKind::Clitic, _) => self.owns(at + 1),
            (TokenKind::Hyphen, _) => {
                matches!(self.normal(at + 1), "based" | "born").then_some((Group::Place, CLEAR_FRAME))
            }
            (TokenKind::Mark, ",") => self.beside(at + 1),
            (TokenKind::Word, _) if self.normal(at) == "who" => self.one_who(at),
            (TokenKind::Word, _) => self.does(at - length, at).or_else(|| self.before_noun(at, length)),
            _ => None,
        }
    }

    /// "X’s foreign minister", "X’s shareholders", "X’s wife".
    fn owns(&self, at: usize) -> Option<(Group, f32)> {
        // The head of what is owned: the last noun of a few words.
        let noun = |at: usize| {
            let tag = self.doc.syntax.tag(at).upos();
            matches!(tag, Upos::NOUN | Upos::ADJ | Upos::PROPN)
                && self.doc.tokens.get(at).is_some_and(|token| token.is_word())
        };
        let end = (at..at + 4).take_while(|&at| noun(at)).last()?;
        let end = (at..=end).find(|&at| self.is(at, WordClass::BodyPerson)).unwrap_or(end);
        if matches!(
            self.normal(end),
            "ceo" | "founder" | "co-founder" | "customers" | "users" | "subscribers"
        ) {
            return Some((Group::Org, LIKELY_FRAME));
        }
        if self.is(end, WordClass::PlaceOffice) {
            return Some((Group::Place, LIKELY_FRAME));
        }
        if self.is(end, WordClass::CompanyAsset) {
            return Some((Group::Org, LIKELY_FRAME));
        }
        let kin = self.is(end, WordClass::MaleNoun) || self.is(end, WordClass::FemaleNoun);
        let mine = kin
            || matches!(self.normal(end), "lawyer" | "attorney" | "death" | "parents" | "family" | "career");
        mine.then_some((Group::Person, LIKELY_FRAME))
    }

    /// ", 52," ", a town of 9,000" ", a law firm in Leeds" ", a winger,".
    fn beside(&self, at: usize) -> Option<(Group, f32)> {
        if self.normal(at) == "who" {
            return self.one_who(at);
        }
        if self.is_number(at)
            && self.doc.word(at).len() == 2
            && matches!(self.doc.word(at + 1), "," | "." | ")")
        {
            return Some((Group::Person, CLEAR_FRAME));
        }
        // ", 12 miles to the north", ", 40km from Arle"
        let far = self.is_number(at)
            && matches!(self.normal(at + 1), "mile" | "miles" | "km" | "kilometres" | "kilometers")
            && matches!(
                self.normal(at + 2),
                "to" | "from" | "away" | "north" | "south" | "east" | "west" | "off"
            );
        if far {
            return Some((Group::Place, CLEAR_FRAME));
        }
        let state = self.is(at, WordClass::AmericanState)
            || self.clues.get(at).and_then(Clue::phrase_here).is_some_and(|(_, facts)| {
                matches!(
                    facts.kind(),
                    crate::lexicon::PhraseKind::Country | crate::lexicon::PhraseKind::Region
                )
            });
        if state && (self.clues[at].known.is_known() || self.is(at, WordClass::AmericanState)) {
            let closed = (at..at + 4).any(|at| self.doc.word(at) == ",");
            return closed.then_some((Group::Place, LIKELY_FRAME));
        }
        let kin = is_possessive(self.normal(at));
        if !(kin || matches!(self.normal(at), "a" | "an" | "the")) {
            return None;
        }
        // "the mayor’s daughter"
        let owner = (at + 1..at + 4).find(|&at| {
            self.doc.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Clitic)
                && self.doc.tokens[at].is_word()
        });
        let from = owner.map_or(at, |owner| owner + 1);
        let said = self.head(from + 1, from + 6).and_then(|head| self.said_to_be(head));
        said.filter(|(group, _)| !(kin || owner.is_some()) || *group == Group::Person)
    }

    /// "who is 52", but not "who have won once", which is said of a team.
    fn one_who(&self, who: usize) -> Option<(Group, f32)> {
        let many = matches!(self.normal(who + 1), "have" | "are" | "were" | "do");
        (!many).then_some((Group::Person, CLEAR_FRAME))
    }

    /// The head of a noun phrase in small letters: its last noun.
    fn head(&self, from: usize, to: usize) -> Option<usize> {
        let fits = |at: &usize| {
            self.doc.tokens.get(*at).is_some_and(|token| {
                matches!(token.kind, TokenKind::Word | TokenKind::Hyphen | TokenKind::Number)
            }) && !self.is(*at, WordClass::FunctionWord)
        };
        let last = (from..to).take_while(fits).last()?;
        let owner = self.doc.tokens.get(last + 1).is_some_and(|next| next.kind == TokenKind::Clitic);
        (self.doc.tokens[last].is_word() && !owner).then_some(last)
    }

    /// A word that no dictionary has, by itself: "in Halvia".
    fn is_alone(&self, start: usize) -> bool {
        !is_namelike(self.doc, self.clues, start + 1)
            && self.clues[start].known.common_word() == 0
            && self.doc.tokens[start].case == Case::Title
            && self.doc.tokens.get(start + 1).is_none_or(|next| next.kind != TokenKind::Clitic)
    }

    /// Whether a known country or region ends here.
    fn is_place_end(&self, last: usize) -> bool {
        (last.saturating_sub(3)..=last).any(|at| {
            self.clues[at].phrase_here().is_some_and(|(length, facts)| {
                at + length == last + 1
                    && matches!(
                        facts.kind(),
                        crate::lexicon::PhraseKind::Country | crate::lexicon::PhraseKind::Region
                    )
            })
        })
    }

    fn said_to_be(&self, noun: usize) -> Option<(Group, f32)> {
        if self.is(noun, WordClass::PlaceNoun) {
            Some((Group::Place, CLEAR_FRAME))
        } else if self.is(noun, WordClass::MediaNoun)
            || self.is(noun, WordClass::CompanyNoun)
            || self.is(noun, WordClass::OrganisationNoun)
            || self.normal(noun).ends_with("maker")
        {
            Some((Group::Org, CLEAR_FRAME))
        } else if self.is_person_noun(noun) {
            Some((Group::Person, CLEAR_FRAME))
        } else {
            None
        }
    }

    /// "X said it would", "X says he cheated him", "X resigned".
    fn does(&self, name: usize, at: usize) -> Option<(Group, f32)> {
        if self.wins_by_score(at) {
            return Some((Group::Org, LIKELY_FRAME));
        }
        if self.plays(name, at) {
            return Some((Group::Org, CLEAR_FRAME));
        }
        let says = self.is(at, WordClass::SayingPast) || self.is(at, WordClass::SayingThird);
        if !says || self.is(at, WordClass::SayingOrNoun) {
            return None;
        }
        // "“We will stay,” X said"; "X says it cheated him".
        let quoted = name > 0 && self.doc.tokens[name - 1].kind == TokenKind::QuoteMark;
        let own = (at + 2..at + 6)
            .take_while(|&at| !self.doc.tokens.get(at).is_none_or(|token| token.is_capital()));
        let mut own = own.filter(|&at| matches!(self.normal(at), "him" | "himself" | "his" | "herself"));
        if quoted || own.next().is_some() {
            return Some((Group::Person, LEANING_FRAME));
        }
        let that = usize::from(self.normal(at + 1) == "that");
        match self.normal(at + 1 + that) {
            "it" if self.normal(at) == "said"
                && matches!(
                    self.normal(at + 2 + that),
                    "would" | "will" | "has" | "had" | "plans" | "expects" | "is"
                ) =>
            {
                Some((Group::Org, LIKELY_FRAME))
            }
            "he" | "she" => Some((Group::Person, LIKELY_FRAME)),
            "reporters" if self.normal(at) == "told" => Some((Group::Person, LEANING_FRAME)),
            _ => None,
        }
    }

    /// "Roma and Lazio both lost", "Udinese beat Torino": a club of one word beside what clubs do.
    fn plays(&self, name: usize, at: usize) -> bool {
        let club = name + 1 == at && self.is(name, WordClass::ClubName);
        let near = name.saturating_sub(4)..at + 4;
        let same = |&at: &usize| {
            self.doc.tokens.get(at).is_some() && self.doc.sentence_of(at) == self.doc.sentence_of(name)
        };
        club && near.filter(same).any(|at| {
            self.is(at, WordClass::BeatVerb)
                || self.is(at, WordClass::ResultVerb)
                || self.is(at, WordClass::SportWord)
        })
    }

    /// "won 2-0", "lost 3-1": by goals. Sets of tennis and rounds of boxing are one person's.
    fn wins_by_score(&self, at: usize) -> bool {
        let verb = self.is(at, WordClass::ResultVerb);
        let goals = |at: usize| matches!(self.doc.word(at), "0" | "1" | "2" | "3" | "4" | "5");
        let dash = |at: usize| matches!(self.doc.word(at), "-" | "–");
        let another = |at: usize| self.is_number(at) || self.doc.word(at) == "," && self.is_number(at + 1);
        verb && goals(at + 1) && dash(at + 2) && goals(at + 3) && !another(at + 4)
    }

    /// "X province", "X residents", "X shares".
    fn before_noun(&self, at: usize, length: usize) -> Option<(Group, f32)> {
        let word = self.doc.tokens.get(at).filter(|token| token.is_word())?;
        let name = at - length;
        // "Zipwell CEO Ana Ruiz", "the Zipwell founder, Ana Ruiz", "Arle scrum-half Dan Orr"
        let half =
            self.doc.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Hyphen && next.glued)
                && matches!(self.normal(at + 2), "half" | "back" | "rower" | "general");
        if self.is(at, WordClass::BodyPerson) && !self.is_verb(at) || half {
            let behind = at + 1 + 2 * usize::from(half);
            let named = is_namelike(self.doc, self.clues, behind)
                || !half && matches!(self.doc.word(behind), "," | "and")
                || word.is_capital();
            return named.then_some((Group::Org, if half { CLEAR_FRAME } else { LIKELY_FRAME }));
        }
        if word.is_capital() {
            return None;
        }
        if self.is(at, WordClass::PlaceVerb) && length < 3 && self.is_verb(at) {
            return Some((Group::Place, LIKELY_FRAME));
        }
        // "Zipwell is a company that …"
        if self.is(at, WordClass::FormOfBe) && matches!(self.normal(at + 1), "a" | "an" | "the" | "one") {
            let of = usize::from(self.normal(at + 1) == "one") * 2;
            return self.head(at + 2 + of, at + 7 + of).and_then(|head| self.said_to_be(head));
        }
        if self.is_verb(at) {
            return None;
        }
        if self.is(at, WordClass::PlaceNoun) && length < 3 {
            return Some((Group::Place, LIKELY_FRAME));
        }
        // "the Dymarla company"; but "the London company", "the Orr family firm".
        let article = name > 0 && matches!(self.normal(name - 1), "the" | "a" | "an");
        let placed = self.clues[name].phrase_here().is_some_and(|(_, facts)| facts.kind().is_gpe());
        let body = self.is(at, WordClass::CompanyNoun) || self.is(at, WordClass::OrganisationNoun);
        if body && !placed && length < 3 && self.doc.syntax.tag(at).upos() == Upos::NOUN {
            // "the far-right Vosk party"
            if self.normal(at) == "party" && length == 1 && self.is_described(name) {
                return Some((Group::Org, CLEAR_FRAME));
            }
            if article {
                return Some((Group::Org, LIKELY_FRAME));
            }
        }
        if self.is(at, WordClass::BodyThing) {
            let clear = matches!(self.normal(at), "secretariat" | "index");
            let weight = if clear { CLEAR_FRAME } else { LEANING_FRAME };
            return Some((Group::Org, weight));
        }
        // "the Halvia Post newspaper", "Tarn news agency"
        let news = usize::from(self.normal(at) == "news");
        if self.is(at + news, WordClass::MediaNoun) && !self.doc.tokens[at].glued {
            return Some((Group::Org, CLEAR_FRAME));
        }
        matches!(self.normal(at), "residents" | "villagers" | "voters")
            .then_some((Group::Place, LIKELY_FRAME))
    }

    /// "the far-right Vosk", "a new Vosk": an article and an adjective before a word that is nobody’s name.
    fn is_described(&self, name: usize) -> bool {
        let known = self.clues[name].known;
        let plain = |at: usize| {
            self.doc.tokens[at].case == Case::Lower
                && matches!(self.doc.syntax.tag(at).upos(), Upos::ADJ | Upos::VERB | Upos::NOUN)
                || self.doc.tokens[at].kind == TokenKind::Hyphen
        };
        let mut before = (1..=5).filter_map(|back| name.checked_sub(back)).skip_while(|&at| plain(at));
        known.given_name() == 0
            && known.surname() < 2
            && before
                .next()
                .is_some_and(|at| at + 1 < name && matches!(self.normal(at), "the" | "a" | "its" | "their"))
    }

    fn is_verb(&self, at: usize) -> bool {
        matches!(
            self.doc.syntax.tag(at).verb_form(),
            Some(VerbForm::Past | VerbForm::Present | VerbForm::Modal)
        )
    }
}

fn is_small(word: &str, words: &[&str]) -> bool {
    words.contains(&word)
}
