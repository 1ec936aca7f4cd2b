using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace OpinionWatch.Worker.Search;

/// <summary>Gives the tokens of a text that was cut elsewhere.</summary>
internal sealed class UnitTokenizer : Tokenizer
{
    private readonly Func<string, IEnumerable<string>> _cut;
    private readonly ICharTermAttribute _term;
    private IEnumerator<string>? _tokens;

    /// <summary>Reads a text.</summary>
    public UnitTokenizer(TextReader input, Func<string, IEnumerable<string>> cut)
        : base(input)
    {
        _cut = cut;
        _term = AddAttribute<ICharTermAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _tokens = _cut(m_input.ReadToEnd()).GetEnumerator();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_tokens?.MoveNext() != true)
        {
            return false;
        }

        _term.SetEmpty().Append(_tokens.Current);
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _tokens?.Dispose();
        }

        base.Dispose(disposing);
    }
}
