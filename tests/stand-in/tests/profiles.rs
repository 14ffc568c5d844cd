//! What each kind of SonarQube offers, and what its badges say.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use serde_json::Value;
use stand_in::{Cloud, Profile, Request};

#[test]
fn what_is_listed_is_what_answers() {
    for profile in Profile::ALL {
        let mut cloud = Cloud::new(profile);
        let request = Request::get("/api/webservices/list?include_internals=true");
        let listed = ask_as(&mut cloud, "ada", request).json_body();
        for (name, offered) in [
            ("token", profile.tells_tokens()),
            ("renew_token", profile.renews_tokens()),
            ("ai_code_assurance", profile.is_cloud()),
        ] {
            let path = format!("/api/project_badges/{name}");
            assert_eq!(
                is_listed(&listed, name),
                offered,
                "{profile:?} lists {name}"
            );
            let request = Request::post(&path).field("project", PAYMENTS);
            let answer = ask_as(&mut cloud, "ada", request);
            assert_eq!(answer.status != 404, offered, "{profile:?} answers {name}");
            if !offered {
                assert_eq!(message(&answer), format!("Unknown url : {path}"));
            }
        }
    }
}

fn is_listed(list: &Value, action: &str) -> bool {
    let services = list["webServices"].as_array().unwrap();
    let badges = services
        .iter()
        .find(|one| one["path"] == "api/project_badges")
        .unwrap();
    let actions = badges["actions"].as_array().unwrap();
    actions.iter().any(|one| one["key"] == action)
}

#[test]
fn the_badge_token_stands_in_navigation_on_one_profile_only() {
    for profile in Profile::ALL {
        let mut cloud = Cloud::new(profile);
        let request = Request::get(NAVIGATION).query("component", PAYMENTS);
        let body = ask_as(&mut cloud, "ada", request).json_body();
        assert_eq!(
            body.get("badgeToken").is_some(),
            profile.navigation_has_token()
        );
        assert_eq!(body.get("organization").is_some(), profile.is_cloud());
        assert_eq!(body["configuration"]["showSettings"], true);
    }
}

#[test]
fn a_public_project_needs_a_token_only_where_authentication_is_forced() {
    for profile in Profile::ALL {
        let mut cloud = Cloud::new(profile);
        let badge = ask(
            &mut cloud,
            coverage("acme-payments_open-docs").query("token", "bad"),
        );
        let failed = badge.body.contains("<!-- ERROR -->");
        assert_eq!(failed, profile.forces_authentication(), "{profile:?}");
        let who = ask(&mut cloud, Request::get("/api/users/current"));
        let expected = if profile.forces_authentication() {
            401
        } else {
            200
        };
        assert_eq!(who.status, expected, "{profile:?}");
    }
}

#[test]
fn only_branches_that_live_long_have_a_badge_on_cloud() {
    let mut cloud = cloud();
    let token = token(&mut cloud, PAYMENTS);
    for (branch, told) in [
        ("main", "81.4%"),
        ("release/1.x", "coverage"),
        ("feature/foo#1&2", "coverage"),
        ("wip", "Project is invalid"),
        ("gone", "Project not found"),
    ] {
        let request = coverage(PAYMENTS)
            .query("token", &token)
            .query("branch", branch);
        let body = ask(&mut cloud, request).body;
        assert!(
            body.contains(&format!(">{told}</text>")),
            "{branch}: {body}"
        );
    }
}

#[test]
fn a_project_without_analysis_has_no_measures() {
    let mut cloud = cloud();
    let token = token(&mut cloud, "acme-payments_fresh");
    let request = coverage("acme-payments_fresh").query("token", &token);
    assert!(
        ask(&mut cloud, request)
            .body
            .contains("Measure has not been found")
    );
    let gate = Request::get("/api/project_badges/quality_gate")
        .query("project", "acme-payments_fresh")
        .query("token", &token);
    assert!(
        ask(&mut cloud, gate)
            .body
            .contains("Quality gate has not been found")
    );
}

#[test]
fn an_unchanged_picture_is_not_sent_again() {
    let mut cloud = cloud();
    let request = coverage("acme-payments_open-docs");
    let first = ask(&mut cloud, request.clone());
    assert_eq!(first.header("access-control-allow-origin"), Some("*"));
    let again = request.with_header("If-None-Match", first.header("etag").unwrap());
    let again = ask(&mut cloud, again);
    assert_eq!((again.status, again.body.as_str()), (304, ""));
}

#[test]
fn every_metric_of_a_profile_is_drawn() {
    for (profile, count) in [
        (Profile::CloudFull, 11),
        (Profile::Server, 19),
        (Profile::Server99, 12),
    ] {
        let mut cloud = Cloud::new(profile);
        let token = token(&mut cloud, PAYMENTS);
        let badge = |metric: &str| {
            Request::get("/api/project_badges/measure")
                .query("project", PAYMENTS)
                .query("token", &token)
                .query("metric", metric)
        };
        let refusal = message(&ask(&mut cloud, badge("nope")));
        let known: Vec<&str> = refusal
            .split(['[', ']'])
            .nth(1)
            .unwrap()
            .split(", ")
            .collect();
        assert_eq!(known.len(), count);
        for metric in known {
            let drawn = ask(&mut cloud, badge(metric));
            assert!(
                drawn.body.contains("<!-- SONARQUBE MEASURE -->"),
                "{metric}"
            );
        }
    }
}

#[test]
fn my_organizations_are_those_i_belong_to() {
    let mut cloud = cloud();
    let mine = Request::get("/api/organizations/search?member=true&ps=500");
    let body = ask_as(&mut cloud, "ada", mine.clone()).json_body();
    assert_eq!(body["paging"]["total"], 3);
    assert_eq!(body["organizations"][0]["actions"]["admin"], true);
    let body = ask_as(&mut cloud, "bo", mine.clone()).json_body();
    assert_eq!(body["organizations"][0]["actions"]["admin"], false);
    assert_eq!(ask(&mut cloud, mine).status, 401);
}
