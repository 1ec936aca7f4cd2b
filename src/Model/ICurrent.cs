namespace OpinionWatch.Model;

/// <summary>A setting as it is in force at this moment; a good edit of the configuration changes it without a restart.</summary>
/// <typeparam name="T">An immutable options type.</typeparam>
public interface ICurrent<out T>
{
    /// <summary>The value in force. Read it once per piece of work.</summary>
    T Value { get; }
}
