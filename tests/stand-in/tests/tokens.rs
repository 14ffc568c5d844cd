//! Badge tokens: who may read and renew them, and what renewing does.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use stand_in::{Cloud, Profile, Request};

#[test]
fn browse_reads_and_administer_renews() {
    for (login, read, renewed) in [
        ("ada", 200, 204),
        ("bo", 200, 403),
        ("cy", 403, 204),
        ("dee", 403, 403),
    ] {
        let mut cloud = cloud();
        let reading = Request::get(TOKEN).query("project", PAYMENTS);
        assert_eq!(
            ask_as(&mut cloud, login, reading).status,
            read,
            "{login} reads"
        );
        let answer = ask_as(&mut cloud, login, renewal(PAYMENTS));
        assert_eq!(answer.status, renewed, "{login} renews");
        if renewed == 403 {
            assert_eq!(message(&answer), "Insufficient privileges");
        } else {
            assert_eq!(answer.body, "");
        }
    }
}

#[test]
fn nobody_gets_an_empty_401() {
    let mut cloud = cloud();
    for request in [
        Request::get(TOKEN).query("project", PAYMENTS),
        renewal(PAYMENTS),
    ] {
        let answer = ask(&mut cloud, request);
        assert_eq!((answer.status, answer.body.as_str()), (401, ""));
    }
    assert_eq!(cloud.project(PAYMENTS).unwrap().token, None);
}

#[test]
fn an_administrator_without_browse_finds_the_settings_but_no_token() {
    let mut cloud = Cloud::new(Profile::CloudTokenInNavigation);
    let request = Request::get(NAVIGATION).query("component", PAYMENTS);
    let body = ask_as(&mut cloud, "cy", request.clone()).json_body();
    assert_eq!(body["configuration"]["canBrowseProject"], false);
    assert!(body.get("badgeToken").is_none());
    let body = ask_as(&mut cloud, "bo", request).json_body();
    assert_eq!(body["badgeToken"].as_str().unwrap().len(), 40);
    assert!(body.get("configuration").is_none());
}

