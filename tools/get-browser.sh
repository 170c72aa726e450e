#!/bin/sh
# Brings what the browser tests need: Chromium and gettext (Debian's), and the npm packages of
# tests/package-lock.json. Does nothing where all are there already.
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

if ! command -v msgmerge >/dev/null; then
  say "installing gettext."
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq gettext >/dev/null; }; then
    say "could not install it: run 'apt-get install gettext' and try again."
    exit 1
  fi
fi

sh tools/get-packages.sh tests
