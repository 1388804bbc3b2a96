# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

PORT ?= 8080

help: ## show this list
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: ## install what is missing, build, invent a town on first start, and serve it on http://localhost:8080 (PORT=…)
	@tools/install build
	@swift build -c release --product rondom
	@exec .build/release/rondom demo --data ./var --port $(PORT)

test: ## install what is missing and run every test: both databases, browser, format, house rules
	@tools/test

check: ## format, a build without warnings, imports as declared, house rules
	@tools/install build
	@tools/check

format: ## lay out all Swift sources as .swift-format says
	@swift format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests

assets: ## write the files in which css, js, icons and the guide are compiled in
	@Sources/Site/Assets/generate
	@Sources/Site/Guide/generate

bench: ## measure the workloads, printed as ratios
	@tools/install bench
	@swift build -c release --product rondom
	@swift build -c release --product BenchmarkTown
	@Benchmarks/run

faults: ## the bad days: kill -9, a failing disk, PostgreSQL failing over under load
	@tools/install faults
	@swift build -c release
	@Tests/faults/run --binary .build/release/rondom

clean: ## throw away what was built; data in ./var stay
	@rm -rf .build .venv

.PHONY: help run test check format assets bench faults clean
