using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>A setting that stays as it is while a command runs.</summary>
internal sealed class Fixed<T>(T value) : ICurrent<T>
{
    public T Value => value;
}
