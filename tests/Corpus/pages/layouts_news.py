"""Layouts of newspapers, news sites and portals. Each takes an article and gives (html, address); it may change what the page shows of author, source and time."""
import json
from parts import E, block, body, comments, crumbs, foot, links, nav, related, script, share, side, style


def head(a, title, extra=""):
    return f"<!DOCTYPE html>\n<html lang='zh-CN'><head>%META%<title>{E(title)}</title>{extra}{style()}{script(a.w)}</head>"


def party_paper(a):
    extra = f"<meta name='publishdate' content='{a.t('%Y-%m-%d')}'><meta name='author' content='104363'><meta name='editor' content='1610'><meta name='source' content='来源：{a.source} 原创稿'>"
    return head(a, f"{a.title}--社会--青石网 ", extra) + f"""<body><div class="top_nav clearfix">{nav(a.w, 'w1000_320 white')}</div>
<div class="clearfix w1000_320 path"><span id="rwb_navpath"><a href="/">青石网</a>&gt;&gt;<a href="/sh/">社会</a></span></div>
<div class="clearfix w1000_320 text_title"><h3 class="pre"></h3><h1>{E(a.title)}</h1><h4 class="sub"></h4><p class="author">{E(a.author)}</p>
<div class="box01"><div class="fl">{a.zh(False)}{a.t('%H:%M')}&nbsp;&nbsp;来源：<a href="http://paper.example.cn/">{a.source}</a></div><div class="fr"><div id="ops_share"><span class="ops_tit">分享到：</span></div></div></div></div>
<div class="clearfix w1000_320 text_con"><div class="fl text_con_left"><div class="box_con" id="rwb_zw"><div class="box_pic"></div>{body(a, 'pn')}
<div class="zdfy clearfix"><a href="x-1.html">【1】</a><a href="x-2.html">【2】</a></div><div class="box_pic"></div><div class="edit clearfix">(责编：{a.editor}、{a.author})</div></div>
<div class="edit2">分享让更多人看到 <a href="#"></a></div><div class="box_tj">推荐阅读</div><div class="tjyd">{links(a.w, 5)}</div></div>{side(a.w, '热门排行', 'fr text_con_right')}</div>{foot(a.w)}</body></html>""", f"http://society.example.cn/n1/{a.at:%Y/%m%d}/c1008-{a.number}.html"


def big_portal(a):
    a.author = None
    extra = f"<meta property='og:title' content='{E(a.title)}'><meta property='article:published_time' content='{a.t('%Y-%m-%dT%H:%M:%S+08:00')}'><meta property='article:author' content='{a.source}'>"
    return head(a, f"{a.title}|{a.w.r.choice(['拆迁', '民生', '河道'])}_门户新闻", extra) + f"""<body>{nav(a.w, 'sina-header')}<div class="main-content w1240"><div class="path-search"><div class="path"><a href='/'>国内新闻</a><span class='spliter'>&gt;</span>正文</div></div>
<h1 class="main-title">{E(a.title)}</h1><div class="top-bar-wrap"><div class="top-bar"><div class="date-source"><span class="date">{a.zh()}</span><a href="http://m.example.cn" class="source">{a.source}</a></div><div class="page-tools"><span class="tool-cmt">收藏</span><span>微博</span><span>分享</span></div></div></div>
<div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody"><div class="img_wrapper"></div>{body(a, 'pi')}
<div class="wap_special" data-sudaclick="content_relativetopics_p"><div class="tlt">点击进入专题：</div><a href="/z">{a.w.title()}</a></div><p class="show_author">责任编辑：{a.editor} </p></div>
<div class="article-bottom clearfix"><div class="keywords"><span>文章关键词：</span><a href='/k'>拆迁</a><a href='/k'>征地</a></div>{share()}<div class="article-bottom-comment">{comments(a.w, 'sina-comment-list')}</div></div></div>
<div class="article-content-right">{side(a.w, '阅读排行榜')}</div></div></div><div class="footer">{foot(a.w)}</div></body></html>""", f"https://news.example.cn/c/{a.t('%Y-%m-%d')}/doc-i{a.number}.shtml"


