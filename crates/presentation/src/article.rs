//! An article with its analysis, and what the page needs to find in it at once.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

use analysis::plain::{Speaker, Who, hue, speakers};
use analysis::{Analysis, Document, Entity, EntityId, MentionKind, Quote};
use text::{BlockKind, Span};

use crate::marks::{Layer, Mark, Named, segments, spaces_kept};
use crate::{Family, Piece, Segment, pieces, words};

/// So many marks are drawn, counted from the start of the article; the words after them stay unmarked. A hundred
/// times more than a long article has, and about what a browser draws without a pause.
const MOST_MARKS: usize = 20_000;
/// Ticks of a strip stand on so many places.
pub const STRIP: u32 = 400;

/// Everything the page shows of one article. Cheap to share, made anew with every stage of the analysis.
pub struct Article {
    pub document: Arc<Document>,
    pub analysis: Arc<Analysis>,
    /// The text in pieces, in order.
    pub pieces: Vec<Piece>,
    /// Pieces that are drawn in one go.
    pub sheets: Vec<Range<usize>>,
    /// Who is quoted, most words first.
    pub speakers: Vec<Speaker>,
    /// The marks of each piece, in the order of their starts.
    marks: Vec<Vec<Mark>>,
    /// Marks that are not drawn, since there are too many.
    pub left_out: usize,
    place: HashMap<EntityId, usize>,
    /// For each entity, the quotes it speaks.
    said: Vec<Vec<usize>>,
    /// Every segment of every quote with the quote's place in the list, sorted by start.
    spoken: Vec<(Span, usize)>,
}

impl Article {
    /// The piece behind which stands what the file states: the headline's, or the first where there is none.
    pub fn headline(&self) -> Option<usize> {
        let headline = self.pieces.iter().rposition(|piece| piece.kind == BlockKind::Headline);
        headline.or((!self.pieces.is_empty()).then_some(0))
    }

    pub fn new(document: Arc<Document>, analysis: Arc<Analysis>) -> Article {
        let pieces = pieces::cut(&document);
        let place: HashMap<_, _> = analysis.entities.iter().enumerate().map(|(i, e)| (e.id, i)).collect();
        let mut said = vec![Vec::new(); analysis.entities.len()];
        for (i, quote) in analysis.quotes.iter().enumerate() {
            let speaker = quote.speaker.and_then(|speaker| speaker.entity);
            if let Some(list) = speaker.and_then(|id| place.get(&id)).and_then(|&at| said.get_mut(at)) {
                list.push(i);
            }
        }
        let mut spoken: Vec<(Span, usize)> = analysis
            .quotes
            .iter()
            .enumerate()
            .flat_map(|(i, quote)| quote.segments.iter().map(move |&span| (span, i)))
            .collect();
        spoken.sort_unstable();
        let (marks, left_out) = marks_of(&pieces, &analysis);
        Article {
            sheets: pieces::sheets(&pieces),
            speakers: speakers(&document.text, &analysis),
            pieces,
            marks,
            left_out,
            place,
            said,
            spoken,
            document,
            analysis,
        }
    }

    pub fn text(&self) -> &str {
        &self.document.text
    }

