//! Carries a command out: asks, copies, marks the icon, and leaves the reason
//! where that failed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Map, Promise};
use rebadge::badge::Choice;
use rebadge::browser::{
    PageClipboard, Session, flash_action, keep_told, managed, now, recognize, say,
};
use rebadge::command::{Command, Errand, Told};
use rebadge::page;
use rebadge::popup::{Effect, Event, Text, answer};
use rebadge::renewal::Store;
use rebadge::sonar::{Operation, ReadBadgeToken, ask};
use rebadge::token::SecretText;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// An errand on its way.
struct Task {
    errand: RefCell<Errand>,
    session: RefCell<Option<Session>>,
    tab: i32,
    /// Wakes whoever waits for the end.
    wake: Function,
    over: Cell<bool>,
}

/// Carries out the command of that name on a tab, whose page waits for the text.
#[wasm_bindgen]
pub async fn run(name: &str, tab: i32, url: Option<String>, clipboard: PageClipboard) {
    let Some(command) = Command::of_id(name) else {
        return;
    };
    let failed = match text(command, tab, url).await {
        Ok(text) if clipboard.write(&text).await => None,
        Ok(_) => Some(Text::new("command_clipboard_refused")),
        Err(why) => Some(why),
    };
    if failed.is_some() {
        clipboard.close();
    }
    let told = failed.map(|why| Told { reason: say(&why) });
    keep_told(tab, told.as_ref()).await;
    flash_action(tab, told.is_none()).await;
}

/// What is to be copied, or why nothing is.
async fn text(command: Command, tab: i32, url: Option<String>) -> Result<SecretText, Text> {
    let mut wake = JsValue::UNDEFINED;
    let end = Promise::new(&mut |resolve, _| wake = resolve.into());
    let task = Rc::new(Task {
        errand: RefCell::new(Errand::new(command, now())),
        session: RefCell::default(),
        tab,
        wake: wake.into(),
        over: Cell::default(),
    });
    dispatch(&task, Event::Ruled(managed().await.part()));
    let opened = opened(tab, url).await;
    dispatch(&task, opened);
    let _ = JsFuture::from(end).await;
    let end = task.errand.borrow().end();
    end.unwrap_or_else(|| Err(Text::new("not_sonar")))
}

/// Whose page the tab shows, as the popup learns it.
async fn opened(tab: i32, url: Option<String>) -> Event {
    let Some(url) = url else {
        return Event::Opened(None);
    };
    if page::read(&url).is_ok() || !url.starts_with("http") {
        return Event::Opened(Some(url));
    }
    let seen = recognize(tab).await;
    Event::opened(url, seen.context, seen.busy)
}

fn dispatch(task: &Rc<Task>, event: Event) {
    if task.over.get() {
        return;
    }
    let effects = task.errand.borrow_mut().update(event, now());
    if task.errand.borrow().end().is_some() {
        task.over.set(true);
        let _ = task.wake.call0(&JsValue::NULL);
        return;
    }
    for effect in effects {
        if let Effect::Connect(instance) = effect {
            let session = Session::new(instance, task.tab, now(), Map::new());
            task.session.replace(Some(session));
        } else if let Some(session) = task.session.borrow().clone() {
            let task = Rc::clone(task);
            spawn_local(async move {
                if let Some(event) = perform(&session, effect).await {
                    dispatch(&task, event);
                }
            });
        }
    }
}

async fn perform(session: &Session, effect: Effect) -> Option<Event> {
    Some(match effect {
        Effect::RecallChoice(id) => {
            let kept = session.get(&Choice::kept_as(session.instance())).await;
            Event::Recalled(id, kept.ok().flatten().unwrap_or_default())
        }
        Effect::FetchPicture(id, number, url) => {
            Event::Picture(id, number, session.picture(&url).await)
        }
        Effect::ReadToken(id, project) => {
            let operation = ReadBadgeToken(project);
            let asked = session.asked_at(&operation.request());
            Event::Token(id, ask(session, &operation).await, asked)
        }
        effect => return answer(session, &effect).await,
    })
}
