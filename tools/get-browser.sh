#!/bin/sh
# Brings what the browser tests need: Chromium (Debian's) and the npm packages of tests/package-lock.json.
# Does nothing where both are there already.
set -eu
export DEBIAN_FRONTEND=noninteractive
cd "$(dirname "$0")/.."

say() {
  echo "get-browser: $*" >&2
}

as_root=
if [ "$(id -u)" != 0 ]; then
  as_root=$(command -v sudo || true)
fi

if [ -n "${SAMSKAB_CHROMIUM:-}" ] && [ ! -x "$SAMSKAB_CHROMIUM" ]; then
  say "SAMSKAB_CHROMIUM names $SAMSKAB_CHROMIUM, and there is no program: correct it or unset it."
  exit 1
fi
if [ ! -x "${SAMSKAB_CHROMIUM:-/usr/bin/chromium}" ]; then
  if ! command -v apt-get >/dev/null || { [ -z "$as_root" ] && [ "$(id -u)" != 0 ]; }; then
    say "no Chromium here, and it cannot be installed without apt-get and root or sudo:" \
      "install Chromium and name its path in SAMSKAB_CHROMIUM."
    exit 1
  fi
  say "installing Chromium."
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium >/dev/null; }; then
    say "could not install it: run 'apt-get install chromium' and try again," \
      "or name the path of another one in SAMSKAB_CHROMIUM."
    exit 1
  fi
fi

stamp=tests/node_modules/.package-lock.json
if [ ! -e "$stamp" ] || [ tests/package-lock.json -nt "$stamp" ]; then
  # The Node of the project's own environment: a machine needs none.
  if [ ! -x .venv/bin/npm ]; then
    say "no .venv/bin/npm: run 'make setup' first."
    exit 1
  fi
  say "installing the npm packages of tests/."
  environment=$PWD/.venv/bin
  if ! (cd tests && PATH="$environment:$PATH" npm ci --no-audit --no-fund --loglevel=error); then
    say "npm could not install the packages of tests/package-lock.json: is the registry reachable?"
    exit 1
  fi
  touch "$stamp"
fi
