# What the commands of ./dev share. Sourced with the repository's root as working folder.
# shellcheck shell=bash

# Two checkouts of the same files share one compiler cache.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$ROOT} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
export LC_ALL=C.UTF-8

# say WORDS…: a line that tells what happens next.
say() { printf '\033[1m==>\033[0m %s\n' "$*" | plain; }

# The lines of standard input, without colours unless a terminal shows them.
plain() { if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi; }

# fail WORDS…: ends the command with a sentence that the person can act on.
fail() {
    printf '%s\n' "$*" >&2
    exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND…: runs it as root, through sudo where we are not root.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# build_preset PRESET [TARGET…]: configures once and builds; ninja looks at what changed.
build_preset() {
    local preset=$1
    shift
    have cmake || fail "cmake is missing. Run ./dev setup first."
    if [ ! -f "build/$preset/build.ninja" ]; then
        say "Configuring $preset"
        cmake --preset "$preset"
    fi
    say "Building $preset"
    cmake --build --preset "$preset" ${1:+--target "$@"}
}

# walktalk_of PRESET: the path of the program that build_preset made.
walktalk_of() {
    local path
    for path in "build/$1/src/walktalk" "build/$1/walktalk"; do
        if [ -x "$path" ]; then
            echo "$ROOT/$path"
            return
        fi
    done
    return 1
}

# shell_files: every tracked script of bash or sh.
shell_files() {
    git ls-files -co --exclude-standard | while read -r file; do
        [ -f "$file" ] || continue
        case $file in
        *.sh) echo "$file" ;;
        *.*) ;;
        *) head -n 1 "$file" | grep -qE '^#!.*\b(ba)?sh\b' && echo "$file" ;;
        esac
    done
    return 0
}

# cpp_files: every C++ file that is ours.
cpp_files() { git ls-files -co --exclude-standard '*.cpp' '*.hpp'; }
