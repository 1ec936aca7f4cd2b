"""Layouts of self-media platforms and blogs."""
import json
from parts import E, body, comments, foot, links, nav, related, script, share, side, style
from layouts_news import head


def public_account(a):
    ct = int(a.at.timestamp())
    a.source = None
    name = "青石发布"
    a.author = a.w.r.choice([a.author, None]) or name
    who = f"<span class='rich_media_meta rich_media_meta_text'>{a.author}</span>" if a.author != name else ""
    return f"""<!DOCTYPE html><html><head>%META%<title></title><meta property="og:title" content="{E(a.title)}" /><meta property="og:site_name" content="公众平台" /><meta property="og:article:author" content="{a.author if a.author != name else ''}" /><meta name="author" content="{a.author if a.author != name else ''}" />{style()}</head><body id="activity-detail" class="zh_CN mm_appmsg"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content" class="rich_media_area_primary"><div class="rich_media_area_primary_inner"><div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title" id="activity-name">\n<span class="js_title_inner">{E(a.title)}</span></h1><div id="meta_content" class="rich_media_meta_list"><span id="copyright_logo" class="wx_tap_link">原创</span>{who}<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">{name}</a><div id="js_profile_qrcode" class="profile_container" style="display:none;"><strong class="profile_nickname">{name}</strong><p class="profile_meta"><label>微信号</label><span>qsfb</span></p><p class="profile_meta"><label>功能介绍</label><span>青石县权威信息发布平台，第一时间发布政务信息。</span></p></div></span><em id="publish_time" class="rich_media_meta rich_media_meta_text"></em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">{body(a, 'section')}</div></div></div></div><div class="rich_media_tool"><div>阅读原文</div><div>在看</div></div></div></div><div class="bottom_bar_wrp"><span>预览时标签不可点</span></div><script>var msg_title = '{a.title.replace("'", "")}'.html(false); var ct = "{ct}"; var nickname = "{name}"; window.ct = "{ct}";</script></body></html>""", f"https://mp.example.com/s/{a.number}abcDEF"


def public_account_shown(a):
    a.source = None
    a.author = "白鹤生活圈"
    return f"""<html><head>%META%<title>{E(a.title)}</title></head><body><div class="rich_media_inner"><h2 class="rich_media_title" id="activity-name">\n{E(a.title)}\n</h2><div class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_nickname"><a id="js_name">{a.author}</a></span> <em id="publish_time" class="rich_media_meta rich_media_meta_text">{a.t()}</em> <em>发表于青石</em></div><div class="rich_media_content" id="js_content">{body(a, 'section')}<section><p style="text-align:center">- END -</p></section><section><p>来源 | 白鹤融媒</p></section><section><p>编辑 | {a.editor}</p></section><section><p>审核 | {a.editor}</p></section><section><p>点击“阅读原文”查看更多</p></section></div><div id="js_tags" class="article-tag__list">标签</div><div class="rich_media_tool"><span>阅读 {a.views}</span></div></div></body></html>""", f"http://mp.example.com/s?__biz=MzA&mid={a.number}&idx=1"


def hundred(a):
    a.source = None
    return head(a, a.title) + f"""<body><div id="root"><div class="app-module_header_1p">{nav(a.w, 'app-module_nav_x')}</div><div class="app-module_leftSection_EaCvy"><div class="index-module_articleTitle_28fPT">{E(a.title)}</div><div class="index-module_articleDesc_QqGbM"><div class="index-module_authorInfo_wF"><p class="index-module_authorName_7y5nA"><a href="/u">{a.author}</a></p><div class="index-module_articleSource_2dw16"><span class="bjh-p"></span><span class="date">发布时间：{a.t('%y-%m-%d')}</span><span class="time">{a.t('%H:%M')}</span><span class="account-authentication">官方帐号</span></div></div><div class="follow">关注</div></div><div class="index-module_articleWrap_2Zphx">{body(a, 'bjh')}</div><div class="index-module_report_x"><a>举报/反馈</a></div><div class="xcp-list-container">{comments(a.w, 'xcp-list')}</div></div><div class="app-module_rightSection_1">{'<h2>作者最新文章</h2>' + links(a.w, 5)}<h2>相关推荐</h2>{links(a.w, 6)}</div></div><div>设为首页© 平台 使用平台前必读 意见反馈</div></body></html>""", f"https://baijia.example.com/s?id=1{a.number}&wfr=spider&for=pc"


def headlines(a):
    a.source = None
    return head(a, f"{a.title} - 头条号") + f"""<body><div id="root"><div class="header"><div class="search"><input></div><a>登录</a></div><div class="article-detail-container"><div class="left-sidebar"><div class="detail-side-interaction"><span>赞</span><span>评论</span><span>收藏</span></div></div><div class="main"><div class="show-monitor"><div class="article-content"><h1>{E(a.title)}</h1><div class="article-meta"><span class="original-tag">原创</span><span>{a.t()}</span><span class="dot">·</span><span class="name"><a href="/c/user/x">{a.author}</a></span></div><article class="syl-article-base tt-article-content syl-page-article">{body(a, 'figure')}</article></div></div><div class="detail-end-tip"><span>举报</span></div><div class="ttp-comment-wrapper"><div class="title">评论 <span>128</span></div>{comments(a.w, 'ttp-comment-block')}</div></div><div class="right-sidebar"><div class="user-info">{a.author} 关注</div>{side(a.w, '头条热榜')}</div></div></div></body></html>""", f"https://www.example.com/article/6{a.number}0000/"


