#!/usr/bin/env bash
# Types, lint and format of the browser tests, with the tools of the web app.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tools=frontend/node_modules/.bin
"$tools/tsc" --project tests/e2e/tsconfig.json
"$tools/oxlint" --deny-warnings tests/e2e
"$tools/prettier" --config frontend/.prettierrc.json --check tests/e2e
