//! The units that figures are given in: currencies by their ISO 4217 codes, measures by their symbols.
//!
//! Which of several currencies of one name is meant ("pesos") the article tells by the countries that it names; where it
//! does not, the name itself is the unit.

use std::cell::OnceCell;

use crate::doc::Doc;
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

/// What a unit makes of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    /// The token after its last.
    pub end: usize,
    pub kind: UnitKind,
    /// A code, a symbol, or a name that several currencies share.
    pub symbol: &'static str,
    /// What one of it is in the unit of the symbol: 0.01 for a cent.
    pub of_one: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    Money,
    Percent,
    Measure,
}

/// The units of one article.
pub(super) struct Units<'r, 'a> {
    pub doc: &'r Doc<'a>,
    /// How often the article names the countries of each currency; counted when it is first asked for.
    countries: OnceCell<Vec<(&'static str, usize)>>,
    /// Whether the article writes sums in pounds with their sign.
    pound_signs: OnceCell<bool>,
    /// Whether it names the dollars of its country in full.
    spelled: OnceCell<bool>,
}

/// The parts of [`WordClass::FigureSense`] that tell pounds of money from those of the body.
const PAYS: u64 = 1;
const LOSES: u64 = 2;
const BODY: u64 = 4;

fn is_sense(doc: &Doc, at: usize, sense: u64) -> bool {
    doc.value(at, WordClass::FigureSense).is_some_and(|senses| senses & sense != 0)
}

/// How far before an amount the word stands that pays or weighs it, in tokens.
const PAID: usize = 6;

/// How often an article without the United States names a country whose dollars its "$" are.
const OFTEN: usize = 3;

impl<'r, 'a> Units<'r, 'a> {
    pub fn new(doc: &'r Doc<'a>) -> Self {
        Units { doc, countries: OnceCell::new(), pound_signs: OnceCell::new(), spelled: OnceCell::new() }
    }

    /// The sign or code that stands before an amount: the token after it, and the currency.
    pub fn before(&self, at: usize, end: usize) -> Option<(usize, &'static str)> {
        if at >= end {
            return None;
        }
        let word = self.doc.word(at);
        let sign = |at: usize| {
            let is_sign = at < end && self.kind(at) == Some(TokenKind::Mark);
            if is_sign { word_class::word_beside(self.doc.word(at), WordClass::CurrencySign) } else { None }
        };
        if let Some(code) = sign(at) {
            return Some((at + 1, self.of_sign(code)));
        }
        if self.kind(at) != Some(TokenKind::Word) || word.len() > 6 {
            return None;
        }
        if let Some(code) = word_class::word_beside(word, WordClass::DollarPrefix)
            && self.doc.word(at + 1) == "$"
            && at + 1 < end
            // "a $5 bill": only letters that are written on to the sign, or that nothing else can be, belong to it.
            && (self.glued(at + 1) || word.len() > 1 && word != "Can")
        {
            return Some((at + 2, code));
        }
        let code = word_class::word_beside(word, WordClass::CurrencyCode)?;
        // "GH₵20", "JP¥500"
        let stop = self.doc.word(at + 1) == "." && self.glued(at + 1);
        let end_of_code = if sign(at + 1).is_some() || stop { at + 2 } else { at + 1 };
        let number = end_of_code < end && self.kind(end_of_code) == Some(TokenKind::Number);
        // "JD 243 million"
        let scaled = end_of_code + 1 < end && self.doc.is(end_of_code + 1, WordClass::Scale);
        let grouped = self.doc.word(end_of_code).contains(',');
        let sure = self.glued(end_of_code) || scaled || grouped && word.len() > 2;
        let rare = word_class::is(word, WordClass::RareCode) && !sure;
        // "P48,000" in Gaborone
        let code = if word == "P" && self.named("BWP") > self.named("PHP") { "BWP" } else { code };
        (number && !rare).then(|| (end_of_code, self.one_of(code)))
    }

