//! What an update of Rebadge means for the records.

use rebadge::browser::{Computer, now};
use rebadge::record;
use wasm_bindgen::prelude::wasm_bindgen;

/// Sees to the version of the records: notes it where it is not noted yet. What
/// a newer Rebadge wrote is left as it is, to the letter; its pages say so.
#[wasm_bindgen]
pub async fn open() {
    let _ = record::open(&Computer, now()).await;
}
