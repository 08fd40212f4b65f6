# ./dev lint [--all] [BASE]: everything that can be said about the sources without running them.
# clang-tidy looks at files changed since BASE (default: where this branch left main, or the
# commit before this one); --all looks at every file.
# shellcheck shell=bash

broken=()

# check NAME COMMAND…: runs it; the name is repeated at the end if it failed.
check() {
    local name=$1
    shift
    say "$name"
    "$@" || broken+=("$name")
}

# changed_since BASE: files that differ from it, and new ones.
changed_since() {
    git diff --name-only --diff-filter=d "$1"
    git ls-files -o --exclude-standard
}

default_base() {
    local base
    for main in origin/main main; do
        base=$(git merge-base HEAD "$main" 2>/dev/null) || continue
        if [ "$base" != "$(git rev-parse HEAD)" ]; then
            echo "$base"
            return
        fi
    done
    git rev-parse --verify --quiet HEAD~1 || git hash-object -t tree /dev/null
}

# tidy_units: sources of the compile database to look at. A changed header is looked at
# through the source of the same name, or the first that includes it.
tidy_units() {
    local file units
    units=$(python3 -c 'import json, sys
for unit in json.load(open("build/test/compile_commands.json")): print(unit["file"])' |
        sed "s#^$ROOT/##" | grep -E '^(src|tests)/' | sort -u)
    if [ "$all" = 1 ]; then
        echo "$units"
        return
    fi
    changed_since "$base" | grep -E '^(src|tests)/.*\.(cpp|hpp)$' | while read -r file; do
        case $file in
        *.cpp) grep -xF "$file" <<<"$units" ;;
        *.hpp)
            grep -xF "${file%.hpp}.cpp" <<<"$units" ||
                xargs -r grep -lF "\"${file#src/}\"" <<<"$units" | head -n 1
            ;;
        esac
    done | sort -u
}

run_tidy() {
    local units
    [ -f build/test/compile_commands.json ] || cmake --preset test >/dev/null || return 1
    # Without precompiled headers, so that a missing include is found; they make nothing faster here.
    mkdir -p build/lint
    sed -E 's/ -Winvalid-pch//; s/ -Xclang -include-pch -Xclang [^ ]+ -Xclang -include -Xclang [^ ]+//' \
        build/test/compile_commands.json >build/lint/compile_commands.json
    units=$(tidy_units)
    if [ -z "$units" ]; then
        echo "    no C++ file changed"
        return
    fi
    echo "    $(wc -l <<<"$units") files"
    xargs -P "$(nproc)" -n 1 clang-tidy-19 -p build/lint --quiet --extra-arg=-Wno-error \
        <<<"$units" 2> >(grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' >&2)
}

check_format() { cpp_files | xargs -r clang-format-19 --dry-run --Werror; }
check_shell() { shell_files | xargs -r shellcheck -x; }
check_types() {
    [ -f ui/node_modules/.bin/tsc ] || fail "tsc is missing. Run ./dev setup first."
    (cd ui && node_modules/.bin/tsc --noEmit)
}

all=0 base=
for argument in "$@"; do
    case $argument in
    --all) all=1 ;;
    -*) fail "./dev lint [--all] [BASE]: '$argument' is not understood." ;;
    *) base=$argument ;;
    esac
done
base=${base:-$(default_base)}
have clang-tidy-19 || fail "clang-tidy-19 is missing. Run ./dev setup first."

check "Layers" tools/check_layers
check "Sizes and words" tools/check_sizes
check "Formatting" check_format
check "Scripts (shellcheck)" check_shell
check "Types (tsc)" check_types
# Each further check of a part of the repository is a program tools/lint/NAME.
for program in tools/lint/*; do
    if [ -x "$program" ]; then check "$(basename "$program")" "$program"; fi
done
check "clang-tidy" run_tidy

if [ ${#broken[@]} -gt 0 ]; then
    printf 'lint failed: %s\n' "$(printf '%s; ' "${broken[@]}")"
    exit 1
fi
say "lint passed"