    /// The unit behind a number, over its hyphen: "percent", "Hong Kong dollars", "square miles", "-foot".
    ///
    /// `value` is the number's, where it is known, and `scaled` whether a word of scale ends it.
    pub fn behind(&self, at: usize, end: usize, value: Option<f64>, scaled: bool) -> Option<Unit> {
        let hyphen = at < end && self.kind(at) == Some(TokenKind::Hyphen);
        let at = at + usize::from(hyphen);
        if at >= end {
            return None;
        }
        if let Some(unit) = self.money_behind(at, end, value, scaled, hyphen) {
            return Some(unit);
        }
        let (length, symbol) = self.measure(at, end)?;
        // "in" is the preposition, "2 in 5" counts.
        if matches!(self.doc.normal(at), "in" | "a" | "st") && !hyphen {
            return None;
        }
        let kind = if matches!(symbol, "%" | "pp" | "bp") { UnitKind::Percent } else { UnitKind::Measure };
        Some(Unit { end: at + length, kind, symbol, of_one: 1.0 })
    }

    /// The unit that is written on to a number: "5km", "20p", "3pc"; `behind` is the token after the number.
    pub fn glued_to(&self, letters: &str, behind: usize, end: usize) -> Option<Unit> {
        if let Some(code) = word_class::word_beside(letters, WordClass::GluedPart) {
            return Some(Unit { end: behind, kind: UnitKind::Money, symbol: code, of_one: 0.01 });
        }
        let symbol = word_class::word_beside(letters, WordClass::GluedUnit)?;
        let slash = behind + 1 < end && self.doc.word(behind) == "/";
        let (end, symbol) = match (symbol, slash.then(|| self.doc.normal(behind + 1))) {
            ("km", Some("h" | "hr" | "hour")) => (behind + 2, "km/h"),
            ("m", Some("s" | "sec" | "second")) => (behind + 2, "m/s"),
            _ => (behind, symbol),
        };
        let kind = if matches!(symbol, "%" | "bp") { UnitKind::Percent } else { UnitKind::Measure };
        Some(Unit { end, kind, symbol, of_one: 1.0 })
    }

    fn money_behind(
        &self,
        at: usize,
        end: usize,
        value: Option<f64>,
        scaled: bool,
        hyphen: bool,
    ) -> Option<Unit> {
        let money = |end: usize, symbol| Unit { end, kind: UnitKind::Money, symbol, of_one: 1.0 };
        // "40 million Swiss francs", "3 million Hong Kong dollars"
        let capital = self.doc.tokens.get(at).is_some_and(|token| token.is_capital());
        if capital {
            if let Some(country_end) = self.doc.phrase(at, WordClass::CountryCurrency)
                // "a 20-billion US-dollar project"
                && let joint = usize::from(self.kind(country_end) == Some(TokenKind::Hyphen))
                && country_end + joint < end
                && self.doc.is(country_end + joint, WordClass::CurrencyWord)
            {
                let words = (at..country_end).map(|at| self.doc.normal(at));
                let (_, name) = word_class::longest(words, WordClass::CountryCurrency)?;
                let code = word_class::word_beside(name, WordClass::CountryCurrency)?;
                return Some(money(country_end + joint + 1, code));
            }
            // "5 million USD"
            let word = self.doc.word(at);
            if word.len() == 3
                && !hyphen
                && let Some(code) = word_class::word_beside(word, WordClass::CurrencyCode)
            {
                return Some(money(at + 1, code));
            }
        }
        if let Some(code) = word_class::word_beside(self.doc.word(at), WordClass::CurrencySign)
            && self.kind(at) == Some(TokenKind::Mark)
            && !hyphen
            && self.doc.tokens.get(at + 1).is_none_or(|next| !next.glued || next.kind != TokenKind::Number)
        {
            return Some(money(at + 1, self.of_sign(code)));
        }
        let normal = self.doc.normal(at);
        if let Some(code) =
            word_class::word_beside(normal, WordClass::CurrencyPart).filter(|_| self.is_part(at))
        {
            return Some(Unit { of_one: 0.01, ..money(at + 1, self.one_of(code)) });
        }
        let code = word_class::word_beside(normal, WordClass::CurrencyWord)?;
        if normal == "won" && !self.is_won(at, end, value) {
            return None;
        }
        if code == "GBP"
            && matches!(normal, "pound" | "pounds")
            && self.weighs(at, end, value, scaled, hyphen)
        {
            return Some(Unit { end: at + 1, kind: UnitKind::Measure, symbol: "lb", of_one: 1.0 });
        }
        // "12 crowns of laurel", "a dram of malt": no money is of anything.
        let of = at + 1 < end && self.doc.normal(at + 1) == "of" && !scaled;
        if of && self.doc.is(at, WordClass::MoneyOrThing) {
            let thing = self.doc.syntax.tag(at + 2).upos() == Upos::NOUN;
            let money = self.doc.is(at + 2, WordClass::MoneyNoun);
            if thing && !money {
                return None;
            }
        }
        // "pounds sterling"
        let end = at + 1 + usize::from(self.doc.normal(at + 1) == "sterling" && at + 1 < end);
        Some(money(end, self.one_of(code)))
    }

