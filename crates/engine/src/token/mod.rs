//! Cuts a text into tokens: words, numbers, marks.
//!
//! A token never holds white space. What is joined in print comes apart where the parts can mean something by
//! themselves: a possessive ("Ode" + "’s"), the halves of a hyphenated word ("German" + "-" + "backed").
//! It stays whole where they cannot: "U.S.", "O’Neil", "1,420.5", "10:30", "me@example.org".
//! Whether a full stop ends a sentence is decided in [`crate::sentence`], not here; a stop that belongs to an
//! abbreviation is part of its token either way.

mod abbreviation;

pub(crate) use abbreviation::{Abbreviation, abbreviation};

use analysis::Span;

use crate::word_class::{self, WordClass};

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub span: Span,
    pub kind: TokenKind,
    pub case: Case,
    /// No white space between this token and the one before it.
    pub glued: bool,
    /// Where the normal form stands in the buffer of [`crate::doc::Doc`].
    pub(crate) normal: Span,
    /// Which of the article's distinct words it is, in [`crate::doc::Doc::lexemes`].
    pub lexeme: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with apostrophes or the stops of an abbreviation.
    Word,
    /// Begins with a digit: "26", "1,420.5", "10:30", "2nd", "1990s".
    Number,
    /// The "’s" or "’" of a possessive, or of "it’s".
    Clitic,
    /// "-" or "–" between two parts of a word.
    Hyphen,
    /// A mail address or a web address.
    Address,
    /// A quotation mark of any shape; an apostrophe inside a word is none.
    QuoteMark,
    /// Any other sign, one each (but runs of dots or dashes are one).
    Mark,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No letters, or a script without case.
    None,
    Lower,
    /// A capital first and small letters after ("Ode", "McKay", "O’Neil"), or one capital alone ("A").
    Title,
    /// Capitals only, two or more ("NATO", "U.S.").
    Upper,
    /// A small letter first and a capital somewhere ("iPhone").
    Mixed,
}

impl Token {
    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }

    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// The tokens of `text[block]`, added to `tokens`, and their normal forms to `normals`.
pub(crate) fn tokenize(text: &str, block: Span, tokens: &mut Vec<Token>, normals: &mut String) {
    let mut cutter = Cutter { text, end: block.end as usize, tokens, normals, last_end: usize::MAX };
    let mut at = block.start as usize;
    while at < cutter.end {
        let Some(c) = cutter.char_at(at) else { break };
        if c.is_whitespace() {
            at += c.len_utf8();
        } else {
            at = cutter.next(at, c);
        }
    }
}

struct Cutter<'a> {
    text: &'a str,
    end: usize,
    tokens: &'a mut Vec<Token>,
    normals: &'a mut String,
    last_end: usize,
}

