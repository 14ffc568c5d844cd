//! Reading URLs.

use std::hint::black_box;

use criterion::Criterion;
use rebadge::page::read;

#[path = "../../page/origins.rs"]
mod origins;
#[path = "../../page/urls.rs"]
mod urls;

pub fn bench(criterion: &mut Criterion) {
    let urls: Vec<&str> = urls::TABLE
        .iter()
        .chain(origins::TABLE)
        .map(|(url, _)| *url)
        .collect();
    criterion.bench_function(&format!("read {} URLs", urls.len()), |bencher| {
        bencher.iter(|| {
            for url in &urls {
                let _ = black_box(read(black_box(url)));
            }
        });
    });
}
