using System.Text;
using OpinionWatch.Crawling.Robots;

namespace OpinionWatch.Crawling.Tests.Robots;

/// <summary>RFC 9309, point by point.</summary>
public sealed class RobotsFileTests
{
    [TestCase("User-agent: OpinionWatch\nDisallow: /a", "/a", false, TestName = "2.2.1 the group of the product token holds")]
    [TestCase("USER-AGENT: opinionWATCH\nDISALLOW: /a", "/a", false, TestName = "2.2.1 agents and keys are case-insensitive")]
    [TestCase("User-agent: OpinionWatch/2.1\nDisallow: /a", "/a", false, TestName = "2.2.1 a version behind the token is ignored")]
    [TestCase("User-agent: Opinion\nDisallow: /a", "/a", true, TestName = "2.2.1 a shorter token is another crawler")]
    [TestCase("User-agent: OpinionWatchPro\nDisallow: /a", "/a", true, TestName = "2.2.1 a longer token is another crawler")]
    [TestCase("User-agent: *\nDisallow: /a", "/a", false, TestName = "2.2.1 the star group holds where none other does")]
    [TestCase("User-agent: *\nDisallow: /a\nUser-agent: OpinionWatch\nDisallow: /b", "/a", true, TestName = "2.2.1 the star group is void beside one's own")]
    [TestCase("User-agent: *\nDisallow: /a\nUser-agent: OpinionWatch\n", "/a", true, TestName = "2.2.1 an empty group of one's own allows all")]
    [TestCase("User-agent: OpinionWatch\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: OpinionWatch\nDisallow: /b", "/b", false, TestName = "2.2.1 groups of one agent are merged (second)")]
    [TestCase("User-agent: OpinionWatch\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: OpinionWatch\nDisallow: /b", "/a", false, TestName = "2.2.1 groups of one agent are merged (first)")]
    [TestCase("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", false, TestName = "2.2.1 star groups are merged")]
    [TestCase("User-agent: x\nUser-agent: OpinionWatch\nUser-agent: y\nDisallow: /a", "/a", false, TestName = "2.2.1 a group may name several agents")]
    [TestCase("User-agent: OpinionWatch\n\n\nDisallow: /a", "/a", false, TestName = "2.2 empty lines end nothing")]
    [TestCase("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true, TestName = "2.2.1 rules before any agent are void")]
    [TestCase("User-agent: x\nDisallow: /", "/a", true, TestName = "2.2.1 without a matching group all is allowed")]
    [TestCase("", "/a", true, TestName = "2.2 an empty file allows all")]
    [TestCase("User-agent: *\nDisallow:", "/a", true, TestName = "2.2.2 an empty disallow forbids nothing")]
    [TestCase("User-agent: *\nDisallow: /", "/", false, TestName = "2.2.2 a slash forbids all")]
    [TestCase("User-agent: *\nDisallow: /", "/robots.txt", true, TestName = "2.2.2 robots.txt itself is always allowed")]
    [TestCase("User-agent: *\nDisallow: /a", "/abc/d", false, TestName = "2.2.2 a rule matches from the beginning")]
    [TestCase("User-agent: *\nDisallow: /a", "/b/a", true, TestName = "2.2.2 a rule does not match in the middle")]
    [TestCase("User-agent: *\nDisallow: /A", "/a", true, TestName = "2.2.2 paths are case-sensitive")]
    [TestCase("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true, TestName = "2.2.2 the longest match wins (allow)")]
    [TestCase("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b", false, TestName = "2.2.2 the longest match wins (disallow)")]
    [TestCase("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true, TestName = "2.2.2 of two as long allow wins")]
    [TestCase("User-agent: *\nAllow: /p\nDisallow: /*.php", "/page.php", false, TestName = "2.2.2 length is counted with the star")]
    [TestCase("User-agent: *\nDisallow: /征地", "/%E5%BE%81%E5%9C%B0/1", false, TestName = "2.2.2 plain UTF-8 in a rule matches the encoded address")]
    [TestCase("User-agent: *\nDisallow: /%e5%be%81", "/%E5%BE%81%E5%9C%B0", false, TestName = "2.2.2 hexadecimal digits are case-insensitive")]
    [TestCase("User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false, TestName = "2.2.2 needlessly encoded characters are decoded in the rule")]
    [TestCase("User-agent: *\nDisallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false, TestName = "2.2.2 needlessly encoded characters are decoded in the address")]
    [TestCase("User-agent: *\nDisallow: /a%2Fb", "/a/b", true, TestName = "2.2.2 an encoded slash is no slash")]
    [TestCase("User-agent: *\nDisallow: /a?b=1", "/a?b=1&c=2", false, TestName = "2.2.2 the query belongs to the path")]
    [TestCase("User-agent: *\nDisallow: /a # not this", "/a", false, TestName = "2.2.3 a comment ends the line")]
    [TestCase("User-agent: * # all\nDisallow: /a", "/a", false, TestName = "2.2.3 a comment behind the agent")]
    [TestCase("User-agent: *\nDisallow: /a$", "/a", false, TestName = "2.2.3 dollar is the end (match)")]
    [TestCase("User-agent: *\nDisallow: /a$", "/ab", true, TestName = "2.2.3 dollar is the end (no match)")]
    [TestCase("User-agent: *\nDisallow: /a$b", "/a$b", true, TestName = "2.2.3 dollar elsewhere must be encoded")]
    [TestCase("User-agent: *\nDisallow: /*/x", "/a/b/x", false, TestName = "2.2.3 star is anything")]
    [TestCase("User-agent: *\nDisallow: /a*c*e", "/abcde", false, TestName = "2.2.3 several stars")]
    [TestCase("User-agent: *\nDisallow: /a*c*e$", "/abcdef", true, TestName = "2.2.3 several stars and an end")]
    [TestCase("User-agent: *\nDisallow: /*.gif$", "/x.gif.gif", false, TestName = "2.2.3 a star goes as far as it must")]
    [TestCase("User-agent: *\nDisallow: /*", "/x", false, TestName = "2.2.3 a closing star changes nothing")]
    [TestCase("User-agent: *\nDisallow: *a", "/xa", false, TestName = "2.2.3 a leading star")]
    [TestCase("User-agent: *\nDisallow: /file-with-a-%2A.html", "/file-with-a-*.html", false, TestName = "2.2.3 an encoded star is a star")]
    [TestCase("User-agent: *\nDisallow: /path/foo-%24", "/path/foo-$", false, TestName = "2.2.3 an encoded dollar is a dollar")]
    [TestCase("User-agent: OpinionWatch\nSitemap: http://x/s.xml\nDisallow: /a", "/a", false, TestName = "2.2.4 a sitemap line ends no group")]
    [TestCase("User-agent: OpinionWatch\nNoindex: /q\nUser-agent: x\nDisallow: /a", "/a", false, TestName = "2.2.4 an unknown line ends no list of agents")]
    [TestCase("\uFEFFUser-agent: *\nDisallow: /a", "/a", false, TestName = "2.3 a byte order mark is skipped")]
    [TestCase("User-agent: *\rDisallow: /a\rDisallow: /b", "/b", false, TestName = "2.2 CR ends a line")]
    [TestCase("User-agent: *\r\nDisallow: /a", "/a", false, TestName = "2.2 CRLF ends a line")]
    [TestCase("  User-agent \t:  *  \n\tDisallow:/a ", "/a", false, TestName = "2.2 white space is free")]
    [TestCase("Useragent: *\nDisalow: /a", "/a", false, TestName = "Google: common misspellings")]
    [TestCase("User-agent *\nDisallow /a", "/a", false, TestName = "Google: a missing colon")]
    [TestCase("<html><body>Not found: sorry</body></html>", "/a", true, TestName = "A page in place of the file forbids nothing")]
    public void Rules_hold_as_the_standard_says(string file, string path, bool allowed)
    {
        var rules = RobotsFile.Read(Encoding.UTF8.GetBytes(file), "OpinionWatch");

        Assert.That(rules.Allows(new Uri("http://x.example" + path)), Is.EqualTo(allowed));
    }

    [Test]
    public void Only_the_first_500_KiB_are_read_and_a_line_cut_in_two_is_void()
    {
        var head = "User-agent: *\nDisallow: /a\n";
        var filler = new string('#', RobotsFile.MostBytes - head.Length - "\nDisallow: /".Length) + "\n";
        var rules = RobotsFile.Read(Encoding.UTF8.GetBytes(head + filler + "Disallow: /secret\nDisallow: /b\n"), "OpinionWatch");

        Assert.That(rules.Allows(new Uri("http://x.example/a")), Is.False);
        Assert.That(rules.Allows(new Uri("http://x.example/other")), Is.True);
        Assert.That(rules.Allows(new Uri("http://x.example/b")), Is.True);
    }

    [TestCase("User-agent: *\nCrawl-delay: 7", 7)]
    [TestCase("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [TestCase("User-agent: *\nCrawl-delay: soon", null)]
    [TestCase("User-agent: *\nCrawl-delay: -3", null)]
    [TestCase("User-agent: x\nCrawl-delay: 7", null)]
    [TestCase("User-agent: *\nCrawl-delay: 7\nUser-agent: OpinionWatch\nCrawl-delay: 2", 2)]
    public void The_crawl_delay_of_the_group_is_read(string file, double? seconds)
    {
        var rules = RobotsFile.Read(Encoding.UTF8.GetBytes(file), "OpinionWatch");

        Assert.That(rules.CrawlDelay?.TotalSeconds, Is.EqualTo(seconds));
    }

    [TestCase("OpinionWatch/1.0 (+https://x.example)", "OpinionWatch")]
    [TestCase("My-Bot_x 2", "My-Bot_x")]
    [TestCase("", "")]
    public void The_product_token_is_the_beginning_of_the_user_agent(string userAgent, string token)
    {
        Assert.That(RobotsFile.ProductToken(userAgent), Is.EqualTo(token));
    }

#pragma warning disable NUnit1027 // FsCheck supplies the argument.
    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Any_bytes_can_be_read(byte[] file)
#pragma warning restore NUnit1027
    {
        Assert.DoesNotThrow(() => RobotsFile.Read([.. "User-agent: *\nDisallow: "u8, .. file], "OpinionWatch").Allows(new Uri("http://x.example/a")));
    }
}