def column(a):
    a.source = None
    return head(a, f"{a.title} - 问答网", f"<meta itemprop='datePublished' content='{a.t('%Y-%m-%dT%H:%M:%S+08:00')}'>") + f"""<body><div class="App"><header class="ColumnPageHeader"><a>写文章</a><button>登录/注册</button></header><article class="Post-Main"><header class="Post-Header"><h1 class="Post-Title">{E(a.title)}</h1><div class="Post-Author"><div class="AuthorInfo" itemprop="author"><meta itemprop="name" content="{a.author}"><span class="UserLink AuthorInfo-name"><a class="UserLink-link" href="/people/x">{a.author}</a></span><div class="AuthorInfo-badgeText">老城居民</div></div><button>关注</button></div><div>{a.views} 人赞同了该文章</div></header><div class="RichText ztext Post-RichText">{body(a, 'figure')}</div><div class="ContentItem-time">发布于 {a.t()}</div><div class="Post-topicsAndReviewer"><div class="TopicList"><span>征地</span><span>民生</span></div></div></article><div class="Post-Sub"><h3 class="BlockTitle">推荐阅读</h3>{links(a.w, 4, 'div')}<div class="Comments-container">{comments(a.w, 'CommentListV2')}</div></div></div></body></html>""", f"https://zl.example.com/p/{a.number}"


def blog_programmer(a):
    a.source = None
    return head(a, f"{a.title}_{a.author}的博客-CSDM博客") + f"""<body><div id="csdm-toolbar">{nav(a.w)}</div><div class="main_father"><div class="container" id="mainBox"><main><div class="blog-content-box"><div class="article-header-box"><div class="article-title-box"><h1 class="title-article" id="articleContentId">{E(a.title)}</h1></div><div class="article-info-box"><div class="article-bar-top"><a class="follow-nickName" href="/u">{a.author}</a> <span class="time">于&nbsp;{a.t('%Y-%m-%d %H:%M:%S')}&nbsp;发布</span><span class="read-count">阅读量{a.views}</span><a class="un-collection"><span>收藏 12</span></a></div><div class="slide-content-box"><div class="article-copyright">版权声明：本文为博主原创文章，遵循 CC 4.0 BY-SA 版权协议，转载请附上原文出处链接和本声明。</div></div></div></div>
<article class="baidu_pl"><div id="article_content" class="article_content clearfix"><div id="content_views" class="htmledit_views">{body(a, 'p')}</div></div></article></div><div class="recommend-box">{''.join(f"<div class='recommend-item-box'><a href='/d/{i}'><div class='tit'>{E(a.w.title())}</div><div class='desc'>{E(a.w.sentence())}</div></a></div>" for i in range(6))}</div><div id="pcCommentBox">{comments(a.w, 'comment-list-box')}</div></main><aside class="blog_container_aside">{side(a.w, '最新评论')}</aside></div></div></body></html>""", f"https://blog.example.net/u/article/details/{a.number}"


def beautiful(a):
    a.at = a.at.replace(hour=0, minute=0)
    a.source = None
    return head(a, a.title) + f"""<body><div class="mp-article-tpl"><h1 class="mp-article-caption-title">{E(a.title)}</h1><div class="mp-article-head-info"><div class="mp-article-head-name">{a.author}</div><div class="mp-article-time">{a.t('%Y-%m-%d')}</div><div class="mp-article-read">阅读 {a.views}</div></div><div class="mp-article-tpl-body">{''.join(f'<div class="section"><div class="img"><img src="/{i}.jpg"></div><div class="text">{body(Single(b), "p")}</div></div>' for i, b in enumerate(a.blocks))}</div><div class="mp-article-bottom">本篇文章使用美图制作</div><div class="mp-guess"><h3>精选文章</h3>{links(a.w, 6, 'div')}</div></div></body></html>""", f"https://www.example.cn/3{a.number}"


class Single:
    """One block as an article of its own."""

    def __init__(self, block):
        self.blocks = [block]


def microblog(a):
    a.source = None
    ago = a.w.r.randint(2, 23)
    a.at = a.at.replace(year=2026, month=11, day=23, hour=12 + ago % 11, minute=0) if ago > 12 else a.at.replace(year=2026, month=11, day=24, hour=12 - ago, minute=0)
    shown = f"{ago}小时前" if ago <= 12 else a.at.strftime("昨天 %H:%M")
    return head(a, f"{a.title} - 微博文章") + f"""<body><div class="WB_miniblog"><div class="main_editor"><div class="title" node-type="articleTitle">{E(a.title)}</div><div class="authorinfo"><div class="wb_info"><span class="author2"><a href="/u/1"><em class="W_autocut">{a.author}</em></a></span><span class="time">{shown}</span></div><div class="read_info"><span class="num">阅读数：{a.views}</span></div></div><div class="WB_editor_iframe_new">{body(a, 'p')}</div></div><div class="artical_add_box"><p>人气值</p></div>{comments(a.w, 'WB_feed_comment')}</div></body></html>""", f"https://card.example.com/article/m/show/id/{a.number}"


MEDIA_LAYOUTS = [public_account, public_account_shown, hundred, headlines, column, blog_programmer, beautiful, microblog]
