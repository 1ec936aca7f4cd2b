namespace OpinionWatch.Worker.Commands;

/// <summary>Text of strangers on a terminal.</summary>
internal static class Printable
{
    /// <summary>The text in one line, its control characters shown as blanks: an escape sequence in a title must not reach the terminal.</summary>
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        })
        : text;
}