    /// What it is called, on one line, cut to about `most` characters: by the reader, by its headline, by its file, or
    /// else by its first words.
    pub fn title(&self, most: usize) -> String {
        let stated = &self.document.stated;
        let said = stated.title.as_deref().unwrap_or("").trim();
        let headline = self.pieces.iter().find(|piece| piece.kind == BlockKind::Headline);
        // An address at the head says where an article is from, and not what it is called.
        let is_address = |piece: &&Piece| self.words(piece.span).trim().contains("://");
        let words = || self.pieces.iter().find(|piece| !is_address(piece)).or(self.pieces.first());
        let first = match headline {
            _ if stated.title_is_readers && !said.is_empty() => said,
            Some(piece) => self.words(piece.span),
            None if !said.is_empty() => said,
            None => words().map_or("", |piece| self.words(piece.span)),
        };
        words::shortened(&first.split_whitespace().collect::<Vec<_>>().join(" "), most)
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.document.text)
    }

    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.analysis.entities.get(*self.place.get(&id)?)
    }

    /// Whom the mention means that these very words are.
    pub fn meant_at(&self, span: Span) -> Option<EntityId> {
        let is_there = |entity: &&Entity| entity.mentions.iter().any(|mention| mention.span == span);
        self.analysis.entities.iter().find(is_there).map(|entity| entity.id)
    }

    /// The names that a mark on these words takes the place of.
    pub fn names_under(&self, span: Span) -> Vec<&str> {
        let mentions = self.analysis.entities.iter().flat_map(|entity| &entity.mentions);
        let under = mentions.filter(|mention| {
            mention.kind == MentionKind::Name && mention.span != span && mention.span.overlaps(span)
        });
        let mut spans: Vec<Span> = under.map(|mention| mention.span).collect();
        spans.sort_unstable();
        spans.into_iter().map(|span| self.words(span)).collect()
    }

    pub fn quote(&self, id: u32) -> Option<&Quote> {
        // Quotes are numbered from 1 in order, so that the guess is nearly always right.
        let quotes = &self.analysis.quotes;
        let guess = quotes.get((id as usize).wrapping_sub(1)).filter(|quote| quote.id == id);
        guess.or_else(|| quotes.iter().find(|quote| quote.id == id))
    }

    /// The quotes an entity speaks.
    pub fn said_by(&self, id: EntityId) -> impl Iterator<Item = &Quote> {
        let list = self.place.get(&id).and_then(|&at| self.said.get(at)).map(Vec::as_slice).unwrap_or(&[]);
        list.iter().filter_map(|&i| self.analysis.quotes.get(i))
    }

    /// The quotes whose words speak of an entity, by whatever name, in order.
    pub fn said_about(&self, id: EntityId) -> Vec<&Quote> {
        let Some(entity) = self.entity(id) else { return Vec::new() };
        let mut found: Vec<usize> = entity
            .mentions
            .iter()
            .filter_map(|mention| {
                let after = self.spoken.partition_point(|(span, _)| span.start <= mention.span.start);
                let (span, quote) = self.spoken.get(after.checked_sub(1)?)?;
                span.contains(mention.span).then_some(*quote)
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().filter_map(|i| self.analysis.quotes.get(i)).collect()
    }

    /// How much an entity matters in the article: its mentions, and twice what it says.
    pub fn weight(&self, id: EntityId) -> usize {
        let Some(entity) = self.entity(id) else { return 0 };
        entity.mentions.len() + 2 * self.said_by(id).count()
    }

    /// The families that the article has, each with its entities, those first whom the article is most about: by their
    /// salience, and where nobody has weighed them by their mentions and words.
    pub fn families(&self) -> Vec<(Family, Vec<&Entity>)> {
        let mut families: BTreeMap<Family, Vec<&Entity>> = BTreeMap::new();
        for entity in &self.analysis.entities {
            families.entry(Family::of(entity.kind)).or_default().push(entity);
        }
        let weight = |entity: &&Entity| {
            let salience = (f64::from(entity.salience.max(0.0)) * 1000.0) as u64;
            std::cmp::Reverse((salience, self.weight(entity.id)))
        };
        for members in families.values_mut() {
            members.sort_by_cached_key(weight);
        }
        families.into_iter().collect()
    }

    /// The speaker's place in [`Article::speakers`], which is its colour; none past the last colour.
    pub fn hue(&self, quote: &Quote) -> Option<usize> {
        hue(&self.speakers, &Who::of(quote, self.text()))
    }

    /// The segments of a piece, with everything that covers each.
    pub fn segments(&self, piece: usize) -> Vec<Segment> {
        match (self.pieces.get(piece), self.marks.get(piece)) {
            (Some(piece), Some(marks)) => spaces_kept(segments(piece.span, marks), self.text()),
            _ => Vec::new(),
        }
    }

    /// The quotes of a piece, each once, in order.
    pub fn quotes_in(&self, piece: usize) -> Vec<u32> {
        let marks = self.marks.get(piece).map(Vec::as_slice).unwrap_or(&[]);
        let mut quotes: Vec<u32> = Vec::new();
        for mark in marks {
            if let Layer::Quote(id) = mark.layer
                && quotes.last() != Some(&id)
            {
                quotes.push(id);
            }
        }
        quotes
    }

    /// The piece that holds a place in the text.
    pub fn piece_at(&self, at: u32) -> Option<usize> {
        let after = self.pieces.partition_point(|piece| piece.span.start <= at);
        after.checked_sub(1)
    }

    /// The sheet that holds a piece.
    pub fn sheet_of(&self, piece: usize) -> usize {
        self.sheets.partition_point(|sheet| sheet.end <= piece)
    }

    /// The sentence (from 0) that holds a place in the text, or the last before it.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        self.analysis.sentences.partition_point(|span| span.start <= at).checked_sub(1)
    }

    /// UTF-16 units from the start of a piece to a place in it: what the browser counts in.
    pub fn units_into(&self, piece: usize, at: u32) -> u32 {
        let Some(piece) = self.pieces.get(piece) else { return 0 };
        let before = Span { start: piece.span.start, end: at.clamp(piece.span.start, piece.span.end) };
        self.words(before).encode_utf16().count() as u32
    }

    /// A span in UTF-16 units, piece by piece: what the browser lights up.
    pub fn units_of(&self, span: Span) -> Vec<(usize, u32, u32)> {
        let first = self.pieces.partition_point(|piece| piece.span.end <= span.start);
        let pieces = self.pieces.iter().enumerate().skip(first);
        let over = pieces.take_while(|(_, piece)| piece.span.start < span.end);
        over.map(|(at, _)| (at, self.units_into(at, span.start), self.units_into(at, span.end))).collect()
    }

    /// The place in the text that lies so many UTF-16 units into a piece; the piece's end for more than it has.
    pub fn place_of(&self, piece: usize, units: u32) -> u32 {
        let Some(piece) = self.pieces.get(piece) else { return 0 };
        let mut left = units as usize;
        for (at, c) in self.words(piece.span).char_indices() {
            if left == 0 {
                return piece.span.start + at as u32;
            }
            left = left.saturating_sub(c.len_utf16());
        }
        piece.span.end
    }

    /// Where on a strip of the article's length these spans stand: each place once, 0 to [`STRIP`].
    pub fn strip(&self, spans: impl Iterator<Item = Span>) -> Vec<u32> {
        let length = self.document.text.len().max(1) as u64;
        let mut ticks: Vec<u32> =
            spans.map(|span| (u64::from(span.start) * u64::from(STRIP) / length) as u32).collect();
        ticks.sort_unstable();
        ticks.dedup();
        ticks
    }

    /// The words before and after a span within its piece, about `most` characters on each side.
    pub fn around(&self, span: Span, most: usize) -> Around {
        let piece = self.piece_at(span.start).and_then(|at| self.pieces.get(at));
        let Some(piece) = piece.map(|piece| piece.span) else { return Around::default() };
        let before = self.words(Span { start: piece.start, end: span.start.max(piece.start) });
        let after = self.words(Span { start: span.end.min(piece.end), end: piece.end });
        // One more than is shown, to know whether something is cut.
        let from = before.char_indices().rev().nth(most).map(|(at, _)| at);
        let before = match from.and_then(|from| before.get(from..)) {
            Some(tail) => match tail.find(char::is_whitespace) {
                Some(space) => format!("…{}", tail.get(space..).unwrap_or("")),
                None => format!("…{tail}"),
            },
            None => before.to_owned(),
        };
        Around { before, after: words::shortened(after, most) }
    }

    /// Entities that are named, not counted or dated.
    pub fn name_count(&self) -> usize {
        self.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).count()
    }

    /// Words of the article, as its writer counts them.
    pub fn word_count(&self) -> usize {
        self.document.text.split_whitespace().count()
    }
}