    fn is_part(&self, at: usize) -> bool {
        // "20 cents", not "per cent"
        self.doc.normal(at.wrapping_sub(1)) != "per"
    }

    /// Whether "won" is the money of Korea: it stands behind a great number and has no object.
    fn is_won(&self, at: usize, end: usize, value: Option<f64>) -> bool {
        let next = if at + 1 < end { self.doc.syntax.tag(at + 1).upos() } else { Upos::PUNCT };
        let object =
            matches!(next, Upos::DET | Upos::NOUN | Upos::PROPN | Upos::PRON | Upos::ADJ | Upos::NUM);
        !object && value.is_none_or(|value| value >= 50.0)
    }

    /// Whether pounds are a weight: "12 pounds of cocaine", "a 500-pound bomb", "weighed 7 pounds".
    fn weighs(&self, at: usize, end: usize, value: Option<f64>, scaled: bool, hyphen: bool) -> bool {
        let doc = self.doc;
        let next = if at + 1 < end { at + 1 } else { return self.speaks_of_weight(at, scaled) };
        // "a 500-pound ($630) prize"
        let sum = doc.word(next) == "("
            && next + 1 < end
            && word_class::word_beside(doc.word(next + 1), WordClass::CurrencySign).is_some();
        if sum {
            return false;
        }
        if hyphen {
            let noun = (next..end.min(next + 4)).find(|&at| doc.syntax.tag(at).upos() == Upos::NOUN);
            return !scaled && !noun.is_some_and(|noun| doc.is(noun, WordClass::MoneyNoun));
        }
        if doc.normal(next) == "of" {
            let noun = (next + 1..end.min(next + 5)).find(|&at| {
                doc.syntax.tag(at).upos() == Upos::NOUN && doc.syntax.tag(at + 1).upos() != Upos::NOUN
            });
            let money = noun.is_some_and(|noun| doc.is(noun, WordClass::MoneyNoun));
            return !money && (!scaled || value.is_some_and(|value| value < 1e6) && !self.has_pound_signs());
        }
        self.speaks_of_weight(at, scaled)
    }

    fn speaks_of_weight(&self, at: usize, scaled: bool) -> bool {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(at));
        let tokens = sentence.map_or(at..at, |sentence| sentence.tokens.clone());
        let before = tokens.start.max(at.saturating_sub(PAID))..at;
        // "fined 50 pounds after the weigh-in": the nearest word that can have an amount tells.
        let nearest = before.rev().find_map(|at| {
            let is = |sense: u64| is_sense(self.doc, at, sense);
            let in_body = || tokens.clone().any(|at| is_sense(self.doc, at, BODY));
            match self.doc.normal(at) {
                "shed" | "sheds" | "shedding" => Some(true),
                _ if is(PAYS) => Some(false),
                _ if self.doc.is(at, WordClass::Weighing) || is(LOSES) && in_body() => Some(true),
                _ => None,
            }
        });
        if let Some(weighs) = nearest {
            return weighs && !scaled && !self.has_pound_signs();
        }
        let near = tokens.start.max(at.saturating_sub(12))..tokens.end.min(at + 8);
        !scaled && near.into_iter().any(|at| self.doc.is(at, WordClass::Weighing)) && !self.has_pound_signs()
    }

    fn has_pound_signs(&self) -> bool {
        *self.pound_signs.get_or_init(|| {
            let tokens = &self.doc.tokens;
            tokens.iter().any(|token| token.kind == TokenKind::Mark && token.span.of(self.doc.text) == "£")
        })
    }

