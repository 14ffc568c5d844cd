//! Whatever happens in whatever order, the screen makes sense.

use std::collections::HashSet;

use proptest::prelude::*;
use rebadge::dashboard::{
    Action, Chip, Column, Dialog, Effect, Event, Move, Number, ROW_HEIGHT, Reach, Section, Start,
    Window,
};
use rebadge::handover::Form;
use rebadge::record::Ending;
use rebadge::rotation::{RunOrder, Step};
use rebadge::sonar::{Failure, ListPage, Loss, Project};

use super::screen::*;

const PROJECTS: usize = 24;

#[derive(Debug, Clone)]
enum Deed {
    Do(Action),
    Scroll(Window),
    /// An answer about the list comes.
    List,
    /// The storage answers: refuses, knows no run, one that was left, or one
    /// whose turns are all over.
    Recall(Option<u8>),
    /// Whoever was asked for the run answers.
    Start(u8),
    /// Somebody's turn ends so.
    Step(Ending, Option<Failure>, bool),
    Woke,
    NotKept,
    Services(bool),
    User(bool),
    Public(bool),
    Administer(usize),
    Pass(i64),
}

fn action() -> impl Strategy<Value = Action> {
    let place = 0..PROJECTS + 3;
    let moves = [
        Move::Up,
        Move::Down,
        Move::PageUp,
        Move::PageDown,
        Move::First,
        Move::Last,
    ];
    let columns = [
        Column::Standing,
        Column::Name,
        Column::Visibility,
        Column::Analysis,
        Column::Age,
        Column::Renewal,
    ];
    let plain = vec![
        Action::ChooseActive,
        Action::ToggleAll,
        Action::ClearSelection,
        Action::Reload,
        Action::PlanDue,
        Action::PlanSelected,
        Action::Cancel,
        Action::Confirm,
        Action::Confirm,
        Action::Pause,
        Action::Resume,
        Action::Stop,
        Action::ForgetRun,
        Action::Dismiss,
        Action::AskHandOver,
        Action::WishForm(Form::Json),
        Action::WishTokens(true),
        Action::CopyActive,
        Action::Show(Section::Settings),
        Action::Show(Section::Projects),
        Action::SetNotify(false),
    ];
    prop_oneof![
        6 => prop::sample::select(plain),
        2 => prop::sample::select(vec!["", "p1", "the", "P0", "none"])
            .prop_map(|text| Action::Filter(text.to_owned())),
        2 => prop::sample::select(vec![Chip::Private, Chip::Due, Chip::NotMine])
            .prop_map(Action::Toggle),
        2 => prop::sample::select(columns.to_vec()).prop_map(Action::SortBy),
        3 => (place, any::<bool>()).prop_map(|(place, range)| {
            Action::Choose(place, if range { Reach::Range } else { Reach::One })
        }),
        4 => (prop::sample::select(moves.to_vec()), any::<bool>())
            .prop_map(|(to, selecting)| Action::Go(to, selecting)),
        1 => (0..400_u16).prop_map(|days| Action::SetNumber(Number::Every, days.to_string())),
    ]
}

fn failure() -> impl Strategy<Value = Option<Failure>> {
    prop::option::of(prop::sample::select(vec![
        Failure::NotSignedIn,
        Failure::Storage,
        Failure::NoAdminister,
        Failure::Html,
        Failure::RateLimited {
            retry_after: Some(3),
        },
        Failure::Lost {
            loss: Loss::TabGone,
            sent: false,
        },
    ]))
}

fn deed() -> impl Strategy<Value = Deed> {
    let ending = prop::sample::select(Ending::ALL.to_vec());
    prop_oneof![
        14 => action().prop_map(Deed::Do),
        2 => (0..2_000_usize, 0..900_usize)
            .prop_map(|(top, height)| Deed::Scroll(Window { top, height })),
        4 => Just(Deed::List),
        2 => prop::option::of(0..3_u8).prop_map(Deed::Recall),
        4 => (0..5_u8).prop_map(Deed::Start),
        8 => (ending, failure(), prop::bool::weighted(0.8))
            .prop_map(|(ending, failure, ended)| Deed::Step(ending, failure, ended)),
        1 => Just(Deed::Woke),
        1 => Just(Deed::NotKept),
        1 => prop::bool::weighted(0.9).prop_map(Deed::Services),
        1 => any::<bool>().prop_map(Deed::User),
        1 => any::<bool>().prop_map(Deed::Public),
        1 => (0..PROJECTS).prop_map(Deed::Administer),
        1 => (0..90_000_000_i64).prop_map(Deed::Pass),
    ]
}

