using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>What a document calls untrue (辟谣), found once: spans of the text, and all of it where the title denies.</summary>
internal sealed class Denials
{
    private const int Distrust = 8;
    private const int LongestTitle = 2 * MatchBounds.LongestSentence;
    private const string Hearsay = "传闻";
    private static readonly string[] Distrusted = ["别信", "莫信", "不信", "勿信", "谁信", "要信", "轻信", "别听", "莫听", "别相信", "不相信", "要相信", "所谓"];
    private static readonly string[] DistrustedJustBefore = ["假", "假的", "没", "没有", "未", "不"];
    private static readonly string[] DistrustedAfter = ["是假", "不可信", "被打脸", "打脸"];
    private static readonly string[] Certain = ["已致", "已造成", "截至", "善后", "搜救"];

    private readonly List<(int Start, int End)> _spans = [];
    private ulong _heldByTitle;

    /// <summary>No denials.</summary>
    public static Denials None { get; } = new();

    /// <summary>Whether anything is called untrue.</summary>
    public bool Any => _spans.Count > 0;

    /// <summary>Whether the title calls what is told untrue.</summary>
    public bool InTitle { get; private set; }

    /// <summary>Reads them.</summary>
    public static Denials Of(Reading reading)
    {
        var denials = new Denials();
        var found = reading.Found;
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].Term.Role == TermRole.Denial && !found[i].Inner && !IsDistrusted(reading, i))
            {
                denials.Add(reading, i);
            }
        }

        denials.Merge();
        denials.ReadTitle(reading);
        return denials;
    }

    /// <summary>Whether a fact of this role that stands here is called untrue: in a span denied, or by the title that affirms no such fact itself.</summary>
    public bool Reach(Reading reading, TermRole role, int start, int end)
    {
        if (!Any)
        {
            return false;
        }

        if (Covers(start))
        {
            return true;
        }

        if (!InTitle || (_heldByTitle & (1UL << (int)role)) != 0)
        {
            return false;
        }

        var (from, to) = reading.Clause(start, end);
        foreach (var word in Certain)
        {
            if (reading.Text.Span[from..to].IndexOf(word) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>别信辟谣, 辟谣是假的: no denial but its opposite.</summary>
    private static bool IsDistrusted(Reading reading, int index)
    {
        var one = reading.Found[index];
        if (!one.Term.Name.Contains("辟谣"))
        {
            return false;
        }

        var (start, end) = reading.Clause(index);
        var before = reading.Text.Span[Math.Max(start, one.Start - Distrust)..one.Start];
        foreach (var word in Distrusted)
        {
            if (before.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        foreach (var word in DistrustedJustBefore)
        {
            if (before.EndsWith(word))
            {
                return true;
            }
        }

        foreach (var word in DistrustedAfter)
        {
            if (reading.Text.Span[one.End..end].StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From the hearsay to the denial when the sentence names one (网传死亡10人系谣言); the denial's clause when it and an earlier clause tell of the same; else the sentence, in a title all of it.</summary>
    private void Add(Reading reading, int index)
    {
        var one = reading.Found[index];
        var inTitle = reading.InTitle(one);
        InTitle |= inTitle;
        var (start, end) = inTitle ? (Math.Max(0, one.Start - LongestTitle), Math.Min(reading.Text.TitleLength, one.End + LongestTitle)) : reading.Sentence(index);
        var (clauseStart, clauseEnd) = reading.Clause(index);
        var (hearsay, here, earlier) = (-1, 0UL, 0UL);
        foreach (var other in reading.Between(index, start, one.Start))
        {
            if (other.Term.Role == TermRole.Question && other.Term.Topic == Hearsay && hearsay < 0)
            {
                hearsay = other.Start;
            }
            else if (IsFact(other.Term.Role) && !other.Inner)
            {
                here |= other.Start >= clauseStart ? 1UL << (int)other.Term.Role : 0;
                earlier |= other.Start < clauseStart ? 1UL << (int)other.Term.Role : 0;
            }
        }

        _spans.Add(hearsay >= 0 ? (hearsay, clauseEnd) : (here & earlier) != 0 ? (clauseStart, clauseEnd) : (start, Math.Max(end, one.End)));
    }

    private void Merge()
    {
        _spans.Sort();
        var last = -1;
        for (var i = 0; i < _spans.Count; i++)
        {
            if (last >= 0 && _spans[i].Start <= _spans[last].End)
            {
                _spans[last] = (_spans[last].Start, Math.Max(_spans[last].End, _spans[i].End));
            }
            else
            {
                _spans[++last] = _spans[i];
            }
        }

        _spans.RemoveRange(last + 1, _spans.Count - last - 1);
    }

    /// <summary>Facts the title tells outside what it denies, and does not ask.</summary>
    private void ReadTitle(Reading reading)
    {
        for (var i = 0; InTitle && i < reading.Found.Length && reading.InTitle(reading.Found[i]); i++)
        {
            var one = reading.Found[i];
            if (IsFact(one.Term.Role) && !one.Inner && !Covers(one.Start))
            {
                _heldByTitle |= 1UL << (int)one.Term.Role;
            }
        }
    }

    /// <summary>Whether what stands here is in a span called untrue.</summary>
    public bool Covers(int at)
    {
        var (low, high) = (0, _spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _spans[middle].Start <= at ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && at < _spans[low - 1].End;
    }

    private static bool IsFact(TermRole role) => role is TermRole.Act or (>= TermRole.Death and <= TermRole.Petition);
}
