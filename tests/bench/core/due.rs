//! Counting what is due, as the background program does it.

use criterion::Criterion;
use rebadge::renewal::Subject;
use rebadge::rotation::{Managed, Records, count_due};

use crate::large::{COUNT, Large, roster};
use crate::screen::{START, ago, cloud, renewed};

pub fn bench(criterion: &mut Criterion) {
    let owner = cloud();
    let projects = Large::projects();
    let beginning = Subject::ledgers(&owner.instance);
    let ledger = (0..).zip(&projects).map(|(number, project)| {
        let (_, record) = renewed(project.key.as_str(), number % 90);
        (format!("{beginning}{}", project.key), Some(record))
    });
    let records = Records {
        rosters: vec![(owner.roster(), Some(roster(&projects, ago(100))))],
        policies: Vec::new(),
        ledger: ledger.collect(),
    };
    let managed = Managed::default();
    let count = count_due(&records, &managed, START);
    assert!(count.due > 0 && count.soon > 0 && count.due + count.soon < COUNT);
    criterion.bench_function(
        &format!("count of what is due, {COUNT} projects"),
        |bencher| {
            bencher.iter(|| count_due(&records, &managed, START));
        },
    );
}
