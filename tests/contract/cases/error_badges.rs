//! Badges that say what is wrong: 200 and a picture, and nothing to keep.

use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::expected::{Expected, usually};
use crate::server::Seeded;
use crate::visit::{GATE, MEASURE, Visit, badge, gate};

pub const CASES: &[Case] = &[
    on_servers(
        "a private project without a token is a picture of an error",
        no_token,
    )
    .and_cloud(Seen("error badges on sonarcloud.io")),
    on_servers(
        "a private project with a wrong token sounds the same",
        wrong_token,
    )
    .and_cloud(Seen("error badges on sonarcloud.io")),
    on_servers("an unknown project sounds the same", unknown_project)
        .and_cloud(Seen("error badges on sonarcloud.io")),
    on_servers("an unknown branch sounds the same", unknown_branch)
        .and_cloud(Inferred("as on Server")),
    on_servers(
        "a project that was never analysed has no measure",
        not_analysed,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers("an error is 20 pixels high and as wide as its words", size),
    on_servers(
        "an error is checked again each time and bears no ETag",
        not_kept,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers(
        "an error of 26.9 may be read by every origin, of 9.9 by none",
        cors,
    ),
    on_servers(
        "a badge without a metric is 400, after 9.9 only where the token is good",
        no_metric,
    ),
    on_servers("a badge without a project is 400", no_project),
    on_servers("a badge by POST is 405", by_post),
];

/// What a badge without a good token says.
pub fn missing() -> Expected<&'static str> {
    usually("Project has not been found")
        .on_cloud("Project not found", Seen("error badges on sonarcloud.io"))
}

fn no_token(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask(badge(&project, "coverage"))
        .is_error_picture(missing());
    at.ask(gate(&project)).is_error_picture(missing());
}

fn wrong_token(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.badge_token(&project);
    for token in ["wrong", "sqb_0123456789abcdef0123456789abcdef01234567"] {
        at.ask(badge(&project, "coverage").query("token", token))
            .is_error_picture(missing());
        at.ask(gate(&project).query("token", token))
            .is_error_picture(missing());
    }
}

fn unknown_project(at: &mut Visit<'_>) {
    at.ask(badge("there-is-none", "coverage"))
        .is_error_picture(missing());
    at.ask(gate("there-is-none")).is_error_picture(missing());
}

fn unknown_branch(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    let request = badge(&project, "coverage").query("branch", "there-is-none");
    at.ask(request.query("token", &token))
        .is_error_picture(missing());
}

fn not_analysed(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    for metric in ["coverage", "alert_status", "ncloc", "security_rating"] {
        at.ask(badge(&project, metric).query("token", &token))
            .is_error_picture("Measure has not been found");
    }
    at.ask(gate(&project).query("token", &token))
        .is_error_picture("Quality gate has not been found");
}

fn size(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    let reply = at.ask(badge(&project, "coverage"));
    let fits = reply.answer().body.contains(r#"height="20" width="164""#);
    reply.check(fits, "a picture of 164 by 20");
    let reply = at.ask(badge(&project, "coverage").query("token", &token));
    let fits = reply.answer().body.contains(r#"height="20" width="170""#);
    reply.check(fits, "a picture of 170 by 20");
    let reply = at.ask(gate(&project).query("token", &token));
    let fits = reply.answer().body.contains(r#"height="20" width="191""#);
    reply.check(fits, "a picture of 191 by 20");
}

fn not_kept(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let request = badge(&project, "coverage");
    at.ask(request.clone())
        .status(200)
        .header("cache-control", "no-cache")
        .no_header("etag");
    at.ask(request.with_header("if-none-match", "*"))
        .status(200);
}

fn cors(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask(badge(&project, "coverage"))
        .has_header("access-control-allow-origin", usually(true).on_9_9(false));
}

fn no_metric(at: &mut Visit<'_>) {
    let words = "The 'metric' parameter is missing";
    let project = at.seeded(Seeded::Fresh);
    let token = at.badge_token(&project);
    let request = Request::get(MEASURE).query("project", &project);
    at.ask(request.clone().query("token", &token))
        .status(400)
        .says(words);
    let reply = at.ask(request);
    if at.kind().is_9_9() {
        reply.status(400).says(words);
    } else {
        reply.is_error_picture(missing());
    }
}

fn no_project(at: &mut Visit<'_>) {
    at.ask(Request::get(MEASURE).query("metric", "coverage"))
        .status(400)
        .says("The 'project' parameter is missing");
    at.ask(Request::get(GATE))
        .status(400)
        .says("The 'project' parameter is missing");
}

fn by_post(at: &mut Visit<'_>) {
    at.ask(Request::post(GATE).field("project", "any"))
        .status(405)
        .says("HTTP method GET is required");
}
