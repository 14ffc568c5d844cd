//! Who may read a private project's badge token, and who may renew it.

use stand_in::Visibility;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::Inferred;
use crate::expected::{Expected, usually};
use crate::server::Seeded;
use crate::visit::{Visit, reading, renewal};

pub const CASES: &[Case] = &[
    on_servers("an administrator with Browse reads the token", |at| {
        reads(at, "ada", 200)
    })
    .and_cloud(Inferred("the web UI shows administrators their tokens")),
    on_servers("an administrator with Browse renews the token", |at| {
        renews(at, "ada", 204)
    })
    .and_cloud(Inferred("as on Server")),
    on_servers("who has Browse reads the token", |at| reads(at, "bo", 200))
        .and_cloud(Inferred("the web UI shows the token on the project's page")),
    on_servers("who has only Browse does not renew the token", |at| {
        renews(at, "bo", 403)
    })
    .and_cloud(Inferred("as on Server")),
    on_servers(
        "an administrator without Browse does not read the token",
        |at| reads(at, "cy", 403),
    )
    .and_cloud(Inferred("as on Server")),
    on_servers("an administrator without Browse renews the token", |at| {
        renews(at, "cy", 204)
    })
    .and_cloud(Inferred("as on Server")),
    on_servers("who has no permission does not read the token", |at| {
        reads(at, "dee", 403)
    })
    .and_cloud(Inferred("as on Server")),
    on_servers("who has no permission does not renew the token", |at| {
        renews(at, "dee", 403)
    })
    .and_cloud(Inferred("as on Server")),
    on_servers("nobody does not read the token", |at| nobody(at, false))
        .and_cloud(Inferred("as on a Server that forces authentication")),
    on_servers("nobody does not renew the token", |at| nobody(at, true))
        .and_cloud(Inferred("as on a Server that forces authentication")),
    on_servers(
        "a system administrator needs the project's permissions too",
        system,
    ),
    on_servers("who administers a project administers no other", another),
];

fn reads(at: &mut Visit<'_>, login: &str, status: u16) {
    let project = at.seeded(Seeded::Fresh);
    let reply = at.ask_as(login, reading(&project));
    reply.status(status);
    if status == 403 {
        reply.says("Insufficient privileges");
    }
}

fn renews(at: &mut Visit<'_>, login: &str, status: u16) {
    let project = at.private_project();
    let reply = at.ask_as(login, renewal(&project));
    reply.status(status);
    match status {
        403 => reply.says("Insufficient privileges"),
        _ => reply.is_empty(),
    };
}

/// Where signing in is not forced, a Server speaks of permissions to nobody too.
fn nobody(at: &mut Visit<'_>, renewing: bool) {
    let project = at.private_project();
    let request = if renewing {
        renewal(&project)
    } else {
        reading(&project)
    };
    let reply = at.ask(request);
    let status: Expected<u16> = usually(401)
        .when_open(403)
        .on_cloud(401, Inferred("as on a Server that forces authentication"));
    reply.status(status);
    if reply.answer().status == 401 {
        reply.is_empty();
    } else {
        reply.says("Insufficient privileges");
    }
}

fn system(at: &mut Visit<'_>) {
    let project = at.project(Visibility::Private, &[("bo", true, true)]);
    at.ask_as("ada", reading(&project)).status(403);
    at.ask_as("ada", renewal(&project)).status(403);
    at.ask_as("bo", reading(&project)).status(200);
    at.ask_as("bo", renewal(&project)).status(204);
}

fn another(at: &mut Visit<'_>) {
    let mine = at.project(Visibility::Private, &[("bo", true, true)]);
    let other = at.project(Visibility::Private, &[("cy", true, true)]);
    at.ask_as("bo", renewal(&mine)).status(204);
    at.ask_as("bo", renewal(&other)).status(403);
}
