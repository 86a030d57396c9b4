# visitd: the two commands a newcomer needs are `make demo` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CONFIG      ?= Config
DEMO        ?= demo
WORLD       ?= china
# The day on which the example world is looked at. The world is dated, so its demonstration is too.
DEMO_TODAY  ?= 2026-11-23
# How often the programs are killed, and how often their disk fails (make torture).
KILLS       ?= 1000
FAULTS      ?= 200
SEED        ?= 1
CHECKED     := --explicit-target-dependency-import-check error
# Symbols stay, for the traces of a crash; what only a debugger needs would triple the size.
RELEASE     := -c release --static-swift-stdlib -Xlinker --strip-debug
VISITCTL    := .build/release/visitctl

.PHONY: help demo test lint format build program release bench deb torture sbom mutants systemd-test http-test browser-test pictures clean prerequisites

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

prerequisites:
	@.ci/prerequisites

demo: program ## build, load the example world, plan it, show the next visits, leave calendars and reports in demo/
	@mkdir -p $(DEMO)
	@export VISITD_CONFIG=$(CONFIG) VISITD_STORE=$(DEMO)/visits.db; \
	$(VISITCTL) init --example $(WORLD) --today $(DEMO_TODAY); \
	$(VISITCTL) check --today $(DEMO_TODAY) --quiet; \
	$(VISITCTL) plan --today $(DEMO_TODAY) --seed 1 --iterations 2000; \
	$(VISITCTL) next --all --today $(DEMO_TODAY) > $(DEMO)/.next.txt && mv $(DEMO)/.next.txt $(DEMO)/next.txt; \
	head -n 12 $(DEMO)/next.txt; \
	$(VISITCTL) export ics --all -o $(DEMO)/calendars --today $(DEMO_TODAY); \
	for language in en zh; do \
	    $(VISITCTL) export html --all -o $(DEMO)/reports/$$language --today $(DEMO_TODAY) --lang $$language; \
	    $(VISITCTL) report record --prisoner I002 --today $(DEMO_TODAY) --lang $$language --quiet \
	        -o $(DEMO)/reports/$$language/record-I002.html; \
	    $(VISITCTL) report coverage --today $(DEMO_TODAY) --lang $$language --quiet -o $(DEMO)/reports/$$language/coverage.xlsx; \
	done; \
	echo; echo "The next visits are in $(DEMO)/next.txt, the calendars in $(DEMO)/calendars, the reports in $(DEMO)/reports."; \
	echo "Ask yourself:  $(VISITCTL) next --store $(DEMO)/visits.db --today $(DEMO_TODAY) --child C001 --lang zh"

test: prerequisites ## build with every check and run all tests
	swift build --build-tests $(CHECKED)
	swift test --skip-build --skip VisitServiceTests
	@# The service's tests have deadlines of their own; they run apart from those that keep every core busy.
	swift test --skip-build --filter VisitServiceTests

build: prerequisites ## debug build
	swift build $(CHECKED)

program: prerequisites ## optimised build of visitctl alone: what the demonstration runs
	@echo "Building visitctl (a first build takes several minutes) ..."
	swift build $(RELEASE) $(CHECKED) --product visitctl

release: prerequisites ## optimised build of all programs with the Swift runtime inside
	@echo "Building (a first build takes several minutes) ..."
	swift build $(RELEASE) $(CHECKED)

lint: ## check the format of every source
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## format every source
	swift format --in-place --parallel --recursive Package.swift Sources Tests

bench: release ## run the benchmarks, one JSON line per figure
	Benchmarks/run

deb: release ## build the Debian package in dist/, the same bytes for the same sources
	@packaging/build .build/release dist

torture: release ## kill every command at many moments and let its disk fail at many calls (KILLS, FAULTS, SEED)
	Tests/torture/run .build/release --kills $(KILLS) --faults $(FAULTS) --seed $(SEED)

sbom: ## list the libraries of the programs with their licences (SPDX) in dist/
	@[ -d .build/checkouts ] && [ -e Package.resolved ] || swift package resolve
	@packaging/sbom dist

mutants: prerequisites ## put the program wrong in sixty places, one at a time, and say which no test notices
	@Tests/mutants/run

systemd-test: release ## start the service under a real systemd in a throw-away overlay (needs root)
	Tests/systemd/run .build/release

browser-test: release ## open every report in a browser: telephone, desk, A4, contrast, workbooks
	Tests/browser/run .build/release

pictures: release ## draw the pictures of the reports in Docs/pictures anew
	Docs/pictures/remake .build/release

http-test: release ## try the HTTP interface from outside: schemathesis, slow connections
	Tests/http/run .build/release

clean: ## remove what was built and the demonstration
	rm -rf .build dist $(DEMO)