def portal_post(a):
    a.author = None
    return head(a, f"{a.title}_门户新闻") + f"""<body><div class="ntes-nav" id="js_N_NTES_wrap">{nav(a.w, 'ntes-nav-main')}</div><div class="post_content post_area clearfix"><div class="post_crumb"><a href="/">门户首页</a> &gt; <a href="/n">新闻中心</a> &gt; 正文</div>
<div class="post_content_main" id="epContentLeft"><h1>{E(a.title)}</h1><div class="post_time_source">\n                {a.t('%Y-%m-%d %H:%M:%S')}　来源: <a id="ne_article_source" href="#">{a.source}</a> <a href="#" class="post_jubao">举报</a></div>
<div class="post_body"><div class="post_topshare_wrap"><div class="post_tie_top"><a class="post_cnum_tie">15867</a></div><div class="post_topshare"><span class="post_topshare_title">分享到：</span><ul class="post_share"><li><a href="javascript:;">易信</a></li><li><a href="javascript:;">微信</a></li></ul></div></div>
<div class="post_text" id="endText"><p class="otitle">（原标题：{E(a.title)}）</p>{body(a, 'p')}<div class="gg200x300"><div class="at_item"></div></div><div class="ep-source cDGray"><span class="left"><a href="/"><img src="/e.png" alt="{a.editor}"></a> 本文来源：{a.source} </span><span class="ep-editor">责任编辑：{a.editor}_NN12345</span></div></div>
<div class="post_btmshare">分享到：</div></div><div class="post_comment">{comments(a.w, 'tie-area')}</div></div><div class="post_content_side">{side(a.w)}</div></div>{foot(a.w)}</body></html>""", f"https://news.example.com/{a.at:%y/%m%d/%H}/E{a.number}0001899N.html"


def portal_new(a):
    a.author = None
    return head(a, f"{a.title}|村民|镇政府_门户订阅", f"<meta property='og:title' content='{E(a.title)}|村民|镇政府_门户订阅'>") + f"""<body><div id="index2016_wrap">{nav(a.w)}</div><div class="wrapper clearfix" id="container" data-wemediaid="W1"><div class="post_main"><div class="post_crumb"><a href="/">门户首页</a> &gt; <a>门户号</a> &gt; 正文 <a>申请入驻</a></div>
<h1 class="post_title">{E(a.title)}</h1><div class="post_info">{a.t('%Y-%m-%d %H:%M:%S')}　来源: <a href="/u">{a.source}</a>\n 青石 &nbsp;<a href="#" class="post_jubao">举报</a></div><div class="post_content" id="content"><div class="post_top"><div class="post_top_tie"><a>0</a></div><div class="post_top_share"><span class="post_top_share_title">分享至</span></div></div>
<div class="post_body">{body(a, 'p')}</div><div class="post_statement"><p>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“门户号”用户上传并发布，本平台仅提供信息存储服务。</p><p>Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of the platform, which only provides information storage services.</p></div>
<div class="post_next"><a href="/x">{E(a.w.title())}</a></div></div><div class="post_recommends">{links(a.w, 12, 'div')}</div></div>{side(a.w)}</div>{foot(a.w)}</body></html>""", f"https://www.example.com/dy/article/H{a.number}0552.html"


def portal_split_date(a):
    a.author = None
    data = json.dumps({"url": "x", "article_id": "2026", "title": a.title, "media": a.source, "pubtime": a.t("%Y-%m-%d %H:%M:%S"), "comment_id": 1}, ensure_ascii=False)
    return head(a, f"{a.title}_门户新闻") + f"""<body><div id="TopNav">{nav(a.w)}</div><div class="qq_content cf"><div class="LEFT"><h1>{E(a.title)}</h1><div class="LeftTool"><div class="year through"><span>{a.at.year}</span></div><div class="md">{a.t('%m/%d')}</div><div class="time">{a.t('%H:%M')}</div><div class="share">分享</div><div class="comment">评论 <b>38</b></div></div>
<div class="content clearfix"><div class="a_Info"></div><div class="content-article">{body(a, 'figure')}<div id="Status"></div></div></div><div id="Comment">{comments(a.w, 'cmt-box')}</div><div id="Recomend">{links(a.w, 8, 'div')}</div></div><div class="RIGHT">{side(a.w)}</div></div><script>window.DATA = {data};</script>{foot(a.w)}</body></html>""", f"https://new.example.com/omn/{a.at:%Y%m%d}/{a.at:%Y%m%d}A0{a.number}.html"


def portal_platform(a):
    a.author = None
    ms = int((a.at.timestamp() - 0) * 1000)
    return head(a, f"{a.title}_{a.source}", f"<meta itemprop='datePublished' content='{a.t()}'><meta property='og:title' content='{E(a.title)}_{a.source}'><meta name='mediaid' content='{a.source}'>") + f"""<body class="article-page"><header id="main-header">{nav(a.w)}</header><div class="wrapper-box"><div id="article-container"><div class="left main"><div class="text" data-spm="content"><div class="text-title"><h1>{E(a.title)}<span class="article-tag"></span></h1><div class="article-info"><span class="time" id="news-time" data-val="{ms}">{a.t()}</span><span>来源: <a href="/m">{a.source}</a></span></div></div>
<article class="article" id="mp-editor"><p data-role="original-title" style="display:none">原标题：{E(a.title)}</p>{body(a, 'p')}<p><a href="/" id="backsohucom" style="white-space: nowrap;"><span class="backword"><i class="backsohu"></i>返回门户，查看更多</span></a></p><p data-role="editor-name">责任编辑：<span></span></p></article>
<div class="statement">声明：该文观点仅代表作者本人，门户号系信息发布平台，仅提供信息存储空间服务。</div><div class="bottom-relate-wrap clear type-3"><div id="article-like"></div><div class="read-wrap"><span class="read-num">阅读 (<em data-role="pv">{a.views}</em>)</span></div></div></div></div><div class="sidebar right">{side(a.w)}</div></div><div id="god_bottom_banner">{links(a.w, 10, 'div')}</div></div>{foot(a.w)}</body></html>""", f"https://www.example.com/a/{a.number}_1234"


