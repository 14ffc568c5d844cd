//! What stands in two places is the same in both: hosts, requests, ids. Words
//! have a folder of their own, `tests/words`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use rebadge::command::Command;
use rebadge::page::{Instance, OrganizationKey, ProjectKey};
use rebadge::rotation::{Managed, Part, Records};
use rebadge::settings::{Rules, Settings};
use rebadge::sonar::{
    ListBranches, ListProjects, Operation, PAGE_SIZE, ReadBadgeToken, ReadComponent, SIDE_BY_SIDE,
};
use serde_json::Value;

#[path = "words/files.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod files;
use files::{quoted_after, sources, text};

/// The pages, each with the folder of its program.
const PAGES: [(&str, &str); 2] = [
    ("extension/popup.html", "src/bin/popup"),
    ("extension/dashboard.html", "src/bin/dashboard"),
];

/// The number that stands after some text.
fn number_after(text: &str, before: &str) -> i64 {
    let rest = text.split(before).nth(1).unwrap();
    let digits: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '_')
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

#[test]
fn a_renewal_ends_before_the_next_popup_stops_waiting_for_it() {
    let limit = number_after(&text("src/browser/session.rs"), "ACT_LIMIT: u32 = ");
    let grace = number_after(&text("extension/ask.js"), "const GRACE = ");
    assert!(limit + grace + 2_000 <= rebadge::renewal::PATIENCE);
}

#[test]
fn the_hosts_are_the_same_in_code_script_and_policy() {
    let script = text("extension/opening.js");
    let manifest: Value = serde_json::from_str(&text("manifest.json")).unwrap();
    let policy = manifest["content_security_policy"]["extension_pages"]
        .as_str()
        .unwrap();
    let origins = Instance::CLOUD.map(|instance| instance.base_url().to_owned());
    assert!(policy.contains(&format!("connect-src 'self' {};", origins.join(" "))));
    let listed = script.split("const CLOUD = [").nth(1).unwrap();
    let listed = listed.split(']').next().unwrap();
    assert_eq!(
        listed,
        origins.map(|origin| format!("\"{origin}\"")).join(", ")
    );
}

#[test]
fn what_is_asked_early_is_what_the_program_asks_for() {
    let script = text("extension/opening.js");
    let project = ProjectKey::parse("k").unwrap();
    let requests = [
        ReadComponent(project.clone()).request(),
        ReadBadgeToken(project.clone()).request(),
        ListBranches(project).request(),
    ];
    for request in requests {
        let (path, query) = request.path.split_once('?').unwrap();
        let name = query.strip_suffix("=k").unwrap();
        assert!(
            script.contains(&format!("[\"{path}\", {{ {name}: id }}]")),
            "{path}"
        );
    }
}

#[test]
fn the_pages_that_are_asked_early_are_what_the_program_asks_for() {
    let script = text("extension/first-page.js");
    let list = ListProjects {
        organization: Some(OrganizationKey::parse("k").unwrap()),
        page: 1,
        query: String::new(),
    };
    let request = list.request().path;
    let (path, query) = request.split_once('?').unwrap();
    assert_eq!(query, format!("organization=k&p=1&ps={PAGE_SIZE}"));
    let wanted = format!("`{path}?${{new URLSearchParams({{ organization, p, ps: PAGE_SIZE }})}}`");
    assert!(script.contains(&wanted), "{wanted}");
    assert_eq!(
        number_after(&script, "const PAGE_SIZE = "),
        PAGE_SIZE as i64
    );
    let abreast = number_after(&script, "const SIDE_BY_SIDE = ");
    assert_eq!(abreast, SIDE_BY_SIDE as i64);
}

#[test]
fn what_is_asked_early_is_asked_on_project_pages_only() {
    let script = text("extension/opening.js");
    let listed = script.split("const PROJECT_PAGES = [").nth(1).unwrap();
    let pages: Vec<_> = listed.split(']').next().unwrap().split(", ").collect();
    assert!(pages.len() > 5);
    for page in pages {
        let url = format!("https://sonarcloud.io/{}?id=k", page.trim_matches('"'));
        assert!(
            rebadge::page::read(&url).unwrap().project.is_some(),
            "{url}"
        );
    }
}

