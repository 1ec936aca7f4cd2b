"""Layouts of government and public bodies' sites."""
from parts import E, body, comments, crumbs, foot, links, nav, related, script, share, side, style
from layouts_news import head


def metas(a, column="工作动态"):
    return (f"<meta name='SiteName' content='青石县人民政府'><meta name='SiteDomain' content='www.example.gov.cn'><meta name='SiteIDCode' content='0000000001'><meta name='ColumnName' content='{column}'>"
            f"<meta name='ArticleTitle' content='{E(a.title)}'><meta name='PubDate' content='{a.t()}'><meta name='ContentSource' content='{a.source}'><meta name='Author' content=''><meta name='Keywords' content=''><meta name='Description' content='{E(a.text[:50])}'>")


def files(a):
    return f"<div class='fj'><p>附件下载：</p><p><a href='./P0{a.number}.pdf'>附件下载1.pdf</a></p></div>" if a.profile == "attach" else ""


def provincial(a):
    a.author = None
    return head(a, f"{a.title} - 青石县人民政府 ", metas(a)) + f"""<body><div class="topbar"><a href="http://www.example.gov.cn/">中国政府网</a><a>无障碍浏览</a><a>切換到繁體</a></div><div class="header"><div class="logo"><h1><a href="/"><span class="hide">青石县人民政府网站</span></a></h1></div><p class="search-hotwd">热门搜索：<a>转型</a><a>招商引资</a></p></div>{nav(a.w, 'main-nav')}<ul class="breadcrumb"><li><a href="/">首页</a></li><li>要闻</li></ul>
<div class="common-detail-page-printer"><div class="detail-article-title"><h3></h3><h2>{E(a.title)}</h2><h3></h3></div><ul class="detail-article-infos"><li class="article-infos-source left"><span><i>时间：</i>{a.t()}</span> <span><i>来源：</i>\n          {a.source}\n</span></li><li class="article-infos-func right"><span>打印</span><span><i>字体：</i><a>放大</a><a>正常</a><a>缩小</a></span><span>分享</span></li></ul>
<div class="article-body oflow-hd"><div class="TRS_Editor">{body(a, 'div')}</div></div><div class="gov-page-box"><script>createPageHTML(1,0,"t{a.number}","shtml");</script></div><dl class="affairs-detail-qcode"><dt>扫一扫在手机打开当前页面</dt><dd></dd></dl><div class="sx-related"><h4>相关信息</h4><ul>{links(a.w, 5, dated=True)}</ul></div></div>
<div class="footer"><p>主办：青石县人民政府办公室 承办：县大数据中心</p><p>网站标识码：0000000001 青公网安备 00000000000号</p><p>联系电话：0000-0000000 建议使用1024*768分辨率IE9.0以上浏览</p></div></body></html>""", f"http://www.example.gov.cn/yw/{a.at:%Y%m}/t{a.at:%Y%m%d}_{a.number}.shtml"


def bureau_trs(a):
    a.author = None
    return head(a, f"{a.title}_青石县自然资源局", metas(a, "通知公告")) + f"""<body><div class="wrap">{nav(a.w)}<div class="weizhi">当前位置：<a href="/">首页</a>&gt;<a>通知公告</a></div><div class="xl-main"><div class="xl-title">{E(a.title)}</div><div class="xl-info"><span>发布日期：{a.t()}</span><span>信息来源：{a.source}</span><span>浏览次数：<em id="hits">{a.views}</em></span><span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="xl-content"><div class="TRS_Editor"><div class="Custom_UnionStyle">{body(a, 'span')}</div></div></div>{files(a)}<div class="xl-func"><a>【打印本页】</a><a>【关闭窗口】</a></div><div class="xl-share">分享到：</div><p class="zrbj">责任编辑：{a.editor}</p></div></div><div class="footer">版权所有：青石县自然资源局 备案序号：青ICP备0000号</div></body></html>""", f"http://zrzyj.example.gov.cn/tzgg/{a.at:%Y%m}/t{a.at:%Y%m%d}_{a.number}.html"


def web_builder(a):
    a.author = None
    extra = f"<meta name='Maketime' content='2026-11-20 12:28:37'><meta name='SiteName' content='青石县发展和改革局'><meta name='ArticleTitle' content='{E(a.title)}'><meta name='PubDate' content='{a.t()}'><meta name='contentSource' content='{a.source}'>"
    return head(a, a.title, extra) + f"""<body><table width="1000" align="center"><tr><td>{nav(a.w)}</td></tr></table><table width="1000" align="center"><tr><td class="bt_link">当前位置：<a class="bt_link" href="/">首页</a> > <a>投资运行</a></td></tr></table><div id="c"><table width="100%"><tr><td class="title" align="center">{E(a.title)}</td></tr><tr><td align="center"><table class="xxxx"><tr><td>发布日期：{a.t('%Y-%m-%d')}</td><td>浏览次数：<script>document.write('1')</script></td><td>字号：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--Content.begin--><meta name="ContentStart">{body(a, 'pi')}<meta name="ContentEnd"><!--Content.end--></div></td></tr><tr><td><table align="right"><tr><td><a href="javascript:print()">打印</a></td><td><a href="javascript:window.close()">关闭</a></td></tr></table></td></tr></table></div><div class="foot">主办单位：青石县发展和改革局　技术支持：云水软件</div></body></html>""", f"http://fgw.example.gov.cn/art/{a.at.year}/{a.at.month}/{a.at.day}/art_1621004_{a.number}.html"


