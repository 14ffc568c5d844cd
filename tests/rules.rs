//! What a company allows, as it may be written into `storage.managed`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use rebadge::page::Instance;
use rebadge::settings::{Feature, Rules};
use serde_json::{Value, json};

const ALL: [Feature; 3] = [
    Feature::ShowToken,
    Feature::AccessToken,
    Feature::RenewToken,
];

fn rules(managed: Value) -> Rules {
    serde_json::from_value(managed).unwrap()
}

fn allows(rules: &Rules, url: &str) -> bool {
    rules.allows(&Instance::of_base_url(url).unwrap())
}

fn faults(rules: &Rules) -> Vec<String> {
    rules.faults().iter().map(ToString::to_string).collect()
}

#[test]
fn where_nothing_is_set_everything_is_allowed() {
    for managed in [
        json!({}),
        json!({ "rotation": { "every": 30 } }),
        json!({ "instances": null, "features": null }),
        json!({ "features": {} }),
        json!({ "features": { "showToken": true, "accessToken": true, "renewToken": true } }),
    ] {
        let rules = rules(managed);
        assert!(allows(&rules, "https://sonarcloud.io"));
        assert!(allows(&rules, "http://intranet:9000/sonar"));
        assert!(ALL.iter().all(|feature| rules.has(*feature)));
        assert!(rules.faults().is_empty());
    }
}

#[test]
fn instances_that_are_named_are_the_only_ones() {
    let rules =
        rules(json!({ "instances": ["https://sonarqube.us/", "http://intranet:9000/sonar"] }));
    assert!(rules.faults().is_empty());
    for (url, allowed) in [
        ("https://sonarqube.us", true),
        ("http://intranet:9000/sonar", true),
        ("https://sonarcloud.io", false),
        ("http://intranet:9000", false),
        ("http://intranet:9000/sonarqube", false),
        ("https://intranet:9000/sonar", false),
    ] {
        assert_eq!(allows(&rules, url), allowed, "{url}");
    }
}

#[test]
fn an_entry_that_is_no_base_url_allows_nothing_and_is_told() {
    let rules = rules(json!({ "instances": [
        "https://sonarcloud.io",
        "sonar.example",
        7,
        "https://Sonar.example",
        "https://sonar.example/?x=1",
    ] }));
    assert!(allows(&rules, "https://sonarcloud.io"));
    assert!(!allows(&rules, "https://sonar.example"));
    assert_eq!(
        faults(&rules),
        [
            "instances[1]",
            "instances[2]",
            "instances[3]",
            "instances[4]"
        ]
    );
}

#[test]
fn an_empty_list_allows_nothing() {
    assert!(!allows(
        &rules(json!({ "instances": [] })),
        "https://sonarcloud.io"
    ));
}

#[test]
fn each_feature_is_switched_off_by_itself() {
    for (name, off) in [
        ("showToken", Feature::ShowToken),
        ("accessToken", Feature::AccessToken),
        ("renewToken", Feature::RenewToken),
    ] {
        let rules = rules(json!({ "features": { name: false } }));
        for feature in ALL {
            assert_eq!(rules.has(feature), feature != off, "{name} {feature:?}");
        }
    }
}

#[test]
fn what_cannot_be_used_costs_itself_only_and_is_told() {
    let rules = rules(json!({
        "instances": "https://sonarcloud.io",
        "features": { "showToken": "no", "accessToken": 0, "renewToken": false },
    }));
    assert!(allows(&rules, "https://elsewhere.example"));
    assert!(rules.has(Feature::ShowToken) && rules.has(Feature::AccessToken));
    assert!(!rules.has(Feature::RenewToken));
    assert_eq!(
        faults(&rules),
        ["instances", "features.showToken", "features.accessToken"]
    );
    assert_eq!(
        faults(&self::rules(json!({ "features": [] }))),
        [] as [&str; 0]
    );
    assert_eq!(
        faults(&self::rules(json!({ "features": "none" }))),
        ["features"]
    );
}
