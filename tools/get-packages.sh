#!/bin/sh
# Brings the npm packages of a folder's package-lock.json, with the Node of the project's own environment.
# Does nothing where they are there already.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-.}

stamp=$folder/node_modules/.package-lock.json
if [ -e "$stamp" ] && [ ! "$folder/package-lock.json" -nt "$stamp" ]; then
  exit 0
fi
if [ ! -x .venv/bin/npm ]; then
  echo "get-packages: no .venv/bin/npm: run 'make setup' first." >&2
  exit 1
fi
echo "get-packages: installing the packages of $folder/package-lock.json." >&2
environment=$PWD/.venv/bin
if ! (cd "$folder" && PATH="$environment:$PATH" npm ci --no-audit --no-fund --loglevel=error >&2); then
  echo "get-packages: npm could not install them: is the registry reachable?" >&2
  exit 1
fi
touch "$stamp"
