//! The metrics that a badge can show.

/// A metric of SonarQube Cloud's badges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Metric {
    key: &'static str,
    name: &'static str,
}

const fn metric(key: &'static str, name: &'static str) -> Metric {
    Metric { key, name }
}

impl Metric {
    /// The metric that people want first.
    pub const QUALITY_GATE: Self = Self::CLOUD[0];

    /// The eleven that SonarQube Cloud's `api/webservices/list` gives as the
    /// possible values of `project_badges/measure` (listings of 2022 and 2026),
    /// named as the product's own UI names them.
    pub const CLOUD: [Self; 11] = [
        metric("alert_status", "Quality Gate Status"),
        metric("bugs", "Bugs"),
        metric("code_smells", "Code Smells"),
        metric("coverage", "Coverage"),
        metric("duplicated_lines_density", "Duplicated Lines (%)"),
        metric("ncloc", "Lines of Code"),
        metric("sqale_rating", "Maintainability Rating"),
        metric("reliability_rating", "Reliability Rating"),
        metric("security_rating", "Security Rating"),
        metric("sqale_index", "Technical Debt"),
        metric("vulnerabilities", "Vulnerabilities"),
    ];

    /// The metric of that key, if the catalogue has it.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::CLOUD.into_iter().find(|metric| metric.key == key)
    }

    /// The key that the web API knows it by, as `alert_status`.
    pub fn key(self) -> &'static str {
        self.key
    }

    /// The name that people know it by. It is also the badge's alternative
    /// text, in English whatever the browser's language, as a README wants it.
    pub fn name(self) -> &'static str {
        self.name
    }
}
