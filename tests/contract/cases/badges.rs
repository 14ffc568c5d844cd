//! Badges that show something.

use crate::case::{Case, on_servers};
use crate::cases::error_badges::missing;
use crate::comparison::pictures::texts;
use crate::expected::Evidence::{Inferred, Seen};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::{Visit, badge, gate};

pub const CASES: &[Case] = &[
    on_servers("a badge of a measure shows its name and its value", measure)
        .and_cloud(Seen("badges on sonarcloud.io")),
    on_servers(
        "a badge of the quality gate says whether it passed",
        quality_gate,
    )
    .and_cloud(Seen("badges on sonarcloud.io")),
    on_servers("a quality gate that was not passed is told so", failed_gate)
        .and_cloud(Seen("badges on sonarcloud.io")),
    on_servers("a good badge is checked again each time, by its ETag", etag)
        .and_cloud(Inferred("as on Server")),
    on_servers("a badge that has not changed is 304", not_modified)
        .and_cloud(Inferred("as on Server")),
    on_servers("a badge whose ETag is another one is sent", modified)
        .and_cloud(Inferred("as on Server")),
    on_servers(
        "a badge of 26.9 may be read by every origin, of 9.9 by none",
        cors,
    )
    .and_cloud(Inferred("as on Server 26.9")),
    on_servers(
        "a badge by the main branch's name is the badge",
        main_branch,
    ),
    on_servers("a badge looks at no session", no_session).and_cloud(Inferred("as on Server")),
    on_servers("a badge looks at no access token", no_access_token)
        .and_cloud(Inferred("as on Server")),
    on_servers(
        "a bad access token beside a badge does no harm",
        bad_access_token,
    ),
    on_servers(
        "one token opens the badge of every branch there is",
        every_branch,
    ),
];

/// The analysed project, and its token.
fn analysed(at: &mut Visit<'_>) -> (String, String) {
    let project = at.seeded(Seeded::Analysed);
    let token = at.badge_token(&project);
    (project, token)
}

fn measure(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let reply = at.ask(badge(&project, "coverage").query("token", &token));
    reply.is_good_picture();
    let drawn = texts(&reply.answer().body);
    let fits = drawn.contains("coverage") && drawn.iter().any(|text| text.ends_with('%'));
    reply.check(fits, "the words coverage and so many %");
}

fn quality_gate(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let reply = at.ask(gate(&project).query("token", &token));
    reply.is_good_picture();
    let told = "<!-- SONARQUBE QUALITY GATE PASS -->";
    reply.check(reply.answer().body.contains(told), told);
}

fn failed_gate(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Failed);
    let token = at.badge_token(&project);
    let reply = at.ask(gate(&project).query("token", &token));
    reply.is_good_picture();
    let told = "<!-- SONARQUBE QUALITY GATE FAIL -->";
    reply.check(reply.answer().body.contains(told), told);
    let reply = at.ask(badge(&project, "alert_status").query("token", &token));
    let drawn = texts(&reply.answer().body);
    reply.check(drawn.contains("failed"), "the word failed");
}

fn etag(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let reply = at.ask(badge(&project, "coverage").query("token", &token));
    reply
        .has_header("etag", true)
        .header("cache-control", "no-cache")
        .header("content-type", "image/svg+xml");
    let tag = reply.answer().header("etag").unwrap_or_default();
    let number = tag.strip_prefix("W/").map(str::parse::<i64>);
    reply.check(
        matches!(number, Some(Ok(_))),
        "W/ and a number without quotes",
    );
}

fn not_modified(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    for request in [badge(&project, "coverage"), gate(&project)] {
        let request = request.query("token", &token);
        let reply = at.ask(request.clone());
        let tag = reply.answer().header("etag").unwrap_or_default().to_owned();
        at.ask(request.with_header("if-none-match", &tag))
            .status(304)
            .is_empty()
            .no_header("etag");
    }
}

fn modified(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let request = badge(&project, "coverage").query("token", &token);
    at.ask(request.with_header("if-none-match", "W/123"))
        .is_good_picture();
}

fn cors(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    at.ask(badge(&project, "coverage").query("token", &token))
        .is_good_picture()
        .has_header("access-control-allow-origin", usually(true).on_9_9(false));
}

fn main_branch(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let request = badge(&project, "coverage").query("token", &token);
    let plain = at.ask(request.clone()).answer().body.clone();
    let named = at.ask(request.query("branch", "main"));
    named.check(named.answer().body == plain, "the same picture");
}

fn no_session(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    at.ask_as("ada", badge(&project, "coverage"))
        .is_error_picture(missing());
}

fn no_access_token(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    let token = at.access_token("ada");
    at.ask(badge(&project, "coverage").with_basic(&token, ""))
        .is_error_picture(missing());
}

fn bad_access_token(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let request = badge(&project, "coverage").query("token", &token);
    at.ask(request.with_basic("squ_invented", ""))
        .is_good_picture();
}

fn every_branch(at: &mut Visit<'_>) {
    let (project, token) = analysed(at);
    let list = stand_in::Request::get("/api/project_branches/list").query("project", &project);
    let list = at.ask_as("ada", list).status(200).json();
    for branch in list["branches"].as_array().into_iter().flatten() {
        let name = branch["name"].as_str().unwrap_or_default();
        let request = badge(&project, "ncloc").query("branch", name);
        at.ask(request.query("token", &token)).is_good_picture();
    }
}
