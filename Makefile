# `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := demo/khabar.db

.PHONY: help demo test lint types unit bench quality setup clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

$(VENV)/base: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[web]'
	@touch $@

$(VENV)/dev: $(VENV)/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

setup: $(VENV)/dev  ## make the virtual environment with everything for development

demo: $(VENV)/base  ## read the sample articles into a store and show what was found
	@mkdir -p demo && rm -f $(STORE) $(STORE)-wal $(STORE)-shm
	@$(BIN)/khabar add samples --store $(STORE)
	@$(BIN)/khabar status --store $(STORE)
	@$(BIN)/khabar statements --limit 5 --store $(STORE)
	@$(BIN)/khabar figures --category killed --limit 8 --store $(STORE)
	@echo
	@echo "Look around:  $(BIN)/khabar serve --store $(STORE)   then open http://127.0.0.1:8765/"
	@echo "Or ask:       $(BIN)/khabar search كركوك --store $(STORE)"

lint: $(VENV)/dev  ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev  ## types
	$(BIN)/mypy

unit: $(VENV)/dev  ## the tests alone
	$(BIN)/python -m pytest -n auto

test: lint types unit  ## lint, types and all tests

bench: $(VENV)/base  ## time every layer
	$(BIN)/python scripts/bench.py $(ARTICLES)

quality: $(VENV)/dev  ## measure against evaluation data: make quality DATA=folder (docs/quality.md)
ifndef DATA
	@echo 'No evaluation data given. They are not part of the project; say where yours are:'
	@echo '    make quality DATA=path/to/folder        what the folder holds: docs/quality.md'
	@exit 2
else
	@$(BIN)/python -m scripts.quality --data '$(DATA)'
endif

clean:  ## remove what the targets made
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
