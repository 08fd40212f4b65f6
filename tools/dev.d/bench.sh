# ./dev bench [NAME]: one benchmark or all, each a program build/release/bench/NAME (C++) or
# bench/NAME/run (a script). What it prints goes to docs/benchmarks.md, in a section of its own.
# shellcheck shell=bash

# programs: `NAME PATH` of every benchmark.
programs() {
    local path
    for path in bench/*/run; do
        if [ -x "$path" ]; then echo "$(basename "$(dirname "$path")") $path"; fi
    done
    for path in build/release/bench/* build/release/bench/*/*; do
        if [ -f "$path" ] && [ -x "$path" ]; then echo "$(basename "$path" | sed 's/^bench_//') $path"; fi
    done
}

build_preset release
WALKTALK=$(walktalk_of release) || WALKTALK=
export WALKTALK
found=0
while read -r name path; do
    [ -z "${1:-}" ] || [ "$name" = "$1" ] || continue
    found=1
    say "Benchmark $name"
    tools/record_benchmark "$name" docs/benchmarks.md "$path" </dev/null
done < <(programs)
[ "$found" = 1 ] || fail "There is no benchmark '${1:-}'. There are: $(programs | cut -d' ' -f1 | tr '\n' ' ')"
