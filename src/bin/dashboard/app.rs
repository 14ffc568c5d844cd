//! The loop: an event comes in, the effects are begun, and the view is written
//! once a frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rebadge::browser::{Access, Held, Session, Way, dom, first_page, managed, now, pause};
use rebadge::dashboard::{Dashboard, Event, View};
use rebadge::rotation::{Gate, Place};
use rebadge::settings::Rules;
use rebadge::sonar::ProjectLister;
use wasm_bindgen_futures::spawn_local;

use crate::{listen, owners, perform, reach, render};

/// No tab has this number.
const NO_TAB: i32 = -1;

/// Milliseconds between two views of what comes by itself, page after page or
/// token after token: painting each would take longer than the work.
const REST: u32 = 100;

/// The dashboard and what it needs to live.
pub struct App {
    dashboard: RefCell<Dashboard>,
    /// The view as it was last written.
    written: RefCell<Option<View>>,
    /// Whether it will be written with the next frame.
    due: Cell<bool>,
    /// Whether what comes by itself waits to be written, and whether some did.
    resting: Cell<bool>,
    stale: Cell<bool>,
    /// The way to the host.
    pub access: Access,
    /// Whether the page was opened from a tab.
    pub has_tab: bool,
    /// Remembers which endpoint lists projects.
    pub lister: ProjectLister,
    /// Whether a tab of the host is waited for.
    pub waiting: Cell<bool>,
    /// The lock of the run, while it is this window's, and its gate.
    held: RefCell<Option<Held>>,
    gate: RefCell<Rc<Gate>>,
    /// Whether the clock ticks.
    pub ticking: Cell<bool>,
}

impl App {
    /// Brings the dashboard to life.
    pub fn start() {
        let query = dom::window().location().search().unwrap_or_default();
        let Some(place) = Place::read(&query) else {
            spawn_local(owners::offer());
            return;
        };
        let instance = place.owner.instance.clone();
        let session = Session::new(
            instance.clone(),
            place.tab.unwrap_or(NO_TAB),
            now(),
            first_page(),
        );
        let access = Access::new(instance, Way::Tab(session));
        let (dashboard, effects) = Dashboard::open(place.owner, now());
        let app = Rc::new(Self {
            dashboard: RefCell::new(dashboard),
            written: RefCell::new(None),
            due: Cell::new(false),
            resting: Cell::new(false),
            stale: Cell::new(false),
            access,
            has_tab: place.tab.is_some(),
            lister: ProjectLister::default(),
            waiting: Cell::new(false),
            held: RefCell::new(None),
            gate: RefCell::default(),
            ticking: Cell::new(false),
        });
        render::catalogue();
        listen::begin(&app);
        app.write_soon();
        if let Some(query) = query.strip_suffix(perform::DELETED) {
            dom::set_address(&format!("dashboard.html{query}"));
            app.dispatch(Event::Deleted);
        }
        reach::watch(&app);
        spawn_local(async move {
            let rules: Rules = managed().await.part();
            if !rules.allows(app.access.instance()) {
                app.dispatch(Event::NotAllowed);
                return;
            }
            // With access to the site there is always a way.
            reach::find(&app).await;
            for effect in effects {
                perform::perform(&app, effect);
            }
        });
    }

    /// Takes in an event, and does what follows.
    pub fn dispatch(self: &Rc<Self>, event: Event) {
        let chance = js_sys::Math::random();
        let comes_by_itself = event.comes_by_itself();
        let effects = self.dashboard.borrow_mut().update(event, now(), chance);
        if comes_by_itself && self.look(Dashboard::is_busy) {
            self.write_calmly();
        } else {
            self.write_soon();
        }
        for effect in effects {
            perform::perform(self, effect);
        }
    }

    /// Several events of one frame are written together.
    fn write_soon(self: &Rc<Self>) {
        if self.due.replace(true) {
            return;
        }
        let app = Rc::clone(self);
        dom::on_frame(move || {
            app.due.set(false);
            let view = app.dashboard.borrow().view();
            let before = app.written.replace(Some(view.clone()));
            if before.as_ref() != Some(&view) {
                render::write(&view, before.as_ref());
            }
        });
    }

    /// The first at once, what follows it together and a little later.
    fn write_calmly(self: &Rc<Self>) {
        if self.resting.replace(true) {
            self.stale.set(true);
            return;
        }
        self.write_soon();
        let app = Rc::clone(self);
        spawn_local(async move {
            pause(REST).await;
            app.resting.set(false);
            if app.stale.replace(false) {
                app.write_calmly();
            }
        });
    }

    /// Keeps the lock of a run that begins, or goes on, here.
    pub fn hold(&self, held: Held) {
        self.held.replace(Some(held));
        self.gate.replace(Rc::default());
    }

    /// Lets go of a run's lock.
    pub fn let_go(&self) {
        self.held.replace(None);
    }

    /// The gate that all requests of the run go through.
    pub fn gate(&self) -> Rc<Gate> {
        Rc::clone(&self.gate.borrow())
    }

    /// Looks something up in the dashboard.
    pub fn look<T>(&self, look: impl FnOnce(&Dashboard) -> T) -> T {
        look(&self.dashboard.borrow())
    }
}
