//! The metrics that a measure's badge can show.

use std::borrow::Cow;

/// A metric of a measure's badge, by its key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Metric(Cow<'static, str>);

/// Keys and names as the product's own UI spells them (seen on sonarcloud.io;
/// Server's measured on 26.9). Cloud's come first.
const NAMES: [(&str, &str); 19] = [
    ("alert_status", "Quality Gate Status"),
    ("bugs", "Bugs"),
    ("code_smells", "Code Smells"),
    ("coverage", "Coverage"),
    ("duplicated_lines_density", "Duplicated Lines (%)"),
    ("ncloc", "Lines of Code"),
    ("sqale_rating", "Maintainability Rating"),
    ("reliability_rating", "Reliability Rating"),
    ("security_rating", "Security Rating"),
    ("sqale_index", "Technical Debt"),
    ("vulnerabilities", "Vulnerabilities"),
    ("security_hotspots", "Security Hotspots"),
    ("software_quality_reliability_issues", "Reliability Issues"),
    (
        "software_quality_maintainability_issues",
        "Maintainability Issues",
    ),
    ("software_quality_security_issues", "Security Issues"),
    ("software_quality_reliability_rating", "Reliability Rating"),
    (
        "software_quality_maintainability_rating",
        "Maintainability Rating",
    ),
    ("software_quality_security_rating", "Security Rating"),
    (
        "software_quality_maintainability_remediation_effort",
        "Technical Debt",
    ),
];

/// How many of them Cloud has.
const OF_CLOUD: usize = 11;

impl Metric {
    /// The metric that people want first.
    pub const QUALITY_GATE: Self = Self(Cow::Borrowed(NAMES[0].0));

    /// The eleven that SonarQube Cloud's `api/webservices/list` gives as the
    /// possible values of `project_badges/measure` (listings of 2022 and 2026).
    pub fn of_cloud() -> impl Iterator<Item = Self> {
        NAMES[..OF_CLOUD]
            .iter()
            .map(|(key, _)| Self(Cow::Borrowed(key)))
    }

    /// Those, and the eight that a Server adds (measured on 26.9).
    pub fn of_server() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(key, _)| Self(Cow::Borrowed(key)))
    }

    /// The metric of that key; nothing for what cannot be one. A key that is
    /// not known is one all the same: hosts add metrics over time.
    pub fn of_key(key: &str) -> Option<Self> {
        let is_key = !key.is_empty()
            && key.len() <= Self::MAX_LENGTH
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_key.then(|| Self(Cow::Owned(key.to_owned())))
    }

    /// The most characters a key may have (SonarQube's public source).
    pub const MAX_LENGTH: usize = 64;

    /// The key that the web API knows it by, as `alert_status`.
    pub fn key(&self) -> &str {
        &self.0
    }

    /// The name that people know it by. It is also the badge's alternative
    /// text, in English whatever the browser's language, as a README wants it.
    /// A metric that is not known is called by its key: `new_shiny_thing` is
    /// "New Shiny Thing".
    pub fn name(&self) -> Cow<'static, str> {
        match NAMES.iter().find(|(key, _)| *key == self.0) {
            Some((_, name)) => Cow::Borrowed(name),
            None => Cow::Owned(readable(&self.0)),
        }
    }

    /// Whether the product's own UI has a name for it.
    pub fn is_known(&self) -> bool {
        NAMES.iter().any(|(key, _)| *key == self.0)
    }
}

fn readable(key: &str) -> String {
    let words = key.split('_').filter(|word| !word.is_empty()).map(|word| {
        let mut rest = word.chars();
        let first = rest.next().map(|first| first.to_ascii_uppercase());
        String::from_iter(first) + rest.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_metric_is_called_by_its_key() {
        let metric = Metric::of_key("new_shiny_thing").map(|metric| metric.name());
        assert_eq!(metric.as_deref(), Some("New Shiny Thing"));
    }

    #[test]
    fn what_cannot_be_a_key_is_none() {
        for text in ["", "two words", "a&b", "ü", &"a".repeat(65)] {
            assert_eq!(Metric::of_key(text), None, "{text}");
        }
    }
}
