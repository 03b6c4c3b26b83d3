#!/usr/bin/env bash
# Makes the secrets of docker-compose.yml in deploy/secrets/, once; what is there is never overwritten.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
umask 077
mkdir -p secrets
random_word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

if [[ ! -e secrets/superuser-password ]]; then random_word >secrets/superuser-password; fi
if [[ ! -e secrets/database-password ]]; then random_word >secrets/database-password; fi
if [[ ! -e secrets/vliegwiel-secret ]]; then head -c 32 /dev/urandom >secrets/vliegwiel-secret; fi
if [[ ! -e secrets/vliegwiel.toml ]]; then
  cat >secrets/vliegwiel.toml <<TOML
# Settings that may hold a password; every flag of \`vliegwiel serve --help\` can stand here.
database-url = "postgres://vliegwiel:$(<secrets/database-password)@postgres:5432/vliegwiel"
smtp-url = "smtp://mail:1025"
mail-from = "Vliegwiel <noreply@localhost>"
TOML
fi
# Compose mounts the files as they are and the containers run as users of their own; the folder stays closed to others.
chmod 644 secrets/*
echo 'The secrets are in deploy/secrets. Keep a copy somewhere safe: without vliegwiel-secret every session and sealed value is lost.'
