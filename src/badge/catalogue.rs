//! The badges that a host offers.

use super::{Kind, Logo, Metric};
use crate::page::Instance;
use crate::sonar::BadgeServices;

/// What is known of a host's badges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue(Vec<Kind>);

impl Catalogue {
    /// What such a host is known to offer, before it is asked. Not all of them have
    /// the badge of AI code.
    pub fn known(instance: &Instance) -> Self {
        match instance {
            Instance::Cloud(_) => Self::of(instance, Metric::of_cloud().collect(), true, false),
            Instance::Server(_) => Self::of(instance, Metric::of_server().collect(), true, false),
        }
    }

    /// What a host lists; metrics that are known come first, in the usual order.
    pub fn listed(instance: &Instance, services: &BadgeServices) -> Self {
        let mut metrics: Vec<_> = Metric::of_server()
            .filter(|metric| services.metrics.iter().any(|key| key == metric.key()))
            .collect();
        let others = services
            .metrics
            .iter()
            .filter_map(|key| Metric::of_key(key));
        metrics.extend(others.filter(|metric| !metric.is_known()));
        if metrics.is_empty() {
            return Self::known(instance);
        }
        let (gate, ai_code) = (services.draws_quality_gate, services.draws_ai_code);
        Self::of(instance, metrics, gate, ai_code)
    }

    fn of(instance: &Instance, metrics: Vec<Metric>, gate: bool, ai_code: bool) -> Self {
        let mut kinds: Vec<_> = metrics.into_iter().map(Kind::Measure).collect();
        kinds.extend(gate.then_some(Kind::QualityGate));
        kinds.extend(ai_code.then_some(Kind::AiCodeAssurance));
        if let Instance::Cloud(_) = instance {
            kinds.extend(Logo::ALL.map(Kind::Logo));
        }
        Self(kinds)
    }

    /// The kinds, in the order of the product's own list.
    pub fn kinds(&self) -> &[Kind] {
        &self.0
    }
}
