//! Faults on demand, before and after the machine acts.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use serde_json::json;
use stand_in::{Fault, FaultKind, Request, RetryAfter};

fn status(status: u16) -> FaultKind {
    let (body, retry_after, cloudflare) = (None, None, false);
    FaultKind::Status {
        status,
        body,
        retry_after,
        cloudflare,
    }
}

#[test]
fn after_acting_the_answer_lies_and_the_state_does_not() {
    for (fault, renewals) in [
        (Fault::new(RENEW, status(503)), 0),
        (Fault::new(RENEW, status(503)).after_acting(), 1),
        (Fault::new(RENEW, FaultKind::Drop), 0),
        (Fault::new(RENEW, FaultKind::Drop).after_acting(), 1),
        (Fault::new(RENEW, FaultKind::Hang).after_acting(), 1),
        (Fault::new(RENEW, FaultKind::Truncated), 0),
        (Fault::new(RENEW, FaultKind::Html).after_acting(), 1),
    ] {
        let mut cloud = cloud();
        cloud.add_fault(fault.clone());
        let ada = cloud.sign_in("ada").unwrap();
        let outcome = cloud.answer(&renewal(PAYMENTS).signed_in_as(&ada));
        assert_ne!(
            outcome.answer.map(|answer| answer.status),
            Some(204),
            "{fault:?}"
        );
        assert_eq!(
            cloud.project(PAYMENTS).unwrap().renewals,
            renewals,
            "{fault:?}"
        );
    }
}

#[test]
fn a_fault_spares_some_requests_and_then_hits_so_many() {
    let mut cloud = cloud();
    cloud.add_fault(
        Fault::new("/api/project_badges", status(500))
            .skipping(1)
            .times(2),
    );
    let mut read = || {
        ask_as(
            &mut cloud,
            "ada",
            Request::get(TOKEN).query("project", PAYMENTS),
        )
        .status
    };
    assert_eq!([read(), read(), read(), read()], [200, 500, 500, 200]);
}

#[test]
fn a_fault_fits_by_method_path_and_project() {
    let mut cloud = cloud();
    let mut fault = Fault::new("/api/project_badges", status(500)).about(PAYMENTS);
    fault.method = Some("get".into());
    cloud.add_fault(fault);
    let mut read = |path: &str, project: &str| {
        ask_as(
            &mut cloud,
            "ada",
            Request::get(path).query("project", project),
        )
        .status
    };
    assert_eq!(read(TOKEN, PAYMENTS), 500);
    assert_eq!(read(TOKEN, "acme-payments_checkout-ui"), 200);
    assert_eq!(read("/api/project_branches/list", PAYMENTS), 200);
    assert_eq!(ask_as(&mut cloud, "ada", renewal(PAYMENTS)).status, 204);
}

#[test]
fn delays_add_up_and_leave_the_answer_alone() {
    let mut cloud = cloud();
    cloud.add_fault(Fault::new("/api/*", FaultKind::Delay { ms: 200 }));
    cloud.add_fault(Fault::new("/api/server", FaultKind::Delay { ms: 50 }));
    let outcome = cloud.answer(&Request::get("/api/server/version"));
    assert_eq!(
        (outcome.delay_ms, outcome.answer.unwrap().status),
        (250, 200)
    );
    cloud.clear_faults();
    assert_eq!(
        cloud.answer(&Request::get("/api/server/version")).delay_ms,
        0
    );
}

#[test]
fn the_bodies_that_go_wrong_look_right() {
    let mut cloud = cloud();
    let mut spoilt = |kind: FaultKind| {
        cloud.clear_faults();
        cloud.add_fault(Fault::new(NAVIGATION, kind));
        let request = Request::get(NAVIGATION).query("component", PAYMENTS);
        ask_as(&mut cloud, "ada", request)
    };
    assert_eq!(spoilt(status(401)).body, "");
    assert_eq!(message(&spoilt(status(403))), "Insufficient privileges");
    assert_eq!(
        message(&spoilt(status(404))),
        format!("Unknown url : {NAVIGATION}")
    );
    let limited = spoilt(FaultKind::Status {
        status: 429,
        body: None,
        retry_after: Some(RetryAfter::Seconds(7)),
        cloudflare: true,
    });
    assert_eq!(limited.header("retry-after"), Some("7"));
    assert!(limited.header("cf-ray").is_some() && limited.body.starts_with("<!DOCTYPE html>"));
    let twisted = spoilt(FaultKind::WrongTypes).json_body();
    assert_eq!(twisted["name"], json!([]));
    assert_eq!(twisted["organization"], 42);
    assert_eq!(twisted["configuration"]["showSettings"], "perhaps");
    let cut = spoilt(FaultKind::Truncated);
    assert!(cut.body.starts_with('{') && cut.json_body().is_null());
    assert!(spoilt(FaultKind::Html).body.contains("<html"));
}

#[test]
fn a_fault_reads_from_flat_json_and_typing_mistakes_are_refused() {
    let mut cloud = cloud();
    let set = Request::post("/fault");
    let good = r#"{"method":"POST","path":"/api/project_badges/renew_token","kind":"status",
        "status":503,"retry_after":5,"times":1,"after_acting":true}"#;
    assert_eq!(stand_in::control(&mut cloud, &set, good).status, 200);
    let bad = r#"{"path":"/api","kind":"drop","time":1}"#;
    assert_eq!(stand_in::control(&mut cloud, &set, bad).status, 400);
    let answer = ask_as(&mut cloud, "ada", renewal(PAYMENTS));
    assert_eq!(
        (answer.status, answer.header("retry-after")),
        (503, Some("5"))
    );
    assert_eq!(cloud.project(PAYMENTS).unwrap().renewals, 1);
}
