"""Writes Golden/expected.json and Golden/expected-user.json: what jieba 0.42.1 makes of Golden/texts.json, without and with Golden/user.dict.

Run with the interpreter that has Debian's python3-jieba: /usr/bin/python3 make_golden.py
"""
import json
import logging
import pathlib

import jieba

assert jieba.__version__ == '0.42.1'
jieba.setLogLevel(logging.ERROR)
folder = pathlib.Path(__file__).parent / 'Golden'
texts = json.loads((folder / 'texts.json').read_text('utf-8'))


def write(name):
    rows = [{
        'text': text,
        'precise': list(jieba.cut(text)),
        'preciseNoHmm': list(jieba.cut(text, HMM=False)),
        'search': list(jieba.cut_for_search(text)),
        'searchNoHmm': list(jieba.cut_for_search(text, HMM=False)),
        'full': list(jieba.cut(text, cut_all=True)),
    } for text in texts]
    (folder / name).write_text('[\n' + ',\n'.join(json.dumps(row, ensure_ascii=False) for row in rows) + '\n]\n', 'utf-8')


write('expected.json')
jieba.load_userdict(str(folder / 'user.dict'))
write('expected-user.json')
