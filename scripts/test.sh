#!/usr/bin/env bash
# Everything that must hold before a change lands. Ends with a table of the steps and a line `N passed, N failed`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/steps.sh
source scripts/steps.sh
# shellcheck source=scripts/lint.sh
source scripts/lint.sh

rm -rf test-results
lint_steps
tests 'rust: tests on SQLite' env -u TEST_DATABASE_URL scripts/rust-tests.sh
tests 'rust: tests on PostgreSQL' scripts/with-postgres.sh scripts/rust-tests.sh
tests 'web: unit tests' npm --prefix frontend run --silent test
tests 'rust: planted holes are found' cargo test --quiet -p vliegwiel-tests --features mutants --test mutants
step 'web: build' scripts/web.sh build
step 'web: size' npm --prefix frontend run --silent size
tests 'contract: generated requests on SQLite' env -u TEST_DATABASE_URL scripts/fuzz.sh
tests 'contract: generated requests on PostgreSQL' scripts/with-postgres.sh scripts/fuzz.sh
tests 'browser: all stories on SQLite' env -u TEST_DATABASE_URL scripts/e2e.sh
tests 'browser: main stories on PostgreSQL' scripts/with-postgres.sh scripts/e2e.sh --grep @both
finish
