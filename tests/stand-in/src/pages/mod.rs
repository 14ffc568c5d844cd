//! Plausible pages for a browser to be on. They hold no script and ask for
//! nothing: every request in the log is the work of whoever is tested.

mod frame;
mod overview;
mod projects;
mod sign_in;

use crate::answer::Answer;
use crate::badges::logos;
use crate::cloud::Cloud;
use crate::profile::Profile;
use crate::request::Request;

/// Whether this is what browsers fetch by themselves on a Server's pages: no
/// work of whoever is tested.
pub(crate) fn is_icon(profile: Profile, request: &Request) -> bool {
    !profile.is_cloud() && request.path == "/favicon.ico"
}

/// The page at an address outside `/api`. All pages of a Server but the form
/// tell the session's XSRF token (measured on 26.9).
pub(crate) fn page(cloud: &mut Cloud, request: &Request) -> Answer {
    if is_icon(cloud.profile(), request) {
        return Answer::text(200, "image/x-icon", "");
    }
    let mut answer = routed(cloud, request);
    let context = &cloud.context;
    for link in ["href=\"", "action=\""] {
        answer.body = answer
            .body
            .replace(&format!("{link}/"), &format!("{link}{context}/"));
    }
    if request.path.starts_with("/sessions/") {
        return answer;
    }
    cloud.with_xsrf_header(request, answer)
}

fn routed(cloud: &mut Cloud, request: &Request) -> Answer {
    let login = cloud.session(request).map(|open| open.login.clone());
    let login = login.as_deref();
    let cloudy = cloud.profile().is_cloud();
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/sessions/new") => sign_in::form(cloud, request, None),
        ("POST", "/sessions/login") => sign_in::submit(cloud, request),
        ("GET", _) if cloud.profile().forces_authentication() && login.is_none() => {
            frame::sign_in_first(cloud, request, "")
        }
        ("GET", "/") => Answer::redirect(302, &format!("{}/projects", cloud.context)),
        ("GET", "/projects") => projects::mine(cloud, login),
        ("GET", "/account/security") => projects::security(cloud, request, login),
        ("GET", path) if path.starts_with("/images/") && cloudy => {
            logos::logo(path).unwrap_or_else(|| frame::not_found(cloud, login))
        }
        ("GET", path) if path.starts_with("/organizations/") && cloudy => {
            let mut parts = path.split('/').skip(2);
            projects::of_organization(cloud, login, parts.next().unwrap_or_default())
        }
        ("GET", path) if overview::is_about_a_project(path) => {
            overview::page_of(cloud, request, login)
        }
        _ => frame::not_found(cloud, login),
    }
}
