//! Ten articles of ten kinds of source, cited as the manuals of the styles have it, and as entries for reference managers.

use analysis::{Analysis, Document, Entity, EntityId, EntityType, Mention, MentionKind, Published, Span};
use export::{Format, Style, Writer, cite_article, write};
use serde_json::Value;
use text::Stated;

struct Source {
    title: Option<&'static str>,
    authors: &'static [&'static str],
    site: Option<&'static str>,
    day: Option<&'static str>,
    url: Option<&'static str>,
}

fn article(source: &Source) -> (Document, Analysis) {
    let text = source.title.unwrap_or("Nothing").to_owned();
    let stated = Stated {
        title: source.title.map(str::to_owned),
        authors: source.authors.iter().map(|author| (*author).to_owned()).collect(),
        site: source.site.map(str::to_owned),
        url: source.url.map(str::to_owned),
        ..Stated::default()
    };
    let place = |words: &str| Some(Span::new(text.find(words)?, text.find(words)? + words.len()));
    let entities = ["Lindmouth", "Oskarvik", "Tarn"].into_iter().zip(1..).filter_map(|(name, id)| {
        Some(Entity {
            id: EntityId(id),
            kind: EntityType::Gpe,
            name: name.to_owned(),
            aliases: Vec::new(),
            role: None,
            salience: 0.0,
            mentions: vec![Mention { span: place(name)?, kind: MentionKind::Name }],
        })
    });
    let analysis = Analysis {
        entities: entities.collect(),
        published: source.day.map(|day| Published { date: day.to_owned(), span: None }),
        ..Analysis::default()
    };
    (Document { stated, ..Document::from_paragraphs(&text) }, analysis)
}

/// The article in APA, Chicago, MLA and Harvard, read on 9 December 2025.
#[track_caller]
fn check(source: Source, expected: [&str; 4]) {
    let (document, analysis) = article(&source);
    for (style, expected) in
        [Style::Apa, Style::Chicago, Style::Mla, Style::Harvard].into_iter().zip(expected)
    {
        let cited = cite_article(style, &document, &analysis, Some("2025-12-09"));
        // Italics as stars, to be read here.
        let html =
            cited.html().replace("<i>", "*").replace("</i>", "*").replace("<p>", "").replace("</p>", "");
        let mut shown = String::new();
        for (nth, part) in html.split('<').enumerate() {
            shown.push_str(if nth == 0 { part } else { part.split_once('>').expect("a tag ends").1 });
        }
        assert_eq!(shown.replace("&amp;", "&"), expected, "{}", style.label());
        assert_eq!(cited.plain(), expected.replace('*', ""), "{}", style.label());
    }
}

const URL: Option<&str> = Some("https://gazette.example/bridge");

