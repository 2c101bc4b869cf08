//! One small article, analysed by hand, in every form.

use analysis::*;

const TEXT: &str = "Bridge vote fails\n\nBy Ito Pell\n\n🎉 “We *start* in May,” said Ana Ruiz, the mayor. “Or never.”\n\nShe left.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn document() -> Document {
    let block = |words, kind| Block { span: span(words), kind };
    let body = "🎉 “We *start* in May,” said Ana Ruiz, the mayor. “Or never.”";
    Document {
        text: TEXT.to_owned(),
        blocks: vec![
            block("Bridge vote fails", BlockKind::Headline),
            block("By Ito Pell", BlockKind::Byline),
            block(body, BlockKind::Paragraph),
            block("She left.", BlockKind::Paragraph),
        ],
        ..Document::default()
    }
}

fn analysis() -> Analysis {
    Analysis {
        language: Language { code: "en".to_owned() },
        published: Some(Published { date: "2025-12-07".to_owned(), span: None }),
        sentences: vec![span("She left.")],
        entities: vec![Entity {
            id: EntityId(1),
            kind: EntityType::Person,
            name: "Ana Ruiz".to_owned(),
            aliases: vec![Alias {
                text: "Ruíz".to_owned(),
                count: 2,
                why: AliasReason::Spelling,
                confidence: 0.5,
            }],
            role: Some(Role { text: "the mayor".to_owned(), span: span("the mayor") }),
            salience: 1.25,
            mentions: vec![
                Mention { span: span("Ana Ruiz"), kind: MentionKind::Name },
                Mention { span: span("She"), kind: MentionKind::Pronoun },
            ],
        }],
        quotes: vec![Quote {
            id: 1,
            kind: QuoteKind::Direct,
            segments: vec![span("We *start* in May,"), span("Or never.")],
            speaker: Some(Speaker { span: span("Ana Ruiz"), entity: Some(EntityId(1)) }),
            cue: Some(span("said")),
            confidence: 0.97,
            why: "subject of the verb beside the quote".to_owned(),
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        }],
        dates: vec![Date { span: span("May"), kind: DateKind::Date, value: Some("2026-05".to_owned()) }],
        summary: vec![SummarySentence { span: span("She left."), score: 1.0, why: "names her".to_owned() }],
        keyphrases: vec![KeyPhrase {
            text: "Bridge vote".to_owned(),
            score: 0.8,
            mentions: vec![span("Bridge vote")],
        }],
        figures: vec![Figure {
            span: span("May"),
            kind: FigureKind::Money,
            value: Some((2.5e12, 2.5e12)),
            unit: "INR".to_owned(),
            of: Some(span("the mayor")),
            change: Some(Change::Up),
            against: None,
        }],
        facts: Facts { who: vec![EntityId(1)], when: Some(span("May")), ..Facts::default() },
        diagnostics: vec![
            Diagnostic::note("encoding", None, "Read as windows-1252."),
            Diagnostic::note("odd", Some(span("🎉")), "An odd mark."),
        ],
        notes: vec![Note { span: span("She left."), words: "*When?*".to_owned() }],
    }
}

#[test]
fn json_has_the_contracts_fields_in_order_and_counts_code_points() {
    let expected = concat!(
        r#"{"schema":"article-explorer/analysis/1","id":"a.txt","text":"Bridge vote fails\n\nBy Ito Pell\n\n"#,
        r#"🎉 “We *start* in May,” said Ana Ruiz, the mayor. “Or never.”\n\nShe left.","language":"en","#,
        r#""published":"2025-12-07","blocks":[{"start":0,"end":17,"kind":"headline"},"#,
        r#"{"start":19,"end":30,"kind":"byline"},{"start":32,"end":92,"kind":"paragraph"},"#,
        r#"{"start":94,"end":103,"kind":"paragraph"}],"sentences":[{"start":94,"end":103}],"#,
        r#""entities":[{"id":"e1","type":"PERSON","name":"Ana Ruiz","#,
        r#""aliases":[{"text":"Ruíz","count":2,"why":"spelling"}],"role":"the mayor","salience":1.25,"#,
        r#""mentions":[{"start":60,"end":68,"kind":"name"},{"start":94,"end":97,"kind":"pronoun"}]}],"#,
        r#""quotes":[{"id":"q1","kind":"direct","segments":[{"start":35,"end":53},{"start":82,"end":91}],"#,
        r#""speaker":{"entity":"e1","start":60,"end":68},"cue":{"start":55,"end":59},"confidence":0.97,"#,
        r#""why":"subject of the verb beside the quote"}],"#,
        r#""dates":[{"start":49,"end":52,"type":"DATE","value":"2026-05"}],"#,
        r#""summary":[{"start":94,"end":103,"score":1.0,"why":"names her"}],"#,
        r#""keyphrases":[{"text":"Bridge vote","score":0.8,"mentions":[{"start":0,"end":11}]}],"#,
        r#""figures":[{"start":49,"end":52,"kind":"money","value":2500000000000,"unit":"INR","#,
        r#""counted":"the mayor","change":"up"}],"#,
        r#""facts":{"who":[{"start":60,"end":68,"entity":"e1"}],"#,
        r#""when":{"start":49,"end":52,"value":"2026-05"}},"#,
        r#""diagnostics":[{"code":"encoding","message":"Read as windows-1252."},"#,
        r#"{"code":"odd","start":32,"end":33,"message":"An odd mark."}],"#,
        r#""notes":[{"start":94,"end":103,"note":"*When?*"}]}"#,
    );
    assert_eq!(crate::json("a.txt", &document(), &analysis()), expected);
}

#[test]
fn an_empty_analysis_has_every_list() {
    assert_eq!(
        crate::json(7, &Document::default(), &Analysis::default()),
        concat!(
            r#"{"schema":"article-explorer/analysis/1","id":7,"text":"","language":"und","published":null,"#,
            r#""blocks":[],"sentences":[],"entities":[],"quotes":[],"dates":[],"summary":[],"keyphrases":[],"#,
            r#""figures":[],"facts":{},"#,
            r#""diagnostics":[]}"#
        )
    );
}

#[test]
fn the_brief() {
    let expected = "\
# Bridge vote fails

By Ito Pell · 2025-12-07

## Summary

- She left.

## People

- **Ana Ruiz**, the mayor: 2 mentions; also Ruíz (spelling)

## Quotes

> “We \\*start\\* in May,” … “Or never.”
>
> — Ana Ruiz, the mayor (direct, paragraph 1)

## Dates and times

- May 2026: May

## Your notes

- “She left.”: \\*When?\\*

## Key phrases

- Bridge vote
";
    assert_eq!(crate::markdown(&document(), &analysis()), expected);
    assert_eq!(crate::markdown(&Document::default(), &Analysis::default()), "# Article\n");
}
