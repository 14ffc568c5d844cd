//! What of the list is drawn.

use proptest::prelude::*;
use rebadge::dashboard::{ROW_HEIGHT, Window};

/// Rows that are drawn beyond the edges, and that may be.
const AHEAD: usize = 6;
const BEYOND: usize = 8;

fn window() -> impl Strategy<Value = Window> {
    let top = 0..600_000_usize;
    (top, 0..3_000_usize).prop_map(|(top, height)| Window { top, height })
}

proptest! {
    #[test]
    fn all_that_is_in_view_or_near_is_drawn_and_little_more(window in window(), count in 0..12_000_usize) {
        let rows = window.rows(count);
        prop_assert!(rows.start <= rows.end && rows.end <= count);
        for place in 0..count {
            let top = place * ROW_HEIGHT;
            let ahead = AHEAD * ROW_HEIGHT;
            let in_view = top < window.top + window.height + ahead
                && top + ROW_HEIGHT + ahead > window.top;
            prop_assert!(!in_view || rows.contains(&place), "{place} is in view");
        }
        prop_assert!(rows.len() <= window.height.div_ceil(ROW_HEIGHT) + 1 + 2 * BEYOND);
        let first = window.top / ROW_HEIGHT;
        prop_assert!(rows.is_empty() || rows.start + BEYOND >= first.min(count));
    }

    #[test]
    fn a_row_is_reached_by_scrolling_no_further_than_needed(
        window in window(),
        place in 0..12_000_usize,
    ) {
        let whole = |seen_from: usize| {
            let top = place * ROW_HEIGHT;
            top >= seen_from && top + ROW_HEIGHT <= seen_from + window.height
        };
        prop_assume!(window.height >= ROW_HEIGHT);
        match window.reach(place) {
            None => prop_assert!(whole(window.top)),
            Some(top) => {
                prop_assert!(!whole(window.top));
                prop_assert!(whole(top));
                // One pixel less would not do.
                let less = if top > window.top { top - 1 } else { top + 1 };
                prop_assert!(!whole(less));
            }
        }
    }

    #[test]
    fn a_row_higher_than_the_view_is_shown_from_its_top(place in 0..100_usize, height in 0..ROW_HEIGHT) {
        let window = Window { top: 0, height };
        let reached = window.reach(place).unwrap_or(0);
        prop_assert_eq!(reached, place * ROW_HEIGHT);
    }
}

#[test]
fn a_page_is_what_is_in_view_and_at_least_a_row() {
    let page = |height| Window { top: 9, height }.page();
    assert_eq!(page(0), 1);
    assert_eq!(page(ROW_HEIGHT - 1), 1);
    assert_eq!(page(3 * ROW_HEIGHT + 5), 3);
}
