using OpinionWatch.Crawling.Health;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Health;

public sealed class HostLoadTests
{
    [TestCase(3, 10, 60, false)]
    [TestCase(6, 10, 60, false)]
    [TestCase(7, 10, 60, true)]
    [TestCase(1, 60, 5, true)]
    [TestCase(1000, 0, 5, false)]
    public void Lists_that_need_longer_than_their_interval_are_named(int lists, int pause, int every, bool impossible)
    {
        var source = new Source { Id = "s", Name = "示例", Start = [new Uri("http://a.test/")] };

        var found = HostLoad.FindImpossible(Enumerable.Repeat((source with { Every = TimeSpan.FromSeconds(every) }, "a.test:80", TimeSpan.FromSeconds(every), TimeSpan.FromSeconds(pause), 1), lists));

        Assert.That(found.ContainsKey("s"), Is.EqualTo(impossible));
    }

    [Test]
    public void A_list_that_is_rendered_counts_with_all_its_requests()
    {
        var source = new Source { Id = "s", Name = "示例", Start = [new Uri("http://a.test/")], Every = TimeSpan.FromSeconds(60) };

        var why = HostLoad.FindImpossible([(source, "a.test:80", source.Every, TimeSpan.FromSeconds(20), 6)])["s"];

        Assert.That(why, Does.StartWith("达不到 every 60 秒：a.test:80 有 1 个列表（渲染后共 6 次请求），每次请求须间隔 20 秒，看完一遍约需 2 分钟"));
    }

    [Test]
    public void The_reason_says_what_it_takes_and_what_to_do()
    {
        var source = new Source { Id = "s", Name = "示例", Start = [new Uri("http://a.test/")], Every = TimeSpan.FromSeconds(60) };

        var why = HostLoad.FindImpossible(Enumerable.Repeat((source, "a.test:80", source.Every, TimeSpan.FromSeconds(20), 1), 9))["s"];

        Assert.That(why, Is.EqualTo("达不到 every 60 秒：a.test:80 有 9 个列表，每次请求须间隔 20 秒，看完一遍约需 3 分钟；请调大 every、减少 start，或与网站商定更短的间隔"));
    }
}
