//! Organizations of many thousand projects: who is in them, and how fast they
//! are listed.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use common::*;
use serde_json::{Value, json};
use stand_in::{Cloud, Crowd, Request};

const BIG: &str = "big-corp";

fn crowded(count: u32) -> Cloud {
    let mut cloud = cloud();
    cloud.add_crowd(&Crowd::new(BIG, count));
    cloud
}

fn page(cloud: &mut Cloud, list: &str, number: usize) -> Vec<Value> {
    let request = Request::get(list)
        .query("organization", BIG)
        .query("ps", "500")
        .query("p", &number.to_string());
    let body = ask_as(cloud, "ada", request).json_body();
    body["components"].as_array().unwrap().clone()
}

fn command(cloud: &mut Cloud, method: &str, path: &str, body: &str) -> Value {
    let answer = stand_in::control(cloud, &Request::new(method, path), body);
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json_body()
}

#[test]
fn a_crowd_is_as_mixed_as_people_are() {
    let cloud = crowded(2_000);
    let all: Vec<_> = (1..=2_000)
        .map(|number| {
            cloud
                .project(&format!("{BIG}_project-{number:05}"))
                .unwrap()
        })
        .collect();
    let count = |fits: fn(&stand_in::Project) -> bool| all.iter().filter(|one| fits(one)).count();
    let private = count(|one| one.visibility == stand_in::Visibility::Private);
    assert!((1_700..1_900).contains(&private), "{private} are private");
    let analysed = count(|one| one.analysed.is_some());
    assert!(
        (1_700..1_900).contains(&analysed),
        "{analysed} are analysed"
    );
    assert!(count(|one| one.name.starts_with("<img")) > 5);
    assert!(count(|one| one.name.starts_with('=')) > 5);
    assert!(count(|one| one.name.contains('\u{202e}')) > 5);
    let names: BTreeSet<_> = all.iter().map(|one| &one.name).collect();
    assert!(names.len() > 1_200, "{} names", names.len());
}

#[test]
fn shares_are_kept_to_the_letter_at_their_ends() {
    let mut cloud = cloud();
    let wish = json!({
        "organization": BIG, "count": 300, "private_share": 1, "analysed": 0, "first": 701,
    });
    let made = command(&mut cloud, "POST", "/projects", &wish.to_string());
    assert_eq!(made, json!({ "organization": BIG, "count": 300 }));
    let entries = page(&mut cloud, "/api/projects/search", 1);
    assert_eq!(entries.len(), 300);
    for entry in entries {
        assert_eq!(entry["visibility"], "private");
        assert_eq!(entry["lastAnalysisDate"], Value::Null);
        assert!(entry["key"].as_str().unwrap() > "big-corp_project-00700");
    }
}

/// What a list goes by.
type Place = fn(&Value) -> Value;

#[test]
fn every_page_has_its_own_projects_in_the_order_of_the_list() {
    let mut cloud = crowded(10_000);
    let by_name: Place = |entry: &Value| json!(entry["name"].as_str().unwrap().to_lowercase());
    let by_date: Place = |entry: &Value| entry["analysisDate"].clone();
    let dated = "/api/components/search_projects?f=analysisDate&s=analysisDate&asc=false";
    let lists: [(&str, Place, bool); 3] = [
        ("/api/projects/search", by_name, true),
        (
            "/api/components/search_projects?s=name&asc=false",
            by_name,
            false,
        ),
        (dated, by_date, false),
    ];
    for (list, place, ascending) in lists {
        let mut keys = BTreeSet::new();
        let mut before: Option<Value> = None;
        for number in 1..=20 {
            for entry in page(&mut cloud, list, number) {
                keys.insert(entry["key"].to_string());
                let here = place(&entry);
                if let Some(before) = before.as_ref().and_then(Value::as_str) {
                    let here = here.as_str().unwrap_or_default();
                    assert!(
                        (before <= here) == ascending || before == here,
                        "{list}: {here}"
                    );
                }
                before = Some(here);
            }
        }
        assert_eq!(keys.len(), 10_000, "{list}");
    }
}

#[test]
fn a_project_that_changes_its_name_changes_its_place() {
    let mut cloud = crowded(10);
    let wish = json!({ "key": "big-corp_project-00003", "name": " first", "organization": BIG });
    command(&mut cloud, "POST", "/project", &wish.to_string());
    let entries = page(&mut cloud, "/api/projects/search", 1);
    assert_eq!((entries.len(), &entries[0]["name"]), (10, &json!(" first")));
    let wish = json!({ "key": "big-corp_project-00003", "organization": "initech" });
    command(&mut cloud, "POST", "/project", &wish.to_string());
    assert_eq!(page(&mut cloud, "/api/projects/search", 1).len(), 9);
}

#[test]
fn renewals_and_requests_are_counted_apart_from_the_log() {
    let mut cloud = crowded(50);
    assert_eq!(command(&mut cloud, "GET", "/renewals", ""), json!({}));
    for project in [
        "big-corp_project-00001",
        "big-corp_project-00002",
        "big-corp_project-00001",
    ] {
        ask_as(&mut cloud, "ada", renewal(project));
    }
    token(&mut cloud, "big-corp_project-00003");
    cloud.renew_behind_the_back("big-corp_project-00004");
    assert_eq!(
        command(&mut cloud, "GET", "/renewals", ""),
        json!({ "big-corp_project-00001": 2, "big-corp_project-00002": 1 })
    );
    assert_eq!(
        command(&mut cloud, "GET", "/counts", ""),
        json!({ format!("POST {RENEW}"): 3, format!("GET {TOKEN}"): 1 })
    );
    command(&mut cloud, "POST", "/reset", "");
    assert_eq!(command(&mut cloud, "GET", "/counts", ""), json!({}));
}

/// Compiled for debugging and on a busy machine: what counts is that a page does
/// not take as long as all of them.
#[test]
fn a_page_takes_milliseconds_however_large_the_organization() {
    for (count, query) in [(10_000, ""), (25_000, ""), (25_000, "99")] {
        let mut cloud = crowded(count);
        let ada = cloud.sign_in("ada").unwrap();
        let mut took = Duration::MAX;
        for number in 1..=6 {
            let request = Request::get("/api/projects/search")
                .query("organization", BIG)
                .query("ps", "500")
                .query("q", query)
                .query("p", &number.to_string());
            let before = Instant::now();
            assert_eq!(ask(&mut cloud, request.signed_in_as(&ada)).status, 200);
            took = took.min(before.elapsed());
        }
        eprintln!("{count} projects, q={query:?}: {took:?} a page");
        assert!(
            took < Duration::from_millis(120),
            "{count}: {took:?} a page"
        );
    }
}
