//! Whether somebody is said to have said something, to have not said it, or neither: read off the verb of saying and
//! what it hangs from.
//!
//! "Not" is that of the verb itself ("did not say", "nobody said", "at no point did she say"), or comes from the verb
//! above ("denied saying", "refused to call"); two of them leave it open. So do a modal verb ("could say"), a
//! condition ("if she says"), an indirect question ("it is unclear whether she said") and what is only wished for.

use analysis::Polarity;

use super::tree::Tree;
use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How many verbs above a verb of saying are looked at.
const DEPTH: usize = 5;

/// What the text makes of a saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It tells that it was said, was not said, or leaves that open.
    Told(Polarity),
    /// It tells of nobody's saying at all: "officers never have occasion to say".
    Nobodys,
}

/// What the text makes of the saying whose cue stands at a token.
pub(crate) fn standing(doc: &Doc, tree: &Tree, cue: usize) -> Standing {
    Judge { doc, tree }.standing(tree.word(cue))
}

/// "Not" of "not": what a second negation makes of the first.
fn negated(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative | Polarity::Uncertain => Polarity::Uncertain,
    }
}

struct Judge<'a> {
    doc: &'a Doc<'a>,
    tree: &'a Tree<'a>,
}

impl Judge<'_> {
    fn standing(&self, cue: usize) -> Standing {
        let tree = self.tree;
        if tree.upos(cue) == Upos::NOUN && tree.inversion(cue).is_none() {
            let denies = self.is(cue, WordClass::DenialWord) || self.has_no(cue);
            return Standing::Told(if denies { Polarity::Negative } else { Polarity::Positive });
        }
        let mut polarity = Polarity::Positive;
        if self.is(cue, WordClass::DenialWord) {
            polarity = negated(polarity);
        }
        if self.is_negated(cue) {
            polarity = negated(polarity);
        }
        if polarity == Polarity::Positive && (self.has_open_modal(cue) || self.is_asked(cue)) {
            polarity = Polarity::Uncertain;
        }
        // "has yet to say"
        if polarity == Polarity::Positive && self.is_yet_to(cue) {
            polarity = Polarity::Negative;
        }
        let mut at = cue;
        for _ in 0..DEPTH {
            if self.is_condition(at) {
                return Standing::Told(Polarity::Uncertain);
            }
            let Some(above) = tree.head(at) else { break };
            match tree.relation(at) {
                Relation::OpenComplement | Relation::ClausalComplement | Relation::Clause
                    if is_verb_like(tree.upos(above)) || tree.tag(above) == Tag::Adjective =>
                {
                    let infinite = self.is_infinite(at);
                    if self.is(above, WordClass::DenialWord)
                        || infinite && self.is(above, WordClass::AvoidingVerb)
                        || infinite && tree.normal(above) == "short"
                    {
                        polarity = negated(polarity);
                    } else if infinite && self.is(above, WordClass::UnrealVerb) {
                        // "was ready to say": what is only wished for, or might come.
                        polarity = Polarity::Uncertain;
                    }
                    // "can be heard telling"
                    let heard = self.is(above, WordClass::HearingVerb);
                    if !heard && infinite || self.is(above, WordClass::DenialWord) {
                        if self.is_negated(above) {
                            polarity = negated(polarity);
                        } else if polarity == Polarity::Positive && self.has_open_modal(above) {
                            polarity = Polarity::Uncertain;
                        }
                    } else {
                        break;
                    }
                }
                // "never have occasion to say", "his refusal to say"
                Relation::Clause if tree.upos(above) == Upos::NOUN && self.is_infinite(at) => {
                    if self.is(above, WordClass::DenialWord) {
                        polarity = negated(polarity);
                    } else if tree.head(above).is_some_and(|verb| self.is_negated(verb)) || self.has_no(above)
                    {
                        return Standing::Nobodys;
                    }
                    break;
                }
                Relation::AdverbialClause => {
                    let mut marks = tree.dependents(at).filter(|&word| {
                        word < at && matches!(tree.relation(word), Relation::Marker | Relation::Case)
                    });
                    let avoided = self.is(above, WordClass::AvoidingVerb);
                    let without = marks.any(|word| {
                        matches!(tree.normal(word), "without")
                            // "refrained from saying"
                            || avoided && tree.normal(word) == "from"
                            || tree.normal(word) == "of"
                                && matches!(tree.normal(word.wrapping_sub(1)), "short" | "instead")
                            || tree.normal(word) == "than" && tree.normal(word.wrapping_sub(1)) == "rather"
                    });
                    if without {
                        polarity = negated(polarity);
                    }
                    break;
                }
                Relation::Conjunct => {
                    let joined_by_or = tree.dependents(at).any(|word| {
                        tree.relation(word) == Relation::Coordinator
                            && matches!(tree.normal(word), "or" | "nor")
                    });
                    // "did not sign it or say that", but not "did not sign it and said that"
                    if joined_by_or && tree.subject(at).is_none() && self.is_negated(above) {
                        polarity = negated(polarity);
                    }
                    let shares = tree.subject(at).is_none();
                    if !shares {
                        break;
                    }
                }
                _ => break,
            }
            at = above;
        }
        Standing::Told(polarity)
    }

    fn is(&self, word: usize, class: WordClass) -> bool {
        self.doc.is(self.tree.token(word), class)
    }

    /// "to say", "saying": a verb without a time of its own.
    fn is_infinite(&self, verb: usize) -> bool {
        let tree = self.tree;
        let form = tree.tag(verb).verb_form();
        let to = tree.dependents(verb).any(|word| word < verb && tree.tag(word) == Tag::To);
        // "denied having said"
        let having = tree.dependents(verb).any(|word| word < verb && tree.tag(word) == Tag::AuxIng)
            || tree.head(verb).is_some_and(|above| tree.normal(above) == "having");
        to || having || form == Some(VerbForm::Ing)
    }

    /// "has yet to say": not said so far.
    fn is_yet_to(&self, verb: usize) -> bool {
        let tree = self.tree;
        let have = |word: usize| matches!(tree.normal(word), "has" | "have" | "had" | "having");
        let to = verb.saturating_sub(3)..verb;
        to.clone().any(|word| {
            tree.normal(word) == "yet" && tree.normal(word + 1) == "to" && word > 0 && have(word - 1)
        })
    }

    /// "did not say", "never said", "nobody said", "at no point did she say".
    fn is_negated(&self, verb: usize) -> bool {
        let tree = self.tree;
        let inverted = || {
            let auxiliary = tree.dependents(verb).find(|&word| {
                matches!(
                    tree.relation(word),
                    Relation::Auxiliary | Relation::PassiveAuxiliary | Relation::Copula
                )
            });
            auxiliary.zip(tree.subject(verb)).is_some_and(|(auxiliary, subject)| auxiliary < subject)
        };
        // "at no point did she say", whatever the tree makes of it
        let front = tree.inversion(verb).is_some_and(|auxiliary| {
            (auxiliary.saturating_sub(3)..auxiliary)
                .any(|word| matches!(tree.normal(word), "no" | "nor") || self.is(word, WordClass::NeverWord))
        });
        // "had at no time said"
        let between = (verb.saturating_sub(4)..verb).any(|word| {
            tree.normal(word) == "no"
                && word > 1
                && tree.upos(word - 1) == Upos::ADP
                && (tree.upos(word - 2) == Upos::AUX
                    || matches!(tree.normal(word - 2), "has" | "have" | "had"))
                && !self.is_cut_off(word, verb)
        });
        if front || between {
            return true;
        }
        tree.dependents(verb).any(|word| match tree.relation(word) {
            _ if word >= verb => false,
            _ if tree.tag(word) == Tag::Not => self.is_beside(word, verb) && !self.goes_on_with_only(word),
            // "never", and "never once"
            Relation::Adverbial => {
                let never = |word: usize| self.is(word, WordClass::NeverWord);
                (never(word) || tree.dependents(word).any(never)) && self.is_beside(word, verb)
            }
            // "Nobody, Tarn said, came": none that says.
            Relation::NominalSubject | Relation::PassiveSubject => {
                (self.has_no(word) || self.is(word, WordClass::NobodyWord)) && !self.is_cut_off(word, verb)
            }
            Relation::Oblique => self.has_no(word) && inverted(),
            Relation::Coordinator => tree.normal(word) == "nor" && inverted(),
            _ => false,
        })
    }

    /// "no ferry", "neither side", "neither Pell nor Orr".
    fn has_no(&self, noun: usize) -> bool {
        let tree = self.tree;
        tree.dependents(noun).any(|word| word < noun && matches!(tree.normal(word), "no" | "neither"))
    }

    /// Whether nothing but auxiliaries and adverbs stand from a "not" to its verb, or subject and auxiliary where the
    /// adverb opens the sentence: "never has she said".
    fn is_beside(&self, not: usize, verb: usize) -> bool {
        let (from, to) = (self.tree.token(not), self.tree.token(verb));
        let mark =
            |token: usize| self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::QuoteMark);
        verb - not <= 12 && !(from..to).any(mark)
    }

    /// Whether a comma or a mark stands between: "if it rains, she said"; but not two commas around an aside: "whether
    /// the mate, Tarn, said".
    fn is_cut_off(&self, from: usize, verb: usize) -> bool {
        let tokens = self.tree.token(from)..self.tree.token(verb);
        let commas = tokens.clone().filter(|&token| self.doc.word(token) == ",").count();
        let mark =
            |token: usize| self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::QuoteMark);
        commas % 2 == 1 || tokens.clone().any(mark)
    }

    /// "not only", "not just": said, and more.
    fn goes_on_with_only(&self, not: usize) -> bool {
        matches!(self.tree.normal(not + 1), "only" | "just" | "merely" | "simply" | "least")
    }

    fn has_open_modal(&self, verb: usize) -> bool {
        let tree = self.tree;
        tree.dependents(verb).any(|word| {
            word < verb
                    && tree.tag(word) == Tag::Modal
                    && self.is(word, WordClass::OpenModal)
                    // “I never thought I could,” Tarn said.
                    && self.is_beside(word, verb)
        })
    }

    /// Whether a condition or an indirect question opens with this verb's clause: "if she says", "should she say",
    /// "whether she said".
    fn is_condition(&self, verb: usize) -> bool {
        let tree = self.tree;
        let opened = tree.dependents(verb).any(|word| {
            word < verb
                && matches!(tree.relation(word), Relation::Marker | Relation::Adverbial)
                && matches!(tree.normal(word), "if" | "unless" | "whether")
                && !self.is_cut_off(word, verb)
        });
        let should = tree.relation(verb) == Relation::AdverbialClause
            && tree.dependents(verb).next().is_some_and(|first| {
                tree.relation(first) == Relation::Auxiliary && matches!(tree.normal(first), "should" | "had")
            });
        opened || should
    }

    /// "Did she say that?": the reporter's own question.
    fn is_asked(&self, verb: usize) -> bool {
        let tree = self.tree;
        let token = tree.token(verb);
        let Some(sentence) = self.doc.sentences.get(self.doc.sentence_of(token)) else {
            return false;
        };
        let asks = sentence.tokens.clone().next_back().is_some_and(|last| self.doc.word(last) == "?");
        asks && tree.relation(verb) == Relation::Root
            && tree.subject(verb).is_some_and(|subject| {
                tree.dependents(verb).any(|word| word < subject && tree.relation(word) == Relation::Auxiliary)
            })
    }
}

fn is_verb_like(upos: Upos) -> bool {
    matches!(upos, Upos::VERB | Upos::AUX)
}
