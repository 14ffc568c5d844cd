//! The background program: it keeps the number of due tokens true on the
//! toolbar icon. Who calls it is `background.js`.

#[cfg(target_arch = "wasm32")]
mod due;

/// Nothing runs until it is called.
fn main() {}
