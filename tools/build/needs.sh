# shellcheck shell=bash
# What every build needs beside Rust: Node, npm's development tools, and a way
# to install Debian packages.

NODE_FLOOR="20.19"

on_windows() { case $(uname -s) in MINGW* | MSYS* | CYGWIN*) true ;; *) false ;; esac }
on_macos() { [ "$(uname -s)" = Darwin ]; }

need_build_tools() {
  need_rust
  need_node
  need_npm_packages
}

need_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    give_up "Node.js with npm is missing; it runs the build's helpers and the browser tests." \
      "Install version $NODE_FLOOR or later from https://nodejs.org/, then run this again."
  fi
  node -e '
    const [floor, here] = [process.argv[1], process.versions.node].map((v) => v.split(".").map(Number));
    process.exit(here[0] > floor[0] || (here[0] === floor[0] && here[1] >= floor[1]) ? 0 : 1);
  ' "$NODE_FLOOR" || give_up \
    "Node.js $(node --version) is too old for the development tools." \
    "Install version $NODE_FLOOR or later from https://nodejs.org/, then run this again."
  say "node $(node --version)"
}

# `npm ci` empties node_modules first, so it runs only when the lock file is not
# the one that was installed.
need_npm_packages() {
  local installed=node_modules/.installed-package-lock.json
  if cmp -s package-lock.json "$installed"; then
    say "npm packages: as package-lock.json has them"
    return
  fi
  say "Installing npm packages as package-lock.json has them (wasm-opt, linter, browser driver)."
  npm ci --no-audit --no-fund </dev/null
  cp package-lock.json "$installed"
}

# apt_install WHY PACKAGE...: as root, by a sudo that asks nothing, or not at
# all; then the person gets the command to run.
apt_install() {
  local why=$1
  shift
  command -v apt-get >/dev/null || give_up \
    "Missing: $* ($why)." "Install it with this system's package manager, then run this again."
  can_apt || give_up \
    "Missing: $* ($why)." "Run: sudo apt-get update && sudo apt-get install -y $*"
  say "Installing by apt: $* ($why)."
  apt_get install "$@" || {
    apt_refresh
    apt_get install "$@"
  }
}

apt_refresh() {
  say "Not known or no longer there; fetching apt's lists."
  apt_get update
}

# Whether there is apt, and we may use it without being asked for a password.
can_apt() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null
}

# apt_get VERB PACKAGE...
apt_get() {
  local verb=$1 prefix=""
  shift
  [ "$(id -u)" -eq 0 ] || prefix="sudo -n"
  # shellcheck disable=SC2086 # the prefix is a command of two words, or none
  $prefix env DEBIAN_FRONTEND=noninteractive apt-get "$verb" \
    -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" </dev/null
}
