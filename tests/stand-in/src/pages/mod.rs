//! Plausible pages for a browser to be on. They hold no script and ask for
//! nothing: every request in the log is the work of whoever is tested.

mod frame;
mod overview;
mod projects;
mod sign_in;

use crate::answer::Answer;
use crate::badges::logos;
use crate::cloud::Cloud;
use crate::request::Request;

/// The page at an address outside `/api`.
pub(crate) fn page(cloud: &mut Cloud, request: &Request) -> Answer {
    let login = cloud.session(request).map(|open| open.login.clone());
    let login = login.as_deref();
    let cloudy = cloud.profile().is_cloud();
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/") => Answer::redirect(302, "/projects"),
        ("GET", "/sessions/new") => sign_in::form(request, None),
        ("POST", "/sessions/login") => sign_in::submit(cloud, request),
        ("GET", "/projects") => projects::mine(cloud, login),
        ("GET", "/account/security") => projects::security(cloud, login),
        ("GET", path) if path.starts_with("/images/") && cloudy => {
            logos::logo(path).unwrap_or_else(frame::not_found)
        }
        ("GET", path) if path.starts_with("/organizations/") && cloudy => {
            let mut parts = path.split('/').skip(2);
            projects::of_organization(cloud, login, parts.next().unwrap_or_default())
        }
        ("GET", path) if overview::is_about_a_project(path) => {
            overview::page_of(cloud, request, login)
        }
        _ => frame::not_found(),
    }
}
