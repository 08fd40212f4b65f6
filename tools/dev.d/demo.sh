# ./dev demo [--map FILE.osm.pbf]: from nothing to pages on http://127.0.0.1:8080.
# Everything it makes lies in build/demo/; delete that folder to start afresh.
# shellcheck shell=bash

readonly DEMO=build/demo
map=
while [ $# -gt 0 ]; do
    case $1 in
    --map)
        map=$(cd "$CALLED_FROM" && realpath -m "${2:-.}")
        [ -f "$map" ] || fail "--map needs a file: there is no '${2:-}'."
        shift 2
        ;;
    *) fail "./dev demo [--map FILE.osm.pbf]: '$1' is not understood." ;;
    esac
done

# demo_map: makes the map that needs no download, from the street network inside an npm package.
demo_map() {
    local target=$DEMO/streets.osm.pbf
    if [ ! -f "$target" ]; then
        say "Making the demonstration map" >&2
        node tools/demo_map.mjs "$DEMO/new.osm.pbf" >&2 || return 1
        mv "$DEMO/new.osm.pbf" "$target"
    fi
    realpath "$target"
}

./dev setup
build_preset release walktalk
mkdir -p "$DEMO"
if [ -z "$map" ]; then
    map=$(demo_map) || fail "The demonstration map could not be made; the lines above say why."
fi

export WALKTALK_DB=sqlite:$ROOT/$DEMO/walktalk.db WALKTALK_DATA_DIR=$ROOT/$DEMO/data
walktalk=$(walktalk_of release)
made_from=$(stat -c '%n %s %Y' "$map")
if [ "$(cat "$DEMO/made-from" 2>/dev/null)" != "$made_from" ]; then
    rm -rf "$DEMO"/walktalk.db* "$DEMO/data" "$DEMO/made-from"
    mkdir -p "$DEMO/data"
    say "Making map tiles"
    tools/tiles/make "$map" "$DEMO/data/tiles.mbtiles" || fail "The map tiles could not be made."
    say "Filling the demonstration database"
    "$walktalk" demo --map "$map" | tee "$DEMO/links" ||
        fail "The demonstration database could not be filled."
    echo "$made_from" >"$DEMO/made-from"
else
    "$walktalk" migrate
    cat "$DEMO/links"
fi
say "Serving on http://127.0.0.1:8080 (Ctrl-C ends it)"
exec "$walktalk" serve --listen 127.0.0.1:8080
