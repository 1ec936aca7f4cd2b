using System.Globalization;
using System.Text;

namespace OpinionWatch.Alerts.Templates;

/// <summary>Takes a template apart and notes what is wrong with it.</summary>
internal sealed class TemplateReader(string text, IReadOnlyCollection<string> allowed)
{
    private const int MostDeep = 8;
    private const int MostFaults = 50;
    private const int MostCharacters = 10_000;

    private readonly List<TemplateFault> _faults = [];
    private readonly List<Token> _tokens = [];
    private readonly Stack<int> _open = new();
    private readonly StringBuilder _literal = new();

    /// <summary>What a piece of a template is.</summary>
    public enum Sign
    {
        /// <summary>Text as it stands.</summary>
        Literal,

        /// <summary>A value.</summary>
        Value,

        /// <summary>Begins a piece shown where the value is not empty.</summary>
        IfThere,

        /// <summary>Begins a piece shown where the value is empty.</summary>
        IfEmpty,

        /// <summary>Ends such a piece.</summary>
        End,
    }

    /// <summary>Faults found by <see cref="Read"/>.</summary>
    public IReadOnlyList<TemplateFault> Faults => _faults;

    /// <summary>Takes it apart.</summary>
    public IReadOnlyList<Token> Read()
    {
        for (var at = 0; at < text.Length && _faults.Count < MostFaults;)
        {
            at = text[at] switch
            {
                '{' when Next(at) == '{' => Literal("{", at + 2),
                '}' when Next(at) == '}' => Literal("}", at + 2),
                '{' => Placeholder(at),
                '}' => Fault(at, "a brace } closes nothing; write }} for the brace itself", at + 1),
                _ => Literal(text[at].ToString(), at + 1),
            };
        }

        foreach (var start in _open.Reverse())
        {
            Fault(start, "this piece is not ended; write {/} where it ends", text.Length);
        }

        Flush();
        return _tokens;
    }

    private char Next(int at) => at + 1 < text.Length ? text[at + 1] : '\0';

    private int Placeholder(int start)
    {
        var end = text.AsSpan(start + 1).IndexOfAny('}', '\n', '{') is var found && found >= 0 ? start + 1 + found : text.Length;
        if (end >= text.Length || text[end] != '}')
        {
            return Fault(start, "a brace { is not closed on its line; write {{ for the brace itself", end);
        }

        var inside = text[(start + 1)..end];
        Flush();
        if (inside == "/")
        {
            return End(start, end + 1);
        }

        var sign = inside.StartsWith('?') ? Sign.IfThere : inside.StartsWith('!') ? Sign.IfEmpty : Sign.Value;
        var name = sign == Sign.Value ? inside.Split(':', 2)[0] : inside[1..];
        var most = sign == Sign.Value && inside.Contains(':', StringComparison.Ordinal) ? inside.Split(':', 2)[1] : null;
        var limit = 0;
        if (!allowed.Contains(name))
        {
            Fault(start, $"'{PlainText.OneLine(name, 40)}' is not known; allowed: {string.Join(", ", allowed)}", end);
        }
        else if (most is not null && (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostCharacters))
        {
            Fault(start, $"after the colon stands how many characters at most, from 1 to {MostCharacters}, as {{{name}:20}}", end);
        }

        _tokens.Add(new Token(sign, name, most is null ? null : limit));
        if (sign != Sign.Value)
        {
            _open.Push(start);
            if (_open.Count > MostDeep)
            {
                Fault(start, $"pieces stand {_open.Count} deep; {MostDeep} are allowed", end);
            }
        }

        return end + 1;
    }

    private int End(int start, int next)
    {
        if (!_open.TryPop(out _))
        {
            return Fault(start, "{/} ends nothing; a piece begins with {?name} or {!name}", next);
        }

        _tokens.Add(new Token(Sign.End, "", null));
        return next;
    }

    private int Literal(string what, int next)
    {
        _literal.Append(what);
        return next;
    }

    private void Flush()
    {
        if (_literal.Length > 0)
        {
            _tokens.Add(new Token(Sign.Literal, _literal.ToString(), null));
            _literal.Clear();
        }
    }

    private int Fault(int at, string message, int next)
    {
        var before = text.AsSpan(0, at);
        var line = before.Count('\n') + 1;
        _faults.Add(new TemplateFault(line, at - before.LastIndexOf('\n'), message));
        return next;
    }

    /// <summary>One piece.</summary>
    /// <param name="Sign">What it is.</param>
    /// <param name="Text">The literal, or the name.</param>
    /// <param name="Most">Characters at most; null = all.</param>
    public readonly record struct Token(Sign Sign, string Text, int? Most);
}
