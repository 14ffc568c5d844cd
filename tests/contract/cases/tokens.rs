//! `api/project_badges/token`.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::server::Seeded;
use crate::visit::{TOKEN, Visit, badge, gate, reading};

pub const CASES: &[Case] = &[
    on_servers("two reads tell one token", twice)
        .and_cloud(Inferred("a token in a README goes on working")),
    on_servers("everybody reads the same token", everybody)
        .and_cloud(Inferred("the token is the project's, not a person's")),
    on_servers("the answer holds the token and nothing else", nothing_else),
    on_servers("the token is sqb_ and 40 hexadecimal digits", looks),
    on_servers("two projects have two tokens", two_projects)
        .and_cloud(Inferred("else a token would open more than one project")),
    on_servers(
        "a token opens the badges of measures and of the quality gate",
        both_badges,
    )
    .and_cloud(Seen("one token in all snippets of a project's page")),
    on_servers("the token of another project opens nothing", anothers)
        .and_cloud(Inferred("else a token would open more than one project")),
    on_servers(
        "the token is the same for the main branch by its name",
        branch,
    ),
    on_servers("an unknown project is 400", unknown),
    on_servers(
        "an unknown project is 400 before it is a matter of permission",
        unknown_to_all,
    ),
    on_servers("no project is 400", no_project),
    on_servers("an empty project is no project", empty_project),
    on_servers("reading by POST is 405", by_post),
    on_servers("PUT and DELETE are 405", other_methods),
];

fn twice(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let first = at.badge_token(&project);
    let reply = at.ask_as("ada", reading(&project));
    reply.check(
        reply.text_at("/token") == first,
        "the token of the first read",
    );
}

fn everybody(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let first = at.badge_token(&project);
    let reply = at.ask_as("bo", reading(&project));
    reply.check(reply.text_at("/token") == first, "the token that ada read");
}

fn nothing_else(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let reply = at.ask_as("bo", reading(&project));
    reply
        .status(200)
        .header("content-type", "application/json")
        .header("cache-control", "no-cache, no-store, must-revalidate");
    let alone = json!({ "token": reply.at("/token") });
    reply.check(reply.json() == alone, "a token and nothing else");
}

fn looks(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let reply = at.ask_as("ada", reading(&project));
    let token = reply.text_at("/token");
    let digits = token.strip_prefix("sqb_").unwrap_or_default();
    let lower = |one: u8| one.is_ascii_digit() || (b'a'..=b'f').contains(&one);
    let fits = digits.len() == 40 && digits.bytes().all(lower);
    reply.check(fits, "sqb_ and 40 lower-case hexadecimal digits");
}

fn two_projects(at: &mut Visit<'_>) {
    let (one, other) = (at.private_project(), at.private_project());
    let first = at.badge_token(&one);
    let reply = at.ask_as("ada", reading(&other));
    reply.check(reply.text_at("/token") != first, "another token");
}

fn both_badges(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    at.ask(badge(&project, "coverage").query("token", &token))
        .is_error_picture("Measure has not been found");
    at.ask(gate(&project).query("token", &token))
        .is_error_picture("Quality gate has not been found");
}

fn anothers(at: &mut Visit<'_>) {
    let (mine, other) = (at.private_project(), at.private_project());
    at.badge_token(&mine);
    let token = at.badge_token(&other);
    let missing = crate::cases::error_badges::missing();
    at.ask(badge(&mine, "coverage").query("token", &token))
        .is_error_picture(missing);
}

fn branch(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    let request = badge(&project, "coverage").query("branch", "main");
    at.ask(request.query("token", &token))
        .is_error_picture("Measure has not been found");
}

fn unknown(at: &mut Visit<'_>) {
    at.ask_as("ada", reading("there-is-none"))
        .status(400)
        .says("Project or Application not found");
}

fn unknown_to_all(at: &mut Visit<'_>) {
    at.ask_as("dee", reading("there-is-none"))
        .status(400)
        .says("Project or Application not found");
}

fn no_project(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::get(TOKEN))
        .status(400)
        .says("The 'project' parameter is missing");
}

fn empty_project(at: &mut Visit<'_>) {
    at.ask_as("ada", reading(""))
        .status(400)
        .says("The 'project' parameter is missing");
}

fn by_post(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("ada", Request::post(TOKEN).field("project", &project))
        .status(405)
        .says("HTTP method GET is required");
}

fn other_methods(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let password = at.password("ada");
    for (method, words) in [
        ("PUT", "HTTP method PUT is not allowed"),
        ("DELETE", "HTTP method DELETE is not allowed"),
    ] {
        let request = Request::new(method, TOKEN).query("project", &project);
        at.ask(request.with_basic("ada", &password))
            .status(405)
            .says(words);
    }
}
