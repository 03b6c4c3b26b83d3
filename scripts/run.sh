#!/usr/bin/env bash
# Builds the web app and the server, loads the demo organisations into ./data and serves them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/web.sh build
cargo build --workspace --bin vliegwiel
"${CARGO_TARGET_DIR:-target}/debug/vliegwiel" demo
exec "${CARGO_TARGET_DIR:-target}/debug/vliegwiel" serve --web-dir frontend/dist "$@"
