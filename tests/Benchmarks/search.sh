#!/bin/sh
# Builds an index of COUNT invented documents (default 200,000; about 250 characters each) and times first pages: milliseconds by query, p50 and p95 over all, memory and disk.
# Ends with 1 when p95 is 200 ms or more. Usage: sh tests/Benchmarks/search.sh [COUNT]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build "$here/Benchmarks.csproj" -c Release -v q --nologo >"$work/build" 2>&1 || { cat "$work/build"; exit 1; }
dotnet "$here/bin/Release/net10.0/Benchmarks.dll" search "$work/index" "${1:-200000}"