def portal_hashed(a):
    a.author = None
    return head(a, f"{a.title}_凤台网", f"<meta name='og:time ' content='{a.t('%Y-%m-%d %H:%M:%S')}'><meta name='og:title' content='{E(a.title)}'>") + f"""<body><div id="root"><div class="index_header_1kBN5">{nav(a.w, 'index_navBar_2lfO')}</div><div class="index_leftContent_rXqUG"><div class="index_breadcrumbs_x1">凤台网资讯 &gt; 大陆 &gt; 正文</div><h1 class="index_title_B5mSI">{E(a.title)}</h1>
<div class="index_info_3cp6R"><span class="index_date_1V2">{a.zh(False)} {a.t('%H:%M:%S')}</span><div class="index_from_2a">来自 <a>{a.source}</a></div></div><div class="index_artical_x"><div class="index_main_content_r5jZS"><div class="index_text_D0U1y">{body(a, 'p')}</div></div></div>
<div class="index_disclaimer_x">“特别声明：以上作品内容(包括在内的视频、图片或音频)为平台用户上传并发布，本平台仅提供信息存储空间服务。”</div><div class="index_hotComment_3m">{comments(a.w, 'index_wrap_x9')}</div><div class="index_recommend_q1"><h2>为您推荐</h2>{links(a.w, 9, 'div')}</div></div>{side(a.w, '24小时热门', 'index_right_3')}</div>{foot(a.w, 'index_copy_9')}<script>var allData = {json.dumps({'nav': [1, 2], 'docData': {'title': a.title, 'newsTime': a.t('%Y-%m-%d %H:%M:%S')}}, ensure_ascii=False)};</script></body></html>""", f"https://news.example.com/c/8{a.number}"


def surging(a):
    return head(a, f"{a.title}_10%公司_奔流新闻-The Stream") + f"""<body><div class="head_banner">{nav(a.w)}</div><div class="main_lt"><div class="newscontent"><h1 class="news_title">{E(a.title)}</h1><div class="news_about"><p>奔流新闻记者 {a.author}</p><p>\n{a.t()}&nbsp;<span>来源：奔流新闻</span></p></div><div class="news_txt" data-size="standard"><div id="infoLayer"></div>{body(a, 'brn')}</div>
<div class="news_editor">责任编辑：{a.editor}</div><div class="news_editor">校对：{a.author}</div><div class="go_app"><div>奔流新闻报料：000-000-0000</div><div>奔流新闻，未经授权不得转载</div></div><div class="news_keyword">关键词 &gt;&gt; <span>拆迁</span><span>河道</span></div><div class="ctread_name">相关推荐</div>{links(a.w, 6)}<div class="news_comment">{comments(a.w, 'comment_que')}</div></div></div>{side(a.w, '热新闻', 'main_rt')}{foot(a.w)}</body></html>""", f"https://www.example.cn/newsDetail_forward_{a.number}"


def next_page(a):
    a.source = "奔流新闻"
    data = json.dumps({"props": {"pageProps": {"detailData": {"contentDetail": {"contId": a.number, "name": a.title, "author": a.author, "pubTime": a.t(), "content": body(a, "p")}}}}, "page": "/detail"}, ensure_ascii=False)
    return head(a, f"{a.title}_奔流新闻-The Stream") + f"""<body><div id="__next"><div class="index_wrapper__9rz3z">{nav(a.w)}<main class="index_leftcontent__9"><div><h1 class="index_title__B8mhI">{E(a.title)}</h1><div class="index_left__LfzyH"><div>{a.author}</div><div class="ant-space"><div><span>{a.t()}</span></div><div><span>来源：{a.source}</span></div></div></div><div class="index_cententWrap__Jv8jK">{body(a, 'p')}</div>
<div class="index_editor__x">责任编辑：{a.editor}</div><div>图片编辑：{a.author}</div><div class="index_copyright__x1">奔流新闻，未经授权不得转载</div></div></main><aside class="index_right__1">{side(a.w)}</aside></div>{foot(a.w)}</div><script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>""", f"https://www.example.cn/newsDetail_forward_{a.number}"


