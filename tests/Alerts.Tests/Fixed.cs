using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Tests;

/// <summary>A setting in force that the test edits.</summary>
internal sealed class Fixed<T>(T value) : ICurrent<T>
{
    public T Value { get; set; } = value;
}
