//! The program of keyboard commands. Who calls it is `command.js`.

#[cfg(target_arch = "wasm32")]
mod errand;

/// Nothing runs until it is called.
fn main() {}
