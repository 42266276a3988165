# Needs python3 (3.11 or newer), git and make, and installs the rest.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Without --no-deps, pip looks for what is newer than the lock where a package names an extra.
INSTALL := $(PIP) --quiet install --no-deps
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-annotate --custom-compile-command "make lock" pyproject.toml --extra office
PDFJS := tests/support/pdfjs
# As pip does, npm is to trust whom the system trusts.
NPM := NODE_USE_SYSTEM_CA=1 $(BIN)/npm --prefix $(PDFJS)
INPUTS := data/initiatives.yaml $(wildcard data/approvals.yaml templates/*) $(shell find src -name '*.py')

# Homebrew's libraries are not where macOS looks by itself.
ifeq ($(shell uname),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH=$(shell brew --prefix)/lib
endif

.DELETE_ON_ERROR:
.PHONY: note pages dist test image fuzz lint bench golden pictures job report lock clean help

note: build/statusnote.pdf build/statusnote.md build/statusnote.html build/statusnote.csv build/statusnote.json ## build the note in build/, in all its forms

build/%.pdf build/%.md build/%.html build/%.csv build/%.json: $(INPUTS) .venv/note
	$(RUN) $(BIN)/statusnote render --format pdf --format md --format html --format csv --format json

# Where the plan asks for approvals that are missing, the note is a draft, build/statusnote-udkast.*,
# an earlier note stays as it is, and the next `make` makes the draft again. Which one was made last:
latest = "$$(ls -t build/statusnote.$(1) build/statusnote-udkast.$(1) 2>/dev/null | head -n 1)"

pages: note ## lay out the page, and the other forms beside it, in build/pages
	@[ $(call latest,html) = build/statusnote.html ] || \
		{ echo "The note is a draft, which is not laid out for everybody." >&2; exit 1; }
	mkdir -p build/pages
	cp build/statusnote.html build/pages/index.html
	cp build/statusnote.* build/pages

# With TAG, which is to be that of the version, as in the workflow that publishes.
dist: .venv/note ## build the wheel and the sdist in dist
	rm -rf dist
	$(BIN)/python -m hatchling build --directory dist
	[ -z "$$TAG" ] || [ -f "dist/statusnote-$${TAG#v}.tar.gz" ]

# The tests read and write Danish, whatever the machine's locale.
test image fuzz golden: export PYTHONUTF8 := 1

test: lint ## check the code and run all tests
	$(RUN) $(BIN)/pytest --cov --numprocesses logical

image: .venv/dev ## try the steps of the Dockerfile in a bare system (as root, with debootstrap)
	$(BIN)/pytest tests/whole/image.py

fuzz: .venv/dev ## break the real file in 10,000 ways, and see what is reported
	$(RUN) $(BIN)/pytest tests/whole/test_mutants.py --mutants 10000

lint: .venv/dev ## check the style, the formatting and the types of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/dev ## measure time and memory (see benchmarks/README.md)
	PYTHON=$(PYTHON) tools/system-packages bench
	PYTHONPATH=tests $(RUN) $(BIN)/python benchmarks/run.py $(BENCH)

golden: .venv/dev ## accept the present output as what the tests compare with, and list it
	$(RUN) $(BIN)/pytest --update-golden

pictures: .venv/dev build/statusnote.pdf ## make the pages' pictures again
	PYTHONPATH=tests $(RUN) $(BIN)/python tools/pictures.py

# What comes from the data could be read as commands to GitHub's runner, in any line of the log and
# on both of its streams. It obeys none until it sees a word again that the data can't know.
job: .venv/note ## what the CI job runs: all problems, and then the report
	$(BIN)/statusnote validate
	@token=$$($(BIN)/python -c 'import secrets; print(secrets.token_hex(16))') && \
	echo "::stop-commands::$$token" && \
	{ $(MAKE) report GITHUB_ACTIONS= 2>&1; code=$$?; echo "::$$token::"; exit $$code; }

report: note ## verify the note; show its summary, what is due, who approved, and what changed since BASE
	$(RUN) $(BIN)/statusnote verify $(call latest,pdf) data/initiatives.yaml
	{ $(BIN)/statusnote summary --format md && echo && $(BIN)/statusnote due --format md && echo && \
		$(BIN)/statusnote approve --status --format md && echo; } \
		>> $${GITHUB_STEP_SUMMARY:-/dev/stdout}
	-[ -z "$$BASE" ] || $(BIN)/statusnote diff "$$BASE" --format md \
		>> $${GITHUB_STEP_SUMMARY:-/dev/stdout}

lock: .venv/dev ## lock the newest dependencies that pyproject.toml allows
	$(LOCK) --upgrade --group install --output-file requirements.txt
	$(LOCK) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(NPM) update --package-lock-only

clean: ## remove what was built and installed in this folder
	rm -rf .venv build dist .coverage .hypothesis .*_cache $(PDFJS)/node_modules

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1: \2/p' Makefile

.venv/note: requirements.txt pyproject.toml
	PYTHON=$(PYTHON) tools/system-packages note
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes --requirement requirements.txt
	$(INSTALL) --no-build-isolation --editable .
	$(PIP) check
	touch $@

.venv/dev: requirements-dev.txt $(PDFJS)/package-lock.json .venv/note
	PYTHON=$(PYTHON) tools/system-packages test
	PYTHON=$(PYTHON) tools/system-packages office
	$(INSTALL) --require-hashes --requirement requirements-dev.txt
	$(NPM) ci --quiet --ignore-scripts
	$(PIP) check
	touch $@