def script_only(a):
    """The text stands only in a script; the body is filled by it."""
    data = json.dumps({"props": {"pageProps": {"detail": {"title": a.title, "author": a.author, "source": a.source, "publishTime": a.t("%Y-%m-%d %H:%M:%S"), "content": body(a, "p")}}}}, ensure_ascii=False).replace("<", "\\u003c")
    return head(a, f"{a.title} - 青石融媒") + f"""<body><div id="app"><div class="loading">加载中</div></div><script>window.__INITIAL_STATE__={data};</script><script src="/app.js"></script></body></html>""", f"https://h5.example.cn/detail?id={a.number}"


def news_agency(a):
    a.author = None
    return head(a, f"\n{a.title}-新闻社网\n") + f"""<body class="" name=""><div class="nav"><div class="nav-wap"><div class="nav-carousel">{links(a.w, 10, 'span')}</div><a class="nav-next next-news" href="#"><div class="nav-n-n">下一篇</div></a></div></div><div class="header"><div class="h-p1"><div class="news-position"> <a href="/">新闻社网</a> 正文 </div></div><div class="h-p3 clearfix"><div class="h-news"><div class="h-title">\n{E(a.title)}\n</div><div class="h-info"><span class="h-time"> {a.t('%Y-%m-%d %H:%M:%S')}</span><span>\n来源：\n<em id="source"> {a.source}</em>\n</span></div></div></div></div>
<div class="main"><div class="part part1 clearfix"><div class="p-left left"><div class="s-ewm"><div>关注新闻社网</div></div><div class="s-item">微信</div><div class="s-item">微博</div></div><div class="p-right left"><div id="p-detail"><div class="lb"><span class="tj">图集</span></div>{body(a, 'pi')}<div class="tadd"><div class="zan-wap"><div class="zan-i">+1</div></div></div><div class="p-tags"><span class="p-jc"><a href="javascript:void(0);" class="advise">【纠错】</a>\n责任编辑：\n{a.editor}\n</span></div></div>
<div class="relate-news"><div class="news-com"><div class="column-name">新闻<span>评论</span></div></div></div></div></div><div class="part part2"><ul>{links(a.w, 6)}</ul><div class="more-2">加载更多</div></div><div class="part-right"><ul class="right-wap hot-news"><div class="name">热帖</div>{''.join(f"<li><a href='/p{i}'>{E(a.w.title())}</a><div class='left publish-time'>2018-03-0{i + 1} 08:58:39</div></li>" for i in range(6))}</ul></div></div><div class="bottom">{links(a.w, 4, 'div')}</div></body></html>""", f"http://www.example.com/world/{a.t('%Y-%m/%d')}/c_{a.number}.htm"


def news_agency_new(a):
    a.author = None
    return head(a, f"{a.title}-新闻社网") + f"""<body><div class="fix-ewm domPC"></div><div class="domPC">{nav(a.w)}</div><div class="header domPC"><div class="header-top clearfix"><div class="header-nav left"><a href="/">新闻社网</a> &gt; 正文</div></div><div class="header-cont clearfix"><div class="header-time left"><span class="year"><em> {a.at.year}</em></span> <span class="day"><em>{a.t('%m')}</em>/<em>{a.t('%d')}</em></span> <span class="time">{a.t('%H:%M:%S')}</span></div><div class="source">来源：{a.source}</div><div class="head-line clearfix"><h1><span class="title">{E(a.title)}</span></h1></div></div></div>
<div class="mheader domMobile"><h1><span class="title">{E(a.title)}</span></h1><div class="info">{a.t('%Y-%m-%d %H:%M:%S')}\n来源：{a.source}</div></div><div class="main clearfix"><div class="main-left left"><div id="detail"><span id="detailContent">{body(a, 'pi')}</span><div id="articleEdit"><span class="tiyi1 domPC"><a href="javascript:void(0);" class="advise">【纠错】</a></span><span class="editor"> 【责任编辑:{a.editor}】 </span></div></div><div class="nextpage"><div class="nextpage-tit">阅读下一篇：</div><div class="nextpage-cont"><a href="#">{E(a.w.title())}</a></div></div></div>{side(a.w)}</div><div class="foot">{foot(a.w)}</div></body></html>""", f"http://www.example.com/politics/{a.t('%Y-%m/%d')}/c_{a.number}.htm"


def red_net(a):
    return head(a, f"{a.title}_要闻_青石站_红色网") + f"""<body><div class="nav_top">{nav(a.w)}</div><div class="box w_960">{crumbs(a.w, 'nav-site')}<div class="detail article-box"><div class="article-title"><h1>{E(a.title)}</h1></div><div class="article-msg-box"><span class="time">{a.t('%Y-%m-%d %H:%M:%S')}</span><span>来源：{a.source}</span><span>作者：{a.author}</span><span>编辑：{a.editor}</span></div>
<article class="article-content" id="articlecontent"><section class="f18 bbb">{body(a, 'p')}<p>来源：{a.source}</p><p>作者：{a.author}</p><p>编辑：{a.editor}</p></section></article><div class="tags"><p>本文为{a.source}原创文章，转载请附上原文出处链接和本声明。</p></div><div class="p_news">本文链接：https://a.example.cn/content/{a.number}</div>{share()}<div class="more-article"><h3>阅读下一篇</h3>{links(a.w, 1, 'div')}</div></div>{side(a.w, '精选专题')}</div>{foot(a.w)}</body></html>""", f"https://a.example.cn/content/{a.number}/52/{a.number}.html"


