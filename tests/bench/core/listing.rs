//! Reading a page of the list of projects.

use std::hint::black_box;

use criterion::Criterion;
use rebadge::sonar::PAGE_SIZE;

use crate::large::{Large, read, request};

pub fn bench(criterion: &mut Criterion) {
    let request = request(1);
    let body = Large::new().body(&request);
    assert_eq!(read(&request, &body).entries.len(), PAGE_SIZE);
    let name = format!("decode a page of {PAGE_SIZE} projects");
    criterion.bench_function(&name, |bencher| {
        bencher.iter(|| read(&request, black_box(&body)));
    });
}
