# `make` alone says what there is. Everything is made in .venv, by tools/bootstrap.sh, from
# Python >= 3.12 (or uv); a second call starts at once. What `bench` and `peers` put beside us is in .venv-peers.

CASE ?= 2025-08-21
CASES ?= 1500
SEED ?= 1
READY := .venv/.ready-run .venv/.ready-dev .venv/.ready-docs
# Scripts in .venv hold its path: a moved folder, or a Python that went away, needs a new one.
stale = $(shell [ -e $(1)/bin/python ] && [ "$$(cat $(1)/.made-in 2>/dev/null)" = "$$(pwd -P)" ] || echo FORCE)

.PHONY: help run test lint style types bench peers docs clean FORCE
.NOTPARALLEL:

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

run: .venv/.ready-run ## Check the August 2025 case, play it in 10,000 worlds, leave pictures in results/
	.venv/bin/sim check $(CASE)
	.venv/bin/sim run $(CASE)

test: style ## Lint and run the tests; types are checked meanwhile
	@types=$$(mktemp); trap 'kill $$checking 2>/dev/null; rm -f "$$types"' EXIT; \
	$(MAKE) --no-print-directory types >"$$types" 2>&1 & checking=$$!; \
	.venv/bin/python -m pytest -n auto; tested=$$?; \
	wait $$checking; checked=$$?; cat "$$types"; \
	[ $$tested -eq 0 ] && [ $$checked -eq 0 ]

lint: style types ## Check style, types and the layers of the house

style: .venv/.ready-dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: .venv/.ready-dev
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: .venv/.ready-dev .venv-peers/.ready-peers ## Measure: run every script in tests/benchmarks/
	@set -e; for script in tests/benchmarks/[!_]*.py; do \
		[ -e "$$script" ] || continue; \
		echo "== $$script"; .venv/bin/python "$$script"; \
	done

peers: .venv/.ready-dev .venv-peers/.ready-peers ## Play random cases beside NegMAS and compare every offer (CASES=1500 SEED=1)
	@PYTHONPATH=tests .venv/bin/python -m peers --cases $(CASES) --seed $(SEED)

docs: .venv/.ready-docs ## Build the documentation into docs/_build/html
	.venv/bin/python -m sphinx -W -b html docs docs/_build/html

clean: ## Remove .venv, .venv-peers, caches and built files; results/ stays
	rm -rf .venv .venv-peers .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist docs/_build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): .venv/.ready-%: pyproject.toml constraints.txt $(call stale,.venv)
	@sh tools/bootstrap.sh $*

.venv-peers/.ready-peers: tests/benchmarks/peers.txt $(call stale,.venv-peers)
	@sh tools/bootstrap.sh peers
