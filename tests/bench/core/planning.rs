//! Planning a rotation.

use criterion::{BatchSize, Criterion};
use rebadge::dashboard::Action;
use rebadge::rotation::{Candidate, Plan};

use crate::large::{COUNT, Large, screen};

pub fn bench(criterion: &mut Criterion) {
    let projects = Large::projects();
    // One in ten is another's, and another one needs no token.
    let chosen: Vec<_> = (0..)
        .zip(&projects)
        .map(|(number, project)| Candidate {
            project: project.key.clone(),
            needs_token: number % 10 != 1,
            may_administer: (number % 10 == 2).then_some(false),
        })
        .collect();
    criterion.bench_function(&format!("plan of {COUNT} projects"), |bencher| {
        bencher.iter_batched(
            || chosen.clone(),
            |chosen| Plan::of(chosen, true),
            BatchSize::LargeInput,
        );
    });

    let mut screen = screen(&projects);
    criterion.bench_function(&format!("dialog of the plan, {COUNT} rows"), |bencher| {
        bencher.iter(|| {
            screen.act(Action::PlanDue);
            let plan = screen.plan();
            screen.act(Action::Cancel);
            plan
        });
    });
}
