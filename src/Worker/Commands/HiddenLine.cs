using System.Text;

namespace OpinionWatch.Worker.Commands;

/// <summary>Reads a line key by key, so that nobody who looks at the screen, or scrolls it back, reads it too.</summary>
internal static class HiddenLine
{
    private const char EndOfTransmission = '\u0004';
    private const char Delete = '\u007F';

    /// <summary>Reads until the line ends; keys that stand for no character do nothing.</summary>
    /// <param name="next">Gives the next key and shows nothing of it.</param>
    /// <param name="most">Characters kept; what is typed beyond them is not.</param>
    public static string Read(Func<ConsoleKeyInfo> next, int most)
    {
        var line = new StringBuilder();
        while (next() is { Key: not ConsoleKey.Enter, KeyChar: not ('\r' or '\n' or EndOfTransmission) } key)
        {
            if (key.Key == ConsoleKey.Backspace || key.KeyChar is '\b' or Delete)
            {
                line.Length = Math.Max(0, line.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar) && line.Length < most)
            {
                line.Append(key.KeyChar);
            }
        }

        return line.ToString();
    }
}
