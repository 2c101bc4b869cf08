//! The session against a small world without a browser.

mod any_order;
mod world;

use analysis::Document;
use protocol::ToWorker;
use world::{HALL, PIER, Tab, World, with};

use super::*;

#[test]
fn an_edited_word_costs_no_correction_no_date_and_no_entry() {
    let mut world = with(HALL);
    world.rename(0, 1, "Lindmouth-on-Sea");
    world.on(0, Event::SetPublished(Some("2026-03-02".to_owned())));
    world.settle();
    let id = world.tabs[0].open().id.clone();
    let edited = format!("UPDATE: {HALL}");
    world.on(0, Event::Edit);
    world.type_in(0, &edited);
    world.on(0, Event::Leave);
    world.settle();
    assert_eq!(world.library.len(), 1, "one entry");
    let open = world.tabs[0].open();
    assert_eq!((open.id.as_str(), open.text()), (id.as_str(), edited.as_str()));
    assert_eq!(open.published.as_deref(), Some("2026-03-02"));
    assert!(world.tabs[0].names().contains(&"Lindmouth-on-Sea".to_owned()));
    assert_eq!(open.waiting, []);
    assert_eq!(world.row(&id).versions.len(), 1, "the text before is kept");
    // And the text before can be had back.
    world.on(0, Event::Revert(0));
    world.settle();
    assert_eq!(world.tabs[0].open().text(), HALL);
    assert_eq!(world.library.len(), 1);
}

#[test]
fn a_correction_that_the_edited_text_has_no_place_for_is_kept_and_told() {
    let mut world = with(HALL);
    world.rename(0, 3, "Ana Ruiz");
    world.settle();
    world.on(0, Event::Edit);
    world.type_in(0, &HALL.replace("Mayor Ruiz", "the mayor"));
    world.settle();
    assert_eq!(world.tabs[0].open().waiting.len(), 1);
    world.type_in(0, HALL);
    world.settle();
    assert_eq!(world.tabs[0].open().waiting, []);
    assert!(world.tabs[0].names().contains(&"Ana Ruiz".to_owned()));
}

#[test]
fn typing_makes_one_entry_and_not_before_the_reader_leaves() {
    let mut world = World::new(1);
    for end in [12, 30, 61, HALL.len()] {
        world.type_in(0, &HALL[..end]);
        world.settle();
        assert_eq!(world.library.len(), 0);
    }
    world.on(0, Event::Leave);
    world.settle();
    assert_eq!(world.library.len(), 1);
    assert_eq!(world.library().first().map(|kept| kept.versions.len()), Some(0), "pauses are no versions");
}

#[test]
fn another_article_in_the_field_is_another_article() {
    let mut world = with(HALL);
    world.type_in(0, PIER);
    world.on(0, Event::Leave);
    world.settle();
    assert_eq!(world.library.len(), 2);
    world.give(0, HALL);
    world.settle();
    assert_eq!(world.library.len(), 2, "the same words are the same article");
    // A rival's story is not an edit, however much of the wire both have.
    world.type_in(0, &HALL.replace("voted on Monday", "will vote on Tuesday"));
    world.on(0, Event::Leave);
    world.settle();
    assert_eq!(world.library.len(), 3);
}

#[test]
fn what_is_undone_stays_undone_while_another_tab_has_the_article_too() {
    let mut world = with(HALL);
    world.give(1, HALL);
    world.rename(0, 1, "Blue Gull");
    world.settle();
    assert!(world.tabs[1].names().contains(&"Blue Gull".to_owned()), "the other tab follows");
    world.tabs[0].told.clear();
    world.on(0, Event::Undo);
    world.settle();
    assert!(!world.tabs[0].told.iter().any(|told| told.contains("another tab")), "nobody else did anything");
    for tab in [0, 1] {
        assert!(!world.tabs[tab].names().contains(&"Blue Gull".to_owned()), "tab {tab}");
    }
}

#[test]
fn ones_own_last_state_is_no_other_tabs_after_a_reload() {
    let mut world = with(HALL);
    world.rename(0, 1, "Blue Gull");
    world.reload(0);
    world.settle();
    assert!(world.tabs[0].told.is_empty(), "{:?}", world.tabs[0].told);
    assert!(world.tabs[0].names().contains(&"Blue Gull".to_owned()));
    world.on(0, Event::Undo);
    world.settle();
    assert!(!world.tabs[0].names().contains(&"Blue Gull".to_owned()), "undo holds over a reload");
    world.on(0, Event::Redo);
    world.reload(0);
    world.settle();
    assert!(world.tabs[0].names().contains(&"Blue Gull".to_owned()));
}

