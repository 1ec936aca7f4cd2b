#!/bin/sh
# Reads the labelled pages (tests/Corpus/pages) with our reader and with SmartReader, one after the other in one process: text F1, title, time, author and
# floors exact, and pages a second of processor time (best of eight rounds after six to warm up). With a folder as argument, its labels.jsonl and html are read instead.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build "$here/Benchmarks.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
DOTNET_TieredPGO=1 DOTNET_gcServer=0 dotnet "$here/bin/Release/net10.0/Benchmarks.dll" extraction "${1:-$here/../Corpus/pages}"
