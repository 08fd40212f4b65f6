# ./dev format
# shellcheck shell=bash
cpp_files | xargs -r clang-format-19 -i