def nested_tables(a):
    a.at = a.at.replace(hour=0, minute=0)
    a.author = None
    return head(a, f"{a.title} 东区办事处_中梅网") + f"""<body bgcolor="#FFFFFF" topmargin="6"><center><table width="950" border="0" align="center"><tr><td width="778" valign="top"><table width="100%"><tr><td><img src="/top.gif"></td></tr></table><table width="950"><tr><td colspan="3" height="2"></td></tr><tr><td width="4"></td><td valign="top"><table width="100%" height="400"><tr align="center"><td valign="top"><table width="100%"><tr bgcolor="#F5F5F5"><td height="24">&nbsp;　现在位置： <a href="/">首页</a> &gt;&gt; <a href="/l">东区新闻</a> &gt;&gt; 正文</td></tr></table><br><div style="display:none;">东区办事处</div>
<table width="90%" align="center"><tr><td><div align="center"><span class="Title"><b>{E(a.title)}</b></span><br><font color="#C30000">　\n来源于：{a.source}\n</font>　</div></td></tr><tr><td height="8"></td></tr><tr align="left"><td style="font-size:14px; line-height:166%;">{body(a, 'p')}</td></tr><tr><td align="center">&nbsp;</td></tr><tr><td align="center"><font color="#666666">发布日期：{a.t('%Y-%m-%d')}\n责任编辑：{a.editor}</font></td></tr><tr align="right"><td class="QuickButton">【<a href="javascript:window.print();">打印本页</a>】【<a href="javascript:window.close();">关闭窗口</a>】</td></tr></table></td></tr></table></td></tr></table></td></tr></table></center></body></html>""", f"http://www.example.cn/zsdongqu/index/view/cateid/337/id/{a.number}.html"


def weave_cms(a):
    return head(a, f"{a.title}_民生频道_柳河在线", f"<meta name='description' content='{E(a.text[:60])}'>") + f"""<body class="articleview"><div class="header">{nav(a.w)}</div><div class="w960 center clear mt1"><div class="pleft"><div class="place"><strong>当前位置:</strong> <a href='/'>主页</a> &gt; <a href='/ms/'>民生频道</a> &gt; </div><div class="viewbox"><div class="title"><h2>{E(a.title)}</h2></div><div class="info"><small>时间:</small>{a.t()}<small>来源:</small>{a.source} <small>作者:</small>{a.author} <small>点击:</small><script src="/plus/count.php"></script>{a.views}次</div>
<div class="content"><table width="100%"><tr><td>{body(a, 'br')}</td></tr></table>(责任编辑：{a.editor})</div><div class="boxoff"><strong>------分隔线----------------------------</strong></div><div class="handle"><div class="context"><ul><li>上一篇：<a href='/1.html'>{E(a.w.title())}</a> </li><li>下一篇：<a href='/2.html'>{E(a.w.title())}</a> </li></ul></div><div class="actbox"><ul><li><a href="#">收藏</a></li><li><a href="#">挑错</a></li><li><a href="#">推荐</a></li><li><a href="#">打印</a></li></ul></div></div></div>
<div class="mt1"><dl class="tbox"><dt><strong>发表评论</strong></dt><dd><small>请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。</small></dd></dl>{comments(a.w, 'dede_comment')}</div></div><div class="pright">{side(a.w, '推荐内容')}</div></div>{foot(a.w)}</body></html>""", f"http://www.example.com/ms/{a.at:%Y/%m%d}/{a.number}.html"


def empire_cms(a):
    return head(a, f"{a.title} - 南坪热线 - 帝都管理系统") + f"""<body class="showpage news"><table width="100%"><tr><td>{nav(a.w, 'menu')}</td></tr></table><table width="100%"><tr valign="top"><td class="main"><table class="position"><tr><td>现在的位置：<a href="/">首页</a>&nbsp;>&nbsp;<a href="/n">热线新闻</a></td></tr></table><table width="100%" class="box"><tr><td><table width="100%" class="title_info"><tr><td align="center"><h1 style="font-size:20px">{E(a.title)}</h1></td></tr><tr><td class="info_text" align="center">时间：{a.t('%Y-%m-%d %H:%M:%S')}&nbsp;&nbsp;来源：{a.source}&nbsp;&nbsp;作者：{a.author}&nbsp;&nbsp;<a href="javascript:">[大 中 小]</a></td></tr></table>
<table width="100%"><tr><td id="text">{body(a, 'brn')}<p align="center" class="pageLink"></p></td></tr></table><table class="list"><tr><td>责任编辑：{a.editor}</td></tr></table><table><tr><td><a href="/d">我要收藏</a> <a href="#">顶：12 踩：3</a></td></tr></table></td></tr></table><table class="box"><tr><td class="title">相关文章</td></tr><tr><td><ul>{links(a.w, 6)}</ul></td></tr></table></td><td class="sider">{side(a.w)}</td></tr></table>{foot(a.w)}</body></html>""", f"http://www.example.com/news/{a.t('%Y-%m-%d')}/{a.number}.html"


