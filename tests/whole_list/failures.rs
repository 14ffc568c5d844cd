//! Failures on the way: what is asked for again, waited for, or given up.

use rebadge::sonar::{Failure, ListProjects, SIDE_BY_SIDE};
use stand_in::{Fault, FaultKind};

use super::desk::finish;
use super::{Listing, SEARCH, status, whole};

#[test]
fn a_page_that_fails_once_is_asked_for_again() {
    for kind in [
        status(503, None),
        FaultKind::Drop,
        FaultKind::Html,
        FaultKind::Truncated,
    ] {
        for skip in [0, 2] {
            let mut listing = Listing::of(2_300);
            listing.fault(Fault::new(SEARCH, kind.clone()).skipping(skip).times(1));
            assert_eq!(listing.finish(), whole(2_300), "{kind:?}");
            assert_eq!(listing.asked.len(), 6);
        }
    }
}

#[test]
fn a_page_that_keeps_failing_is_missing_and_said_so() {
    let mut listing = Listing::of(2_300);
    let third = |request: &ListProjects| request.page == 3;
    let progress = listing.run(usize::MAX, |listing, request| {
        if third(request) {
            return Err(Failure::Server { status: 503 });
        }
        finish(listing.lister.page(&listing.desk, request))
    });
    assert_eq!(
        (progress.listed, progress.missing, progress.done),
        (1_800, 500, true)
    );
    assert_eq!(progress.failure, Some(Failure::Server { status: 503 }));
    assert_eq!(
        listing
            .asked
            .iter()
            .filter(|request| third(request))
            .count(),
        4
    );
    listing.list.retry();
    assert_eq!(listing.finish(), whole(2_300));
}

#[test]
fn a_host_that_limits_is_left_alone_for_as_long_as_it_says() {
    for (told, wait) in [(Some(7), 7_000), (None, 5_000), (Some(86_400), 300_000)] {
        let mut listing = Listing::of(3_000);
        listing.fault(Fault::new(SEARCH, status(429, told)).skipping(1).times(1));
        let before = listing.run(2, |listing, request| {
            finish(listing.lister.page(&listing.desk, request))
        });
        assert!(!before.done);
        assert_eq!(listing.asked.len(), 5, "no other page either");
        let begun = listing.desk.now.get();
        assert!(listing.list.next(begun + wait - 1).is_empty());
        assert_eq!(listing.finish(), whole(3_000));
        assert!(listing.desk.now.get() >= begun + wait);
    }
}

#[test]
fn a_host_that_limits_forever_is_given_up() {
    let mut listing = Listing::of(3_000);
    listing.fault(Fault::new(SEARCH, status(429, Some(1))).skipping(1));
    let progress = listing.finish();
    assert_eq!((progress.listed, progress.missing), (500, 2_500));
    assert!(matches!(
        progress.failure,
        Some(Failure::RateLimited { .. })
    ));
    assert_eq!(listing.asked.len(), 1 + 5 * 4);
}

#[test]
fn signing_out_midway_stops_it_and_signing_in_lets_it_go_on() {
    let mut listing = Listing::of(6_000);
    let host = |listing: &Listing, request: &ListProjects| {
        finish(listing.lister.page(&listing.desk, request))
    };
    listing.run(3, host);
    listing.desk.cloud.borrow_mut().sign_everyone_out();
    listing.fault(Fault::new(SEARCH, status(401, None)));
    let progress = listing.finish();
    assert_eq!(progress.failure, Some(Failure::NotSignedIn));
    assert!(progress.done && progress.listed == 1_500 && progress.missing == 4_500);
    let stopped_at = listing.asked.len();
    assert!(stopped_at <= 3 + SIDE_BY_SIDE, "{stopped_at} requests");

    listing.desk.cloud.borrow_mut().clear_faults();
    listing.desk.person = listing.desk.cloud.borrow_mut().sign_in("ada");
    listing.list.retry();
    assert_eq!(listing.finish(), whole(6_000));
}

#[test]
fn a_tab_that_is_gone_is_not_asked_again() {
    let mut listing = Listing::of(600);
    let gone = Failure::Lost {
        loss: rebadge::sonar::Loss::TabGone,
        sent: false,
    };
    let progress = listing.run(usize::MAX, |_, _| Err(gone));
    assert_eq!((progress.done, progress.failure), (true, Some(gone)));
    assert_eq!((listing.asked.len(), progress.total), (1, 0));
}
