//! Inputs to begin with: the URLs of the tests' tables, what real servers have
//! answered, and a record of each kind.

use std::path::Path;

use rebadge::badge::{Kind, Metric};
use serde_json::Value;

#[path = "../../page/origins.rs"]
mod origins;
#[path = "../../page/urls.rs"]
mod urls;

/// One record of each kind, as this version writes them, and odd ones.
const STORED: &str = include_str!("stored.txt");

/// The seeds of what bears that name.
#[must_use]
pub fn of(target: &str) -> Vec<String> {
    match target {
        "page" => urls::TABLE
            .iter()
            .chain(origins::TABLE)
            .map(|(url, _)| (*url).to_owned())
            .chain(SERVERS.map(str::to_owned))
            .collect(),
        "api" => answers(),
        "snippet" => snippets(),
        "stored" => STORED.split("\n\n").map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

const SERVERS: [&str; 3] = [
    "/sonar\nhttp://intranet:9000/sonar/dashboard?id=acme%3Aapp&branch=a%2Fb",
    "/sonar\nhttp://h/sonar/sessions/new?return_to=%2Fsonar%2Fdashboard%3Fid%3Dk",
    "\nhttps://[::1]:9000/component_measures?id=k&pullRequest=7",
];

/// What real servers answered, once for each text.
fn answers() -> Vec<String> {
    let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join("../recorded");
    let mut answers: Vec<_> = ["server-26.9", "server-9.9"]
        .into_iter()
        .flat_map(|server| std::fs::read_dir(recorded.join(server)).unwrap())
        .map(|file| answer(&file.unwrap().path()))
        .collect();
    answers.push("429 30\n".to_owned());
    answers.push("503 1764000060000\n<html>".to_owned());
    answers.sort();
    answers.dedup();
    answers
}

fn answer(path: &Path) -> String {
    let exchange: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let response = &exchange["response"];
    let body = match &response["body"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        json => json.to_string(),
    };
    format!("{} \n{body}", response["status"])
}

fn snippets() -> Vec<String> {
    let kinds = Metric::of_server()
        .map(Kind::Measure)
        .chain([Kind::QualityGate]);
    let mut snippets: Vec<_> = kinds
        .map(|kind| {
            format!(
                "https://sonarcloud.io\nacme_app\nmain\n{}\n0123\n",
                kind.id()
            )
        })
        .collect();
    snippets.extend(
        [
            "https://sonarqube.us\norg.acme:app\nfeature/a#1&2 +%\nmeasure:bugs logo:dark quality_gate\n\n",
            "http://intranet:9000/sonar\nk\n\nai_code_assurance\n%&)\na](b) `c` | <d> & \\\n*e* _f_ ~~g~~",
            "https://[::1]\nk-_.:\n\u{202E}ø\nmeasure:x\n\n![x](y) [z]: <u> http://v &amp; #1",
        ]
        .map(str::to_owned),
    );
    snippets
}
