//! The popup: its state from the library, its looks from `popup.html`.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod listen;
#[cfg(target_arch = "wasm32")]
mod perform;
#[cfg(target_arch = "wasm32")]
mod render;

#[cfg(target_arch = "wasm32")]
fn main() {
    app::App::start();
}

/// It is a page's program: elsewhere there is nothing to run.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
