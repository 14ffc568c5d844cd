//! The HTML pages: signing in, and names that would like to be markup.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use stand_in::{Cloud, Profile, Request};

#[test]
fn a_private_project_sends_to_the_form_and_back() {
    let mut cloud = cloud();
    let target = format!("/project/overview?id={PAYMENTS}&branch=release%2F1.x");
    let answer = ask(&mut cloud, Request::get(&target));
    let form = answer.header("location").unwrap().to_owned();
    assert_eq!(answer.status, 302);
    let shown = ask(&mut cloud, Request::get(&form));
    assert!(shown.body.contains(r#"action="/sessions/login""#));
    let submitted = Request::post("/sessions/login")
        .field("login", "bo")
        .field("password", "bo-password")
        .field("return_to", &Request::get(&form).query[0].1);
    let answer = ask(&mut cloud, submitted);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some(target.as_str()))
    );
    let cookies: Vec<_> = answer
        .headers
        .iter()
        .filter(|(name, _)| name == "set-cookie")
        .collect();
    assert!(cookies[0].1.starts_with("XSRF-TOKEN=") && !cookies[0].1.contains("HttpOnly"));
    assert!(cookies[1].1.starts_with("JWT-SESSION=") && cookies[1].1.contains("HttpOnly"));
}

#[test]
fn the_form_never_leads_to_another_host() {
    for target in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "/a\r\nb",
    ] {
        let submitted = Request::post("/sessions/login")
            .field("login", "bo")
            .field("password", "bo-password")
            .field("return_to", target);
        assert_eq!(
            ask(&mut cloud(), submitted).header("location"),
            Some("/projects")
        );
    }
}

#[test]
fn names_are_text_and_never_markup() {
    let mut cloud = cloud();
    for target in [
        "/projects",
        "/organizations/acme-payments/projects",
        "/summary/new_code?id=acme-payments_script",
    ] {
        let body = ask_as(&mut cloud, "ada", Request::get(target)).body;
        assert!(
            body.contains("&lt;script&gt;alert(1)") && !body.contains("<script"),
            "{target}"
        );
    }
}

#[test]
fn the_information_page_shows_the_token_to_who_may_browse() {
    for profile in Profile::ALL {
        let mut cloud = Cloud::new(profile);
        let page = Request::get("/project/information").query("id", PAYMENTS);
        let body = ask_as(&mut cloud, "bo", page.clone()).body;
        let token = cloud.project(PAYMENTS).unwrap().token.clone().unwrap();
        assert!(body.contains(&token), "{profile:?}");
        assert!(!ask_as(&mut cloud, "cy", page.clone()).body.contains(&token));
        let refused = ask_as(&mut cloud, "dee", page);
        if profile.is_cloud() {
            assert_eq!(refused.status, 403);
        } else {
            let form = refused.header("location").unwrap();
            assert!(form.starts_with("/sessions/new?return_to=") && form.ends_with("Error=true"));
        }
        assert_eq!(cloud.project(PAYMENTS).unwrap().reads, 0);
    }
}

#[test]
fn every_page_of_a_project_is_there() {
    let mut cloud = cloud();
    for path in [
        "/project/overview",
        "/summary/new_code",
        "/dashboard",
        "/project/information",
        "/code",
    ] {
        let page = ask_as(
            &mut cloud,
            "ada",
            Request::get(path).query("id", "acme:ledger.core_v2-x"),
        );
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.header("content-security-policy")
                .unwrap()
                .contains("default-src 'none'")
        );
    }
    assert_eq!(
        ask(&mut cloud, Request::get("/account/security")).status,
        302
    );
    assert_eq!(
        ask(&mut cloud, Request::get("/")).header("location"),
        Some("/projects")
    );
}

#[test]
fn under_a_context_path_all_addresses_begin_with_it() {
    let mut cloud = Cloud::new(Profile::Server99).under("/sonar");
    let dashboard = format!("/sonar/dashboard?id={PAYMENTS}");
    let answer = ask(&mut cloud, Request::get(&dashboard));
    let form = answer.header("location").unwrap().to_owned();
    assert!(form.starts_with("/sonar/sessions/new?return_to=%2Fsonar%2Fdashboard"));
    let shown = ask(&mut cloud, Request::get(&form));
    assert!(shown.body.contains(r#"action="/sonar/sessions/login""#));
    let submitted = Request::post("/sonar/sessions/login")
        .field("login", "bo")
        .field("password", "bo-password")
        .field("return_to", &Request::get(&form).query[0].1);
    let answer = ask(&mut cloud, submitted);
    assert_eq!(answer.header("location"), Some(dashboard.as_str()));
    assert!(
        answer
            .header("set-cookie")
            .unwrap()
            .contains("; Path=/sonar;")
    );

    let information = dashboard.replace("dashboard", "project/information");
    let body = ask_as(&mut cloud, "bo", Request::get(&information)).body;
    assert!(body.contains(r#"href="/sonar/projects""#) && !body.contains(r#"href="/projects""#));
    assert!(body.contains("https://sonarcloud.io/sonar/api/project_badges/measure?"));
    assert_eq!(cloud.log()[0].path, "/dashboard");
}