#[test]
fn a_newspaper_with_one_author() {
    check(
        Source {
            title: Some("Bridge vote fails in Lindmouth"),
            authors: &["Ito Pell"],
            site: Some("The Lindmouth Gazette"),
            day: Some("2025-12-07"),
            url: URL,
        },
        [
            "Pell, I. (2025, December 7). Bridge vote fails in Lindmouth. *The Lindmouth Gazette*. https://gazette.example/bridge",
            "Pell, Ito. “Bridge Vote Fails in Lindmouth.” *The Lindmouth Gazette*, December 7, 2025. https://gazette.example/bridge.",
            "Pell, Ito. “Bridge Vote Fails in Lindmouth.” *The Lindmouth Gazette*, 7 Dec. 2025, gazette.example/bridge.",
            "Pell, I. (2025) ‘Bridge vote fails in Lindmouth’, *The Lindmouth Gazette*, 7 December. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn a_magazine_with_two_authors_and_headline_capitals() {
    check(
        Source {
            title: Some("The Long Winter of Oskarvik’s Ferry Crews"),
            authors: &["Ana María Ruiz", "Jan van der Berg"],
            site: Some("Harbour Weekly"),
            day: Some("2026-05-02"),
            url: None,
        },
        [
            "Ruiz, A. M., & van der Berg, J. (2026, May 2). The long winter of Oskarvik’s ferry crews. *Harbour Weekly*.",
            "Ruiz, Ana María, and Jan van der Berg. “The Long Winter of Oskarvik’s Ferry Crews.” *Harbour Weekly*, May 2, 2026.",
            "Ruiz, Ana María, and Jan van der Berg. “The Long Winter of Oskarvik’s Ferry Crews.” *Harbour Weekly*, 2 May 2026.",
            "Ruiz, A.M. and van der Berg, J. (2026) ‘The Long Winter of Oskarvik’s Ferry Crews’, *Harbour Weekly*, 2 May.",
        ],
    );
}

#[test]
fn an_investigation_with_four_authors() {
    check(
        Source {
            title: Some("Who paid for the pier?"),
            authors: &["Ana Ruiz", "Ito Pell", "Jo Orr Jr.", "Jean-Luc Brandt"],
            site: Some("Tarn Post"),
            day: Some("2025-09-30"),
            url: URL,
        },
        [
            "Ruiz, A., Pell, I., Orr, J., Jr., & Brandt, J.-L. (2025, September 30). Who paid for the pier? *Tarn Post*. https://gazette.example/bridge",
            "Ruiz, Ana, Ito Pell, Jo Orr Jr., and Jean-Luc Brandt. “Who Paid for the Pier?” *Tarn Post*, September 30, 2025. https://gazette.example/bridge.",
            "Ruiz, Ana, et al. “Who Paid for the Pier?” *Tarn Post*, 30 Sept. 2025, gazette.example/bridge.",
            "Ruiz, A. et al. (2025) ‘Who paid for the pier?’, *Tarn Post*, 30 September. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn an_agency_on_its_own_site_is_named_once() {
    check(
        Source {
            title: Some("Storm closes Tarn bridge"),
            authors: &["Reuters"],
            site: Some("Reuters"),
            day: Some("2025-02-03"),
            url: URL,
        },
        [
            "Reuters. (2025, February 3). Storm closes Tarn bridge. https://gazette.example/bridge",
            "Reuters. “Storm Closes Tarn Bridge.” February 3, 2025. https://gazette.example/bridge.",
            "Reuters. “Storm Closes Tarn Bridge.” 3 Feb. 2025, gazette.example/bridge.",
            "Reuters (2025) ‘Storm closes Tarn bridge’, 3 February. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn an_unsigned_report() {
    check(
        Source {
            title: Some("Storm closes Tarn bridge"),
            authors: &[],
            site: Some("Tarn Post"),
            day: Some("2025-06-01"),
            url: URL,
        },
        [
            "Storm closes Tarn bridge. (2025, June 1). *Tarn Post*. https://gazette.example/bridge",
            "*Tarn Post*. “Storm Closes Tarn Bridge.” June 1, 2025. https://gazette.example/bridge.",
            "“Storm Closes Tarn Bridge.” *Tarn Post*, 1 June 2025, gazette.example/bridge.",
            "‘Storm closes Tarn bridge’ (2025), *Tarn Post*, 1 June. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn a_blog_without_a_day() {
    check(
        Source {
            title: Some("What I saw at the quay"),
            authors: &["Ito Pell"],
            site: Some("Pell’s Notes"),
            day: None,
            url: URL,
        },
        [
            "Pell, I. (n.d.). What I saw at the quay. *Pell’s Notes*. https://gazette.example/bridge",
            "Pell, Ito. “What I Saw at the Quay.” *Pell’s Notes*. https://gazette.example/bridge.",
            "Pell, Ito. “What I Saw at the Quay.” *Pell’s Notes*, gazette.example/bridge.",
            "Pell, I. (no date) ‘What I saw at the quay’, *Pell’s Notes*. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn a_page_of_no_named_site() {
    check(
        Source {
            title: Some("Minutes of the council"),
            authors: &["Ana Ruiz"],
            site: None,
            day: Some("2025-12-07"),
            url: URL,
        },
        [
            "Ruiz, A. (2025, December 7). *Minutes of the council*. https://gazette.example/bridge",
            "Ruiz, Ana. “Minutes of the Council.” December 7, 2025. https://gazette.example/bridge.",
            "Ruiz, Ana. “Minutes of the Council.” 7 Dec. 2025, gazette.example/bridge.",
            "Ruiz, A. (2025) ‘Minutes of the council’, 7 December. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn a_headline_with_a_quote_in_it() {
    check(
        Source {
            title: Some("“We were lucky”: a night on the dyke"),
            authors: &["Ana Ruiz"],
            site: Some("Tarn Post"),
            day: Some("2025-12-07"),
            url: None,
        },
        [
            "Ruiz, A. (2025, December 7). “We were lucky”: a night on the dyke. *Tarn Post*.",
            "Ruiz, Ana. “‘We Were Lucky’: A Night on the Dyke.” *Tarn Post*, December 7, 2025.",
            "Ruiz, Ana. “‘We Were Lucky’: A Night on the Dyke.” *Tarn Post*, 7 Dec. 2025.",
            "Ruiz, A. (2025) ‘“We were lucky”: a night on the dyke’, *Tarn Post*, 7 December.",
        ],
    );
}

#[test]
fn a_headline_with_single_marks_in_it() {
    let source = Source {
        title: Some("‘We were lucky’, says Tarn’s mayor"),
        authors: &["Ana Ruiz"],
        site: Some("Tarn Post"),
        day: Some("2025-12-07"),
        url: None,
    };
    let (document, analysis) = article(&source);
    let cited = cite_article(Style::Harvard, &document, &analysis, None).plain();
    assert_eq!(cited, "Ruiz, A. (2025) ‘“We were lucky”, says Tarn’s mayor’, Tarn Post, 7 December.");
}

#[test]
fn a_press_release_of_a_body() {
    check(
        Source {
            title: Some("New timetable for the harbour line"),
            authors: &["Baltic Ferries Press"],
            site: Some("Baltic Ferries"),
            day: Some("2025-03-01"),
            url: URL,
        },
        [
            "Baltic Ferries Press. (2025, March 1). New timetable for the harbour line. *Baltic Ferries*. https://gazette.example/bridge",
            "Baltic Ferries Press. “New Timetable for the Harbour Line.” *Baltic Ferries*, March 1, 2025. https://gazette.example/bridge.",
            "Baltic Ferries Press. “New Timetable for the Harbour Line.” *Baltic Ferries*, 1 Mar. 2025, gazette.example/bridge.",
            "Baltic Ferries Press (2025) ‘New timetable for the harbour line’, *Baltic Ferries*, 1 March. Available at: https://gazette.example/bridge (Accessed: 9 December 2025).",
        ],
    );
}

#[test]
fn words_of_which_nothing_is_known() {
    let source = Source { title: None, authors: &[], site: None, day: None, url: None };
    check(source, ["[News article]. (n.d.).", "", "", "(no date)."]);
    let (document, analysis) =
        article(&Source { title: None, authors: &[], site: None, day: None, url: None });
    assert!(cite_article(Style::Plain, &document, &analysis, None).is_empty());
}

#[test]
fn entries_for_reference_managers() {
    let source = Source {
        title: Some("Bridge {vote} fails: 50 % & more_or_less"),
        authors: &["Ito Pell", "Tarn Press"],
        site: Some("The Lindmouth Gazette"),
        day: Some("2025-12-07"),
        url: Some("https://gazette.example/a_b?c=d%20e#f"),
    };
    let (document, analysis) = article(&source);
    let written = |format| write(format, "a.txt", &document, &analysis);
    let csl: Value = serde_json::from_str(&written(Format::CslJson)).expect("it is JSON");
    let expected = serde_json::json!([{
        "id": "pell2025bridge", "type": "article-newspaper", "title": "Bridge {vote} fails: 50 % & more_or_less",
        "author": [{ "family": "Pell", "given": "Ito" }, { "literal": "Tarn Press" }],
        "container-title": "The Lindmouth Gazette", "issued": { "date-parts": [[2025, 12, 7]] },
        "URL": "https://gazette.example/a_b?c=d%20e#f",
    }]);
    assert_eq!(csl, expected);
    assert_eq!(
        written(Format::Ris),
        "TY  - NEWS\r\nID  - pell2025bridge\r\nTI  - Bridge {vote} fails: 50 % & more_or_less\r\n\
         AU  - Pell, Ito\r\nAU  - Tarn Press\r\nT2  - The Lindmouth Gazette\r\nPY  - 2025\r\nDA  - 2025/12/07\r\n\
         UR  - https://gazette.example/a_b?c=d%20e#f\r\nER  - \r\n\r\n"
    );
    let bibtex = written(Format::Bibtex);
    for line in [
        "@article{pell2025bridge,\n",
        "  author = {Pell, Ito and {Tarn Press}},\n",
        "  title = {{Bridge \\textbraceleft vote\\textbraceright  fails: 50 \\% \\& more\\_or\\_less}},\n",
        "  date = {2025-12-07},\n",
        "  month = dec,\n",
        "  url = {https://gazette.example/a_b?c=d%20e#f},\n}\n",
    ] {
        assert!(bibtex.contains(line), "{line} in {bibtex}");
    }
}

/// The same article twice in a file, as two who sent it in have it.
#[test]
fn each_entry_of_a_file_has_a_key_of_its_own() {
    let source =
        Source { title: Some("Ferry late"), authors: &["Ito Pell"], site: None, day: None, url: None };
    let (document, analysis) = article(&source);
    for format in [Format::CslJson, Format::Ris, Format::Bibtex] {
        let mut writer = Writer::new(format);
        let entries: Vec<String> =
            ["a.txt", "b.txt", "c.txt"].map(|id| writer.add(id, &document, &analysis)).into();
        for (entry, key) in entries.iter().zip(["pellferry", "pellferry-2", "pellferry-3"]) {
            let holds = entry.lines().any(|line| {
                line.trim_end_matches(',').ends_with(key) || line.contains(&format!("\"{key}\""))
            });
            assert!(holds, "{key} in {entry}");
        }
    }
}

#[test]
fn an_address_that_is_none_of_the_web_is_no_link() {
    let source =
        Source { title: Some("A"), authors: &[], site: None, day: None, url: Some("javascript:alert(1)") };
    let (document, analysis) = article(&source);
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Json) {
        let written = write(format, "a.txt", &document, &analysis);
        assert!(!written.contains("javascript:"), "{}: {written}", format.key());
    }
}
