#!/usr/bin/env bash
# Builds the web app and the server, loads the demo organisations into ./data and serves them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/web.sh build
cargo build --workspace --bin vliegwiel

# The database keeps only hashes. The password that is made up here stays beside it, so that it can be shown again.
password_file=data/demo-password
if [[ -z ${VLIEGWIEL_DEMO_PASSWORD:-} ]]; then
  if [[ ! -f $password_file ]]; then
    mkdir -p data
    (umask 077 && head -c 12 /dev/urandom | base64 | tr '+/' '-_' >"$password_file")
  fi
  VLIEGWIEL_DEMO_PASSWORD=$(<"$password_file")
fi
export VLIEGWIEL_DEMO_PASSWORD
"${CARGO_TARGET_DIR:-target}/debug/vliegwiel" demo
exec "${CARGO_TARGET_DIR:-target}/debug/vliegwiel" serve --web-dir frontend/dist "$@"
