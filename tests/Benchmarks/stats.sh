#!/usr/bin/env bash
# Prints the figures of `analyze --stats` and `segment --stats` on text made from tests/Corpus, and the resident memory of the running demo.
# Usage: bash tests/Benchmarks/stats.sh [MINUTES OF DEMO, default 0 = leave it out]. Build first: dotnet build src/Worker -c Release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=src/Worker/bin/Release/net10.0/opinionwatch.dll
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$work" <<'PY'
import glob, json, sys
work = sys.argv[1]
documents = [json.loads(line) for file in sorted(glob.glob("tests/Corpus/*.jsonl")) for line in open(file, encoding="utf-8") if line.strip() and '"label"' in line]
with open(f"{work}/corpus.jsonl", "w", encoding="utf-8") as corpus, open(f"{work}/lines.txt", "w", encoding="utf-8") as lines:
    for turn in range(24):
        for d in documents:
            corpus.write(json.dumps({**d, "id": f"{turn}-{d['id']}"}, ensure_ascii=False) + "\n")
            lines.write(d["text"].replace("\n", " ") + "\n")
ordinary = "今天上午天气不错，街上人来人往，小贩早早摆好了摊子，孩子们背着书包去上学，老人们在公园里打太极。下午的会议讨论了明年的培训计划。"
with open(f"{work}/ordinary.jsonl", "w", encoding="utf-8") as file:
    for n in range(4000):
        file.write(json.dumps({"id": str(n), "text": ordinary * 20}, ensure_ascii=False) + "\n")
PY

run() {
  echo "$1 ($(stat -c %s "$3") bytes of JSON): $(dotnet "$program" "$2" "$3" --config config --stats 2>&1 > /dev/null | tail -n 1)"
}
run "analyze, ordinary text" analyze "$work/ordinary.jsonl"
run "analyze, the corpus over and over (two thirds of it the field's)" analyze "$work/corpus.jsonl"
run "segment, short lines" segment "$work/lines.txt"

minutes=${1:-0}
if [ "$minutes" -gt 0 ]; then
  dotnet "$program" demo --config config --data "$work/demo" > "$work/demo.out" 2> "$work/demo.err" &
  demo=$!
  sleep $((minutes * 60))
  echo "demo after $minutes minutes: $(ps -o rss= -p "$demo") kB resident"
  kill -TERM "$demo"
  wait "$demo"
fi