#[test]
fn a_correction_made_as_the_tab_closes_is_there_at_the_next_start_whatever_other_tabs_do() {
    let mut world = with(HALL);
    world.give(1, PIER);
    world.settle();
    world.rename(0, 1, "Blue Gull");
    // The tab is gone before its writing; the other tab goes on.
    world.tabs[0] = Tab::new(90);
    world.rename(1, 1, "Red Gull");
    world.settle();
    world.reload(1);
    world.settle();
    let hall = world.library().into_iter().find(|kept| kept.text().is_some_and(|text| text.contains("hall")));
    let history = hall.and_then(|kept| kept.history().ok()).expect("it can be read");
    assert_eq!(history.done().len(), 1);
}

#[test]
fn an_article_that_is_opened_again_before_its_writing_keeps_what_was_written_down() {
    let mut world = with(HALL);
    world.rename(0, 1, "Blue Gull");
    world.on(0, Event::Clear);
    let before = world.library().remove(0);
    world.on(0, Event::Open(Box::new(before), None));
    world.reload(0);
    world.settle();
    assert!(world.tabs[0].names().contains(&"Blue Gull".to_owned()));
}

#[test]
fn journals_go_when_the_library_has_what_they_say() {
    let mut world = with(HALL);
    for n in 0..5 {
        world.rename(0, n, &format!("Gull {n}"));
        world.reload(0);
    }
    world.give(0, PIER);
    world.settle();
    assert_eq!(world.journals.len(), 1, "only that of the open article: {:?}", world.journals.keys());
}

#[test]
fn where_there_is_no_room_nothing_is_lost_and_it_is_written_once_there_is() {
    let mut world = with(HALL);
    world.full = true;
    world.rename(0, 1, "Blue Gull");
    world.settle();
    world.reload(0);
    world.settle();
    assert!(world.tabs[0].names().contains(&"Blue Gull".to_owned()));
    world.full = false;
    world.rename(0, 0, "Red Gull");
    world.settle();
    let id = world.tabs[0].open().id.clone();
    assert_eq!(world.row(&id).history().map(|history| history.done().len()), Ok(2));
}

#[test]
fn what_no_journal_takes_is_told_as_done_once_the_library_has_it_and_the_journal_before_stays() {
    let mut world = with(HALL);
    world.rename(0, 1, "Blue Gull");
    let before = world.journals.clone();
    world.tabs[0].told.clear();
    world.refused = true;
    world.rename(0, 0, "Red Gull");
    assert!(world.tabs[0].told.is_empty(), "nothing keeps it so far: {:?}", world.tabs[0].told);
    assert_eq!(world.journals, before, "what was told as done is still written down");
    world.settle();
    assert_eq!(world.tabs[0].told, ["Renamed “The” to “Red Gull”."]);
    world.tabs[0].told.clear();
    world.full = true;
    world.rename(0, 2, "White Gull");
    world.settle();
    let told = &world.tabs[0].told;
    assert!(told.len() == 1 && told[0].ends_with(keeping::NOT_KEPT), "{told:?}");
    // Once there is room, it is kept as the reader leaves.
    world.full = false;
    world.on(0, Event::Leave);
    world.settle();
    let id = world.tabs[0].open().id.clone();
    assert_eq!(world.row(&id).history().map(|history| history.done().len()), Ok(3));
}

#[test]
fn a_journal_that_is_older_than_the_library_does_not_hide_what_that_has() {
    let mut world = with(HALL);
    world.refused = true;
    world.on(0, Event::SetPublished(Some("2026-03-02".to_owned())));
    world.settle();
    world.reload(0);
    world.settle();
    assert_eq!(world.tabs[0].open().published.as_deref(), Some("2026-03-02"));
}

#[test]
fn what_was_being_typed_is_kept_when_an_earlier_text_is_opened() {
    let mut world = with(HALL);
    let edited = format!("UPDATE: {HALL}");
    world.on(0, Event::Edit);
    world.type_in(0, &edited);
    world.settle();
    world.on(0, Event::Revert(0));
    world.settle();
    let open = world.tabs[0].open();
    assert_eq!(open.text(), HALL);
    let texts: Vec<_> =
        open.versions.iter().filter_map(|version| Remembered::read(&version.article)).collect();
    assert!(texts.iter().any(|kept| kept.document.text == edited), "it was told that it is kept");
}

#[test]
fn an_article_opened_again_before_its_writing_does_not_tell_as_done_what_it_lacks() {
    let mut world = with(HALL);
    world.refused = true;
    world.tabs[0].told.clear();
    world.rename(0, 1, "Blue Gull");
    world.on(0, Event::Clear);
    world.refused = false;
    let kept = world.library().remove(0);
    world.on(0, Event::Open(Box::new(kept), None));
    assert!(!world.tabs[0].told.iter().any(|told| told.contains("Blue Gull")), "{:?}", world.tabs[0].told);
    world.settle();
    assert!(world.tabs[0].told.iter().any(|told| told.contains("Blue Gull")));
    assert!(world.tabs[0].names().contains(&"Blue Gull".to_owned()));
}

