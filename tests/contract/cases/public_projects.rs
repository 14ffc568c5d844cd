//! Public projects: whose token everybody may read, and whose badges need it
//! only where signing in is forced.

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::expected::usually;
use crate::reply::Reply;
use crate::server::Seeded;
use crate::visit::{Visit, badge, gate, reading, renewal};

const MISSING: &str = "Project has not been found";

pub const CASES: &[Case] = &[
    on_servers(
        "everybody signed in reads a public project's token",
        signed_in,
    ),
    on_servers(
        "nobody reads a public project's token unless signing in is forced",
        nobody_reads,
    ),
    on_servers("nobody renews a public project's token", nobody_renews),
    on_servers(
        "a public project's badge needs a token where signing in is forced",
        no_token,
    )
    .and_cloud(Seen(
        "badges of public projects on sonarcloud.io bear no token",
    )),
    on_servers(
        "a bad token spoils a public project's badge where signing in is forced",
        bad_token,
    )
    .and_cloud(Inferred(
        "the token is looked at for private projects only, as on Server",
    )),
    on_servers(
        "a good token shows a public project's badge everywhere",
        good_token,
    )
    .and_cloud(Inferred("as on Server")),
    on_servers(
        "the quality gate of a public project follows the same rules",
        quality_gate,
    ),
];

fn signed_in(at: &mut Visit<'_>) {
    let project = at.public_project();
    for login in ["ada", "bo", "cy", "dee"] {
        at.ask_as(login, reading(&project)).status(200);
    }
    at.ask_as("dee", renewal(&project)).status(403);
}

fn nobody_reads(at: &mut Visit<'_>) {
    let project = at.public_project();
    let reply = at.ask(reading(&project));
    reply.status(usually(401).when_open(200));
    if at.kind().forces() {
        reply.is_empty();
    } else {
        let token = reply.text_at("/token");
        let same = at.ask_as("ada", reading(&project));
        same.check(
            same.text_at("/token") == token,
            "the token that nobody read",
        );
    }
}

fn nobody_renews(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    at.ask(renewal(&project))
        .status(usually(401).when_open(403));
}

fn no_token(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    shown_unless_forced(&at.ask(badge(&project, "coverage")));
}

fn bad_token(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Public);
    let request = badge(&project, "coverage").query("token", "sqb_invented");
    shown_unless_forced(&at.ask(request));
}

fn shown_unless_forced(reply: &Reply) {
    if reply.kind.forces() {
        reply.is_error_picture(MISSING);
    } else {
        reply.is_good_picture();
    }
}

fn good_token(at: &mut Visit<'_>) {
    let project = at.public_project();
    let token = at.badge_token(&project);
    at.ask(badge(&project, "coverage").query("token", &token))
        .is_error_picture("Measure has not been found");
}

fn quality_gate(at: &mut Visit<'_>) {
    let project = at.public_project();
    let unmeasured = "Quality gate has not been found";
    at.ask(gate(&project))
        .is_error_picture(usually(MISSING).when_open(unmeasured));
    let token = at.badge_token(&project);
    at.ask(gate(&project).query("token", &token))
        .is_error_picture(unmeasured);
}
