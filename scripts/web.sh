#!/usr/bin/env bash
# The web app's packages and build, each only when something changed: web.sh install | build
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
installed=frontend/node_modules/.installed-package-lock.json
built=.cache/web-built

install() {
  if cmp --silent frontend/package-lock.json "$installed"; then return; fi
  npm --prefix frontend ci --no-audit --no-fund --loglevel=error
  cp frontend/package-lock.json "$installed"
}

is_built() {
  [[ -f frontend/dist/index.html && -f $built ]] || return 1
  [[ -z $(find frontend -mindepth 1 \( -path frontend/node_modules -o -path frontend/dist \) -prune \
    -o -newer "$built" -print -quit) ]]
}

build() {
  install
  if is_built; then return; fi
  npm --prefix frontend run build
  mkdir -p "$(dirname "$built")"
  touch "$built"
}

case ${1:-} in
  install) install ;;
  build) build ;;
  *)
    echo 'Usage: web.sh install | build' >&2
    exit 2
    ;;
esac
