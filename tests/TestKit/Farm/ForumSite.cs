using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using static System.FormattableString;

namespace OpinionWatch.TestKit.Farm;

/// <summary>A forum in the markup of Discuz! X3 on loopback, with all that makes crawlers ask in vain: session ids that are new on each page, one thread in many
/// spellings, links to single authors, other orders, redirects, mobile pages, and pages that want a login.</summary>
public sealed partial class ForumSite : IAsyncDisposable
{
    public const int ThreadsPerPage = 20;
    public const int PostsPerPage = 10;

    private readonly List<ForumThread> _threads = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private int _numbers = 100;
    private int _views;

    private ForumSite(LoopbackSite site, TimeProvider time)
    {
        Site = site;
        _time = time;
    }

    /// <summary>The web site under it, with its log.</summary>
    public LoopbackSite Site { get; }

    /// <summary>Address of the board.</summary>
    public Uri Board => Site.Url("/forum-2-1.html");

    public static async Task<ForumSite> StartAsync(TimeProvider? time = null)
    {
        var site = await LoopbackSite.StartAsync(time: time);
        var forum = new ForumSite(site, time ?? TimeProvider.System);
        site.Otherwise = Answer.From(forum.Serve);
        return forum;
    }

    /// <summary>Says whether a request brought a board or a thread, each page of which is worth one request, and not one of the traps.</summary>
    public static bool IsTrap(string path) => path.Contains("authorid=", StringComparison.Ordinal) || path.Contains("ordertype=", StringComparison.Ordinal) || path.Contains("orderby=", StringComparison.Ordinal)
        || path.Contains("mod=redirect", StringComparison.Ordinal) || path.Contains("mobile=", StringComparison.Ordinal) || path.Contains("member.php", StringComparison.Ordinal)
        || path.Contains("home.php", StringComparison.Ordinal) || path.Contains("space-uid", StringComparison.Ordinal) || path.Contains("mod=post", StringComparison.Ordinal) || path.Contains("archiver", StringComparison.Ordinal);

    /// <summary>Begins a thread and gives its number.</summary>
    public int Post(string title, string text)
    {
        lock (_gate)
        {
            var thread = new ForumThread(++_numbers, title);
            thread.Posts.Add(new ForumPost(++_numbers, "示例甲", text, _time.GetUtcNow()));
            _threads.Add(thread);
            return thread.Id;
        }
    }

    /// <summary>Adds floors to a thread.</summary>
    public void Reply(int thread, params string[] texts)
    {
        lock (_gate)
        {
            Find(thread).Posts.AddRange(texts.Select(text => new ForumPost(++_numbers, "示例乙", text, _time.GetUtcNow())));
        }
    }

    /// <summary>Changes a floor, from 1.</summary>
    public void Edit(int thread, int floor, string text)
    {
        lock (_gate)
        {
            Find(thread).Posts[floor - 1].Text = text;
        }
    }

    /// <summary>Takes a floor out, from 1.</summary>
    public void RemoveFloor(int thread, int floor)
    {
        lock (_gate)
        {
            Find(thread).Posts.RemoveAt(floor - 1);
        }
    }

