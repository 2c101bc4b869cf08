//! The phrases that an article is about.
//!
//! Candidates are the noun phrases of the parse ([`chunk`]); they are ranked in the manner of YAKE
//! (Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020) and RAKE
//! (Rose et al., 2010): by how often their words and they themselves recur, how early they first appear and
//! whether the headline has them. The most mentioned names stand among them. One phrase stands for all that it
//! holds or that hold it.

mod chunk;
mod stem;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use analysis::{BlockKind, Entity, EntityType, KeyPhrase, MentionKind, Quote, Span};

use crate::doc::Doc;
use crate::lexicon::Lexicon;
use crate::quote::marks::Marks;
use crate::syntax::tag::Upos;
use crate::token::{Case, TokenKind};
use chunk::Chunk;
pub(crate) use stem::stem;

/// Words a phrase has at most, hyphens not counted.
const LONGEST: usize = 3;

/// A text of fewer words than this is about too little to have key phrases.
const FEWEST_WORDS: usize = 40;

/// How many candidates are looked at for each phrase wanted.
const CHOICE: usize = 8;

/// Key phrases of an article at least.
const FEWEST: usize = 5;

/// How good one must be beside the best to be more than that.
const WORTH: f64 = 0.3;

/// Of every five key phrases at most so many are names.
const NAMES_OF_FIVE: usize = 3;

/// The key phrases, best first: none for a few words, five to ten for an article.
pub(crate) fn phrases(doc: &Doc, marks: &Marks, entities: &[Entity], quotes: &[Quote]) -> Vec<KeyPhrase> {
    let word_count = doc.tokens.iter().filter(|token| token.is_word()).count();
    if word_count < FEWEST_WORDS {
        return Vec::new();
    }
    let most = (4 + word_count / 100).clamp(5, 10);
    let names = names(doc, entities, most * NAMES_OF_FIVE / 5);
    let mut candidates = Candidates::read(doc, marks, entities, quotes).ranked();
    candidates.truncate(most * CHOICE);
    let mut chosen: Vec<(f64, KeyPhrase)> = Vec::new();
    let mut used: HashMap<u32, i32> = HashMap::default();
    let best = candidates.first().map_or(1.0, |candidate| candidate.score);
    while chosen.len() + names.len() < most && !candidates.is_empty() {
        // Each word that a chosen phrase has already makes a candidate half as good.
        let value = |candidate: &Candidate| {
            let again: i32 = candidate.stems.iter().map(|stem| used.get(stem).copied().unwrap_or(0)).sum();
            candidate.score * libm::ldexp(1.0, -again)
        };
        let Some(index) = (0..candidates.len())
            .max_by(|a, b| value(&candidates[*a]).total_cmp(&value(&candidates[*b])).then(b.cmp(a)))
        else {
            break;
        };
        let score = value(&candidates[index]) / best;
        // An article has five; beyond those, none that is only by the way.
        if chosen.len() + names.len() >= FEWEST && score < WORTH {
            break;
        }
        let candidate = candidates.remove(index);
        // "police agency" of "the National Police Agency": the name says it.
        let text = best_written(doc, &candidate.mentions);
        let within = text.contains(' ') && names.iter().any(|(_, name)| is_within(&text, &name.text));
        if within {
            continue;
        }
        candidates.retain(|other| !alike(&other.stems, &candidate.stems));
        for stem in &candidate.stems {
            *used.entry(*stem).or_insert(0) += 1;
        }
        let phrase = KeyPhrase {
            text,
            score: score as f32,
            mentions: candidate.mentions.iter().map(|tokens| doc.span(tokens.clone())).collect(),
        };
        chosen.push((score, phrase));
    }
    chosen.extend(names);
    chosen.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| first(x).cmp(&first(y))));
    chosen.into_iter().map(|(_, phrase)| phrase).collect()
}

fn first(phrase: &KeyPhrase) -> Span {
    phrase.mentions.first().copied().unwrap_or_default()
}

