//! `api/navigation/component`.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::Visit;

pub const CASES: &[Case] = &[
    on_servers(
        "an administrator finds the settings of a project",
        administrator,
    )
    .and_cloud(Seen("configuration.showSettings on sonarcloud.io")),
    on_servers(
        "who has Browse finds a project without its settings",
        browse,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers(
        "an administrator without Browse finds a project, and is told so",
        no_browse,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers(
        "who has no permission does not find a project",
        no_permission,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers("nobody does not find a private project", nobody),
    on_servers("a public project is found by all who are let in", public),
    on_servers("an unknown project is 404 and named", unknown),
    on_servers("an unknown branch is 404 and named", unknown_branch),
    on_servers("a component must be asked for", no_component),
    on_servers(
        "a Server knows of no organization and tells no badge token",
        no_organization,
    ),
];

fn component(key: &str) -> Request {
    Request::get("/api/navigation/component").query("component", key)
}

fn administrator(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("ada", component(&project))
        .status(200)
        .field("/key", json!(project))
        .field("/name", json!("Fresh"))
        .field("/visibility", json!("private"))
        .field("/configuration/showSettings", json!(true))
        .field("/configuration/canBrowseProject", json!(true));
}

fn browse(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("bo", component(&project))
        .status(200)
        .field("/name", json!("Fresh"))
        .field("/configuration", json!(null));
}

fn no_browse(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("cy", component(&project))
        .status(200)
        .field("/name", json!("Fresh"))
        .field("/configuration/showSettings", json!(true))
        .field("/configuration/canBrowseProject", json!(false));
}

fn no_permission(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("dee", component(&project))
        .status(403)
        .says("Insufficient privileges");
}

fn nobody(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask(component(&project))
        .status(usually(401).when_open(403));
}

fn public(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    at.ask_as("dee", component(&project))
        .status(200)
        .field("/visibility", json!("public"));
    at.ask(component(&project))
        .status(usually(401).when_open(200));
}

fn unknown(at: &mut Visit<'_>) {
    at.ask_as("dee", component("there-is-none"))
        .status(404)
        .says("Component key 'there-is-none' not found");
}

fn unknown_branch(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("ada", component(&project).query("branch", "there-is-none"))
        .status(404)
        .says_that(&format!(
            "Component '{project}' on branch 'there-is-none' not found"
        ));
}

fn no_component(at: &mut Visit<'_>) {
    at.ask_as("ada", Request::get("/api/navigation/component"))
        .status(400)
        .says("The 'component' parameter is missing");
}

fn no_organization(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    at.ask_as("ada", component(&project))
        .field("/organization", json!(null))
        .field("/badgeToken", json!(null));
}
