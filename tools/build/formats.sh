# shellcheck shell=bash
# The tests of formats: every snippet read by the format's own parser. These are
# npm packages, but for reStructuredText's, which is Python's docutils.

DOCUTILS="docutils==0.22.4"

format_tests() {
  need_docutils
  cargo build --locked -p rebadge --example snippets
  node --test --test-timeout=600000 --test-reporter=spec tests/formats/*.test.js </dev/null
}

# The one that is there, else one of our own beside what is compiled, else Debian's.
need_docutils() {
  local packages=$CARGO_TARGET_DIR/python
  REBADGE_PYTHON=$(command -v python3 || command -v python || true)
  export REBADGE_PYTHON
  if ! has_docutils; then
    export PYTHONPATH=$packages
    if ! has_docutils && [ -n "$REBADGE_PYTHON" ] && "$REBADGE_PYTHON" -m pip --version >/dev/null 2>&1; then
      say "Installing $DOCUTILS by pip into $packages."
      "$REBADGE_PYTHON" -m pip install --quiet --disable-pip-version-check --target "$packages" "$DOCUTILS"
    fi
  fi
  if ! has_docutils; then
    apt_install "reStructuredText is read by it" python3-docutils
    REBADGE_PYTHON=/usr/bin/python3
  fi
}

has_docutils() {
  [ -n "$REBADGE_PYTHON" ] && "$REBADGE_PYTHON" -c 'import docutils' 2>/dev/null
}
