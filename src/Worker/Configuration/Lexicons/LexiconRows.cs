using CsvHelper;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Lexicons;

/// <summary>Cuts the text of a lexicon file into rows of fields, each with its line.</summary>
internal sealed class LexiconRows(string file, FaultList faults)
{
    private const int LongestField = 4000;

    private static readonly char[] Separators = [',', '\t', ';'];

    /// <summary>Lists the rows that hold anything; blank lines and lines that begin with <c>#</c> are passed over.</summary>
    /// <remarks>A field never runs over several lines, so that one quotation mark left open cannot swallow the rest of the file.</remarks>
    public IEnumerable<(int Line, string[] Fields)> Read(string text)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = SeparatorOf(text),
            CommentPrefix = '#',
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => faults.Error(new Place(file, LineOf(record.LineNumber), 1), Explain(record.Reason)),
        };
        using var reader = CsvReader.FromText(text, options);
        while (reader.Read())
        {
            var line = LineOf(reader.LineNumber);
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i);
            }

            var tooLong = Array.FindIndex(fields, field => field.Length > LongestField);
            if (tooLong >= 0)
            {
                faults.Error(new Place(file, line, tooLong + 1), $"the field is longer than {LongestField} characters");
            }
            else if (fields.Any(field => !string.IsNullOrWhiteSpace(field)))
            {
                yield return (line, fields);
            }
        }
    }

    // Excel separates by comma or semicolon as the machine's region has it, and by tab when saving as text.
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Contains("词条", StringComparison.Ordinal) && !line.StartsWith("#"))
            {
                header = line;
                break;
            }
        }

        var shown = header.Length > 1000 ? "" : header.ToString();
        return Separators.MaxBy(separator => shown.Split(separator).Count(field => LexiconHeader.Columns.Contains(field.Trim().Trim('"'))));
    }

    private static int LineOf(long line) => (int)Math.Clamp(line, 1, int.MaxValue);

    private static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote =>
            "a quotation mark is opened here and not closed in this line; close it, and write each entry in one line",
        _ => "a quotation mark stands inside a field; put the whole field in quotation marks and double those inside it",
    };
}
