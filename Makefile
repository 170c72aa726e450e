# Works on a fresh machine with git, make and Python 3.11: uv and everything else goes into the checkout.
UV := .tools/bin/uv
RUN := $(UV) run --frozen

.DEFAULT_GOAL := help
.PHONY: help setup browser demo test check format bench clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(UV):
	@sh tools/get-uv.sh

setup: .venv/ready ## bring uv and every Python package, into the checkout
.venv/ready: uv.lock pyproject.toml | $(UV)
	$(UV) sync --frozen
	@touch $@

browser: ## what the browser tests need: Chromium (Debian) and the npm packages of the tests
	@sh tools/get-browser.sh

demo: setup ## plan Fjordby for 30 seconds; roll it out by lot, rehearse and analyse
	$(RUN) samskab generate demo/fjordby --leaders 300 --weeks 26 --modules 6 --seed 1 --replace
	$(RUN) samskab plan demo/fjordby --out demo/plan --seconds 30 --open
	$(RUN) samskab generate demo/rollout --leaders 300 --weeks 36 --modules 6 --seed 1 --rollout --replace
	$(RUN) samskab rollout design demo/rollout
	$(RUN) samskab rollout power demo/rollout
	$(RUN) samskab plan demo/rollout --seconds 60
	$(RUN) samskab rollout lock demo/rollout
	$(RUN) samskab rollout rehearse demo/rollout --effect 6
	$(RUN) samskab rollout analyse demo/rollout

test: setup browser ## the whole test suite
	$(RUN) pytest -n 2 --dist loadscope -m "not bench"

check: setup ## every linter, type check, architecture contract and audit
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) deptry src
	$(RUN) djlint --check --lint src/samskab/telling/report/templates
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
