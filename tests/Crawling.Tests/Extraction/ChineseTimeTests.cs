using OpinionWatch.Crawling.Extraction.Times;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class ChineseTimeTests
{
    [TestCase("3小时前", "2026-11-24 09:00")]
    [TestCase("3 小时前", "2026-11-24 09:00")]
    [TestCase("半小时前", "2026-11-24 11:30")]
    [TestCase("5分钟前", "2026-11-24 11:55")]
    [TestCase("两天前", "2026-11-22 12:00")]
    [TestCase("刚刚", "2026-11-24 12:00")]
    [TestCase("昨天 12:30", "2026-11-23 12:30")]
    [TestCase("前天 08:05", "2026-11-22 08:05")]
    [TestCase("今天 下午3:20", "2026-11-24 15:20")]
    [TestCase("今天 上午9:20", "2026-11-24 09:20")]
    [TestCase("发表于 2017-9-7 10:22", "2017-09-07 10:22")]
    [TestCase("2017年9月7日", "2017-09-07 00:00")]
    [TestCase("2017年9月7日 10时22分", "2017-09-07 10:22")]
    [TestCase("２０２６年１１月２３日　１０：２０", "2026-11-23 10:20")]
    [TestCase("2026/11/23 10:20:30", "2026-11-23 10:20:30")]
    [TestCase("2026-11-23T02:20:30Z", "2026-11-23 10:20:30")]
    [TestCase("2026-11-23T10:20:30+08:00", "2026-11-23 10:20:30")]
    [TestCase("2026年11月23日 星期一 10:20", "2026-11-23 10:20")]
    [TestCase("2026-11-23-10:20:30", "2026-11-23 10:20:30")]
    [TestCase("2026 11/23 10:20:30", "2026-11-23 10:20:30")]
    [TestCase("二〇二六年十一月二十三日", "2026-11-23 00:00")]
    [TestCase("二○一七年九月七日印发", "2017-09-07 00:00")]
    [TestCase("2026年11月23日10:20", "2026-11-23 10:20")]
    [TestCase("11-24", "2026-11-24 00:00")]
    [TestCase("11/23 08:00", "2026-11-23 08:00")]
    [TestCase("12-30", "2025-12-30 00:00")]
    [TestCase("11月23日", "2026-11-23 00:00")]
    [TestCase("1795400000", "2026-11-23 10:13:20")]
    [TestCase("20261123102030", "2026-11-23 10:20:30")]
    [TestCase("10:20", "2026-11-24 10:20")]
    [TestCase("2027-11-24 10:00", null)]
    [TestCase("1980-01-01", null)]
    [TestCase("2026-13-45", null)]
    [TestCase("电话 0737-4221234", null)]
    [TestCase("没有时间", null)]
    public void Times_are_read_as_pages_write_them(string text, string? wall)
    {
        var time = ChineseTime.Parse(text, Sample.Now, Sample.Zone);

        Assert.That(time, wall is null ? Is.Null : Is.EqualTo(Sample.At(wall)));
    }

    [TestCase("Tue, 24 Nov 2026 02:20:30 GMT", "2026-11-24 10:20:30")]
    [TestCase("Tue, 24 Nov 2026 10:20:30 +0800", "2026-11-24 10:20:30")]
    [TestCase("Mon, 23 Nov 2026 10:20:30 -0500", "2026-11-23 23:20:30")]
    [TestCase("24 Nov 26 10:20 CST", "2026-11-24 10:20")]
    [TestCase("Nov 23, 2026", "2026-11-23 00:00")]
    [TestCase("2026-11-24 10:00:00", "2026-11-24 10:00:00")]
    [TestCase("2026-11-24T02:00:00.123Z", "2026-11-24 10:00:00")]
    [TestCase("nonsense", null)]
    public void Feed_dates_are_read(string text, string? wall)
    {
        Assert.That(WebTime.Parse(text, Sample.Now, Sample.Zone), wall is null ? Is.Null : Is.EqualTo(Sample.At(wall)));
    }

#pragma warning disable NUnit1027 // FsCheck supplies the argument.
    [FsCheck.NUnit.Property]
#pragma warning restore NUnit1027
    public bool No_text_throws(FsCheck.NonNull<string> text)
    {
        _ = ChineseTime.Parse(text.Get, Sample.Now, Sample.Zone);
        _ = WebTime.Parse(text.Get, Sample.Now, Sample.Zone);
        return true;
    }
}