    /// <summary>Deletes a thread, or puts it back.</summary>
    public void Delete(int thread, bool deleted = true)
    {
        lock (_gate)
        {
            Find(thread).Deleted = deleted;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private ForumThread Find(int id) => _threads.Find(thread => thread.Id == id)!;

    private Answer Serve(HttpRequest request)
    {
        lock (_gate)
        {
            var path = request.Path.Value!;
            var query = request.Query;
            if (query["mod"] == "viewthread" || query["mod"] == "redirect")
            {
                return Thread(Number(query["tid"]!), query["mod"] == "redirect" ? 1 : Number(query["page"]!));
            }

            if (ThreadName().Match(path) is { Success: true } thread)
            {
                return Thread(Number(thread.Groups[1].Value), Number(thread.Groups[2].Value));
            }

            if (BoardName().Match(path) is { Success: true } board)
            {
                return Answer.Html(BoardPage(Number(board.Groups[1].Value)));
            }

            return query["mod"] == "forumdisplay" ? Answer.Html(BoardPage(Number(query["page"]!)))
                : Answer.Html("<html><head><title>登录</title></head><body><div id='messagelogin'>您需要先登录才能继续本操作<input type='password'></div></body></html>");
        }
    }

    private Answer Thread(int id, int page)
    {
        var thread = _threads.Find(known => known.Id == id);
        if (thread is null || thread.Deleted)
        {
            return Answer.Html("<html><head><title>提示信息</title></head><body><div id='messagetext' class='alert_error'><p>抱歉，指定的主题不存在或已被删除或正在被审核</p></div></body></html>");
        }

        var pages = Math.Max(1, (thread.Posts.Count + PostsPerPage - 1) / PostsPerPage);
        page = Math.Clamp(page, 1, pages);
        var html = Head(thread.Title).Append(CultureInfo.InvariantCulture, $"<div id='postlist'><table><tr><td><span class='xg1'>查看:</span> <span class='xi1'>{++_views}</span><span class='xg1'>回复:</span> <span class='xi1'>{thread.Posts.Count - 1}</span></td><td><h1 class='ts'><span id='thread_subject'>{Text(thread.Title)}</span></h1></td></tr></table>");
        foreach (var (post, floor) in thread.Posts.Select((post, index) => (post, index + 1)).Skip((page - 1) * PostsPerPage).Take(PostsPerPage))
        {
            var at = post.At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-M-d HH:mm:ss", CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"""
                <div id="post_{post.Number}"><table id="pid{post.Number}"><tr><td class="pls"><div class="authi"><a href="space-uid-{post.Number}.html" class="xw1">{post.Author}</a></div></td><td class="plc"><div class="pi"><strong><a id="postnum{post.Number}" href="forum.php?mod=redirect&goto=findpost&ptid={id}&pid={post.Number}"><em>{floor}</em><sup>#</sup></a></strong><div class="authi"><em id="authorposton{post.Number}">发表于 {at}</em> <a href="forum.php?mod=viewthread&tid={id}&page=1&authorid={post.Number}&sid={Sid()}">只看该作者</a> <a href="forum.php?mod=viewthread&tid={id}&extra=page%3D1&ordertype=1">倒序浏览</a></div></div><table><tr><td class="t_f" id="postmessage_{post.Number}">{Text(post.Text)}</td></tr></table><a href="forum.php?mod=post&action=reply&tid={id}">回复</a></td></tr></table></div>
                """);
        }

        html.Append("</div>");
        if (pages > 1)
        {
            html.Append("<div class='pg'>");
            for (var i = 1; i <= pages; i++)
            {
                html.Append(i == page ? Invariant($"<strong>{i}</strong>") : Invariant($"<a href='thread-{id}-{i}-1.html'>{i}</a>"));
            }

            html.Append(page < pages ? Invariant($"<a href='thread-{id}-{page + 1}-1.html' class='nxt'>下一页</a>") : "").Append("</div>");
        }

        return Answer.Html(html.Append(CultureInfo.InvariantCulture, $"<a href='forum.php?mod=viewthread&tid={id}&mobile=2'>手机版</a><a href='archiver/?tid-{id}.html'>简洁版</a></body></html>").ToString());
    }

    private string BoardPage(int page)
    {
        page = Math.Max(1, page);
        var ordered = _threads.Where(thread => !thread.Deleted).OrderByDescending(thread => thread.Posts[^1].At).ThenByDescending(thread => thread.Posts[^1].Number).ToList();
        var html = Head("本地话题").Append("<a href='forum.php?mod=forumdisplay&fid=2&orderby=dateline'>最新</a><a href='forum.php?mod=forumdisplay&fid=2&filter=digest&digest=1'>精华</a><table id='threadlisttableid'>");
        foreach (var thread in ordered.Skip((page - 1) * ThreadsPerPage).Take(ThreadsPerPage))
        {
            // One thread in three spellings on one board; which is first changes from view to view.
            string[] spellings = [$"thread-{thread.Id}-1-1.html", $"forum.php?mod=viewthread&tid={thread.Id}&extra=page%3D1&sid={Sid()}", $"forum.php?mod=viewthread&sid={Sid()}&tid={thread.Id}"];
            var link = spellings[_views++ % spellings.Length];
            var at = thread.Posts[0].At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-M-d HH:mm", CultureInfo.InvariantCulture);
            var last = thread.Posts[^1].At.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-M-d HH:mm", CultureInfo.InvariantCulture);
            html.Append(CultureInfo.InvariantCulture, $"""
                <tbody id="normalthread_{thread.Id}"><tr><th><a href="{link}" class="s xst">{Text(thread.Title)}</a><span class="tps"><a href="thread-{thread.Id}-2-1.html">2</a></span></th><td class="by"><cite><a href="home.php?mod=space&uid={thread.Id}">{thread.Posts[0].Author}</a></cite><em><span>{at}</span></em></td><td class="num"><a href="{link}" class="xi2">{thread.Posts.Count - 1}</a><em>{++_views}</em></td><td class="by"><cite><a href="space-uid-2.html">示例乙</a></cite><em><a href="forum.php?mod=redirect&tid={thread.Id}&goto=lastpost#lastpost">{last}</a></em></td></tr></tbody>
                """);
        }

        html.Append("</table>");
        if (ordered.Count > page * ThreadsPerPage)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class='pg'><strong>{page}</strong><a href='forum-2-{page + 1}.html' class='nxt'>下一页</a></div>");
        }

        return html.Append("</body></html>").ToString();
    }

    private StringBuilder Head(string title) => new StringBuilder().Append(CultureInfo.InvariantCulture, $"<html><head><meta name='generator' content='Discuz! X3.4'><title>{Text(title)} - 示例论坛</title></head><body><div id='nv'><a href='forum.php?sid={Sid()}'>论坛</a><a href='member.php?mod=logging&action=login'>登录</a><a href='member.php?mod=register'>注册</a></div>");

    private string Sid() => (++_views * 7919).ToString("x8", CultureInfo.InvariantCulture) + "ab";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    [GeneratedRegex(@"^/thread-(\d+)-(\d+)-\d+\.html$", RegexOptions.None, 200)]
    private static partial Regex ThreadName();

    [GeneratedRegex(@"^/forum-2-(\d+)\.html$", RegexOptions.None, 200)]
    private static partial Regex BoardName();
}
