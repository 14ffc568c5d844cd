//! `api/projects/search_my_projects`: what its caller administers. It cannot be
//! asked for single projects, so that only `dee` asks, who administers none but
//! in the one case here.

use serde_json::json;
use stand_in::{Request, Visibility};

use crate::case::{Case, on_servers};
use crate::expected::Evidence::Inferred;
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers(
        "search_my_projects lists what its caller administers, seen or not",
        administered,
    )
    .and_cloud(Inferred(
        "Cloud's public list of its web API names it; what it answers is as on Server",
    )),
    on_servers("search_my_projects is for who is signed in", nobody)
        .and_cloud(Inferred("as on Server")),
    on_servers(
        "search_my_projects wants sizes up to 500, and numbers",
        paging,
    )
    .and_cloud(Inferred("as on Server")),
];

const MINE: &str = "/api/projects/search_my_projects";

fn administered(at: &mut Visit<'_>) {
    at.ask_as("dee", Request::get(MINE))
        .status(200)
        .field("/paging/total", json!(0))
        .field("/projects", json!([]));
    let one = at.project(Visibility::Private, &[("dee", false, true)]);
    let other = at.project(Visibility::Public, &[("dee", true, true)]);
    at.project(Visibility::Private, &[("dee", true, false)]);
    at.ask_as("dee", Request::get(MINE))
        .status(200)
        .field("/paging/total", json!(2))
        .field("/projects/0/key", json!(one))
        .field("/projects/0/visibility", json!(null))
        .field("/projects/1/key", json!(other));
    let analysed = at.seeded(Seeded::Analysed);
    at.let_administer(&analysed, "dee", true);
    // 26.9 has its capital first, 9.9 does not mind capitals.
    let place = if at.kind().is_9_9() { 2 } else { 0 };
    let reply = at.ask_as("dee", Request::get(MINE));
    reply
        .field(&format!("/projects/{place}/key"), json!(analysed))
        .field(&format!("/projects/{place}/qualityGate"), json!("OK"));
    let date = reply.text_at(&format!("/projects/{place}/lastAnalysisDate"));
    reply.check(date.len() == 24, "a date such as 2026-11-22T00:58:47+0000");

    let page = |size: &str, number: &str| {
        let request = Request::get(MINE);
        request.query("ps", size).query("p", number)
    };
    let last = if at.kind().is_9_9() {
        &analysed
    } else {
        &other
    };
    at.ask_as("dee", page("2", "2"))
        .field("/paging/total", json!(3))
        .field("/projects/0/key", json!(last))
        .field("/projects/1", json!(null));
    at.ask_as("dee", page("500", "21"))
        .status(200)
        .field("/paging/total", json!(3))
        .field("/projects", json!([]));
    for (page, words) in [
        (page("0", "1"), "page size must be >= 1"),
        (page("1", "0"), "page index must be >= 1"),
    ] {
        let reply = at.ask_as("dee", page);
        reply.status(usually(400).on_9_9(200));
        if !at.kind().is_9_9() {
            reply.says_that(words);
        }
    }
    let narrowed = Request::get(MINE).query("q", "there-is-none");
    at.ask_as("dee", narrowed.query("organization", "there-is-none"))
        .field("/paging/total", json!(3));

    at.let_administer(&one, "dee", false);
    at.let_administer(&other, "dee", false);
    at.let_administer(&analysed, "dee", false);
    at.ask_as("dee", Request::get(MINE))
        .field("/paging/total", json!(0));
}

fn nobody(at: &mut Visit<'_>) {
    at.ask(Request::get(MINE)).status(401);
}

fn paging(at: &mut Visit<'_>) {
    for (name, value, words) in [
        ("ps", "501", "'ps' value (501) must be less than 500"),
        (
            "p",
            "x",
            "The 'p' parameter cannot be parsed as an integer value: x",
        ),
    ] {
        at.ask_as("bo", Request::get(MINE).query(name, value))
            .status(400)
            .says(words);
    }
    at.ask_as("bo", Request::post(MINE))
        .status(405)
        .says("HTTP method GET is required");
}
