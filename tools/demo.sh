#!/bin/sh
# The web application with the synthetic municipality Fjordby inside, and a worker beside it.
set -eu
cd "$(dirname "$0")/.."
# A tester's own settings are no demo's: all of them are set here.
export DJANGO_SETTINGS_MODULE=samskab.web.settings SAMSKAB_HTTPS=no SAMSKAB_DEBUG=no
export SAMSKAB_DATA="$PWD/demo/web" DATABASE_URL= SAMSKAB_EMAIL_URL=
mkdir -p "$SAMSKAB_DATA"
key="$SAMSKAB_DATA/secret-key"
if [ ! -s "$key" ]; then
  (umask 077 && .venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))' >"$key")
fi
SAMSKAB_SECRET_KEY=$(cat "$key")
export SAMSKAB_SECRET_KEY
address=127.0.0.1:${PORT:-8000}

.venv/bin/python -m django migrate --verbosity 0
.venv/bin/python -m django seed_demo

.venv/bin/samskab worker &
worker=$!
.venv/bin/samskab serve --bind "$address" &
server=$!
end() {
  trap - INT TERM EXIT
  kill "$server" "$worker" 2>/dev/null || true
  wait || true
}
trap end INT TERM EXIT
echo "Ctrl-C ends it. What it holds stays in demo/web; make clean removes it."
# Whichever ends first ends the other.
while kill -0 "$server" 2>/dev/null && kill -0 "$worker" 2>/dev/null; do
  sleep 1
done
