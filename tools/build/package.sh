# shellcheck shell=bash
# `./build.sh package`, and what `./build.sh test` checks of packages.

make_packages() {
  build_extension
  step "packages" node tools/build/package.js
}

# Takes as long as building everything anew, so it is a command of its own.
check_packages() {
  make_packages
  step "the same from the source archive" node tools/build/rebuild.js
}

# What is inside, the same bytes from other folders, and Firefox's own linter.
package_checks() {
  node --test --test-timeout=120000 tests/packages/*.test.js </dev/null
  node tools/build/lint_package.js
}
