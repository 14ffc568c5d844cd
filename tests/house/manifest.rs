//! What the manifest asks for, allows and offers, and what a company may set.

use std::collections::BTreeSet;

use rebadge::command::Command;
use rebadge::page::Instance;
use rebadge::rotation::{Managed, Part};
use rebadge::settings::Rules;
use serde_json::Value;

use super::files::text;

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
