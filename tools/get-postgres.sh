#!/bin/sh
# Starts a PostgreSQL of the tests' own, installing Debian's where there is none, and prints its address
# for DATABASE_URL. Does nothing but print where it runs already. `get-postgres.sh stop` ends it.
set -eu
export DEBIAN_FRONTEND=noninteractive
cd "$(dirname "$0")/.."

say() {
  echo "get-postgres: $*" >&2
}

as_root=
if [ "$(id -u)" != 0 ]; then
  as_root=$(command -v sudo || true)
fi

programs() {
  for folder in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
    if [ -x "$folder/initdb" ]; then
      echo "$folder"
    fi
  done | sort -V | tail -n 1
}

bin=$(programs)
if [ -z "$bin" ]; then
  if ! command -v apt-get >/dev/null || { [ -z "$as_root" ] && [ "$(id -u)" != 0 ]; }; then
    say "no PostgreSQL here, and it cannot be installed without apt-get and root or sudo: install it."
    exit 1
  fi
  say "installing PostgreSQL."
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq postgresql >/dev/null; }; then
    say "could not install it: run 'apt-get install postgresql' and try again."
    exit 1
  fi
  bin=$(programs)
fi

# PostgreSQL never runs as root, and its user need not be able to enter the checkout.
url_file=.cache/postgres-url
mkdir -p .cache
if [ "$(id -u)" = 0 ]; then
  name=$(pwd -P | cksum | cut -d ' ' -f 1)
  home=/var/lib/postgresql/samskab-tests-$name
  as_owner() { (cd / && runuser -u postgres -- "$@"); }
else
  home=$PWD/.cache/postgres
  as_owner() { "$@"; }
fi

if [ "${1:-start}" = stop ]; then
  as_owner "$bin/pg_ctl" --pgdata "$home" --mode immediate stop >/dev/null
  exit 0
fi

if [ -s "$url_file" ] && as_owner "$bin/pg_ctl" --pgdata "$home" status >/dev/null 2>&1; then
  cat "$url_file"
  exit 0
fi

python=.venv/bin/python
[ -x "$python" ] || python=python3
port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
password=$("$python" -c 'import secrets; print(secrets.token_hex(16))')
# Nothing in it is worth keeping: it is made anew, of whatever version is here now.
as_owner rm -rf "$home"
# By a file: words of a command can be read by everybody on the machine.
# shellcheck disable=SC2016
echo "$password" | as_owner sh -c 'umask 077 && cat >"$1"' - "$home.password"
as_owner "$bin/initdb" --pgdata "$home" --username samskab --pwfile "$home.password" \
  --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null
as_owner rm "$home.password"
if ! as_owner "$bin/pg_ctl" --pgdata "$home" --log "$home/log" --wait start --options \
  "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=off \
   -c synchronous_commit=off -c full_page_writes=off" >/dev/null; then
  say "it did not start; it says:"
  as_owner tail -n 20 "$home/log" >&2
  exit 1
fi
(umask 077 && echo "postgres://samskab:$password@127.0.0.1:$port/postgres" >"$url_file")
cat "$url_file"
