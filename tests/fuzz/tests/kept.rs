//! What was found is found no more: everything that has to hold of any input
//! holds of what is kept, and of what that was made from.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use fuzz::{TARGETS, seeds};

/// What is kept of a target.
fn kept(target: &str) -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let files = fs::read_dir(corpus).unwrap();
    let read = |path: &Path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    files.map(|file| read(&file.unwrap().path())).collect()
}

#[test]
fn whatever_has_to_hold_holds_of_what_is_kept() {
    for (name, check) in TARGETS {
        let kept = kept(name);
        assert!(kept.len() > 30, "{name}: only {} are kept", kept.len());
        for input in kept {
            check(&input);
        }
    }
}

#[test]
fn whatever_has_to_hold_holds_of_what_it_begins_with() {
    for (name, check) in TARGETS {
        let seeds = seeds::of(name);
        assert!(seeds.len() > 5, "{name}: only {} seeds", seeds.len());
        for seed in seeds {
            check(&seed);
        }
    }
}
