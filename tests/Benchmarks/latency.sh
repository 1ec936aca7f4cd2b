#!/bin/sh
# Runs the service on many loopback sites and measures what it costs and how soon it sees a post: publication to document (as the API tells it), processor share, memory.
# Usage: latency.sh [SITES [EVERY [SECONDS [POSTS]]]]   e.g. latency.sh 200 5s 120 3  ·  latency.sh 5000 5m 600 1
set -eu
here=$(cd "$(dirname "$0")" && pwd)
sites=${1:-200}
every=${2:-5s}
seconds=${3:-120}
posts=${4:-3}
work=$(mktemp -d)
farm=
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null; [ -z "$farm" ] || kill "$farm" 2>/dev/null; wait; rm -rf "$work"' EXIT
dotnet build "$here/Benchmarks.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
dotnet build "$here/../../src/Worker/Worker.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
dotnet "$here/bin/Release/net10.0/Benchmarks.dll" farm "$sites" "$posts" "$seconds" "$work/published" >"$work/port" 2>"$work/farm.err" &
farm=$!
until [ -s "$work/port" ]; do sleep 0.2; done
mkdir -p "$work/config/sites"
for name in contacts.yaml escalation.yaml grading.yaml area.yaml lexicon; do ln -s "$here/../../config/$name" "$work/config/$name"; done
cat >"$work/config/opinionwatch.yaml" <<YAML
organisation: 示例局
data: ./data
console: { listen: "http://127.0.0.1:18650", apiTokens: [benchmark] }
fetch: { userAgent: "OpinionWatch/1.0", delay: 1s, allowAddresses: ["127.0.0.0/8"] }
mail: { from: a@example.cn, pickup: $work/data/outgoing }
YAML
n=0
while [ "$n" -lt "$sites" ]; do
  address="127.0.$(((256 + n) / 256)).$(((256 + n) % 256))"
  echo "- { id: h$n, name: 示例$n, kind: list, tier: portal, region: 益阳, every: $every, start: [\"http://$address:$(cat "$work/port")/\"] }" >>"$work/config/sites/farm.yaml"
  n=$((n + 1))
done
dotnet "$here/../../src/Worker/bin/Release/net10.0/opinionwatch.dll" run --config "$work/config" --data "$work/data" >"$work/out" 2>&1 &
service=$!
sleep 5; kill -0 "$service" 2>/dev/null || { cat "$work/out"; exit 1; }
/usr/bin/python3 - "$work" "$service" "$seconds" "$every" "$sites" <<'PY'
import datetime, json, os, sys, time, urllib.request
work, service, seconds, every, sites = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
ticks = os.sysconf('SC_CLK_TCK')
def cpu():
    fields = open('/proc/%d/stat' % service).read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / ticks
def memory(): return next(int(line.split()[1]) / 1024 for line in open('/proc/%d/status' % service) if line.startswith('VmRSS'))
when = lambda text: datetime.datetime.fromisoformat(text[:26].rstrip('Z') + '+00:00' if text.endswith('Z') else text)
span = {'s': 1, 'm': 60, 'h': 3600}[every[-1]] * int(every[:-1])
time.sleep(10)
start, spent = time.time(), cpu()
time.sleep(seconds + span + 15)
share, rss = 100 * (cpu() - spent) / (time.time() - start), memory()
seen, cursor = {}, ''
while cursor is not None:
    request = urllib.request.Request('http://127.0.0.1:18650/api/incidents?cursor=' + cursor, headers={'Authorization': 'Bearer benchmark'})
    page = json.load(urllib.request.urlopen(request))
    for incident in page['items']:
        for document in incident['documents']:
            seen[document['title']] = when(document['firstSeenAt'])
    cursor = page['next']
published = dict(line.rstrip('\n').split('\t') for line in open(os.path.join(work, 'published')))
lags = sorted((seen[title] - datetime.datetime.fromisoformat(instant[:26] + '+00:00')).total_seconds() for title, instant in published.items() if title in seen)
at = lambda share: lags[min(len(lags) - 1, int(share * len(lags)))]
print('%d sites every %s: %d of %d posts seen; publication to document p50 %.2f s, p95 %.2f s, max %.2f s; %.1f %% of a core; %.0f MB' % (sites, every, len(lags), len(published), at(0.5), at(0.95), lags[-1], share, rss))
PY
