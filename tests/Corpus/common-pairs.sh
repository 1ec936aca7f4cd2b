#!/usr/bin/env bash
# Counts in how many documents of the corpus each pair of letters stands, for src/Incidents/Correlation/Kinship/common-pairs.txt.
# Run from the root of the checkout; needs python3. matters.jsonl is left out: it measures what the table is used for.
set -euo pipefail
python3 - tests/Corpus/tune.jsonl tests/Corpus/hold.jsonl tests/Corpus/probe.jsonl > src/Incidents/Correlation/Kinship/common-pairs.txt <<'PY'
import collections, json, sys

def fold(letter):
    if '\uff01' <= letter <= '\uff5e':
        letter = chr(ord(letter) - 0xFEE0)
    return letter.lower() if letter.isalpha() and ord(letter) < 0x10000 else ''

documents, counts = 0, collections.Counter()
for name in sys.argv[1:]:
    for line in open(name, encoding='utf-8'):
        document = json.loads(line)
        documents += 1
        pairs, before = set(), ''
        for letter in (document.get('title') or '') + '\n' + document['text']:
            letter = fold(letter)
            if before and letter and len(before + letter) == 2:
                pairs.add(before + letter)
            before = letter
        counts.update(pairs)
print(documents)
for pair, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    if count >= 4:
        print(f'{pair}{count}')
PY
