# shellcheck shell=bash
# `./build.sh fuzz`: programs that look for an input of which does not hold what
# has to hold of any (tests/fuzz). The stable compiler builds them: telling which
# code was reached is a pass of LLVM, and libFuzzer comes with libfuzzer-sys.
# Overflows panic in them, as in tests.

FUZZ_TARGETS="api page snippet stored"
FUZZ_KEPT=tests/fuzz/corpus

# run_fuzz [SECONDS [TARGET...]]
run_fuzz() {
  local seconds=${1:-60} target
  [ $# -eq 0 ] || shift
  # shellcheck disable=SC2086 # a list of names
  [ $# -gt 0 ] || set -- $FUZZ_TARGETS
  step "tools" need_fuzz_tools
  step "programs" build_fuzz quick
  step "seeds" cargo run --locked -p fuzz --bin seeds -- "$(fuzz_place seeds)"
  for target in "$@"; do
    step "$target" look "$target" "$seconds"
    step "$target: what is kept" keep "$target"
  done
}

# In `./build.sh test`: a number of inputs made from those that are kept. They are
# the same each time, so that a red test tells of the change; REBADGE_SEED makes others.
fuzz_briefly() {
  local target seed=${REBADGE_SEED:-1}
  if on_windows; then
    say "Skipped: it was made for Linux and macOS."
    return
  fi
  need_cpp_compiler
  build_fuzz
  for target in $FUZZ_TARGETS; do
    say "$target, seed $seed"
    rm -rf "$(fuzz_place "brief/$target")"
    fuzz_quietly "$target" -seed="$seed" -runs="$(fuzz_runs "$target")" \
      "$(fuzz_place "brief/$target")" "$FUZZ_KEPT/$target"
  done
}

# A few seconds each.
fuzz_runs() {
  case $1 in
    api) echo 4000 ;;
    page) echo 15000 ;;
    snippet) echo 2000 ;;
    stored) echo 300 ;;
  esac
}

# look TARGET SECONDS
look() {
  fuzz "$1" -max_total_time="$2" -print_final_stats=1 \
    "$(fuzz_place "found/$1")" "$FUZZ_KEPT/$1" "$(fuzz_place "seeds/$1")"
}

# keep TARGET: of all that was found, the fewest that reach as much.
keep() {
  local smallest
  smallest=$(fuzz_place "smallest/$1")
  rm -f "$smallest"/*
  fuzz_quietly "$1" -set_cover_merge=1 "$smallest" \
    "$FUZZ_KEPT/$1" "$(fuzz_place "found/$1")" "$(fuzz_place "seeds/$1")"
  rm -rf "${FUZZ_KEPT:?}/$1"
  cp -R "$smallest" "$FUZZ_KEPT/$1"
}

# The same, and libFuzzer is heard only if something fails.
fuzz_quietly() {
  local said
  said=$(fuzz_place said)/$1.txt
  fuzz "$@" >"$said" 2>&1 || {
    cat "$said"
    return 1
  }
  grep '^Done \|^MERGE-OUTER: .* new files' "$said" || true
}

# fuzz TARGET ARGUMENT...: an input that fails is left beside what was found.
fuzz() {
  local target=$1
  shift
  "$CARGO_TARGET_DIR/debug/$target" -dict=tests/fuzz/words.dict -max_len=4096 \
    -timeout=10 -artifact_prefix="$(fuzz_place failed)/$target-" "$@"
}

# fuzz_place NAME: a folder of that name, which is there then.
fuzz_place() {
  mkdir -p "$CARGO_TARGET_DIR/fuzz/$1"
  printf '%s' "$CARGO_TARGET_DIR/fuzz/$1"
}

# build_fuzz: as quickly as can be; what they are made of is there already.
# build_fuzz quick: so that they run quickly.
build_fuzz() {
  local target bins="" level=0
  for target in $FUZZ_TARGETS; do bins="$bins --bin $target"; done
  [ "${1:-}" != quick ] || level=2
  # shellcheck disable=SC2086 # a list of flags
  RUSTC_WORKSPACE_WRAPPER=$ROOT/tools/build/with_coverage.sh \
    CARGO_PROFILE_DEV_OPT_LEVEL=$level CARGO_INCREMENTAL=0 \
    cargo build --locked -p fuzz $bins --features engine,libfuzzer-sys/link_libfuzzer
}

need_fuzz_tools() {
  need_rust
  if on_windows; then
    give_up "Fuzzing was made for Linux and macOS." "Run it there, or in WSL."
  fi
  need_cpp_compiler
}

need_cpp_compiler() {
  command -v c++ >/dev/null || apt_install "libFuzzer is written in C++" g++
}
