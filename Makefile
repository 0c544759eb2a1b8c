# Everything that is done with the project. All paths are relative, so that a clone may lie in a folder with a space in its name.
#   make PYTHON=python3.12 run     another Python
#   make PORT=8600 run             another port
#   make WORKERS=4 test            as many processes that share the tests; WORKERS=0 for one after the other

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
WORKERS ?= 2
PIP := $(PY) -m pip install --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test test-deploy test-spark bench bench-load bench-scale screenshots lint clean

help:  ## show this list
	@echo "Fairboard. The commands:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do printf '%-18s %s\n' "$$name" "$$text"; done

setup: $(VENV)/run.stamp  ## make the virtual environment and install what the dashboard needs
	@echo "Everything is installed. 'make run' opens the dashboard."

run: $(VENV)/run.stamp  ## build the sample if there is no data yet, and open the dashboard
	@$(PY) -m fairboard serve

test: $(VENV)/dev.stamp  ## set everything up, a browser included, and run every check
	@$(PY) scripts/browser.py
	@$(PY) -m ruff check .
	@$(PY) -m pytest -n $(WORKERS)

test-spark: $(VENV)/spark.stamp  ## run the checks on a real Spark cluster on this machine (needs Java 17; some minutes)
	@$(PY) -m pytest tests/spark

test-deploy: $(VENV)/dev.stamp  ## run the checks behind nginx, which it installs on Debian: processes are killed, their users go on (two minutes)
	@$(PY) scripts/browser.py
	@$(PY) scripts/nginx.py
	@FAIRBOARD_TEST_NGINX=1 $(PY) -m pytest tests/deploy

bench: $(VENV)/dev.stamp  ## measure the speed, at 1 and 10 million postings too (some minutes)
	@$(PY) scripts/browser.py
	@$(PY) -m bench

bench-scale: $(VENV)/dev.stamp  ## measure how the cost grows: 1, 10 and 100 million postings (some forty minutes, 20 GB of disk free)
	@$(PY) -m bench.scale

bench-load: $(VENV)/dev.stamp  ## measure 30 and 100 users at once, each of whom changes a filter every two seconds (four minutes)
	@$(PY) -m bench.load

bench-peers: $(VENV)/dev.stamp  ## measure the same six charts in Dash, Panel and Mosaic, too (installs them; needs npm for Mosaic). WRITE=--write
	@$(PY) scripts/browser.py
	@$(PY) -m bench.peers $(WRITE)

screenshots: $(VENV)/dev.stamp  ## take pictures of every page into build/screenshots
	@$(PY) scripts/browser.py
	@$(PY) scripts/screenshots.py

lint: $(VENV)/dev.stamp  ## check the style of Python and SQL
	@$(PY) -m ruff check .
	@$(PY) -m sqlfluff lint --disable-progress-bar queries

clean:  ## remove the virtual environment and caches; the data stay
	rm -rf $(VENV) build .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what was installed: each is renewed when its list of requirements is.

$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Fairboard needs Python 3.11 or newer, and $(PYTHON) is: $$($(PYTHON) --version 2>&1 || true)"; \
	  echo "Install one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Making the virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements.txt $(VENV)/made.stamp
	@echo "Installing what the dashboard needs (a minute or two the first time) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing what the checks need ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(VENV)/spark.stamp: requirements-spark.txt $(VENV)/dev.stamp
	@echo "Installing Spark ..."
	@$(PIP) -r requirements-spark.txt
	@touch $@
