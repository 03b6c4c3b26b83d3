#!/usr/bin/env bash
# Every check that needs no running product. test.sh sources it for its steps and prints the summary itself.
set -euo pipefail

lint_steps() {
  step 'rust: format' cargo fmt --all --check
  step 'rust: clippy' cargo clippy --workspace --all-targets --quiet -- -D warnings
  step 'web: packages' scripts/web.sh install
  step 'web: types' npm --prefix frontend run --silent typecheck
  step 'web: lint' npm --prefix frontend run --silent lint
  step 'web: format' npm --prefix frontend run --silent format:check
  step 'web: texts in both languages' npm --prefix frontend run --silent i18n:check
  step 'web: client matches the API document' npm --prefix frontend run --silent api:check
  step 'browser tests: types, lint, format' scripts/lint-e2e.sh
  step 'API document: conventions' scripts/lint-openapi.sh
  tests 'compose file' scripts/check-compose.sh
  step 'shell scripts' scripts/lint-shell.sh
}


if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  cd "$(dirname "${BASH_SOURCE[0]}")/.."
  # shellcheck source=scripts/steps.sh
  source scripts/steps.sh
  lint_steps
  finish
fi