def central(a):
    a.author = None
    extra = f"<meta name='firstpublishedtime' content='{a.t('%Y-%m-%d-%H:%M:%S')}'><meta name='lastmodifiedtime' content='{a.t('%Y-%m-%d-%H:%M:%S')}'><meta name='catalog' content='c100'><meta name='manuscriptId' content='1'>"
    return head(a, f"{a.title}_政务_政府网", extra) + f"""<body><div class="header_nav">{nav(a.w)}</div><div class="w1100 padd"><div class="BreadcrumbNav"><a href="/">首页</a>&nbsp;&gt;&nbsp;<a>新闻</a></div><div class="content"><div class="article oneColumn pub_border"><h1>\n{E(a.title)}\n</h1><div class="pages-date">{a.t()}\n <span class="font index_switchsize">来源：\n{a.source}</span><div class="pages_print"><span class="font-zt">字号：<b>默认</b><b>大</b><b>超大</b></span><span class="line">|</span><a>打印</a></div></div>
<div class="pages_content" id="UCAP-CONTENT">{body(a, 'pi')}</div><div class="editor"><span>责任编辑：{a.editor}</span></div></div><div class="related"><h2>相关稿件</h2><ul>{links(a.w, 4)}</ul></div><div class="scan"><p>扫一扫在手机打开当前页</p></div></div></div><div class="footer_wrap"><p>链接： <a>全国人大</a> | <a>全国政协</a></p><p>版权所有：政府网 主办单位：办公厅 运行维护单位：信息中心</p></div></body></html>""", f"http://www.example.gov.cn/xinwen/{a.t('%Y-%m/%d')}/content_{a.number}.htm"


def disclosure(a):
    a.author = None
    a.source = "青石县自然资源局"
    a.at = a.at.replace(hour=0, minute=0)
    issued = a.at.replace(day=max(1, a.at.day - 3))
    return head(a, f"{a.title} - 政府信息公开") + f"""<body>{nav(a.w)}<div class="xxgk"><div class="xxgk-left"><h3>政府信息公开目录</h3><ul>{links(a.w, 6)}</ul></div><div class="xxgk-right"><table class="xxgk-index" width="100%"><tr><td><b>索 引 号：</b>000014349/2026-00{a.number % 100}</td><td><b>主题分类：</b>国土资源\\其他</td></tr><tr><td><b>发文机关：</b>{a.source}</td><td><b>成文日期：</b>{issued.year}年{issued.month:02d}月{issued.day:02d}日</td></tr><tr><td colspan="2"><b>标　　题：</b>{E(a.title)}</td></tr><tr><td><b>发文字号：</b>青自然资发〔2026〕{a.number % 90}号</td><td><b>发布日期：</b>{a.zh(False)}</td></tr></table>
<div class="xxgk-title">{E(a.title)}</div><div class="xxgk-content">{body(a, 'span')}</div>{files(a)}<div class="xxgk-bottom"><span>【打印】</span><span>【关闭】</span></div></div></div><div class="footer">主办：青石县人民政府 网站地图 联系我们</div></body></html>""", f"http://www.example.gov.cn/xxgk/{a.number}/content.html"


def site_builder(a):
    a.author = a.w.r.choice([None, a.author])
    a.source = None
    a.at = a.at.replace(hour=0, minute=0)
    who = f"作者：{a.author}&nbsp;&nbsp;" if a.author else ""
    return head(a, f"{a.title}-云水学院", "<meta name='pageType' content='3'>") + f"""<body><div class="top">{nav(a.w)}</div><div class="ny"><div class="nyl"><h3>新闻中心</h3><ul>{links(a.w, 5)}</ul></div><div class="nyr"><div class="dqwz">当前位置: <a href="/">首页</a>&gt;<a>新闻中心</a>&gt;正文</div><form name="_newscontent_fromname"><div class="content"><h2 align="center">{E(a.title)}</h2><div class="xx" align="center">{who}发布时间：{a.t('%Y-%m-%d')}&nbsp;&nbsp;点击数：<span id="dynclicks">{a.views}</span></div>
<div id="vsb_content"><div class="v_news_content">{body(a, 'span')}</div></div><div id="div_vote_id"></div><p align="right">上一条：<a href="1.htm">{E(a.w.title())}</a></p><p align="right">下一条：<a href="2.htm">{E(a.w.title())}</a></p><p align="right">【<a href="javascript:window.close()">关闭</a>】</p></div></form></div></div><div class="foot">云水学院 地址：青石市学府路2号</div></body></html>""", f"http://www.example.edu.cn/info/1011/{a.number}.htm"


