//! `api/components/show`.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::Documented;
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers("who has Browse is shown a project", browse)
        .and_cloud(Documented("api/components/show is public on Cloud")),
    on_servers(
        "an administrator without Browse is not shown a project",
        no_browse,
    )
    .and_cloud(Documented("it requires Browse")),
    on_servers(
        "who has no permission is not shown a project",
        no_permission,
    )
    .and_cloud(Documented("it requires Browse")),
    on_servers("nobody is not shown a private project", nobody),
    on_servers("a public project is shown to all who are let in", public),
    on_servers("to show an unknown project is 404", unknown),
    on_servers("to show no project is 400", no_component),
    on_servers(
        "a project that was never analysed has no date",
        never_analysed,
    ),
    on_servers("an analysed project has the date and a version", analysed),
];

fn show(key: &str) -> Request {
    Request::get("/api/components/show").query("component", key)
}

fn browse(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    for login in ["ada", "bo"] {
        at.ask_as(login, show(&project))
            .status(200)
            .field("/component/key", json!(project))
            .field("/component/visibility", json!("private"));
    }
}

fn no_browse(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("cy", show(&project))
        .status(403)
        .says("Insufficient privileges");
}

fn no_permission(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("dee", show(&project))
        .status(403)
        .says("Insufficient privileges");
}

fn nobody(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask(show(&project)).status(usually(401).when_open(403));
}

fn public(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    at.ask_as("dee", show(&project)).status(200);
    at.ask(show(&project)).status(usually(401).when_open(200));
}

fn unknown(at: &mut Visit<'_>) {
    at.ask_as("ada", show("there-is-none"))
        .status(404)
        .says("Component key 'there-is-none' not found");
}

fn no_component(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::get("/api/components/show"))
        .status(400)
        .says("The 'component' parameter is missing");
}

fn never_analysed(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("bo", show(&project))
        .field("/component/analysisDate", json!(null))
        .field("/component/version", json!(null));
}

fn analysed(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    let reply = at.ask_as("bo", show(&project));
    let date = reply.text_at("/component/analysisDate");
    let looks = date.len() == 24 && date.ends_with("+0000");
    reply.check(looks, "a date such as 2026-11-22T00:58:47+0000");
    let version = reply.text_at("/component/version");
    reply.check(!version.is_empty(), "a version");
}
