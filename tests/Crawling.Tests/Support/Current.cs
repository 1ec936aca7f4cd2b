using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Support;

internal sealed class Current<T>(T value) : ICurrent<T>
{
    public T Value { get; set; } = value;
}