#[test]
fn a_backup_whose_analysis_is_of_other_words_is_refused() {
    use presentation::library::backup;
    let document = Document::from_paragraphs(HALL);
    let json = export::json("hall", &document, &world::find_names(&document));
    let mut world = World::new(1);
    world.on(0, Event::Import(json.clone()));
    world.settle();
    let honest = world.library().remove(0);
    assert_eq!(read_backup(&backup(vec![honest.clone()], Vec::new())).map(|read| read.articles.len()), Ok(1));
    // The words that are read are forged; the number is of the analysis, which is of the true ones.
    let mut forged = Kept { article: honest.article.replace("said Mayor", "lied Mayor"), ..honest };
    forged.form = 1;
    assert!(Kept::read(&forged.to_json()).is_ok(), "it hangs together");
    let refused = read_backup(&backup(vec![forged], Vec::new())).unwrap_err();
    assert!(refused.contains("not one of its words"), "{refused}");
}

#[test]
fn a_late_answer_changes_nothing() {
    let mut world = World::new(1);
    world.give(0, HALL);
    let late = world.tabs[0].answers.pop_front().expect("the worker answers");
    world.give(0, PIER);
    world.on(0, Event::Answer(late));
    world.settle();
    assert_eq!(world.tabs[0].open().text(), PIER);
}

#[test]
fn what_cannot_be_read_leaves_what_was_open() {
    let mut world = with(HALL);
    world.type_in(0, "   ");
    assert!(world.tabs[0].session.problem.is_some());
    world.on(0, Event::Import("{\"schema\":\"article-explorer/analysis/1\"}".to_owned()));
    assert!(world.tabs[0].session.problem.is_some());
    assert_eq!(world.tabs[0].open().text(), HALL);
}

#[test]
fn a_worker_that_dies_is_told_and_asked_again() {
    let mut world = with(HALL);
    world.on(0, Event::SetPublished(Some("2026-03-02".to_owned())));
    world.tabs[0].answers.clear();
    world.on(0, Event::Broken("out of memory".to_owned()));
    assert_eq!(world.tabs[0].session.work, Work::Failed);
    assert_eq!(world.tabs[0].session.problem.as_ref().map(|problem| problem.fix), Some(Fix::TryAgain));
    world.on(0, Event::TryAgain);
    world.settle();
    assert_eq!(world.tabs[0].session.work, Work::Rest);
    assert_eq!(world.tabs[0].open().published.as_deref(), Some("2026-03-02"));
}

#[test]
fn a_row_of_a_newer_version_is_not_opened_over() {
    let mut world = with(HALL);
    let id = world.tabs[0].open().id.clone();
    let newer = world.library[&id].replacen("\"form\":2", "\"form\":3", 1);
    world.journals.clear();
    world.journals.insert("x".to_owned(), newer);
    world.tabs[0] = Tab::new(80);
    world.tabs[0].remembered = None;
    world.reload(0);
    world.settle();
    assert!(world.tabs[0].session.open.is_none());
    assert_eq!(world.journals.len(), 1, "it is left for the version that can read it");
}

#[test]
fn the_whole_page_takes_the_place_of_its_article() {
    let mut session = Session::new(1);
    let mut on = |event: Event| {
        let context = Context { now: 1, names: None, library: &[] };
        let effects = session.on(event, &context);
        (
            effects,
            session.has_more(),
            session.open.as_ref().map(|open| (open.id.clone(), open.text().to_owned())),
        )
    };
    let page = Input::File { name: "page.html".to_owned(), bytes: b"<p>".to_vec() };
    on(Event::Read { input: page.clone(), origin: Origin::Given, show: true });
    let mut short = Document::from_paragraphs("The landing is shut.");
    short.diagnostics.push(text::Diagnostic::note("much-left-out", None, "Short."));
    let (_, has_more, open) =
        on(Event::Answer(FromWorker::Document { request: Request(1), document: short.clone() }));
    assert!(has_more);
    let id = open.unwrap().0;
    let (effects, ..) = on(Event::UseWhole);
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Ask(ToWorker::Read { input, whole: true, .. }) if *input == page
    )));
    let whole =
        Document::from_paragraphs("The landing is shut.\nSo is the bridge, and nobody knows why that is.");
    let (_, has_more, open) =
        on(Event::Answer(FromWorker::Document { request: Request(2), document: whole.clone() }));
    assert_eq!(open, Some((id, whole.text)), "it is the same article");
    assert!(!has_more, "there is no more");
    // Asked again, nothing happens.
    assert!(on(Event::UseWhole).0.is_empty());
}
