"""Layouts of forums: Discuz! of several ages and kinds, phpwind, and forums of portals. Each takes a thread and gives (html, address, labels of the floors)."""
import json
from parts import E, foot, links, nav, script

NAMES = ["楼主", "沙发", "板凳", "地板"]


def label(f, **changes):
    kept = dict(floor=f["floor"], author=f["author"], at=f["at"], text="\n".join(f["lines"]))
    kept.update(changes)
    return kept


def name_of(i, mark="#"):
    return NAMES[i] if i < 4 else f"<em>{i + 1}</em><sup>{mark}</sup>"


def lines(f, br="<br />\n"):
    return br.join(E(x) for x in f["lines"])


def dz_head(t, site="云水论坛", generator="Discuz! X3.4"):
    return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>%META%<title>{E(t.title)} - 本地话题 - {site} - Powered by Discuz!</title><meta name="keywords" content="{E(t.title)}" /><meta name="generator" content="{generator}" /><script>var STYLEID = '1', tid = parseInt('{t.number}');</script></head><body id="nv_forum" class="pg_viewthread" onkeydown="if(event.keyCode==27) return false;"><div id="append_parent"></div><div id="toptb"><a>设为首页</a><a>收藏本站</a></div><div id="hd"><div id="nv"><ul><li><a href="forum.php">论坛</a></li></ul></div></div><div id="pt" class="bm cl"><div class="z"><a href="./">{site}</a> <em>&rsaquo;</em> <a href="forum-2-1.html">本地话题</a> <em>&rsaquo;</em> <a href="thread-{t.number}-1-1.html">{E(t.title)}</a></div></div>"""


def dz_post(t, i, f, message, plus="", number=None, author=None, when=None):
    pid = f["pid"]
    who = author or f'<a href="home.php?mod=space&amp;uid={i + 9}" target="_blank" class="xw1">{f["author"]}</a>'
    time = when or f"<em id=\"authorposton{pid}\">发表于 {f['at']:%Y-%m-%d %H:%M:%S}</em>"
    return f"""<div id="post_{pid}" ><table id="pid{pid}" class="plhin" summary="pid{pid}" cellspacing="0" cellpadding="0"><tr><td class="pls" rowspan="2"><div id="favatar{pid}" class="pls favatar"><div class="pi"><div class="authi">{who}</div></div><div class="tns xg2"><table><tr><th><p><a class="xi2">{t.w.r.randint(1, 99)}</a></p>主题</th><td><p>{t.w.r.randint(1, 999)}</p>积分</td></tr></table></div><p><em><a href="x" target="_blank">中级会员</a></em></p><dl class="credmg"><dt>注册时间</dt><dd>2015-3-{i + 1}</dd><dt>最后登录</dt><dd>2026-11-20</dd></dl></div></td>