def campus(a):
    a.at = a.at.replace(hour=0, minute=0)
    a.source = None
    return head(a, a.title) + f"""<body class="articlelist"><div class="wrapper header">{nav(a.w, 'wp_nav')}</div><div class="wrapper" id="d-container"><div class="inner"><div class="article" frag="窗口3"><h1 class="arti_title">{E(a.title)}</h1><p class="arti_metas"><span class="arti_publisher">发布者：{a.author}</span><span class="arti_update">发布时间：{a.t('%Y-%m-%d')}</span><span class="arti_views">浏览次数：<span class="WP_VisitCount">{a.views}</span></span></p><div class="entry"><div class="read"><div class='wp_articlecontent'>{body(a, 'span')}</div></div></div></div></div></div><div class="wrapper footer"><p>版权所有 © 2026 青石师范学校 All Rights Reserved</p></div></body></html>""", f"http://news.example.edu.cn/{a.at:%Y/%m%d}/c12a{a.number}/page.htm"


def old_dynamic(a):
    a.source = None
    a.author = "admin"
    return f"<html><head>%META%<title>青石县国土资源局</title></head>" + f"""<body leftmargin=0><table width=760 align=center><tr><td>{nav(a.w)}</td></tr></table><table width=760 align=center><tr><td width=180 valign=top><table><tr><td>站内公告</td></tr>{''.join(f'<tr><td>· <a href=show.asp?id={i}>{E(a.w.title())}</a></td></tr>' for i in range(8))}</table></td><td valign=top><table width=100%><tr><td height=40 align=center><font size=4 color=red><b>{E(a.title)}</b></font></td></tr><tr><td align=center>发布人：{a.author}　发布时间：{a.at.year}/{a.at.month}/{a.at.day} {a.t('%H:%M:%S')}　阅读：{a.views}次</td></tr><tr><td><hr size=1></td></tr><tr><td style="line-height:180%"><font size=3>{body(a, 'brn')}</font></td></tr><tr><td align=right>[<a href=javascript:history.back()>返回</a>] [<a href=javascript:window.close()>关闭</a>]</td></tr></table></td></tr></table>
<table width=760 align=center><tr><td align=center>版权所有：青石县国土资源局　地址：青石县人民路8号　邮编：000000<br>技术支持：柳河网络</td></tr></table></body></html>""", f"http://gtj.example.gov.cn/show.asp?id={a.number}"


def new_media_portal(a):
    a.author = None
    return head(a, f"{a.title}_镇街动态_白鹤区政府门户", metas(a)) + f"""<body><header><div class="logo"><img src="/l.png" alt="白鹤区人民政府"></div>{nav(a.w, 'menu-box')}</header><main class="content-wrap"><section class="detail"><h1 class="detail-title">{E(a.title)}</h1><div class="detail-meta"><span>来源：{a.source}</span><span>时间：{a.t()}</span><span>访问量：{a.views}</span><span class="fs">字体大小：<button>大</button><button>中</button><button>小</button></span></div><div class="video-box"></div><div class="detail-text" id="fontzoom">{body(a, 'pi')}</div>{files(a)}<div class="detail-foot"><p>编辑：{a.editor}　　审核：{a.w.r.choice(['办公室', '宣传科'])}</p><div class="detail-close">关闭本页</div></div></section>{related(a.w, 'xg-list', '相关文档')}</main><footer><p>主办单位：白鹤区人民政府办公室</p><p>联系电话：0000-0000000（工作日 8:30—17:30）</p></footer></body></html>""", f"https://www.example.gov.cn/bhq/c100/{a.at:%Y%m}/{a.number:032x}.shtml"


def letter(a):
    a.author = None
    a.source = None
    asked = a.w.paragraph(2, 2)
    answer = a.w.paragraph(2, 3)
    a.blocks = [("p", asked), ("p", answer)]
    a.at = a.at.replace(hour=0, minute=0)
    return head(a, f"{a.title}-县长信箱-青石县人民政府") + f"""<body>{nav(a.w)}<div class="wz">您所在的位置：首页 &gt; 互动交流 &gt; 县长信箱</div><div class="letter"><h2>{E(a.title)}</h2><div class="lt-info">来信时间：{a.t('%Y-%m-%d')}　办理状态：已办结　浏览：{a.views}</div><div class="lt-q">{E(asked)}</div><div class="lt-a">{E(answer)}</div><div class="lt-btn"><a>满意</a> <a>基本满意</a> <a>不满意</a></div></div>{foot(a.w, 'foot', '青石县人民政府')}</body></html>""", f"http://www.example.gov.cn/hd/xzxx/show-{a.number}.html"


GOV = [provincial, bureau_trs, web_builder, central, disclosure, site_builder, campus, old_dynamic, new_media_portal, letter]
