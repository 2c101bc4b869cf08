//! Parts of speech: the universal ones, each with the Penn Treebank tag that says its form.

use std::fmt;

/// The universal parts of speech (Universal Dependencies 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::upper_case_acronyms, reason = "the standard's own names")]
pub(crate) enum Upos {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X,
}

impl fmt::Display for Upos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The form a verb stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum VerbForm {
    /// "see", after "to" or a modal
    Base,
    /// "see", "sees"
    Present,
    /// "saw"
    Past,
    /// "seen"
    Participle,
    /// "seeing"
    Ing,
    /// "can", "would"
    Modal,
}

/// Declares the tags, each with its universal and its Penn name.
macro_rules! tags {
    ($($name:ident = $upos:ident $penn:literal;)*) => {
        /// What the tagger tells apart.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Tag { $($name),* }

        impl Tag {
            pub const ALL: &[Tag] = &[$(Tag::$name),*];

            pub(crate) const fn upos(self) -> Upos {
                match self { $(Tag::$name => Upos::$upos),* }
            }

            /// The tag of the Penn Treebank; that of a mark depends on the mark.
            pub const fn penn(self) -> &'static str {
                match self { $(Tag::$name => $penn),* }
            }

            #[cfg(any(test, feature = "training"))]
            /// The tag that a treebank's two tags mean; where they are a rare pair, the commonest of the part of
            /// speech.
            pub fn of(upos: &str, penn: &str) -> Tag {
                const NAMES: &[(&str, &str, Tag)] = &[$((stringify!($upos), $penn, Tag::$name)),*];
                let same = |named: &&(&str, &str, Tag)| named.0 == upos;
                let exact = NAMES.iter().filter(same).find(|named| named.1 == penn);
                exact.or_else(|| NAMES.iter().find(same)).map_or(Tag::Foreign, |named| named.2)
            }
        }
    };
}

tags! {
    Noun = NOUN "NN";
    Nouns = NOUN "NNS";
    Name = PROPN "NNP";
    Names = PROPN "NNPS";
    Personal = PRON "PRP";
    Possessive = PRON "PRP$";
    Who = PRON "WP";
    Which = PRON "WDT";
    This = PRON "DT";
    There = PRON "EX";
    Something = PRON "NN";
    Determiner = DET "DT";
    WhichDeterminer = DET "WDT";
    Predeterminer = DET "PDT";
    Adjective = ADJ "JJ";
    Comparative = ADJ "JJR";
    Superlative = ADJ "JJS";
    AdjectiveInName = ADJ "NNP";
    Adverb = ADV "RB";
    AdverbComparative = ADV "RBR";
    AdverbSuperlative = ADV "RBS";
    When = ADV "WRB";
    Preposition = ADP "IN";
    Particle = ADP "RP";
    Subordinator = SCONJ "IN";
    Coordinator = CCONJ "CC";
    To = PART "TO";
    Not = PART "RB";
    Genitive = PART "POS";
    Interjection = INTJ "UH";
    Number = NUM "CD";
    Symbol = SYM "SYM";
    Mark = PUNCT ".";
    Foreign = X "FW";
    VerbBase = VERB "VB";
    VerbPresent = VERB "VBP";
    VerbThird = VERB "VBZ";
    VerbPast = VERB "VBD";
    VerbParticiple = VERB "VBN";
    VerbIng = VERB "VBG";
    AuxBase = AUX "VB";
    AuxPresent = AUX "VBP";
    AuxThird = AUX "VBZ";
    AuxPast = AUX "VBD";
    AuxParticiple = AUX "VBN";
    AuxIng = AUX "VBG";
    Modal = AUX "MD";
    ItemNumber = X "LS";
}

impl Tag {
    pub const COUNT: usize = 48;

    /// Whether it is that of a verb or of an auxiliary.
    #[cfg(feature = "training")]
    pub fn is_verb(self) -> bool {
        self.verb_form().is_some()
    }

    pub(crate) fn verb_form(self) -> Option<VerbForm> {
        Some(match self {
            Tag::VerbBase | Tag::AuxBase => VerbForm::Base,
            Tag::VerbPresent | Tag::VerbThird | Tag::AuxPresent | Tag::AuxThird => VerbForm::Present,
            Tag::VerbPast | Tag::AuxPast => VerbForm::Past,
            Tag::VerbParticiple | Tag::AuxParticiple => VerbForm::Participle,
            Tag::VerbIng | Tag::AuxIng => VerbForm::Ing,
            Tag::Modal => VerbForm::Modal,
            _ => return None,
        })
    }

    /// The Penn tag, that of a mark by its form.
    pub(crate) fn penn_of(self, form: &str) -> &'static str {
        if self != Tag::Mark {
            return self.penn();
        }
        match form.chars().next().unwrap_or('.') {
            ',' => ",",
            '.' | '?' | '!' if form.len() == 1 => ".",
            '(' | '[' | '{' => "-LRB-",
            ')' | ']' | '}' => "-RRB-",
            '“' | '‘' | '`' => "``",
            '”' | '’' | '"' | '\'' => "''",
            '-' | '‐' | '‑' if form.chars().count() == 1 => "HYPH",
            _ => ":",
        }
    }

    /// Universal features that follow from the tag alone.
    pub(crate) fn features(self) -> &'static str {
        match self.penn() {
            "NN" | "NNP" if matches!(self.upos(), Upos::NOUN | Upos::PROPN) => "Number=Sing",
            "NNS" | "NNPS" => "Number=Plur",
            "VB" => "VerbForm=Inf",
            "VBP" => "Tense=Pres|VerbForm=Fin",
            "VBZ" => "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
            "VBD" => "Tense=Past|VerbForm=Fin",
            "VBN" => "Tense=Past|VerbForm=Part",
            "VBG" => "VerbForm=Ger",
            "MD" => "VerbForm=Fin",
            "JJR" | "RBR" => "Degree=Cmp",
            "JJS" | "RBS" => "Degree=Sup",
            _ => "_",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_treebanks() {
        assert_eq!(Tag::ALL.len(), Tag::COUNT);
        assert_eq!(Tag::of("VERB", "VBD"), Tag::VerbPast);
        assert_eq!(Tag::of("AUX", "MD"), Tag::Modal);
        // A name that is a verb in the treebank's eyes.
        assert_eq!(Tag::of("VERB", "NNP").upos(), Upos::VERB);
        assert_eq!(Tag::of("PUNCT", "HYPH"), Tag::Mark);
    }
}
