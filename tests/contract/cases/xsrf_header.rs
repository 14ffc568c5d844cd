//! The header `X-XSRF-TOKEN` of answers: another way for the web UI to learn
//! the XSRF token of its session, on 26.9.

use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::{self, CURRENT, Visit, badge, reading, renewal};

pub const CASES: &[Case] = &[
    on_servers(
        "signing in tells the XSRF token in a header too, but not on 9.9",
        signing_in,
    ),
    on_servers(
        "a good answer to a session tells its XSRF token, but not on 9.9",
        good_answers,
    ),
    on_servers(
        "a page tells a session its XSRF token, but not on 9.9; the form tells none",
        pages,
    ),
    on_servers("an error tells no XSRF token", errors),
    on_servers(
        "addresses that ask nobody who they are tell no XSRF token",
        open_addresses,
    ),
    on_servers("nobody and access tokens are told no XSRF token", nobody),
    on_servers("the XSRF token of that header is the cookie's", same_value),
];

const HEADER: &str = "x-xsrf-token";

fn signing_in(at: &mut Visit<'_>) {
    let password = at.password("bo");
    at.ask(visit::signing_in("bo", &password))
        .has_header(HEADER, usually(true).on_9_9(false));
}

fn good_answers(at: &mut Visit<'_>) {
    let project = at.private_project();
    let told = usually(true).on_9_9(false);
    for request in [
        Request::get(CURRENT),
        Request::get("/api/authentication/validate"),
        Request::get("/api/navigation/component").query("component", &project),
        Request::get("/api/components/show").query("component", &project),
        reading(&project),
        renewal(&project),
    ] {
        at.ask_as("ada", request).has_header(HEADER, told.clone());
    }
}

fn pages(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let told = usually(true).on_9_9(false);
    let page = Request::get("/dashboard").query("id", &project);
    at.ask_as("ada", page).has_header(HEADER, told);
    at.ask_as("ada", Request::get("/sessions/new"))
        .no_header(HEADER);
}

fn errors(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    for (request, status) in [
        (Request::get("/api/project_badges/token"), 400),
        (renewal(&project), 403),
        (Request::get("/api/project_badges/no_such_action"), 404),
        (Request::get("/api/project_badges/renew_token"), 405),
    ] {
        at.ask_as("bo", request).status(status).no_header(HEADER);
    }
}

fn open_addresses(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    for request in [
        Request::get("/api/server/version"),
        Request::get("/api/system/status"),
        badge(&project, "coverage"),
    ] {
        at.ask_as("ada", request).status(200).no_header(HEADER);
    }
}

fn nobody(at: &mut Visit<'_>) {
    at.ask(Request::get("/api/authentication/validate"))
        .no_header(HEADER);
    let token = at.access_token("bo");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200)
        .no_header(HEADER)
        .no_header("set-cookie");
}

fn same_value(at: &mut Visit<'_>) {
    let session = at.session("bo");
    let reply = at.ask(Request::get(CURRENT).with_cookies(&session));
    let told = reply.answer().header(HEADER);
    let fits = if at.kind().is_9_9() {
        told.is_none()
    } else {
        told == Some(session.xsrf.as_str())
    };
    reply.check(fits, "the value of the cookie XSRF-TOKEN");
}
