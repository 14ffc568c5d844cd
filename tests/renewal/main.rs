//! One renewal, exactly once, whatever becomes of the answer.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod click;
#[path = "../desk/mod.rs"]
mod desk;
mod others;
mod properties;
mod settling;

use desk::{Desk, PAYMENTS, status};
use rebadge::renewal::Outcome;
use stand_in::{Fault, Profile};

const RENEW: &str = "/api/project_badges/renew_token";
const TOKEN: &str = "/api/project_badges/token";

fn ada() -> Desk {
    Desk::new(Profile::CloudFull, "ada")
}

/// What a click says when the request meets a fault, and how often the token
/// was really renewed.
fn click(fault: Fault) -> (Outcome, u32, Desk) {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.cloud.borrow_mut().add_fault(fault);
    let outcome = desk.renew(&order);
    let renewals = desk.renewals(PAYMENTS);
    assert!(desk.posts() <= 1, "one click is one request");
    (outcome, renewals, desk)
}
