//! What a badge shows.

use std::borrow::Cow;

use super::Metric;

/// The kinds of badges that hosts draw.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One measure, small.
    Measure(Metric),
    /// The quality gate, large.
    QualityGate,
    /// Whether the project's AI code is assured; not on every host.
    AiCodeAssurance,
    /// That SonarQube Cloud is used at all, which needs neither project nor
    /// token.
    Logo(Logo),
}

/// The looks of Cloud's logo (seen on sonarcloud.io).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Logo {
    /// For light pages.
    Light,
    /// For dark pages.
    Dark,
    /// In colour.
    Highlight,
}

impl Logo {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Highlight];

    /// The name in the picture's address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Highlight => "highlight",
        }
    }
}

const MEASURE: &str = "measure:";
const LOGO: &str = "logo:";
const QUALITY_GATE: &str = "quality_gate";
const AI_CODE_ASSURANCE: &str = "ai_code_assurance";

impl Kind {
    /// The badge that people want first.
    pub const FIRST: Self = Self::Measure(Metric::QUALITY_GATE);

    /// A name for code, markup and storage: `measure:coverage`, `logo:dark`.
    pub fn id(&self) -> String {
        match self {
            Self::Measure(metric) => [MEASURE, metric.key()].concat(),
            Self::QualityGate => QUALITY_GATE.to_owned(),
            Self::AiCodeAssurance => AI_CODE_ASSURANCE.to_owned(),
            Self::Logo(logo) => [LOGO, logo.key()].concat(),
        }
    }

    /// The kind of that id.
    pub fn of_id(id: &str) -> Option<Self> {
        if let Some(key) = id.strip_prefix(MEASURE) {
            return Metric::of_key(key).map(Self::Measure);
        }
        if let Some(name) = id.strip_prefix(LOGO) {
            let logo = Logo::ALL.into_iter().find(|logo| logo.key() == name);
            return logo.map(Self::Logo);
        }
        match id {
            QUALITY_GATE => Some(Self::QualityGate),
            AI_CODE_ASSURANCE => Some(Self::AiCodeAssurance),
            _ => None,
        }
    }

    /// The name, which is the alternative text too unless another is chosen:
    /// in English, as a README wants it.
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Measure(metric) => metric.name(),
            Self::QualityGate => "Quality Gate".into(),
            Self::AiCodeAssurance => "AI Code Assurance".into(),
            Self::Logo(_) => "SonarQube Cloud".into(),
        }
    }

    /// Whether its picture shows something of the project.
    pub fn is_of_project(&self) -> bool {
        !matches!(self, Self::Logo(_))
    }
}
