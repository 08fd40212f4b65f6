# shellcheck shell=bash
# What the setups share: a command unit with one officer, and staff of three roles. Prints the path
# of each invitation as NAME=PATH. Sourced.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$WALKTALK" migrate > /dev/null
[ -z "${DEMONSTRATION:-}" ] || "$WALKTALK" settings set demonstration true > /dev/null
cat > "$work/areas.geojson" <<'AREAS'
{"features":[{"properties":{"name":"South","code":"south"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}]}
AREAS
"$WALKTALK" areas import "$work/areas.geojson" --kind bcu > /dev/null
printf 'collar_number,public_name,sex,bcu,wards,languages,trained\n101,Amara,F,south,,en,yes\n' > "$work/officers.csv"
"$WALKTALK" roster import "$work/officers.csv" > /dev/null
invite() {
    name=$1
    shift
    "$WALKTALK" staff add "$name" "$@" | sed -n "s#.*\(/staff/invitations/.*\)#$name=\1#p"
}
invite amara --name Amara --role officer --collar-number 101
invite dora --name Dora --role desk --bcu south
invite olive --name Olive --role oversight
