# ./dev build [PRESET]
# shellcheck shell=bash
case ${1:-test} in
test | release) build_preset "${1:-test}" ;;
*) fail "There is no preset '$1'; there are 'test' and 'release'." ;;
esac
