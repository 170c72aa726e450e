#!/bin/sh
# Brings new sentences of the browser door into its django.po files; needs Debian's gettext.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python tools/collect_words.py
.venv/bin/python tools/compile_words.py
