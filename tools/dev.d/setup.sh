# ./dev setup: what the repository needs from Debian and npm. Takes no time when it is there.
# shellcheck shell=bash

# missing_packages: those of tools/debian-packages.txt that are neither installed nor stood in for.
missing_packages() {
    local installed package program
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sed -n 's/ installed$//p')
    sed 's/#.*//' tools/debian-packages.txt | while read -r package program; do
        [ -n "$package" ] || continue
        if [ -n "$program" ] && have "$program"; then continue; fi
        grep -qxF "$package" <<<"$installed" || echo "$package"
    done
}

# quietly LOG COMMAND…: runs it, everything to LOG, a line every ten packages; shows LOG's end on failure.
quietly() {
    local log=$1
    shift
    "$@" 2>&1 | tee -a "$log" |
        awk '/^(Get:|Unpacking|Setting up)/ { kind = $1; sub(/:.*/, "", kind); n[kind]++
             if (n[kind] % 25 == 0) { printf "    %s: %d\n", (kind == "Get" ? "fetched" : kind == "Setting" ? "set up" : "unpacked"), n[kind]; fflush() } }'
    [ "${PIPESTATUS[0]}" = 0 ] && return
    tail -n 20 "$log" >&2
    return 1
}

install_debian_packages() {
    local missing=("$@") log=build/setup.log
    have apt-get || fail "This is not Debian: please install what tools/debian-packages.txt lists."
    if [ "$(id -u)" != 0 ] && ! have sudo; then
        fail "These Debian packages are missing, and you are neither root nor have sudo: ${missing[*]}"
    fi
    mkdir -p build
    : >"$log"
    say "Installing ${#missing[@]} Debian packages (all output: $log)"
    quietly "$log" as_root apt-get update ||
        fail "apt-get update failed: is this machine online?"
    # libosmium wants Boost 1.74; the minus takes 1.81 away where somebody installed it.
    quietly "$log" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}" libboost1.81-dev- ||
        fail "These Debian packages could not be installed: ${missing[*]}"
}

# npm ci only when the list of packages is newer than what was installed; the build looks at the
# same stamp.
install_npm_packages() {
    local stamp=ui/node_modules/.installed
    [ "$stamp" -nt ui/package-lock.json ] && [ "$stamp" -nt ui/package.json ] && return 0
    say "Installing npm packages"
    (cd ui && npm ci --no-audit --no-fund) || fail "npm ci failed: is this machine online?"
    touch "$stamp"
}

mapfile -t missing < <(missing_packages)
[ ${#missing[@]} = 0 ] || install_debian_packages "${missing[@]}"
install_npm_packages
say "Everything that the repository needs is installed"
