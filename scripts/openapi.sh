#!/usr/bin/env bash
# Writes openapi/openapi.json from the routes, and the web app's client from that document.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
document=$(mktemp)
trap 'rm -f "$document"' EXIT
# a document that could not be made must not replace the one that is there
cargo run --quiet --bin vliegwiel -- openapi >"$document"
cat "$document" >openapi/openapi.json
scripts/web.sh install
npm --prefix frontend run api
