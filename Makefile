# What to do with Valley Atlas. Where there is no make: py packaging/bootstrap.py run

PYTHON ?= python3
# Arguments for the program or for pytest: make run ARGS="--lang nl"
ARGS ?=

COMMANDS = run test bundle bench bench-search eval gallery setup catalogs lock

.PHONY: $(COMMANDS) clean

$(COMMANDS):
	@$(PYTHON) packaging/bootstrap.py $@ -- $(ARGS)

clean:
	rm -rf build dist .venv .pytest_cache .ruff_cache .hypothesis .import_linter_cache
