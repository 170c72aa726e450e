#!/bin/sh
# Brings what the tests of the browser door need: Debian's Chromium, gettext and Dovecot (a mailbox to
# read answers from), and the npm packages of tests/package-lock.json. Does nothing where all are there.
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

bring() { # what proves that it is there, its Debian package
  command -v "$1" >/dev/null && return
  say "installing $2."
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq "$2" >/dev/null; }; then
    say "could not install it: run 'apt-get install $2' and try again."
    exit 1
  fi
}
PATH=$PATH:/usr/sbin
bring msgmerge gettext
bring dovecot dovecot-imapd

sh tools/get-packages.sh tests