impl Cutter<'_> {
    /// Cuts the token that begins at `at` with `c`, and says where it ends.
    fn next(&mut self, at: usize, c: char) -> usize {
        if let Some(end) = self.address(at) {
            return self.push(at, end, TokenKind::Address);
        }
        if c.is_ascii_digit()
            || (is_digit_lead(c)
                && self.char_at(at + 1).is_some_and(|d| d.is_ascii_digit())
                && self.opens(at))
        {
            return self.number(at);
        }
        if is_apostrophe(c) {
            if let Some(end) = self.clitic(at) {
                return self.push(at, end, TokenKind::Clitic);
            }
            if let Some(end) = self.leading_apostrophe(at) {
                return self.push(at, end, TokenKind::Word);
            }
        }
        if is_letter(c) {
            return self.word(at);
        }
        if c.is_numeric() {
            return self.push(at, at + c.len_utf8(), TokenKind::Number);
        }
        if is_quote_mark(c) {
            let double = matches!(c, '`' | '\'' | '‘' | '’') && self.char_at(at + c.len_utf8()) == Some(c);
            return self.push(at, at + c.len_utf8() * if double { 2 } else { 1 }, TokenKind::QuoteMark);
        }
        if is_hyphen(c) {
            let between =
                self.last_end == at && self.char_at(at + c.len_utf8()).is_some_and(char::is_alphanumeric);
            if between {
                return self.push(at, at + c.len_utf8(), TokenKind::Hyphen);
            }
        }
        let end = if matches!(c, '.' | '-' | '—' | '–' | '…' | '=' | '*' | '_' | '~' | '#') {
            at + self.rest(at).chars().take_while(|&d| d == c).map(char::len_utf8).sum::<usize>()
        } else {
            at + c.len_utf8()
        };
        self.push(at, end, TokenKind::Mark)
    }

    /// A word from `at` on, without its possessive.
    fn word(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut stops = 0;
        // Most words have nothing else; a digit may begin the amount of a currency.
        let plain = |end: usize| self.rest(end).bytes().take_while(u8::is_ascii_alphabetic).count();
        end += plain(end);
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            let apostrophe =
                is_apostrophe(c) && self.char_at(after).is_some_and(is_letter) && self.clitic(end).is_none();
            if c.is_ascii_digit() && end > at && self.is_code_of_sum(at, end) {
                // "SR1.5 billion", "KSh5,000": the code of a currency before its amount.
                return self.push(at, end, TokenKind::Word);
            } else if is_letter(c) || c.is_ascii_digit() || is_joiner(c) || apostrophe {
                end = after;
            } else if c == '.'
                && self.char_at(after).is_some_and(is_letter)
                && is_dotted(&self.text[at..end])
                && self.next_part_is_dotted(after)
            {
                end = after;
                stops += 1;
            } else if c == '&'
                && self.char_at(after).is_some_and(char::is_uppercase)
                && end > at
                && end - at <= 2
            {
                end = after; // "AT&T", "B&Q"
            } else {
                break;
            }
        }
        // The stop after "U.S", "Mr" or "J" belongs to it.
        if self.char_at(end) == Some('.') && self.char_at(end + 1) != Some('.') {
            let word = &self.text[at..end];
            let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
            if stops > 0 || single || abbreviation(word).is_some() {
                end += 1;
            }
        }
        self.push(at, end, TokenKind::Word)
    }

    /// Whether a word up to a digit is the code of a currency, and what follows an amount of it: "R273.00", but not "R2".
    fn is_code_of_sum(&self, at: usize, end: usize) -> bool {
        let word = &self.text[at..end];
        if word.len() > 4 || !word_class::is(word, WordClass::CurrencyCode) {
            return false;
        }
        let rest = self.rest(end);
        let figure =
            rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(rest.len());
        let (figure, behind) = rest.split_at(figure);
        let figure = figure.trim_end_matches(['.', ',']);
        let marked = figure.contains([',', '.']) || figure.len() >= 3;
        let mut next = behind.chars();
        let (scale, letter) = match next.next() {
            Some(c) if c.is_whitespace() => {
                let word = next.as_str().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
                let group = word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
                (group || word_class::is(word, WordClass::Scale), false)
            }
            Some(c) if c.is_alphabetic() => {
                let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
                (word_class::is(&word.to_ascii_lowercase(), WordClass::GluedScale), true)
            }
            Some('-') => (next.as_str().starts_with(|c: char| c.is_lowercase()), true),
            _ => (false, false),
        };
        let plain = !letter && !word_class::is(word, WordClass::RareCode);
        // "N2.4bn", "P48,000", "K12.50", not "N95", "P4.1", "COP26"
        let cents = figure.rsplit_once('.').is_some_and(|(_, cents)| cents.len() == 2);
        let marked = match word_class::value(word, WordClass::RareCode) == Some(1) {
            true => figure.contains(',') || cents,
            false => marked,
        };
        (scale || (marked || plain) && !letter) && !figure.is_empty()
    }

    /// After a stop inside a word: is what follows one or two letters and another stop or an end ("U.S.", "Ph.D")?
    fn next_part_is_dotted(&self, at: usize) -> bool {
        let mut letters = 0;
        for c in self.rest(at).chars() {
            if is_letter(c) {
                letters += 1;
                if letters > 2 {
                    return false;
                }
            } else {
                return c == '.' || letters == 1 || !c.is_alphanumeric() && letters <= 1;
            }
        }
        letters == 1
    }

    /// A number with its separators, and letters written on to it ("26th", "1990s", "3.5bn").
    fn number(&mut self, at: usize) -> usize {
        let mut end = at;
        while let Some(c) = self.char_at(end) {
            let after = end + c.len_utf8();
            let more = self.char_at(after).is_some_and(|d| d.is_ascii_digit());
            let separates = matches!(c, ',' | '.' | ':' | '/') && more && (end > at || c == '.');
            let opens = is_apostrophe(c) && end == at && more;
            if c.is_ascii_digit() || separates || opens {
                end = after;
            } else {
                break;
            }
        }
        let letters: usize = self.rest(end).chars().take_while(|&c| is_letter(c)).map(char::len_utf8).sum();
        self.push(at, end + letters, TokenKind::Number)
    }

    /// The end of "’s" (or of the bare "’" after an s) at `at`, if it follows a word directly.
    fn clitic(&self, at: usize) -> Option<usize> {
        let c = self.char_at(at)?;
        let mark_end = at + c.len_utf8();
        let before = self.text[..at].chars().next_back()?;
        if at == 0 || !(before.is_alphanumeric() || before == '.') {
            return None;
        }
        let rest = self.rest(mark_end);
        let letters: usize = rest.chars().take_while(|&c| is_letter(c)).map(char::len_utf8).sum();
        match &rest[..letters] {
            "s" | "S" => Some(mark_end + letters),
            _ => None,
        }
    }

    /// "’Tis", "’90s": an apostrophe that opens a word, where the rest is known to lose its first letters.
    fn leading_apostrophe(&self, at: usize) -> Option<usize> {
        let c = self.char_at(at)?;
        let from = at + c.len_utf8();
        let letters: usize =
            self.rest(from).chars().take_while(|&c| c.is_alphanumeric()).map(char::len_utf8).sum();
        let word = self.rest(from)[..letters].to_ascii_lowercase();
        let decade = word.len() == 3 && word.ends_with("0s");
        let known = matches!(word.as_str(), "tis" | "twas" | "em" | "til" | "cause" | "bout" | "n");
        (self.opens(at) && (decade || known)).then_some(from + letters)
    }

    /// A web or mail address that begins at `at`.
    fn address(&self, at: usize) -> Option<usize> {
        if self.last_end == at && self.tokens.last().is_some_and(|t| t.kind == TokenKind::Word) {
            return None;
        }
        let rest = self.rest(at);
        let head = rest.chars().next()?;
        let web = matches!(head, 'h' | 'w')
            && ["http://", "https://", "www."].iter().any(|opening| rest.starts_with(opening));
        if !web && !head.is_ascii_alphanumeric() {
            return None;
        }
        // A mail address is looked for no further than 64 characters, so that a long word costs its length.
        let limit = if web { 2048 } else { 64 };
        let mut length = 0;
        let mut sign = false;
        for c in rest.chars().take(limit) {
            let fits = c.is_ascii_alphanumeric()
                || matches!(c, '.' | '_' | '-' | '+' | '%' | '@')
                || web && is_of_address(c);
            if !fits {
                break;
            }
            sign |= c == '@';
            length += c.len_utf8();
        }
        if !(web || sign) {
            return None;
        }
        let address = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let good = web || address.split_once('@').is_some_and(|(a, b)| !a.is_empty() && b.contains('.'));
        good.then_some(at + address.len())
    }

    /// Whether nothing, white space or an opening mark stands before `at`.
    fn opens(&self, at: usize) -> bool {
        self.text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '.')
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let span = Span::new(start, end);
        let word = span.of(self.text);
        let from = self.normals.len();
        normalize_into(word, self.normals);
        self.tokens.push(Token {
            span,
            kind,
            case: if matches!(kind, TokenKind::Word) { case_of(word) } else { Case::None },
            glued: self.last_end == start,
            normal: Span::new(from, self.normals.len()),
            lexeme: 0,
        });
        self.last_end = end;
        end
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..self.end).unwrap_or("")
    }
}

