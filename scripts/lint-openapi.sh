#!/usr/bin/env bash
# Holds the API document against our conventions (openapi/spectral.yaml).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../openapi"
if ! cmp --silent package-lock.json node_modules/.installed-package-lock.json; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-package-lock.json
fi
npm run --silent lint
