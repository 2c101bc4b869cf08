//! Gives names back what belongs to them by their form: the words over a particle ("Anna van der Holt"), before a
//! word that makes an organisation ("Velm Fair Trade Commission"), before the legal form of a company.

use std::ops::Range;

use super::features::Clue;
use super::{Group, Guess, Look, NICKNAME, nickname_end};
use crate::doc::Doc;
use crate::name_order::puts_surname_first;
use crate::sentence::is_function_word;
use crate::syntax::tag::Upos;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// A name is not widened by more words than this.
const REACH: usize = 5;

/// The guesses, each as wide as its name. What a wider one takes in goes.
pub(super) fn widen(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let mut all = look.companies(&guesses);
    all.extend(guesses);
    all.sort_by_key(|guess| guess.tokens.start);
    let mut out: Vec<Guess> = Vec::with_capacity(all.len());
    let mut rest = all.into_iter().peekable();
    while let Some(mut guess) = rest.next() {
        if out.last().is_some_and(|before| before.tokens.end >= guess.tokens.end) {
            continue;
        }
        match guess.group {
            _ if guess.proven => {
                // "Sri Lanka Airlines Ltd": a legal form still ends it.
                look.to_legal_form(&mut guess);
                out.push(guess);
                continue;
            }
            Group::Person => {
                look.over_nickname(&mut guess);
                look.over_particles(&mut guess);
                look.over_initials(&mut guess);
                look.over_given_name(&mut guess);
                look.over_surname(&mut guess);
                look.to_surname(&mut guess, rest.peek());
            }
            Group::Org => {
                look.before_head(&mut guess, out.last());
                look.over_and(&mut guess);
            }
            Group::Place => look.to_head(&mut guess, rest.peek()),
            Group::Other => {}
        }
        look.over_hyphen(&mut guess);
        look.to_legal_form(&mut guess);
        if let Some(before) = out.last()
            && look.is_given_name_of_a_place(before, &guess)
        {
            guess.tokens.start = before.tokens.start;
            out.pop();
        }
        while out.last().is_some_and(|before| before.tokens.end > guess.tokens.start && !before.proven) {
            out.pop();
        }
        let floor = out.last().map_or(0, |before| before.tokens.end);
        guess.tokens.start = guess.tokens.start.max(floor);
        if guess.tokens.is_empty() {
            continue;
        }
        out.push(guess);
    }
    out
}