def blog_engine(a):
    a.source = None
    return head(a, f"{a.title} – 岭上观察", f"<link rel='canonical' href='http://x.example.cn/{a.number}'><meta property='article:published_time' content='{a.t('%Y-%m-%dT%H:%M:%S+08:00')}'>") + f"""<body class="post-template-default single"><div id="page" class="site"><header class="site-header"><p class="site-title"><a href="/">岭上观察</a></p><nav class="main-navigation">{nav(a.w)}</nav></header><div id="primary"><main id="main"><article id="post-{a.number}" class="post type-post"><header class="entry-header"><h1 class="entry-title">{E(a.title)}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{a.t('%Y-%m-%dT%H:%M:%S+08:00')}">{a.at.month}月 {a.at.day}, {a.at.year}</time></span><span class="byline">由<a href="/author/x">{a.author}</a></span></div></header>
<div class="entry-content">{body(a, 'figure')}<div class="sharedaddy"><h3>共享此文章：</h3><ul><li><a href="#">Twitter</a></li></ul></div></div><footer class="entry-footer">发布于 <a href="/c">民生</a> 标签 <a href="/t">征地</a></footer></article><nav class="post-navigation"><a href="/1">上一篇 {E(a.w.title())}</a><a href="/2">下一篇 {E(a.w.title())}</a></nav><div id="comments" class="comments-area">{comments(a.w, 'comment-list')}</div></main></div><aside id="secondary" class="widget-area">{side(a.w, '近期文章')}</aside></div>{foot(a.w)}</body></html>""", f"http://x.example.cn/archives/{a.number}"


def z_engine(a):
    a.at = a.at.replace(hour=0, minute=0)
    a.source = None
    return head(a, f"{a.title}-富水传媒") + f"""<body class="single article"><div class="top"><div class="nav"><div class="navbar">{nav(a.w)}</div></div></div><div class="main"><div class="left"><div class="here"><a href="/">首页</a>&nbsp;&gt;<a href="/c">时政新闻</a>&gt;<a href="/p">{E(a.title)}</a></div><div class="post single"><h2 class="post-title">{E(a.title)}</h2><h6 class="post-footer"><a class="post-date">{a.zh(False)}</a><i class="fa fa-user"></i>富水传媒<i class="fa fa-list"></i>时政新闻<i class="fa fa-eye"></i>{a.views}</h6>
<div class="post-body"><p style="display:none">原标题：旧的标题</p>{body(a, 'p')}<p>作者：{a.author}<a href="/"><span>返回富水，查看更多</span></a></p><p>责任编辑：<span></span></p></div><h5 class="post-tags"><a href="/t1">征地</a> <a href="/t2">居民</a></h5><div class="share"></div></div><div class="relate"><span>相关文章</span>{''.join(f"<div><a href='/post/{i}.html'>{E(a.w.title())}<p style='display:none'>最新报导</p><p>{E(a.w.sentence())}</p></a><span>2026年11月0{i + 1}日</span></div>" for i in range(5))}</div></div><div class="right"><dl class="function"><dt>最近发表</dt><dd>{links(a.w, 10)}</dd></dl></div></div>{foot(a.w)}</body></html>""", f"http://www.example.com/post/{a.number}.html"


def text_in_div(a):
    return head(a, f"{a.title}_时报网 ", "<meta name='author' content='时报网'>") + f"""<body><div class="top"><div class="v1"></div><div class="gzh_ewm"><p class="t1">时报官方微信公众号</p><p class="t2">扫描上方二维码关注微信公众号</p></div><div class="tonglan">{nav(a.w)}</div></div><div class="content clearfix"><div class="box_left"><div class="website">您所在的位置：<a href="/">首页</a> &gt; <a href="/k">快讯</a></div><div class="intal_tit"><h2>{E(a.title)}</h2><div class="info">{a.t()}<span>来源：{a.source}</span><span>作者：{a.author}</span></div></div>
<div class="txt_con" id="ctrlfscont">\n   {body(a, 'brn')}         <p></p>\n</div><div class="fenxiang"><a class="fx" href="#">分享：</a></div><div class="shenming"><p>声明：本报力求信息真实、准确，文章提及内容仅供参考，不构成实质性投资建议，据此操作风险自担。</p></div><div class="tuijian"><h2>为你推荐</h2>{''.join(f"<dl><dt><a href='/{i}'><img src='/t.jpg'></a></dt><dd class='tit'><a href='/{i}'>{E(a.w.title())}</a></dd><dd class='exp'>{E(a.w.sentence())}</dd><dd class='sj'>2026-09-30<span>07:42</span></dd></dl>" for i in range(4))}</div></div><div class="box_maj">{side(a.w, '点击排行')}</div></div>{foot(a.w)}</body></html>""", f"http://kuaixun.example.com/{a.at:%Y/%m%d}/{a.number}.shtml"