<td class="plc"><div class="pi"><strong><a href="forum.php?mod=redirect&amp;goto=findpost&amp;ptid={t.number}&amp;pid={pid}" id="postnum{pid}" onclick="setCopy(this.href)">{number or name_of(i)}</a></strong><div class="pti"><div class="pdbt"></div><div class="authi"><img class="authicn vm" id="authicon{pid}" src="x.gif" />{time}<span class="pipe">|</span><a href="forum.php?mod=viewthread&amp;tid={t.number}&amp;page=1&amp;authorid={i + 9}" rel="nofollow">只看该作者</a></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table cellspacing="0" cellpadding="0"><tr><td class="t_f" id="postmessage_{pid}">\n{message}</td></tr></table></div><div id="comment_{pid}" class="cm">{plus}</div></div></div></td></tr><tr><td class="plc plm"><div class="sign" style="max-height:100px">签名档：{t.w.r.choice(['人生如茶，静心以对', '欢迎加入云水车友会'])}</div></td></tr><tr id="_postposition{pid}"></tr><tr><td class="pls"></td><td class="plc"><div class="po hin"><div class="pob cl"><em><a class="fastre">回复</a></em><p><a href="javascript:;">举报</a></p></div></div></td></tr></table></div>"""


def dz_page(t, posts, head=None):
    return (head or dz_head(t)) + f"""<div id="ct" class="wp cl"><div id="pgt" class="pgs mbm cl"><div class="pgt"><div class="pg"><strong>1</strong><a href="thread-{t.number}-2-1.html">2</a><a href="thread-{t.number}-2-1.html" class="nxt">下一页</a></div></div></div><div id="postlist" class="pl bm"><table cellspacing="0" cellpadding="0"><tr><td class="pls ptn pbn"><div class="hm ptn"><span class="xg1">查看:</span> <span class="xi1">{t.views}</span><span class="pipe">|</span><span class="xg1">回复:</span> <span class="xi1">{t.replies}</span></div></td><td class="plc ptm pbn vwthd"><h1 class="ts"><a href="x">[求助]</a>\n<span id="thread_subject">{E(t.title)}</span></h1><span class="xg1"><a href="x">[复制链接]</a></span></td></tr></table>{''.join(posts)}<div id="postlistreply" class="pl"></div></div><div id="f_pst" class="pl bm"><form><table><tr><td class="plc">您需要登录后才可以回帖 <a>登录</a> | <a>立即注册</a></td></tr></table></form></div></div><div id="ft" class="wp cl"><div id="flk"><p><a>Archiver</a>|<a>手机版</a>|<strong><a>云水论坛</a></strong> ( 青ICP备0000号 )</p><p class="xs0">GMT+8, 2026-11-24 12:00 , Processed in 0.05 second(s)</p></div></div></body></html>"""


def discuz_x(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        message, plus, kept = lines(f), "", label(f)
        if i == 0:
            message = f'<i class="pstatus"> 本帖最后由 {f["author"]} 于 {f["at"]:%Y-%m-%d %H:%M} 编辑 </i><br />\n<br />\n{message}<ignore_js_op><img id="aimg_1" file="a.jpg" class="zoom" /><div class="tip tip_4 aimg_tip"><strong>IMG_1.jpg</strong> <em>(55 KB, 下载次数: 0)</em><p>下载附件 2026-1-1 10:00 上传</p></div></ignore_js_op>'
        if i == 2:
            message = f'<div class="quote"><blockquote><font size="2"><a href="x"><font color="#999999">{t.floors[0]["author"]} 发表于 2026-1-1 10:20</font></a></font><br />\n{E(t.floors[0]["lines"][0][:20])} ...</blockquote></div><br />\n' + message
        if i == 3:
            message = message.replace("。", '。<font class="jammer">3 k; x9</font>', 1)
            plus = '<h3 class="psth xs1"><span class="icon_ring vm"></span>点评</h3><div class="pstl"><div class="psta">路人</div><div class="psti">同意 <span class="xg1">发表于 2026-1-2 11:00</span></div></div>'
        if i == 4:
            out.append(dz_post(t, i, f, "").replace('<div class="t_fsz"><table cellspacing="0" cellpadding="0"><tr><td class="t_f" id="postmessage_%d">\n</td></tr></table></div>' % f["pid"], '<div class="locked">提示: <em>作者被禁止或删除 内容自动屏蔽</em></div>'))
            continue
        out.append(dz_post(t, i, f, message, plus))
        labels.append(kept)
    return dz_page(t, out), f"http://bbs.example.cn/thread-{t.number}-1-1.html", labels


def discuz_plain_address(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        when = f'<em id="authorposton{f["pid"]}">发表于 <span title="{f["at"]:%Y-%m-%d %H:%M:%S}">{i + 1}&nbsp;小时前</span></em>'
        author = '<div>匿名</div>' if i == 3 else None
        hide = '<div class="attach_nopermission attach_tips"><div><h3><strong>马上注册，结交更多好友，享用更多功能，让你轻松玩转社区。</strong></h3><p>您需要 <a>登录</a> 才可以下载或查看，没有账号？<a>立即注册</a></p></div></div>' if i == 0 else ""
        out.append(dz_post(t, i, f, lines(f), number=f"<em>{i + 1}</em><sup>#</sup>", when=when, author=None).replace('<div class="pcb">', f'<div class="pcb">{hide}'))
        labels.append(label(f))
    return dz_page(t, out, dz_head(t, generator="Discuz! X2.5")), f"http://www.example.com/bbs/forum.php?mod=viewthread&tid={t.number}&extra=page%3D1&page=1", labels


def discuz_later_page(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        floor = i + 11
        out.append(dz_post(t, i, f, lines(f), number=f"<em>{floor}</em><sup>#</sup>"))
        labels.append(label(f, floor=floor))
    return dz_page(t, out).replace("<strong>1</strong><a href=\"thread-%d-2-1.html\">2</a>" % t.number, "<a>1</a><strong>2</strong>"), f"http://bbs.example.cn/thread-{t.number}-2-1.html", labels


def discuz_new(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        pid = f["pid"]
        out.append(f"""<div id="post_{pid}"><table id="pid{pid}" class="plhin"><tr><a name="newpost"></a><td class="pls" rowspan="2"><div id="favatar{pid}" class="pls cl favatar"><div class="pi"><div class="authi"><a href="space-uid-{i}.html" class="xw1">{f['author']}</a></div></div></div></td><td class="plc"><div class="pi"><strong><a href="x" id="postnum{pid}">{name_of(i)}</a></strong><div class="pti"><div class="authi"><em id="authorposton{pid}">发表于 {f['at'].year}-{f['at'].month}-{f['at'].day} {f['at']:%H:%M:%S}</em> <span class="pipe">|</span> <span>来自手机</span> <span class="pipe">|</span><a>只看该作者</a></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><div class="t_f" id="postmessage_{pid}">{lines(f, '<br>')}</div></div><div id="ratelog_{pid}" class="rate"><h3>评分</h3>参与人数 1</div></div></div></td></tr></table></div>""")
        labels.append(label(f))
    return dz_page(t, out, dz_head(t, "长岭社区", "Discuz! X5.0")), f"https://bbs.example.cn/thread-{t.number}-1-1.html", labels


def discuz_old(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        pid = f["pid"]
        out.append(f"""<div id="post_{pid}"><table id="pid{pid}" summary="pid{pid}"><tr><td class="postauthor" rowspan="2"><div class="postinfo"><a target="_blank" href="space.php?uid={i}" style="margin-left: 20px; font-weight: 800">{f['author']}</a></div><div class="popupmenu_popup userinfopanel" id="userinfo{pid}_menu" style="display: none;">资料</div><p><em>金牌会员</em></p></td><td class="postcontent"><div class="postinfo"><strong><a title="复制本帖链接" id="postnum{pid}"><em>{i + 1}</em><sup>#</sup></a></strong><div class="posterinfo"><div class="authorinfo"><em id="authorposton{pid}">发表于 {f['at'].year}-{f['at'].month}-{f['at'].day} {f['at']:%H:%M}</em> | <a>只看该作者</a></div></div></div><div class="defaultpost"><div class="postmessage {'firstpost' if i == 0 else ''}">{f'<div id="threadtitle"><h1>{E(t.title)}</h1></div>' if i == 0 else ''}<div class="t_msgfontfix"><table><tr><td class="t_msgfont" id="postmessage_{pid}">{lines(f)}</td></tr></table></div></div></div></td></tr><tr><td class="postcontent postbottom"><div class="signatures">老签名</div></td></tr></table></div>""")
        labels.append(label(f))
    html = f"""<html><head>%META%<title>{E(t.title)} - 本地新闻 - 老城论坛 - Powered by Discuz!</title><meta name="generator" content="Discuz! 7.2" /></head><body id="viewthread"><div id="header">老城论坛</div><div id="nav"><a>老城论坛</a> &raquo; 本地新闻 &raquo; {E(t.title)}</div><div id="wrap"><div class="forumcontrol"><div class="pages"><strong>1</strong><a href="viewthread.php?tid={t.number}&amp;page=2">2</a></div></div><div id="postlist" class="mainbox viewthread">{''.join(out)}</div></div><div id="footer">Powered by Discuz! 7.2</div></body></html>"""
    return html, f"http://bbs.example.com/viewthread.php?tid={t.number}&extra=page%3D1", labels


