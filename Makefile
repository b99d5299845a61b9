# Everything runs from .venv, which these targets make and keep up to date themselves.
VENV := .venv
BIN := $(VENV)/bin
# Every package comes from a hash-locked list, so an index can serve nothing else.
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCKED := $(INSTALL) --require-hashes --requirement
# One version of each package on every Python and platform; no address of an index in the result.
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv site serve test check schema format lock clean FORCE

help: ## Show these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/.runtime ## Build the site into site/
	$(BIN)/praktijken build --out site
	@echo
	@echo 'De site staat in site/. Bekijken: make serve, daarna http://127.0.0.1:8000/'
	@echo 'The site is in site/. To look at it: make serve, then http://127.0.0.1:8000/'

venv: $(VENV)/.runtime ## Install what the generator needs into .venv

serve: $(VENV)/.runtime ## Serve the site with live reload at http://127.0.0.1:8000/
	$(BIN)/praktijken serve

check: $(VENV)/.runtime ## Check the records
	$(BIN)/praktijken check

schema: $(VENV)/.runtime ## Write the JSON Schemas of the records
	$(BIN)/praktijken schema

test: $(VENV)/.test ## Lint, type-check and test (PYTEST_ARGS='-k name' narrows it)
	$(BIN)/python -m pip --disable-pip-version-check check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@CHROMIUM=$$(scripts/ensure_chromium.sh $(VENV)) && export CHROMIUM && \
	NODE=$$(scripts/ensure_node.sh $(VENV)) && export NODE && \
	NGINX=$$(scripts/ensure_nginx.sh) && { [ -z "$$NGINX" ] && unset NGINX || export NGINX; } && \
	set -x && $(BIN)/pytest $(PYTEST_ARGS)

format: $(VENV)/.test ## Put the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.lock ## Write requirements/*.txt anew (UPGRADE=1 takes newer versions)
	$(COMPILE) pyproject.toml --group build --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --group build --extra test --constraint requirements/runtime.txt \
		--output-file requirements/test.txt
	$(COMPILE) --group lock --output-file requirements/lock.txt
	@! grep -nE '://|^ *--[a-z-]*(index|find-links)' requirements/*.txt || \
		{ echo 'requirements/*.txt must hold no address'; exit 1; }

clean: ## Remove everything that the other targets made
	rm -rf $(VENV) site build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

# An interpreter that went away or was replaced leaves an environment that no longer starts.
ifneq ($(shell $(BIN)/python -c 'print("runs")' 2>/dev/null),runs)
$(VENV)/.python: FORCE
endif
$(VENV)/.python:
	@scripts/make_venv.sh $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.python requirements/runtime.txt pyproject.toml
	@echo 'Pakketten installeren in $(VENV) / installing packages into $(VENV) ...'
	$(LOCKED) requirements/runtime.txt
	$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.runtime requirements/test.txt
	@echo 'Testpakketten installeren in $(VENV) / installing test packages into $(VENV) ...'
	$(LOCKED) requirements/test.txt
	@touch $@

$(VENV)/.lock: $(VENV)/.python requirements/lock.txt
	$(LOCKED) requirements/lock.txt
	@touch $@
