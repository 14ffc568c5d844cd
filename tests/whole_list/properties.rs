//! What holds for every query, and for every host.

use proptest::prelude::*;
use rebadge::sonar::{Failure, ListPage, MOST_REQUESTS, Project, SIDE_BY_SIDE, split};

use super::Listing;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// What holds a query holds a narrower one, unless it is nothing else.
    #[test]
    fn narrower_queries_leave_nothing_out(key in "[A-Za-z0-9_.:-]{2,12}", at in 0..12_usize, length in 0..3_usize) {
        let key = key.to_lowercase();
        let start = at.min(key.len() - 1);
        let query = &key[start..key.len().min(start + length)];
        prop_assume!(query.len() < key.len());
        let narrower = split::narrower(query);
        prop_assert!(narrower.iter().any(|longer| key.contains(longer.as_str())));
        prop_assert!(narrower.iter().all(|longer| longer.contains(query)));
    }

    /// Whatever a host answers, it comes to an end within bounds, and its sums are right.
    #[test]
    fn any_host_is_done_with_in_the_end(seed in any::<u64>(), total in 0..12_000_usize) {
        let mut listing = Listing::of(0);
        let chance = std::cell::Cell::new(seed | 1);
        let roll = |sides: u64| {
            let next = chance.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            chance.set(next);
            (next >> 33) % sides
        };
        let progress = listing.run(usize::MAX, |_, request| match roll(9) {
            0 => Err(Failure::RateLimited { retry_after: None }),
            1 => Err(Failure::Server { status: 500 }),
            2 if roll(4) == 0 => Err(Failure::Refused { status: 400 }),
            3 => Ok(ListPage { entries: Vec::new(), total: usize::try_from(roll(13_000)).unwrap() }),
            _ => {
                let begin = (request.page - 1) * 500;
                let end = total.min(begin + 500);
                let entries = (begin.min(end)..end).map(|number| Project {
                    key: rebadge::page::ProjectKey::parse(&format!("k{number}")).unwrap(),
                    name: format!("Name {number}"),
                    visibility: None,
                    analysed: None,
                });
                Ok(ListPage { entries: entries.collect(), total })
            }
        });
        prop_assert!(progress.done);
        prop_assert!(listing.asked.len() <= MOST_REQUESTS);
        prop_assert!(listing.widest <= SIDE_BY_SIDE);
        prop_assert_eq!(progress.missing, progress.total.saturating_sub(progress.listed));
    }
}
