#!/usr/bin/env python3
"""Writes the labelled page set: layouts x invented articles, labels by construction. Run in this folder; the same script gives the same bytes."""
import json
import os
import pathlib
import shutil
import time
from article import Article, Thread
from layouts_forum import FORUM
from layouts_gov import GOV
from layouts_media import MEDIA_LAYOUTS
from layouts_news import NEWS, photo_story, script_only, traditional_news

HERE = pathlib.Path(__file__).parent
RARE = "㛃"  # In GB18030 four bytes, in no GBK.

# name: (encoding, meta, content type header, byte order mark, a character only GB18030 has)
DRESSES = [
    ("utf-8", "<meta charset='utf-8'>", "text/html; charset=utf-8", b"", False),
    ("gb18030", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\" />", "text/html", b"", True),
    ("utf-8", "", None, b"", False),
    ("gb18030", "<meta charset=\"gbk\">", "text/html", b"", False),
    ("utf-8", "<meta http-equiv='content-type' content='text/html;charset=GB2312'>", "text/html", b"", False),
    ("utf-8", "<meta charset='utf-8'>", None, b"\xef\xbb\xbf", False),
    ("gb18030", "", None, b"", False),
    ("gb18030", "<meta charset='utf-8'>", "text/html; charset=utf-8", b"", False),
]


def instant(at):
    return at.strftime("%Y-%m-%dT%H:%M:%S+08:00")


def write(name, html, dress, big5=False):
    encoding, meta, header, mark, rare = ("big5", dress, "text/html", b"", False) if big5 else dress
    html = html.replace("%META%", meta)
    data = mark + html.encode(encoding, "xmlcharrefreplace")
    (HERE / "html" / f"{name}.html").write_bytes(data)
    return header, {"utf-8": "utf-8", "gb18030": "gb18030", "big5": "big5"}[encoding]


def main():
    os.environ["TZ"] = "Asia/Shanghai"
    time.tzset()
    shutil.rmtree(HERE / "html", ignore_errors=True)
    (HERE / "html").mkdir()
    labels, number = [], 0
    jobs = [(kind, layout, i) for kind, group in (("news", NEWS), ("government", GOV), ("selfMedia", MEDIA_LAYOUTS)) for layout in group for i in range(3)]
    jobs += [("news", photo_story, 10), ("news", photo_story, 22), ("news", traditional_news, 0), ("news", traditional_news, 1), ("news", traditional_news, 2)]
    for kind, layout, i in jobs:
        number += 1
        traditional = layout is traditional_news
        article = Article(number * 7 + i, "photo" if layout is photo_story else "plain" if layout is script_only else None, traditional)
        dress = DRESSES[number % len(DRESSES)]
        if dress[4]:
            article.blocks[-1:] = [("p", f"业主代表周{RARE}某表示，希望尽快得到答复。"), article.blocks[-1]]
        html, url = layout(article)
        name = f"{layout.__name__}-{i % 10 + 1}"
        header, charset = write(name, html, ["<meta charset='big5'>", "", "<meta http-equiv='Content-Type' content='text/html; charset=big5'>"][i % 3] if traditional else dress, traditional)
        labels.append({k: v for k, v in dict(file=f"{name}.html", layout=layout.__name__, kind=kind, url=url, contentType=header, charset=charset, title=article.title, text=article.text, author=article.author, source=article.source, publishedAt=instant(article.at)).items() if v is not None})
    for layout in FORUM:
        for i in range(3):
            number += 1
            thread = Thread(number * 5 + i, floors=[7, 6, 9][i])
            html, url, floors = layout(thread)
            name = f"{layout.__name__}-{i + 1}"
            header, charset = write(name, html, DRESSES[number % len(DRESSES)])
            labels.append({k: v for k, v in dict(file=f"{name}.html", layout=layout.__name__, kind="forum", url=url, contentType=header, charset=charset, title=thread.title, floors=[dict(floor=f["floor"], author=f["author"], publishedAt=instant(f["at"]), text=f["text"]) for f in floors]).items() if v is not None})
    with open(HERE / "labels.jsonl", "w", encoding="utf-8", newline="\n") as out:
        for entry in labels:
            out.write(json.dumps(entry, ensure_ascii=False) + "\n")
    print(len(labels), "pages of", len({e["layout"] for e in labels}), "layouts")


if __name__ == "__main__":
    main()