impl Look<'_> {
    /// "Mali" of "Mali Rose Cooper, 22,", where a sentence begins: no place stands right before somebody’s name.
    fn is_given_name_of_a_place(&self, before: &Guess, guess: &Guess) -> bool {
        let start = before.tokens.start;
        before.group == Group::Place
            && guess.group == Group::Person
            && !guess.proven
            && before.tokens.len() == 1
            && before.tokens.end == guess.tokens.start
            && guess.tokens.len() > 1
            && self.doc.tokens[start].case == Case::Title
            && self.doc.begins_sentence(start)
            && self.clues[guess.tokens.start].known.given_name() > 0
            && self.clues[guess.tokens.start].known.title().is_none()
    }

    /// The tokens of the sentence that come before a name, as far as it may reach.
    fn before(&self, guess: &Guess) -> Range<usize> {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(guess.tokens.start));
        let start = sentence.map_or(guess.tokens.start, |sentence| sentence.tokens.start);
        start.max(guess.tokens.start.saturating_sub(REACH))..guess.tokens.start
    }

    /// "Anneliese van der Merwe", of which only the surname was found.
    fn over_particles(&self, guess: &mut Guess) {
        let before = self.before(guess);
        let particles = before.clone().rev().take_while(|&token| {
            self.doc.tokens[token].case == Case::Lower && self.clues[token].known.is_name_particle()
        });
        let first_particle = guess.tokens.start - particles.count();
        let given = first_particle.checked_sub(1).filter(|given| before.contains(given));
        if let Some(given) = given
            && first_particle < guess.tokens.start
            && self.is_name(given)
            && self.clues[given].known.title().is_none()
        {
            guess.tokens.start = given;
        }
    }

    /// "Ana “Duke” Ruiz", of which "Ana" or "Ruiz" was found.
    fn over_nickname(&self, guess: &mut Guess) {
        let (start, end) = (guess.tokens.start, guess.tokens.end);
        let before = self.before(guess);
        let given = |at: &usize| self.is_name(*at) && self.clues[*at].known.title().is_none();
        // What was found may end within the marks.
        let opening =
            (start + 1..=end).rev().take(NICKNAME + 1).find(|&at| nickname_end(self.doc, at).is_some());
        let behind = opening.and_then(|at| nickname_end(self.doc, at)).filter(|surname| *surname > end);
        let opening = (3..=NICKNAME + 2)
            .filter_map(|back| start.checked_sub(back).filter(|&at| at > before.start))
            .find(|&at| nickname_end(self.doc, at) == Some(start) && self.is_name(at - 1));
        if let Some(surname) = behind.filter(given) {
            guess.tokens.end = surname + 1;
        } else if let Some(opening) = opening {
            guess.tokens.start = (before.start..opening).rev().take_while(given).last().unwrap_or(start);
        }
    }

    /// "Hope Danvers", "May Trent", of which the given name was taken for a word or a month; but not "in May Trent
    /// said" or "will Trent".
    fn over_given_name(&self, guess: &mut Guess) {
        let Some(given) = self.before(guess).next_back().filter(|_| guess.tokens.len() == 1) else { return };
        let known = self.clues[given].known;
        let dated = known.is_month() && is_dated(self.doc, self.clues, given);
        if known.given_name() > 0 && known.title().is_none() && self.is_name(given) && !dated {
            guess.tokens.start = given;
        }
    }

    /// "JK" of "JK Tollemache", where a sentence begins.
    fn over_initials(&self, guess: &mut Guess) {
        let Some(at) = self.before(guess).next_back().filter(|_| guess.tokens.len() == 1) else { return };
        if self.are_initials(at) && self.doc.tokens[guess.tokens.start].case == Case::Title {
            guess.tokens.start = at;
        }
    }

    /// Two letters without stops that stand for nothing else.
    fn are_initials(&self, at: usize) -> bool {
        let letters = self.doc.tokens[at].case == Case::Upper && self.doc.word(at).len() == 2;
        let known = self.clues[at].known;
        let meant = known.title().is_some()
            || self.clues[at].phrase_here().is_some()
            || self.doc.is(at, WordClass::PlainAcronym)
            || self.doc.is(at, WordClass::PostNominal)
            || self.doc.is(at, WordClass::TitleWord)
            || known.common_word() > 1;
        letters && !meant
    }

    /// "Xi" of "Xi Jinhai", where a sentence begins with a surname that comes first.
    fn over_surname(&self, guess: &mut Guess) {
        let Some(surname) = self.before(guess).next_back().filter(|_| guess.tokens.len() == 1) else {
            return;
        };
        let words = [surname, guess.tokens.start].map(|token| self.doc.normal(token).to_owned());
        if self.is_name(surname)
            && puts_surname_first(&words)
            && self.clues[guess.tokens.start].known.common_word() == 0
        {
            guess.tokens.start = surname;
        }
    }

    /// "Hassan" of "Hassan Sa’adi": a word that no dictionary has, behind a given name.
    fn to_surname(&self, guess: &mut Guess, next: Option<&Guess>) {
        let (given, surname) = (guess.tokens.start, guess.tokens.end);
        let unknown = |at: usize| {
            self.clues
                .get(at)
                .is_some_and(|clue| clue.known == Default::default() && clue.phrase_here().is_none())
                && self.doc.lexeme(at).parts == Default::default()
                && self.doc.tokens[at].case != Case::Upper
                && self.doc.tokens[at].span.len() > 1
        };
        if guess.tokens.len() == 1
            && self.clues[given].known.given_name() > 0
            && self.is_name(surname)
            && unknown(surname)
            && !self.is_name(surname + 1)
            && self.doc.sentence_of(given) == self.doc.sentence_of(surname)
            && next.is_none_or(|next| next.tokens.start > surname)
        {
            guess.tokens.end = surname + 1;
        }
    }

    /// "Kim Jae-won", of which "Kim Jae" was found: a given name in two parts behind a surname.
    fn over_hyphen(&self, guess: &mut Guess) {
        // "Kim" of "Kim Do-hwan"
        let alone =
            guess.tokens.len() == 1 && super::is_syllable_pair(self.doc, self.clues, guess.tokens.end);
        let end = guess.tokens.end + usize::from(alone);
        let (hyphen, second) = (end, end + 1);
        let glued = |at: usize, kind: TokenKind| {
            self.doc.tokens.get(at).is_some_and(|token| token.kind == kind && token.glued)
        };
        let words =
            || (guess.tokens.start..end).map(|token| self.doc.normal(token).to_owned()).collect::<Vec<_>>();
        // "Maggie Chan Man-ki": a Western given name may stand before them.
        let western = guess.tokens.len() == 3 && self.clues[guess.tokens.start].known.given_name() > 0;
        if (end - guess.tokens.start == 2 || western)
            && puts_surname_first(&words()[usize::from(western)..])
            && glued(hyphen, TokenKind::Hyphen)
            && glued(second, TokenKind::Word)
            && self.doc.tokens[second].case == Case::Lower
        {
            guess.tokens.end = second + 1;
        }
    }

    /// Whether a word can stand in an organisation's name before the word that makes it one.
    fn can_lead_to_head(&self, token: usize) -> bool {
        let known = self.clues[token].known;
        self.is_name(token) && known.title().is_none() && known.group().is_none() && !known.is_person_noun()
    }

    /// "Velm Fair Trade Commission", of which "Velm" was found as a place and "Commission" as an organisation. A
    /// place right before an organisation is left: "U.S. Senate" is two names.
    fn before_head(&self, guess: &mut Guess, last: Option<&Guess>) {
        let known = self.clues[guess.tokens.end - 1].known;
        if !known.is_org_word() || guess.tokens.len() > 2 {
            return;
        }
        let floor = last.map_or(0, |last| last.tokens.end);
        let fits = |&token: &usize| {
            self.can_lead_to_head(token)
                && !(self.doc.begins_sentence(token) && self.clues[token].known.common_word() > 0)
        };
        let own = self.before(guess).rev().take_while(|token| *token >= floor && fits(token)).count();
        guess.tokens.start -= own;
        if own == 0 {
            return;
        }
        if let Some(last) = last
            && last.tokens.end == guess.tokens.start
            && matches!(last.group, Group::Place | Group::Other)
            && last.tokens.clone().all(|token| fits(&token))
        {
            guess.tokens.start = last.tokens.start;
        }
    }

    /// "the Fatwa and Legislation Department", of which what stands behind "and" was found: one article for all of it.
    fn over_and(&self, guess: &mut Guess) {
        let (start, last) = (guess.tokens.start, guess.tokens.end - 1);
        if guess.tokens.len() < 2 || !self.clues[last].known.is_org_word() || start < 3 {
            return;
        }
        let before = self.before(guess);
        let and = start - 1;
        let field = |at: usize| {
            let known = self.clues[at].known;
            self.can_lead_to_head(at)
                && self.doc.tokens[at].case == Case::Title
                && !known.is_org_word()
                && known.given_name() < 2
                && self.clues[at].phrase_here().is_none()
        };
        // What is joined must be alike: words of a field before a body, not two bodies.
        let plain = |at: usize| self.clues[at].known.common_word() > 0;
        let first = and - 1;
        if self.doc.word(and) == "and"
            && before.contains(&first)
            && field(first)
            && plain(start)
            && self.doc.normal(first - 1) == "the"
        {
            guess.tokens.start = first;
        }
    }

    /// "Velm Fair Trade Commission", of which only "Velm" was found, as a place; but "U.S. Senate" is two names.
    fn to_head(&self, guess: &mut Guess, next: Option<&Guess>) {
        let from = guess.tokens.end;
        let Some(sentence) = self.doc.sentences.get(self.doc.sentence_of(from)) else { return };
        let end = next.map_or(sentence.tokens.end, |next| next.tokens.start).min(sentence.tokens.end);
        let fits = |&token: &usize| {
            self.can_lead_to_head(token)
                && !matches!(self.doc.syntax.tag(token).upos(), Upos::VERB | Upos::AUX | Upos::ADV)
        };
        let words = (from..end.min(from + REACH)).take_while(fits).count();
        let head = (from + 1..from + words).rev().find(|&token| self.clues[token].known.is_org_word());
        if let Some(head) = head
            && self.doc.sentence_of(guess.tokens.start) == self.doc.sentence_of(head)
        {
            guess.tokens.end = head + 1;
            guess.settle_on(Group::Org, 0.8);
        }
    }

    /// Names before a legal form where the model found nothing.
    fn companies(&self, guesses: &[Guess]) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        let mut rest = guesses.iter().peekable();
        for form in (1..self.clues.len()).filter(|&token| self.is_legal_form(token)) {
            let mut floor = found.last().map_or(0, |last| last.tokens.end);
            while let Some(guess) = rest.next_if(|guess| guess.tokens.start <= form) {
                floor = floor.max(guess.tokens.end);
            }
            let sentence = self.doc.sentences.get(self.doc.sentence_of(form));
            let floor = floor
                .max(sentence.map_or(form, |sentence| sentence.tokens.start))
                .max(form.saturating_sub(REACH));
            let fits = |&token: &usize| {
                let known = self.clues[token].known;
                let first = self.doc.begins_sentence(token);
                let word = known.common_word() > 0 && known.group().is_none() || known.is_person_noun();
                self.is_name(token) && !(first && word)
            };
            let words = (floor..form).rev().take_while(fits).count();
            if words > 0 {
                found.push(Guess::sure(form - words..form + 1, Group::Org, 0.9));
            }
        }
        found
    }

    /// A legal form as companies write it: "AG", "Inc"; not a word that looks like one.
    fn is_legal_form(&self, token: usize) -> bool {
        let written = self.doc.tokens.get(token).is_some_and(|token| {
            let short = token.span.len() <= 2;
            matches!((token.case, short), (Case::Upper, _) | (Case::Title, false))
        }) || self.doc.word(token) == "plc";
        let known = self.clues.get(token).is_some_and(|clue| clue.known.is_company_form());
        written && (known || self.is_norwegian_form(token) || self.doc.word(token) == "Holdings")
            || self.doc.is(token, WordClass::LegalForm) && self.doc.tokens[token].case != Case::Lower
    }

    /// "AS" behind a name that is not in capitals: elsewhere it is the word "as" of a headline.
    fn is_norwegian_form(&self, token: usize) -> bool {
        let before = token.checked_sub(1).and_then(|before| self.doc.tokens.get(before));
        self.doc.word(token) == "AS" && before.is_some_and(|before| before.case == Case::Title)
    }

    /// "Nordhavn Oyj", "Kestrel, Inc.", "Bridgewell & Sons": a legal form makes a company of any name.
    fn to_legal_form(&self, guess: &mut Guess) {
        let end = guess.tokens.end;
        let joined = self.doc.word(end) == "&" || self.doc.word(end) == "and" && self.is_legal_form(end + 2);
        if joined
            && matches!(
                self.doc.word(end + 1),
                "Sons" | "Son" | "Daughters" | "Brothers" | "Partners" | "Associates"
            )
        {
            guess.tokens.end = end + 2;
            guess.settle_on(Group::Org, 0.9);
        }
        let end = guess.tokens.end;
        let comma = usize::from(self.doc.word(end) == ",");
        let form = end + comma;
        let same_sentence = self.doc.sentence_of(form) == self.doc.sentence_of(guess.tokens.start);
        if same_sentence && self.is_legal_form(form) {
            guess.tokens.end = form + 1;
            guess.settle_on(Group::Org, 0.9);
        }
    }
}

/// Whether what stands before a month makes it the month: "in May", "4 May", "last May"; but not "On May 4 May Whittle".
pub(super) fn is_dated(doc: &Doc, clues: &[Clue], month: usize) -> bool {
    month.checked_sub(1).is_some_and(|before| {
        let word = doc.normal(before);
        let number = doc.tokens[before].kind == TokenKind::Number;
        let of_another = || before.checked_sub(1).is_some_and(|at| clues[at].known.is_month());
        is_function_word(word) && word != "and"
            || matches!(word, "last" | "next" | "early" | "late" | "mid" | "-")
            || number && !of_another()
    })
}
