#!/usr/bin/env bash
# Runs the browser tests against the real binary: e2e.sh [PLAYWRIGHT ARGUMENT…]
#
# Loads the demo once; every test then gets a copy of it and a server of its own (tests/e2e/support/server.ts).
# The copies are files on SQLite, and databases of the cluster in TEST_DATABASE_URL when that is set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
CHROMIUM=$(scripts/chromium.sh)
scripts/web.sh build
cargo build --quiet --workspace --bin vliegwiel

work=$(mktemp -d "${TMPDIR:-/tmp}/vliegwiel-e2e.XXXXXX")
# shellcheck disable=SC2317 # called by the trap
clean_up() {
  local file
  for file in "$work"/server-*/pid; do
    if [[ -f $file ]]; then kill -KILL "$(<"$file")" 2>/dev/null || true; fi
  done
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
mkdir "$work/demo"
head -c 32 /dev/urandom >"$work/secret"

export CHROMIUM
export E2E_BINARY="${CARGO_TARGET_DIR:-$PWD/target}/debug/vliegwiel"
export E2E_FOLDER=$work
export VLIEGWIEL_SECRET_FILE=$work/secret
export VLIEGWIEL_WEB_DIR=$PWD/frontend/dist
export VLIEGWIEL_DEMO_PASSWORD=${VLIEGWIEL_DEMO_PASSWORD:-wielen-draaien-samen-door}

if [[ -n ${TEST_DATABASE_URL:-} ]]; then
  E2E_DEMO_URL="${TEST_DATABASE_URL%/*}/demo"
  "$POSTGRES_BIN/createdb" --maintenance-db="$TEST_DATABASE_URL" demo
else
  E2E_DEMO_URL="sqlite://$work/demo/vliegwiel.db?mode=rwc"
fi
export E2E_DEMO_URL
(cd "$work" && DATABASE_URL=$E2E_DEMO_URL "$E2E_BINARY" demo)

cd frontend
NODE_PATH=$PWD/node_modules npx --no-install playwright test --config ../tests/e2e/playwright.config.ts "$@"
