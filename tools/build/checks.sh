# shellcheck shell=bash
# `./build.sh test`: every check in the order of what fails soonest, stopping
# at the first that fails.

# run_checks FAULTS: with a `sample` of the fault matrix, or `all` of it.
run_checks() {
  step "tools" need_test_tools
  step "format" cargo fmt --all --check
  step "lints" cargo clippy --locked --workspace --all-targets --features fuzz/engine -- -D warnings
  step "lints for wasm" \
    cargo clippy --locked -p rebadge -p probe --target "$WASM_TARGET" --lib --bins -- -D warnings
  step "lints of JavaScript" node node_modules/eslint/bin/eslint.js --max-warnings 0 .
  step "tests of what starts real servers" node --test --test-timeout=60000 tests/server/*.test.js
  step "tests of Rust" cargo test --locked --workspace
  step "inputs that nobody thought of" fuzz_briefly
  step "formats, read by their own parsers" format_tests
  step "wasm of each page" build_pages
  step "dist" assemble
  step "packages: contents, bytes, Firefox's linter" package_checks
  step "stand-in" build_stand_in
  step "probe" build_probe
  step "tests in a browser" browser_tests chromium
  step "tests in Firefox" browser_tests firefox
  if [ "$1" = all ]; then
    step "fault matrix, all of it" fault_matrix
  fi
  step "crates: licences, sources, duplicates, advisories" crate_checks
  step "npm packages: advisories" npm_advisories
}

need_test_tools() {
  need_build_tools
  need_browser
  need_firefox
}

build_stand_in() {
  cargo build --locked -p stand-in --bin stand-in
}

# What tests of the browser's wrappers call from a page of their own.
build_probe() {
  cargo build --locked -p probe --target "$WASM_TARGET"
  cargo run --locked -p wasm-bindgen-tool -- "$CARGO_TARGET_DIR/$WASM_TARGET/debug/probe.wasm" \
    --target web --no-typescript --out-dir "$CARGO_TARGET_DIR/probe" --out-name probe
}

# Two files at a time, each with a browser of its own: they wait more than they
# work. A file that hangs is stopped, and fails.
browser_tests() {
  REBADGE_BROWSER=$1 node --test --test-concurrency=2 --test-timeout=600000 --test-reporter=spec \
    tests/browser/*.test.js </dev/null
}

# One file, which takes longer than any other may.
fault_matrix() {
  REBADGE_FAULTS=all REBADGE_BROWSER=chromium node --test --test-timeout=7200000 --test-reporter=spec \
    tests/browser/fault-matrix.test.js </dev/null
}

# cargo-deny takes minutes to compile, so it is used where it is, not installed.
crate_checks() {
  if ! cargo deny --version >/dev/null 2>&1; then
    say "Skipped: cargo-deny is not installed (cargo install --locked cargo-deny)."
    return
  fi
  cargo deny --locked check bans licenses sources
  if ! cargo deny --locked fetch db; then
    say "Advisories skipped: their database could not be fetched."
    return
  fi
  cargo deny --locked check --disable-fetch advisories
}

# Told, not enforced: none of these packages is shipped, and a new advisory
# should not turn an old commit red.
npm_advisories() {
  { npm audit --json </dev/null 2>/dev/null || true; } | node tools/build/advisories.js
}
