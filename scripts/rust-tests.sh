#!/usr/bin/env bash
# Runs the Rust tests; on PostgreSQL when TEST_DATABASE_URL is set, then without the rules, which use no database.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if command -v cargo-nextest >/dev/null; then
  filter='all()'
  if [[ -n ${TEST_DATABASE_URL:-} ]]; then filter='not package(vliegwiel-domain)'; fi
  cargo nextest run --workspace --no-fail-fast --status-level slow --final-status-level fail --filterset "$filter"
else
  cargo test --workspace --lib --bins --tests --no-fail-fast
fi
