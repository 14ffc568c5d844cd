#!/usr/bin/env bash
# The one entry: builds, shows, tests and packs Rebadge, and installs what it
# needs for that. Runs on Debian, Ubuntu, macOS and Windows (Git Bash); written
# for bash 3.2, which is what macOS has.
set -euo pipefail

CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")"
# Git Bash spells paths in two ways; compilers and Node want the native one.
ROOT=$(pwd -W 2>/dev/null || pwd)
# Exported, so that tests find the binaries where cargo really puts them.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}

. tools/build/say.sh
. tools/build/needs.sh
. tools/build/rust.sh
. tools/build/browser.sh
. tools/build/wasm.sh
. tools/build/checks.sh
. tools/build/servers.sh
. tools/build/formats.sh
. tools/build/fuzz.sh
. tools/build/bench.sh
. tools/build/package.sh

usage() {
  cat <<'TEXT'
Usage: ./build.sh COMMAND

  build     the extension for each browser, unpacked: dist/chromium, dist/firefox
  demo      build, then open it in a browser against a stand-in for SonarQube Cloud;
            demo --server: against a real SonarQube Server behind a façade
  test      every check: format, lints, tests, the build, and two real browsers;
            test --full: and all of the fault matrix, of which it plays a sample else
  conformance [26.9] [9.9]
            build, then every case of the contract, and the extension itself, against
            real SonarQube Servers, both unless one is named: brought from Maven
            Central (1.2 GB, once), started, filled, and gone again afterwards
  fuzz [SECONDS] [TARGET...]
            looks for inputs of which does not hold what has to hold of any, a minute
            for each of api, page, snippet and stored, and keeps those that reach more
            code: tests/fuzz/corpus
  bench     build, then what it costs: a click, against a popup in plain JavaScript;
            listing, filtering and rotating thousands of projects, against plain
            requests; memory, sizes, the core natively. A table, and figures in
            dist/bench; bench rounds=1 only=typing,sizes: less of it
  package   build, then a zip for each browser's store and one of the source, the same
            bytes every time; package --check: then builds from that source in another
            folder, and compares every byte
  screenshots
            build, then the pictures of docs/store/screenshots anew
  help      this text

What is missing is installed after saying so: the Rust toolchain named in
rust-toolchain.toml (by rustup), development tools (by npm), docutils for the
tests of formats (by pip, beside what is compiled, or by apt), and on Debian and
Ubuntu a C compiler, Chromium and Firefox ESR (by apt), for real servers also Maven and what
JDKs there are.

  REBADGE_CHROMIUM=PATH     the browser to use instead of the one that is found
  REBADGE_FIREFOX=PATH      the same for Firefox, in which the tests run too
  REBADGE_JAVA_HOMES=PATHS  JDKs to look at too, as in PATH
  REBADGE_CACHE=PATH        where the downloaded servers stay, instead of ~/.cache/rebadge
  REBADGE_SEED=NUMBER       which samples are taken: of the fault matrix (its seed is printed), of
                            inputs for fuzzing, of names for the tests of formats
  CARGO_TARGET_DIR=PATH     where compiled files go instead of ./target
TEXT
}

wrong_usage() {
  usage >&2
  STEP=$1
  exit 2
}

build_extension() {
  step "tools to build with" need_build_tools
  step "wasm of each page" build_pages
  step "dist" assemble
}

case ${1:-help} in
  build)
    build_extension
    ;;
  demo)
    case ${2:-} in
      --server) step "what a real server needs" need_servers 26.9 ;;
      "") ;;
      *) wrong_usage "demo takes --server, or nothing" ;;
    esac
    build_extension
    step "browser" need_browser
    step "stand-in" build_stand_in
    if [ -n "${2:-}" ]; then
      step "demo on a real server" node tests/server/demo.js
    else
      step "demo" node tests/browser/demo.js
    fi
    ;;
  test)
    case ${2:-} in
      --full) run_checks all ;;
      "") run_checks sample ;;
      *) wrong_usage "test takes --full, or nothing" ;;
    esac
    ;;
  conformance)
    shift
    for release in "$@"; do
      case $release in 26.9 | 9.9) ;; *) wrong_usage "there is no SonarQube Server '$release' here" ;; esac
    done
    run_conformance "$@"
    ;;
  fuzz)
    shift
    case ${1:-60} in *[!0-9]*) wrong_usage "fuzz takes seconds, then names" ;; esac
    for target in "${@:2}"; do
      case " $FUZZ_TARGETS " in *" $target "*) ;; *) wrong_usage "there is no target '$target'" ;; esac
    done
    run_fuzz "$@"
    ;;
  bench)
    shift
    run_bench "$@"
    ;;
  package)
    case ${2:-} in
      --check) check_packages ;;
      "") make_packages ;;
      *) wrong_usage "package takes --check, or nothing" ;;
    esac
    ;;
  screenshots)
    build_extension
    step "browser" need_browser
    step "stand-in" build_stand_in
    step "screenshots" node tools/store/screenshots.js
    ;;
  help | -h | --help)
    usage
    exit 0
    ;;
  *)
    wrong_usage "there is no command '$1'"
    ;;
esac
summary
