# shellcheck shell=bash
# The Rust toolchain that rust-toolchain.toml names, and the linker it needs.

WASM_TARGET=wasm32-unknown-unknown

need_rust() {
  need_c_compiler
  need_rustup
  need_toolchain
  say "$(rustc --version)"
}

# Rust links its own programs with it, and some crates hold C.
need_c_compiler() {
  if on_windows || command -v cc >/dev/null; then
    return
  elif on_macos; then
    give_up "A C compiler is missing; Rust links with it." "Run: xcode-select --install"
  fi
  apt_install "Rust links with a C compiler" gcc libc6-dev
}

need_rustup() {
  # The installer of rustup changes PATH for later shells only.
  if ! command -v rustup >/dev/null && [ -d "${CARGO_HOME:-$HOME/.cargo}/bin" ]; then
    PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
  fi
  command -v rustup >/dev/null || give_up \
    "rustup is missing; it installs the very compiler this project is built with." \
    "Install it from https://rustup.rs/, then run this again."
}

# Nothing here counts on rustup's automatic installation, which may be off.
need_toolchain() {
  local channel
  channel=$(sed -n 's/^channel *= *"\(.*\)".*/\1/p' rust-toolchain.toml)
  if ! toolchain_complete "$channel"; then
    say "Installing Rust $channel with clippy, rustfmt and $WASM_TARGET, as rust-toolchain.toml asks."
    rustup toolchain install "$channel" --no-self-update --profile minimal \
      --component clippy --component rustfmt --target "$WASM_TARGET"
  fi
  # One compiler for every step, whatever the directory or the person's default.
  export RUSTUP_TOOLCHAIN=$channel
  # Some packagings of rustup put `cargo` nowhere on the PATH.
  command -v cargo >/dev/null || PATH="$(dirname "$(rustup which cargo)"):$PATH"
}

toolchain_complete() {
  local parts
  rustup toolchain list | grep -q "^$1-" || return 1
  parts=$(rustup component list --installed --toolchain "$1") || return 1
  case $parts in *clippy*) ;; *) return 1 ;; esac
  case $parts in *rustfmt*) ;; *) return 1 ;; esac
  case $parts in *"rust-std-$WASM_TARGET"*) ;; *) return 1 ;; esac
}
