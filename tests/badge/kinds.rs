//! Kinds of badges, each with its id and the address of its picture.

use rebadge::badge::{Badge, Format, Kind, LinkTarget, Logo, Metric, TokenUse};

use super::{TOKEN, badge, token};

#[test]
fn each_kind_has_its_own_picture() {
    let address = |kind| {
        let badge = Badge {
            kind,
            ..badge("bugs", Some("b"))
        };
        badge
            .picture_url(Some(&token()))
            .expose()
            .replace(TOKEN, "T")
    };
    let base = "https://sonarcloud.io";
    let rows = [
        (
            Kind::QualityGate,
            "/api/project_badges/quality_gate?branch=b&project=acme%3Apayments&token=T",
        ),
        (
            Kind::AiCodeAssurance,
            "/api/project_badges/ai_code_assurance?branch=b&project=acme%3Apayments&token=T",
        ),
        (
            Kind::Logo(Logo::Highlight),
            "/images/project_badges/sonarcloud-highlight.svg",
        ),
    ];
    for (kind, path) in rows {
        assert_eq!(address(kind), [base, path].concat());
    }
}

#[test]
fn every_kind_is_found_by_its_id() {
    let kinds = Metric::of_server()
        .map(Kind::Measure)
        .chain(Logo::ALL.map(Kind::Logo))
        .chain([Kind::QualityGate, Kind::AiCodeAssurance]);
    for kind in kinds {
        assert_eq!(Kind::of_id(&kind.id()), Some(kind));
    }
    for id in ["", "measure:", "measure:a b", "logo:pink", "bugs"] {
        assert_eq!(Kind::of_id(id), None, "{id}");
    }
    for format in Format::ALL {
        assert_eq!(Format::of_id(format.id()), Some(format));
    }
    for target in LinkTarget::ALL {
        assert_eq!(LinkTarget::of_id(target.id()), Some(target));
    }
    for usage in TokenUse::ALL {
        assert_eq!(TokenUse::of_id(usage.id()), Some(usage));
    }
}
