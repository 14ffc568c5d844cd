//! The contract: what a SonarQube answers, as cases that the stand-in and real
//! servers are held to alike.
//!
//! `cargo test -p stand-in --test contract` asks the stand-in in its profiles.
//! With the environment variable `REBADGE_SERVERS`, the path of a scene file,
//! real servers are asked the same, and every answer of theirs is compared with
//! the stand-in's in the matching profile.
//!
//! (Not `main.rs`: the package above would take that for a test of its own.)
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod case;
mod cases;
mod client;
#[path = "../stand-in/tests/comparison/mod.rs"]
mod comparison;
mod difference;
mod exchange;
mod expected;
mod gate;
mod kind;
mod real;
mod reply;
mod scene;
mod secrets;
mod server;
mod spoilt;
mod standing;
mod trials;
mod visit;

use std::process::ExitCode;

use libtest_mimic::Arguments;

fn main() -> ExitCode {
    // What a case has to say is in its failure; a backtrace adds nothing.
    std::panic::set_hook(Box::new(|_| {}));
    let arguments = Arguments::from_args();
    let (trials, real) = trials::all();
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(std::panic::take_hook());
    for server in real {
        server.restore();
    }
    conclusion.exit_code()
}
