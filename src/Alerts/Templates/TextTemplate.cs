using System.Text;
using static OpinionWatch.Alerts.Templates.TemplateReader;

namespace OpinionWatch.Alerts.Templates;

/// <summary>A text with named places to fill in. Immutable; filling it never fails and never takes longer than its text and values are long.</summary>
/// <remarks>
/// <c>{name}</c> stands for a value, <c>{name:20}</c> for at most 20 characters of it, <c>{?name}…{/}</c> for a piece shown only where the value is not empty,
/// <c>{!name}…{/}</c> for one shown only where it is, <c>{{</c> and <c>}}</c> for the braces themselves. There is nothing else: no loops, no code.
/// </remarks>
public sealed class TextTemplate
{
    private readonly IReadOnlyList<Token> _pieces;

    private TextTemplate(string source, IReadOnlyList<Token> pieces)
    {
        Source = source;
        _pieces = pieces;
    }

    /// <summary>The template as written.</summary>
    public string Source { get; }

    /// <summary>Names used in it.</summary>
    public IReadOnlySet<string> Names => _pieces.Where(piece => piece.Sign is Sign.Value or Sign.IfThere or Sign.IfEmpty).Select(piece => piece.Text).ToHashSet();

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowed">Names that may be filled in.</param>
    /// <returns>The template, or none, and every fault of it, first to last.</returns>
    public static (TextTemplate? Template, IReadOnlyList<TemplateFault> Faults) Parse(string text, IReadOnlyCollection<string> allowed)
    {
        var reader = new TemplateReader(text, allowed);
        var pieces = reader.Read();
        return (reader.Faults.Count == 0 ? new TextTemplate(text, pieces) : null, reader.Faults);
    }

    /// <summary>Reads a template that is part of the program.</summary>
    /// <exception cref="FormatException">It is faulty.</exception>
    internal static TextTemplate BuiltIn(string text) =>
        Parse(text, MessageParts.Names) is ({ } template, _) ? template : throw new FormatException("A built-in template is faulty.");

    /// <summary>Fills it in. A value without a name in <paramref name="parts"/> is empty.</summary>
    /// <param name="parts">Values by name.</param>
    /// <param name="escape">Makes a value, cut already, safe for the place it goes to; null takes it as it is.</param>
    public string Fill(IReadOnlyDictionary<string, string> parts, Func<string, string>? escape = null)
    {
        var text = new StringBuilder(Source.Length * 2);
        var hidden = 0;
        var depths = new Stack<bool>();
        foreach (var piece in _pieces)
        {
            switch (piece.Sign)
            {
                case Sign.End:
                    hidden -= depths.Pop() ? 0 : 1;
                    break;
                case Sign.IfThere or Sign.IfEmpty:
                    var shown = (ValueOf(parts, piece).Length > 0) == (piece.Sign == Sign.IfThere);
                    depths.Push(shown);
                    hidden += shown ? 0 : 1;
                    break;
                case Sign.Literal when hidden == 0:
                    text.Append(piece.Text);
                    break;
                case Sign.Value when hidden == 0:
                    var value = piece.Most is { } most ? PlainText.Cut(ValueOf(parts, piece), most) : ValueOf(parts, piece);
                    text.Append(escape is null ? value : escape(value));
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Says whether a value stands in the text both when all others are empty and when none is: not only asked for (<c>{?name}</c>), nor cut to nothing.</summary>
    public bool Says(string name)
    {
        const string Probe = "\u0001\u0002";
        var all = Names.ToDictionary(other => other, other => other == name ? Probe : "\u0003");
        return Fill(all).Contains(Probe, StringComparison.Ordinal) && Fill(new Dictionary<string, string> { [name] = Probe }).Contains(Probe, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextTemplate other && other.Source == Source;

    /// <inheritdoc/>
    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Source;

    private static string ValueOf(IReadOnlyDictionary<string, string> parts, Token piece) => parts.TryGetValue(piece.Text, out var value) ? value : "";
}
