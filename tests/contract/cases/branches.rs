//! `api/project_branches/list`.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers("a new project has a main branch", main_branch),
    on_servers(
        "the branches of an analysed project say when and how",
        analysed,
    ),
    on_servers(
        "everybody signed in lists the branches of any project",
        everybody,
    ),
    on_servers("nobody lists the branches of a private project", nobody),
    on_servers(
        "nobody lists the branches of a public project if let in",
        public,
    ),
    on_servers(
        "branches of an unknown project are 404, unlike its token",
        unknown,
    ),
    on_servers("branches of no project are 400", no_project),
];

fn branches(key: &str) -> Request {
    Request::get("/api/project_branches/list").query("project", key)
}

fn main_branch(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let reply = at.ask_as("ada", branches(&project));
    reply
        .status(200)
        .field("/branches/0/name", json!("main"))
        .field("/branches/0/isMain", json!(true))
        .field("/branches/0/type", json!("BRANCH"))
        .field("/branches/0/status", json!({}))
        .field("/branches/1", json!(null));
    let id = reply.at("/branches/0/branchId");
    reply.check(id.is_null() == at.kind().is_9_9(), "a branchId since 9.9");
}

fn analysed(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    let reply = at.ask_as("ada", branches(&project));
    reply.field("/branches/0/isMain", json!(true));
    let date = reply.text_at("/branches/0/analysisDate");
    let gate = reply.text_at("/branches/0/status/qualityGateStatus");
    reply.check(date.len() == 24, "a date such as 2026-11-22T00:58:47+0000");
    reply.check(["OK", "ERROR"].contains(&gate.as_str()), "a quality gate");
}

/// Who may scan may list branches, and everybody signed in may.
fn everybody(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    for login in ["ada", "bo", "cy", "dee"] {
        at.ask_as(login, branches(&project)).status(200);
    }
}

fn nobody(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask(branches(&project))
        .status(usually(401).when_open(403));
}

fn public(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    at.ask(branches(&project))
        .status(usually(401).when_open(200));
}

fn unknown(at: &mut Visit<'_>) {
    at.ask_as("ada", branches("there-is-none"))
        .status(404)
        .says("Project 'there-is-none' not found");
}

fn no_project(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::get("/api/project_branches/list"))
        .status(400)
        .says("The 'project' parameter is missing");
}
