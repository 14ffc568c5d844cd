//! The background program: it keeps the number of due tokens true on the
//! toolbar icon, and brings the records through an update. Who calls it is
//! `background.js`.

#[cfg(target_arch = "wasm32")]
mod due;
#[cfg(target_arch = "wasm32")]
mod update;

/// Nothing runs until it is called.
fn main() {}