#[test]
fn a_token_is_made_when_it_is_first_read() {
    let mut cloud = cloud();
    assert_eq!(cloud.project(PAYMENTS).unwrap().token, None);
    let first = token(&mut cloud, PAYMENTS);
    assert_eq!(token(&mut cloud, PAYMENTS), first);
    assert!(first.len() == 40 && first.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(cloud.project(PAYMENTS).unwrap().reads, 2);
}

#[test]
fn a_server_puts_a_prefix_before_its_tokens() {
    let mut cloud = Cloud::new(Profile::Server);
    let token = token(&mut cloud, PAYMENTS);
    assert!(token.starts_with("sqb_") && token.len() == 44);
}

#[test]
fn a_renewal_kills_the_old_token_at_once() {
    let mut cloud = cloud();
    let old = token(&mut cloud, PAYMENTS);
    let badge = coverage(PAYMENTS);
    assert!(
        ask(&mut cloud, badge.clone().query("token", &old))
            .body
            .contains("81.4%")
    );
    ask_as(&mut cloud, "ada", renewal(PAYMENTS));
    let dead = ask(&mut cloud, badge.clone().query("token", &old));
    assert_eq!(dead.status, 200);
    assert!(dead.body.contains("<!-- ERROR -->") && dead.body.contains("Project not found"));
    assert_eq!(dead.header("etag"), None);
    let new = token(&mut cloud, PAYMENTS);
    assert_ne!(new, old);
    assert!(
        ask(&mut cloud, badge.query("token", &new))
            .body
            .contains("81.4%")
    );
    assert_eq!(cloud.project(PAYMENTS).unwrap().renewals, 1);
}

#[test]
fn somebody_elses_renewal_is_counted_apart() {
    let mut cloud = cloud();
    let old = token(&mut cloud, PAYMENTS);
    assert!(cloud.renew_behind_the_back(PAYMENTS));
    assert_ne!(token(&mut cloud, PAYMENTS), old);
    let project = cloud.project(PAYMENTS).unwrap();
    assert_eq!((project.renewals, project.renewed_by_others), (0, 1));
}

#[test]
fn a_session_needs_the_xsrf_header_to_change_something() {
    let mut cloud = cloud();
    let ada = cloud.sign_in("ada").unwrap();
    let bare = renewal(PAYMENTS).with_cookies(&ada);
    let wrong = bare.clone().with_header("x-xsrf-token", "wrong");
    for request in [bare, wrong] {
        let answer = ask(&mut cloud, request);
        assert_eq!((answer.status, answer.body.as_str()), (401, ""));
    }
    assert_eq!(cloud.project(PAYMENTS).unwrap().renewals, 0);
    assert_eq!(
        ask(&mut cloud, renewal(PAYMENTS).signed_in_as(&ada)).status,
        204
    );
    let reading = Request::get(TOKEN)
        .query("project", PAYMENTS)
        .with_cookies(&ada);
    assert_eq!(ask(&mut cloud, reading).status, 200);
}

#[test]
fn signing_everyone_out_ends_their_sessions() {
    let mut cloud = cloud();
    let ada = cloud.sign_in("ada").unwrap();
    cloud.sign_everyone_out();
    assert_eq!(
        ask(&mut cloud, renewal(PAYMENTS).signed_in_as(&ada)).status,
        401
    );
    let who = ask(
        &mut cloud,
        Request::get("/api/users/current").with_cookies(&ada),
    );
    assert_eq!(who.json_body()["isLoggedIn"], false);
}

#[test]
fn an_access_token_needs_no_xsrf_header_and_bearer_fails_on_9_9() {
    for (profile, bearer) in [
        (Profile::CloudFull, 204),
        (Profile::Server, 204),
        (Profile::Server99, 401),
    ] {
        let mut cloud = Cloud::new(profile);
        let request = Request::post("/api/user_tokens/generate").field("name", "tests");
        let made = ask_as(&mut cloud, "ada", request).json_body();
        let secret = made["token"].as_str().unwrap();
        let answer = ask(&mut cloud, renewal(PAYMENTS).with_access_token(secret));
        assert_eq!(answer.status, bearer, "{profile:?}");
    }
}

#[test]
fn a_good_session_hides_a_bad_bearer() {
    let mut cloud = cloud();
    let ada = cloud.sign_in("ada").unwrap();
    let reading = Request::get(TOKEN)
        .query("project", PAYMENTS)
        .with_access_token("bad");
    assert_eq!(ask(&mut cloud, reading.clone()).status, 401);
    assert_eq!(ask(&mut cloud, reading.with_cookies(&ada)).status, 200);
}

#[test]
fn on_cloud_an_access_token_dies_sixty_days_after_its_last_use() {
    let mut cloud = cloud();
    let request = Request::post("/api/user_tokens/generate").field("name", "tests");
    let made = ask_as(&mut cloud, "ada", request).json_body();
    let secret = made["token"].as_str().unwrap().to_owned();
    let who = || Request::get("/api/users/current").with_access_token(&secret);
    let (start, day) = (1_795_309_200, 86_400);
    for (days, status) in [(59, 200), (118, 200), (178, 401)] {
        cloud.set_now(start + days * day);
        assert_eq!(ask(&mut cloud, who()).status, status, "after {days} days");
    }
}

#[test]
fn the_log_and_the_state_hold_no_whole_token() {
    let mut cloud = cloud();
    let badge = token(&mut cloud, PAYMENTS);
    ask(&mut cloud, coverage(PAYMENTS).query("token", &badge));
    ask(
        &mut cloud,
        Request::get("/projects").query("return_to", &format!("/x?token={badge}")),
    );
    ask(
        &mut cloud,
        Request::get(&format!("/{badge}")).with_access_token(&badge),
    );
    let login = Request::post("/api/authentication/login");
    ask(
        &mut cloud,
        login
            .field("login", "ada")
            .field("password", "ada-password"),
    );
    let state = serde_json::to_string(&cloud.state()).unwrap();
    assert!(!state.contains("ada-password"));
    assert!(!state.contains(&badge));
    assert!(state.contains(&format!("\u{2026}{}", &badge[36..])));
    assert_eq!(
        cloud.log()[1].query["token"],
        format!("\u{2026}{}", &badge[36..])
    );
    assert_eq!(cloud.log()[0].who.as_deref(), Some("ada"));
}

#[test]
fn the_same_requests_make_the_same_tokens() {
    assert_eq!(token(&mut cloud(), PAYMENTS), token(&mut cloud(), PAYMENTS));
}
