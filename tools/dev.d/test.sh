# ./dev test [PATTERN]: every tests/*/run, one after the other, and one line that sums them up.
# PATTERN is a folder of tests/ or a part of the names of tests. Each runner closes with
# `N passed, N failed, N skipped`.
# shellcheck shell=bash

pattern=${1:-}

# Tests make hundreds of databases. In memory, where there is room, they wait for no disk.
memory=/dev/shm
if [ -z "${TMPDIR:-}" ] && [ -w "$memory" ] && [ "$(df --output=avail -k "$memory" | tail -n 1)" -gt 3000000 ]; then
    TMPDIR=$(mktemp -d "$memory/walktalk-tests.XXXXXX")
    chmod 755 "$TMPDIR" # the user of PostgreSQL has to pass
    trap 'rm -rf "$TMPDIR"' EXIT
    export TMPDIR
fi
./dev setup
build_preset test
WALKTALK=$(walktalk_of test) || WALKTALK=
export WALKTALK
tools/with_postgres tools/run_tests "$pattern"
