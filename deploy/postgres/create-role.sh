#!/bin/bash
# Runs once, on an empty data folder: the role and the database of Vliegwiel.
# The role is no superuser and cannot pass over row-level security.
set -euo pipefail
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set "password=$(</run/secrets/database-password)" <<'SQL'
CREATE ROLE vliegwiel LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE vliegwiel OWNER vliegwiel ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE vliegwiel FROM PUBLIC;
SQL
