using System.Globalization;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Frontier;

namespace OpinionWatch.Crawling.Health;

/// <summary>A list that is answered and read, and yet most likely shows nothing of what goes on.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Why">What it looks like and what to do, in Chinese.</param>
internal sealed record Doubt(DateTimeOffset Since, string Why)
{
    private const double Expected = 8;
    private const int LearnedHours = 48;
    private const int ManyItems = 10;
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(3);
    private static readonly TimeSpan LongestStill = TimeSpan.FromDays(21);

    /// <summary>Judges a list by its rhythm: silence where eight items were to be expected happens by chance once in three thousand times.</summary>
    /// <param name="rhythm">What is usual.</param>
    /// <param name="isSame">The page was the very same as at the last visit.</param>
    /// <param name="now">This instant, in the zone of the pages.</param>
    public static Doubt? OfSilence(ListRhythm rhythm, bool isSame, DateTimeOffset now)
    {
        var silent = now - rhythm.LastNewAt;
        var expected = rhythm.Hours >= LearnedHours && silent >= Shortest ? rhythm.ExpectedSinceLast(now) : 0;
        var still = rhythm.Hours >= LearnedHours && silent >= LongestStill;
        if (expected < Expected && !still)
        {
            return null;
        }

        var since = rhythm.LastNewAt.ToOffset(now.Offset).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        var usual = expected >= Expected ? $"，往常这段时间约有 {expected:0} 条" : "";
        return new Doubt(rhythm.LastNewAt, isSame
            ? $"页面冻结：自 {since} 起一直是同一页面，没有新内容{usual}；网站可能停更，或给出的是缓存的旧页面，请在浏览器中打开列表页核对"
            : $"只有旧条目：自 {since} 起没有新条目{usual}；栏目可能搬家或改版，请在浏览器中打开列表页核对 start 地址");
    }

    /// <summary>Judges a list by the number of its items: a fifth of what is usual means that most are no longer recognised.</summary>
    public static Doubt? OfItems(ListReading reading, FrontierEntry visited, DateTimeOffset now)
    {
        var shown = reading.Items.Count + reading.Further.Count;
        return visited.Usual >= ManyItems && shown * 5 <= visited.Usual
            ? new Doubt(now, $"模板可能已改：列表只认出 {shown} 条，以往约 {visited.Usual} 条；请打开列表页核对 start 地址和 kind")
            : null;
    }
}
