# ./dev test [PATTERN]: every tests/*/run, one after the other, and one line that sums them up.
# PATTERN is a folder of tests/ or a part of the names of tests. Each runner closes with
# `N passed, N failed, N skipped`.
# shellcheck shell=bash

pattern=${1:-}
./dev setup
build_preset test
WALKTALK=$(walktalk_of test) || WALKTALK=
export WALKTALK
tools/with_postgres tools/run_tests "$pattern"
