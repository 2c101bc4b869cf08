//! The session against a small world: tabs that share a library and journals, a worker that finds every capitalised
//! word, storage that can be full, and tabs that are closed at any moment.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use analysis::{Entity, EntityId, EntityType, Mention, MentionKind, Span};
use proptest::prelude::*;

use super::*;

const HALL: &str = "The council of Lindmouth voted on Monday to close the hall, said Mayor Ruiz. Nobody spoke against \
                    it, and Pell left before the vote.\n";
const PIER: &str = "The pier at Brantham will be sold in June, the county said. Okello has offered to buy it for the \
                    fishermen of Hale.\n";

/// Every capitalised word is a person.
fn find_names(document: &Document) -> Analysis {
    let mut entities: Vec<Entity> = Vec::new();
    let mut start = 0;
    for word in document.text.split_inclusive([' ', '\n']) {
        let name = word.trim_matches(|c: char| !c.is_alphanumeric());
        let at = start + word.find(name).unwrap_or(0);
        start += word.len();
        if !name.starts_with(char::is_uppercase) {
            continue;
        }
        let mention = Mention { span: Span::new(at, at + name.len()), kind: MentionKind::Name };
        match entities.iter_mut().find(|entity| entity.name == name) {
            Some(entity) => entity.mentions.push(mention),
            None => entities.push(Entity {
                id: EntityId(entities.len() as u32 + 1),
                kind: EntityType::Person,
                name: name.to_owned(),
                aliases: Vec::new(),
                role: None,
                salience: 0.0,
                mentions: vec![mention],
            }),
        }
    }
    Analysis { entities, ..Analysis::default() }
}

struct Tab {
    session: Session,
    remembered: Option<String>,
    /// Answers that the worker has still to give to the last question.
    answers: VecDeque<FromWorker>,
    /// Writings to the library, in their order.
    saves: VecDeque<Kept>,
    told: Vec<String>,
}

impl Tab {
    fn new(number: u64) -> Tab {
        Tab {
            session: Session::new(number),
            remembered: None,
            answers: VecDeque::new(),
            saves: VecDeque::new(),
            told: Vec::new(),
        }
    }

    fn open(&self) -> &Open {
        self.session.open.as_ref().expect("an article is open")
    }

    fn names(&self) -> Vec<String> {
        self.open().shown.analysis.entities.iter().map(|entity| entity.name.clone()).collect()
    }
}

#[derive(Default)]
struct World {
    tabs: Vec<Tab>,
    library: BTreeMap<String, String>,
    journals: BTreeMap<String, String>,
    full: bool,
    clock: u64,
    opened: u64,
}

impl World {
    fn new(tabs: usize) -> World {
        let mut world = World::default();
        for _ in 0..tabs {
            world.opened += 1;
            world.tabs.push(Tab::new(world.opened));
        }
        world
    }

    fn library(&self) -> Vec<Kept> {
        self.library.values().filter_map(|json| Kept::read(json).ok()).collect()
    }

    fn on(&mut self, tab: usize, event: Event) {
        self.clock += 1;
        let library = self.library();
        let context = Context { now: self.clock, names: None, library: &library };
        let effects = self.tabs[tab].session.on(event, &context);
        for effect in effects {
            let here = &mut self.tabs[tab];
            match effect {
                Effect::Ask(ToWorker::Read { request, input, .. }) => {
                    let Input::Paste { text, .. } = input else { panic!("the tests give text") };
                    let document = Document::from_paragraphs(&text);
                    here.answers =
                        VecDeque::from([FromWorker::Document { request, document: document.clone() }]);
                    here.answers.extend(stages(request, &document));
                }
                Effect::Ask(ToWorker::ReadAll { .. }) => panic!("a session has one article at a time"),
                Effect::Ask(ToWorker::Analyze { request, document, .. }) => {
                    here.answers = stages(request, &document).into();
                }
                Effect::Stop => here.answers.clear(),
                Effect::Write(journal) => drop(self.journals.insert(journal.key, journal.json)),
                Effect::Forget(journal) => {
                    if self.journals.get(&journal.key) == Some(&journal.json) {
                        self.journals.remove(&journal.key);
                    }
                }
                Effect::Remember(id) => here.remembered = id,
                Effect::Save(kept) => here.saves.push_back(*kept),
                Effect::Fetch(id) => {
                    let kept = library.iter().find(|kept| kept.entry.id == id).cloned();
                    if let Some(kept) = kept {
                        self.on(tab, Event::Open(Box::new(kept), None));
                    }
                }
                Effect::Tell(told) | Effect::Offer(told, _) => here.told.push(told),
                Effect::Go(_) | Effect::Say(_) => {}
            }
        }
    }

