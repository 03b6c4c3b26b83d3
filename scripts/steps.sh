# shellcheck shell=bash
# Named and timed steps with a summary; sourced by lint.sh and test.sh, never run by itself.
#
#   step NAME COMMAND…    a check: it passes or fails
#   tests NAME COMMAND…   a test run: its passed and failed tests are counted, and none at all is a failure
#   finish                prints the table and the closing line `N passed, N failed`; fails when any step failed
#
# A failed step does not stop the next one, so that one run shows everything that is wrong.
# The output of every step is also kept, in test-results/logs/.

step_rows=()
passed_total=0
failed_total=0
log_folder=test-results/logs

# Prints "PASSED FAILED" from the closing lines of nextest, cargo test, node, Vitest and Playwright in the given log.
count_tests() {
  awk '
    { gsub(/\033\[[0-9;]*m/, "") }
    /^ *Summary \[/ && / tests? run:/ { passed += before($0, "passed"); failed += before($0, "failed") + before($0, "timed out") + before($0, "exec failed") }
    /^test result: / { passed += before($0, "passed"); failed += before($0, "failed") }
    /^(ℹ|#) (pass|fail) [0-9]+$/ { if ($2 == "pass") passed += $3; else failed += $3 }
    /^ *Tests +[0-9]+ / { passed += before($0, "passed"); failed += before($0, "failed") }
    /^ +[0-9]+ (passed|flaky)( |$)/ { passed += $1 }
    /^ +[0-9]+ (failed|interrupted|did not run)( |$)/ { failed += $1 }
    END { print passed + 0, failed + 0 }
    function before(line, word) {
      return match(line, "[0-9]+ " word) ? substr(line, RSTART, RLENGTH) + 0 : 0
    }' "$1"
}

# Runs a command, keeps its output, and sets `status`, `seconds` and `log`.
run_logged() {
  local name=$1 started=$SECONDS
  shift
  mkdir -p "$log_folder"
  log="$log_folder/$(printf '%02d' "${#step_rows[@]}")-${name//[^[:alnum:]]/-}.log"
  printf '\n==> %s\n' "$name"
  status=0
  "$@" 2>&1 | tee "$log" || status=$?
  seconds=$((SECONDS - started))
}

note_step() {
  step_rows+=("$(printf '%-44s %-6s %5d s  %s' "$1" "$2" "$seconds" "$3")")
  printf '%s\n' "<== ${step_rows[-1]}"
}

step() {
  run_logged "$@"
  if ((status == 0)); then
    note_step "$1" ok ''
  else
    failed_total=$((failed_total + 1))
    note_step "$1" FAILED "exit code $status"
  fi
}

tests() {
  local passed failed
  run_logged "$@"
  read -r passed failed < <(count_tests "$log")
  # a runner that broke down before or outside its tests is one failure more
  if ((failed == 0 && (status != 0 || passed == 0))); then failed=1; fi
  passed_total=$((passed_total + passed))
  failed_total=$((failed_total + failed))
  note_step "$1" "$( ((failed == 0)) && echo ok || echo FAILED)" "$passed passed, $failed failed"
}

finish() {
  printf '\nSummary\n'
  printf '  %s\n' "${step_rows[@]}"
  printf '\n%d passed, %d failed\n' "$passed_total" "$failed_total"
  ((failed_total == 0))
}