def in_textarea(a):
    inner = E(f"<article><section data-type='rtext'>{body(a, 'p')}</section></article>")
    ms = int(a.at.timestamp() * 1000)
    return head(a, a.title) + f"""<body><div class="hdTop">{nav(a.w)}</div><div class="container"><textarea class="article-aid">3yWyy</textarea><textarea class="article-title">{E(a.title)}</textarea><textarea class="article-content">{inner}</textarea><textarea class="article-time">{ms}</textarea><textarea class="article-source-name">{a.source}</textarea><textarea class="article-author">{a.author}</textarea><div class="l-con clear"></div></div><div class="r-con">{links(a.w, 4)}</div>{foot(a.w)}</body></html>""", f"https://3w.example.com/a/d80b1f/3y{a.number}"


def metropolitan(a):
    return head(a, f"{a.title}_首页_新闻中心_长流网_clw.cn") + f"""<body><div class="head">{nav(a.w)}</div><div class="main"><div class="mnav"><a href="/">长流网首页</a> &gt; <a href="/x">新闻中心</a> &gt; 正文</div><div class="article"><h1 class="article_h1" id="h1-title">{E(a.title)}</h1><div class="article-infos"><span class="date">{a.zh(False)} {a.t('%H:%M')}</span> <span class="source">来源：<a>{a.source}</a></span><span class="fz">字号：<a>大</a><a>中</a><a>小</a></span></div><div class="abstract"><b>[摘要]</b></div><div class="TRS_Editor"><style>.TRS_Editor P{{margin:0}}</style>{body(a, 'pi')}</div><div class="article-edit">稿源：{a.source}　作者：{a.author}　责编：{a.editor}</div>
<div class="article-saoma"><p>扫一扫 关注长流网微信</p></div><div class="bottom-statement">【免责声明】本网站登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。</div><div class="hot-tui"><h3>热门推荐</h3><ul>{links(a.w, 8)}</ul></div></div>{side(a.w, '图片新闻')}</div>{foot(a.w)}</body></html>""", f"http://news.example.cn/sywh/{a.at:%Y%m}/t{a.number}.htm"


def mobile_news(a):
    a.author = None
    return head(a, a.title, "<meta name='viewport' content='width=device-width'>") + f"""<body><header class="h_nav"><a href="/">返回</a><a href="/app">打开客户端</a></header><section class="art_pic_card"><h1 class="art_tit_h1">{E(a.title)}</h1><div class="weibo_info"><figure class="weibo_detail"><h2 class="weibo_user">{a.source}</h2><time class="weibo_time">{a.at.month}月{a.at.day}日 {a.t('%H:%M')}</time></figure></div><div class="art_content">{body(a, 'figure')}</div><div class="look_more"><a href="#">展开全文</a></div><div class="art_btn">打开APP，阅读体验更佳</div></section><section class="j_cmnt"><h3>热门评论</h3>{comments(a.w, 'cmnt_list')}</section><section class="hot_list"><h3>热门推荐</h3>{links(a.w, 8, 'div')}</section></body></html>""", f"https://m.example.cn/news/{a.number}.d.html"


def e_paper(a):
    a.at = a.at.replace(hour=0, minute=0)
    a.source = None
    week = "一二三四五六日"[a.at.weekday()]
    return head(a, "青石日报多媒体数字报-" + a.title) + f"""<body><table width="1000"><tr><td class="default">{a.at.year}年{a.at.month}月{a.at.day}日 星期{week}</td><td><a href="/p">往期回顾</a> <a>返回目录</a></td></tr></table><table><tr><td width="400"><table><tr><td><strong>第03版：综合新闻</strong></td><td><a href="/up">上一版</a> <a href="/dn">下一版</a></td></tr><tr><td><img src="/page.jpg" usemap="#PagePicMap"></td></tr></table><table>{''.join(f"<tr><td><div><a href='content_{i}.htm'>{E(a.w.title())}</a></div></td></tr>" for i in range(6))}</table></td>
<td valign="top"><table><tr><td><a href="/prev">上一篇</a> <a href="/next">下一篇</a></td><td>放大 缩小 默认</td></tr></table><table><tr valign="top"><td class="font01" align="center"><founder-title>{E(a.title)}</founder-title></td></tr><tr><td class="font02" align="center"></td></tr><tr><td class="font02"><founder-author>{a.author}</founder-author></td></tr></table><div id="ozoom" style="ZOOM: 100%"><founder-content>{body(a, 'pn').replace('<p ', '<P ').replace('</p>', '</P>')}</founder-content></div></td></tr></table><div class="foot">青石日报社版权所有，未经许可不得转载</div></body></html>""", f"http://paper.example.cn/html/{a.t('%Y-%m/%d')}/content_{a.number}.htm?div=-1"


