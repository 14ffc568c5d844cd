//! The project's own files, to be looked into.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a path of the project is.
pub fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What a file says.
pub fn text(path: &str) -> String {
    fs::read_to_string(place(path)).unwrap()
}

/// All sources below a folder, one after the other.
pub fn sources(folder: &str) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(place(folder)).unwrap() {
        let path = entry.unwrap().path();
        let path = path.to_str().unwrap();
        if Path::new(path).is_dir() {
            all += &sources(path);
        } else {
            all += &text(path);
        }
    }
    all
}

/// The names of a folder's entries that end so, in order.
pub fn named(folder: &str, ending: &str) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(place(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(ending))
        .collect();
    names.sort();
    names
}

/// Every quoted word that comes right after an opening.
pub fn quoted_after(text: &str, opening: &str) -> BTreeSet<String> {
    text.split(opening)
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}
