#!/usr/bin/env bash
# Measures the service with all cities of the world: import, start, memory, and 1,000 suggestions over HTTP, each for another city.
# Prints figures and judges nothing. Needs bash, curl, jq and GNU time.
#
#   tests/benches/service.sh target/release/kembar cities.csv countries.csv
#
# With DATABASE_URL set to an empty PostgreSQL database it measures there; otherwise on SQLite in a folder that it removes.
set -euo pipefail
[ $# = 3 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }
kembar=$(realpath "$1"); cities=$(realpath "$2"); countries=$(realpath "$3")
folder=$(mktemp -d); server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
cd "$folder"
export KEMBAR_LOG=warn DATABASE_URL=${DATABASE_URL:-$folder/kembar.db} KEMBAR_KEYS_DIR=$folder/keys

timed() { local what=$1; shift; command time -f "$what: %e s, %M KB at the most" "$@" >/dev/null; }
seconds_of() { sort -n "$1" | awk -v what="$2" '{t[NR]=$1} END {printf "%s: median %.1f ms, p99 %.1f ms, slowest %.1f ms of %d\n", what, 1000*t[int((NR+1)/2)], 1000*t[int(NR*0.99+0.5)], 1000*t[NR], NR}'; }

"$kembar" migrate >/dev/null
timed "import countries" "$kembar" import countries "$countries"
timed "import cities" "$kembar" import cities "$cities"
echo 'a calm river runs 42' | "$kembar" user add officer@kembar.example --name Officer --role officer --password-stdin >/dev/null

begun=$(date +%s%N)
"$kembar" serve --listen 127.0.0.1:0 --rate-address 1000000 --rate-person 1000000 > address & server=$!
until [ -s address ] && curl -sf "$(cat address)/readyz" >/dev/null; do sleep 0.01; done
url=$(cat address)/api/v1
token=$(jq -n '{email: "officer@kembar.example", password: "a calm river runs 42"}' | curl -s "$url/auth/login" --json @- | jq -r .access_token)
ask() { curl -sSf -H "Authorization: Bearer $token" "$@"; }

next="$url/cities?limit=100"
for _ in $(seq 10); do
  ask "$next" > page; jq -r '.items[].slug' page >> slugs
  next="$url/cities?limit=100&cursor=$(jq -r '.next_cursor // empty' page)"
done
first=$(head -1 slugs)
ask "$url/cities/$first/suggestions?kind=sister_city" >/dev/null
echo "from start to the first suggestion: $(( ($(date +%s%N) - begun) / 1000000 )) ms"

for question in "kind=sister_city" "kind=peer_learning" "kind=peer_learning&theme=solid-waste"; do
  while read -r slug; do printf 'url = "%s"\noutput = /dev/null\n' "$url/cities/$slug/suggestions?$question"; done < slugs > requests
  ask -w '%{time_total}\n' -K requests > times
  seconds_of times "a suggestion over HTTP, $question, one after another"
done
awk '/VmHWM|VmRSS/ {print "memory of the service, " $1 " " $2 " " $3}' "/proc/$server/status"
