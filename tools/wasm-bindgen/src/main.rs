//! Runs wasm-bindgen as this workspace pins it, so that one lock file holds
//! the library and the tool that reads its output to the same version.

use std::process::ExitCode;

fn main() -> ExitCode {
    match wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("wasm-bindgen: {trouble:?}");
            ExitCode::FAILURE
        }
    }
}
