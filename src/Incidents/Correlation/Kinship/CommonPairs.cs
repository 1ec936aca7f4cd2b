using System.Globalization;
using System.Reflection;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>How common pairs of letters are in the field's texts; a pair that is not listed is rare.</summary>
/// <remarks>Counted over the project's own corpus by <c>tests/Corpus/common-pairs.sh</c>: in how many documents each pair stands, pairs in fewer than four left out.</remarks>
public sealed class CommonPairs
{
    private readonly Dictionary<uint, int> _counts = [];

    private CommonPairs(int documents) => Documents = documents;

    /// <summary>Number of documents counted over.</summary>
    public int Documents { get; }

    /// <summary>Reads the table that is part of the program.</summary>
    public static CommonPairs Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("common-pairs.txt")!;
        using var reader = new StreamReader(stream);
        var table = new CommonPairs(int.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture));
        while (reader.ReadLine() is { } line)
        {
            table._counts[LetterPairs.HashOf(line.AsSpan(0, 2))] = int.Parse(line.AsSpan(2), CultureInfo.InvariantCulture);
        }

        return table;
    }

    /// <summary>Gives in how many of the documents the pair stands; 0 when in few or none.</summary>
    public int CountOf(uint pair) => _counts.GetValueOrDefault(pair);
}
