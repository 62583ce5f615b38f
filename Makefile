# Two commands do all the set-up on a fresh machine: make demo, make test.
# They need Python 3.11 or newer and a C compiler, nothing else.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
WARDS := kieumau/plugins/tai_lap_5764/wards kieumau/plugins/ha_tinh/wards examples/wards
# durable_rules builds itself without optimisation, and on Python 3.13 not at all without the
# second flag; see docs/dependencies.md. No cache: a wheel built without the flags may lie there.
FLAGS := CPPFLAGS='-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)'

# Groups of their own need more than Python and a C compiler.
PLAIN := not wheel and not office and not browser and not postgres and not spark

.PHONY: help demo test test-wheel test-office test-postgres test-browser test-spark lint check-examples bench record clean

help: ## List the commands.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(FLAGS) $(BIN)/python -m pip install --quiet --no-cache-dir -e . --group dev
	@touch $(STAMP)

demo: $(STAMP) ## Set up, then evaluate the bundled wards and print the explained verdicts.
	$(BIN)/kieumau list
	$(BIN)/kieumau evaluate kieumau/plugins/tai_lap_5764/wards/*.yaml --criteria tai-lap-5764 --brief
	$(BIN)/kieumau evaluate kieumau/plugins/ha_tinh/wards/*.yaml --criteria ha-tinh --brief
	$(BIN)/kieumau evaluate examples/wards/phuong-mau-[abc]-*.yaml --criteria ha-tinh --brief
	$(BIN)/kieumau evaluate examples/wards/phuong-mau-d-*.yaml --criteria examples/tinh-mau --brief

test: $(STAMP) ## Set up, then pass the tests.
	$(BIN)/python -m pytest -q -n 2 -m '$(PLAIN)'

test-wheel: $(STAMP) ## Build the wheel and use it in an empty environment.
	$(BIN)/python -m pytest -q -m wheel tests/test_wheel.py

test-office: $(STAMP) ## Workbooks and Word files in LibreOffice (Debian: libreoffice-calc, -writer, poppler-utils).
	$(BIN)/python -m pytest -q -m office tests/office

test-postgres: $(STAMP) ## Wards read from a PostgreSQL server, ledgers in it (Debian: apt-get install postgresql).
	$(BIN)/python -m pytest -q -m postgres tests/postgres tests/ledger

test-browser: $(STAMP) ## Pages in headless Chromium (Debian: chromium, poppler-utils).
	$(BIN)/python -m pip install --quiet --group browser
	$(BIN)/python -m pytest -q -m browser tests/browser

test-spark: $(STAMP) ## Frames of a local Spark (Debian: apt-get install openjdk-17-jre-headless).
	$(BIN)/python -m pip install --quiet --group spark
	$(BIN)/python -m pytest -q -m spark tests/spark tests/docs

lint: $(STAMP) ## Style, types and floors.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check-examples: $(STAMP) ## Check every bundled and example plugin.
	$(BIN)/kieumau check tai-lap-5764
	$(BIN)/kieumau check ha-tinh
	$(BIN)/kieumau check hung-yen
	$(BIN)/kieumau check phu-yen
	$(BIN)/kieumau check tp-ho-chi-minh
	$(BIN)/kieumau check --strict examples/tinh-mau
	$(BIN)/kieumau check --strict examples/bo-cham-diem
	$(BIN)/kieumau check --strict examples/bo-cham-diem-tinh
	$(BIN)/kieumau test examples/tinh-mau --cover

bench: $(STAMP) ## Measure and write the reports: one ward at a time, whole frames, batches.
	$(BIN)/python -m pip install --quiet -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/one_ward.py --output benchmarks/ONE_WARD.md
	$(BIN)/python benchmarks/columns.py --output benchmarks/REPORT.md
	$(BIN)/python benchmarks/batch.py --output benchmarks/BATCH.md

.PHONY: bench-columns
bench-columns: $(STAMP) ## The report on whole frames alone.
	$(BIN)/python -m pip install --quiet -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/columns.py --output benchmarks/REPORT.md

record: $(STAMP) ## Write the golden files anew; review the diff.
	KIEUMAU_RECORD=1 $(BIN)/python -m pytest -q -n 2 -m '$(PLAIN)'

clean: ## Remove the environment and caches.
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
