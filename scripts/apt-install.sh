#!/usr/bin/env bash
# Installs Debian packages as root, waiting for another apt: apt-install.sh PACKAGE…
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get -qq -o DPkg::Lock::Timeout=300 update
apt-get -qq -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "$@"