#[test]
fn every_element_that_a_program_asks_for_is_in_its_page() {
    for (page, folder) in PAGES {
        let html = text(page);
        let code = sources(folder);
        let mut asked: BTreeSet<_> = [
            "by_id(",
            "dom::write(",
            "dom::show(",
            "fill(",
            "slot(",
            "clone(",
            "from_template(",
            "actions::write(",
            "write_all(",
            "take(",
        ]
        .iter()
        .flat_map(|opening| quoted_after(&code, opening))
        .collect();
        // By its type: `by_id::<HtmlElement>("filter")`.
        for part in code.split("by_id::<").skip(1) {
            asked.extend(quoted_after(part.split(';').next().unwrap(), ">("));
        }
        assert!(asked.len() > 30, "{page}: found only {asked:?}");
        for id in asked {
            assert!(html.contains(&format!("id=\"{id}\"")), "{page}: {id}");
        }
        for (number, part) in html.split(" id=\"").enumerate().skip(1) {
            let id = part.split('"').next().unwrap();
            let times = html.matches(&format!(" id=\"{id}\"")).count();
            assert_eq!(times, 1, "{page}: {id}, number {number}");
        }
        // What refers to another element by its id.
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for id in quoted_after(&html, &format!(" {attribute}=")) {
                assert!(html.contains(&format!(" id=\"{id}\"")), "{page}: {id}");
            }
        }
    }
}

#[test]
fn every_button_of_the_dashboard_does_something() {
    let html = text("extension/dashboard.html");
    let code = text("src/bin/dashboard/listen.rs");
    for (attribute, least) in [("data-act=", 15), ("data-change=", 8)] {
        let named = quoted_after(&html, attribute);
        assert!(named.len() > least, "found only {named:?}");
        for name in named {
            assert!(code.contains(&format!("\"{name}\"")), "{name}");
        }
    }
}

#[test]
fn nothing_is_asked_for_at_install() {
    let manifest: Value = serde_json::from_str(&text("manifest.json")).unwrap();
    assert_eq!(
        manifest["permissions"],
        serde_json::json!(["activeTab", "alarms", "scripting", "storage"])
    );
    assert_eq!(
        manifest["optional_permissions"],
        serde_json::json!(["notifications"])
    );
    // Asked for later by a button, and for one site at a time.
    let optional = &manifest["optional_host_permissions"];
    assert_eq!(optional.as_array().unwrap().last().unwrap(), "*://*/*");
    for instance in Instance::CLOUD {
        let pattern = rebadge::access::pattern(&instance);
        assert!(optional.as_array().unwrap().contains(&pattern.into()));
    }
    for key in [
        "host_permissions",
        "content_scripts",
        "web_accessible_resources",
    ] {
        assert!(manifest.get(key).is_none(), "{key}");
    }
}

#[test]
fn the_background_listens_for_every_record_that_counts() {
    let script = text("extension/background.js");
    let listed = script.split("const COUNTS = /^(").nth(1).unwrap();
    let listed: Vec<_> = listed.split(")/").next().unwrap().split('|').collect();
    let settings = format!("{}$", Settings::NAME);
    assert_eq!(
        listed,
        [Records::LEDGER, Records::ROSTER, Records::POLICY, &settings]
    );
}

#[test]
fn what_is_managed_has_the_same_names_in_schema_and_code() {
    let schema: Value = serde_json::from_str(&text("extension/managed.json")).unwrap();
    // Chromium does not load an extension whose schema has another top than this.
    let top: Vec<_> = schema.as_object().unwrap().keys().collect();
    assert_eq!(top, ["properties", "type"]);
    let mut said = serde_json::json!({});
    for (group, about) in schema["properties"].as_object().unwrap() {
        match about.get("properties") {
            None => said[group] = serde_json::json!("no list"),
            Some(parts) => {
                for name in parts.as_object().unwrap().keys() {
                    said[group][name] = serde_json::json!("neither a number nor a switch");
                }
            }
        }
    }
    let managed: Managed = serde_json::from_value(said.clone()).unwrap();
    let parts: Vec<_> = managed.faults().iter().map(|fault| fault.part).collect();
    assert_eq!(parts, [Part::Every, Part::Warn]);
    let rules: Rules = serde_json::from_value(said).unwrap();
    let parts: Vec<_> = rules.faults().iter().map(ToString::to_string).collect();
    let features = ["showToken", "accessToken", "renewToken"].map(|it| format!("features.{it}"));
    assert_eq!(
        parts,
        [vec!["instances".to_owned()], features.to_vec()].concat()
    );
}

#[test]
fn every_command_of_the_manifest_is_one_that_is_carried_out() {
    let manifest: Value = serde_json::from_str(&text("manifest.json")).unwrap();
    let commands = manifest["commands"].as_object().unwrap();
    let named: Vec<_> = commands
        .keys()
        .filter(|name| *name != "_execute_action")
        .collect();
    assert_eq!(named, Command::ALL.map(Command::id));
    for command in named {
        assert!(Command::of_id(command).is_some());
    }
    // Browsers take four at most, and no key twice.
    let keys: BTreeSet<_> = commands
        .values()
        .filter_map(|command| command["suggested_key"]["default"].as_str())
        .collect();
    assert_eq!(keys.len(), 3);
}
