# Every target is one need; `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
POSTGRES_15 := /usr/lib/postgresql/15/bin/postgres
CHROMIUM := /usr/bin/chromium
MINUTES ?= 20
SEED ?= 1
SCALE ?= 1
EVENTS ?= 10000000
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help run test frontend frontend-checks bench bench-large faults lint format lock clean debian-packages environment-run environment-test

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: environment-run frontend ## Start Copil on http://127.0.0.1:8000 (COPIL_PORT, COPIL_DATA_DIR, DEMO=0)
	@exec $(BIN)/python -m deploy.local run

test: environment-test debian-packages ## Check everything and run all tests
	@$(MAKE) --no-print-directory -j2 --output-sync=target lint frontend-checks
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadscope

frontend: environment-run ## Build the front end, when something it is made of has changed
	@$(BIN)/python -m deploy.local.frontend

# Built first: the catalogues of both languages are compiled by the build, and the sizes are those of what it wrote.
frontend-checks: frontend
	@echo "front end: lint, types, description of the API, unit tests, sizes"
	@cd frontend && export PATH="$(abspath $(BIN)):$$PATH" && npm run --silent lint && npm run --silent check && \
		npm install --silent --no-save --no-audit --no-fund --prefix tools/openapi && npm run --silent gen:api -- --check && \
		npm run --silent test && npm run --silent size >size.log || { cat size.log; exit 1; }; rm -f size.log

bench: environment-test ## Measure the ratios of the performance promises
	@$(BIN)/python -m tests.bench

bench-large: environment-test ## Measure what growth costs, up to ten million events (EVENTS=10000000; half an hour)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/bench-large.txt
	@$(BIN)/python -m tests.bench.large --events $(EVENTS)

faults: environment-test ## Kill processes in mid-load, disorder, load targets, at length (MINUTES=20 SEED=1 SCALE=1)
	@$(BIN)/python -m tests.faults --minutes $(MINUTES) --seed $(SEED) --scale $(SCALE)

lint: environment-test ## Style, types and import contracts
	@echo "ruff" && $(BIN)/ruff check && $(BIN)/ruff format --check
	@echo "mypy" && $(BIN)/mypy
	@echo "import contracts" && $(BIN)/lint-imports

format: environment-test ## Put the sources into the house style
	@$(BIN)/ruff check --fix && $(BIN)/ruff format

lock: $(BIN)/python ## Choose new versions of all dependencies
	@$(BIN)/python -m pip install --quiet uv
	@$(LOCK) pyproject.toml --upgrade --output-file requirements/run.txt
	@$(LOCK) pyproject.toml --upgrade --group test --constraint requirements/run.txt --output-file requirements/test.txt
	@$(LOCK) --group bench-large --upgrade --output-file requirements/bench-large.txt
	@! grep -nE '://|--index|--find-links' requirements/*.txt

clean: ## Remove what can be made again (data in .copil stay)
	@rm -rf $(VENV) frontend/node_modules frontend/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The two environments are one folder; the second lock is the first and the tools of tests. Each is installed again
# only when its lock differs from the copy left by the last installation.
environment-run: $(BIN)/copil
	@cmp -s requirements/run.txt $(VENV)/run.lock || { \
		echo "Installing the Python packages (once, about a minute)."; \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/run.txt && \
		cp requirements/run.txt $(VENV)/run.lock && echo "Python packages installed."; }

environment-test: $(BIN)/copil
	@cmp -s requirements/test.txt $(VENV)/test.lock || { \
		echo "Installing the Python packages and the tools of tests (once, about a minute)."; \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/test.txt && \
		cp requirements/run.txt $(VENV)/run.lock && cp requirements/test.txt $(VENV)/test.lock && \
		echo "Python packages installed."; }

# The `copil` command of this clone, from whatever folder it is called.
$(BIN)/copil: $(BIN)/python
	@printf '%s\n' '#!/bin/sh' 'here=$$(dirname -- "$$(readlink -f -- "$$0")")' \
		'PYTHONPATH=$$here/../.. exec "$$here/python" -m deploy.local "$$@"' > $@ && chmod +x $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Copil needs Python 3.11 or later: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "On Debian, install python3-venv first." >&2; exit 1; }

# Servers and browsers that tests need beside Python; where they cannot be installed their tests say so.
debian-packages:
	@missing=""; \
	[ -x $(POSTGRES_15) ] || missing="$$missing postgresql-15"; \
	[ -x $(CHROMIUM) ] || missing="$$missing chromium"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
		echo "Absent, and cannot be installed here:$$missing; their tests are left out."; exit 0; fi; \
	echo "Installing$$missing."; \
	mkdir -p /etc/postgresql-common; \
	[ -e /etc/postgresql-common/createcluster.conf ] || \
		echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf; \
	install() { DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends \
		-o Dpkg::Options::=--force-confold $$missing </dev/null >/dev/null; }; \
	install || { apt-get update --quiet=2 </dev/null && install; }
