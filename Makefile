# The two commands that a new machine needs: `make run` and `make test`. Each sets up what it needs, once.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FILES ?=
export PIP_CONSTRAINT := $(CURDIR)/packaging/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test lint types layers tests wheel frozen bench nightly screens pictures i18n golden clean
help:
	@echo "make run [FILES=...]  open the desktop, on our own sample article or on files"
	@echo "make test             every check; make bench, make nightly: figures and slow sweeps"

$(VENV)/.debian: packaging/debian-packages.txt packaging/set-up.sh
	@sh packaging/set-up.sh
	@mkdir -p $(VENV) && touch $@

$(BIN)/python: | $(VENV)/.debian
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml packaging/constraints.txt | $(VENV)/.debian $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@

run: $(VENV)/.run
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" = Linux ]; then \
	  echo "There is no screen here, so the same journey is made without one. It is left in build/demo/."; \
	  QT_QPA_PLATFORM=offscreen $(BIN)/python -m reindreader.desktop.demo build/demo $(FILES); \
	else \
	  $(BIN)/reindreader $(if $(FILES),$(FILES),resources/samples/welcome.txt); \
	fi

test: lint types layers tests wheel

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

# The rooms that the project exists for stay at 95 % of their branches or more.
CORE := model csl attribution anchoring parallel citing
tests: $(VENV)/.dev
	rm -f build/.coverage build/.coverage.*
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered --sort=cover
	@for room in $(CORE); do \
	  echo "$$room: $$($(BIN)/coverage report --include="reindreader/$$room/*" --format=total) %"; \
	  $(BIN)/coverage report --include="reindreader/$$room/*" --fail-under=95 >/dev/null || exit 1; \
	done

wheel: $(VENV)/.dev
	sh packaging/check-wheel.sh

# One folder with both programs, for systems without Python: about 400 MB, half of it citation styles and Qt.
frozen: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --editable ".[frozen]"
	sh packaging/frozen/build.sh

bench: $(VENV)/.dev
	@for script in tests/bench/bench_*.py; do $(BIN)/python -m "tests.bench.$$(basename "$$script" .py)" || exit 1; done

# The programs of other people that read what we write: LaTeX, biber, pandoc and others, about 1 GB.
$(VENV)/.nightly: packaging/debian-packages-nightly.txt packaging/set-up.sh | $(VENV)/.dev
	@sh packaging/set-up.sh debian-packages-nightly.txt
	@touch $@

nightly: $(VENV)/.dev $(VENV)/.nightly
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m nightly

# Pictures of the window in every theme, to be looked at, in build/screens.
screens: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/journeys/test_screens.py tests/journeys/test_pdf_screens.py

# The pictures of README, in build/pictures.
pictures: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/journeys/test_readme_pictures.py

golden: $(VENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -k golden --update-golden

i18n: $(VENV)/.dev
	$(BIN)/pybabel -q extract --no-location --sort-output --project=Reindreader --version="" -k _ -k ngettext:1,2 \
	  -o resources/i18n/reindreader.pot reindreader

clean:
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
