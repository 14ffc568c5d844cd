//! What a host does not have.

use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers("an unknown action is 404 and named", action),
    on_servers("an unknown action is the same by POST", by_post),
    on_servers(
        "an unknown action is 401 to nobody where signing in is forced",
        nobody,
    ),
    on_servers("a Server has no organizations", organizations),
    on_servers("the Community Build lists no pull requests", pull_requests),
    on_servers(
        "the Community Build has no badge of AI code assurance",
        ai_code_assurance,
    ),
];

fn action(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::get("/api/project_badges/no_such_action"))
        .status(404)
        .header("content-type", "application/json")
        .says("Unknown url : /api/project_badges/no_such_action");
}

fn by_post(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::post("/api/no_such_service/no_such_action"))
        .status(404)
        .says("Unknown url : /api/no_such_service/no_such_action");
}

fn nobody(at: &mut Visit<'_>) {
    at.ask(Request::get("/api/project_badges/no_such_action"))
        .status(usually(401).when_open(404));
}

fn organizations(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::get("/api/organizations/search?member=true"))
        .status(404)
        .says("Unknown url : /api/organizations/search");
}

fn pull_requests(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    for login in ["ada", "dee"] {
        let request = Request::get("/api/project_pull_requests/list").query("project", &project);
        at.ask_as(login, request)
            .status(404)
            .says("Unknown url : /api/project_pull_requests/list");
    }
}

fn ai_code_assurance(at: &mut Visit<'_>) {
    let request = Request::get("/api/project_badges/ai_code_assurance").query("project", "any");
    at.ask_as("ada", request.clone())
        .status(404)
        .says("Unknown url : /api/project_badges/ai_code_assurance");
    at.ask(request).status(usually(404).on_9_9(401));
}