    /// The measure whose words begin at a token, and how many tokens they are; hyphens and the stop of a sentence are
    /// no part of them ("megawatt-hours", "12 km.").
    fn measure(&self, at: usize, end: usize) -> Option<(usize, &'static str)> {
        let trimmed = self.doc.normal(at).strip_suffix('.');
        let is_hyphen = |at: usize| self.kind(at) == Some(TokenKind::Hyphen);
        let words = || (at..end.min(at + 6)).filter(|&at| !is_hyphen(at)).map(|at| self.doc.normal(at));
        let found = word_class::longest(words(), WordClass::Measure)
            .or_else(|| word_class::longest(trimmed.into_iter(), WordClass::Measure));
        let (length, name) = found?;
        let symbol = word_class::word_beside(name, WordClass::Measure)?;
        let tokens = (at..end).filter(|&at| !is_hyphen(at)).nth(length - 1)? + 1 - at;
        Some((tokens, symbol))
    }

    /// The currency of a sign: dollars are those of the United States unless the article is about another country's.
    fn of_sign(&self, code: &'static str) -> &'static str {
        match code {
            "JPY" if self.named("CNY") > self.named("JPY") => "CNY",
            // Where "Hong Kong dollars" are told by name, a bare "$" beside them is the other.
            "USD" => Some(self.one_of(code)).filter(|&own| own == code || !self.spells(own)).unwrap_or(code),
            _ => code,
        }
    }

    /// The one of several currencies of a name that belongs to the country which the article names most.
    fn one_of(&self, code: &'static str) -> &'static str {
        let family = word_class::word_beside(code, WordClass::CurrencyFamily).unwrap_or(code);
        let own = self.named(code);
        if code == "USD" {
            if own > 0 {
                return code;
            }
        } else if code.len() == 3 && !matches!(family, "pounds" | "rupees" | "liras") {
            return code;
        }
        let best = self
            .countries()
            .iter()
            .filter(|(other, _)| word_class::word_beside(other, WordClass::CurrencyFamily) == Some(family))
            .max_by_key(|&&(_, times)| times);
        let least = if code == "USD" { OFTEN } else { own + 1 };
        best.filter(|&&(_, times)| times >= least).map_or(code, |&(other, _)| other)
    }

    /// Whether the article writes the dollars of a country by name: "Hong Kong dollars", "HK$".
    fn spells(&self, code: &str) -> bool {
        *self.spelled.get_or_init(|| {
            (1..self.doc.tokens.len()).any(|at| {
                let word = self.doc.word(at - 1);
                let sign = self.doc.word(at) == "$" && self.glued(at);
                let prefix = || word_class::word_beside(word, WordClass::DollarPrefix);
                let country = |from: usize| {
                    let words = (from..at).map(|at| self.doc.normal(at));
                    word_class::longest(words, WordClass::CountryCurrency)
                        .filter(|(length, _)| from + length == at)
                        .and_then(|(_, name)| word_class::word_beside(name, WordClass::CountryCurrency))
                };
                let named = || [1, 2].into_iter().find_map(|back| country(at.checked_sub(back)?));
                sign && prefix() == Some(code)
                    || matches!(self.doc.normal(at), "dollar" | "dollars") && named() == Some(code)
            })
        })
    }

    fn named(&self, code: &str) -> usize {
        self.countries().iter().find(|(known, _)| *known == code).map_or(0, |&(_, times)| times)
    }

    fn countries(&self) -> &[(&'static str, usize)] {
        self.countries.get_or_init(|| {
            let mut counts: Vec<(&'static str, usize)> = Vec::new();
            for (at, token) in self.doc.tokens.iter().enumerate() {
                if !(token.is_word() && token.is_capital()) {
                    continue;
                }
                let words = (at..at + 4).map(|at| self.doc.normal(at));
                let named = word_class::longest(words, WordClass::CountryCurrency);
                let Some(code) =
                    named.and_then(|(_, name)| word_class::word_beside(name, WordClass::CountryCurrency))
                else {
                    continue;
                };
                match counts.iter_mut().find(|(known, _)| *known == code) {
                    Some((_, times)) => *times += 1,
                    None => counts.push((code, 1)),
                }
            }
            counts
        })
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.doc.tokens.get(at).map(|token| token.kind)
    }

    fn glued(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| token.glued)
    }
}
