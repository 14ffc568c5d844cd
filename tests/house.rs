//! What stands in two places is the same in both: words, hosts, requests, ids.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rebadge::badge::Metric;
use rebadge::command::Command;
use rebadge::page::{Instance, OrganizationKey, ProjectKey};
use rebadge::record::Ending;
use rebadge::rotation::{Managed, Part, Records};
use rebadge::settings::Settings;
use rebadge::sonar::{
    ListBranches, ListProjects, Operation, PAGE_SIZE, ReadBadgeToken, ReadComponent,
};
use serde_json::Value;

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// All sources below a folder, one after the other.
fn sources(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all += &sources(&path);
        } else {
            all += &fs::read_to_string(path).unwrap();
        }
    }
    all
}

fn code() -> String {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

/// Every quoted word that comes right after an opening.
fn quoted_after(text: &str, opening: &str) -> BTreeSet<String> {
    text.split(opening)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// The pages, each with the folder of its program.
const PAGES: [(&str, &str); 2] = [
    ("extension/popup.html", "src/bin/popup"),
    ("extension/dashboard.html", "src/bin/dashboard"),
];

/// The page without a program: a script of its own says its words.
const WELCOME: [&str; 2] = ["extension/welcome.html", "extension/welcome.js"];

/// All pages, one after the other.
fn pages() -> String {
    PAGES.map(|(page, _)| text(page)).concat() + &WELCOME.map(text).concat()
}

/// A message that counts something, in English's two forms.
fn forms(name: &String) -> [String; 2] {
    [format!("{name}_one"), format!("{name}_other")]
}

/// The names of the messages that count something, in both forms.
fn counting() -> BTreeSet<String> {
    let mut names = quoted_after(&code(), "say_count(");
    names.extend(quoted_after(&code(), "Text::counted("));
    assert!(names.len() > 10, "found only {names:?}");
    names.iter().flat_map(forms).collect()
}

fn messages() -> serde_json::Map<String, Value> {
    let json: Value = serde_json::from_str(&text("extension/_locales/en/messages.json")).unwrap();
    json.as_object().unwrap().clone()
}

#[test]
fn every_message_is_used_and_every_used_message_is_there() {
    let places = code() + &pages() + &text("manifest.json");
    let names: BTreeSet<_> = messages().keys().cloned().collect();
    let counting = counting();
    let stem = |name: &str| {
        let forms = name.strip_suffix("_one").or(name.strip_suffix("_other"));
        forms.map(str::to_owned)
    };
    let said = |name: &str| places.contains(&format!("\"{name}\""));
    let unused: Vec<_> = names
        .difference(&counting)
        .filter(|name| !said(name) && !places.contains(&format!("__MSG_{name}__")))
        .filter(|name| !stem(name).is_some_and(|stem| said(&stem)))
        .collect();
    assert!(unused.is_empty(), "unused: {unused:?}");

    let html = pages();
    let used: BTreeSet<_> = quoted_after(&code(), "Text::new(")
        .into_iter()
        .chain(quoted_after(&text(WELCOME[1]), "say("))
        .chain(quoted_after(&html, "data-i18n="))
        .chain(quoted_after(&html, "data-i18n-label="))
        .chain(quoted_after(&html, "data-i18n-title="))
        .chain(quoted_after(&html, "data-i18n-placeholder="))
        .chain(counting)
        .collect();
    // What begins so is the browser's own.
    let missing: Vec<_> = used
        .difference(&names)
        .filter(|name| !name.starts_with("@@"))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

/// Checks that the words in quotes of a folder are messages, or count something
/// in both forms; `other` are words in quotes that are something else.
fn says_messages(folder: &str, least: usize, other: &[&str]) {
    let code = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let names = messages();
    let is_name =
        |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let said: BTreeSet<_> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.contains("assert"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(is_name)
        .filter(|word| !other.contains(word) && !Metric::of_key(word).is_some_and(|m| m.is_known()))
        .map(str::to_owned)
        .collect();
    assert!(said.len() > least, "found only {said:?}");
    let is_there = |name: &String| {
        names.contains_key(name) || forms(name).iter().all(|form| names.contains_key(form))
    };
    let missing: Vec<_> = said.iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_name_that_the_popup_says_is_a_message() {
    // Other words in quotes: queries, and what tests are made of.
    says_messages("src/popup", 80, &["us", "asc"]);
}

#[test]
fn every_name_that_the_dashboard_says_is_a_message() {
    // Other words in quotes: the ends of files' names.
    says_messages("src/dashboard", 60, &["csv", "json"]);
    // What it says by other rooms' names for it.
    let names = messages();
    let missing: Vec<_> = Ending::ALL
        .map(Ending::message)
        .into_iter()
        .filter(|name| !names.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

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
fn the_pages_english_is_the_english_of_the_messages() {
    let html = pages();
    for (name, message) in messages() {
        let words = message["message"].as_str().unwrap();
        for part in html.split(&format!("data-i18n=\"{name}\"")).skip(1) {
            let shown = part.split_once('>').unwrap().1.split('<').next().unwrap();
            assert_eq!(shown, words, "{name}");
        }
        for (kind, attribute) in [
            ("label", "aria-label"),
            ("title", "title"),
            ("placeholder", "placeholder"),
        ] {
            for part in html.split(&format!("data-i18n-{kind}=\"{name}\"")).skip(1) {
                let shown = part.split_once(&format!("{attribute}=\"")).unwrap().1;
                assert_eq!(shown.split('"').next().unwrap(), words, "{name}");
            }
        }
    }
}

#[test]
fn every_message_tells_translators_what_it_is() {
    for (name, message) in messages() {
        assert!(message["description"].is_string(), "{name}");
        let words = message["message"].as_str().unwrap();
        let gaps = words.matches('$').count() / 2;
        let declared = message["placeholders"].as_object().map_or(0, |p| p.len());
        assert_eq!(gaps, declared, "{name}");
    }
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
fn the_first_page_that_is_asked_early_is_what_the_program_asks_for() {
    let script = text("extension/first-page.js");
    let list = ListProjects {
        organization: Some(OrganizationKey::parse("k").unwrap()),
        page: 1,
        query: String::new(),
    };
    let request = list.request().path;
    let (path, query) = request.split_once('?').unwrap();
    assert_eq!(query, format!("organization=k&p=1&ps={PAGE_SIZE}"));
    let wanted =
        format!("`{path}?${{new URLSearchParams({{ organization, p: 1, ps: {PAGE_SIZE} }})}}`");
    assert!(script.contains(&wanted), "{wanted}");
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
        let code = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
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
        for name in about["properties"].as_object().unwrap().keys() {
            said[group][name] = serde_json::json!("no number");
        }
    }
    let managed: Managed = serde_json::from_value(said).unwrap();
    let parts: Vec<_> = managed.faults().iter().map(|fault| fault.part).collect();
    assert_eq!(parts, [Part::Every, Part::Warn]);
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
    let names = messages();
    for command in named {
        assert!(Command::of_id(command).is_some());
        let description = commands[command]["description"].as_str().unwrap();
        let name = description
            .trim_start_matches("__MSG_")
            .trim_end_matches("__");
        assert!(names.contains_key(name), "{description}");
    }
    // Browsers take four at most, and no key twice.
    let keys: BTreeSet<_> = commands
        .values()
        .filter_map(|command| command["suggested_key"]["default"].as_str())
        .collect();
    assert_eq!(keys.len(), 3);
}