def touch(t, numbered):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        name = NAMES[i] if i < 4 else f"{i + 1}#"
        if i == 4 and not numbered:
            body = '<div class="grey quote">提示: 该帖被管理员或版主屏蔽</div>'
        else:
            body = lines(f, "<br />")
            labels.append(label(f))
        if i == 2:
            body = f'<div class="grey quote"><blockquote><font color="#999999">{t.floors[0]["author"]} 发表于 2026-1-1 10:20</font><br />{E(t.floors[0]["lines"][0][:12])}</blockquote></div><br />' + body
        out.append(f"""<div class="plc cl" {f'id="pid{f["pid"]}"' if numbered else ''}><span class="avatar"><img src="a.jpg" style="width:32px;height:32px;" /></span><div class="display pi" href="#replybtn_{f['pid']}"><ul class="authi"><li class="grey"><em>{name}</em><b><a href="home.php?mod=space&uid={i + 7}" class="blue">{f['author']}</a></b></li><li class="grey rela">{'<em><a href="home.php?mod=spacecp&ac=favorite" class="favbtn blue">收藏</a></em>' if i == 0 else ''}{f['at'].year}-{f['at'].month}-{f['at'].day} {f['at']:%H:%M}</li></ul><div class="message">{body}</div></div></div>""")
    html = f"""<!DOCTYPE html><html><head>%META%<title>{E(t.title)} - 本地话题 -  云水论坛 -  手机版 - Powered by Discuz!</title></head><body class="bg"><header class="header"><div class="nav"><span class="y"><button class="btn_pn"><span>回复</span></button></span><a href="forum.php?mod=forumdisplay&fid=2" class="z">返回</a><span class="name">本地话题</span></div></header><div class="postlist"><h2>\n [求助]\n{E(t.title)}\n<a href="forum.php?mod=viewthread&tid={t.number}&page=1&authorid=7" rel="nofollow" class="blue">只看该作者</a></h2>{''.join(out)}<div class="plc cl"><span class="avatar"><img src="b.jpg"></span><ul class="fastpost"><li><a>登录</a></li></ul></div></div><div class="page"><a class="nxt" href="forum.php?mod=viewthread&tid={t.number}&page=2">下一页</a></div><div class="footer"><div><a>标准版</a> | <a>触屏版</a> | <a>电脑版</a></div><p>&copy; Comsenz Inc.</p></div></body></html>"""
    return html, f"http://bbs.example.cn/forum.php?mod=viewthread&tid={t.number}&mobile=2", labels


