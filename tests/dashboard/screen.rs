//! A dashboard on a screen of many rows, and answers to what it asks.

use rebadge::dashboard::{
    Action, Alert, Dashboard, Dialog, DialogView, Effect, Event, Memory, Reach, RowView, RunView,
    Start, View, Window,
};
use rebadge::page::{Instance, OrganizationKey, ProjectKey};
use rebadge::popup::Text;
use rebadge::record::{Ending, Entry, Unopened};
use rebadge::renewal::{DAY, Moment, Record, StoreRefused};
use rebadge::rotation::{Owner, Roster, RunOrder, Step};
use rebadge::sonar::{
    BadgeServices, Failure, ListPage, ListProjects, PAGE_SIZE, Project, Visibility,
};
use rebadge::token::BadgeToken;

/// What a storage says that refuses.
pub const REFUSED: Unopened = Unopened::Refused(StoreRefused);

pub const START: Moment = Moment(1_764_000_000_000);

/// So many days before the start.
pub fn ago(days: i64) -> Moment {
    Moment(START.0 - days * DAY)
}

pub fn key(key: &str) -> ProjectKey {
    ProjectKey::parse(key).unwrap()
}

pub fn cloud() -> Owner {
    Owner {
        instance: Instance::CLOUD[0].clone(),
        organization: OrganizationKey::parse("acme").ok(),
    }
}

pub fn server() -> Owner {
    Owner {
        instance: Instance::of_base_url("https://sonar.example").unwrap(),
        organization: None,
    }
}

pub fn private(name: &str) -> Project {
    Project {
        key: key(&format!("acme_{name}")),
        name: format!("The {name}"),
        visibility: Some(Visibility::Private),
        analysed: None,
    }
}

pub fn public(name: &str) -> Project {
    Project {
        visibility: Some(Visibility::Public),
        ..private(name)
    }
}

pub fn services(renews_token: bool) -> Event {
    Event::Services(Ok(BadgeServices {
        metrics: Vec::new(),
        draws_quality_gate: true,
        draws_ai_code: true,
        reads_token: true,
        renews_token,
    }))
}

pub fn token(fill: char) -> BadgeToken {
    BadgeToken::try_from(fill.to_string().repeat(40)).unwrap()
}

/// What the ledger has of a project that was renewed so many days ago.
pub fn renewed(name: &str, days: i64) -> (ProjectKey, Record) {
    let record = Record {
        token: None,
        seen: ago(days),
        renewed: Some(ago(days)),
        changed: false,
        attempt: None,
    };
    (key(&format!("acme_{name}")), record)
}

/// What the ledger has of one whose token was first seen so many days ago.
pub fn seen(name: &str, days: i64) -> (ProjectKey, Record) {
    let (key, record) = renewed(name, days);
    let renewed = None;
    (key, Record { renewed, ..record })
}

/// A memory with this in its ledger.
pub fn ledger(ledger: impl IntoIterator<Item = (ProjectKey, Record)>) -> Memory {
    Memory {
        ledger: ledger.into_iter().collect(),
        ..Memory::default()
    }
}

/// A memory in which these were listed so many days ago.
pub fn roster<'a>(names: impl IntoIterator<Item = &'a str>, days: i64) -> Memory {
    let listed = names
        .into_iter()
        .map(|name| (key(&format!("acme_{name}")), true));
    Memory {
        roster: Some(Roster::merge(None, listed, true, ago(days))),
        ..Memory::default()
    }
}

/// A turn that ended so.
pub fn ended(ending: Ending) -> Step {
    Step {
        ending,
        failure: None,
        token: None,
        ended: true,
    }
}

/// A turn that came to nothing, and will come again.
pub fn fails(failure: Failure) -> Step {
    Step {
        ending: Ending::NotRenewed,
        failure: Some(failure),
        token: None,
        ended: false,
    }
}

/// An entry of the record.
pub fn entry(project: &str, ending: Ending, run: Option<Moment>) -> Entry {
    Entry {
        instance: "https://sonarcloud.io".to_owned(),
        organization: Some("acme".to_owned()),
        project: project.to_owned(),
        at: START,
        ending,
        reason: None,
        before: None,
        after: None,
        login: Some("ada".to_owned()),
        run,
    }
}

/// A dashboard, and the time.
pub struct Screen {
    pub dashboard: Dashboard,
    pub now: Moment,
}

impl Screen {
    pub fn open(owner: Owner) -> (Self, Vec<Effect>) {
        let (dashboard, effects) = Dashboard::open(owner, START);
        let now = START;
        let mut screen = Self { dashboard, now };
        let height = 1_000_000;
        screen.tell(Event::Scrolled(Window { top: 0, height }));
        (screen, effects)
    }

    /// One whose storage has answered, whose projects are listed, and where
    /// somebody is signed in.
    pub fn listed(owner: Owner, memory: Memory, projects: &[Project]) -> Self {
        let (mut screen, effects) = Self::open(owner);
        screen.tell(Event::User(Ok(Some("ada".to_owned()))));
        screen.recalled(memory);
        screen.serve(effects, projects);
        screen
    }

    pub fn of_cloud(memory: Memory, projects: &[Project]) -> Self {
        Self::listed(cloud(), memory, projects)
    }

