# ./dev help
# shellcheck shell=bash
cat <<'END'
./dev COMMAND

  demo [--map FILE]    set up, build, fill a demonstration force and serve it on 127.0.0.1:8080
  test [PATTERN]       build and run every test, one folder of tests/ or those with PATTERN in their name

  setup                install Debian and npm packages; quick when nothing is missing
  build [PRESET]       build `test` (default: checked, slow) or `release`
  run [ARGUMENTS…]     build the release program and run it
  lint [--all] [BASE]  formatting, clang-tidy (files changed since BASE), layers, sizes, scripts, pages
  format               lay out every C++ file
  bench [NAME]         run benchmarks and write their tables to docs/benchmarks.md
  ci                   what continuous integration runs: setup, lint, test, with the time of each
END
