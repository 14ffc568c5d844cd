//! Personal access tokens in the place of a session.

use serde_json::json;
use stand_in::Request;

use crate::case::{Case, on_servers};
use crate::expected::Evidence::{Inferred, Seen};
use crate::expected::usually;
use crate::server::Seeded;
use crate::visit::{CURRENT, Visit, reading, renewal};

pub const CASES: &[Case] = &[
    on_servers("an access token is taken as Bearer, but not by 9.9", bearer)
        .and_cloud(Seen("Sonar's own clients send Bearer to sonarcloud.io")),
    on_servers(
        "an access token is taken as Basic without a password",
        basic,
    )
    .and_cloud(Seen("Sonar's older clients send Basic to sonarcloud.io")),
    on_servers("login and password are taken as Basic", password),
    on_servers("a wrong password as Basic is an empty 401", wrong_password),
    on_servers(
        "an access token that nobody has is an empty 401",
        unknown_token,
    )
    .and_cloud(Inferred("as a wrong password")),
    on_servers(
        "an unknown scheme of authorization counts for nothing",
        unknown_scheme,
    ),
    on_servers("a bad Bearer beside a good session passes", beside_session)
        .and_cloud(Inferred("as on Server: the session is looked at first")),
    on_servers(
        "an access token needs no XSRF header to change something",
        no_xsrf,
    )
    .and_cloud(Inferred("scripts renew by access token on Server")),
    on_servers(
        "an answer to an access token that expires says when",
        expiry,
    ),
    on_servers(
        "an answer to an access token without an end says nothing of one",
        no_expiry,
    ),
    on_servers(
        "an access token opens what its person may, and no more",
        no_more,
    ),
];

fn bearer(at: &mut Visit<'_>) {
    let token = at.access_token("bo");
    at.ask(Request::get(CURRENT).with_access_token(&token))
        .status(usually(200).on_9_9(401));
}

fn basic(at: &mut Visit<'_>) {
    let token = at.access_token("bo");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200)
        .field("/login", json!("bo"));
}

fn password(at: &mut Visit<'_>) {
    let password = at.password("bo");
    at.ask(Request::get(CURRENT).with_basic("bo", &password))
        .status(200)
        .field("/login", json!("bo"));
}

fn wrong_password(at: &mut Visit<'_>) {
    at.ask(Request::get(CURRENT).with_basic("bo", "wrong"))
        .status(401)
        .is_empty();
}

fn unknown_token(at: &mut Visit<'_>) {
    let invented = "squ_0123456789abcdef0123456789abcdef01234567";
    at.ask(Request::get(CURRENT).with_basic(invented, ""))
        .status(401)
        .is_empty();
    at.ask(Request::get(CURRENT).with_access_token(invented))
        .status(401)
        .is_empty();
}

fn unknown_scheme(at: &mut Visit<'_>) {
    let wanted = if at.kind().forces() { 401 } else { 200 };
    at.ask(Request::get(CURRENT).with_header("authorization", "Digest abc"))
        .status(wanted);
}

fn beside_session(at: &mut Visit<'_>) {
    let session = at.session("bo");
    let request = Request::get(CURRENT).with_access_token("squ_invented");
    at.ask(request.with_cookies(&session))
        .status(200)
        .field("/login", json!("bo"));
}

fn no_xsrf(at: &mut Visit<'_>) {
    let project = at.private_project();
    let token = at.access_token("ada");
    at.ask(renewal(&project).with_basic(&token, "")).status(204);
}

fn expiry(at: &mut Visit<'_>) {
    let name = at.token_name("bo");
    let request = Request::post("/api/user_tokens/generate")
        .field("name", &name)
        .field("expirationDate", "2099-12-31");
    let token = at.ask_as("bo", request).status(200).text_at("/token");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200)
        .header(
            "sonarqube-authentication-token-expiration",
            "2099-12-31T00:00:00+0000",
        );
}

fn no_expiry(at: &mut Visit<'_>) {
    let token = at.access_token("bo");
    at.ask(Request::get(CURRENT).with_basic(&token, ""))
        .status(200)
        .no_header("sonarqube-authentication-token-expiration");
}

fn no_more(at: &mut Visit<'_>) {
    let project = at.seeded(Seeded::Fresh);
    let token = at.access_token("bo");
    at.ask(reading(&project).with_basic(&token, "")).status(200);
    at.ask(renewal(&project).with_basic(&token, "")).status(403);
}
