//! What may happen to a run, in any order.

use proptest::prelude::*;
use rebadge::rotation::RunEvent;
use rebadge::sonar::Loss;
use stand_in::{Fault, FaultKind, RetryAfter};

use super::PROJECTS;
use super::floor::{RENEW, TOKEN, key};

#[derive(Debug, Clone)]
pub enum Deed {
    Fault(Fault),
    SignOut,
    /// Another administrator renews.
    Elsewhere(usize),
    /// The store is full from now on.
    Full,
    /// Nothing is reached from now on.
    Gone(Loss),
    /// The clock is set back by an hour.
    ClockBack,
    Say(RunEvent),
    /// The page is closed, and somebody opens popups before the next: each looks
    /// what became of an open renewal, and clicks Renew or not.
    Close(Vec<(usize, bool)>),
}

fn kind() -> impl Strategy<Value = (FaultKind, bool)> {
    let status = |status, seconds: Option<u32>| FaultKind::Status {
        status,
        body: None,
        retry_after: seconds.map(RetryAfter::Seconds),
        cloudflare: false,
    };
    // What leaves doubt may come before or after the server has acted; a plain
    // refusal comes before.
    let doubtful = prop_oneof![
        Just(FaultKind::Drop),
        Just(FaultKind::Hang),
        Just(FaultKind::Html),
        Just(FaultKind::Truncated),
        prop::sample::select(vec![500, 502, 503, 504])
            .prop_flat_map(move |code| prop::option::of(0..90_u32)
                .prop_map(move |seconds| status(code, seconds))),
    ];
    prop_oneof![
        4 => (doubtful, any::<bool>()),
        2 => prop::option::of(0..400_u32).prop_map(move |seconds| (status(429, seconds), false)),
        1 => prop::sample::select(vec![400, 401, 403, 404])
            .prop_map(move |code| (status(code, None), false)),
        1 => (0..12_000_u64).prop_map(|ms| (FaultKind::Delay { ms }, false)),
    ]
}

pub fn fault() -> impl Strategy<Value = Fault> {
    let path = prop::sample::select(vec![RENEW, RENEW, TOKEN]);
    let about = prop::option::of(0..PROJECTS);
    (path, kind(), about, 1..8_u32).prop_map(|(path, (kind, after), about, times)| {
        let fault = Fault::new(path, kind).times(times);
        let fault = if after { fault.after_acting() } else { fault };
        match about {
            Some(number) => fault.about(key(number).as_str()),
            None => fault,
        }
    })
}

pub fn deed() -> impl Strategy<Value = Deed> {
    let popups = prop::collection::vec((0..PROJECTS, prop::bool::weighted(0.3)), 0..3);
    prop_oneof![
        6 => fault().prop_map(Deed::Fault),
        5 => popups.prop_map(Deed::Close),
        1 => Just(Deed::SignOut),
        2 => (0..PROJECTS).prop_map(Deed::Elsewhere),
        1 => Just(Deed::Full),
        1 => prop::sample::select(vec![Loss::TabGone, Loss::Navigated, Loss::Offline])
            .prop_map(Deed::Gone),
        1 => Just(Deed::ClockBack),
        1 => Just(Deed::Say(RunEvent::Pause)),
        1 => Just(Deed::Say(RunEvent::Woke)),
    ]
}
