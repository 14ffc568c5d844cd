# shellcheck shell=bash
# What build.sh says while it works: a heading for each step, how long each
# took, and on failure the step's name as the very last line.

STEP="start"
STEPS_DONE=""

# step NAME COMMAND...: runs a command under a heading. The command is not run
# in a condition, since that would turn `set -e` off inside it.
step() {
  STEP=$1
  shift
  local began=$SECONDS
  printf '\n== %s\n' "$STEP"
  "$@"
  STEPS_DONE="$STEPS_DONE$(printf '%5d s  %s' $((SECONDS - began)) "$STEP")
"
}

say() { printf '%s\n' "$*"; }

# give_up SENTENCE...: what is wrong, then what to do, a line each.
give_up() {
  printf '%s\n' "$@" >&2
  exit 1
}

summary() {
  printf '\n== done in %d s\n%s' "$SECONDS" "$STEPS_DONE"
}

say_failure() {
  local status=$?
  if [ "$status" -ne 0 ]; then
    printf '\nFAILED: %s\n' "$STEP" >&2
  fi
}
trap say_failure EXIT
