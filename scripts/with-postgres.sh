#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, which is gone afterwards: with-postgres.sh COMMAND [ARGUMENT…]
#
# The command finds the cluster in TEST_DATABASE_URL (a superuser on the database `postgres`, so that every test can
# make its own database) and the programs of this PostgreSQL in POSTGRES_BIN.
set -euo pipefail

find_bin() {
  local bin
  for bin in "$(pg_config --bindir 2>/dev/null || true)" $(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse); do
    if [[ -x $bin/initdb && -x $bin/postgres ]]; then
      echo "$bin"
      return
    fi
  done
  return 1
}

if ! bin=$(find_bin); then
  if ((EUID != 0)); then
    echo 'No PostgreSQL server programs found. Install the package postgresql (15 or later).' >&2
    exit 1
  fi
  "$(dirname "${BASH_SOURCE[0]}")/apt-install.sh" postgresql >&2
  bin=$(find_bin)
fi

# In memory where there is room, so that the cluster is fast with the durability settings of production.
parent=${TMPDIR:-/tmp}
room_kib=$(df --output=avail /dev/shm 2>/dev/null | tail -n 1 || true)
if ((${room_kib:-0} > 4 * 1024 * 1024)); then parent=/dev/shm; fi
cluster=$(mktemp -d "$parent/vliegwiel-postgres.XXXXXX")
as_owner=()
server=
# shellcheck disable=SC2317 # called by the trap
remove_cluster() {
  if [[ -n $server ]]; then
    kill -INT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$cluster"
}
trap remove_cluster EXIT
trap 'exit 130' INT TERM

# postgres refuses to run as root
if ((EUID == 0)); then
  owner=nobody
  if id postgres >/dev/null 2>&1; then owner=postgres; fi
  as_owner=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
fi

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s\n' "$password" >"$cluster/password"
if ((EUID == 0)); then chown -R "$owner" "$cluster"; fi

cd_and_run() { (cd "$cluster" && exec env LC_ALL=C.UTF-8 "${as_owner[@]}" "$@"); }

cd_and_run "$bin/initdb" --pgdata="$cluster/data" --username=vliegwiel --pwfile="$cluster/password" \
  --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums --no-sync >"$cluster/initdb.log" 2>&1 ||
  { cat "$cluster/initdb.log" >&2; exit 1; }

start_on() {
  (cd "$cluster" && exec env LC_ALL=C.UTF-8 "${as_owner[@]}" "$bin/postgres" -D "$cluster/data" -p "$1" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
    -c log_min_messages=fatal) >"$cluster/server.log" 2>&1 &
  server=$!
  for _ in {1..150}; do
    kill -0 "$server" 2>/dev/null || return 1
    if "$bin/pg_isready" --quiet --host=127.0.0.1 --port="$1"; then return 0; fi
    sleep 0.2
  done
  return 1
}

for attempt in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 12000))
  if start_on "$port"; then break; fi
  if ((attempt == 5)); then
    echo 'PostgreSQL did not start:' >&2
    cat "$cluster/server.log" >&2
    exit 1
  fi
done

export POSTGRES_BIN=$bin
export TEST_DATABASE_URL="postgres://vliegwiel:$password@127.0.0.1:$port/postgres"
"$@"
