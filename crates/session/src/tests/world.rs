//! A small world for the session: tabs that share a library and journals, a worker that finds every capitalised word,
//! storage that can be full, and tabs that are closed at any moment.

use std::collections::{BTreeMap, VecDeque};

use analysis::{Analysis, Document, Entity, EntityId, EntityType, Mention, MentionKind, Span};
use protocol::{Stage, ToWorker};

use crate::*;

pub const HALL: &str = "The council of Lindmouth voted on Monday to close the hall, said Mayor Ruiz. Nobody spoke against \
                    it, and Pell left before the vote.\n";
pub const PIER: &str = "The pier at Brantham will be sold in June, the county said. Okello has offered to buy it for the \
                    fishermen of Hale.\n";

/// Every capitalised word is a person.
pub fn find_names(document: &Document) -> Analysis {
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

pub struct Tab {
    pub session: Session,
    pub remembered: Option<String>,
    /// Answers that the worker has still to give to the last question.
    pub answers: VecDeque<FromWorker>,
    /// Writings to the library, in their order.
    pub saves: VecDeque<Kept>,
    pub told: Vec<String>,
}

impl Tab {
    pub fn new(number: u64) -> Tab {
        Tab {
            session: Session::new(number),
            remembered: None,
            answers: VecDeque::new(),
            saves: VecDeque::new(),
            told: Vec::new(),
        }
    }

    pub fn open(&self) -> &Open {
        self.session.open.as_ref().expect("an article is open")
    }

    pub fn names(&self) -> Vec<String> {
        self.open().shown.analysis.entities.iter().map(|entity| entity.name.clone()).collect()
    }
}

#[derive(Default)]
pub struct World {
    pub tabs: Vec<Tab>,
    pub library: BTreeMap<String, String>,
    pub journals: BTreeMap<String, String>,
    /// Whether the library has no room.
    pub full: bool,
    /// Whether the journals have none.
    pub refused: bool,
    pub clock: u64,
    pub opened: u64,
}

impl World {
    pub fn new(tabs: usize) -> World {
        let mut world = World::default();
        for _ in 0..tabs {
            world.opened += 1;
            world.tabs.push(Tab::new(world.opened));
        }
        world
    }

    pub fn library(&self) -> Vec<Kept> {
        self.library.values().filter_map(|json| Kept::read(json).ok()).collect()
    }

    pub fn on(&mut self, tab: usize, event: Event) {
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
                Effect::Write(journal) => {
                    if !self.refused {
                        self.journals.insert(journal.key.clone(), journal.json.clone());
                    }
                    self.on(tab, Event::Written(journal, !self.refused));
                }
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
    pub fn answer(&mut self, tab: usize) -> bool {
        let answer = self.tabs[tab].answers.pop_front();
        let some = answer.is_some();
        answer.into_iter().for_each(|answer| self.on(tab, Event::Answer(answer)));
        some
    }

    /// The next writing of a tab, and what the others hear of it; says whether there was one.
    pub fn commit(&mut self, tab: usize) -> bool {
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
    pub fn reload(&mut self, tab: usize) {
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
    pub fn settle(&mut self) {
        for _ in 0..1_000 {
            let tabs = 0..self.tabs.len();
            if !tabs.fold(false, |any, tab| self.answer(tab) | self.commit(tab) | any) {
                return;
            }
        }
        panic!("the tabs answer each other without end");
    }

    pub fn give(&mut self, tab: usize, text: &str) {
        let input = Input::Paste { text: text.to_owned(), html: None };
        self.on(tab, Event::Read { input, origin: Origin::Given, show: true });
    }

    pub fn type_in(&mut self, tab: usize, text: &str) {
        let input = Input::Paste { text: text.to_owned(), html: None };
        self.on(tab, Event::Read { input, origin: Origin::Field, show: false });
    }

    pub fn rename(&mut self, tab: usize, entity: usize, name: &str) {
        let Some(open) = &self.tabs[tab].session.open else { return };
        let analysis = &open.shown.analysis;
        let Some(id) = entity.checked_rem(analysis.entities.len()).map(|at| analysis.entities[at].id) else {
            return;
        };
        let correction = Correction::rename(open.document(), analysis, id, name);
        self.on(tab, Event::Correct(correction));
    }

    pub fn row(&self, id: &str) -> Kept {
        Kept::read(&self.library[id]).expect("it can be read")
    }
}

pub fn stages(request: Request, document: &Document) -> Vec<FromWorker> {
    let analysis = Box::new(find_names(document));
    let stage = |stage| FromWorker::Stage { request, stage, analysis: analysis.clone() };
    vec![stage(Stage::Names), stage(Stage::Quotes), stage(Stage::Done)]
}

pub fn with(text: &str) -> World {
    let mut world = World::new(2);
    world.give(0, text);
    world.settle();
    world
}