    /// The worker's next answer; says whether there was one.
    fn answer(&mut self, tab: usize) -> bool {
        let answer = self.tabs[tab].answers.pop_front();
        let some = answer.is_some();
        answer.into_iter().for_each(|answer| self.on(tab, Event::Answer(answer)));
        some
    }

    /// The next writing of a tab, and what the others hear of it; says whether there was one.
    fn commit(&mut self, tab: usize) -> bool {
        let Some(kept) = self.tabs[tab].saves.pop_front() else { return false };
        let id = kept.entry.id.clone();
        if self.full {
            self.on(tab, Event::Saved(id, None));
            return true;
        }
        let before = self.library.get(&id).map(|json| Kept::read(json));
        let joined = match before {
            Some(Ok(before)) => before.join(&kept).expect("both can be read"),
            Some(Err(_)) => panic!("what cannot be read would be written over"),
            None => kept,
        };
        self.library.insert(id.clone(), joined.to_json());
        self.on(tab, Event::Saved(id, Some(Box::new(joined.clone()))));
        for other in (0..self.tabs.len()).filter(|other| *other != tab) {
            self.on(other, Event::Changed(Box::new(joined.clone()), false));
        }
        true
    }

    /// The tab is gone in this moment, and comes back.
    fn reload(&mut self, tab: usize) {
        let remembered = self.tabs[tab].remembered.clone();
        self.opened += 1;
        self.tabs[tab] = Tab { remembered: remembered.clone(), ..Tab::new(self.opened) };
        let journals = self
            .journals
            .iter()
            .map(|(key, json)| Journal { key: key.clone(), json: json.clone() })
            .collect();
        self.on(tab, Event::Start { open: remembered, journals });
    }

    /// Until nothing more happens.
    fn settle(&mut self) {
        for _ in 0..1_000 {
            let tabs = 0..self.tabs.len();
            if !tabs.fold(false, |any, tab| self.answer(tab) | self.commit(tab) | any) {
                return;
            }
        }
        panic!("the tabs answer each other without end");
    }

    fn give(&mut self, tab: usize, text: &str) {
        let input = Input::Paste { text: text.to_owned(), html: None };
        self.on(tab, Event::Read { input, origin: Origin::Given, show: true });
    }

    fn type_in(&mut self, tab: usize, text: &str) {
        let input = Input::Paste { text: text.to_owned(), html: None };
        self.on(tab, Event::Read { input, origin: Origin::Field, show: false });
    }

    fn rename(&mut self, tab: usize, entity: usize, name: &str) {
        let Some(open) = &self.tabs[tab].session.open else { return };
        let analysis = &open.shown.analysis;
        let Some(id) = entity.checked_rem(analysis.entities.len()).map(|at| analysis.entities[at].id) else {
            return;
        };
        let correction = Correction::rename(open.document(), analysis, id, name);
        self.on(tab, Event::Correct(correction));
    }

    fn row(&self, id: &str) -> Kept {
        Kept::read(&self.library[id]).expect("it can be read")
    }
}

fn stages(request: Request, document: &Document) -> Vec<FromWorker> {
    let analysis = Box::new(find_names(document));
    let stage = |stage| FromWorker::Stage { request, stage, analysis: analysis.clone() };
    vec![stage(Stage::Names), stage(Stage::Quotes), stage(Stage::Done)]
}

fn with(text: &str) -> World {
    let mut world = World::new(2);
    world.give(0, text);
    world.settle();
    world
}

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

/// What a reader does, what the browser does, and in which tab.
type Act = (u8, usize, usize);

/// What must hold of each name that a reader gave: whether its correction was last told as done, and by which tabs it
/// was switched.
type Oracle = BTreeMap<String, (bool, BTreeSet<u64>)>;

