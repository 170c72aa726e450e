#!/bin/sh
# Brings new sentences of the browser door into its django.po files; needs Debian's gettext.
set -eu
cd "$(dirname "$0")/.."
python=$PWD/.venv/bin/python
# Each app is worked in its own folder, whose modules must not stand before Python's own.
export SAMSKAB_SECRET_KEY=none DJANGO_SETTINGS_MODULE=samskab.web.settings PYTHONSAFEPATH=yes
for locale in src/samskab/web/locale src/samskab/web/*/locale; do
  ignore=
  if [ "$locale" = src/samskab/web/locale ]; then
    ignore=$(for app in src/samskab/web/*/locale; do echo "--ignore=$(basename "$(dirname "$app")")/*"; done)
  fi
  # shellcheck disable=SC2086
  (cd "$(dirname "$locale")" && "$python" -m django makemessages --locale da --no-location --no-obsolete --no-wrap $ignore)
done
"$python" tools/compile_words.py
