use analysis::Document;

use super::*;

/// The quotations as `(words)`, nested ones with a `+` before, unclosed with `?`, going on with `>` after.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    let found: Vec<String> = pair(&doc)
        .regions
        .iter()
        .map(|r| {
            let nested = if r.nested { "+" } else { "" };
            let end = if r.goes_on {
                ">"
            } else if r.is_unclosed() {
                "?"
            } else {
                ""
            };
            format!("{nested}{}{end}", doc.words(r.inner.clone()))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn marks_of_any_shape() {
    check("\"We sank,\" Tarn said.", &["We sank,"]);
    check("“We sank,” Tarn said.", &["We sank,"]);
    check("‘We sank,’ Tarn said.", &["We sank,"]);
    check("'We sank,' Tarn said.", &["We sank,"]);
    check("«We sank», Tarn said.", &["We sank"]);
    check("« We sank », Tarn said.", &["We sank"]);
    check("»We sank«, Tarn said.", &["We sank"]);
    check("„We sank“, Tarn said.", &["We sank"]);
    check("„We sank”, Tarn said.", &["We sank"]);
    check("``We sank,'' Tarn said.", &["We sank,"]);
    check("''We sank,'' Tarn said.", &["We sank,"]);
}

#[test]
fn mixed_pairs() {
    check("“We sank,\" Tarn said. \"All of us,” she added.", &["We sank,", "All of us,"]);
    check("”We sank,” Tarn said.", &["We sank,"]);
    check("“We sank,“ Tarn said.", &["We sank,"]);
}

#[test]
fn apostrophes_are_no_marks() {
    check("'Tis late in the '90s, rock 'n' roll", &[]);
    check("‘The weavers’ pay fell,’ she said", &["The weavers’ pay fell,"]);
    check("The weavers’ pay and the dog‘s lead", &[]);
    check(
        "‘Don’t go to the dogs’ home,’ he said. ‘It’s shut.’",
        &["Don’t go to the dogs’ home,", "It’s shut."],
    );
    check("the ‘rebels’ said", &["rebels"]);
}

#[test]
fn dropped_letters_close_nothing() {
    check("‘We’ve been rowin’ all day,’ said Tarn.", &["We’ve been rowin’ all day,"]);
    check("‘It’s wet, an’ they know it,’ said Tarn.", &["It’s wet, an’ they know it,"]);
    check("'Nothin' floats up 'ere,' Tarn said.", &["Nothin' floats up 'ere,"]);
    check("‘Ask me in the mornin’,’ said Tarn.", &["Ask me in the mornin’,"]);
    check("The ‘captain’ and the ‘cabin’ sank.", &["captain", "cabin"]);
    check("‘Come in,’ said Tarn. ‘We begin’, she added.", &["Come in,", "We begin"]);
}

#[test]
fn single_marks_over_several_paragraphs() {
    check("Tarn said: ‘We sank.\n‘We swam.’", &["We sank.>", "We swam."]);
    check("‘We sank,’ said Tarn. ‘It was cold.\n‘We swam.’", &["We sank,", "It was cold.>", "We swam."]);
    check("The weavers’ pay fell.\n‘We sank,’ said Tarn.", &["We sank,"]);
}

#[test]
fn feet_and_inches_are_no_marks() {
    check("He is 6'2\" tall.", &[]);
    check("\"He is 6'2\",\" Tarn said.", &["He is 6'2\","]);
}

#[test]
fn nested() {
    check("“He told me ‘run’,” Tarn said.", &["He told me ‘run’,", "+run"]);
    check("“He told me “run”,” Tarn said.", &["He told me “run”,", "+run"]);
    check("\"He told me \"run\",\" Tarn said.", &["He told me \"run\",", "+run"]);
    check("‘He told me “run”,’ Tarn said.", &["He told me “run”,", "+run"]);
}

#[test]
fn over_several_paragraphs() {
    check("“We sank.\n“We swam.”", &["We sank.>", "We swam."]);
    check("She said: “We sank.\n“We swam.\n“We walked.”", &["We sank.>", "We swam.>", "We walked."]);
    check("“We sank.\nWe swam.”", &["We sank.>", "We swam."]);
}

#[test]
fn never_closed() {
    check("“We sank.\nNobody came.", &["We sank.?"]);
    check("“We sank, Tarn said.\nNobody came.", &["We sank,?"]);
}

#[test]
fn a_new_one_opens_after_a_missing_close() {
    check("\"We sank, Tarn said. \"We swam,\" said Ruiz.", &["We sank,?", "We swam,"]);
    check("“We sank. “We swam,” said Ruiz.", &["We sank.?", "We swam,"]);
}

#[test]
fn a_mark_that_nothing_opened() {
    check("We sank,” Tarn said.", &["We sank,"]);
    check("The boat” sank.", &[]);
}

#[test]
fn in_brackets_and_after_dashes() {
    check("Tarn (“Duke”) left —“gone,” he said", &["Duke", "gone,"]);
}

#[test]
fn a_wall_of_marks_takes_time_in_proportion() {
    for mark in ["\"", "“", "'", "‘", "” ", " “a", "“‘"] {
        let text = mark.repeat(60_000);
        let document = Document::from_paragraphs(&text);
        pair(&Doc::new(&document));
    }
}
