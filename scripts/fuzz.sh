#!/usr/bin/env bash
# Holds the running binary against its document with generated requests: fuzz.sh [CASES [PHASES]]
#
# Loads the demo on the embedded database, or in the cluster of TEST_DATABASE_URL (scripts/with-postgres.sh), serves it,
# and sends requests as four people (tests/contract/fuzz.py). FUZZ_SEED chooses other requests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tools=.cache/contract
if ! cmp --silent tests/contract/requirements.txt "$tools/requirements.txt"; then
  rm -rf "$tools"
  if ! python3 -m venv "$tools" 2>/dev/null; then
    if ((EUID != 0)); then
      echo 'Python 3 with venv is missing. Install the packages python3 and python3-venv.' >&2
      exit 1
    fi
    scripts/apt-install.sh python3 python3-venv
    python3 -m venv "$tools"
  fi
  "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement tests/contract/requirements.txt
  cp tests/contract/requirements.txt "$tools/requirements.txt"
fi
cargo build --quiet --workspace --bin vliegwiel
binary="${CARGO_TARGET_DIR:-$PWD/target}/debug/vliegwiel"

work=$(mktemp -d "${TMPDIR:-/tmp}/vliegwiel-fuzz.XXXXXX")
server=
# shellcheck disable=SC2317 # called by the trap
clean_up() {
  if [[ -n $server ]]; then
    kill -KILL "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

head -c 32 /dev/urandom >"$work/secret"
export VLIEGWIEL_SECRET_FILE=$work/secret
export VLIEGWIEL_DEMO_PASSWORD=${VLIEGWIEL_DEMO_PASSWORD:-wielen-draaien-samen-door}
export VLIEGWIEL_RATE_PER_ADDRESS=0 VLIEGWIEL_RATE_PER_ACCOUNT=0 VLIEGWIEL_RATE_PER_ORGANIZATION=0
if [[ -n ${TEST_DATABASE_URL:-} ]]; then
  "$POSTGRES_BIN/createdb" --maintenance-db="$TEST_DATABASE_URL" fuzz
  export DATABASE_URL="${TEST_DATABASE_URL%/*}/fuzz"
else
  export DATABASE_URL="sqlite://$work/vliegwiel.db?mode=rwc"
fi
(cd "$work" && "$binary" demo >demo.log) || { cat "$work/demo.log" >&2; exit 1; }

for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 12000))
  (cd "$work" && exec "$binary" serve --bind "127.0.0.1:$port") >"$work/server.log" 2>&1 &
  server=$!
  for _ in {1..100}; do
    kill -0 "$server" 2>/dev/null || break
    if curl --silent --fail --output /dev/null "http://127.0.0.1:$port/health/ready"; then break 2; fi
    sleep 0.2
  done
  kill -KILL "$server" 2>/dev/null || true
  server=
done
if [[ -z $server ]]; then
  echo 'The server did not become ready:' >&2
  cat "$work/server.log" >&2
  exit 1
fi

mkdir "$work/runs"
FUZZ_FOLDER=$work/runs PATH="$PWD/$tools/bin:$PATH" python3 tests/contract/fuzz.py "http://127.0.0.1:$port" "${1:-5}" "${2:-examples,fuzzing}"
kill -0 "$server" || { echo 'The server did not survive.' >&2; exit 1; }
