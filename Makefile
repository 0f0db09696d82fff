# Every target sets up .venv by itself, once; what that says goes to standard error.
# `make PYTHON=/path/to/python3` chooses the interpreter of a new .venv.
.POSIX:
MAKEFLAGS += --no-print-directory
BIN = .venv/bin
READY = .venv/ready
export PYTHON

.PHONY: checkers ner ocr help run test lint evaluate output schemas lock clean

help:
	@echo 'make run        the dataset of seeds/ on standard output'
	@echo 'make test       the tests'
	@echo 'make lint       the style checks'
	@echo 'make evaluate   accuracy against tests/gold'
	@echo 'make output     rewrite output/, the committed dataset of seeds/, and what the README shows of it'
	@echo 'make schemas    rewrite schemas/ from the models'
	@echo 'make lock       rewrite requirements/ from pyproject.toml (needs uv)'
	@echo 'make checkers   other programs that open the output (pandas, DuckDB, frictionless …), for the tests'
	@echo 'make ocr        the OCR engine, for the tests of scans'
	@echo 'make ner        the model of extract --ner, for its tests'
	@echo 'make clean      remove what the other targets made outside of the repository'"'"'s files'

$(READY): pyproject.toml requirements/develop.txt tools/setup
	@tools/setup .venv requirements/develop.txt -e .
	@touch $@

# The programs that tests open what was written with, where they are there.
.checkers/ready: requirements/check.txt tools/setup
	@tools/setup .checkers requirements/check.txt
	@touch $@

checkers: .checkers/ready

# The OCR engine and its models, 250 MB: their tests run where it is.
ocr: $(READY)
	@tools/setup .venv requirements/ocr.txt -e .

# The model that sees people, 180 MB with what runs it: its tests run where it is.
ner: $(READY)
	@tools/setup .venv requirements/ner.txt -e .

run: $(READY)
	@$(BIN)/extract seeds/ --format json

test: $(READY)
	@$(BIN)/python -m pytest --quiet --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: $(READY)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet

evaluate: $(READY)
	@$(BIN)/python -m tests.evaluate

output: $(READY)
	@$(BIN)/extract seeds/ --quiet --output output/dataset.json
	@$(BIN)/extract seeds/ --quiet --output output/csv/
	@cd examples/chamber-data && ../../$(BIN)/extract documents/ --quiet
	@$(BIN)/python -m tests.readme

schemas: $(READY)
	@$(BIN)/extract schema --output schemas

# Names, versions and hashes for every supported Python and system; no addresses.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate
lock:
	@$(LOCK) pyproject.toml --output-file requirements/run.txt
	@$(LOCK) --group check --output-file requirements/check.txt
	@$(LOCK) pyproject.toml --extra xlsx --extra parquet --group dev --output-file requirements/develop.txt
	@$(LOCK) pyproject.toml --extra ocr --constraints requirements/develop.txt --output-file requirements/ocr.txt
	@$(LOCK) pyproject.toml --extra ner --constraints requirements/ocr.txt --output-file requirements/ner.txt

clean:
	@rm -rf .venv .checkers build dist .pytest_cache .ruff_cache .hypothesis
