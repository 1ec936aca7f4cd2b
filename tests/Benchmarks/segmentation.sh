#!/bin/sh
# Times python jieba and our segmenter one after the other on the same text: MB of UTF-8 a second of processor time, and the ratio.
# Needs python3-jieba (apt-get install python3-jieba). With a file as argument, that text is cut instead of the invented one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build "$here/Benchmarks.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
ours() { DOTNET_TieredPGO=1 dotnet "$here/bin/Release/net10.0/Benchmarks.dll" "$@"; }
text=${1:-}
if [ -z "$text" ]; then
  text="$work/text"
  ours segment-text "$text"
fi
/usr/bin/python3 -W ignore - "$text" "$work" <<'PY' | tee "$work/jieba"
import logging, sys, time
import jieba
jieba.setLogLevel(logging.ERROR)
jieba.dt.tmp_dir = sys.argv[2]
jieba.initialize()
lines = open(sys.argv[1], encoding='utf-8', newline='\n').read().split('\n')[:-1]
size = sum(len(line.encode('utf-8')) + 1 for line in lines) / 1e6
best, count = None, 0
for _ in range(3):
    start = time.process_time()
    count = sum(len(jieba.lcut(line)) for line in lines)
    spent = time.process_time() - start
    best = spent if best is None else min(best, spent)
print(f'jieba\t{count} tokens\t{size:.2f} MB\t{size / best:.3f} MB/s')
PY
ours segment "$text" | tee "$work/ours"
awk -F '\t' 'FNR == NR { jieba = $4 + 0; next } $4 ~ /warm/ { split($4, a, " "); printf "%s: %.0f times jieba\n", $1, a[2] / jieba }' "$work/jieba" "$work/ours"
