using OpinionWatch.Model;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class DocumentFilterTests
{
    [TestCase(null, true)]
    [TestCase("^c1-", true)]
    [TestCase("forum", true)]
    [TestCase("^c2-", false)]
    public void Documents_are_taken_by_id_or_site(string? expression, bool taken)
    {
        var valid = DocumentFilter.TryCreate(expression, out var filter, out _);

        Assert.That(valid, Is.True);
        Assert.That(filter.Takes(new Document { Id = "c1-001", Site = "a-forum", Text = "" }), Is.EqualTo(taken));
    }

    [TestCase("(")]
    [TestCase("(a)\\1")]
    public void What_is_no_expression_or_could_take_forever_is_told(string expression)
    {
        var valid = DocumentFilter.TryCreate(expression, out _, out var fault);

        Assert.That((valid, fault), Is.EqualTo((false, fault)));
        Assert.That(fault, Is.Not.Empty);
    }
}
