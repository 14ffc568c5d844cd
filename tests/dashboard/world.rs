//! A dashboard to which deeds are done, with what it waits for, and what holds
//! of it at any time.

use std::collections::HashSet;

use proptest::prelude::*;
use rebadge::dashboard::{Action, Dialog, Effect, Event, Start};
use rebadge::record::Ending;
use rebadge::rotation::{RunOrder, Step};
use rebadge::sonar::{ListPage, Project};

use super::deeds::{Deed, PROJECTS};
use super::screen::*;

fn projects() -> Vec<Project> {
    let numbers = 0..PROJECTS;
    numbers
        .map(|number| match number % 5 {
            0 => public(&format!("p{number:02}")),
            _ => private(&format!("p{number:02}")),
        })
        .collect()
}

pub fn memory() -> rebadge::dashboard::Memory {
    ledger((0..PROJECTS).map(|number| {
        let days = i64::try_from(number).unwrap() * 5;
        seen(&format!("p{number:02}"), days)
    }))
}

/// A dashboard, and what it waits for.
pub struct World {
    pub screen: Screen,
    pub lists: Vec<rebadge::sonar::ListProjects>,
    /// Whether it has asked for a run, and not been answered.
    pub asked: bool,
    /// Whether the run is this window's.
    pub holds: bool,
    pub under_way: Vec<String>,
}

impl World {
    pub fn take(&mut self, effects: Vec<Effect>) -> Result<(), TestCaseError> {
        for effect in effects {
            match effect {
                Effect::List(request) => self.lists.push(request),
                Effect::Begin(_) | Effect::TakeUp => {
                    prop_assert!(!self.asked, "asked twice");
                    prop_assert!(!self.holds, "asked for what it has");
                    self.asked = true;
                }
                Effect::Step { project, .. } => {
                    prop_assert!(self.holds, "sent without holding the run");
                    let project = project.as_str().replace("acme_", "");
                    prop_assert!(!self.under_way.contains(&project), "sent twice");
                    self.under_way.push(project);
                }
                Effect::LetGo(_) => {
                    prop_assert!(self.holds, "let go of what it has not");
                    prop_assert!(self.under_way.is_empty(), "let go too early");
                    self.holds = false;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, how: u8) -> Vec<Effect> {
        if !std::mem::take(&mut self.asked) {
            return Vec::new();
        }
        let order = RunOrder::new(ago(1), vec![key("acme_p01"), key("acme_p02")]);
        let start = match how {
            0 => Start::Busy,
            1 => Start::Over,
            2 => Start::Refused,
            3 => Start::Ours(Some((order, Vec::new()))),
            _ => Start::Ours(None),
        };
        self.holds = matches!(start, Start::Ours(_));
        self.screen.tell(Event::Started(start))
    }

    pub fn does(&mut self, deed: Deed) -> Vec<Effect> {
        let screen = &mut self.screen;
        match deed {
            Deed::Do(action) => screen.act(action),
            Deed::Scroll(window) => screen.tell(Event::Scrolled(window)),
            Deed::List => match self.lists.pop() {
                Some(request) => screen.serve_page(request, &projects()),
                None => Vec::new(),
            },
            Deed::Recall(None) => screen.tell(Event::Recalled(Err(REFUSED))),
            Deed::Recall(Some(left)) => {
                let order = RunOrder::new(ago(1), vec![key("acme_p01"), key("acme_p02")]);
                let mut memory = memory();
                let entries = ["acme_p01", "acme_p02"]
                    .map(|project| entry(project, Ending::Unknown, Some(order.begun)));
                memory.run = match left {
                    0 => None,
                    1 => Some((order, Vec::new())),
                    _ => Some((order, entries.to_vec())),
                };
                screen.recalled(memory)
            }
            Deed::Start(how) => self.start(how),
            Deed::Step(ending, failure, ended) => {
                if self.under_way.is_empty() {
                    return Vec::new();
                }
                let project = self.under_way.remove(0);
                let step = Step {
                    ending,
                    failure,
                    token: None,
                    ended,
                };
                screen.step(&project, step)
            }
            Deed::Woke => screen.tell(Event::Woke),
            Deed::NotKept => screen.tell(Event::NotKept),
            Deed::Services(renews) => screen.tell(services(renews)),
            Deed::User(somebody) => {
                screen.tell(Event::User(Ok(somebody.then(|| "ada".to_owned()))))
            }
            Deed::Public(needs) => screen.tell(public_picture(needs)),
            Deed::Administer(count) => {
                let entries: Vec<_> = (0..count)
                    .map(|number| key(&format!("acme_p{number:02}")))
                    .collect();
                let total = entries.len();
                screen.tell(Event::Administered(1, Ok(ListPage { entries, total })))
            }
            Deed::Pass(milliseconds) => {
                screen.pass(milliseconds);
                Vec::new()
            }
        }
    }

    /// What holds at any time.
    pub fn check(&mut self) -> Result<(), TestCaseError> {
        let view = self.screen.view();
        let table = &view.table;
        prop_assert!(table.active < table.count.max(1));
        prop_assert!(table.count <= PROJECTS);
        prop_assert!(table.empty.is_none() || table.count == 0);
        let places: Vec<_> = table.rows.iter().map(|row| row.place).collect();
        prop_assert!(places.windows(2).all(|pair| pair[0] + 1 == pair[1]));
        prop_assert!(places.iter().all(|place| *place < table.count));
        let keys: HashSet<_> = table.rows.iter().map(|row| &row.key).collect();
        prop_assert_eq!(keys.len(), table.rows.len(), "a row twice");
        if table.all_selected {
            prop_assert!(table.count > 0 && view.selection.is_some());
            prop_assert!(table.rows.iter().all(|row| row.selected));
        }
        if let Some(run) = &view.run {
            prop_assert!(run.ended <= run.total && run.total > 0);
        }
        if let Some(Dialog::Plan(plan)) = &view.dialog {
            prop_assert!(plan.confirm.action == Action::Confirm);
        }
        let offers_a_run = view.rotate_due.enabled;
        let idle = !self.holds && !self.asked;
        prop_assert!(idle || !offers_a_run, "a second run is offered");
        prop_assert!(view.may_hand_over == view.run.is_some_and(|run| run.ended > 0));
        Ok(())
    }
}
