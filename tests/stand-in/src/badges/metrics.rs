//! The metrics that have a badge: which ones, their names, and values for them.

use crate::mint::digest;
use crate::profile::Profile;
use crate::projects::Project;

/// Cloud's eleven (seen).
const CLOUD: &[&str] = &[
    "bugs",
    "code_smells",
    "coverage",
    "duplicated_lines_density",
    "ncloc",
    "sqale_rating",
    "alert_status",
    "reliability_rating",
    "security_rating",
    "sqale_index",
    "vulnerabilities",
];

/// The twelve of 9.9 (measured).
const SERVER_9_9: &[&str] = &[
    "bugs",
    "code_smells",
    "coverage",
    "duplicated_lines_density",
    "ncloc",
    "sqale_rating",
    "alert_status",
    "reliability_rating",
    "security_hotspots",
    "security_rating",
    "sqale_index",
    "vulnerabilities",
];

/// The nineteen of 26.9 (measured).
const SERVER_26_9: &[&str] = &[
    "coverage",
    "duplicated_lines_density",
    "ncloc",
    "alert_status",
    "security_hotspots",
    "bugs",
    "code_smells",
    "vulnerabilities",
    "sqale_rating",
    "reliability_rating",
    "security_rating",
    "sqale_index",
    "software_quality_reliability_issues",
    "software_quality_maintainability_issues",
    "software_quality_security_issues",
    "software_quality_maintainability_rating",
    "software_quality_reliability_rating",
    "software_quality_security_rating",
    "software_quality_maintainability_remediation_effort",
];

/// The metrics that a profile draws, in its own order.
pub(crate) fn keys(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Server | Profile::ServerForced => SERVER_26_9,
        Profile::Server99 => SERVER_9_9,
        _ => CLOUD,
    }
}

/// The left half of a badge (two measured, the others from the source).
pub(crate) fn label(metric: &str) -> &'static str {
    match metric {
        "alert_status" => "quality gate",
        "bugs" => "bugs",
        "code_smells" => "code smells",
        "coverage" => "coverage",
        "duplicated_lines_density" => "duplicated lines",
        "ncloc" => "lines of code",
        "security_hotspots" => "security hotspots",
        "vulnerabilities" => "vulnerabilities",
        "sqale_rating" | "software_quality_maintainability_rating" => "maintainability",
        "reliability_rating" | "software_quality_reliability_rating" => "reliability",
        "security_rating" | "software_quality_security_rating" => "security",
        "software_quality_reliability_issues" => "reliability issues",
        "software_quality_maintainability_issues" => "maintainability issues",
        "software_quality_security_issues" => "security issues",
        _ => "technical debt",
    }
}

/// The right half: what the seed says, or something made up that stays.
pub(crate) fn value(project: &Project, branch: &str, metric: &str) -> String {
    let on_main = branch == project.main_branch();
    if let Some(text) = project.measures.get(metric).filter(|_| on_main) {
        return text.clone();
    }
    let number = digest(&format!("{}\n{branch}\n{metric}", project.key)) >> 20;
    match metric {
        "alert_status" if number.is_multiple_of(4) => "failed".into(),
        "alert_status" => "passed".into(),
        "coverage" => format!("{}.{}%", 40 + number % 60, number % 10),
        "duplicated_lines_density" => format!("{}.{}%", number % 9, number % 10),
        "ncloc" => format!("{}k", 1 + number % 90),
        "sqale_index" | "software_quality_maintainability_remediation_effort" => {
            format!("{}d", 1 + number % 30)
        }
        rating if rating.ends_with("_rating") => {
            ["A", "B", "C", "D", "E"][usize::try_from(number % 5).unwrap_or(0)].into()
        }
        _ => (number % 120).to_string(),
    }
}

/// The colour of the right half: grey is measured, the rest is ours.
pub(crate) fn colour(value: &str) -> &'static str {
    match value {
        "passed" | "A" => "#2f9e44",
        "B" => "#82a31d",
        "C" => "#c9a100",
        "D" => "#d9772b",
        "failed" | "E" => "#d4333f",
        _ => "#999999",
    }
}