/// The phrase as it stands inside a sentence, if it does anywhere; else without the capital of the sentence's first word.
fn best_written(doc: &Doc, mentions: &[Range<usize>]) -> String {
    let inside = mentions.iter().find(|tokens| doc.tokens.get(tokens.start).is_some_and(|t| !t.is_capital()));
    let Some(tokens) = inside.or(mentions.first()) else { return String::new() };
    let written = doc.words(tokens.clone());
    let opens = inside.is_none()
        && doc.begins_sentence(tokens.start)
        && doc.tokens[tokens.start].case == Case::Title
        && doc.syntax.tag(tokens.start).upos() != Upos::PROPN;
    match written.chars().next().filter(|_| opens) {
        Some(first) => first.to_lowercase().chain(written[first.len_utf8()..].chars()).collect(),
        None => written.to_owned(),
    }
}

/// The names that the article is about most: by how often they are mentioned, whether the article opens with them, and
/// what they are. Countries stand in many articles that are not about them.
fn names(doc: &Doc, entities: &[Entity], most: usize) -> Vec<(f64, KeyPhrase)> {
    let lead = lead(doc);
    let mut named: Vec<(f64, &Entity)> =
        entities.iter().filter_map(|entity| Some((weight(entity, lead)?, entity))).collect();
    named.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.id.cmp(&y.id)));
    let best = named.first().map_or(1.0, |(weight, _)| *weight);
    // "the Democratic Party" and "the Democratic Party of Hale" are one tag: the better one.
    let mut kept: Vec<(f64, &Entity)> = Vec::new();
    for (weight, entity) in named {
        let body = entity.kind == EntityType::Org;
        let same = |other: &Entity| {
            body && other.kind == EntityType::Org
                && (begins(&entity.name, &other.name) || begins(&other.name, &entity.name))
        };
        if kept.len() < most && !kept.iter().any(|(_, other)| same(other)) {
            kept.push((weight, entity));
        }
    }
    let named = kept;
    let phrases = named.into_iter().map(|(weight, entity)| {
        let score = weight / best;
        let names = entity.mentions.iter().filter(|m| m.kind == MentionKind::Name);
        let mentions = names.map(|m| m.span).collect();
        (score, KeyPhrase { text: plain_name(entity).to_owned(), score: score as f32, mentions })
    });
    phrases.collect()
}

/// Whether all the words of a phrase stand in a name, whatever their capitals.
fn is_within(phrase: &str, name: &str) -> bool {
    let words = || name.split([' ', '-']).map(str::to_lowercase);
    phrase.split([' ', '-']).all(|word| words().any(|other| other == word.to_lowercase()))
}

/// Whether a name begins with another of several words.
fn begins(long: &str, short: &str) -> bool {
    short.contains(' ') && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// "Hale Rovers 2, Dunmore 1": the name without the figure that only stands behind it once.
fn plain_name(entity: &Entity) -> &str {
    let name = entity.name.as_str();
    let short = name.rsplit_once(' ').filter(|(_, figure)| figure.bytes().all(|b| b.is_ascii_digit()));
    let told = |(short, _): &(&str, &str)| entity.aliases.iter().any(|alias| alias.text == *short);
    short.filter(told).map_or(name, |(short, _)| short)
}

/// Where the first two sentences of the article's own text end.
fn lead(doc: &Doc) -> u32 {
    let body = doc.sentences.iter().filter(|sentence| {
        let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem))
    });
    body.take(2).last().map_or(0, |sentence| sentence.span.end)
}

/// How much a name stands for what an article is about; none if it cannot.
fn weight(entity: &Entity, lead: u32) -> Option<f64> {
    if entity.kind.is_value() || entity.kind == EntityType::Norp {
        return None;
    }
    let named = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).count();
    let first = entity.mentions.first()?.span.end <= lead;
    let all = entity.mentions.len();
    // "Veldia's largest bank, Kredit Sall, said": introduced at once with what it is.
    let introduced = first && entity.role.is_some();
    if named == 0 || all < 2 && !introduced {
        return None;
    }
    // Somebody who comes up later, and hardly again.
    let rare = if !first && (named < 2 || all < 3) { 0.4 } else { 1.0 };
    let kind = match entity.kind {
        EntityType::Gpe => 0.5,
        EntityType::Loc | EntityType::Fac => 0.8,
        EntityType::Event | EntityType::WorkOfArt | EntityType::Law | EntityType::Product => 1.3,
        _ => 1.0,
    };
    let place = if first { 1.5 } else { 1.0 };
    // "Copper Road Accord" says more than "Copper".
    let words = if entity.name.contains(' ') { 1.1 } else { 1.0 };
    Some(libm::sqrt(all as f64) * kind * place * words * rare)
}

