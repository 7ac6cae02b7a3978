# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3.11
BIN := .venv/bin
# `make run` installs what serving needs, the other commands what testing needs on top.
SERVING := .venv/.serving
TESTING := .venv/.testing

.PHONY: help run test check format vectors figures simulate clean

help: ## Say what each command does
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(SERVING) ## Install, migrate and serve on SQLite (MIDSTANCE_PORT, MIDSTANCE_HOST, … are honored)
	$(BIN)/midstance serve

test: $(TESTING) ## All tests: Python, JavaScript, SQLite, a real Postgres, a real browser
	$(BIN)/pytest

check: $(TESTING) ## Lint, types and content, in Python and JavaScript
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/deno lint
	$(BIN)/deno check frontend
	$(BIN)/midstance content check

vectors: $(TESTING) ## Write anew what the JavaScript is tested against, after a rule, content or figure changed
	$(BIN)/python -m tests.vectors.generate
	$(BIN)/python -m tests.frontend.figure.export

figures: $(TESTING) ## Draw every exercise's figure on one picture: figures.png
	$(BIN)/python -m tests.e2e.contact_sheet figures.png

simulate: $(TESTING) ## Hold the safety rules over 2,000 made-up runners of 26 weeks each (long)
	$(BIN)/python -m tests.simulate.many --runners 2000

format: $(TESTING) ## Put Python into its one layout
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what `make` made (never your data)
	rm -rf .venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(SERVING): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --editable .
	touch $@

$(TESTING): $(SERVING)
	$(BIN)/pip install --quiet --editable '.[test]'
	touch $@