/// The form words are looked up in: small letters, a straight apostrophe.
pub(crate) fn normalize_into(word: &str, into: &mut String) {
    if word.is_ascii() {
        let from = into.len();
        into.push_str(word);
        into[from..].make_ascii_lowercase();
    } else {
        for c in word.chars() {
            if is_apostrophe(c) { into.push('\'') } else { into.extend(c.to_lowercase()) }
        }
    }
}

/// Marks that stand in a web address only.
fn is_of_address(c: char) -> bool {
    "/:?&=#~,;!$*()".contains(c)
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) && !word.is_empty() {
        return Case::Lower;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    match (first.is_uppercase(), first.is_lowercase(), upper, lower) {
        (true, _, 1.., 0) => Case::Upper,
        (true, ..) => Case::Title,
        (_, true, 0, _) => Case::Lower,
        (_, true, ..) => Case::Mixed,
        _ => Case::None,
    }
}

/// "U", "U.S", "Ph", "e.g": letters in ones and twos with stops between.
fn is_dotted(word: &str) -> bool {
    word.len() <= 16 && word.split('.').all(|part| (1..=2).contains(&part.chars().count()))
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_combining(c)
}

/// Marks that belong to the letter before them.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{93a}'..='\u{94f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '_')
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇' | '´' | '`')
}

pub(crate) fn is_quote_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '‹'
            | '›'
            | '\''
            | '`'
            | '´'
            | '＂'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–')
}

