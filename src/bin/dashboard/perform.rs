//! Carries out what the dashboard asks for.

use std::rc::Rc;

use rebadge::badge::Choice;
use rebadge::badge::{Badge, Kind};
use rebadge::browser::{
    Access, Way, delete_all, dom, drop_permission, open_tab, pause, request_permission,
    revoke_all_sites, save_file,
};
use rebadge::dashboard::{Effect, Event, Focus};
use rebadge::renewal::Store;
use rebadge::rotation::{Owner, forget_run};
use rebadge::settings::Settings;
use rebadge::sonar::{ListAdministered, ListServices, ReadCurrentUser, ask};
use rebadge::token::SecretText;
use serde::Serialize;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::app::App;
use crate::{copying, handing, memory, reach, running};

/// Milliseconds between two ticks of a countdown.
const TICK: u32 = 1_000;

/// Milliseconds that are enough for a frame to be painted.
const BREATH: u32 = 50;

/// What the page's address ends in where it begins anew, since everything was
/// deleted.
pub const DELETED: &str = "&deleted";

/// Carries out an effect; its answer comes as an event.
pub fn perform(app: &Rc<App>, effect: Effect) {
    match effect {
        Effect::Copy(what, text) => copying::copy_text(app, what, text),
        Effect::CopySnippet {
            project,
            needs_token,
            token,
        } => copying::copy_snippet(app, project, needs_token, token),
        Effect::Scroll(top) => {
            let grid: HtmlElement = dom::by_id("grid");
            grid.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
            // On a low screen the page scrolls too, and Firefox leaves it where it was.
            grid.scroll_into_view_with_bool(false);
        }
        Effect::Focus(focus) => {
            let id = match focus {
                Focus::Filter => "filter",
                Focus::List => "grid",
            };
            let _ = dom::by_id::<HtmlElement>(id).focus();
        }
        // Browsers want to be asked inside the very click.
        Effect::AllowSite => reach::allow_site(app),
        Effect::UseToken(token, passphrase) => reach::use_token(app, token, passphrase),
        Effect::Unlock(passphrase) => reach::unlock(app, passphrase),
        Effect::AskNotify => {
            let allowed = request_permission("notifications");
            let app = Rc::clone(app);
            spawn_local(async move {
                let allowed = allowed.await;
                app.dispatch(Event::NotifyAllowed(allowed));
            });
        }
        Effect::Countdown => count_down(app),
        effect => {
            let app = Rc::clone(app);
            spawn_local(async move {
                if let Some(event) = answer(&app, effect).await {
                    app.dispatch(event);
                }
            });
        }
    }
}

/// Carries out what takes its time.
async fn answer(app: &Rc<App>, effect: Effect) -> Option<Event> {
    let session = &app.access;
    let owner = app.look(|dashboard| dashboard.owner().clone());
    Some(match effect {
        Effect::Recall => recalled(session, &owner).await,
        Effect::ReadCurrentUser => Event::User(ask(session, &ReadCurrentUser).await),
        Effect::ListServices => Event::Services(ask(session, &ListServices).await),
        Effect::List(request) => {
            let answer = app.lister.page(session, &request).await;
            Event::Listed(request, answer)
        }
        Effect::ListAdministered(page) => {
            Event::Administered(page, ask(session, &ListAdministered(page)).await)
        }
        Effect::LookAtPublic(project) => {
            let badge = Badge {
                instance: owner.instance.clone(),
                project,
                branch: None,
                kind: Kind::FIRST,
            };
            // An access token needs no page to look from, and has none.
            let session = match session.way() {
                Way::Tab(session) => session,
                Way::Site(site) => site.session().await?,
                Way::Bearer(_) => return None,
            };
            Event::PublicPicture(session.picture(&badge.picture_url(None)).await)
        }
        Effect::KeepRoster(roster) => {
            // Ten thousand entries take a while to hand over: the list is shown first.
            pause(BREATH).await;
            let _ = session.put(&owner.roster(), &roster).await;
            return None;
        }
        Effect::Begin(order) => Event::Started(running::begin(app, &owner, &order).await),
        Effect::TakeUp => Event::Started(running::take_up(app, &owner).await),
        Effect::AwaitLeft => {
            running::left(&owner).await;
            Event::RunLeft
        }
        Effect::Step {
            begun,
            project,
            last,
        } => {
            let step = running::step(app, &owner, begun, &project, last).await;
            Event::Stepped(project, step)
        }
        Effect::Wake(milliseconds) => {
            pause(milliseconds).await;
            Event::Woke
        }
        Effect::LetGo(order) => {
            running::let_go(app, &owner, &order).await;
            return None;
        }
        Effect::ForgetRun => {
            forget_run(session, &owner).await;
            recalled(session, &owner).await
        }
        Effect::ReadRecord => Event::RecordRead(memory::record(session).await.ok()),
        Effect::Import(text) => Event::Imported(memory::import(session, &text).await),
        Effect::Save { name, kind, text } => {
            Event::Saved(save_file(&name, kind, &SecretText::new(text)))
        }
        Effect::HandOver(wish, items) => {
            let choice = app.look(|dashboard| dashboard.choice().clone());
            let text = handing::write(&owner.instance, choice, wish, items);
            let name = format!("rebadge-rotation.{}", wish.form.extension());
            Event::Saved(save_file(&name, wish.form.media_type(), &text))
        }
        Effect::KeepPolicy(policy) => keep(session, &owner.policy(), &policy).await?,
        Effect::KeepSettings(settings) => keep(session, Settings::NAME, &settings).await?,
        Effect::KeepChoice(choice) => {
            let name = Choice::kept_as(&owner.instance);
            keep(session, &name, &choice).await?
        }
        Effect::DeleteAll => {
            delete_all().await;
            drop_permission("notifications").await;
            revoke_all_sites().await;
            let location = dom::window().location();
            let query = location.search().unwrap_or_default();
            let _ = location.replace(&format!("dashboard.html{query}{DELETED}"));
            return None;
        }
        Effect::CheckStore => Event::SetAside(memory::check_store(session).await.ok()?),
        Effect::WakeList(milliseconds) => {
            pause(milliseconds).await;
            Event::ListWoke
        }
        Effect::Rejoin(page) => reach::rejoin(app, &page).await?,
        Effect::RevokeSite => reach::revoke_site(app).await,
        Effect::ForgetToken => reach::forget_token(app).await,
        Effect::Visit(url) => {
            open_tab(&url).await;
            return None;
        }
        _ => return None,
    })
}

/// Keeps a record; says so where the store refuses.
async fn keep<T: Serialize>(session: &Access, name: &str, record: &T) -> Option<Event> {
    match session.put(name, record).await {
        Ok(()) => None,
        Err(_) => Some(Event::NotKept),
    }
}

async fn recalled(session: &Access, owner: &Owner) -> Event {
    let memory = memory::recall(session, owner).await;
    Event::Recalled(memory.map(Box::new))
}

/// Ticks as long as something counts down.
fn count_down(app: &Rc<App>) {
    if app.ticking.replace(true) {
        return;
    }
    let app = Rc::clone(app);
    spawn_local(async move {
        while app.look(rebadge::dashboard::Dashboard::is_waiting) {
            pause(TICK).await;
            app.dispatch(Event::Tick);
        }
        app.ticking.set(false);
    });
}
