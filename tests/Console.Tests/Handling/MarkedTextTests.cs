using FsCheck;
using FsCheck.Fluent;
using OpinionWatch.Console.Handling;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Handling;

public sealed class MarkedTextTests
{
    [Test]
    public void Words_are_marked_where_they_stand_in_title_and_text()
    {
        var marked = Of("强拆现场", "有人强拆", new Hit("强拆", "行为", 0, 2, "强拆"), new Hit("强拆", "行为", 7, 2, "强拆"));

        Assert.That(marked.Title, Is.EqualTo([new Segment("强拆", "强拆"), new Segment("现场", null)]));
        Assert.That(marked.Text, Is.EqualTo([new Segment("有人", null), new Segment("强拆", "强拆")]));
    }

    [Test]
    public void A_word_behind_the_cut_is_shown_with_what_stands_round_it()
    {
        var text = new string('啊', 20_000) + "非法采矿" + new string('哦', 20_000);

        var marked = Of("题", text, new Hit("非法采矿", "行为", 2 + 20_000, 4, "非法采矿"));

        Assert.That(marked.IsCut, Is.True);
        Assert.That(marked.Text.Sum(segment => segment.Text.Length), Is.LessThan(13_000));
        Assert.That(marked.Beyond.Single().Text, Does.Contain("非法采矿").And.Length.LessThan(200));
    }

    [FsCheck.NUnit.Property]
    public void Whatever_the_hits_say_the_text_is_whole_and_nothing_is_out_of_bounds(NonNull<string> text, (int Start, int Length)[] places)
    {
        var hits = places.Select(place => new Hit("词", "行为", place.Start, place.Length, "词")).ToArray();

        var marked = Of("题", text.Get, hits);

        Assert.That(string.Concat(marked.Text.Select(segment => segment.Text)).Length, Is.LessThanOrEqualTo(MarkedText.Harmless(text.Get).Length));
        Assert.That(string.Concat(marked.Title.Select(segment => segment.Text)), Is.EqualTo("题"));
    }

    private static MarkedText Of(string title, string text, params Hit[] hits) =>
        MarkedText.Of(new Document { Id = "1", Title = title, Text = text }, new Analysis { Id = "1", Hits = hits });
}