/// Signs that a number may begin with.
fn is_digit_lead(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '‘')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (mut tokens, mut normals) = (Vec::new(), String::new());
        tokenize(text, Span::new(0, text.len()), &mut tokens, &mut normals);
        let words: Vec<_> = tokens.iter().map(|t| t.span.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_and_marks() {
        check("Ode won, twice.", &["Ode", "won", ",", "twice", "."]);
        check("Wait… what?!", &["Wait", "…", "what", "?", "!"]);
    }

    #[test]
    fn possessives_come_off() {
        check("Ode’s and the miners’ pay", &["Ode", "’s", "and", "the", "miners", "’", "pay"]);
        check("the U.S.'s", &["the", "U.S.", "'s"]);
    }

    #[test]
    fn apostrophes_inside_stay() {
        check("O’Neil don't D'Souza’s", &["O’Neil", "don't", "D'Souza", "’s"]);
    }

    #[test]
    fn leading_apostrophes() {
        check("‘Tis the ’90s", &["‘Tis", "the", "’90s"]);
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check(
            "Mr. J. Ruiz of Acme Inc. at 5 p.m.",
            &["Mr.", "J.", "Ruiz", "of", "Acme", "Inc.", "at", "5", "p.m."],
        );
        check("the U.S. and U.S.A., a Ph.D.", &["the", "U.S.", "and", "U.S.A.", ",", "a", "Ph.D."]);
    }

    #[test]
    fn a_stop_without_a_space_does_not_join_sentences() {
        check("It ended.Then he left", &["It", "ended", ".", "Then", "he", "left"]);
    }

    #[test]
    fn hyphens_come_apart() {
        check("German-backed Hsin-Tai", &["German", "-", "backed", "Hsin", "-", "Tai"]);
        check("well - no — yes", &["well", "-", "no", "—", "yes"]);
    }

    #[test]
    fn numbers_stay_whole() {
        check("$1,420.50 at 10:30 on 3/4/2025", &["$", "1,420.50", "at", "10:30", "on", "3/4/2025"]);
        check("18% of the 1990s, 2nd, .5", &["18", "%", "of", "the", "1990s", ",", "2nd", ",", ".5"]);
        check(
            "R410.50, QR7.5bn, Ksh900 and R15 000",
            &["R", "410.50", ",", "QR", "7.5bn", ",", "Ksh", "900", "and", "R", "15", "000"],
        );
        check("an Audi R8, SR71 and R2-D2", &["an", "Audi", "R8", ",", "SR71", "and", "R2", "-", "D2"]);
    }

    #[test]
    fn addresses_stay_whole() {
        check("Write to a.b@example.org.", &["Write", "to", "a.b@example.org", "."]);
        check("(see https://example.org/a?b=1).", &["(", "see", "https://example.org/a?b=1", ")", "."]);
    }

    #[test]
    fn quotation_marks_of_any_shape() {
        check("“Run,” ``go'' «la»", &["“", "Run", ",", "”", "``", "go", "''", "«", "la", "»"]);
    }

    #[test]
    fn case_of_a_word() {
        for (word, case) in [
            ("ode", Case::Lower),
            ("Ode", Case::Title),
            ("NATO", Case::Upper),
            ("U.S.", Case::Upper),
            ("iPad", Case::Mixed),
            ("A", Case::Title),
            ("東京", Case::None),
        ] {
            assert_eq!(case_of(word), case, "{word}");
        }
    }
}
