# Works on a fresh machine with git, make and Python 3.11: uv and everything else goes into the checkout.
UV := .tools/bin/uv
RUN := $(UV) run --frozen

.DEFAULT_GOAL := help
.PHONY: help setup browser demo demo-terminal test check format bench clean
# The other parts of tests/web are to follow as each is seen whole there.
ON_POSTGRESQL := $(addprefix tests/web/,audit members people privacy)
# Only for the commands of this file that need settings and touch no data.
WEB := DATABASE_URL= SAMSKAB_SECRET_KEY=of-no-server-that-runs-for-it-signs-nothing-1234567890 \
	DJANGO_SETTINGS_MODULE=samskab.web.settings SAMSKAB_DATA=.cache/check $(RUN) python -m django

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(UV):
	@sh tools/get-uv.sh

setup: .venv/ready node_modules/.package-lock.json .cache/words ## bring uv and every package, into the checkout
.venv/ready: uv.lock pyproject.toml | $(UV)
	$(UV) sync --frozen
	@touch $@

node_modules/.package-lock.json: package-lock.json | .venv/ready
	@sh tools/get-packages.sh

WORDS := $(shell find src/samskab/web -name django.po)
.cache/words: $(WORDS) tools/compile_words.py | .venv/ready
	$(RUN) python tools/compile_words.py
	@mkdir -p .cache && touch $@

browser: .venv/ready ## what the browser tests need: Chromium, gettext, Dovecot (Debian), npm packages of the tests
	@sh tools/get-browser.sh

demo: setup ## the web application with Fjordby inside; Ctrl-C ends it
	@sh tools/demo.sh

demo-terminal: setup ## plan Fjordby for 30 seconds; roll it out by lot, rehearse and analyse
	$(RUN) samskab generate demo/fjordby --leaders 300 --weeks 26 --modules 6 --seed 1 --replace
	$(RUN) samskab plan demo/fjordby --out demo/plan --seconds 30 --open
	$(RUN) samskab generate demo/rollout --leaders 300 --weeks 36 --modules 6 --seed 1 --rollout --replace
	$(RUN) samskab rollout design demo/rollout
	$(RUN) samskab rollout power demo/rollout
	$(RUN) samskab plan demo/rollout --seconds 60
	$(RUN) samskab rollout lock demo/rollout
	$(RUN) samskab rollout rehearse demo/rollout --effect 6
	$(RUN) samskab rollout analyse demo/rollout

test: setup browser ## the whole test suite on SQLite, and what has been proven there on PostgreSQL too
	$(RUN) pytest -n 2 --dist loadscope -m "not bench"
	DATABASE_URL="$$(sh tools/get-postgres.sh)" $(RUN) pytest -n 2 --dist loadscope -m "not bench" $(ON_POSTGRESQL)

check: setup ## every linter, type check, architecture contract and audit
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) deptry src
	$(RUN) djlint --check --lint src/samskab/telling/report/templates
	$(RUN) djlint --lint --profile django --ignore H041,H053 src/samskab/web
	@mkdir -p .cache/check
	$(WEB) makemigrations --check --dry-run
	$(WEB) check --deploy --fail-level WARNING
	$(UV) lock --check
	@mkdir -p .cache
	$(UV) export --frozen --no-emit-project --quiet --output-file .cache/requirements.txt
	$(RUN) pip-audit --require-hashes --disable-pip --requirement .cache/requirements.txt

format: setup ## put the code into the house's form
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

bench: setup ## measure, and write the table of docs/benchmarks.md
	$(RUN) python -m tests.benchmarks.run

clean: ## remove what make brought or wrote
	rm -rf .venv .tools .cache demo
