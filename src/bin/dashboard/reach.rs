//! Ways to the host: found, asked for, given back.

use std::rc::Rc;

use js_sys::Map;
use rebadge::access::{AccessToken, Passphrase, Remembered, Trouble, forget, recall, remember};
use rebadge::browser::{
    Bearer, HostTab, Session, Site, Way, dom, first_page, has_site_access, now, on_site_access,
    open_tab, request_site_access, revoke_site_access, vault,
};
use rebadge::dashboard::{Event, Reached};
use rebadge::sonar::{Failure, ReadCurrentUser, ask};
use wasm_bindgen_futures::spawn_local;

use crate::app::App;

/// Watches what the browser grants, and tidies up when the page goes.
pub fn watch(app: &Rc<App>) {
    let here = Rc::clone(app);
    on_site_access(move || {
        let here = Rc::clone(&here);
        spawn_local(async move {
            let granted = has_site_access(here.access.instance()).await;
            here.dispatch(Event::SiteAccess(granted));
        });
    });
    let here = Rc::clone(app);
    dom::listen_on(&dom::window(), "pagehide", move |_: web_sys::Event| {
        here.access.leave();
    });
}

/// Takes the way by the host's site where the browser grants it for good.
pub async fn find(app: &Rc<App>) {
    let instance = app.access.instance().clone();
    if has_site_access(&instance).await {
        app.access
            .take(Way::Site(Site::begun(instance, first_page())));
        app.dispatch(Event::SiteAccess(true));
    } else if !app.has_tab
        && let Some(tab) = HostTab::find(&instance).await
    {
        let session = Session::new(instance, tab.id(), now(), Map::new());
        app.access.take(Way::Tab(session));
    }
}

/// Shows a page of the host, and waits for the toolbar button to be pressed on
/// one of its tabs.
pub async fn rejoin(app: &Rc<App>, page: &str) -> Option<Event> {
    open_tab(page).await;
    if app.waiting.replace(true) {
        return None;
    }
    let instance = app.access.instance().clone();
    let tab = HostTab::wait(&instance, || app.waiting.get()).await?;
    app.waiting.set(false);
    let session = Session::new(instance, tab.id(), now(), Map::new());
    app.access.take(Way::Tab(session));
    Some(Event::Reached(Reached::Tab))
}

/// Has access to the host's site granted: to be called inside a click.
pub fn allow_site(app: &Rc<App>) {
    let instance = app.access.instance().clone();
    let granted = request_site_access(&instance);
    let app = Rc::clone(app);
    spawn_local(async move {
        if granted.await {
            app.access.take(Way::Site(Site::new(instance)));
            app.waiting.set(false);
            app.dispatch(Event::Reached(Reached::Site));
        } else {
            app.dispatch(Event::NotReached(Trouble::NotGranted));
        }
    });
}

/// Gives access to the host's site back. The tab that the page was opened from
/// may still serve.
pub async fn revoke_site(app: &Rc<App>) -> Event {
    let instance = app.access.instance().clone();
    revoke_site_access(&instance).await;
    if let Some(tab) = HostTab::find(&instance).await {
        let session = Session::new(instance.clone(), tab.id(), now(), Map::new());
        app.access.take(Way::Tab(session));
    }
    Event::SiteAccess(has_site_access(&instance).await)
}

/// Tries an access token: to be called inside a click, since it needs access to
/// the host's site as well.
pub fn use_token(app: &Rc<App>, token: AccessToken, passphrase: Option<Passphrase>) {
    let granted = request_site_access(app.access.instance());
    let app = Rc::clone(app);
    spawn_local(async move {
        let event = if granted.await {
            let keep = passphrase.map_or(Keep::InMemory, Keep::Sealed);
            try_token(&app, token, keep).await
        } else {
            Event::NotReached(Trouble::NotGranted)
        };
        app.dispatch(event);
    });
}

/// Tries the token that is remembered: inside a click as well.
pub fn unlock(app: &Rc<App>, passphrase: Passphrase) {
    let granted = request_site_access(app.access.instance());
    let app = Rc::clone(app);
    spawn_local(async move {
        let event = if granted.await {
            match remembered(&app, &passphrase).await {
                Ok(token) => try_token(&app, token, Keep::AsItIs).await,
                Err(trouble) => Event::NotReached(trouble),
            }
        } else {
            Event::NotReached(Trouble::NotGranted)
        };
        app.dispatch(event);
    });
}

/// Forgets the token that is remembered, and the one in use.
pub async fn forget_token(app: &Rc<App>) -> Event {
    forget(&app.access, app.access.instance()).await;
    if matches!(app.access.way(), Way::Bearer(_)) {
        let instance = app.access.instance().clone();
        app.access.take(Way::Site(Site::new(instance)));
    }
    Event::TokenForgotten
}

async fn remembered(app: &App, passphrase: &Passphrase) -> Result<AccessToken, Trouble> {
    let instance = app.access.instance();
    let Ok(Remembered::Sealed(sealed)) = recall(&app.access, instance).await else {
        return Err(Trouble::Corrupt);
    };
    vault::open(&sealed, passphrase, instance)
        .await
        .map_err(|refused| match refused {
            vault::OpenRefused::WrongPassphrase => Trouble::WrongPassphrase,
            vault::OpenRefused::Corrupt => Trouble::Corrupt,
        })
}

async fn seal(app: &App, token: &AccessToken, passphrase: &Passphrase) -> Result<(), Trouble> {
    let instance = app.access.instance();
    let refused = |_| Trouble::NotRemembered;
    let sealed = vault::seal(token, passphrase, instance)
        .await
        .map_err(refused)?;
    let kept = remember(&app.access, instance, &sealed).await;
    kept.map_err(|_| Trouble::NotRemembered)
}

/// What becomes of an access token that works.
enum Keep {
    /// It is forgotten with the page.
    InMemory,
    /// It is remembered under this passphrase.
    Sealed(Passphrase),
    /// It is remembered already.
    AsItIs,
}

/// Asks the host whose token it is; then it is used from now on. One that the
/// host refuses is not remembered, nor does it take another one's place.
async fn try_token(app: &Rc<App>, token: AccessToken, keep: Keep) -> Event {
    let instance = app.access.instance().clone();
    let Some(bearer) = Bearer::new(instance, token.clone()) else {
        return Event::NotReached(Trouble::NotAnAccessToken);
    };
    match ask(&bearer, &ReadCurrentUser).await {
        Ok(Some(login)) => {
            app.access.take(Way::Bearer(bearer));
            app.waiting.set(false);
            let kept = match keep {
                Keep::InMemory => None,
                Keep::Sealed(passphrase) => Some(seal(app, &token, &passphrase).await),
                Keep::AsItIs => Some(Ok(())),
            };
            Event::Reached(Reached::Token {
                login,
                remembered: kept == Some(Ok(())),
                trouble: kept.and_then(Result::err),
            })
        }
        Ok(None) | Err(Failure::Unauthorized) => Event::NotReached(Trouble::TokenRefused),
        Err(_) => Event::NotReached(Trouble::NoAnswer),
    }
}
