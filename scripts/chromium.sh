#!/usr/bin/env bash
# Prints the path of a Chromium: $CHROMIUM, else the one on PATH, else installed from Debian when root.
set -euo pipefail
if [[ -n ${CHROMIUM:-} ]]; then
  [[ -x $CHROMIUM ]] || { echo "CHROMIUM=$CHROMIUM is not a program." >&2; exit 1; }
  echo "$CHROMIUM"
  exit
fi
if ! command -v chromium >/dev/null; then
  if ((EUID != 0)); then
    echo 'No Chromium found. Install the package chromium, or set CHROMIUM to the path of one.' >&2
    exit 1
  fi
  "$(dirname "${BASH_SOURCE[0]}")/apt-install.sh" chromium >&2
fi
command -v chromium
