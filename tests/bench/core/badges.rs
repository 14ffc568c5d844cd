//! Making snippets.

use std::hint::black_box;

use criterion::Criterion;
use rebadge::badge::{Badge, Format, Kind, LinkTarget, Snippet, Style, Token};
use rebadge::page::{BranchName, Instance, ProjectKey};

use crate::screen::token;

pub fn bench(criterion: &mut Criterion) {
    let badge = Badge {
        instance: Instance::CLOUD[0].clone(),
        project: ProjectKey::parse("acme-payments_payments-service").unwrap(),
        branch: BranchName::parse("feature/søk & finn").ok(),
        kind: Kind::FIRST,
    };
    let token = token('a');
    let mut group = criterion.benchmark_group("snippet");
    for format in Format::ALL {
        let style = Style {
            format,
            link: LinkTarget::Measure,
            ..Style::default()
        };
        group.bench_function(format.id(), |bencher| {
            bencher.iter(|| {
                let badges = std::slice::from_ref(black_box(&badge));
                Snippet::new(badges, &style, Token::Known(&token))
            });
        });
    }
    group.finish();
}
