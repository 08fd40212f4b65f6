# ./dev run [ARGUMENTS…]: the release program.
# shellcheck shell=bash
build_preset release walktalk
exec "$(walktalk_of release)" "$@"
