using System.Globalization;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Health;

/// <summary>Says which sources cannot be visited as often as they ask for, because the pause between two requests to their host leaves no room. Pure.</summary>
internal static class HostLoad
{
    private const double Full = 1.0;

    /// <param name="lists">Every list visited again and again: its source, its host, its interval and pause, and how many requests a visit of it takes.</param>
    /// <returns>For each source concerned why, in Chinese.</returns>
    public static IReadOnlyDictionary<string, string> FindImpossible(IEnumerable<(Source Source, string Host, TimeSpan Every, TimeSpan Pause, int Requests)> lists)
    {
        var impossible = new Dictionary<string, string>();
        foreach (var host in lists.GroupBy(list => list.Host))
        {
            var load = host.Sum(list => list.Pause * list.Requests / list.Every);
            if (load <= Full)
            {
                continue;
            }

            var requests = host.Sum(list => list.Requests);
            var rendered = requests == host.Count() ? "" : string.Create(CultureInfo.InvariantCulture, $"（渲染后共 {requests} 次请求）");
            foreach (var source in host.GroupBy(list => list.Source.Id).Select(same => same.First()))
            {
                var real = TimeSpan.FromSeconds(Math.Ceiling((source.Every * load).TotalSeconds));
                impossible[source.Source.Id] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"达不到 every {Text(source.Every)}：{host.Key} 有 {host.Count()} 个列表{rendered}，每次请求须间隔 {Text(host.Max(list => list.Pause))}，看完一遍约需 {Text(real)}；请调大 every、减少 start，或与网站商定更短的间隔");
            }
        }

        return impossible;
    }

    private static string Text(TimeSpan time) => time.TotalMinutes >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} 分钟")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} 秒");
}
