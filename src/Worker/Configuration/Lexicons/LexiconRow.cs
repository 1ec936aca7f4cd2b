using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Lexicons;

/// <summary>One row of a lexicon file.</summary>
internal sealed class LexiconRow(string file, int line, IReadOnlyList<string> fields, LexiconHeader header)
{
    /// <summary>Index of the first field with content beyond the header's columns; null when there is none.</summary>
    public int? TooWide
    {
        get
        {
            for (var i = header.Width; i < fields.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(fields[i]))
                {
                    return i;
                }
            }

            return null;
        }
    }

    /// <summary>Gives a field without blanks around it; empty when the row or the file has none.</summary>
    public string Field(int? column) => column is { } index && index < fields.Count ? fields[index].Trim() : "";

    /// <summary>Gives the place of a field.</summary>
    public Place At(int column) => new(file, line, column + 1);
}
