#!/usr/bin/env bash
# Reads the shell scripts with shellcheck, or says that it is not there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts=(.ci/run scripts/*.sh deploy/*.sh deploy/postgres/*.sh)
for script in "${scripts[@]}"; do bash -n "$script"; done
if ! command -v shellcheck >/dev/null && ((EUID == 0)); then
  scripts/apt-install.sh shellcheck >/dev/null
fi
if command -v shellcheck >/dev/null; then
  shellcheck --external-sources "${scripts[@]}"
else
  echo 'shellcheck is not installed: only the syntax was checked'
fi
