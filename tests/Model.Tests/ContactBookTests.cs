namespace OpinionWatch.Model.Tests;

public sealed class ContactBookTests
{
    private readonly ContactBook _book = new(
        [new Contact { Id = "officer", Name = "甲" }, new Contact { Id = "director", Name = "乙" }],
        new Dictionary<string, IReadOnlyList<string>> { ["leaders"] = ["director", "officer", "gone"], ["empty"] = [] });

    [TestCase("officer leaders", "officer director")]
    [TestCase("leaders officer leaders", "director officer")]
    [TestCase("empty", "")]
    [TestCase("unknown", "")]
    public void Groups_are_opened_and_each_person_is_named_once_in_order(string ids, string people)
    {
        Assert.That(string.Join(' ', _book.Resolve(ids.Split(' ')).Select(contact => contact.Id)), Is.EqualTo(people));
    }

    [Test]
    public void Nobody_is_in_the_empty_book()
    {
        Assert.That(ContactBook.Empty.Resolve(["officer"]), Is.Empty);
    }
}
