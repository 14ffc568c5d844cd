//! Writes the seeds of each target into a folder of its name.

#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use fuzz::{TARGETS, seeds};

fn main() {
    let place = PathBuf::from(std::env::args_os().nth(1).unwrap());
    for (target, _) in TARGETS {
        let folder = place.join(target);
        std::fs::create_dir_all(&folder).unwrap();
        for (number, seed) in seeds::of(target).iter().enumerate() {
            std::fs::write(folder.join(number.to_string()), seed).unwrap();
        }
    }
}