fn hear(world: &mut World, tab: usize, oracle: &mut Oracle) {
    for told in std::mem::take(&mut world.tabs[tab].told) {
        let Some((_, name)) = told.rsplit_once(" to “") else { continue };
        let Some((name, _)) = name.split_once('”') else { continue };
        let entry = oracle.entry(name.to_owned()).or_insert_with(|| (false, BTreeSet::new()));
        entry.0 = !told.starts_with("Undone");
        entry.1.insert(tab as u64);
    }
}

fn walk(acts: &[Act]) {
    let mut world = World::new(2);
    let mut oracle = Oracle::new();
    let mut texts: BTreeSet<String> = BTreeSet::new();
    for (nth, &(act, tab, number)) in acts.iter().enumerate() {
        match act {
            0 => world.give(tab, if number % 2 == 0 { HALL } else { PIER }),
            1 => {
                if let Some(open) = &world.tabs[tab].session.open {
                    let text = format!("{} Note {nth} follows.\n", open.text());
                    world.on(tab, Event::Edit);
                    world.type_in(tab, &text);
                }
            }
            2..=4 => world.rename(tab, number, &format!("Name{nth}")),
            5 | 6 => world.on(tab, Event::Undo),
            7 => world.on(tab, Event::Redo),
            8 => world.on(tab, Event::SetPublished(Some(format!("2026-01-{:02}", 1 + number % 28)))),
            9 => world.on(tab, Event::Clear),
            10..=12 => drop(world.answer(tab)),
            13..=15 => drop(world.commit(tab)),
            16 => world.reload(tab),
            17 => {
                world.tabs[tab].answers.clear();
                world.on(tab, Event::Broken("died".to_owned()));
            }
            18 => world.full = !world.full,
            19 => world.on(tab, Event::Leave),
            20 => {
                let all = world.library();
                if let Some(kept) = number.checked_rem(all.len()).and_then(|at| all.get(at)) {
                    world.on(tab, Event::Open(Box::new(kept.clone()), None));
                }
            }
            _ => world.settle(),
        }
        hear(&mut world, tab, &mut oracle);
        if let Some(open) = &world.tabs[tab].session.open
            && !open.typing
        {
            texts.insert(open.text().to_owned());
        }
    }
    world.full = false;
    for tab in [0, 1] {
        world.on(tab, Event::Leave);
        world.on(tab, Event::TryAgain);
    }
    world.settle();
    let opened: Vec<_> = world.tabs.iter().filter_map(|tab| tab.session.open.as_ref()).collect();
    if let [one, other] = opened[..]
        && one.id == other.id
    {
        assert_eq!(one.history.done(), other.history.done(), "both tabs end alike");
        assert_eq!((one.text(), &one.published), (other.text(), &other.published), "both tabs end alike");
    }
    // Both tabs are closed; the next start has the journals and the library.
    for tab in [0, 1] {
        world.reload(tab);
    }
    world.settle();
    let library = world.library();
    let held: BTreeSet<String> = library
        .iter()
        .flat_map(|kept| kept.history().expect("it can be read").done().to_vec())
        .filter_map(|correction| {
            let told = correction.describe();
            Some(told.rsplit_once(" to “")?.1.trim_end_matches('”').to_owned())
        })
        .collect();
    for (name, (done, by)) in &oracle {
        // Of two tabs that switched the same one apart, the later stamp holds, which is not always the later moment.
        if by.len() == 1 {
            assert_eq!(held.contains(name), *done, "{name}");
        }
    }
    let kept: BTreeSet<String> = library
        .iter()
        .flat_map(|kept| {
            let versions = kept.versions.iter().filter_map(|version| Remembered::read(&version.article));
            versions.map(|version| version.document.text).chain(kept.text()).collect::<Vec<_>>()
        })
        .collect();
    for text in &texts {
        assert!(kept.contains(text), "a text is lost: {text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Whatever happens in two tabs, nothing that was told as done or undone is otherwise at the end, no text that was
    /// opened is lost, and both tabs end alike.
    #[test]
    fn nothing_is_lost_in_any_order_of_events(acts in prop::collection::vec((0..22_u8, 0..2_usize, 0..7_usize), 1..40)) {
        walk(&acts);
    }
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