fn projects() -> Vec<Project> {
    let numbers = 0..PROJECTS;
    numbers
        .map(|number| match number % 5 {
            0 => public(&format!("p{number:02}")),
            _ => private(&format!("p{number:02}")),
        })
        .collect()
}

fn memory() -> rebadge::dashboard::Memory {
    ledger((0..PROJECTS).map(|number| {
        let days = i64::try_from(number).unwrap() * 5;
        seen(&format!("p{number:02}"), days)
    }))
}

/// A dashboard, and what it waits for.
struct World {
    screen: Screen,
    lists: Vec<rebadge::sonar::ListProjects>,
    /// Whether it has asked for a run, and not been answered.
    asked: bool,
    /// Whether the run is this window's.
    holds: bool,
    under_way: Vec<String>,
}

impl World {
    fn take(&mut self, effects: Vec<Effect>) -> Result<(), TestCaseError> {
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

    fn does(&mut self, deed: Deed) -> Vec<Effect> {
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
            Deed::Public(needs) => screen.tell(Event::PublicNeedsToken(needs)),
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
    fn check(&mut self) -> Result<(), TestCaseError> {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens(deeds in prop::collection::vec(deed(), 0..90)) {
        let (screen, effects) = Screen::open(cloud());
        let mut world = World {
            screen,
            lists: Vec::new(),
            asked: false,
            holds: false,
            under_way: Vec::new(),
        };
        world.take(effects)?;
        world.screen.recalled(memory());
        for deed in deeds {
            let effects = world.does(deed);
            world.take(effects)?;
            world.check()?;
        }
    }

    /// A plan names exactly what is due, each once, whatever is shown.
    #[test]
    fn what_is_due_is_planned(ages in prop::collection::vec(0..120_i64, 1..30), every in 7..100_u16) {
        let named = |number: usize| format!("p{number:02}");
        let mut memory = ledger(ages.iter().enumerate().map(|(n, days)| seen(&named(n), *days)));
        memory.policy = rebadge::rotation::Policy::new(every, 0).ok();
        let projects: Vec<_> = (0..ages.len()).map(|n| private(&named(n))).collect();
        let mut screen = Screen::of_cloud(memory, &projects);
        screen.act(Action::Filter("none".to_owned()));
        screen.act(Action::PlanDue);
        let order = begun(&screen.act(Action::Confirm));
        let mut planned: Vec<_> = order.into_iter().flat_map(|order| order.projects).collect();
        planned.sort();
        let due = |days: &i64| *days >= i64::from(every);
        let expected: Vec<_> = (0..ages.len())
            .filter(|n| due(&ages[*n]))
            .map(|n| key(&format!("acme_{}", named(n))))
            .collect();
        prop_assert_eq!(planned, expected);
    }

    /// After any way of the keyboard, its row is in view.
    #[test]
    fn the_keyboard_stands_in_view(
        moves in prop::collection::vec(0..6_usize, 1..30),
        rows in 1..12_usize,
    ) {
        let all: Vec<_> = (0..60).map(|n| private(&format!("p{n:02}"))).collect();
        let mut screen = Screen::of_cloud(memory(), &all);
        let mut window = Window { top: 0, height: rows * ROW_HEIGHT };
        screen.tell(Event::Scrolled(window));
        let ways = [Move::Up, Move::Down, Move::PageUp, Move::PageDown, Move::First, Move::Last];
        for to in moves {
            for effect in screen.act(Action::Go(ways[to], false)) {
                if let Effect::Scroll(top) = effect {
                    window.top = top;
                }
            }
            let top = screen.view().table.active * ROW_HEIGHT;
            prop_assert!(top >= window.top && top + ROW_HEIGHT <= window.top + window.height);
        }
    }
}