/// What stands beside a mention in its piece.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    pub before: String,
    pub after: String,
}

/// The marks of each piece, and how many were left out.
fn marks_of(pieces: &[Piece], analysis: &Analysis) -> (Vec<Vec<Mark>>, usize) {
    let mut all: Vec<Mark> = Vec::new();
    for entity in &analysis.entities {
        for (mention, of) in entity.mentions.iter().enumerate() {
            let named = Named { entity: entity.id, mention: mention as u32, kind: of.kind };
            all.push(Mark { span: of.span, layer: Layer::Mention(named) });
        }
    }
    for quote in &analysis.quotes {
        all.extend(quote.segments.iter().map(|&span| Mark { span, layer: Layer::Quote(quote.id) }));
    }
    for (note, n) in analysis.notes.iter().zip(1..) {
        all.push(Mark { span: note.span, layer: Layer::Note(n) });
    }
    for (rank, span) in crate::summary::ranked(analysis).enumerate() {
        all.push(Mark { span, layer: Layer::Summary(rank as u32 + 1) });
    }
    all.retain(|mark| !mark.span.is_empty());
    all.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));

    let left_out = all.len().saturating_sub(MOST_MARKS);
    all.truncate(MOST_MARKS);
    let mut marks = vec![Vec::new(); pieces.len()];
    let mut drawn = 0;
    for mark in all {
        let first = pieces.partition_point(|piece| piece.span.end <= mark.span.start);
        let covered = pieces.iter().zip(&mut marks).skip(first);
        for (_, list) in covered.take_while(|(piece, _)| piece.span.start < mark.span.end) {
            // A mark over many pieces counts in each: overlapping giants must not multiply.
            if drawn < 2 * MOST_MARKS {
                list.push(mark);
                drawn += 1;
            }
        }
    }
    (marks, left_out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{article, entity_named};

    #[test]
    fn who_says_what_about_whom() {
        let article = article();
        let ana = entity_named(&article, "Ana Ruiz");
        let words = |quotes: Vec<&Quote>| -> Vec<String> {
            quotes.iter().map(|quote| article.words(quote.segments[0]).to_owned()).collect()
        };
        assert_eq!(words(article.said_by(ana).collect()), ["The bridge is safe"]);
        assert_eq!(words(article.said_about(ana)), ["Ruiz never asked us"]);
    }

    #[test]
    fn words_over_a_paragraphs_end_are_lit_in_both() {
        let article = article();
        let second = article.document.blocks[1].span.start;
        let span = Span { start: second - 5, end: second + 2 };
        let lit = article.units_of(span);
        assert_eq!(
            lit.iter().map(|(piece, from, to)| (*piece, to - from)).collect::<Vec<_>>(),
            [(0, 4), (1, 2)]
        );
    }

    #[test]
    fn voices_have_their_share_and_nobody_comes_last() {
        let article = article();
        let speakers: Vec<_> = article.speakers.iter().map(|v| (v.name.as_str(), v.words, v.share)).collect();
        assert_eq!(
            speakers,
            [
                ("Ana Ruiz", 4, 33),
                ("Ben Adeyemi", 4, 33),
                ("A fisherman", 2, 17),
                ("No speaker named", 2, 17),
            ]
        );
    }

    #[test]
    fn the_heaviest_comes_first_in_its_family() {
        let article = article();
        let families = article.families();
        let (family, members) = &families[0];
        assert_eq!(*family, Family::People);
        assert_eq!(members[0].name, "Ana Ruiz");
    }

    #[test]
    fn a_place_in_the_text_leads_to_its_piece_and_sentence() {
        let article = article();
        let second = article.document.blocks[1].span.start;
        assert_eq!(article.piece_at(second), Some(1));
        assert_eq!(article.piece_at(u32::MAX), Some(article.pieces.len() - 1));
        assert_eq!(article.sentence_at(0), Some(0));
        assert_eq!(article.sheet_of(1), 0);
    }

    #[test]
    fn the_browser_counts_in_utf16() {
        let document = Document::from_paragraphs("🎉é x");
        let article = Article::new(Arc::new(document), Arc::new(Analysis::default()));
        assert_eq!(article.units_into(0, 7), 4);
        assert_eq!(article.place_of(0, 4), 7);
        assert_eq!(article.place_of(0, 99), 8);
        assert_eq!(article.units_into(0, 999), 5);
        assert_eq!(article.units_into(9, 3), 0);
    }

    #[test]
    fn a_strip_has_each_place_once() {
        let article = article();
        let end = article.text().len();
        let spans = [Span::new(0, 1), Span::new(0, 2), Span::new(end, end)];
        assert_eq!(article.strip(spans.into_iter()), [0, STRIP]);
    }

    #[test]
    fn a_mention_is_shown_with_the_words_around_it() {
        let article = article();
        let lisbon = article.entity(entity_named(&article, "Lisbon")).expect("Lisbon").mentions[0].span;
        let around = article.around(lisbon, 12);
        assert_eq!((around.before.as_str(), around.after.as_str()), ("… report. In ", ", few agreed…"));
        assert_eq!(article.around(Span::new(900, 999), 5).before, "");
    }

    #[test]
    fn marks_beyond_all_measure_are_left_out_and_counted() {
        let text = "Kyiv ".repeat(30_000);
        let mut analysis = Analysis::default();
        let mentions = (0..30_000)
            .map(|i| analysis::Mention { span: Span::new(i * 5, i * 5 + 4), kind: MentionKind::Name })
            .collect();
        analysis.entities.push(Entity {
            id: EntityId(1),
            kind: analysis::EntityType::Gpe,
            name: "Kyiv".to_owned(),
            aliases: Vec::new(),
            role: None,
            salience: 0.0,
            mentions,
        });
        let article = Article::new(Arc::new(Document::from_paragraphs(&text)), Arc::new(analysis));
        assert_eq!(article.left_out, 10_000);
        let last = article.pieces.len() - 1;
        assert_eq!(article.segments(last).len(), 1);
    }
}
