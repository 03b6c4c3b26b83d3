#!/usr/bin/env bash
# The long form of the history check: soak.sh [OPERATIONS]
#
# Registers so many times (100,000 by default) on SQLite and then on PostgreSQL while nodes are killed every few tenths of a second, and holds
# what clients were told against the tables afterwards. Hours; the short form is a part of `make test`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export VLIEGWIEL_SOAK_OPERATIONS=${1:-${VLIEGWIEL_SOAK_OPERATIONS:-100000}}
cargo build --quiet --bin vliegwiel
soak() { cargo test --quiet -p vliegwiel-tests --test history -- --nocapture no_acknowledged_registration; }
env -u TEST_DATABASE_URL bash -c "$(declare -f soak); soak"
scripts/with-postgres.sh bash -c "$(declare -f soak); soak"
