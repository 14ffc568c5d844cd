//! Fingerprints of tokens.

use std::hint::black_box;

use criterion::Criterion;
use rebadge::token::{Fingerprint, Salt};

use crate::screen::token;

pub fn bench(criterion: &mut Criterion) {
    let token = token('a');
    let salt = Salt::new([7; 16]);
    criterion.bench_function("fingerprint of a token", |bencher| {
        bencher.iter(|| Fingerprint::of(black_box(&token), salt));
    });
}
