//! The lists of projects for everybody: `api/components/search_projects` and
//! `api/components/search`. Cases ask for their own projects by `q`, since
//! others may be at work on the same server.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers(
        "search_projects lists what its reader may browse",
        favourites,
    ),
    on_servers(
        "search_projects is open to nobody who is let in",
        favourites_for_nobody,
    ),
    on_servers("search_projects takes no q, but a filter", favourites_query),
    on_servers(
        "search_projects tells the date of the analysis if asked",
        favourites_date,
    ),
    on_servers(
        "search_projects gives nothing past result 10,000",
        favourites_past,
    ),
    on_servers(
        "search_projects wants pages from 1 and sizes from 1 to 500",
        favourites_paging,
    ),
    on_servers("components/search wants to be told of what", unqualified),
    on_servers(
        "components/search lists what its reader may browse",
        searched,
    ),
    on_servers(
        "components/search finds nothing by a single letter",
        single_letter,
    ),
    on_servers(
        "components/search gives nothing past result 10,000",
        searched_past,
    ),
    on_servers(
        "components/search wants pages from 1 and sizes from 1 to 500",
        searched_paging,
    ),
];

const FAVOURITES: &str = "/api/components/search_projects";
const SEARCHED: &str = "/api/components/search?qualifiers=TRK";

fn filter(text: &str) -> Request {
    Request::get(FAVOURITES).query("filter", &format!("query = \"{text}\""))
}

fn favourites(at: &mut Visit<'_>) {
    let project = at.private_project();
    for (login, count) in [("ada", 1), ("bo", 1), ("cy", 0), ("dee", 0)] {
        let reply = at.ask_as(login, filter(&project));
        reply.status(200).field("/paging/total", json!(count));
    }
    at.ask_as("bo", filter(&project))
        .field("/components/0/key", json!(project))
        .field("/components/0/visibility", json!("private"))
        .field("/components/0/isFavorite", json!(false));
}

fn favourites_for_nobody(at: &mut Visit<'_>) {
    let project = at.public_project();
    let reply = at.ask(filter(&project));
    reply.status(usually(401).when_open(200));
    if !at.kind().forces() {
        reply
            .field("/components/0/key", json!(project))
            .field("/components/0/isFavorite", json!(null));
    }
}

fn favourites_query(at: &mut Visit<'_>) {
    let project = at.private_project();
    let request = filter("there-is-none");
    at.ask_as("bo", request).field("/paging/total", json!(0));
    at.ask_as("bo", filter(&project).query("q", "there-is-none"))
        .field("/paging/total", json!(1));
}

fn favourites_date(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    let reply = at.ask_as("bo", filter(&project).query("f", "analysisDate"));
    let date = reply.text_at("/components/0/analysisDate");
    reply.check(date.len() == 24, "a date such as 2026-11-22T00:58:47+0000");
    at.ask_as("bo", filter(&project))
        .field("/components/0/analysisDate", json!(null));
}

const PAST: &str = "Can return only the first 10000 results. 10500th result asked.";

fn favourites_past(at: &mut Visit<'_>) {
    let request = filter("there-is-none").query("ps", "500");
    at.ask_as("bo", request.clone().query("p", "21"))
        .status(400)
        .says(PAST);
    at.ask_as("bo", request.query("p", "20")).status(200);
}

fn favourites_paging(at: &mut Visit<'_>) {
    search_paging(at, FAVOURITES);
}

fn unqualified(at: &mut Visit<'_>) {
    at.ask_as("bo", Request::get("/api/components/search?q=any"))
        .status(400)
        .says("The 'qualifiers' parameter is missing");
}

fn searched(at: &mut Visit<'_>) {
    let project = at.private_project();
    for (login, count) in [("ada", 1), ("bo", 1), ("cy", 0), ("dee", 0)] {
        let reply = at.ask_as(login, Request::get(SEARCHED).query("q", &project));
        reply.status(200).field("/paging/total", json!(count));
    }
    at.ask_as("bo", Request::get(SEARCHED).query("q", &project))
        .field("/components/0/key", json!(project))
        .field("/components/0/visibility", json!(null));
}

fn single_letter(at: &mut Visit<'_>) {
    at.private_project();
    at.ask_as("bo", Request::get(SEARCHED).query("q", "c"))
        .status(200)
        .field("/paging/total", json!(0));
}

fn searched_past(at: &mut Visit<'_>) {
    let request = Request::get(SEARCHED).query("ps", "500").query("p", "21");
    at.ask_as("bo", request).status(400).says(PAST);
}

fn searched_paging(at: &mut Visit<'_>) {
    search_paging(at, SEARCHED);
}

fn search_paging(at: &mut Visit<'_>, list: &str) {
    for (name, value, words) in [
        ("ps", "501", "'ps' value (501) must be less than 500"),
        ("ps", "0", "Page size must be between 1 and 500 (got 0)"),
        ("p", "0", "Page must be greater or equal to 1 (got 0)"),
        (
            "p",
            "x",
            "The 'p' parameter cannot be parsed as an integer value: x",
        ),
    ] {
        at.ask_as("bo", Request::get(list).query(name, value))
            .status(400)
            .says(words);
    }
}
