#!/bin/sh
# Cargo's wrapper around rustc for what is built here: the crates that are looked
# into tell libFuzzer which of their code was reached. The others are shared with
# every other build.
case $CARGO_PKG_NAME in
  rebadge | fuzz) ;;
  *) exec "$@" ;;
esac
exec "$@" -Cpasses=sancov-module \
  -Cllvm-args=-sanitizer-coverage-level=4 \
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
  -Cllvm-args=-sanitizer-coverage-pc-table \
  -Cllvm-args=-sanitizer-coverage-trace-compares
