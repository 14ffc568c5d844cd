//! What is written about permissions, security and the stores is so: held to the
//! manifest, to the tests that are named, and to the stores' limits.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn manifest() -> Value {
    serde_json::from_str(&text("manifest.json")).unwrap()
}

/// The strings of a list in the manifest, none where it is not there.
fn listed(key: &str) -> BTreeSet<String> {
    let manifest = manifest();
    let list = manifest.get(key).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .map(|one| one.as_str().unwrap().to_owned())
        .collect()
}

/// What stands in a document under a heading, up to the next one.
fn section<'a>(document: &'a str, heading: &str) -> &'a str {
    let begin = format!("\n## {heading}\n");
    let rest = document.split_once(&begin).expect(heading).1;
    rest.split("\n## ").next().unwrap()
}

/// The words between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The cells of a table's rows, without its head.
fn rows(section: &str) -> Vec<Vec<String>> {
    section
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            line.trim_matches('|')
                .split(" | ")
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect()
}

/// What a table is about: the one word between backticks in the first cell of each row.
fn subjects(section: &str) -> BTreeSet<String> {
    let rows = rows(section);
    let subjects: BTreeSet<_> = rows.iter().flat_map(|row| quoted(&row[0])).collect();
    assert_eq!(subjects.len(), rows.len(), "a row of its own for each");
    subjects
}

const PERMISSIONS: &str = "docs/permissions.md";

/// Each kind of permission in the manifest, and where its reasons stand.
const KINDS: [(&str, &str); 3] = [
    ("permissions", "Permissions"),
    ("optional_permissions", "Optional permissions"),
    ("optional_host_permissions", "Optional access to sites"),
];

#[test]
fn every_permission_has_its_reason_and_every_reason_its_permission() {
    let document = text(PERMISSIONS);
    for (key, heading) in KINDS {
        let section = section(&document, heading);
        assert_eq!(subjects(section), listed(key), "{key}");
        for row in rows(section) {
            let whole = row.len() == 3 && row.iter().all(|cell| cell.len() > 5);
            assert!(whole, "{key}: what, why, and what happens without: {row:?}");
        }
    }
}

#[test]
fn every_source_of_the_pages_policy_has_its_reason() {
    let manifest = manifest();
    let policies = manifest["content_security_policy"].as_object().unwrap();
    assert_eq!(policies.keys().collect::<Vec<_>>(), ["extension_pages"]);
    let policy = policies["extension_pages"].as_str().unwrap();
    let allowed: BTreeSet<_> = policy
        .split(';')
        .flat_map(|directive| {
            let mut words = directive.split_whitespace().map(str::to_owned);
            let name = words.next().unwrap();
            words.map(move |source| (name.clone(), source))
        })
        .collect();
    let document = text(PERMISSIONS);
    let rows = rows(section(&document, "The pages' policy"));
    let said: BTreeSet<_> = rows
        .iter()
        .map(|row| (quoted(&row[0])[0].clone(), quoted(&row[1])[0].clone()))
        .collect();
    assert_eq!(said, allowed);
    assert_eq!(rows.len(), allowed.len());
    assert!(rows.iter().all(|row| row[2].len() > 5));
}

#[test]
fn what_is_said_not_to_be_asked_for_is_not() {
    let document = text(PERMISSIONS);
    let named = subjects(section(&document, "Not asked for"));
    assert!(named.len() > 10);
    let manifest = manifest();
    for name in named {
        assert!(manifest.get(&name).is_none(), "{name}");
        for (key, _) in KINDS {
            assert!(!listed(key).contains(&name), "{name} in {key}");
        }
    }
}

/// The documents that are held to the files they name.
fn papers() -> Vec<String> {
    let stores = fs::read_dir(root().join("docs/store")).unwrap();
    let stores = stores.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    stores
        .filter(|name| name.ends_with(".md"))
        .map(|name| format!("docs/store/{name}"))
        .chain(["permissions", "security", "browsers"].map(|name| format!("docs/{name}.md")))
        .collect()
}

#[test]
fn every_file_that_is_named_is_there() {
    let beginnings = ["docs/", "extension/", "src/", "tests/", "tools/"];
    let mut count = 0;
    for paper in papers() {
        let document = text(&paper);
        for path in quoted(&document) {
            let is_path = beginnings
                .iter()
                .any(|beginning| path.starts_with(beginning));
            if is_path {
                count += 1;
                assert!(root().join(&path).exists(), "{paper}: {path}");
            }
        }
        // Links to other documents, from where this one stands.
        for link in document.split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap();
            if !link.starts_with("https:") {
                let folder = Path::new(&paper).parent().unwrap();
                assert!(root().join(folder).join(link).exists(), "{paper}: {link}");
            }
        }
    }
    assert!(count > 60, "found only {count}");
}

/// The tests that a section names: a file, and a name in it. A line that goes on
/// begins with two blanks.
fn proofs(section: &str) -> Vec<(String, String)> {
    let lines = section.replace("\n  ", " ");
    let mut proofs = Vec::new();
    for line in lines.lines().filter(|line| line.starts_with("* `")) {
        let (file, names) = line[3..].split_once("`: ").expect(line);
        let mark = if file.ends_with(".rs") { '`' } else { '"' };
        let names: Vec<_> = names.split(mark).skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{line}");
        proofs.extend(
            names
                .iter()
                .map(|name| (file.to_owned(), (*name).to_owned())),
        );
    }
    proofs
}

