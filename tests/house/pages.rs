//! The elements of the pages are those that their programs ask for.

use std::collections::BTreeSet;

use super::files::{quoted_after, sources, text};

/// The pages, each with the folder of its program.
const PAGES: [(&str, &str); 2] = [
    ("extension/popup.html", "src/bin/popup"),
    ("extension/dashboard.html", "src/bin/dashboard"),
];

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
