namespace OpinionWatch.Rules.Segmentation;

/// <summary>What came of reading a user dictionary.</summary>
public abstract record UserDictionaryReading
{
    private UserDictionaryReading()
    {
    }

    /// <summary>Every line was understood.</summary>
    /// <param name="Words">The words in file order; order matters to words without a frequency.</param>
    public sealed record Read(IReadOnlyList<UserWord> Words) : UserDictionaryReading;

    /// <summary>A line was not understood; nothing of the file should be used.</summary>
    /// <param name="Line">Line number, from 1.</param>
    /// <param name="Reason">What is wrong, as a sentence.</param>
    public sealed record Faulty(int Line, string Reason) : UserDictionaryReading;
}
