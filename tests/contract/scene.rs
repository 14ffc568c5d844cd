//! The scene file: which real servers there are, and who and what is on them.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;

/// The environment variable with the path of the scene file.
pub const VARIABLE: &str = "REBADGE_SERVERS";

/// A real server, as `./build.sh conformance` has started and seeded it.
#[derive(Clone, Debug, Deserialize)]
pub struct Scene {
    /// `26.9` or `9.9`.
    pub version: String,
    /// Such as `http://127.0.0.1:9000`.
    pub origin: String,
    /// The context path, empty or such as `/sonar`.
    pub context: String,
    /// Who may do everything.
    pub admin: Account,
    /// By login.
    pub people: BTreeMap<String, Password>,
    pub projects: Projects,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Account {
    pub login: String,
    pub password: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Password {
    pub password: String,
}

/// Project keys by what they are there for.
#[derive(Clone, Debug, Deserialize)]
pub struct Projects {
    pub analysed: String,
    pub failed: String,
    pub public: String,
    pub fresh: String,
}

/// The scenes of the file that the environment names; none where it names none.
///
/// # Panics
/// Where it names one that cannot be read.
pub fn scenes() -> Vec<Scene> {
    let Ok(path) = std::env::var(VARIABLE) else {
        return Vec::new();
    };
    let text = fs::read_to_string(&path).unwrap_or_else(|why| stop(&path, &why.to_string()));
    let scenes: Vec<Scene> =
        serde_json::from_str(&text).unwrap_or_else(|why| stop(&path, &why.to_string()));
    for scene in &scenes {
        if !["26.9", "9.9"].contains(&scene.version.as_str()) {
            stop(&path, &format!("there are no cases for {}", scene.version))
        }
    }
    scenes
}

/// No panic: its words would be lost, since failures of cases are told elsewhere.
fn stop<T>(path: &str, why: &str) -> T {
    eprintln!("{VARIABLE} names {path}: {why}");
    std::process::exit(2)
}
