# `make run` and `make test` are the two commands; `make` alone lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test bench simulate pictures docs vulnerabilities format clean check-tools

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build what changed, start the server and say where (YITI_PORT, YITI_DATA, YITI_DB_URL)
	@bin/run

test: ## Run every test: unit, module, console, browser journeys
	@bin/test

bench: ## Measure: imports, starts, sweeps, lists, the audit log (BENCH="import start" for some; a province takes an hour to load, once)
	@bench/run $(BENCH)

simulate: ## Terminals and meters that report to a running server (TERMINALS=50 METERS=20 DUPLICATE=0.05 …; docs/operate/simulate.md)
	@bin/simulate $(MAKEOVERRIDES)

docs: ## Write anew what is generated: docs/api, docs/regulations, docs/problems
	@bin/check-tools build
	@YITI_WRITE_DOCS=1 mvn -B -q -ntp -pl server -am test -Dtest=OpenApiTest,RegulationPagesTest,ProblemPagesTest -Dsurefire.failIfNoSpecifiedTests=false

vulnerabilities: ## Ask OSV which of the shipped libraries have known weaknesses (needs a build and the network)
	@bin/vulnerabilities

pictures: ## Take the pictures of the documentation anew
	@bin/pictures

format: ## Format the Java sources
	@bin/check-tools build
	@mvn -B -q -ntp spotless:apply

check-tools: ## Say whether Java, Maven and Node are fit
	@bin/check-tools all

clean: ## Remove what was built (the data folder stays)
	@rm -rf target */target web/dist