def e_paper_new(a):
    a.at = a.at.replace(hour=0, minute=0)
    a.author = None
    a.source = "云水晚报"
    return head(a, f"云水晚报 {a.t('%Y-%m-%d')} {a.title}") + f"""<body><div class="epaper-head"><span class="date">{a.zh(False)}</span> <span>A05版：民生</span></div><div class="left-box">{links(a.w, 8)}</div><div class="article"><h3>{a.w.r.choice(['民生关注', '记者调查'])}</h3><h1>{E(a.title)}</h1><h2></h2><p class="sec">《云水晚报》 （{a.zh(False)}　第 05 版）</p><div class="lai"></div><div id="articleContent">{body(a, 'pi')}</div></div><div class="art-btn"><a class="preart">上一篇</a><a class="nextart">下一篇</a></div></body></html>""", f"http://epaper.example.com/pc/con/{a.at:%Y%m/%d}/content_{a.number}.html"


def structured(a):
    data = json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "东塘在线"}, {"@type": "NewsArticle", "headline": a.title, "datePublished": a.t("%Y-%m-%dT%H:%M:%S+08:00"), "dateModified": a.t("%Y-%m-%dT%H:%M:59+08:00"), "author": [{"@type": "Person", "name": a.author}], "publisher": {"name": a.source}}]}, ensure_ascii=False)
    return head(a, f"{a.title} | 东塘在线", f"<script type='application/ld+json'>{data}</script>") + f"""<body>{nav(a.w, 'c-header')}<div class="l-main"><article class="c-story" itemscope itemtype="http://schema.org/NewsArticle"><header><div class="c-kicker">社会</div><h1 itemprop="headline">{E(a.title)}</h1><p class="c-lead"></p><div class="c-by">文 {a.author} · 2 小时前</div></header><div class="c-body" itemprop="articleBody">{body(a, 'figure')}</div><ul class="c-tags"><li><a href="/t">民生</a></li></ul></article><section class="c-more"><h2>更多报道</h2>{''.join(f"<article><h3><a href='/s/{i}'>{E(a.w.title())}</a></h3><p>{E(a.w.sentence())}</p><time datetime='2026-11-2{i}T08:00:00+08:00'>1 天前</time></article>" for i in range(4))}</section></div>{foot(a.w)}</body></html>""", f"https://www.example.cn/story/{a.number}"


def photo_story(a):
    figures = "".join(f"<li><img src='/p{i}.jpg'><div class='pic-txt'>{E(v)}</div></li>" for i, (k, v) in enumerate(a.blocks) if k == "img")
    return head(a, f"{a.title}_高清图集_青石图片") + f"""<body>{nav(a.w)}<div class="gallery"><h1>{E(a.title)}</h1><div class="gal-info"><span>{a.t('%Y.%m.%d %H:%M')}</span> <span>{a.source}</span> <span>摄影：{a.author}</span></div><ul class="gal-list">{figures}</ul></div><div class="gal-more"><h3>推荐图集</h3>{links(a.w, 8)}</div>{foot(a.w)}</body></html>""", f"http://slide.example.cn/slide_1_{a.number}.html"


def traditional_news(a):
    return head(a, f"{a.title} - 青石日報", f"<meta property='og:title' content='{E(a.title)} - 青石日報'>") + f"""<body><div id="nav"><a href="/">首頁</a><a href="/l">要聞</a><a href="/s">社會</a></div><div class="story"><h1 class="article-title">{E(a.title)}</h1><div class="info"><time>{a.t()}</time> <span>青石日報／記者{a.author}／綜合報導</span></div><div class="article_text">{body(a, 'p')}</div></div><div class="rel"><h4>相關新聞</h4><ul>{''.join(f"<li><a href='/r{i}'>徵地糾紛再起 居民到鎮公所陳情</a></li>" for i in range(5))}</ul></div><div class="footer">青石日報 版權所有</div></body></html>""", f"https://news.example.tw/story/{a.number}"


NEWS = [party_paper, big_portal, portal_post, portal_new, portal_split_date, portal_platform, portal_hashed, surging, next_page, script_only, news_agency, news_agency_new, red_net, nested_tables, weave_cms,
        empire_cms, blog_engine, z_engine, text_in_div, in_textarea, metropolitan, mobile_news, e_paper, e_paper_new, structured]
