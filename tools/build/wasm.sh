# shellcheck shell=bash
# From Rust to what a browser loads: cargo, then wasm-bindgen at the version of
# the lock file, then wasm-opt. One module for each page of the extension.

PAGES="popup dashboard background command"

build_pages() {
  local page bins=""
  for page in $PAGES; do bins="$bins --bin $page"; done
  cargo fetch --locked --quiet
  # shellcheck disable=SC2086 # a list of flags
  CARGO_ENCODED_RUSTFLAGS=$(rust_flags) MSYS2_ENV_CONV_EXCL=CARGO_ENCODED_RUSTFLAGS \
    cargo build --locked --profile wasm --target "$WASM_TARGET" $bins
  for page in $PAGES; do build_page "$page"; done
}

# Hashing is rare and short here: a loop does it, not what a loop unrolls to.
rust_flags() { printf -- '--cfg\037sha2_backend_soft="compact"\037%s' "$(path_flags)"; }

# Panic messages name source files. The paths of this machine would make the
# result differ from one machine to the next, so each root gets a fixed name.
# The standard library's sources are named by their commit, unless somebody has
# them installed: then they are, too.
# Flags are parted by 0x1f, since a path may hold blanks; the last match wins.
# (Git Bash would rewrite what looks like one of its paths: it is told not to.)
path_flags() {
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} registry sysroot commit
  sysroot=$(rustc --print sysroot)
  commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
  if on_windows; then
    cargo_home=$(cygpath -m "$cargo_home")
    sysroot=$(cygpath -m "$sysroot")
  fi
  printf -- '--remap-path-prefix=%s=rebadge' "$ROOT"
  printf '\037--remap-path-prefix=%s/lib/rustlib/src/rust=/rustc/%s' "$sysroot" "$commit"
  for registry in "$cargo_home"/registry/src/*; do
    printf '\037--remap-path-prefix=%s=crates' "$registry"
  done
}

# Skipped when nothing that goes in has changed; cargo does as much for itself.
build_page() {
  local page=$1 out made_from inputs raw
  out=$CARGO_TARGET_DIR/pages/$page
  made_from=$out/made-from.txt
  raw=$CARGO_TARGET_DIR/$WASM_TARGET/wasm/$page.wasm
  inputs=$(node tools/build/digest.js \
    "$raw" Cargo.lock node_modules/binaryen/package.json tools/build/wasm.sh tools/wasm-bindgen/src/*.rs)
  if [ -f "$made_from" ] && [ "$(cat "$made_from")" = "$inputs" ]; then
    say "$page: unchanged"
    return
  fi
  rm -rf "$out"
  mkdir -p "$out"
  say "$page: wasm-bindgen (the tool itself takes a minute or two to compile, once)"
  cargo run --locked -p wasm-bindgen-tool -- "$raw" \
    --target web --no-typescript --remove-name-section --remove-producers-section \
    --out-dir "$out" --out-name "$page"
  cargo run --locked --quiet -p wasm-bindgen-tool --bin shorten-imports -- "$out" "$page"
  say "$page: wasm-opt"
  # No feature flags: the module says itself which features it uses. With
  # --all-features browsers would refuse the result. Once used, that list is
  # dead weight.
  node node_modules/binaryen/bin/wasm-opt -Oz --strip-target-features \
    "$out/${page}_bg.wasm" -o "$out/${page}_bg.wasm"
  printf '%s\n' "$inputs" >"$made_from"
}

assemble() {
  # shellcheck disable=SC2086 # a list of names
  node tools/build/assemble.js "$CARGO_TARGET_DIR/pages" $PAGES
}
