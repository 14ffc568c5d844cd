//! Carries out what the popup asks for.

use std::rc::Rc;

use js_sys::Map;
use rebadge::browser::{Session, copy, dom, exclusively, now, open_tab, reload_tab, visit};
use rebadge::popup::{Effect, Event, Focus, Mark, ScreenId};
use rebadge::renewal::{self, Clock, Settled, lock_name};
use rebadge::sonar::{
    Failure, ListBranches, ListOrganizations, ListServices, Operation, ReadBadgeToken,
    ReadComponent, ReadCurrentUser, ShowComponent, ask, explained, list_projects, read_badge_token,
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::app::App;

/// Milliseconds between two ticks of a countdown.
const TICK: u32 = 1_000;

/// Carries out an effect; its answer comes as an event.
pub fn perform(app: &Rc<App>, effect: Effect) {
    match effect {
        Effect::Connect(instance) => {
            if let Some(opening) = app.opening.get() {
                let early = opening.early.unchecked_ref::<Map>().clone();
                let session = Session::new(instance, opening.tab, opening.at, early);
                let _ = app.session.set(session);
            }
        }
        Effect::Mark(mark) => {
            let name = match mark {
                Mark::Organization => "rebadge:organization",
                Mark::Markdown => "rebadge:markdown",
            };
            if let Some(performance) = dom::window().performance() {
                let _ = performance.mark(name);
            }
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
        Effect::Open(url) => open_tab(&url),
        Effect::Visit(url) => {
            if let Some(opening) = app.opening.get() {
                visit(opening.tab, &url);
                let _ = dom::window().close();
            }
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

/// Carries out what needs the session.
async fn send(app: Rc<App>, session: Session, effect: Effect) {
    let event = match effect {
        Effect::ReadComponent(id, project) => {
            Event::Component(id, explain(&session, ReadComponent(project)).await)
        }
        Effect::ShowComponent(id, project) => {
            Event::Shown(id, explain(&session, ShowComponent(project)).await)
        }
        Effect::ReadToken(id, project) => {
            let operation = ReadBadgeToken(project);
            let read = session.asked_at(&operation.request());
            Event::Token(id, ask(&session, &operation).await, read)
        }
        Effect::FindToken(id, project) => {
            let read = now();
            Event::Token(id, read_badge_token(&session, &project).await, read)
        }
        Effect::ListBranches(id, project) => {
            Event::Branches(id, ask(&session, &ListBranches(project)).await)
        }
        // Where the list cannot be had, a click will find out.
        Effect::ListServices(id) => {
            let listed = ask(&session, &ListServices).await;
            Event::RenewalOffered(id, listed.map_or(true, |listed| listed.renews_token))
        }
        Effect::ListProjects(id, list) => {
            let answer = match list_projects(&session, &list).await {
                Err(failure) => Err(explained(&session, failure).await),
                page => page,
            };
            if list.query.is_empty() {
                Event::Projects(id, answer)
            } else {
                Event::ProjectsFound(id, answer)
            }
        }
        Effect::ListOrganizations(id, page) => {
            Event::Organizations(id, explain(&session, ListOrganizations(page)).await)
        }
        // Where it cannot be known, the empty list stays what it is.
        Effect::ReadCurrentUser(id) => {
            let user = ask(&session, &ReadCurrentUser).await;
            let nobody = matches!(user, Ok(false) | Err(Failure::Unauthorized));
            Event::SignedIn(id, !nobody)
        }
        Effect::FetchPicture(id, number, url) => {
            Event::Picture(id, number, session.picture(&url).await)
        }
        Effect::NoteToken(id, project, token, read) => {
            let age = renewal::note(&session, session.instance(), &project, &token, read).await;
            match age {
                Some(age) => Event::Aged(id, age),
                None => return,
            }
        }
        Effect::RecallAge(id, project) => {
            match renewal::recall(&session, session.instance(), &project).await {
                Some(age) => Event::Aged(id, age),
                None => return,
            }
        }
        Effect::Settle(id, project) => match settle(&app, session, id, project).await {
            Some(settled) => Event::Settled(id, settled),
            None => return,
        },
        Effect::Renew(id, order) => {
            let name = lock_name(order.instance, &order.project);
            let work = async move { renewal::renew(&session, &order).await };
            match exclusively(&name, work).await {
                Some(outcome) => Event::Renewed(id, outcome),
                None => Event::Renewed(id, renewal::Outcome::NotRenewed(Failure::Storage)),
            }
        }
        _ => return,
    };
    app.dispatch(event);
}

async fn explain<O: Operation>(session: &Session, operation: O) -> Result<O::Answer, Failure> {
    match ask(session, &operation).await {
        Err(failure) => Err(explained(session, failure).await),
        answer => answer,
    }
}

/// Looks into a renewal that was left open, if there is one.
async fn settle(
    app: &Rc<App>,
    session: Session,
    id: ScreenId,
    project: rebadge::page::ProjectKey,
) -> Option<Settled> {
    let instance = session.instance();
    if !renewal::is_open(&session, instance, &project).await {
        return None;
    }
    app.dispatch(Event::Settling(id));
    let name = lock_name(instance, &project);
    let work = async move { renewal::settle(&session, instance, &project).await };
    // Whoever held the lock may have finished it.
    Some(
        exclusively(&name, work)
            .await
            .flatten()
            .unwrap_or(Settled::Finished),
    )
}

fn move_focus(focus: Focus) {
    let document = dom::document();
    let idle = document
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    let id = match focus {
        Focus::SnippetIfIdle if !idle => return,
        Focus::Snippet | Focus::SnippetIfIdle => "copy-snippet",
        Focus::Filter => "filter",
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