def touch_unnumbered(t):
    return touch(t, False)


def touch_numbered(t):
    return touch(t, True)


def touch_new(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        out.append(f"""<div class="plc cl" id="pid{f['pid']}"><div class="avatar"><a href="home.php?mod=space&uid={i}"><img src="a"></a></div><div class="display pi pione" href="#replybtn_{f['pid']}"><ul class="authi"><li class="mtit"><span class="y">{NAMES[i] if i < 4 else f'{i + 1}<sup>#</sup>'}</span><span class="z"><a href="home.php?mod=space&amp;uid={i}">{f['author']}</a></span></li><li class="mtime"><span class="y"><a>管理</a></span>{f['at'].year}-{f['at'].month}-{f['at'].day} {f['at']:%H:%M}</li></ul><div class="message">{lines(f, '<br>')}</div></div></div>""")
        labels.append(label(f))
    html = f"""<!DOCTYPE html><html><head>%META%<title>{E(t.title)} - 云水论坛 - 手机版</title></head><body id="forum" class="bg pg_viewthread"><div class="header cl"><div class="mz"><a>返回</a></div><h2><a>本地话题</a></h2></div><div class="viewthread"><div class="view_tit"><em>[求助]</em>{E(t.title)}</div>{''.join(out)}</div><div id="post_new"></div><div class="foot">首页 导读 我的</div></body></html>"""
    return html, f"https://bbs.example.cn/forum.php?mod=viewthread&tid={t.number}&mobile=2", labels


def archiver(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        out.append(f"<p class=\"author\"><strong>{f['author']}</strong>\n发表于 {f['at'].year}-{f['at'].month}-{f['at'].day} {f['at']:%H:%M:%S}\n</p>\n{f'<h3>{E(t.title)}</h3>' if i == 0 else ''}\n{lines(f)}\n")
        labels.append(label(f))
    html = f"""<html><head>%META%<title>{E(t.title)} - 云水论坛 - Powered by Discuz! Archiver</title><meta name="generator" content="Discuz! X3.4" /></head><body><div id="nav"><a href="./">云水论坛</a> &rsaquo; <a href="?fid-2.html">本地话题</a> &rsaquo; {E(t.title)}</div><div id="content">{''.join(out)}<div class="page">页: <strong>[1]</strong></div></div><div id="end">查看完整版本: <a href="../forum.php?mod=viewthread&tid={t.number}" target="_blank"><strong>{E(t.title)}</strong></a></div></body></html>"""
    return html, f"http://bbs.example.cn/archiver/?tid-{t.number}.html", labels


def wind_nine(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        pid = 0 if i == 0 else f["pid"]
        head = f"""<div class="floor_title cc"><div class="post_num"><ul class="cc"><li>阅读：<em>{t.views}</em></li><li>回复：<em id="topicRepliesNum">{t.replies}</em></li></ul></div><h1 id="J_post_title"><a href="x">[求助]</a>{E(t.title)}</h1></div>""" if i == 0 else ""
        edit = f"<div class=\"edit_log\">[{f['author']}于2026-11-01 08:00编辑了帖子]</div>" if i == 0 else ""
        name = NAMES[i] if i < 4 else f"{i}楼"
        out.append(f"""<div class="floor cc J_read_floor" id="read_{pid}"><table width="100%" class="floor_table"><tr><td rowspan="2" class="floor_left"><div class="floor_info"><div class="face"><a href="/u/{i}"><img src="f.jpg" alt="{f['author']}"></a></div><div class="name"><span class="man_unol" title="离线"></span><a href="index.php?m=space&uid={i}" class="J_user_card_show mr5" data-uid="{i}">{f['author']}</a></div><div class="level"><div>新手上路</div></div><ul class="cc integral"><li><em>UID</em><span>{i}</span></li><li><em>注册日期</em><span>2014-05-0{i + 1}</span></li><li><em>发帖数</em><a>12</a></li></ul><div class="operate cc"><a class="follow">加关注</a><a class="message">写私信</a></div></div></td><td class="box_wrap floor_right">{head}<div class="floor_top_tips cc"><div><span class="lou J_floor_copy" title="复制此楼地址">{name}<sup>#</sup></span></div><a class="more_down">更多</a><span class="fl">发布于：{f['at']:%Y-%m-%d %H:%M}</span></div><div id="J_read_main"><div class="editor_content">{lines(f)}</div>{edit}</div></td></tr><tr><td class="box_wrap floor_bottom"><div class="signature"><table><tr><td>我的签名</td></tr></table></div><div class="floor_bottom_tips cc"><a>回复</a><a>举报</a></div></td></tr></table></div>""")
        labels.append(label(f))
    html = f"""<!doctype html><html><head>%META%<title>{E(t.title)} - 本地话题 - 泉交社区</title><meta name="generator" content="phpwind v9.0" /></head><body><div id="header">{nav(t.w)}</div><div class="bread_crumb"><a>首页</a>&gt;<a>本地话题</a></div><div class="read_page" id="J_posts_list">{''.join(out)}</div><div class="pages"><strong>1</strong><a href="read.php?tid={t.number}&page=2">2</a></div>{foot(t.w)}</body></html>"""
    return html, f"http://bbs.example.com/read.php?tid={t.number}", labels


def wind_eight(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        pid = "tpc" if i == 0 else f["pid"]
        name = NAMES[i] if i < 4 else f"{i}楼"
        out.append(f"""<a name="{pid}"></a><div class="read_t"><table width="100%" class="floot" id="floor_{i}"><tr><td rowspan="2" class="floot_left"><div class="readName b"><a href="u.php?uid={i}">{f['author']}</a></div><div class="user-info"><span>级别: 侠客</span><ul><li>发帖<span>{i}</span></li></ul></div></td><td class="floot_right"><div class="tipTop s6"><span class="fr"><a class="s2 b cp" title="复制此楼地址">{name}</a></span><span class="mr5">只看楼主</span><span title="x">发表于: {f['at']:%Y-%m-%d %H:%M}</span></div>{f'<div class="readTop"><h1 id="subject_tpc" class="read_h1">{E(t.title)}</h1></div>' if i == 0 else ''}<div class="tpc_content"><div class="f14 mb10" id="read_{pid}">{lines(f)}</div></div></td></tr><tr><td class="floot_bottom"><div class="signature">签名</div><div class="tipBot"><a>回复</a><a>引用</a><a>举报</a></div></td></tr></table></div>""")
        labels.append(label(f))
    html = f"""<html><head>%META%<title>{E(t.title)}|本地生活 - 白鹤网社区</title><meta name="generator" content="PHPWind,8.7"></head><body><div id="header">{nav(t.w)}</div><div id="breadCrumb"><a>白鹤网</a>&raquo;<a>本地生活</a></div><div class="pages"><b>1</b><a href="read.php?tid={t.number}&page=2">2</a></div><div class="t3" id="pw_content">{''.join(out)}</div>{foot(t.w)}</body></html>"""
    return html, f"http://bbs.example.net/read.php?tid-{t.number}.html", labels


def stickers(t):
    """A thread of a big portal's bar: author and floor in a JSON attribute and in the tail of each post."""
    out, labels = [], []
    for i, f in enumerate(t.floors):
        data = E(json.dumps({"author": {"user_id": i, "user_name": f["author"]}, "content": {"post_id": f["pid"], "post_no": i + 1, "date": f["at"].strftime("%Y-%m-%d %H:%M")}}, ensure_ascii=False))
        ad = f"<div class='l_post l_post_bright ad_bottom'><div class='d_post_content'>{E(t.w.sentence())}</div><span class='label_text'>广告</span></div>" if i == 1 else ""
        out.append(f"""<div class="l_post l_post_bright j_l_post clearfix  " data-field="{data}"><div class="user-hide-post-position"></div><div class="d_author">{'<div class="louzhubiaoshi_wrap"><div class="louzhubiaoshi"><a title="只看楼主"></a></div></div>' if i == 0 else ''}<ul class="p_author"><li class="icon"><div class="icon_relative"><a class="p_author_face"><img src="x"></a></div></li><li class="d_name"><a class="p_author_name j_user_card" href="/home/main?un=x">{f['author']}</a></li><li class="l_badge"><div class="p_badge"><a><div class="d_badge_title ">初级粉丝</div><div class="d_badge_lv">4</div></a></div></li></ul></div><div class="d_post_content_main"><div class="p_content"><cc><div class="j_lzl_wrapper"></div><div id="post_content_{f['pid']}" class="d_post_content j_d_post_content " style="display:;">            {lines(f, '<br>')}</div><br></cc></div><div class="core_reply j_lzl_wrapper"><div class="core_reply_tail clearfix"><div class="j_lzl_r p_reply"><a class="lzl_link_unfold">回复</a></div><div class="post-tail-wrap"><span class="j_jb_ele"><a>举报</a></span><span class="tail-info">来自<a>Android客户端</a></span><span class="tail-info">{i + 1}楼</span><span class="tail-info">{f['at']:%Y-%m-%d %H:%M}</span></div></div><div class="j_lzl_container core_reply_wrapper"><ul class="j_lzl_m_w"><li class="lzl_single_post"><div class="lzl_cnt"><a class="at">小路</a>: <span class="lzl_content_main">同问</span><span class="lzl_time">2026-10-1 08:00</span></div></li></ul></div></div></div></div>{ad}""")
        labels.append(label(f))
    html = f"""<!DOCTYPE html><html><head>%META%<title>{E(t.title)}【青石吧】_贴巴</title></head><body class="skin"><div class="wrap1"><div id="head">{nav(t.w)}</div><div class="p_thread" id="thread_theme_5"><div class="l_thread_info"><ul class="l_posts_num"><li class="l_pager"><span class="tP">1</span><a href="/p/{t.number}?pn=2">2</a></li><li class="l_reply_num"><span class="red">{t.replies}</span>回复贴，共<span class="red">2</span>页</li></ul></div></div><div class="left_section"><div class="core_title_wrap_bright clearfix"><h3 class="core_title_txt pull-left text-overflow" title="{E(t.title)}" style="width: 396px">{E(t.title)}</h3><ul class="core_title_btns"><li><a>只看楼主</a></li><li><a>收藏</a></li><li>回复</li></ul></div><div class="p_postlist" id="j_p_postlist">{''.join(out)}</div></div><div class="right_section"><h4>贴巴热议榜</h4>{links(t.w, 8)}</div></div></body></html>"""
    return html, f"https://tb.example.com/p/{t.number}000", labels


def world_end(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        labels.append(label(f))
        if i == 0:
            continue
        out.append(f"""<div class="atl-item" _host="{f['author']}" id="{i}" replyid="{f['pid']}"><div class="atl-head" id="ds-quick-box-{i}"><div class="atl-head-reply"></div><div class="atl-info"><span>作者：<a href="http://www.example.cn/{i}" target="_blank" class="js-vip-check" uname="{f['author']}">{f['author']}</a> </span><span>时间：{f['at']:%Y-%m-%d %H:%M:%S}</span></div></div><div class="atl-content"><div class="atl-con-hd clearfix"></div><div class="atl-con-bd clearfix"><div class="bbs-content">\n　　{lines(f, '<br>　　')}\n</div><div class="atl-reply">来自 <a class="a-link">天涯客户端</a> | <a class="a-link-2 reportme">举报</a> | <span>{i}楼</span> | <a class="a-link-2 ir-shang">打赏</a> | <a class="reply">回复</a></div></div></div></div>""")
    f = t.floors[0]
    html = f"""<!DOCTYPE html><html><head>%META%<title>{E(t.title)}_经济论坛_天边社区</title></head><body><div id="top_nav_wrap">{nav(t.w)}</div><div id="doc"><div class="atl-location clearfix"><p class="crumbs"><em><a>天边论坛</a> &gt; <a>经济论坛</a></em></p></div><div id="post_head"><h1 class="atl-title"><span class="s_title"><span style="">{E(t.title)}</span></span></h1><div class="atl-menu clearfix"><div class="atl-info"><span>楼主：<a href="http://www.example.cn/1" uname="{f['author']}">{f['author']}</a> </span><span>时间：{f['at']:%Y-%m-%d %H:%M:%S} </span><span>点击：{t.views} </span><span>回复：{t.replies} </span></div></div></div><div class="atl-main"><div class="atl-item host-item"><div class="atl-content"><div class="atl-con-bd clearfix"><div class="bbs-content clearfix">\n　　{lines(f, '<br>　　')}\n</div><div class="host-data"><span>楼主发言：1次</span></div></div></div></div>{''.join(out)}</div><div class="atl-pages"><form><span>上页</span> <strong>1</strong> <a href="post-1-{t.number}-2.shtml">2</a> <a class="js-keyboard-next" href="post-1-{t.number}-2.shtml">下页</a></form></div></div></body></html>"""
    for n, kept in enumerate(labels):
        kept["floor"] = n if n else 1
    return html, f"http://bbs.example.cn/post-1-{t.number}-1.shtml", [dict(k, floor=n + 1) for n, k in enumerate(labels)]


def small_board(t):
    out, labels = [], []
    for i, f in enumerate(t.floors):
        labels.append(label(f))
        if i == 0:
            continue
        out.append(f"""<li class="media post" data-pid="{f['pid']}" data-uid="{i}"><a href="user-{i}.htm"><img class="avatar-3" src="a.png"></a><div class="media-body"><div class="d-flex justify-content-between small text-muted"><div><span class="username"><a href="user-{i}.htm" class="text-muted font-weight-bold">{f['author']}</a></span> <span class="date text-grey ml-2">{f['at']:%Y-%m-%d %H:%M}</span></div><div class="text-right"><a class="text-grey post_reply">引用</a><span class="floor-parent"><span class="floor mr-0">{i + 1}</span>楼</span></div></div><div class="message mt-1 break-all">{lines(f, '<br>')}</div></div></li>""")
    f = t.floors[0]
    html = f"""<!DOCTYPE html><html><head>%META%<title>{E(t.title)}-城事-小城论坛</title></head><body><header class="navbar">{nav(t.w)}</header><main id="body"><div class="container"><ol class="breadcrumb"><li><a href="./">首页</a></li></ol><div class="card card-thread"><div class="card-body"><div class="media"><a href="user-9.htm"><img class="avatar-4"></a><div class="media-body"><h4 class="break-all">{E(t.title)}</h4><div class="d-flex small"><div><span class="username"><a href="user-9.htm" class="text-muted">{f['author']}</a></span> <span class="date text-grey ml-2">{f['at']:%Y-%m-%d %H:%M}</span> <span class="text-grey ml-2"><i class="icon-eye"></i> {t.views}</span></div></div></div></div><hr /><div class="message break-all" isfirst="1">{lines(f, '<br>')}</div></div></div><div class="card card-postlist"><div class="card-header"><b>最新回复 ({t.replies})</b></div><ul class="list-unstyled postlist">{''.join(out)}</ul></div></div></main><footer>Powered by small board</footer></body></html>"""
    return html, f"https://www.example.cn/thread-{t.number}.htm", labels


FORUM = [discuz_x, discuz_plain_address, discuz_later_page, discuz_new, discuz_old, touch_unnumbered, touch_numbered, touch_new, archiver, wind_nine, wind_eight, stickers, world_end, small_board]
