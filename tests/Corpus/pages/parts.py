"""What stands round an article: navigation, hot lists, comments, share bars, footers, scripts; and the ways an editor writes paragraphs."""
import html
from words import MEDIA, NICKS, Writer

E = html.escape


def links(w, count, tag="li", dated=False, base="/news/"):
    out = []
    for i in range(count):
        date = f"<span>11-{w.r.randint(1, 24):02d}</span>" if dated else ""
        out.append(f"<{tag}><a href='{base}2026{w.r.randint(100, 999)}{i}.html' title='x' target=_blank>{E(w.title())}</a>{date}</{tag}>")
    return "\n".join(out)


def nav(w, cls="nav"):
    names = "首页 要闻 时政 社会 民生 经济 法治 教育 健康 房产 汽车 旅游 视频 图片 专题 评论 论坛 客户端".split()
    return f"<div class='{cls}'><ul>" + "".join(f"<li><a href='/{i}/'>{n}</a></li>" for i, n in enumerate(names)) + "</ul></div>"


def crumbs(w, cls="position", site="青石新闻网"):
    return f"<div class='{cls}'>您当前的位置：<a href='/'>{site}</a> &gt; <a href='/yw/'>要闻</a> &gt; 正文</div>"


def side(w, heading="热门文章", cls="right fr w300"):
    return f"<div class='{cls}'><div class='box'><h3>{heading}</h3><ul class='list'>{links(w, 10)}</ul></div><div class='gg'><a href='http://ad.example.net/x'><img src='/ad.gif'></a></div></div>"


def related(w, cls="xgyd", heading="相关阅读"):
    return f"<div class='{cls}'><h2>{heading}</h2><ul>{links(w, 6, dated=True)}</ul></div>"


def comments(w, cls="pl_list"):
    rows = "".join(f"<div class='item'><b>{n}</b><span>{w.r.randint(1, 23)}小时前</span><p>{E(w.post())}</p><a href='javascript:;'>回复</a> <a href='javascript:;'>赞({w.r.randint(0, 99)})</a></div>" for n in w.r.sample(NICKS, 5))
    return f"<div class='{cls}'><div class='hd'>网友评论 <em>{w.r.randint(5, 999)}</em> 条</div>{rows}<div class='more'>查看更多评论</div></div>"


def share():
    return "<div class='fx bdsharebuttonbox'>分享到：<a href='#' class='bds_weixin'>微信</a><a href='#' class='bds_tsina'>新浪微博</a><a href='#' class='bds_qzone'>QQ空间</a></div>"


def foot(w, cls="bottom", site="青石新闻网"):
    return (f"<div class='{cls}'><p><a href='/about'>关于我们</a> | <a href='/join'>加入我们</a> | <a href='/law'>法律声明</a> | <a href='/contact'>联系我们</a></p>"
            f"<p>{site} 版权所有 未经书面授权不得复制或建立镜像</p><p>地址：青石市云水大道1号 电话：0000-00000000 邮编：000000</p><p>互联网新闻信息服务许可证编号：00000000000 备案号：青ICP备00000000号-1</p></div>")


def script(w):
    return "<script type='text/javascript'>var _hmt = _hmt || [];(function(){var hm=document.createElement('script');hm.src='//t.example.net/h.js';if(1<2&&3>2){document.write('<div class=\"x\">'+'</d'+'iv>');}})();</script>"


def style():
    return "<style>.a{color:red}.content p{margin:0}body>div{font:14px '宋体'}</style>"


def plain(a):
    """The paragraphs of an article as text, each with its kind."""
    return a.blocks


def body(a, way="p"):
    """Writes the blocks of an article the way an editor of that kind of site does."""
    out = []
    for kind, value in a.blocks:
        out.append(block(kind, value, way))
    return "\n".join(out)


def block(kind, value, way):
    if kind == "li":
        return "<ol>" + "".join(f"<li>{E(x)}</li>" for x in value) + "</ol>" if way not in ("br", "brn") else "".join(f"　　{E(x)}<br/><br/>" for x in value)
    if kind == "table":
        return "<table border=1 class=MsoNormalTable><tbody>" + "".join("<tr>" + "".join(f"<td><p>{E(c)}</p></td>" for c in row) + "</tr>" for row in value) + "</tbody></table>"
    if kind == "img":
        if way == "figure":
            return f"<figure><img src='/u/1.jpg'><figcaption>{E(value)}</figcaption></figure>"
        return f"<p style='text-align:center'><img src='/u/1.jpg' alt='{E(value)}'></p><p style='text-align:center'><span style='color:#888'>{E(value)}</span></p>" if way not in ("br", "brn") else f"<center><img src='/u/1.jpg'></center><br>{E(value)}<br/>"
    if kind == "h":
        return f"<p><strong>{E(value)}</strong></p>" if way not in ("br", "brn") else f"　　<b>{E(value)}</b><br/><br/>"
    if kind == "attach":
        return "".join(f"<p><a href='/files/{i}.docx'><img src='/icon/doc.gif'>{E(x)}</a></p>" for i, x in enumerate(value))
    if kind == "linked":
        before, word, after = value
        inner = f"{E(before)}<a href='http://so.example.cn/?q=1' class='keyword'>{E(word)}</a>{E(after)}"
        text = before + word + after
    else:
        inner, text = E(value), value
    if way == "p":
        return f"<p>{inner}</p>"
    if way == "pi":
        return f"<p>　　{inner}</p>"
    if way == "pn":
        return f"<p align=\"justify\" style='TEXT-INDENT: 2em'>&nbsp;&nbsp;&nbsp;&nbsp;{inner}\n</p>"
    if way == "br":
        return f"　　{inner}<br/><br/>"
    if way == "brn":
        return f"&nbsp;&nbsp;&nbsp;&nbsp;{inner}<br>\n"
    if way == "div":
        return f"<div>　　{inner}</div><div><br></div>"
    if way == "span":
        cut = len(text) // 2 if kind != "linked" else 0
        return f"<p class='MsoNormal'><span style='font-family:宋体'>{E(text[:cut])}</span><span lang='EN-US'></span><span style='font-size:16px'><font face='仿宋'>{E(text[cut:])}</font></span><o:p></o:p></p>" if cut else f"<p class='MsoNormal'><span>{inner}</span></p>"
    if way == "section":
        return f"<section style='margin:0'><section><p style='letter-spacing:1px'><span style='color:#333'>{inner}</span></p></section></section><section><br></section>"
    if way == "bjh":
        return f"<div data-from-paste='1'><p><span class='bjh-p'>{inner}</span></p></div>"
    if way == "figure":
        return f"<p data-track='1'>{inner}</p>"
    raise ValueError(way)
