//! Articles for the tests of every format: a hostile one written by hand, and arbitrary ones.

use analysis::*;
use proptest::prelude::*;

/// Markup, formulas, emoji, right to left, combining marks, quotes in quotes, line ends of three kinds.
pub const TEXT: &str = "=SUM(A1) wins “<b>big</b>”\r\n\r\nBy R.\u{202e}J. “Zoë” O’Neill-שלום\n\n\
    “He said ‘no & never’ to me,” the <script>alert(1)</script> mayor, Zoe\u{301} O’Neill, told e\u{301}tat 👩\u{200d}🚒 TV, “or \"maybe\".”\n\n\
    @home +49 \u{0}|\tNothing “else”, she said on May 5.\u{2028}End";

#[derive(Debug)]
pub struct Article {
    pub document: Document,
    pub analysis: Analysis,
}

/// The first place of these words.
pub fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
    Span::new(start, start + words.len())
}

pub fn hostile() -> Article {
    let block = |from: &str, to: &str, kind| Block { span: span(from).join(span(to)), kind };
    let blocks = vec![
        block("=SUM(A1)", "</b>”", BlockKind::Headline),
        block("By R.", "שלום", BlockKind::Byline),
        block("“He said", "\"maybe\".”", BlockKind::Paragraph),
        block("@home", "May 5.", BlockKind::ListItem),
        block("End", "End", BlockKind::Furniture),
    ];
    let name = |words| Mention { span: span(words), kind: MentionKind::Name };
    let entity = |id, kind, name: &str, mentions| Entity {
        id: EntityId(id),
        kind,
        name: name.to_owned(),
        aliases: Vec::new(),
        role: None,
        salience: 0.0,
        mentions,
    };
    let person = Entity {
        aliases: vec![Alias {
            text: "+“Zoë”, \"Z\"".to_owned(),
            count: 2,
            why: AliasReason::Transliteration,
            confidence: 1.0,
        }],
        role: Some(Role {
            text: "the <script>alert(1)</script> mayor".to_owned(),
            span: span("the <script>alert(1)</script> mayor"),
        }),
        ..entity(
            2,
            EntityType::Person,
            "@Zoë \"O’Neill\"",
            vec![
                name("Zoë"),
                name("Zoe\u{301} O’Neill"),
                Mention { span: span("she"), kind: MentionKind::Pronoun },
            ],
        )
    };
    let analysis = Analysis {
        language: Language { code: "en".to_owned() },
        published: Some(Published { date: "2026-05-06".to_owned(), span: None }),
        sentences: vec![span("=SUM(A1)").join(span("</b>”")), span("“He said").join(span("\"maybe\".”"))],
        entities: vec![
            entity(1, EntityType::WorkOfArt, "=SUM(A1)", vec![name("=SUM(A1)")]),
            person,
            entity(
                3,
                EntityType::Org,
                "e\u{301}tat 👩\u{200d}🚒 TV",
                vec![name("e\u{301}tat 👩\u{200d}🚒 TV")],
            ),
            // Overlaps the one before: a form that has one name for a word leaves it out.
            entity(4, EntityType::Gpe, "TV", vec![name("TV")]),
            entity(5, EntityType::Date, "May 5", vec![name("May 5")]),
        ],
        quotes: vec![
            Quote {
                id: 1,
                kind: QuoteKind::Direct,
                segments: vec![span("He said ‘no & never’ to me,"), span("or \"maybe\".")],
                speaker: Some(Speaker { span: span("Zoe\u{301} O’Neill"), entity: Some(EntityId(2)) }),
                cue: Some(span("told")),
                confidence: 0.875,
                why: "subject of “told”, a <b>verb</b>".to_owned(),
                polarity: Polarity::Negative,
                sense: Sense::Speech,
            },
            Quote {
                id: 2,
                kind: QuoteKind::Indirect,
                segments: vec![span("+49 \u{0}|\tNothing “else”")],
                speaker: None,
                cue: None,
                confidence: 0.25,
                why: "=nobody".to_owned(),
                polarity: Polarity::Uncertain,
                sense: Sense::Thought,
            },
        ],
        dates: vec![Date { span: span("May 5"), kind: DateKind::Date, value: Some("2026-05-05".to_owned()) }],
        figures: Vec::new(),
        facts: Facts::default(),
        // Ends inside of the quote's second segment: the marks cross.
        summary: vec![SummarySentence {
            span: span("to me,").join(span("or \"")),
            score: 1.0,
            why: "\"why\"".to_owned(),
        }],
        keyphrases: vec![KeyPhrase {
            text: "<i>key</i>".to_owned(),
            score: 0.5,
            mentions: vec![span("big")],
        }],
        diagnostics: vec![Diagnostic::note("odd", Some(span("\u{202e}")), "An odd mark.")],
        notes: vec![
            Note { span: span("wins"), words: String::new() },
            Note { span: span("@home"), words: "=HYPERLINK(\"</i>\")\n\tTY  - BOOK }@misc{".to_owned() },
        ],
    };
    Article { document: Document { text: TEXT.to_owned(), blocks, ..Document::default() }, analysis }
}

