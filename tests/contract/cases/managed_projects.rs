//! `api/projects/search`, the list for administrators of the system.

use serde_json::json;
use stand_in::{Request, Visibility};

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers(
        "projects/search is for system administrators",
        administrators_only,
    ),
    on_servers(
        "projects/search lists projects that its reader may not browse",
        not_browsed,
    ),
    on_servers(
        "projects/search takes a part of the key, or whole keys",
        query,
    ),
    on_servers(
        "projects/search has empty pages past its end, without end",
        past,
    ),
    on_servers(
        "projects/search wants pages from 1 and sizes from 1 to 500",
        paging,
    ),
    on_servers("a Server ignores the organization of a list", organization),
];

const MANAGED: &str = "/api/projects/search";

fn administrators_only(at: &mut Visit<'_>) {
    let project = at.private_project();
    let request = Request::get(MANAGED).query("q", &project);
    at.ask_as("ada", request.clone())
        .status(200)
        .field("/paging/total", json!(1))
        .field("/components/0/key", json!(project))
        .field("/components/0/visibility", json!("private"));
    for login in ["bo", "cy", "dee"] {
        at.ask_as(login, request.clone())
            .status(403)
            .says("Insufficient privileges");
    }
    at.ask(request).status(usually(401).when_open(403));
}

fn not_browsed(at: &mut Visit<'_>) {
    let project = at.project(Visibility::Private, &[("bo", true, true)]);
    at.ask_as("ada", Request::get(MANAGED).query("q", &project))
        .field("/components/0/key", json!(project));
}

fn query(at: &mut Visit<'_>) {
    let (one, other) = (at.private_project(), at.private_project());
    let part = &one[..one.len() - 2];
    at.ask_as("ada", Request::get(MANAGED).query("q", part))
        .field("/paging/total", json!(2));
    let capitals = Request::get(MANAGED).query("q", &one.to_uppercase());
    at.ask_as("ada", capitals).field("/paging/total", json!(1));
    let keys = format!("{other},there-is-none");
    at.ask_as("ada", Request::get(MANAGED).query("projects", &keys))
        .field("/paging/total", json!(1))
        .field("/components/0/key", json!(other));
}

fn past(at: &mut Visit<'_>) {
    let project = at.private_project();
    let request = Request::get(MANAGED).query("q", &project);
    at.ask_as("ada", request.query("p", "21").query("ps", "500"))
        .status(200)
        .field("/paging/pageIndex", json!(21))
        .field("/paging/pageSize", json!(500))
        .field("/components", json!([]));
}

fn paging(at: &mut Visit<'_>) {
    for (name, value, words) in [
        ("ps", "501", "'ps' value (501) must be less than 500"),
        ("ps", "0", "Page size must be strictly positive. Got 0"),
        ("p", "0", "Page index must be strictly positive. Got 0"),
        (
            "p",
            "x",
            "The 'p' parameter cannot be parsed as an integer value: x",
        ),
    ] {
        at.ask_as("ada", Request::get(MANAGED).query(name, value))
            .status(400)
            .says(words);
    }
}

fn organization(at: &mut Visit<'_>) {
    let project = at.private_project();
    let request = Request::get(MANAGED).query("organization", "there-is-none");
    at.ask_as("ada", request.query("q", &project))
        .status(200)
        .field("/paging/total", json!(1));
}
