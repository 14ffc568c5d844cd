//! How fast the rooms without a browser are, natively. `./build.sh bench only=core`
//! runs it and puts its figures beside those from the browser.

#![allow(clippy::unwrap_used)]

mod badges;
mod due;
mod filter;
mod large;
mod listing;
mod page;
mod planning;
#[path = "../../dashboard/screen/mod.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod screen;
mod token;

use std::time::Duration;

use criterion::Criterion;

/// Short, since all of these take microseconds or a few milliseconds: more
/// samples would tell more of the machine than of the code.
fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_200))
        .configure_from_args()
}

fn main() {
    let mut criterion = criterion();
    for bench in [
        page::bench,
        badges::bench,
        token::bench,
        listing::bench,
        planning::bench,
        due::bench,
        filter::bench,
    ] {
        bench(&mut criterion);
    }
    criterion.final_summary();
}
