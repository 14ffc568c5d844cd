//! A dashboard on a screen of many rows, and answers to what it asks.

mod effects;
mod facts;

use rebadge::dashboard::{
    Action, Alert, Dashboard, Dialog, DialogView, Effect, Event, Memory, Reach, RowView, RunView,
    Start, View, Window,
};
use rebadge::renewal::Moment;
use rebadge::rotation::{Owner, RunOrder, Step};
use rebadge::sonar::{ListPage, ListProjects, PAGE_SIZE, Project};

pub use effects::*;
pub use facts::*;

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
