using System.Text;
using OpinionWatch.Rules;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Builds the rule engine a configuration asks for.</summary>
internal static class RuleEngineFactory
{
    /// <exception cref="IOException">The user dictionary cannot be read.</exception>
    public static RuleEngine Create(WatchConfiguration configuration) =>
        new(Lexicon.From(configuration.Lexicon), configuration.Grading, configuration.Area, new SegmenterBoundaries(SegmenterOf(configuration)));

    private static Segmenter SegmenterOf(WatchConfiguration configuration)
    {
        var shipped = Segmenter.Load();
        if (configuration.UserDictionary is not { } file)
        {
            return shipped;
        }

        using var reader = new StreamReader(file, Encoding.UTF8);
        return UserDictionary.Parse(reader) is UserDictionaryReading.Read words ? shipped.WithWords(words.Words) : shipped;
    }
}
