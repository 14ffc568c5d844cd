//! What the tests share: asking, and reading what comes back.
#![allow(dead_code)]

use stand_in::{Answer, Cloud, Profile, Request};

pub const PAYMENTS: &str = "acme-payments_payments-service";
pub const TOKEN: &str = "/api/project_badges/token";
pub const RENEW: &str = "/api/project_badges/renew_token";
pub const NAVIGATION: &str = "/api/navigation/component";

pub fn cloud() -> Cloud {
    Cloud::new(Profile::CloudFull)
}

/// Asks without signing in.
pub fn ask(cloud: &mut Cloud, request: Request) -> Answer {
    cloud.answer(&request).answer.expect("an answer")
}

/// Asks in a fresh session, as the web UI does.
pub fn ask_as(cloud: &mut Cloud, login: &str, request: Request) -> Answer {
    let signed_in = cloud.sign_in(login).expect("a known login");
    ask(cloud, request.signed_in_as(&signed_in))
}

pub fn token(cloud: &mut Cloud, project: &str) -> String {
    let answer = ask_as(cloud, "ada", Request::get(TOKEN).query("project", project));
    answer.json_body()["token"]
        .as_str()
        .expect("a token")
        .into()
}

pub fn renewal(project: &str) -> Request {
    Request::post(RENEW).field("project", project)
}

pub fn coverage(project: &str) -> Request {
    Request::get("/api/project_badges/measure")
        .query("metric", "coverage")
        .query("project", project)
}

pub fn message(answer: &Answer) -> String {
    let body = answer.json_body();
    body["errors"][0]["msg"].as_str().unwrap_or_default().into()
}
