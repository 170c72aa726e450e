#!/bin/sh
# The web application with the synthetic municipality Fjordby inside, and a worker beside it.
set -eu
cd "$(dirname "$0")/.."
# A tester's own settings are no demo's: all that matter are set here.
export DJANGO_SETTINGS_MODULE=samskab.web.settings SAMSKAB_HTTPS=no SAMSKAB_DEBUG=no SAMSKAB_DEMO=yes
export SAMSKAB_SECOND_FACTOR=no SAMSKAB_HOSTS=localhost,127.0.0.1 SAMSKAB_EMAIL_URL= SAMSKAB_IMAP_URL=
export SAMSKAB_DATA="$PWD/demo/web" DATABASE_URL=
address=127.0.0.1:${PORT:-8000}
mkdir -p "$SAMSKAB_DATA"
key="$SAMSKAB_DATA/secret-key"
if [ ! -s "$key" ]; then
  (umask 077 && .venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))' >"$key")
fi
SAMSKAB_SECRET_KEY=$(cat "$key")
export SAMSKAB_SECRET_KEY

echo "Filling demo/web with Fjordby; it takes a minute the first time."
.venv/bin/python -m django migrate --verbosity 0
logins=$(.venv/bin/python -m django seed_demo)

.venv/bin/samskab worker >"$SAMSKAB_DATA/worker.log" 2>&1 &
worker=$!
.venv/bin/samskab serve --bind "$address" >"$SAMSKAB_DATA/server.log" 2>&1 &
server=$!
end() {
  trap - INT TERM EXIT
  kill "$server" "$worker" 2>/dev/null || true
  wait || true
}
trap end INT TERM EXIT

answers() {
  .venv/bin/python -c 'import sys, urllib.request as u; u.urlopen(sys.argv[1])' "$1" 2>/dev/null
}
is_told=
# Whichever ends first ends the other.
while kill -0 "$server" 2>/dev/null && kill -0 "$worker" 2>/dev/null; do
  if [ -z "$is_told" ] && answers "http://$address/healthz"; then
    is_told=yes
    printf '%s\n\n' "$logins"
    echo "Samskab answers at http://$address/ - Ctrl-C ends it."
    echo "What it holds, and what it tells, is in demo/web; make clean removes it."
  fi
  sleep 1
done
echo "It ended by itself; the last of what it told:" >&2
tail -n 5 "$SAMSKAB_DATA/server.log" "$SAMSKAB_DATA/worker.log" >&2
exit 1
