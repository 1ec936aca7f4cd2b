using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class DiscuzTests
{
    private const string Board = """
        <html><head><meta name="generator" content="Discuz! X3.4"><title>本地话题 - 示例论坛</title></head><body><div id="nv"><a href="forum.php">论坛首页导航</a></div>
        <table><tbody><tr><th><strong class="xst">公告: <a href="forum.php?mod=announcement&id=1">请遵守版规的公告</a></strong></th></tr></tbody>
        <tbody id="stickthread_7"><tr><th><a href="thread-7-1-1.html" class="s xst">置顶：版规</a></th><td class="by"><cite><a href="space-uid-1.html">版主</a></cite><em><span>2025-1-2</span></em></td><td class="num"><a href="thread-7-1-1.html" class="xi2">3</a><em>400</em></td><td class="by"><cite><a href="space-uid-2.html">乙</a></cite><em><a href="forum.php?mod=redirect&tid=7&goto=lastpost#lastpost">2026-1-3 08:00</a></em></td></tr></tbody>
        <tbody id="normalthread_9"><tr><th><em>[<a href="forum.php?mod=forumdisplay&fid=2&filter=typeid&typeid=1">爆料</a>]</em> <a href="thread-9-1-1.html" class="s xst">某镇后山在滑坡</a><span class="tps">&nbsp;...<a href="thread-9-2-1.html">2</a></span></th><td class="by"><cite><a href="space-uid-3.html">丙</a></cite><em><span title="2026-11-24 10:20"><span>1&nbsp;小时前</span></span></em></td><td class="num"><a href="thread-9-1-1.html" class="xi2">REPLIES</a><em>1345</em></td><td class="by"><cite><a href="space-uid-2.html">乙</a></cite><em><a href="forum.php?mod=redirect&tid=9&goto=lastpost#lastpost">半小时前</a></em></td></tr></tbody></table>
        <div class="pg"><strong>1</strong><a href="forum-2-2.html">2</a><a href="forum-2-2.html" class="nxt">下一页</a></div></body></html>
        """;

    private const string Thread = """
        <html><head><meta name="generator" content="Discuz! X3.4"><title>某镇后山在滑坡 - 本地话题 - 示例论坛</title></head><body><div id="postlist"><table><tr><td><div class="hm"><span class="xg1">查看:</span> <span class="xi1">1345</span><span class="pipe">|</span><span class="xg1">回复:</span> <span class="xi1">12</span></div></td><td><h1 class="ts"><a href="x">[爆料]</a> <span id="thread_subject">某镇后山在滑坡</span></h1></td></tr></table>
        <div id="post_101"><table id="pid101"><tr><td class="pls"><div class="authi"><a href="space-uid-3.html" class="xw1">丙</a></div></td><td class="plc"><div class="pi"><strong><a id="postnum101" href="r"><em>1</em><sup>#</sup></a></strong><div class="authi"><em id="authorposton101">发表于 <span title="2026-11-24 10:20:30">1&nbsp;小时前</span></em></div></div><div class="pct"><table><tr><td class="t_f" id="postmessage_101"><i class="pstatus"> 本帖最后由 丙 于 2026-11-24 11:00 编辑 </i><br />后山裂了一条大缝，<font class="jammer">x8#k</font>已经有三户搬走。<br />请镇里来人看看。<ignore_js_op><img src="1.jpg"><div class="tip">下载附件 2026-11-24 10:19 上传</div></ignore_js_op></td></tr></table></div></td></tr><tr><td><div class="sign">签名：人生如茶</div></td></tr></table></div>
        <div id="post_102"><table id="pid102"><tr><td class="pls"><div class="authi"><a href="space-uid-4.html" class="xw1">丁</a></div></td><td class="plc"><div class="pi"><strong><a id="postnum102" href="r">沙发</a></strong><div class="authi"><em id="authorposton102">发表于 2026-11-24 10:40</em></div></div><div class="pct"><table><tr><td class="t_f" id="postmessage_102"><div class="quote"><blockquote>丙 发表于 2026-11-24 10:20 后山裂了</blockquote></div><br />我家也看到了。</td></tr></table></div></td></tr></table></div>
        <div id="post_103"><table id="pid103"><tr><td class="plc"><strong><a id="postnum103"><em>3</em><sup>#</sup></a></strong><div class="authi"><em id="authorposton103">发表于 2026-11-24 10:50</em></div><div class="locked">提示: <em>作者被禁止或删除 内容自动屏蔽</em></div></td></tr></table></div>
        </div><div class="pg"><strong>1</strong><a href="thread-9-2-1.html">2</a><a href="thread-9-2-1.html" class="nxt">下一页</a></div></body></html>
        """;

    [Test]
    public void A_board_gives_threads_with_counts_and_leaves_announcements_out()
    {
        var reading = Sample.List(Sample.Page(Sample.Gb.GetBytes(Board.Replace("REPLIES", "12", StringComparison.Ordinal)), "http://bbs.example.cn/forum-2-1.html", "text/html; charset=gbk"));

        Assert.That(reading.Kind, Is.EqualTo(SourceKind.Discuz));
        Assert.That(reading.Items.Select(item => item.Title), Is.EqualTo(new[] { "置顶：版规", "某镇后山在滑坡" }));
        Assert.That(reading.Next, Is.EqualTo(new Uri("http://bbs.example.cn/forum-2-2.html")));
        var item = reading.Items[1];
        Assert.That((item.Author, item.Replies, item.Views, item.PublishedAt), Is.EqualTo(("丙", (int?)12, (int?)1345, (DateTimeOffset?)Sample.At("2026-11-24 10:20"))));
        Assert.That(item.Url, Is.EqualTo(new Uri("http://bbs.example.cn/thread-9-1-1.html")));
    }

    [Test]
    public void The_mark_changes_with_a_reply_and_not_by_itself()
    {
        long Mark(string replies) => Sample.List(Sample.Page(Board.Replace("REPLIES", replies, StringComparison.Ordinal), "http://bbs.example.cn/forum-2-1.html")).Items[1].Mark;

        var first = Mark("12");
        var again = Mark("12");
        var answered = Mark("13");

        Assert.That(again, Is.EqualTo(first).And.Not.Zero);
        Assert.That(answered, Is.Not.EqualTo(first));
    }

    [TestCase("utf-8")]
    [TestCase("gb18030")]
    public void A_thread_gives_its_floors(string charset)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : Sample.Gb;

        var reading = Sample.Item(Sample.Page(encoding.GetBytes(Thread), "http://bbs.example.cn/thread-9-1-1.html", "text/html"));

        Assert.That(reading.Documents, Has.Count.EqualTo(2));
        var first = reading.Documents[0];
        Assert.That(first.Text, Is.EqualTo("后山裂了一条大缝，已经有三户搬走。\n请镇里来人看看。"));
        Assert.That((first.Title, first.Author, first.Floor, first.Kind), Is.EqualTo(("某镇后山在滑坡", "丙", (int?)1, DocumentKind.Thread)));
        Assert.That((first.PublishedAt, first.UpdatedAt), Is.EqualTo(((DateTimeOffset?)Sample.At("2026-11-24 10:20:30"), (DateTimeOffset?)Sample.At("2026-11-24 11:00"))));
        Assert.That((first.Replies, first.Views, first.Charset), Is.EqualTo(((int?)12, (int?)1345, charset)));
        Assert.That(first.CanonicalUrl, Is.EqualTo("http://bbs.example.cn/forum.php?mod=viewthread&tid=9"));
        Assert.That(first.Url, Is.EqualTo("http://bbs.example.cn/thread-9-1-1.html"));
        var second = reading.Documents[1];
        Assert.That(second.Url, Is.EqualTo("http://bbs.example.cn/thread-9-1-1.html#pid102"));
        Assert.That((second.Text, second.Author, second.Floor, second.Kind, second.Title), Is.EqualTo(("我家也看到了。", "丁", (int?)2, DocumentKind.Reply, "某镇后山在滑坡")));
        Assert.That(reading.Next, Is.EqualTo(new Uri("http://bbs.example.cn/thread-9-2-1.html")));
    }

    [Test]
    public void A_floor_keeps_its_id_whatever_the_thread_was_linked_as()
    {
        var rewritten = Sample.Item(Sample.Page(Thread, "http://bbs.example.cn/thread-9-1-1.html"));
        var plain = Sample.Item(Sample.Page(Thread, "http://bbs.example.cn/forum.php?mod=viewthread&tid=9&extra=page%3D3"));

        Assert.That(plain.Documents.Select(document => document.Id), Is.EqualTo(rewritten.Documents.Select(document => document.Id)));
        Assert.That(plain.Documents.Select(document => document.Id), Is.Unique);
    }

    [Test]
    public void A_touch_template_is_read()
    {
        const string html = """
            <html><head><title>路面塌了 - 示例论坛</title></head><body><div class="postlist"><h2>路面塌了</h2>
            <div class="plc cl" id="pid55"><div class="display pi"><ul class="authi"><li class="mtit"><span class="y">楼主</span><span class="z"><a href="home.php?mod=space&uid=2&mobile=2">甲</a></span></li><li class="mtime">2026-11-24 09:10</li></ul><div class="message">北街塌了一个坑。</div></div></div>
            <div class="plc cl" id="pid56"><div class="display pi"><ul class="authi"><li class="mtit"><span class="y">沙发</span><span class="z"><a href="home.php?mod=space&uid=3&mobile=2">乙</a></span></li><li class="mtime">半小时前</li></ul><div class="message">路过看到了</div></div></div></div></body></html>
            """;

        var documents = Sample.Item(Sample.Page(html, "http://bbs.example.cn/forum.php?mod=viewthread&tid=31&mobile=2")).Documents;

        Assert.That(documents.Select(document => (document.Author, document.Floor, document.Text)), Is.EqualTo(new[] { ("甲", (int?)1, "北街塌了一个坑。"), ("乙", 2, "路过看到了") }));
        Assert.That(documents[1].PublishedAt, Is.EqualTo(Sample.At("2026-11-24 11:30")));
        Assert.That(documents[0].Title, Is.EqualTo("路面塌了"));
    }

    [Test]
    public void The_old_template_is_read()
    {
        const string html = """
            <html><head><title>旧版帖子 - 论坛</title></head><body><div id="post_8"><table id="pid8"><tr><td class="postauthor"><div class="postinfo"><a href="space.php?uid=1" id="userinfo8">老王某</a></div></td><td class="postcontent"><strong><a id="postnum8"><em>1</em><sup>#</sup></a></strong><div class="authorinfo"><em id="authorposton8">发表于 2009-11-24 10:20</em></div><div class="postmessage"><div id="threadtitle"><h1>旧版帖子</h1></div><div class="t_msgfontfix"><table><tr><td class="t_msgfont" id="postmessage_8">征地款没有到位</td></tr></table></div></div><div class="signatures">签名</div></td></tr></table></div></body></html>
            """;

        var document = Sample.Item(Sample.Page(html, "http://bbs.example.cn/viewthread.php?tid=3")).Documents.Single();

        Assert.That((document.Title, document.Author, document.Text, document.PublishedAt), Is.EqualTo(("旧版帖子", "老王某", "征地款没有到位", (DateTimeOffset?)Sample.At("2009-11-24 10:20"))));
    }

    [TestCase("抱歉，指定的主题不存在或已被删除或正在被审核", "主题不存在、已被删除或正在审核")]
    [TestCase("抱歉，您尚未登录，没有权限访问该版块", "页面要求登录")]
    public void A_forum_that_refuses_says_why(string message, string fault)
    {
        var page = Sample.Page($"<html><head><title>提示信息</title></head><body><div id='messagetext' class='alert_error'><p>{message}</p></div></body></html>", "http://bbs.example.cn/thread-9-1-1.html");

        Assert.That(Sample.Item(page).Fault, Is.EqualTo(fault));
        Assert.That(Sample.List(page).Fault, Is.EqualTo(fault));
    }
}
