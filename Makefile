# make run    start the app on http://127.0.0.1:7860 (installs and builds the index first)
# make test   install what the tests need and run them all
# make offline  the command line, the server and all browser tests where there is no network but loopback
# make lint   ruff, mypy and bandit
# make audit  known vulnerabilities of the pinned packages, and how many could not be looked up
# make eval   measure answers, retrieval and verdicts against their floors; DATA=folder of evaluation sets
# make bench  the benchmarks
# make torture  every figure of reliability and security, in bench/out/torture.md; hours (KUTIP_MINUTES=2 for
#               a short load; KUTIP_CRASH_MINUTES=10 for ten minutes of each crash, and the next run goes on)
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
DATA ?= ../shared/data

.PHONY: run test install lint audit eval bench torture offline clean

run: install
	$(PY) app.py

install: $(VENV)/installed

$(VENV)/installed: requirements.txt constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kutip needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(PY) -m pip install --quiet -r requirements.txt
	touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	$(PY) -m pip install --quiet -r requirements-dev.txt
	touch $@

test: $(VENV)/installed-dev
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || command -v chromium-browser >/dev/null || \
	  echo "Chromium is missing: the browser tests will be skipped. Debian/Ubuntu: apt-get install chromium"
	$(PY) -m pytest -n 2 --dist loadgroup --durations 10

torture: $(VENV)/installed-dev
	$(PY) -m pytest -m "torture or figure" --figures=bench/out tests -rA

offline: $(VENV)/installed-dev
	$(PY) -m pytest tests/test_offline.py tests/torture/test_offline.py -m "torture or not torture" -rA

lint: $(VENV)/installed-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) audit/code.py

audit: $(VENV)/installed-dev
	$(PY) audit/packages.py

eval: $(VENV)/installed-dev
	$(PY) -m rag eval $(wildcard $(DATA)) --out bench/out

bench: $(VENV)/installed-dev
	$(PY) bench/retrieval.py $(DATA)
	$(PY) bench/questions.py ../shared/articles
	$(PY) bench/speed.py $(DATA)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