    /// Tells an event; where the storage is to be looked through, nothing broken
    /// is found in it.
    pub fn tell(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = self.dashboard.update(event, self.now, 0.5);
        if let Some(Effect::CheckStore) = effects.last() {
            effects.extend(self.dashboard.update(Event::SetAside(0), self.now, 0.5));
        }
        effects
    }

    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        self.tell(Event::Did(action))
    }

    pub fn recalled(&mut self, memory: Memory) -> Vec<Effect> {
        self.tell(Event::Recalled(Ok(Box::new(memory))))
    }

    /// Answers all that is asked about the list; tells what else was asked.
    pub fn serve(&mut self, effects: Vec<Effect>, projects: &[Project]) -> Vec<Effect> {
        let (lists, mut others) = split(effects);
        for request in lists {
            let more = self.serve_page(request, projects);
            others.extend(self.serve(more, projects));
        }
        others
    }

    pub fn serve_page(&mut self, request: ListProjects, projects: &[Project]) -> Vec<Effect> {
        let pages = projects.chunks(PAGE_SIZE);
        let entries = pages.skip(request.page - 1).take(1).flatten().cloned();
        let page = ListPage {
            entries: entries.collect(),
            total: projects.len(),
        };
        self.tell(Event::Listed(request, Ok(page)))
    }

    /// Says which projects the person administers.
    pub fn administers(&mut self, projects: &[&str]) {
        let entries: Vec<_> = projects.iter().map(|name| key(name)).collect();
        let total = entries.len();
        self.tell(Event::Administered(1, Ok(ListPage { entries, total })));
    }

    pub fn pass(&mut self, milliseconds: i64) {
        self.now.0 += milliseconds;
        self.tell(Event::Tick);
    }

    pub fn view(&self) -> View {
        self.dashboard.view()
    }

    pub fn rows(&self) -> Vec<RowView> {
        self.view().table.rows
    }

    /// The keys of the projects that are shown, without what they have in common.
    pub fn keys(&self) -> Vec<String> {
        let rows = self.rows().into_iter();
        rows.map(|row| row.key.replace("acme_", "")).collect()
    }

    pub fn row(&self, name: &str) -> RowView {
        let wanted = format!("acme_{name}");
        let row = self.rows().into_iter().find(|row| row.key == wanted);
        row.unwrap_or_else(|| panic!("{wanted} is not shown"))
    }

    /// The name of what a row's state says.
    pub fn state(&self, name: &str) -> Option<&'static str> {
        self.row(name).state.map(|(text, _)| text.name)
    }

    pub fn age(&self, name: &str) -> &'static str {
        self.row(name).age.0.name
    }

    pub fn select(&mut self, name: &str) {
        let place = self.row(name).place;
        self.act(Action::Choose(place, Reach::One));
    }

    pub fn selected(&self) -> Vec<String> {
        let rows = self.rows().into_iter().filter(|row| row.selected);
        rows.map(|row| row.key.replace("acme_", "")).collect()
    }

    pub fn alert(&self) -> Alert {
        self.view().alert.unwrap()
    }

    pub fn run(&self) -> RunView {
        self.view().run.unwrap()
    }

    /// The plan that a person is asked about.
    pub fn plan(&self) -> Option<DialogView> {
        match self.view().dialog {
            Some(Dialog::Plan(plan)) => Some(plan),
            _ => None,
        }
    }

    /// The names of what the run's buttons say.
    pub fn buttons(&self) -> Vec<&'static str> {
        let buttons = self.run().buttons.into_iter();
        buttons.map(|button| button.label.name).collect()
    }

    /// Begins a rotation of all that is due, and tells what is asked first.
    pub fn begin(&mut self) -> (RunOrder, Vec<Effect>) {
        self.act(Action::PlanDue);
        let order = begun(&self.act(Action::Confirm)).unwrap();
        let effects = self.tell(Event::Started(Start::Ours(None)));
        (order, effects)
    }

    /// A project's turn ends.
    pub fn step(&mut self, name: &str, step: Step) -> Vec<Effect> {
        self.tell(Event::Stepped(key(&format!("acme_{name}")), step))
    }
}

/// What is asked about the list, and the rest.
pub fn split(effects: Vec<Effect>) -> (Vec<ListProjects>, Vec<Effect>) {
    let mut lists = Vec::new();
    let mut others = Vec::new();
    for effect in effects {
        match effect {
            Effect::List(request) => lists.push(request),
            other => others.push(other),
        }
    }
    (lists, others)
}

/// The order of a run that is to be begun.
pub fn begun(effects: &[Effect]) -> Option<RunOrder> {
    effects.iter().find_map(|effect| match effect {
        Effect::Begin(order) => Some(order.clone()),
        _ => None,
    })
}

/// The projects whose turn it is.
pub fn steps(effects: &[Effect]) -> Vec<String> {
    let steps = effects.iter().filter_map(|effect| match effect {
        Effect::Step { project, .. } => Some(project.as_str().replace("acme_", "")),
        _ => None,
    });
    steps.collect()
}

pub fn lets_go(effects: &[Effect]) -> usize {
    let all = effects.iter();
    all.filter(|effect| matches!(effect, Effect::LetGo(_)))
        .count()
}

pub fn recalls(effects: &[Effect]) -> bool {
    let mut all = effects.iter();
    all.any(|effect| matches!(effect, Effect::Recall))
}

pub fn kept_roster(effects: &[Effect]) -> Option<Roster> {
    effects.iter().find_map(|effect| match effect {
        Effect::KeepRoster(roster) => Some(roster.clone()),
        _ => None,
    })
}

/// What a status or a complaint says.
pub fn name(text: Option<Text>) -> Option<&'static str> {
    text.map(|text| text.name)
}
