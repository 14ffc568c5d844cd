//! Thousands of projects that differ, as a large organization has them.

use serde::Deserialize;

use crate::dates::{DAY, EPOCH, HOUR};
use crate::mint::digest;
use crate::projects::{Project, Visibility};

/// So many projects of an organization, `ORGANIZATION_project-00001` and on.
/// The same wish makes the same projects.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crowd {
    /// The organization's key.
    pub organization: String,
    /// How many.
    pub count: u32,
    /// The number of the first, for more of them later.
    #[serde(default = "one")]
    pub first: u32,
    /// How many of them are private, from 0 to 1.
    #[serde(default = "most")]
    pub private_share: f64,
    /// How many of them were ever analysed, from 0 to 1.
    #[serde(default = "most")]
    pub analysed: f64,
}

fn one() -> u32 {
    1
}

fn most() -> f64 {
    0.9
}

const AREAS: [&str; 24] = [
    "account",
    "audit",
    "billing",
    "booking",
    "card",
    "catalogue",
    "claims",
    "customer",
    "data",
    "document",
    "fraud",
    "identity",
    "inventory",
    "ledger",
    "loan",
    "mobile",
    "order",
    "partner",
    "payment",
    "pricing",
    "risk",
    "shipping",
    "tax",
    "web",
];
const PARTS: [&str; 20] = [
    "adapter",
    "agent",
    "api",
    "batch",
    "client",
    "core",
    "dashboard",
    "export",
    "frontend",
    "gateway",
    "importer",
    "jobs",
    "library",
    "mapper",
    "proxy",
    "queue",
    "reports",
    "service",
    "tools",
    "worker",
];

impl Crowd {
    /// So many, with the usual shares.
    #[must_use]
    pub fn new(organization: &str, count: u32) -> Self {
        Self {
            organization: organization.into(),
            count,
            first: one(),
            private_share: most(),
            analysed: most(),
        }
    }

    pub(crate) fn projects(&self) -> impl Iterator<Item = Project> {
        let end = self.first.saturating_add(self.count);
        (self.first..end).map(|number| self.project(number))
    }

    fn project(&self, number: u32) -> Project {
        let key = format!("{}_project-{number:05}", self.organization);
        let falls = |of: &str, share: f64| {
            let place = digest(&format!("{key} {of}")) % 10_000;
            u32::try_from(place).map_or(0.0, f64::from) < share * 10_000.0
        };
        let visibility = if falls("visibility", self.private_share) {
            Visibility::Private
        } else {
            Visibility::Public
        };
        let mut project = Project::new(&self.organization, &key, &name(number), visibility);
        let age = digest(&key) % 730 * DAY + digest(&key) % 23 * HOUR;
        project.analysed = falls("analysis", self.analysed).then_some(EPOCH - age);
        project
    }
}

/// A name as people give them, some of which would like to be more than text.
fn name(number: u32) -> String {
    let chance = digest(&format!("name {number}")) >> 8;
    let choose = |words: &[&'static str], by: u64| {
        let count = u64::try_from(words.len()).unwrap_or(1);
        let place = usize::try_from((chance / by) % count);
        words.get(place.unwrap_or(0)).copied().unwrap_or("app")
    };
    let (area, part) = (choose(&AREAS, 1), choose(&PARTS, 24));
    match number % 211 {
        7 => format!("<img src=x onerror=alert({number})> {area}"),
        57 => format!("=HYPERLINK(\"https://evil.example/{number}\") {area}"),
        107 => format!("\u{5e9}\u{5d9}\u{5e8}\u{5d5}\u{5ea} \u{62e}\u{62f}\u{645}\u{629} {number}"),
        157 => format!("\u{202e}{area} {part} {number}"),
        187 => format!("\u{1f4b3} {area} | {part} [x](y) {number}"),
        207 => format!(
            "{} {number}",
            format!("{area} {part} ").repeat(14).trim_end()
        ),
        _ => match chance / 480 % 4 {
            0 => format!("{area}-{part}-{}", number % 1_000),
            1 => format!("com.example.{area}:{part}"),
            2 => format!("{} {} {number}", capital(area), capital(part)),
            _ => format!("{}_{}", area.to_uppercase(), part),
        },
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_uppercase() + rest
}
