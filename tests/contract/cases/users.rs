//! `api/users/current`: who am I?

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::expected::usually;
use crate::visit::{CURRENT, Visit};

pub const CASES: &[Case] = &[
    on_servers("a session is told its login and name", session)
        .and_cloud(Seen("the fields that Cloud's web UI reads")),
    on_servers(
        "nobody is told so, or gets an empty 401 where signing in is forced",
        nobody,
    )
    .and_cloud(Seen("the field isLoggedIn for nobody")),
    on_servers("an access token is told whose it is", access_token)
        .and_cloud(Inferred("access tokens stand for their people")),
    on_servers(
        "a system administrator is told the permission",
        administrator,
    ),
];

fn session(at: &mut Visit<'_>) {
    at.ask_as("bo", Request::get(CURRENT))
        .status(200)
        .header("content-type", "application/json")
        .field("/isLoggedIn", json!(true))
        .field("/login", json!("bo"))
        .field("/name", json!("Bo"));
}

fn nobody(at: &mut Visit<'_>) {
    let reply = at.ask(Request::get(CURRENT));
    if at.kind().forces() {
        reply.status(401).is_empty();
    } else {
        reply.status(200).field("/isLoggedIn", json!(false));
        reply.field("/login", json!(null));
    }
}

fn access_token(at: &mut Visit<'_>) {
    let token = at.access_token("bo");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200)
        .field("/login", json!("bo"));
}

fn administrator(at: &mut Visit<'_>) {
    let admin = json!("admin");
    let reply = at.ask_as("ada", Request::get(CURRENT));
    reply.field("/permissions/global/0", usually(admin.clone()));
    let reply = at.ask_as("bo", Request::get(CURRENT));
    let global = reply.at("/permissions/global");
    let lacks = !global.as_array().is_some_and(|all| all.contains(&admin));
    reply.check(lacks, "no permission admin");
}
