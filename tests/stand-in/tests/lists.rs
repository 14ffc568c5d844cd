//! Lists of projects: what they hold, and their pages.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;

use common::*;
use stand_in::{Cloud, Request, Visibility};

fn page(cloud: &mut Cloud, target: &str) -> (usize, Vec<String>) {
    let body = ask_as(cloud, "ada", Request::get(target)).json_body();
    let keys = body["components"].as_array().unwrap().iter();
    let keys = keys.map(|one| one["key"].as_str().unwrap().to_owned());
    (
        body["paging"]["total"].as_u64().unwrap() as usize,
        keys.collect(),
    )
}

#[test]
fn the_pages_of_a_large_organization_hold_each_project_once() {
    let mut cloud = cloud();
    let mut seen = BTreeSet::new();
    for number in 1..=4 {
        let target = format!("/api/projects/search?organization=globex&ps=500&p={number}");
        let (total, keys) = page(&mut cloud, &target);
        assert_eq!(total, 1_200);
        assert_eq!(keys.len(), [500, 500, 200, 0][number - 1]);
        seen.extend(keys);
    }
    assert_eq!(seen.len(), 1_200);
    assert!(seen.contains("globex_service-0001") && seen.contains("globex_service-1200"));
}

#[test]
fn a_page_has_at_most_500_entries_and_a_search_10000_results() {
    let mut cloud = cloud();
    let mut refusal = |target: &str| message(&ask_as(&mut cloud, "ada", Request::get(target)));
    let list = "/api/projects/search?organization=globex";
    assert_eq!(
        refusal(&format!("{list}&ps=501")),
        "'ps' value (501) must be less than 500"
    );
    assert_eq!(
        refusal(&format!("{list}&ps=500&p=21")),
        "Can return only the first 10000 results. 10500th result asked."
    );
    assert_eq!(refusal(&format!("{list}&ps=500&p=20")), "");
}

#[test]
fn past_10000_projects_a_word_narrows_the_search() {
    let mut cloud = cloud();
    cloud.add_organization("big-corp", 10_100, Visibility::Private);
    let list = "/api/components/search?organization=big-corp";
    assert_eq!(page(&mut cloud, list).0, 10_100);
    let (total, keys) = page(&mut cloud, &format!("{list}&q=SERVICE-10100"));
    assert_eq!(
        (total, keys),
        (1, vec!["big-corp_service-10100".to_owned()])
    );
}

#[test]
fn a_list_holds_what_its_reader_may_see() {
    let list = "/api/projects/search?organization=acme-payments";
    for (login, count) in [("ada", 9), ("bo", 9), ("cy", 1), ("dee", 1)] {
        let body = ask_as(&mut cloud(), login, Request::get(list)).json_body();
        assert_eq!(body["paging"]["total"], count, "{login}");
    }
    assert_eq!(
        ask(&mut cloud(), Request::get(list)).json_body()["paging"]["total"],
        1
    );
}

#[test]
fn an_empty_organization_has_an_empty_list_and_an_unknown_one_none() {
    let mut cloud = cloud();
    assert_eq!(
        page(&mut cloud, "/api/projects/search?organization=initech").0,
        0
    );
    let unknown = Request::get("/api/projects/search?organization=nope");
    assert_eq!(ask_as(&mut cloud, "ada", unknown).status, 404);
}
