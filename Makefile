# Tiếp Sức: `make help` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := $(CURDIR)/.venv/bin
export PATH := $(BIN):$(PATH)
export TIEPSUC_HOME ?= $(CURDIR)/var
export PORT ?= 8000
export HOST ?= 127.0.0.1
export TIEPSUC_REFERENCE ?= $(CURDIR)/../shared/data

CLIENT_SOURCES := $(shell find static/src static/css static/icons service_worker -type f 2>/dev/null) static/build.mjs package-lock.json
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))
ONLINE := --disable-pip-version-check -q

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

# --- install -------------------------------------------------------------------------------------

.venv/run.stamp: requirements-build.txt setup.cfg pyproject.toml
	@echo "Installing what running needs …"
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install $(ONLINE) --require-hashes -r requirements-build.txt
	$(BIN)/python -m pip install $(ONLINE) --no-deps --no-build-isolation -e .
	touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	@echo "Installing what testing needs …"
	$(BIN)/python -m pip install $(ONLINE) --require-hashes -r requirements-dev.txt
	touch $@

node_modules/.stamp: package.json package-lock.json .venv/run.stamp
	@echo "Installing what building the scripts needs …"
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

static/dist/build.json: node_modules/.stamp $(CLIENT_SOURCES)
	node static/build.mjs
	touch $@

%.mo: %.po .venv/run.stamp
	pybabel -q compile -i $< -o $@

.PHONY: build
build: .venv/run.stamp static/dist/build.json $(CATALOGUES) ## scripts, styles and translations

.PHONY: texts
texts: .venv/dev.stamp ## extract the texts of code and templates, and merge them into the catalogues
	pybabel -q extract -F translations/babel.cfg --no-location --omit-header -o translations/messages.pot backend templates
	pybabel -q update --no-fuzzy-matching --ignore-pot-creation-date -i translations/messages.pot -d translations

.PHONY: browsers
browsers: ## install the browsers of the tests, where that is allowed
	.ci/browsers

.PHONY: lock
lock: ## resolve the exact versions of setup.cfg and package.json anew
	uv pip compile setup.cfg --universal --generate-hashes --python-version 3.11 --no-header -q -o requirements.txt
	uv pip compile setup.cfg --universal --generate-hashes --python-version 3.11 --no-header -q --extra build -c requirements.txt -o requirements-build.txt
	uv pip compile setup.cfg --universal --generate-hashes --python-version 3.11 --no-header -q --extra build --extra dev -c requirements.txt -o requirements-dev.txt
	rm -rf var/lock && mkdir -p var/lock && cp package.json .npmrc var/lock/
	cd var/lock && npm install --package-lock-only --ignore-scripts
	mv var/lock/package-lock.json . && rm -r var/lock # beside node_modules npm leaves other platforms out

# --- run -----------------------------------------------------------------------------------------

.PHONY: run
run: build ## serve the app on http://localhost:8000 with starter content
	tiepsuc prepare
	@echo "Open http://localhost:$(PORT)  (Ctrl-C stops)"
	exec gunicorn -c gunicorn.conf.py backend.wsgi:app

.PHONY: pictures
pictures: build .venv/dev.stamp ## pictures of the screens at 360×740 into var/pictures
	python -m tests.e2e.pictures

# --- check and test ------------------------------------------------------------------------------

.PHONY: lint types contracts catalogues check
lint: .venv/dev.stamp node_modules/.stamp
	ruff check . && ruff format --check .
	npx biome check --error-on-warnings .
types: .venv/dev.stamp node_modules/.stamp
	mypy
	npx tsc --build
contracts: .venv/dev.stamp
	lint-imports --config setup.cfg --no-cache
catalogues: build .venv/dev.stamp
	pytest -q -n 0 tests/architecture/test_translations.py
check: lint types contracts catalogues ## lint, types, import contracts, translations

.PHONY: unit postgresql client api browser webkit test
unit: build .venv/dev.stamp ## rules, storage on SQLite, pages, guards
	pytest -n 2 tests/backend tests/architecture -m "not postgresql"
postgresql: build .venv/dev.stamp ## storage on PostgreSQL
	pytest tests/backend -m postgresql
client: node_modules/.stamp ## scripts and worker without a browser
	node --test "tests/client/**/*.test.ts"
api: build .venv/dev.stamp ## the API against its own description
	pytest tests/api
browser: build .venv/dev.stamp browsers ## the real server and a real browser
	pytest tests/e2e -m "not webkit"
webkit: build .venv/dev.stamp browsers ## the core in WebKit
	pytest tests/e2e -m webkit
test: check unit postgresql client api browser webkit ## all of it, from nothing

.PHONY: bench
bench: build .venv/dev.stamp browsers ## speeds and sizes, for docs/benchmarks.md
	python -m tests.bench

.PHONY: clean
clean: ## forget what was built and installed (not var/)
	rm -rf .venv node_modules static/dist $(CATALOGUES)
