//! The pages of a list: how many, in which order, and what moves meanwhile.

use rebadge::sonar::{ListPage, ListProjects, SIDE_BY_SIDE, WholeList};
use stand_in::Crowd;

use super::desk::finish;
use super::{BIG, Listing, whole};

#[test]
fn a_list_takes_as_many_requests_as_it_has_pages() {
    for (count, requests) in [
        (0, 1),
        (1, 1),
        (499, 1),
        (500, 1),
        (501, 2),
        (1_200, 3),
        (10_000, 20),
    ] {
        let mut listing = Listing::of(count);
        assert_eq!(listing.finish(), whole(count as usize));
        assert_eq!(listing.asked.len(), requests, "{count} projects");
        assert!(listing.widest <= SIDE_BY_SIDE);
    }
}

#[test]
fn the_first_page_goes_alone_and_the_others_side_by_side() {
    let mut list = WholeList::new(None);
    assert_eq!(list.progress().again, Some(0));
    let first = list.next(0);
    assert_eq!((first.len(), first[0].page), (1, 1));
    assert!(list.next(0).is_empty());
    assert_eq!(list.progress().again, None, "an answer is on its way");
    let page = ListPage {
        entries: Vec::new(),
        total: 5_000,
    };
    list.came(&first[0], Ok(page), 0);
    let pages: Vec<_> = list.next(0).iter().map(|request| request.page).collect();
    assert_eq!(pages, [2, 3, 4, 5]);
    assert!(list.next(0).is_empty());
}

#[test]
fn a_list_that_grows_or_shrinks_midway_is_read_once_more() {
    let host = |listing: &Listing, request: &ListProjects| {
        finish(listing.lister.page(&listing.desk, request))
    };
    let mut listing = Listing::of(3_000);
    listing.run(2, host);
    let mut more = Crowd::new(BIG, 700);
    more.first = 3_001;
    listing.desk.cloud.borrow_mut().add_crowd(&more);
    assert_eq!(listing.finish(), whole(3_700));
    assert!(
        listing.asked.len() <= 2 * 8,
        "{} requests",
        listing.asked.len()
    );

    // Elsewhere now, which moves the others a place to the front.
    let mut listing = Listing::of(3_000);
    listing.run(3, host);
    let gone = listing.keys.first().unwrap().clone();
    let elsewhere = stand_in::Project::new("initech", &gone, "x", stand_in::Visibility::Public);
    listing.desk.cloud.borrow_mut().add_project(elsewhere);
    let progress = listing.finish();
    assert_eq!(
        (progress.total, progress.missing, progress.done),
        (2_999, 0, true)
    );
    assert_eq!(
        listing.keys.len(),
        3_000,
        "all that are there, and one that was"
    );
}

#[test]
fn an_answer_that_was_not_asked_for_counts_for_nothing() {
    let mut listing = Listing::of(10);
    let request = ListProjects {
        organization: None,
        page: 7,
        query: String::new(),
    };
    let page = ListPage {
        entries: Vec::new(),
        total: 9,
    };
    assert!(listing.list.came(&request, Ok(page), 0).is_empty());
    assert_eq!(listing.finish(), whole(10));
}