/// Whether one phrase holds the other, or both are about the same but for one word of three.
fn alike(a: &[u32], b: &[u32]) -> bool {
    let shared = a.iter().filter(|stem| b.contains(stem)).count();
    shared == a.len().min(b.len()) || shared >= 2
}

/// "officials", "company": who and what every article has.
fn stands_badly_alone(normal: &str) -> bool {
    let facts = Lexicon::get().word(normal);
    facts.is_person_noun() || facts.is_person_plural() || words::is_too_wide(normal)
}

/// A phrase that may be chosen.
struct Candidate {
    score: f64,
    stems: Vec<u32>,
    /// In order; never empty.
    mentions: Vec<Range<usize>>,
}

/// A phrase as it was found.
struct Found {
    stems: Vec<u32>,
    mentions: Vec<Range<usize>>,
    /// The sentence of the first mention.
    sentence: usize,
    /// How many of its mentions the reporter makes: outside quotations, and outside what somebody is reported to say.
    reported: usize,
    /// The quotation of the first mention, by its first token, and whether any stands elsewhere.
    quotation: Option<usize>,
    spread: bool,
    /// A name that nobody has found.
    named: bool,
    /// What it is in its clause: a subject or an object says more than an aside.
    core: bool,
    kind: Kind,
}

/// What a phrase is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// "seaweed farm": a term, by its two nouns.
    Term,
    /// "remote areas": a noun with an adjective, which is mostly said by the way.
    Described,
    /// "vice president", "eldest son": somebody, where names say more.
    Somebody,
}

impl Kind {
    fn of(doc: &Doc, words: &[usize]) -> Kind {
        let [first, .., last] = words else { return Kind::Term };
        let facts = &doc.lexeme(*last).known;
        if facts.is_person_noun() || facts.is_person_plural() {
            return Kind::Somebody;
        }
        let described = doc.syntax.tag(*first).upos() != Upos::NOUN;
        if described { Kind::Described } else { Kind::Term }
    }

    fn weight(self, mentions: usize) -> f64 {
        match (self, mentions) {
            (Kind::Term, _) => 1.0,
            (Kind::Described, 1) => 0.7,
            (Kind::Described, _) => 0.95,
            (Kind::Somebody, 1) => 0.4,
            (Kind::Somebody, _) => 0.7,
        }
    }
}

/// Everything that is counted before phrases can be ranked.
struct Candidates {
    /// How often each stem occurs, twice more for the headline.
    counts: Vec<f64>,
    phrases: Vec<Found>,
    sentences: usize,
}

