# Every target does its own set-up on a bare Debian or Ubuntu machine; see README.md.
SHELL := /bin/bash
VENV := .venv
PYTHON := $(VENV)/bin/python
export QT_QPA_PLATFORM ?= offscreen
export PROJ_DATA ?= /usr/share/proj

.PHONY: help setup demo test lint gate release confusion redteam bench bench-fetch bench-highlights bench-clusters bench-export bench-startup bench-national screens install package bundle docs clean

help:
	@echo "make demo     a fictional region, from delivery to map, in a QGIS profile of its own"
	@echo "make test     all tests"
	@echo "make lint     style, types, enums that Qt 6 knows too, and the rules of the house"
	@echo "make gate     that, and what the QGIS plugin repository demands of the zip"
	@echo "make confusion  highlights against what was planted in two demo regions; fails if a target is missed"
	@echo "make redteam  attacks on the exported heatmaps of 200 made regions; fails if an address can be recovered"
	@echo "make bench    speed, as ratios in one run; make bench-fetch: of fetching; make bench-clusters: of hot spots;"
	@echo "              make bench-highlights: of the four highlights over 300,000 objects; make bench-export: of an export"
	@echo "              make bench-startup: what the plugin adds to the start of QGIS"
	@echo "              make bench-national: ten million BAG objects, from file to hot spots (makes 4.5 GB in build/)"
	@echo "make install  into your QGIS profile, with the libraries that QGIS lacks"
	@echo "make package  the zip for the QGIS plugin repository"
	@echo "make release VERSION=1.2.0   checks, zip, notes out of the changelog, commit and tag; sends nothing"
	@echo "make bundle PLATFORM=win_amd64 PYTHON=3.12   the same with h3 in it, for computers without internet"
	@echo "make docs     help pages of the algorithms, in docs/algoritmes"
	@echo "make screens  pictures of the whole job in QGIS Desktop, in docs/schermen"
	@echo "make clean    removes what was made here"

setup:
	@bash tools/setup.sh $(VENV)

demo: setup
	@$(PYTHON) -m tools.run_demo

test: setup
	@$(PYTHON) -m pytest

lint: setup
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(PYTHON) -m tools.qt6

gate: lint
	@$(PYTHON) -m pytest tests/tools/test_package.py

confusion: setup
	@$(PYTHON) -m tools.confusion

redteam: setup
	@$(PYTHON) -m tools.redteam

bench: setup
	@$(PYTHON) -m tools.bench

bench-fetch: setup
	@$(PYTHON) -m tools.bench.fetch

bench-highlights: setup
	@$(PYTHON) -m tools.bench.highlights

bench-clusters: setup
	@$(PYTHON) -m tools.bench.clusters

bench-export: setup
	@$(PYTHON) -m tools.bench.export

bench-startup: setup
	@$(PYTHON) -m tools.bench.startup

bench-national: setup
	@$(PYTHON) -m tools.bench.national

screens: setup
	@$(PYTHON) -m tools.desktop.screens

install: setup
	@$(PYTHON) -m tools.install

package: setup
	@$(PYTHON) -m tools.package

release: setup
	@$(PYTHON) -m tools.release "$(VERSION)"

# PYTHON is that of the QGIS it is for, if it was given on the command line.
bundle: setup
	@$(VENV)/bin/python -m tools.bundle --platform "$(PLATFORM)" --python "$(if $(filter command,$(origin PYTHON)),$(PYTHON))"

docs: setup
	@$(PYTHON) -m tools.docs

clean:
	@rm -rf build dist $(VENV) $(VENV)-standin .pytest_cache .mypy_cache .ruff_cache .hypothesis .qgis-settings .coverage \
		tools/webmap/node_modules resources/webmap/built resources/i18n/*.qm
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
