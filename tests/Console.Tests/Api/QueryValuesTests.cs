using OpinionWatch.Console.Api;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Api;

public sealed class QueryValuesTests
{
    [TestCase("critical", Level.Critical)]
    [TestCase("Watch", Level.Watch)]
    public void A_level_is_read_by_its_name(string text, Level expected)
    {
        Assert.That(QueryValues.TryEnum<Level>(text, out var level, out _), Is.True);
        Assert.That(level, Is.EqualTo(expected));
    }

    [TestCase("4")]
    [TestCase("grave")]
    [TestCase("critical,major")]
    public void What_is_no_level_is_refused_with_what_is_allowed(string text)
    {
        Assert.That(QueryValues.TryEnum<Level>(text, out _, out var allowed), Is.False);
        Assert.That(allowed, Is.EqualTo("none, watch, general, major, critical"));
    }

    [TestCase("2026-11-24T08:00:00+08:00")]
    [TestCase("2026-11-24T08:00:00 08:00")]
    [TestCase("2026-11-24T00:00:00Z")]
    [TestCase("2026-11-24T00:00")]
    public void An_instant_is_read_also_where_its_plus_sign_became_a_blank(string text)
    {
        Assert.That(QueryValues.TryInstant(text, out var instant), Is.True);
        Assert.That(instant, Is.EqualTo(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));
    }
}
