#!/bin/sh
# Brings uv into .tools/bin, with nothing but Python 3.11 (Debian's has no pip and no ensurepip of its own).
set -eu
version=0.13.9
cd "$(dirname "$0")/.."
python=$(command -v python3.11 || command -v python3) || {
  echo "get-uv: no python3 found: install Python 3.11 or newer." >&2
  exit 1
}
rm -rf .tools
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
  as_root=$([ "$(id -u)" = 0 ] || command -v sudo || true)
  echo "get-uv: this Python cannot make environments with pip; installing python3-venv." >&2
  if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq python3-venv; }; then
    echo "get-uv: could not install it: run 'apt-get install python3-venv' and try again." >&2
    exit 1
  fi
fi
"$python" -m venv .tools
.tools/bin/pip install --quiet --disable-pip-version-check "uv==$version"
