//! What a host says of itself: `api/webservices/list`, version and status.

use serde_json::{Value, json};
use stand_in::{Profile, Request};

use crate::case::{Case, on_cloud, on_servers};
use crate::expected::Evidence::{Documented, Seen};
use crate::expected::usually;
use crate::reply::Reply;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers("the list of web services names token and renewal", listed),
    on_servers(
        "the list tells which calls are POSTs and what they need",
        described,
    ),
    on_servers("internal actions are listed only if asked for", internals),
    on_servers(
        "the list of web services is for those who are let in",
        nobody,
    ),
    on_servers("everybody is told the version", version),
    on_servers("everybody is told the status", status),
    on_cloud(
        &[Profile::CloudFull],
        Seen("Cloud's public lists of 2022 and 2026 name the badges' pictures only"),
        "Cloud lists neither token nor renewal unless internal actions are asked for",
        cloud_lists,
    ),
    on_cloud(
        &[Profile::CloudTokenInNavigation, Profile::CloudNeither],
        Documented("what is not listed with include_internals is not there"),
        "a Cloud without token and renewal does not list them at all",
        cloud_lacks,
    ),
];

fn list(internals: bool) -> Request {
    let request = Request::get("/api/webservices/list");
    if internals {
        request.query("include_internals", "true")
    } else {
        request
    }
}

/// An action of `api/project_badges`.
fn action(reply: &Reply, key: &str) -> Value {
    let services = reply.at("/webServices");
    let services = services.as_array().cloned().unwrap_or_default();
    services
        .iter()
        .filter(|service| service["path"] == "api/project_badges")
        .flat_map(|service| service["actions"].as_array().cloned().unwrap_or_default())
        .find(|action| action["key"] == key)
        .unwrap_or_default()
}

fn listed(at: &mut Visit<'_>) {
    let reply = at.ask_as("dee", list(false));
    reply.status(200);
    for key in ["measure", "quality_gate", "token", "renew_token"] {
        let there = action(&reply, key)["key"] == key;
        reply.check(there, &format!("the action {key}"));
    }
}

fn described(at: &mut Visit<'_>) {
    let reply = at.ask_as("dee", list(false));
    for (key, post) in [("token", false), ("renew_token", true)] {
        let action = action(&reply, key);
        reply.check(action["post"] == post, &format!("whether {key} is a POST"));
        let parameter = &action["params"][0];
        let needs = parameter["key"] == "project" && parameter["required"] == true;
        reply.check(needs, &format!("{key} to need a project"));
    }
}

fn internals(at: &mut Visit<'_>) {
    let named = |reply: &Reply| reply.answer().body.contains("\"search_projects\"");
    let reply = at.ask_as("dee", list(false));
    reply.check(!named(&reply), "no search_projects");
    let reply = at.ask_as("dee", list(true));
    reply.check(named(&reply), "search_projects");
}

fn nobody(at: &mut Visit<'_>) {
    at.ask(list(false)).status(usually(401).when_open(200));
}

fn version(at: &mut Visit<'_>) {
    let wanted = if at.kind().is_9_9() { "9.9." } else { "26.9." };
    let reply = at.ask(Request::get("/api/server/version"));
    reply.status(200).header("content-type", "text/plain");
    let fits = reply.answer().body.starts_with(wanted);
    reply.check(fits, &format!("a version {wanted}…"));
}

fn status(at: &mut Visit<'_>) {
    at.ask(Request::get("/api/system/status"))
        .status(200)
        .field("/status", json!("UP"));
}

fn cloud_lists(at: &mut Visit<'_>) {
    let reply = at.ask(list(false));
    for key in ["token", "renew_token"] {
        reply.check(action(&reply, key).is_null(), &format!("no action {key}"));
    }
    let reply = at.ask(list(true));
    for key in ["token", "renew_token"] {
        let internal = action(&reply, key)["internal"] == true;
        reply.check(internal, &format!("the internal action {key}"));
    }
}

fn cloud_lacks(at: &mut Visit<'_>) {
    let reply = at.ask(list(true));
    for key in ["token", "renew_token"] {
        reply.check(action(&reply, key).is_null(), &format!("no action {key}"));
    }
}
