# shellcheck shell=bash
# `./build.sh bench`: speed and size, measured on what is shipped, against the
# same requests from a plain script.

run_bench() {
  step "browser" need_browser
  build_extension
  step "stand-in, optimized" build_quick_stand_in
  export REBADGE_STAND_IN=release
  step "bench" node tests/bench/bench.js "$@"
}

# It is the floor that everything is measured against.
build_quick_stand_in() {
  cargo build --locked --release -p stand-in --bin stand-in
}
