//! Carries out what the popup asks for.

use std::rc::Rc;

use rebadge::badge::Choice;
use rebadge::browser::{Session, copy, dom, managed, now, open_tab, reload_tab, visit};
use rebadge::popup::{Effect, Event, Focus, Mark, ScreenId, answer};
use rebadge::record::{add_login, renew_noted, settle_noted};
use rebadge::renewal::{self, Clock, Store, Subject};
use rebadge::rotation::{Place, effective};
use rebadge::sonar::{Operation, ReadBadgeToken, ask};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use crate::app::App;

/// Milliseconds between two ticks of a countdown.
const TICK: u32 = 1_000;

/// Carries out an effect; its answer comes as an event.
pub fn perform(app: &Rc<App>, effect: Effect) {
    match effect {
        Effect::Connect(instance) => {
            if let Some(opening) = app.opening.get() {
                let early = opening.early.clone();
                let session = Session::new(instance, opening.tab, opening.at, early);
                let _ = app.session.set(session);
            }
        }
        Effect::Mark(mark) => {
            dom::mark(match mark {
                Mark::Organization => "rebadge:organization",
                Mark::Markdown => "rebadge:markdown",
                Mark::Listed => "rebadge:listed",
            });
        }
        Effect::Focus(focus) => move_focus(focus),
        Effect::Copy(what, text) => {
            let taken = copy(&text);
            let app = Rc::clone(app);
            spawn_local(async move {
                let taken = taken.await;
                app.dispatch(Event::Copied(what, taken));
            });
        }
        Effect::Countdown => count_down(app),
        Effect::Open(url) => leave(app, async move { open_tab(&url).await }),
        Effect::Visit(url) => {
            if let Some(tab) = app.opening.get().map(|opening| opening.tab) {
                leave(app, async move { visit(tab, &url).await });
            }
        }
        Effect::OpenDashboard(owner) => {
            let tab = app.opening.get().map(|opening| opening.tab);
            leave(app, async move {
                open_tab(&Place { owner, tab }.address()).await
            });
        }
        Effect::ReloadTab => {
            if let Some(opening) = app.opening.get() {
                reload_tab(opening.tab);
                let _ = dom::window().close();
            }
        }
        request => {
            if let Some(session) = app.session.get() {
                spawn_local(send(Rc::clone(app), session.clone(), request));
            }
        }
    }
}

/// Goes somewhere else, once, and closes the popup, which Firefox would leave open
/// over it.
fn leave(app: &App, work: impl Future<Output = ()> + 'static) {
    if app.leaving.replace(true) {
        return;
    }
    spawn_local(async move {
        work.await;
        let _ = dom::window().close();
    });
}

/// Carries out what needs the session.
async fn send(app: Rc<App>, session: Session, effect: Effect) {
    let event = match effect {
        Effect::ReadToken(id, project) => {
            let operation = ReadBadgeToken(project);
            let asked = session.asked_at(&operation.request());
            Event::Token(id, ask(&session, &operation).await, asked)
        }
        Effect::RecallChoice(id) => {
            let kept = session.get(&Choice::kept_as(session.instance())).await;
            Event::Recalled(id, kept.ok().flatten().unwrap_or_default())
        }
        // A store that refuses costs the memory, never the choice.
        Effect::KeepChoice(choice) => {
            let _ = session
                .put(&Choice::kept_as(session.instance()), &choice)
                .await;
            return;
        }
        Effect::FetchPicture(id, number, url) => {
            Event::Picture(id, number, session.picture(&url).await)
        }
        Effect::NoteToken(id, subject, token, read) => {
            match renewal::note(&session, &subject, &token, read).await {
                Some(age) => Event::Aged(id, age, read),
                None => return,
            }
        }
        Effect::RecallAge(id, subject) => match renewal::recall(&session, &subject).await {
            Some(age) => Event::Aged(id, age, now()),
            None => return,
        },
        Effect::RecallPolicy(id, owner) => {
            let own = match owner {
                Some(owner) => session.get(&owner.policy()).await.ok().flatten(),
                None => None,
            };
            Event::Policy(id, effective(own, &managed().await.part()).0)
        }
        Effect::Settle(id, subject) => {
            if !renewal::is_open(&session, &subject).await {
                return;
            }
            app.dispatch(Event::Settling(id));
            return settle(&app, &session, id, &subject).await;
        }
        Effect::CheckRenewal(id, subject) => {
            app.dispatch(Event::Settling(id));
            return settle(&app, &session, id, &subject).await;
        }
        Effect::Renew(id, order) => {
            // The person may leave the screen meanwhile, and it may learn more.
            let clicked = app.organization(id);
            let organization = || app.organization(id).or_else(|| clicked.clone());
            let (outcome, entry) = renew_noted(&session, &order, organization).await;
            app.dispatch(Event::Renewed(id, outcome));
            if let Some(entry) = entry {
                add_login(&session, entry).await;
            }
            return;
        }
        question => match answer(&session, &question).await {
            Some(event) => event,
            None => return,
        },
    };
    app.dispatch(event);
}

/// Finds out what became of a renewal that was left open, and writes it down.
async fn settle(app: &Rc<App>, session: &Session, id: ScreenId, subject: &Subject) {
    let organization = app.organization(id);
    let (settled, entry) = settle_noted(session, subject, organization.as_ref()).await;
    app.dispatch(Event::Settled(id, settled));
    if let Some(entry) = entry {
        add_login(session, entry).await;
    }
}

fn move_focus(focus: Focus) {
    let document = dom::document();
    // What has just been hidden loses the focus only when the browser comes to it.
    let is_hidden = |element: &Element| matches!(element.closest("[hidden]"), Ok(Some(_)));
    let idle = document
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY" || is_hidden(&element));
    let id = match focus {
        Focus::SnippetIfIdle if !idle => return,
        Focus::Snippet | Focus::SnippetIfIdle => "copy-snippet",
        Focus::Filter => "filter",
        Focus::BadgeFilter => "badge-filter",
        Focus::Gallery => "all-badges",
        Focus::Properties => "copy-properties",
        Focus::Notice => "alert-link",
    };
    let _ = dom::by_id::<HtmlElement>(id).focus();
}

/// Ticks as long as the popup waits.
fn count_down(app: &Rc<App>) {
    if app.ticking.replace(true) {
        return;
    }
    let app = Rc::clone(app);
    spawn_local(async move {
        let Some(session) = app.session.get() else {
            return;
        };
        while app.is_waiting() {
            session.pause(TICK).await;
            app.dispatch(Event::Tick);
        }
        app.ticking.set(false);
    });
}