/// Characters that some format could stumble over.
const NASTY: &[&str] = &[
    "a",
    "B",
    "7",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "é",
    "\u{301}",
    "🎉",
    "\u{200d}",
    "ש",
    "\u{202e}",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "=",
    "+",
    "-",
    "@",
    ",",
    ";",
    ".",
    "“",
    "”",
    "’",
    "\\",
    "{",
    "\u{fffe}",
    "-DOCSTART- -X- O O",
    "</style>",
    "]]>",
    "e1",
];

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(NASTY), 0..12).prop_map(|parts| parts.concat())
}

/// Places as shares of the text, so that they shrink with it.
type Places = Vec<(u16, u16)>;

fn places() -> impl Strategy<Value = Places> {
    proptest::collection::vec((any::<u16>(), 0_u16..9000), 0..8)
}

/// Any text, with an analysis that keeps the contract.
pub fn any_article() -> impl Strategy<Value = Article> {
    let text =
        proptest::collection::vec(proptest::sample::select(NASTY), 1..60).prop_map(|parts| parts.concat());
    (text, places(), places(), places(), words(), (any::<u8>(), 0.0_f32..=1.0)).prop_map(
        |(text, mentions, segments, others, words, (kind, share))| {
            let place = |&(at, length): &(u16, u16)| {
                let byte =
                    |share: usize| text.floor_char_boundary(share * text.len() / usize::from(u16::MAX));
                Span::new(byte(at.into()), byte(usize::from(at) + usize::from(length)).min(text.len()))
            };
            let sorted = |places: &Places| {
                let mut spans: Vec<Span> = places.iter().map(place).filter(|span| !span.is_empty()).collect();
                spans.sort_unstable();
                spans
            };
            let mut apart = sorted(&others);
            apart.dedup_by(|next, kept| next.start < kept.end);
            let (mentions, segments) = (sorted(&mentions), sorted(&segments));
            let kinds = [MentionKind::Name, MentionKind::Name, MentionKind::Nominal, MentionKind::Pronoun];
            let kind = usize::from(kind);
            let entities: Vec<Entity> = mentions
                .iter()
                .enumerate()
                .map(|(i, &span)| Entity {
                    id: EntityId(i as u32 * 3 + 1),
                    kind: EntityType::ALL[(kind + i * 5) % EntityType::ALL.len()],
                    name: words.clone(),
                    aliases: vec![Alias {
                        text: words.clone(),
                        count: 3,
                        why: AliasReason::Demonym,
                        confidence: 1.0,
                    }],
                    role: (i % 2 == 0).then(|| Role { text: words.clone(), span }),
                    salience: i as f32 * 0.5,
                    mentions: mentions[i..]
                        .iter()
                        .step_by(2)
                        .map(|&span| Mention { span, kind: kinds[(i + kind) % 4] })
                        .collect(),
                })
                .collect();
            let quotes = segments
                .iter()
                .enumerate()
                .map(|(i, &segment)| Quote {
                    id: i as u32 + 1,
                    kind: [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect][i % 3],
                    segments: [segment]
                        .into_iter()
                        .chain(segments.iter().copied().find(|next| next.start >= segment.end))
                        .collect(),
                    speaker: entities.get(i).map(|entity| Speaker {
                        span: entity.mentions[0].span,
                        entity: (i % 3 > 0).then_some(entity.id),
                    }),
                    cue: apart.first().copied(),
                    confidence: share,
                    why: words.clone(),
                    polarity: Polarity::ALL[i % 3],
                    sense: Sense::ALL[i / 3 % 3],
                })
                .collect();
            let analysis = Analysis {
                language: Language::default(),
                published: None,
                sentences: apart.clone(),
                quotes,
                dates: apart.iter().map(|&span| Date { span, kind: DateKind::Set, value: None }).collect(),
                figures: Vec::new(),
                facts: Facts::default(),
                summary: mentions
                    .iter()
                    .map(|&span| SummarySentence { span, score: share, why: words.clone() })
                    .collect(),
                keyphrases: vec![KeyPhrase { text: words.clone(), score: share, mentions: segments.clone() }],
                diagnostics: vec![Diagnostic::note("note", apart.last().copied(), words.clone())],
                notes: apart.iter().map(|&span| Note { span, words: words.clone() }).collect(),
                entities,
            };
            let whole = Span::new(0, text.len());
            let blocks = vec![Block { span: whole.trim(&text), kind: BlockKind::Paragraph }];
            Article { document: Document { text, blocks, ..Document::default() }, analysis }
        },
    )
}
