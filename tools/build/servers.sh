# shellcheck shell=bash
# `./build.sh conformance`: the tests against real SonarQube Servers. Bringing,
# starting and filling these is work for tests/server.

run_conformance() {
  step "what real servers need" need_servers "$@"
  build_extension
  step "stand-in" build_stand_in
  step "contract cases: compile" cargo test --locked -p stand-in --test contract --no-run
  step "conformance" node tests/server/conformance.js "$@"
}

# need_servers RELEASE...: all that lacks is told at once, before anything is built.
need_servers() {
  need_node
  REBADGE_CHROMIUM=${REBADGE_CHROMIUM:-$(find_browser)}
  export REBADGE_CHROMIUM
  if can_apt; then
    # What is missing all the same is told below, all of it at once.
    bring_by_apt "$@" || say "apt could not bring all of it."
    REBADGE_CHROMIUM=${REBADGE_CHROMIUM:-$(find_browser)}
  fi
  node tests/server/needs.js "$@"
}

# What lacks and this system has as a package. An old Debian has no new Java.
bring_by_apt() {
  local package lacks wanted=""
  lacks=$(node tests/server/needs.js --packages "$@")
  for package in $lacks; do
    if ! is_offered "$package"; then
      apt_refresh
      break
    fi
  done
  for package in $lacks; do
    if is_offered "$package"; then wanted="$wanted $package"; fi
  done
  # shellcheck disable=SC2086 # a list of names
  [ -z "$wanted" ] || apt_install "real SonarQube Servers run here" $wanted
}

is_offered() {
  case $1 in
    chromium) real_chromium_package ;;
    *) apt-cache show "$1" >/dev/null 2>&1 ;;
  esac
}
