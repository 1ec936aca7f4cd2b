using System.Text;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class DocumentLineTests
{
    [Test]
    public void Only_id_and_text_are_needed()
    {
        var document = DocumentLine.Read("""{"id":"a","text":""}"""u8, out var fault);

        Assert.That(fault, Is.Null);
        Assert.That(document!.Id, Is.EqualTo("a"));
    }

    [TestCase("")]
    [TestCase("   \t\r")]
    public void A_blank_line_is_no_document_and_no_fault(string line)
    {
        Assert.That(DocumentLine.Read(Encoding.UTF8.GetBytes(line), out var fault), Is.Null);
        Assert.That(fault, Is.Null);
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("""{"id":"a"}""")]
    [TestCase("""{"id":"a","text":null}""")]
    [TestCase("""{"id":null,"text":"x"}""")]
    [TestCase("""{"id":"a","text":"x","kind":"nosuch"}""")]
    [TestCase("""{"id":"a","text":"x","publishedAt":"yesterday"}""")]
    public void What_is_no_document_is_a_fault_with_a_reason(string line)
    {
        Assert.That(DocumentLine.Read(Encoding.UTF8.GetBytes(line), out var fault), Is.Null);
        Assert.That(fault, Is.Not.Empty);
    }
}
