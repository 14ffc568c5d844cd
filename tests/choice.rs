//! What a person chooses of badges, and what a host offers of them.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use rebadge::badge::{Catalogue, Choice, Format, Kind, LinkTarget, Logo, Metric, TokenUse};
use rebadge::page::{Instance, Region, read_on_server};
use rebadge::sonar::BadgeServices;
use serde_json::json;

fn measure(key: &str) -> Kind {
    Kind::Measure(Metric::of_key(key).unwrap())
}

fn ids(kinds: &[Kind]) -> Vec<String> {
    kinds.iter().map(Kind::id).collect()
}

#[test]
fn badges_stand_in_the_order_they_were_ticked() {
    let mut choice = Choice::default();
    choice.tick(&measure("coverage"));
    choice.tick(&Kind::QualityGate);
    let all = ["measure:alert_status", "measure:coverage", "quality_gate"];
    assert_eq!(ids(choice.badges()), all);
    choice.tick(&measure("coverage"));
    assert_eq!(
        ids(choice.badges()),
        ["measure:alert_status", "quality_gate"]
    );
}

#[test]
fn the_last_badge_stays() {
    let mut choice = Choice::default();
    choice.tick(&Kind::FIRST);
    assert_eq!(choice.badges(), [Kind::FIRST]);
}

#[test]
fn a_badge_moves_one_place_and_not_past_the_ends() {
    let mut choice = Choice::default();
    choice.tick(&Kind::QualityGate);
    choice.shift(&Kind::QualityGate, true);
    assert_eq!(choice.badges(), [Kind::QualityGate, Kind::FIRST]);
    choice.shift(&Kind::QualityGate, true);
    choice.shift(&Kind::FIRST, false);
    choice.shift(&measure("bugs"), true);
    assert_eq!(choice.badges(), [Kind::QualityGate, Kind::FIRST]);
}

#[test]
fn a_choice_survives_being_kept() {
    let mut choice = Choice::of(Kind::Logo(Logo::Dark));
    choice.tick(&measure("new_shiny_thing"));
    choice.style.format = Format::AsciiDoc;
    choice.style.link = LinkTarget::Measure;
    choice.style.token = TokenUse::Placeholder;
    choice.style.alternative = Some("our gate".to_owned());
    let kept = serde_json::to_value(&choice).unwrap();
    assert_eq!(serde_json::from_value::<Choice>(kept).unwrap(), choice);
}

#[test]
fn what_is_kept_and_not_known_is_left_out() {
    let kept = json!({
        "badges": ["logo:pink", "measure:coverage", "measure:coverage", 7, ""],
        "format": "papyrus",
        "link": "elsewhere",
        "something": "else",
    });
    // A record of another shape counts as none.
    assert!(serde_json::from_value::<Choice>(kept).is_err());
    let kept = json!({
        "badges": ["logo:pink", "measure:coverage", "measure:coverage", ""],
        "format": "papyrus",
    });
    let choice: Choice = serde_json::from_value(kept).unwrap();
    assert_eq!(choice, Choice::of(measure("coverage")));
    let nothing: Choice = serde_json::from_value(json!({})).unwrap();
    assert_eq!(nothing, Choice::default());
}

fn services(metrics: &[&str]) -> BadgeServices {
    BadgeServices {
        metrics: metrics.iter().map(|key| (*key).to_owned()).collect(),
        draws_quality_gate: true,
        draws_ai_code: true,
        reads_token: true,
        renews_token: true,
    }
}

#[test]
fn a_host_offers_what_it_lists_known_measures_first() {
    let cloud = Instance::Cloud(Region::Eu);
    let listed = services(&["new_shiny_thing", "coverage", "not a key", "alert_status"]);
    assert_eq!(
        ids(Catalogue::listed(&cloud, &listed).kinds()),
        [
            "measure:alert_status",
            "measure:coverage",
            "measure:new_shiny_thing",
            "quality_gate",
            "ai_code_assurance",
            "logo:light",
            "logo:dark",
            "logo:highlight",
        ]
    );
}

#[test]
fn a_host_that_lists_no_metrics_offers_what_such_hosts_do() {
    let cloud = Instance::Cloud(Region::Eu);
    let known = Catalogue::known(&cloud);
    assert_eq!(Catalogue::listed(&cloud, &services(&[])), known);
    assert_eq!(known.kinds().len(), 11 + 1 + 3);
}

#[test]
fn a_server_has_more_measures_and_no_logos() {
    let server = read_on_server("http://h/dashboard", "").unwrap().instance;
    let known = Catalogue::known(&server);
    assert_eq!(known.kinds().len(), 19 + 1);
    assert!(known.kinds().iter().all(Kind::is_of_project));
}
