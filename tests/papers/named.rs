//! Files and tests that are named in the papers.

use std::fs;
use std::path::Path;

use super::{quoted, root, text};

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

/// Whether a file has a test of that name.
pub fn has_test(file: &str, name: &str) -> bool {
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
