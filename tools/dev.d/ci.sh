# ./dev ci: setup, lint and test as continuous integration runs them, with the time each took.
# The last line is the tally of the tests; any failure anywhere fails the whole.
# shellcheck shell=bash

output=$(mktemp)
trap 'rm -f "$output"' EXIT
times=() broken=()

# stage NAME BUDGET COMMAND…: runs it and notes time against its budget in minutes.
stage() {
    local name=$1 budget=$2
    shift 2
    say "Stage $name"
    SECONDS=0
    "$@" 2>&1 | tee "$output" || broken+=("$name")
    times+=("$(printf '%-6s %4d s of %4d s' "$name" "$SECONDS" $((budget * 60)))")
}

set -o pipefail
stage setup 6 ./dev setup
stage build 8 ./dev build test
# clang-tidy looks at the newest commit alone, so that a long branch stays within the time; people run
# `./dev lint` on their branch, and `./dev lint --all` now and then.
stage lint 6 ./dev lint "$(git rev-parse --verify --quiet HEAD~1 || git rev-parse HEAD)"
stage test 8 ./dev test
tally=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$output" | tail -n 1)

echo
printf '%s\n' "${times[@]}"
grep -hE '^(skipped [0-9]+: |PostgreSQL is skipped: )' "$output" || true
[ ${#broken[@]} = 0 ] || echo "Failed stages: ${broken[*]}"
echo "${tally:-0 passed, 1 failed, 0 skipped}"
[ ${#broken[@]} = 0 ]
