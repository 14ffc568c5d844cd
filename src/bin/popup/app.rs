//! The loop: an event comes in, the view is written, the effects are carried out.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use rebadge::browser::{Opening, Session, now, take_told};
use rebadge::page::OrganizationKey;
use rebadge::popup::{Event, Popup, ScreenId, View};
use wasm_bindgen_futures::spawn_local;

use crate::{listen, perform, render};

/// The popup and what it needs to live.
pub struct App {
    popup: RefCell<Popup>,
    /// The view as it was last written.
    written: RefCell<Option<View>>,
    /// The tab, once the browser has told it.
    pub opening: OnceCell<Opening>,
    /// The session, once it is known whose page the tab shows.
    pub session: OnceCell<Session>,
    /// Whether the clock ticks.
    pub ticking: Cell<bool>,
    /// Whether the person is being led elsewhere: a second click leads nowhere.
    pub leaving: Cell<bool>,
}

impl App {
    /// Brings the popup to life.
    pub fn start() {
        let app = Rc::new(Self {
            popup: RefCell::new(Popup::new(now())),
            written: RefCell::new(None),
            opening: OnceCell::new(),
            session: OnceCell::new(),
            ticking: Cell::new(false),
            leaving: Cell::new(false),
        });
        render::catalogue();
        listen::begin(&app);
        spawn_local(async move {
            let opening = Opening::wait().await;
            let event = opened(opening.as_ref());
            let tab = opening.as_ref().map(|opening| opening.tab);
            if let Some(opening) = opening {
                // Shown with what follows.
                let rules = Event::Ruled(opening.rules.clone());
                app.popup.borrow_mut().update(rules, now());
                let _ = app.opening.set(opening);
            }
            app.dispatch(event);
            if let Some(tab) = tab
                && let Some(told) = take_told(tab).await
            {
                app.dispatch(Event::Reminded(told.text()));
            }
        });
    }

    /// Takes in an event, shows what has changed, and does what follows.
    pub fn dispatch(self: &Rc<Self>, event: Event) {
        let effects = self.popup.borrow_mut().update(event, now());
        let view = self.popup.borrow().view();
        let before = self.written.take();
        if before.as_ref() != Some(&view) {
            render::write(&view, before.as_ref());
        }
        self.written.replace(Some(view));
        for effect in effects {
            perform::perform(self, effect);
        }
    }

    /// What is shown: which screen, and whether its gallery lies over it.
    pub fn place(&self) -> Option<(ScreenId, bool)> {
        self.popup.borrow().place()
    }

    /// Whether a renewal has only just ended.
    pub fn rests(&self) -> bool {
        self.popup.borrow().rests(now())
    }

    /// The organization that a screen is about, where it is known.
    pub fn organization(&self, screen: ScreenId) -> Option<OrganizationKey> {
        self.popup.borrow().organization_of(screen).cloned()
    }

    /// Whether the popup counts down.
    pub fn is_waiting(&self) -> bool {
        self.popup.borrow().is_waiting()
    }
}

/// What the browser has told of the tab.
fn opened(opening: Option<&Opening>) -> Event {
    let Some(Opening {
        url: Some(url),
        context,
        busy,
        ..
    }) = opening
    else {
        return Event::Opened(None);
    };
    Event::opened(url.clone(), context.clone(), *busy)
}
