using System.Buffers;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>How many different cues of each kind a document holds.</summary>
internal sealed record Cues
{
    private const int SparedReach = 6;
    private static readonly SearchValues<string> Sparing = SearchValues.Create(["免得", "省得", "以免", "避免", "不用", "无需", "再也不", "不再"], StringComparison.Ordinal);

    /// <summary>Different cues of a complaint.</summary>
    public int Grievances { get; private init; }

    /// <summary>Different wrongs told as having happened.</summary>
    public int Wrongs { get; private init; }

    /// <summary>Different acts (行为) among the wrongs.</summary>
    public int Acts { get; private init; }

    /// <summary>Different failings of officials short of corruption (作风) among the wrongs.</summary>
    public int Failings { get; private init; }

    /// <summary>Different words of damage.</summary>
    public int Damages { get; private init; }

    /// <summary>Different cues of an exposure.</summary>
    public int Exposures { get; private init; }

    /// <summary>Different cues of a question to the authority.</summary>
    public int Inquiries { get; private init; }

    /// <summary>Different cues of an authority's own account.</summary>
    public int Publicity { get; private init; }

    /// <summary>Different cues of an authority's own account, without what it does against a wrong.</summary>
    public int Works { get; private init; }

    /// <summary>Different words of what an authority does against a wrong.</summary>
    public int Enforcements { get; private init; }

    /// <summary>Different words of negation: what someone has not got.</summary>
    public int Negations { get; private init; }

    /// <summary>It addresses a leader.</summary>
    public bool Letter { get; private init; }

    /// <summary>Someone speaks of his own.</summary>
    public bool Personal { get; private init; }

    /// <summary>Different plain demands (举报, 投诉, 强烈要求: 诉求 with points), which no mere question holds.</summary>
    public int Plain { get; private init; }

    /// <summary>Different suggestions.</summary>
    public int Suggestions { get; private init; }

    /// <summary>Different words of praise.</summary>
    public int Praises { get; private init; }

    /// <summary>Different deeds (动作).</summary>
    public int Deeds { get; private init; }

    /// <summary>Different cues that by themselves make an exposure (曝光 with points).</summary>
    public int StrongExposures { get; private init; }

    /// <summary>Words only an authority writes stand in it (收悉, 行政处罚决定书: 宣传 with points).</summary>
    public bool OwnVoice { get; private init; }

    /// <summary>Counts them.</summary>
    public static Cues Of(Reading reading)
    {
        var seen = reading.Scratch.Marks.Emptied();
        Span<int> counts = stackalloc int[(int)TermRole.Notice + 1];
        counts.Clear();
        var wrongs = 0;
        var (plain, strongExposures, ownVoice) = (0, 0, false);
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var (term, _, _, inner) = reading.Found[i];
            if (inner || seen.Has(term))
            {
                continue;
            }

            if (term.Role == TermRole.Grievance && IsSpared(reading, i))
            {
                continue;
            }

            if (IsWrong(term.Role))
            {
                if (!reading.IsReal(i))
                {
                    continue;
                }

                wrongs++;
            }

            _ = seen.Add(term);
            counts[(int)term.Role]++;
            plain += term.Role == TermRole.Grievance && term.Points > 0 ? 1 : 0;
            strongExposures += term.Role == TermRole.Exposure && term.Points > 0 ? 1 : 0;
            ownVoice |= term.Role == TermRole.Publicity && term.Points > 0;
        }

        return new Cues
        {
            Grievances = counts[(int)TermRole.Grievance],
            Wrongs = wrongs + (Ruins.AreTold(reading) ? 1 : 0),
            Acts = counts[(int)TermRole.Act],
            Failings = counts[(int)TermRole.Conduct],
            Damages = counts[(int)TermRole.Damage],
            Exposures = counts[(int)TermRole.Exposure],
            Inquiries = counts[(int)TermRole.Inquiry],
            Publicity = counts[(int)TermRole.Publicity] + counts[(int)TermRole.Enforcement],
            Works = counts[(int)TermRole.Publicity],
            Enforcements = counts[(int)TermRole.Enforcement],
            Negations = counts[(int)TermRole.Negation],
            Letter = counts[(int)TermRole.Salutation] > 0,
            Personal = counts[(int)TermRole.FirstPerson] > 0,
            Suggestions = counts[(int)TermRole.Suggestion],
            Praises = counts[(int)TermRole.Praise],
            Deeds = counts[(int)TermRole.Deed],
            StrongExposures = strongExposures,
            OwnVoice = ownVoice,
            Plain = plain,
        };
    }

    /// <summary>免得你们白跑, 不用等了: a trouble that is spared.</summary>
    private static bool IsSpared(Reading reading, int index)
    {
        var start = reading.Found[index].Start;
        return reading.Text.Span[Math.Max(reading.Clause(index).Start, start - SparedReach)..start].ContainsAny(Sparing);
    }

    private static bool IsWrong(TermRole role) =>
        role is TermRole.Act or TermRole.Violence or TermRole.Crowd or TermRole.Petition or TermRole.Corruption or TermRole.Conduct;
}
