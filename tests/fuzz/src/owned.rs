//! What is stored of one owner, as the dashboard takes it up.

use rebadge::badge::Choice;
use rebadge::dashboard::{Action, Effect, Event, Memory, Start};
use rebadge::page::ProjectKey;
use rebadge::renewal::{Record, Store, Subject};
use rebadge::rotation::{
    Gate, Managed, Owner, Policy, Roster, RunContext, RunOrder, RunTrouble, begin_run, close_run,
    forget_run, open_run,
};
use rebadge::settings::{Rules, Settings};
use rebadge::sonar::{Project, Visibility};

use crate::desk::{Desk, finish};
use crate::screen::Screen;
use crate::stored::{get, now};

/// What has to hold of it.
pub fn check(desk: &Desk, owner: &Owner) {
    shown(desk, owner);
    match finish(open_run(desk, owner)) {
        Ok(None) => {}
        Ok(Some((order, _))) => ends(desk, owner, &order),
        Err(RunTrouble::Unreadable) => finish(forget_run(desk, owner)),
        Err(trouble) => panic!("{trouble}"),
    }
    let order = RunOrder::new(now(desk), vec![ProjectKey::parse("acme_app").unwrap()]);
    finish(begin_run(desk, owner, &order)).unwrap();
    assert_eq!(
        finish(begin_run(desk, owner, &order)),
        Err(RunTrouble::Open)
    );
    assert_eq!(finish(open_run(desk, owner)).unwrap().unwrap().0, order);
    ends(desk, owner, &order);
}

/// A run ends, and is gone then.
fn ends(desk: &Desk, owner: &Owner, order: &RunOrder) {
    let gate = Gate::default();
    let context = RunContext {
        owner,
        begun: order.begun,
        login: None,
        gate: &gate,
    };
    finish(close_run(desk, &context, order)).unwrap();
    assert_eq!(finish(open_run(desk, owner)), Ok(None));
}

/// The dashboard shows every project, due or not, and plans what is due.
fn shown(desk: &Desk, owner: &Owner) {
    let memory = memory(desk, owner);
    let roster = memory.roster.iter().flat_map(|roster| &roster.entries);
    let projects: Vec<_> = roster
        .map(|entry| Project {
            key: entry.key.clone(),
            name: entry.key.to_string(),
            visibility: Some(Visibility::Private),
            analysed: None,
        })
        .collect();
    let mut screen = Screen::listed(owner.clone(), memory, &projects);
    assert!(screen.rows().len() <= projects.len());
    screen.act(Action::PlanDue);
    screen.view();
    let begun = screen.act(Action::Confirm);
    if begun
        .iter()
        .any(|effect| matches!(effect, Effect::Begin(_)))
    {
        screen.tell(Event::Started(Start::Ours(None)));
    }
    screen.pass(1_000);
    screen.view();
}

fn memory(desk: &Desk, owner: &Owner) -> Memory {
    let beginning = Subject::ledgers(&owner.instance);
    let ledger = finish(desk.all::<Record>(&beginning)).unwrap().into_iter();
    let ledger = ledger.filter_map(|(name, record)| {
        let project = ProjectKey::parse(name.strip_prefix(&beginning)?).ok()?;
        Some((project, record?))
    });
    let run = finish(open_run(desk, owner));
    Memory {
        ledger: ledger.collect(),
        roster: get::<Roster>(desk, &owner.roster()),
        policy: get::<Policy>(desk, &owner.policy()),
        managed: get::<Managed>(desk, "managed").unwrap_or_default(),
        rules: get::<Rules>(desk, "managed").unwrap_or_default(),
        settings: get::<Settings>(desk, Settings::NAME).unwrap_or_default(),
        choice: get(desk, &Choice::kept_as(&owner.instance)).unwrap_or_default(),
        unreadable_run: run == Err(RunTrouble::Unreadable),
        run: run.unwrap_or_default(),
        ..Memory::default()
    }
}
