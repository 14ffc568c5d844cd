//! The permissions: each has its reason, and what is said not to be asked for is not.

use std::collections::BTreeSet;

use super::{KINDS, listed, manifest, quoted, rows, section, subjects, text};

const PERMISSIONS: &str = "docs/permissions.md";

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
