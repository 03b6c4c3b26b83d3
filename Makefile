# The commands of this repository. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test lint format openapi demo e2e fuzz soak

help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## Build everything, load the demo organisations and serve on http://127.0.0.1:8080
	@scripts/run.sh

test: ## Check and test everything, on SQLite and PostgreSQL and in a browser
	@scripts/test.sh

lint: ## Only the checks that need no running product
	@scripts/lint.sh

format: ## Format the Rust, TypeScript and style files
	@cargo fmt --all
	@scripts/web.sh install
	@npm --prefix frontend run --silent format
	@frontend/node_modules/.bin/prettier --config frontend/.prettierrc.json --write --log-level warn tests/e2e

openapi: ## Write openapi/openapi.json and the client generated from it
	@scripts/openapi.sh

demo: ## Load or refresh the demo organisations in data/vliegwiel.db
	@cargo run --quiet --bin vliegwiel -- demo

e2e: ## Only the browser tests, with pictures; ARGS="--project phone -g 'words of a title'" to choose
	@E2E_PICTURES=1 scripts/e2e.sh $(ARGS)

soak: ## Register 100,000 times while nodes are killed, on both databases (hours); OPERATIONS=2000 for less
	@scripts/soak.sh $(OPERATIONS)

fuzz: ## Long run of generated requests against the API document; FUZZ_CASES=100 FUZZ_SEED=7 to choose
	@FUZZ_SEED=$${FUZZ_SEED:-$$RANDOM} scripts/fuzz.sh $${FUZZ_CASES:-50} examples,coverage,fuzzing,stateful
