//! The XSRF token of a session: what a request that changes something needs.

use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::server::Seeded;
use crate::visit::{Visit, reading, renewal};

pub const CASES: &[Case] = &[
    on_servers(
        "a POST of a session without the XSRF header is an empty 401",
        missing,
    )
    .and_cloud(Seen("Cloud's web UI sends the header with every POST")),
    on_servers(
        "a POST of a session with a wrong XSRF header is an empty 401",
        wrong,
    )
    .and_cloud(Inferred("as without the header")),
    on_servers("a POST with the right XSRF header is carried out", right)
        .and_cloud(Inferred("renewals on Cloud are POSTs of its web UI")),
    on_servers("the XSRF token of another session is a wrong one", anothers),
    on_servers("a refused XSRF token changes nothing", nothing_changed),
    on_servers("a GET needs no XSRF header", get)
        .and_cloud(Seen("sonarcloud.io answers GETs without it")),
    on_servers("the XSRF header counts, not its cookie", header_not_cookie),
    on_servers(
        "an XSRF header without a session proves nothing",
        no_session,
    ),
    on_servers(
        "a password beside the request needs no XSRF header",
        password,
    ),
];

fn missing(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let session = at.session("ada");
    at.ask(renewal(&project).with_cookies(&session))
        .status(401)
        .is_empty()
        .no_header("content-type")
        .no_header("x-xsrf-token");
}

fn wrong(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let session = at.session("ada");
    let request = renewal(&project).with_cookies(&session);
    at.ask(request.with_header("x-xsrf-token", "0123456789abcdefghijklmnop"))
        .status(401)
        .is_empty();
}

fn right(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.ask_as("ada", renewal(&project)).status(204).is_empty();
}

fn anothers(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let (one, other) = (at.sign_in("ada"), at.sign_in("ada"));
    let request = renewal(&project).with_cookies(&one);
    at.ask(request.with_header("x-xsrf-token", &other.xsrf))
        .status(401)
        .is_empty();
}

fn nothing_changed(at: &mut Visit<'_>) {
    let project = at.private_project();
    let before = at.badge_token(&project);
    let session = at.session("ada");
    at.ask(renewal(&project).with_cookies(&session)).status(401);
    let reply = at.ask_as("ada", reading(&project));
    reply.check(reply.text_at("/token") == before, "the token of before");
}

fn get(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let session = at.session("ada");
    at.ask(reading(&project).with_cookies(&session)).status(200);
}

fn header_not_cookie(at: &mut Visit<'_>) {
    let project = at.private_project();
    let session = at.session("ada");
    let cookie = format!("JWT-SESSION={}", session.session);
    let request = renewal(&project)
        .with_header("cookie", &cookie)
        .with_header("x-xsrf-token", &session.xsrf);
    at.ask(request).status(204);
}

fn no_session(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let session = at.session("ada");
    let request = renewal(&project).with_header("x-xsrf-token", &session.xsrf);
    let wanted = if at.kind().forces() { 401 } else { 403 };
    at.ask(request).status(wanted);
}

fn password(at: &mut Visit<'_>) {
    let project = at.private_project();
    let password = at.password("ada");
    at.ask(renewal(&project).with_basic("ada", &password))
        .status(204);
    at.ask(Request::post("/api/project_badges/renew_token").with_basic("ada", &password))
        .status(400);
}
