using OpinionWatch.Crawling.Extraction.Addresses;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class CanonicalUrlTests
{
    [TestCase("HTTP://News.Example.CN:80/a/../b/./c.html#top", "http://news.example.cn/b/c.html")]
    [TestCase("https://a.example:443", "https://a.example/")]
    [TestCase("https://a.example:8443/x", "https://a.example:8443/x")]
    [TestCase("http://a.example/%7euser/%e4%b8%ad", "http://a.example/~user/%E4%B8%AD")]
    [TestCase("http://a.example/x?utm_source=q&id=5&spm=1.2&from=timeline&share_token=3", "http://a.example/x?id=5")]
    [TestCase("http://a.example/x?b=2&a=1", "http://a.example/x?a=1&b=2")]
    [TestCase("http://a.example/x.jsp;jsessionid=0A1B?id=1", "http://a.example/x.jsp?id=1")]
    [TestCase("http://a.example/list?from=20", "http://a.example/list?from=20")]
    [TestCase("http://a.example/news.asp?sid=123456", "http://a.example/news.asp?sid=123456")]
    [TestCase("http://a.example/x?sid=aB3xYz&amp;id=1", "http://a.example/x?id=1")]
    public void An_address_has_one_form(string url, string canonical)
    {
        Assert.That(CanonicalUrl.Of(new Uri(url)), Is.EqualTo(canonical));
    }

    [TestCase("http://bbs.example.cn/thread-123-1-1.html")]
    [TestCase("http://bbs.example.cn/thread-123-1-7.html")]
    [TestCase("http://bbs.example.cn/forum.php?mod=viewthread&tid=123&extra=page%3D1&page=1")]
    [TestCase("http://bbs.example.cn/forum.php?mod=viewthread&tid=123&mobile=2")]
    [TestCase("http://bbs.example.cn/forum.php?tid=123&mod=viewthread&authorid=9&sid=x8Yz0Q#pid456")]
    [TestCase("http://bbs.example.cn/viewthread.php?tid=123&extra=page%3D1")]
    [TestCase("http://bbs.example.cn/forum.php?mod=redirect&tid=123&goto=lastpost#lastpost")]
    [TestCase("http://bbs.example.cn/forum.php?mod=redirect&goto=findpost&ptid=123&pid=456")]
    [TestCase("http://bbs.example.cn/archiver/?tid-123.html")]
    public void One_thread_has_one_address(string url)
    {
        Assert.That(CanonicalUrl.Of(new Uri(url)), Is.EqualTo("http://bbs.example.cn/forum.php?mod=viewthread&tid=123"));
    }

    [TestCase("http://bbs.example.cn/bbs/thread-123-3-1.html", "http://bbs.example.cn/bbs/forum.php?mod=viewthread&tid=123&page=3")]
    [TestCase("http://bbs.example.cn/forum-2-1.html", "http://bbs.example.cn/forum.php?mod=forumdisplay&fid=2")]
    [TestCase("http://bbs.example.cn/forum.php?mod=forumdisplay&fid=2&page=4&mobile=2", "http://bbs.example.cn/forum.php?mod=forumdisplay&fid=2&page=4")]
    public void Later_pages_and_boards_keep_their_number(string url, string canonical)
    {
        Assert.That(CanonicalUrl.Of(new Uri(url)), Is.EqualTo(canonical));
    }

#pragma warning disable NUnit1027 // FsCheck supplies the argument.
    [FsCheck.NUnit.Property]
#pragma warning restore NUnit1027
    public bool No_address_throws_nor_grows_when_read_again(FsCheck.NonNull<string> tail)
    {
        if (!Uri.TryCreate("http://a.example/" + tail.Get, UriKind.Absolute, out var url))
        {
            return true;
        }

        var once = CanonicalUrl.Of(url);

        return !Uri.TryCreate(once, UriKind.Absolute, out var again) || CanonicalUrl.Of(again).Length <= once.Length + 20;
    }
}
