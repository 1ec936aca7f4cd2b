"""Answers with what jieba 0.42.1 says. One request a line, hexadecimal throughout, so that lone surrogates and line ends pass.

D HEX   start afresh with this user dictionary (UTF-8 bytes of the file; may be empty)
T HEX   cut this text (UTF-16-LE); answered by five lines: precise, precise without HMM, search, search without HMM, full.
        A line is the tokens (UTF-16-LE, '-' for the empty one) parted by blanks.
L       answered by one line for each distinct frequency of the dictionary: frequency and the bits of its logarithm
"""
import io
import logging
import struct
import sys
import tempfile
from math import log

try:
    import jieba
    from jieba import finalseg
except ImportError:
    sys.exit(3)

if jieba.__version__ != '0.42.1':
    sys.exit(4)

jieba.setLogLevel(logging.ERROR)
with tempfile.TemporaryDirectory() as folder:
    jieba.dt.tmp_dir = folder
    jieba.dt.initialize()

frequencies, total = jieba.dt.FREQ, jieba.dt.total
cutter = jieba.dt


def say(tokens):
    print(' '.join(t.encode('utf-16-le', 'surrogatepass').hex() or '-' for t in tokens))


for line in sys.stdin:
    kind, _, hexadecimal = line.strip().partition(' ')
    data = bytes.fromhex(hexadecimal)
    if kind == 'D':
        cutter = jieba.Tokenizer()
        cutter.FREQ, cutter.total, cutter.initialized = dict(frequencies), total, True
        finalseg.Force_Split_Words.clear()
        cutter.load_userdict(io.BytesIO(data))
    elif kind == 'L':
        for f in sorted(set(frequencies.values()) - {0}) + [total]:
            print(f, struct.pack('>d', log(f)).hex())
    else:
        text = data.decode('utf-16-le', 'surrogatepass')
        say(cutter.cut(text))
        say(cutter.cut(text, HMM=False))
        say(cutter.cut_for_search(text))
        say(cutter.cut_for_search(text, HMM=False))
        say(cutter.cut(text, cut_all=True))
