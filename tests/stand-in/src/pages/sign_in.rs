//! The sign-in form, and what happens when it is sent.

use crate::answer::Answer;
use crate::api::authentication::with_cookies;
use crate::cloud::Cloud;
use crate::pages::frame::{escape, page};
use crate::request::Request;

/// The form, after a failure with a word about it.
pub(crate) fn form(cloud: &Cloud, request: &Request, failure: Option<&str>) -> Answer {
    let target = escape(&return_to(cloud, request));
    let failure = failure.map_or_else(String::new, |text| {
        format!(r#"<p class="bad" role="alert">{}</p>"#, escape(text))
    });
    let main = format!(
        r#"{failure}<form method="post" action="/sessions/login">
<input type="hidden" name="return_to" value="{target}">
<label>Login <input name="login" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Log in</button>
</form>"#
    );
    let status = if failure.is_empty() { 200 } else { 401 };
    page(cloud, status, "Log in", None, &main)
}

/// Opens a session and goes where the person wanted to.
pub(crate) fn submit(cloud: &mut Cloud, request: &Request) -> Answer {
    let login = request.param("login").unwrap_or_default();
    let password = request.param("password").unwrap_or_default();
    match cloud.sign_in_with(login, password) {
        Some(signed_in) => {
            let answer = Answer::redirect(303, &return_to(cloud, request));
            with_cookies(cloud, answer, &signed_in)
        }
        None => form(cloud, request, Some("Authentication failed")),
    }
}

/// Where to go afterwards: a path of this very host, nothing else.
fn return_to(cloud: &Cloud, request: &Request) -> String {
    request
        .param("return_to")
        .filter(|target| target.starts_with('/'))
        .filter(|target| !target[1..].starts_with(['/', '\\']))
        .filter(|target| !target.contains(char::is_control))
        .map_or_else(|| format!("{}/projects", cloud.context), str::to_owned)
}
