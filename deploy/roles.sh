#!/bin/sh
# Runs once, when the database of compose.yaml is new.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" <<'SQL'
create role vestibule_owner login password :'owner';
create role vestibule_app login password :'app';
create database vestibule owner vestibule_owner;
SQL