/// Whether a file has a test of that name.
fn has_test(file: &str, name: &str) -> bool {
    let text = text(file);
    if file.ends_with(".rs") {
        // Of its own, or of a macro that makes tests of properties.
        let begin = format!("fn {name}(");
        text.split_once(&begin)
            .is_some_and(|(before, _)| before.trim_end().ends_with("#[test]"))
    } else {
        ["\"", "`"].iter().any(|mark| {
            let begin = format!("test({mark}{name}{mark},");
            text.contains(&begin)
        })
    }
}

#[test]
fn every_threat_has_an_answer_and_tests_that_are_there() {
    let document = text("docs/security.md");
    let threats: Vec<_> = document
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .filter(|heading| !heading.starts_with("What is checked"))
        .collect();
    assert!(threats.len() >= 10, "{threats:?}");
    for threat in threats {
        let section = section(&document, threat);
        for part in ["**What answers it.**", "**What does not.**"] {
            assert!(section.contains(part), "{threat}: {part}");
        }
        let proofs = proofs(section);
        assert!(!proofs.is_empty(), "{threat}: no test");
        for (file, name) in proofs {
            assert!(has_test(&file, &name), "{threat}: {file}: {name}");
        }
    }
}

#[test]
fn tests_that_other_papers_name_are_there() {
    // A file between backticks, a colon, and the test's name.
    let mut count = 0;
    for paper in papers() {
        for part in text(&paper).split("`tests/").skip(1) {
            let Some((file, rest)) = part.split_once(".rs`: `") else {
                continue;
            };
            if file.contains('`') {
                continue;
            }
            count += 1;
            let file = format!("tests/{file}.rs");
            let name = rest.split('`').next().unwrap();
            assert!(has_test(&file, name), "{paper}: {file}: {name}");
        }
    }
    assert!(count > 10, "found only {count}");
}

#[test]
fn nobody_can_send_us_messages() {
    let mut scripts = 0;
    for entry in fs::read_dir(root().join("extension")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "js") {
            scripts += 1;
            has_no_ear(&path);
        }
    }
    assert!(scripts > 5);
    each_source(&root().join("src"), &|path| has_no_ear(path));
    assert!(manifest().get("externally_connectable").is_none());
}

/// Nothing in a file listens to messages.
fn has_no_ear(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    for ear in [
        "onMessage",
        "onConnect",
        "onUserScript",
        "BroadcastChannel",
        "addEventListener(\"message\"",
        "listen(\"message\"",
        "onmessage",
        "MessagePort",
    ] {
        assert!(!text.contains(ear), "{}: {ear}", path.display());
    }
}

fn each_source(folder: &Path, with: &dyn Fn(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_source(&path, with);
        } else {
            with(&path);
        }
    }
}

#[test]
fn crates_come_from_one_registry_by_checksum() {
    let lock = text("Cargo.lock");
    let ours = [
        "core-bench",
        "fuzz",
        "probe",
        "rebadge",
        "stand-in",
        "wasm-bindgen-tool",
    ];
    let packages: Vec<_> = lock.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 100);
    for package in packages {
        let value = |key: &str| {
            let begin = format!("\n{key} = \"");
            Some(package.split_once(&begin)?.1.split('"').next().unwrap())
        };
        let name = value("name").unwrap();
        if ours.contains(&name) {
            assert_eq!(value("source"), None, "{name}");
        } else {
            let registry = "registry+https://github.com/rust-lang/crates.io-index";
            assert_eq!(value("source"), Some(registry), "{name}");
            assert_eq!(value("checksum").map(str::len), Some(64), "{name}");
        }
    }
}

#[test]
fn npm_packages_are_pinned_by_checksum_and_name_no_host() {
    let lock: Value = serde_json::from_str(&text("package-lock.json")).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    assert!(packages.len() > 100);
    for (path, package) in packages.iter().filter(|(path, _)| !path.is_empty()) {
        assert!(package.get("resolved").is_none(), "{path}");
        assert!(package.get("link").is_none(), "{path}");
        let digest = package["integrity"].as_str().unwrap();
        assert!(digest.starts_with("sha512-"), "{path}");
        assert_eq!(package["dev"], Value::Bool(true), "{path} would be shipped");
    }
    assert!(text(".npmrc").contains("\nignore-scripts=true\n"));
}

/// A text of the stores' listing, as one line.
fn listing(heading: &str) -> String {
    let document = text("docs/store/listing.md");
    let section = section(&document, heading);
    let lines = section.lines().filter_map(|line| line.strip_prefix("> "));
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_stores_texts_keep_to_their_limits() {
    // Chrome Web Store and Edge take the short one from the manifest.
    let short = listing("Short description");
    assert!((30..=132).contains(&short.chars().count()), "{short}");
    let messages: Value =
        serde_json::from_str(&text("extension/_locales/en/messages.json")).unwrap();
    assert_eq!(messages["extension_description"]["message"], *short);
    let summary = listing("Summary");
    assert!((30..=250).contains(&summary.chars().count()), "{summary}");
    let document = text("docs/store/listing.md");
    let long = section(&document, "Long description")
        .trim()
        .chars()
        .count();
    // Edge wants 250 at least, and takes 10,000.
    assert!((250..=10_000).contains(&long), "{long}");
}

#[test]
fn the_stores_are_told_the_reason_of_every_permission() {
    let document = text("docs/store/permissions.md");
    let told = subjects(section(&document, "Reasons"));
    let asked: BTreeSet<_> = KINDS.iter().flat_map(|(key, _)| listed(key)).collect();
    assert_eq!(told, asked);
    for row in rows(section(&document, "Reasons")) {
        // What the Chrome Web Store takes in a field.
        assert!((20..=1_000).contains(&row[1].chars().count()), "{row:?}");
    }
}