impl Candidates {
    fn read(doc: &Doc, marks: &Marks, entities: &[Entity], quotes: &[Quote]) -> Self {
        let mut taken: Vec<Range<usize>> = entities
            .iter()
            .flat_map(|entity| &entity.mentions)
            .filter(|mention| mention.kind == MentionKind::Name)
            .map(|mention| doc.tokens_in(mention.span))
            .collect();
        taken.sort_by_key(|tokens| tokens.start);
        let mut said: Vec<Span> = quotes.iter().flat_map(|quote| &quote.segments).copied().collect();
        said.sort_unstable();
        let is_said = |at: usize| {
            let Some(token) = doc.tokens.get(at) else { return false };
            let after = said.partition_point(|segment| segment.start <= token.span.start);
            after > 0 && said[after - 1].contains(token.span)
        };
        let mut numbers: HashMap<String, u32> = HashMap::default();
        let mut known: HashMap<Vec<u32>, usize> = HashMap::default();
        let mut all = Candidates { counts: Vec::new(), phrases: Vec::new(), sentences: doc.sentences.len() };
        for Chunk { tokens: run, sentence, named } in chunk::chunks(doc, &taken) {
            let headline = doc.block_kind(run.start) == BlockKind::Headline;
            let words: Vec<usize> = run
                .clone()
                .filter(|at| doc.tokens.get(*at).is_some_and(|t| t.kind == TokenKind::Word))
                .collect();
            let stems: Vec<u32> = words
                .iter()
                .map(|at| {
                    let stem = stem(doc.normal(*at));
                    numbers.get(&*stem).copied().unwrap_or_else(|| {
                        let next = numbers.len() as u32;
                        numbers.insert(stem.into_owned(), next);
                        next
                    })
                })
                .collect();
            all.counts.resize(numbers.len(), 0.0);
            for stem in &stems {
                all.counts[*stem as usize] += if headline { 3.0 } else { 1.0 };
            }
            let quotation = marks.around(run.start).map(|quotation| quotation.inner.start);
            let core = doc.syntax.relation(run.end - 1).is_core();
            // The phrases that end where the run ends: its head and what goes before it.
            let shortest = if named { words.len() } else { 1 };
            for length in shortest..=words.len().min(LONGEST.max(shortest)) {
                let from = words.len() - length;
                let glued =
                    doc.tokens.get(words[from].wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Hyphen);
                let weak = length == 1 && stands_badly_alone(doc.normal(words[from]));
                if (glued && words[from] > run.start) || weak {
                    continue;
                }
                let key = &stems[from..];
                let index = match known.get(key) {
                    Some(index) => *index,
                    None => {
                        known.insert(key.to_vec(), all.phrases.len());
                        all.phrases.push(Found {
                            stems: key.to_vec(),
                            mentions: Vec::new(),
                            sentence,
                            reported: 0,
                            quotation,
                            spread: false,
                            named,
                            core: false,
                            kind: Kind::of(doc, &words[from..]),
                        });
                        all.phrases.len() - 1
                    }
                };
                let found = &mut all.phrases[index];
                found.mentions.push(words[from]..run.end);
                found.reported += usize::from(quotation.is_none() && !is_said(run.start));
                found.spread |= quotation != found.quotation || quotation.is_none();
                found.core |= core;
            }
        }
        all
    }

    /// The candidates, best first.
    fn ranked(self) -> Vec<Candidate> {
        let Candidates { counts, phrases, sentences } = self;
        let mut ranked: Vec<Candidate> = phrases
            .into_iter()
            // Words of one quotation only are somebody's, and a name that was not found is one if it comes again.
            .filter(|found| found.spread && (!found.named || found.mentions.len() > 1))
            .filter(|found| found.stems.len() > 1 || found.mentions.len() > 1)
            .map(|found| {
                let Found { stems, mentions, sentence, reported, .. } = found;
                let words: f64 = stems.iter().map(|stem| libm::log1p(counts[*stem as usize])).sum();
                let length = [0.35, 1.0, 0.9][stems.len().min(LONGEST) - 1] / libm::sqrt(stems.len() as f64);
                let repeats = 1.0 + libm::log(mentions.len() as f64);
                let place = 1.0 - 0.5 * (sentence as f64 / sentences.max(1) as f64);
                let quoted = 0.6 + 0.4 * (reported as f64 / mentions.len() as f64);
                // Said once, of words that never come again: by the way.
                let recurs = mentions.len() > 1 || stems.iter().any(|stem| counts[*stem as usize] > 1.0);
                let aside = if recurs { 1.0 } else { 0.25 };
                let core = if found.core { 1.0 } else { 0.85 };
                let once = if mentions.len() == 1 { 0.65 } else { 1.0 };
                // One noun, and it twice: better than nothing.
                let plain = if stems.len() == 1 && mentions.len() == 2 { 0.15 } else { 1.0 };
                let kind = found.kind.weight(mentions.len());
                let score = words * length * repeats * place * quoted * aside * core * kind * plain * once;
                Candidate { score, stems, mentions }
            })
            .collect();
        ranked.sort_by(|a, b| {
            b.score.total_cmp(&a.score).then_with(|| a.mentions[0].start.cmp(&b.mentions[0].start))
        });
        ranked
    }
}
