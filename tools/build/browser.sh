# shellcheck shell=bash
# The browsers for tests and the demo: those that REBADGE_CHROMIUM and
# REBADGE_FIREFOX name, those that are already there, or on Debian the packages
# `chromium` and `firefox-esr`. None is downloaded from anywhere else.

need_browser() {
  if [ -z "${REBADGE_CHROMIUM:-}" ]; then
    REBADGE_CHROMIUM=$(find_browser)
  fi
  if [ -z "$REBADGE_CHROMIUM" ]; then
    install_browser
    REBADGE_CHROMIUM=$(find_browser)
  fi
  [ -f "$REBADGE_CHROMIUM" ] || give_up \
    "There is no browser at '$REBADGE_CHROMIUM'." "Set REBADGE_CHROMIUM to the path of Chromium, Chrome or Edge."
  case $REBADGE_CHROMIUM in
    /snap/*) say "Note: a snap sees neither /tmp nor hidden folders; if the browser does not start, use another." ;;
  esac
  export REBADGE_CHROMIUM
  say "browser: $REBADGE_CHROMIUM"
}

# Every place that is looked at, a line each, best first.
browser_places() {
  local name
  if on_macos; then
    for name in "Google Chrome" Chromium "Microsoft Edge"; do
      say "/Applications/$name.app/Contents/MacOS/$name"
      say "$HOME/Applications/$name.app/Contents/MacOS/$name"
    done
  elif on_windows; then
    for name in Google/Chrome/Application/chrome Chromium/Application/chrome Microsoft/Edge/Application/msedge; do
      say "${PROGRAMFILES:-C:/Program Files}/$name.exe"
      say "C:/Program Files (x86)/$name.exe"
      say "${LOCALAPPDATA:-$HOME/AppData/Local}/$name.exe"
    done
  else
    for name in chromium google-chrome-stable google-chrome chrome chromium-browser microsoft-edge-stable microsoft-edge; do
      command -v "$name" || true
    done
    say "/opt/google/chrome/chrome"
    say "/snap/bin/chromium"
  fi
}

# The first that is there, or nothing. On Ubuntu /usr/bin/chromium-browser is a
# script that only starts the snap, or asks for it.
find_browser() { browser_places | find_first; }

# The first of those that it reads; it reads them all, so that whoever writes
# them is never cut short.
find_first() {
  local place found=""
  while IFS= read -r place; do
    [ -z "$found" ] && [ -x "$place" ] || continue
    if is_snap_stub "$place"; then
      say "Passing over $place: it only starts a snap." >&2
    else
      # Git Bash's own spelling of a path means nothing to Node.
      if on_windows; then found=$(cygpath -m "$place"); else found=$place; fi
    fi
  done
  [ -z "$found" ] || say "$found"
}

is_snap_stub() {
  case $1 in /snap/*) return 1 ;; esac
  [ "$(head -c 2 "$1")" = '#!' ] && grep -q '/snap/bin' "$1"
}

# Firefox, for the tests.
need_firefox() {
  if [ -z "${REBADGE_FIREFOX:-}" ]; then
    REBADGE_FIREFOX=$(firefox_places | find_first)
  fi
  if [ -z "$REBADGE_FIREFOX" ]; then
    install_firefox
    REBADGE_FIREFOX=$(firefox_places | find_first)
  fi
  [ -f "$REBADGE_FIREFOX" ] || give_up \
    "There is no Firefox at '$REBADGE_FIREFOX'." "Set REBADGE_FIREFOX to the path of Firefox."
  export REBADGE_FIREFOX
  say "Firefox: $REBADGE_FIREFOX"
}

firefox_places() {
  local name
  if on_macos; then
    for name in "Firefox" "Firefox ESR" "Firefox Developer Edition"; do
      say "/Applications/$name.app/Contents/MacOS/firefox"
      say "$HOME/Applications/$name.app/Contents/MacOS/firefox"
    done
  elif on_windows; then
    say "${PROGRAMFILES:-C:/Program Files}/Mozilla Firefox/firefox.exe"
    say "C:/Program Files (x86)/Mozilla Firefox/firefox.exe"
  else
    for name in firefox-esr firefox; do
      command -v "$name" || true
    done
  fi
}

install_firefox() {
  if on_macos || on_windows || ! command -v apt-get >/dev/null; then
    say "No Firefox; these places were looked at:" >&2
    firefox_places | sed 's/^/  /' >&2
    give_up "Install Firefox, or set REBADGE_FIREFOX to the path of one."
  fi
  # Ubuntu has no firefox-esr, and its firefox only fetches a snap.
  if grep -qs '^ID=ubuntu' /etc/os-release && ! real_package firefox-esr; then
    give_up "There is no Firefox, and Ubuntu packages it only as a snap." \
      "Install the one of Mozilla's own archive:" \
      "  sudo install -d -m 0755 /etc/apt/keyrings" \
      "  curl -fsSL https://packages.mozilla.org/apt/repo-signing-key.gpg | sudo tee /etc/apt/keyrings/packages.mozilla.org.asc >/dev/null" \
      "  echo 'deb [signed-by=/etc/apt/keyrings/packages.mozilla.org.asc] https://packages.mozilla.org/apt mozilla main' | sudo tee /etc/apt/sources.list.d/mozilla.list" \
      "  sudo apt-get update && sudo apt-get install firefox-esr" \
      "or set REBADGE_FIREFOX to the path of a Firefox."
  fi
  apt_install "browser tests drive it" firefox-esr
}

install_browser() {
  if on_macos || on_windows || ! command -v apt-get >/dev/null; then
    say "No Chromium, Chrome or Edge; these places were looked at:" >&2
    browser_places | sed 's/^/  /' >&2
    give_up "Install one of them, or set REBADGE_CHROMIUM to the path of one."
  fi
  # Ubuntu's own package holds no browser but fetches a snap, which is confined
  # too tightly for tests; another archive may offer a real one.
  if grep -qs '^ID=ubuntu' /etc/os-release && ! real_package chromium; then
    give_up "There is no Chrome or Chromium, and Ubuntu packages Chromium only as a snap." \
      "Install Google Chrome:" \
      "  curl -LO https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb" \
      "  sudo apt-get install ./google-chrome-stable_current_amd64.deb" \
      "or set REBADGE_CHROMIUM to the path of a Chromium."
  fi
  apt_install "browser tests and the demo drive it" chromium
}

# real_package NAME: whether there is one that is not only the way to a snap.
real_package() {
  local depends
  depends=$(apt-cache depends "$1" 2>/dev/null) || return 1
  case $depends in "" | *snapd*) return 1 ;; esac
}
