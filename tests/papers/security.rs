//! The threats: each has its answer, and tests that are there; and nothing of
//! ours listens to messages.

use std::fs;
use std::path::Path;

use super::named::has_test;
use super::{manifest, root, section, text};

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
