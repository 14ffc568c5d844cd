//! The trials: every case at every server that it is a fact about.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use libtest_mimic::{Failed, Trial};

use crate::case::Case;
use crate::cases;
use crate::difference;
use crate::exchange::Exchange;
use crate::kind::Kind;
use crate::real::Real;
use crate::scene::scenes;
use crate::server::Server;
use crate::spoilt;
use crate::standing::Standing;
use crate::visit::Visit;

/// All trials, and the real servers that some of them are about. Those of one
/// server come together, so that its mode is switched once.
pub fn all() -> (Vec<Trial>, Vec<Arc<Real>>) {
    let real: Vec<Arc<Real>> = scenes().into_iter().map(Real::new).map(Arc::new).collect();
    let mut trials = spoilt::trials();
    for (number, case) in cases::all().into_iter().enumerate() {
        for kind in case.kinds() {
            let name = format!("{kind}, stand-in: {}", case.name);
            trials.push(Trial::test(name, move || alone(case, number, kind)));
        }
    }
    for server in &real {
        for kind in server.kinds() {
            for (number, case) in cases::all().into_iter().enumerate() {
                if case.kinds().contains(kind) {
                    let name = format!("{kind}, real: {}", case.name);
                    let server = server.clone();
                    trials.push(Trial::test(name, move || {
                        compared(case, number, *kind, &server)
                    }));
                }
            }
        }
    }
    (trials, real)
}

/// A case at the stand-in.
fn alone(case: &Case, number: usize, kind: Kind) -> Result<(), Failed> {
    let standing = Standing::new(kind, usual_context(kind));
    play(case, number, &standing).1.map_err(Failed::from)
}

/// The context path of stand-ins where no real server tells one.
pub fn usual_context(kind: Kind) -> &'static str {
    if kind.is_9_9() { "/sonar" } else { "" }
}

/// A case at a real server, and the same at the stand-in beside it.
fn compared(case: &Case, number: usize, kind: Kind, real: &Real) -> Result<(), Failed> {
    let (asked, outcome) = play(case, number, &real.in_mode(kind));
    let standing = Standing::new(kind, real.context());
    let (imitated, _) = play(case, number, &standing);
    let different = difference::report(&asked, &imitated);
    match (outcome, different) {
        (Ok(()), None) => Ok(()),
        (Ok(()), Some(different)) => Err(different.into()),
        (Err(failure), None) => Err(failure.into()),
        (Err(failure), Some(different)) => Err(format!("{failure}\n\n{different}").into()),
    }
}

/// Plays a case, and tells what was asked and what went wrong.
pub fn play(
    case: &Case,
    number: usize,
    server: &dyn Server,
) -> (Vec<Exchange>, Result<(), String>) {
    let mut visit = Visit::new(server, case, number);
    let outcome = catch_unwind(AssertUnwindSafe(|| (case.body)(&mut visit)));
    let exchanges = std::mem::take(&mut visit.exchanges);
    let outcome = outcome.map_err(|panic| match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(panic) => panic
            .downcast::<&str>()
            .map_or_else(|_| "it panicked".into(), |text| (*text).to_owned()),
    });
    (exchanges, outcome)
}
