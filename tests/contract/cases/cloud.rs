//! Where Cloud departs from Server, and on what evidence. No Cloud can be
//! installed, so that the stand-in alone is asked.

use serde_json::json;
use stand_in::{Profile, Request};

use crate::case::{Case, on_cloud};
use crate::expected::Evidence::{Documented, Inferred, Seen, UserReport};
use crate::server::Seeded;
use crate::visit::{CURRENT, Visit, badge, reading, renewal};

const EVERY: &[Profile] = &[
    Profile::CloudFull,
    Profile::CloudTokenInNavigation,
    Profile::CloudNeither,
    Profile::CloudTokenWithoutRenewal,
];
const FULL: &[Profile] = &[Profile::CloudFull];

pub const CASES: &[Case] = &[
    on_cloud(
        EVERY,
        Seen("sonarcloud.io, whose web UI reads it"),
        "navigation/component and components/show tell the organization",
        organization,
    ),
    on_cloud(
        EVERY,
        Seen("Sonar's own command line lists them so"),
        "organizations/search lists one's own organizations",
        organizations,
    ),
    on_cloud(
        EVERY,
        Documented("api/projects/search on Cloud requires nothing but the organization"),
        "projects/search is for everybody, one organization at a time",
        projects,
    ),
    on_cloud(
        FULL,
        Inferred("it is a search there, as components/search is on Server"),
        "projects/search gives nothing past result 10,000 on Cloud",
        projects_past,
    ),
    on_cloud(
        FULL,
        Inferred("the web UI shows and renews badge tokens; by which calls is not public"),
        "a Cloud that offers everything tells and renews tokens",
        offers_all,
    ),
    on_cloud(
        &[Profile::CloudTokenInNavigation],
        UserReport("an integrator, 2022 and later: the token stands in badgeToken"),
        "a Cloud may tell the token in navigation/component only",
        token_in_navigation,
    ),
    on_cloud(
        &[
            Profile::CloudTokenInNavigation,
            Profile::CloudNeither,
            Profile::CloudTokenWithoutRenewal,
        ],
        Inferred("an action that a host lacks is unknown there, as on Server"),
        "a Cloud may lack the renewal",
        no_renewal,
    ),
    on_cloud(
        FULL,
        Seen("tokens on sonarcloud.io have no prefix"),
        "a token of Cloud is 40 hexadecimal digits without a prefix",
        plain_token,
    ),
    on_cloud(
        FULL,
        Documented("branches are LONG or SHORT on Cloud"),
        "branches of Cloud live long or short",
        branch_types,
    ),
    on_cloud(
        EVERY,
        Seen("the logos' addresses in READMEs"),
        "Cloud has logos that need no token",
        logos,
    ),
    on_cloud(
        EVERY,
        Inferred("as on a Server that lets nobody in"),
        "a session that has ended is nobody's on Cloud",
        ended_session,
    ),
    on_cloud(
        EVERY,
        Inferred("its cookie is readable by script, and nothing is known of a header"),
        "Cloud tells no XSRF token in a header",
        no_xsrf_header,
    ),
    on_cloud(
        FULL,
        Documented("the pull requests of a project"),
        "Cloud lists pull requests",
        pull_requests,
    ),
];

fn organization(at: &mut Visit<'_>) {
    let project = at.private_project();
    let acme = json!("acme-payments");
    let request = Request::get("/api/navigation/component").query("component", &project);
    at.ask_as("bo", request)
        .status(200)
        .field("/organization", acme.clone());
    let request = Request::get("/api/components/show").query("component", &project);
    at.ask_as("bo", request)
        .status(200)
        .field("/component/organization", acme);
}

fn organizations(at: &mut Visit<'_>) {
    let request = Request::get("/api/organizations/search?member=true");
    at.ask_as("ada", request.clone())
        .status(200)
        .field("/paging/total", json!(2))
        .field("/organizations/0/key", json!("acme-payments"));
    at.ask_as("dee", request.clone())
        .field("/organizations", json!([]));
    at.ask(request).status(401);
}

fn projects(at: &mut Visit<'_>) {
    let project = at.private_project();
    let request = Request::get("/api/projects/search").query("q", &project);
    let mine = request.clone().query("organization", "acme-payments");
    at.ask_as("bo", mine.clone())
        .status(200)
        .field("/components/0/key", json!(project));
    at.ask_as("dee", mine).field("/paging/total", json!(0));
    let other = request.clone().query("organization", "initech");
    at.ask_as("ada", other).field("/paging/total", json!(0));
    at.ask_as("ada", request)
        .status(400)
        .says("The 'organization' parameter is missing");
}

fn projects_past(at: &mut Visit<'_>) {
    let request = Request::get("/api/projects/search?organization=acme-payments&ps=500");
    at.ask_as("bo", request.clone().query("p", "20"))
        .status(200);
    at.ask_as("bo", request.query("p", "21"))
        .status(400)
        .says("Can return only the first 10000 results. 10500th result asked.");
}

fn offers_all(at: &mut Visit<'_>) {
    let project = at.private_project();
    let token = at.badge_token(&project);
    at.renew(&project).status(204);
    let reply = at.ask_as("bo", reading(&project));
    reply.check(reply.text_at("/token") != token, "another token");
}

fn token_in_navigation(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.ask_as("ada", reading(&project))
        .status(404)
        .says("Unknown url : /api/project_badges/token");
    let request = Request::get("/api/navigation/component").query("component", &project);
    let reply = at.ask_as("bo", request.clone());
    let token = reply.text_at("/badgeToken");
    reply.check(token.len() == 40, "a token");
    at.ask(badge(&project, "coverage").query("token", &token))
        .is_error_picture("Measure has not been found");
    at.ask_as("cy", request).field("/badgeToken", json!(null));
}

fn no_renewal(at: &mut Visit<'_>) {
    let project = at.private_project();
    at.ask_as("ada", renewal(&project))
        .status(404)
        .says("Unknown url : /api/project_badges/renew_token");
}

fn plain_token(at: &mut Visit<'_>) {
    let project = at.private_project();
    let reply = at.ask_as("ada", reading(&project));
    let token = reply.text_at("/token");
    let fits = token.len() == 40 && token.bytes().all(|one| one.is_ascii_hexdigit());
    reply.check(fits, "40 hexadecimal digits");
}

fn branch_types(at: &mut Visit<'_>) {
    let project = at.private_project();
    let request = Request::get("/api/project_branches/list").query("project", &project);
    at.ask_as("bo", request)
        .status(200)
        .field("/branches/0/type", json!("LONG"));
}

fn logos(at: &mut Visit<'_>) {
    for name in ["light", "dark", "highlight", "white", "black", "orange"] {
        let path = format!("/images/project_badges/sonarcloud-{name}.svg");
        at.ask(Request::get(&path))
            .status(200)
            .header("content-type", "image/svg+xml");
    }
}

fn ended_session(at: &mut Visit<'_>) {
    let session = at.sign_in("bo");
    let request = Request::post("/api/authentication/logout");
    at.ask(request.signed_in_as(&session)).status(200);
    at.ask(Request::get(CURRENT).with_cookies(&session))
        .status(200)
        .field("/isLoggedIn", json!(false));
}

fn no_xsrf_header(at: &mut Visit<'_>) {
    at.ask_as("bo", Request::get(CURRENT))
        .status(200)
        .no_header("x-xsrf-token");
}

fn pull_requests(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Analysed);
    let request = Request::get("/api/project_pull_requests/list").query("project", &project);
    at.ask_as("bo", request)
        .status(200)
        .field("/pullRequests", json!([]));
}
