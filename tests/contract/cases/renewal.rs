//! `api/project_badges/renew_token`: what a renewal does, and when it does not.

use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::cases::error_badges::missing;
use crate::expected::Evidence::Inferred;
use crate::visit::{RENEW, Visit, badge, gate, reading, renewal};

pub const CASES: &[Case] = &[
    on_servers("a renewal is 204 without a word", silent)
        .and_cloud(Inferred("as on Server since 9.2")),
    on_servers("a renewal makes another token", another).and_cloud(Inferred("as on Server")),
    on_servers("after a renewal the old token is dead at once", old_is_dead)
        .and_cloud(Inferred("as on Server")),
    on_servers("after a renewal the new token works at once", new_works)
        .and_cloud(Inferred("as on Server")),
    on_servers("two renewals make two tokens", twice).and_cloud(Inferred("as on Server")),
    on_servers(
        "a renewal before any read makes a token that stays",
        before_reading,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers(
        "a renewal leaves the tokens of other projects alone",
        others_stay,
    ),
    on_servers("a renewal by GET is 405 and does nothing", by_get)
        .and_cloud(Inferred("as on Server")),
    on_servers("a refused renewal does nothing", refused).and_cloud(Inferred("as on Server")),
    on_servers("a renewal takes the project from the query too", from_query),
    on_servers("a renewal of an unknown project is 400", unknown),
    on_servers("a renewal without a project is 400", no_project),
    on_servers(
        "a renewal by access token is one like any other",
        by_access_token,
    ),
];

const UNMEASURED: &str = "Measure has not been found";

fn silent(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.renew(&project)
        .status(204)
        .is_empty()
        .header("cache-control", "no-cache, no-store, must-revalidate")
        .no_header("content-type");
}

fn another(at: &mut Visit<'_>) {
    let project = at.private_project();
    let old = at.badge_token(&project);
    at.renew(&project).status(204);
    let reply = at.ask_as("ada", reading(&project));
    reply.check(reply.text_at("/token") != old, "another token");
}

fn old_is_dead(at: &mut Visit<'_>) {
    let project = at.private_project();
    let old = at.badge_token(&project);
    let request = badge(&project, "coverage").query("token", &old);
    at.ask(request.clone()).is_error_picture(UNMEASURED);
    at.renew(&project).status(204);
    at.ask(request).is_error_picture(missing());
    at.ask(gate(&project).query("token", &old))
        .is_error_picture(missing());
}

fn new_works(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.renew(&project).status(204);
    let new = at.badge_token(&project);
    at.ask(badge(&project, "coverage").query("token", &new))
        .is_error_picture(UNMEASURED);
}

fn twice(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.renew(&project).status(204);
    let first = at.badge_token(&project);
    at.renew(&project).status(204);
    let reply = at.ask_as("ada", reading(&project));
    reply.check(reply.text_at("/token") != first, "another token");
}

fn before_reading(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.renew(&project).status(204);
    let first = at.badge_token(&project);
    let reply = at.ask_as("bo", reading(&project));
    reply.check(reply.text_at("/token") == first, "the token of the renewal");
}

fn others_stay(at: &mut Visit<'_>) {
    let (one, other) = (at.private_project(), at.private_project());
    let before = at.badge_token(&other);
    at.renew(&one).status(204);
    let reply = at.ask_as("ada", reading(&other));
    reply.check(reply.text_at("/token") == before, "the token of before");
}

fn by_get(at: &mut Visit<'_>) {
    let project = at.private_project();
    let before = at.badge_token(&project);
    at.ask_as("ada", Request::get(RENEW).query("project", &project))
        .status(405)
        .says("HTTP method POST is required");
    let reply = at.ask_as("ada", reading(&project));
    reply.check(reply.text_at("/token") == before, "the token of before");
}

fn refused(at: &mut Visit<'_>) {
    let project = at.private_project();
    let before = at.badge_token(&project);
    at.ask_as("bo", renewal(&project)).status(403);
    let reply = at.ask_as("bo", reading(&project));
    reply.check(reply.text_at("/token") == before, "the token of before");
}

fn from_query(at: &mut Visit<'_>) {
    let project = at.private_project();
    let before = at.badge_token(&project);
    at.ask_as("ada", Request::post(RENEW).query("project", &project))
        .status(204);
    let reply = at.ask_as("ada", reading(&project));
    reply.check(reply.text_at("/token") != before, "another token");
}

fn unknown(at: &mut Visit<'_>) {
    at.ask_as("ada", renewal("there-is-none"))
        .status(400)
        .says("Project or Application not found");
}

fn no_project(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::post(RENEW))
        .status(400)
        .says("The 'project' parameter is missing");
}

fn by_access_token(at: &mut Visit<'_>) {
    let project = at.private_project();
    let before = at.badge_token(&project);
    let token = at.access_token("cy");
    at.ask(renewal(&project).with_basic(&token, "")).status(204);
    let reply = at.ask_as("ada", reading(&project));
    reply.check(reply.text_at("/token") != before, "another token");
}
