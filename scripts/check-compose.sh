#!/usr/bin/env bash
# Tests docker-compose.yml without a Docker engine; with one, Compose itself reads it too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../deploy"
if ! cmp --silent package-lock.json node_modules/.installed-package-lock.json; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-package-lock.json
fi
npm run --silent check
if docker compose version >/dev/null 2>&1; then
  docker compose --project-directory .. --file ../docker-compose.yml config --quiet
fi
