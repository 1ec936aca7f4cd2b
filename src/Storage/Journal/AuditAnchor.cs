using System.Globalization;

namespace OpinionWatch.Storage.Journal;

/// <summary>A record of the audit chain that is known elsewhere (锚点): a chain that no longer holds it was cut or forged.</summary>
/// <param name="Sequence">Number of the record, from 1.</param>
/// <param name="Hash">Its SHA-256, upper-case hexadecimal.</param>
public sealed record AuditAnchor(long Sequence, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>Gives <c>SEQUENCE:HASH</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");

    /// <summary>Reads <c>SEQUENCE:HASH</c>; null when it is none.</summary>
    public static AuditAnchor? Parse(string text) =>
        text.Split(':') is [var sequence, { Length: HashDigits } hash]
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && hash.All(char.IsAsciiHexDigit)
            ? new AuditAnchor(number, hash.ToUpperInvariant())
            : null;

    /// <summary>Lists the anchors in a text, wherever they stand in it: in a file of anchors, or in digests saved as text.</summary>
    public static IReadOnlyList<AuditAnchor> FindAll(IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => line.Split([' ', '\t', '\u3000', '，', '。', '：'], StringSplitOptions.RemoveEmptyEntries)).Select(Parse).OfType<AuditAnchor>().Distinct()];
}
