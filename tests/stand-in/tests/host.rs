//! The stand-in behind its host.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod hosting;

use hosting::Host;
use serde_json::Value;

fn stand_in() -> Host {
    Host::start(&["--profile", "CloudFull"])
}

fn renewal(cookies: &Value) -> String {
    let value = |number: usize| cookies[number]["value"].as_str().unwrap();
    format!(
        "POST /api/project_badges/renew_token HTTP/1.1\r\nhost: sonarcloud.io\r\n\
         cookie: JWT-SESSION={}; XSRF-TOKEN={}\r\nx-xsrf-token: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 38\r\n\r\n\
         project=acme-payments_payments-service",
        value(0),
        value(1),
        value(1)
    )
}

#[test]
fn a_browser_meets_one_answer_a_connection() {
    let host = stand_in();
    let answer = host.ask("GET /api/server/version HTTP/1.1\r\nhost: sonarcloud.io\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert_eq!(
        answer.matches("connection: close\r\n").count(),
        1,
        "{answer}"
    );
}

#[test]
fn a_dropped_connection_says_nothing_though_the_token_is_renewed() {
    let host = stand_in();
    let cookies = host.control("POST /sign-in", r#"{"login":"ada"}"#)["cookies"].clone();
    let fault =
        r#"{"path":"/api/project_badges/renew_token","kind":"drop","times":1,"after_acting":true}"#;
    host.control("POST /fault", fault);
    assert_eq!(host.ask(&renewal(&cookies)), "");
    let state = host.control("GET /state", "");
    let project = &state["projects"]["acme-payments_payments-service"];
    assert_eq!(project["renewals"], 1);
    assert_eq!(state["log"][0]["status"], Value::Null);
    let before = host.control("GET /token?project=acme-payments_payments-service", "");
    assert!(
        host.ask(&renewal(&cookies))
            .starts_with("HTTP/1.1 204 No Content\r\n")
    );
    let after = host.control("GET /token?project=acme-payments_payments-service", "");
    assert_ne!(before["token"], after["token"]);
}

#[test]
fn the_scene_is_set_from_outside() {
    let host = stand_in();
    let organization = r#"{"key":"big-corp","projects":3,"visibility":"private"}"#;
    host.control("POST /organization", organization);
    let project =
        r#"{"key":"x","name":"<b>","branches":[{"name":"trunk"},{"name":"t","type":"SHORT"}]}"#;
    host.control("POST /project", project);
    assert_eq!(host.control("GET /state", "")["total"]["projects"], 1_213);
    host.control(
        "POST /permission",
        r#"{"login":"bo","project":"x","administer":true}"#,
    );
    host.control("POST /sign-out-everyone", "");
    let reset = host.control("POST /reset", r#"{"profile":"Server99"}"#);
    assert_eq!(reset["profile"], "Server99");
    let error = host.control("POST /sign-in", r#"{"login":"zoe"}"#);
    assert_eq!(error["errors"][0]["msg"], "nobody is called zoe");
}
