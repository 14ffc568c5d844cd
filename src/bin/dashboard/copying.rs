//! Copying: a text as it is, or a project's snippet.

use std::rc::Rc;

use rebadge::badge::{Snippet, Token};
use rebadge::browser::{copy, copy_later};
use rebadge::dashboard::{CopyRefusal, Copyable, Event};
use rebadge::page::ProjectKey;
use rebadge::sonar::explained_badge_token;
use rebadge::token::{BadgeToken, SecretText};
use wasm_bindgen_futures::spawn_local;

use crate::app::App;

/// Copies a text: to be called inside a click.
pub fn copy_text(app: &Rc<App>, what: Copyable, text: String) {
    let taken = copy(&SecretText::new(text));
    report(app, what, async move {
        taken.await.then_some(()).ok_or(CopyRefusal::Clipboard)
    });
}

/// Copies a project's snippet as it was chosen last; the token is read where
/// it is not in hand.
pub fn copy_snippet(
    app: &Rc<App>,
    project: ProjectKey,
    needs_token: bool,
    token: Option<BadgeToken>,
) {
    let (instance, choice) = app.look(|dashboard| {
        (
            dashboard.owner().instance.clone(),
            dashboard.choice().clone(),
        )
    });
    let session = app.access.clone();
    let wanted = project.clone();
    let text = async move {
        let token = match token {
            None if needs_token => Some(explained_badge_token(&session, &wanted).await?),
            token => token,
        };
        let badges: Vec<_> = choice.of_project(&instance, &wanted, None).collect();
        let token = token.as_ref().map_or(Token::Needless, Token::Known);
        Ok(Snippet::new(&badges, &choice.style, token).plain)
    };
    let taken = copy_later(text);
    report(app, Copyable::Snippet(project), async move {
        match taken.await {
            Ok(true) => Ok(()),
            Ok(false) => Err(CopyRefusal::Clipboard),
            Err(failure) => Err(CopyRefusal::Token(failure)),
        }
    });
}

fn report(
    app: &Rc<App>,
    what: Copyable,
    taken: impl Future<Output = Result<(), CopyRefusal>> + 'static,
) {
    let app = Rc::clone(app);
    spawn_local(async move {
        let taken = taken.await;
        app.dispatch(Event::Copied(what, taken));
    });
}
