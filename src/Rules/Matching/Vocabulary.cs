using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching.Characters;
using OpinionWatch.Rules.Matching.Disguises;

namespace OpinionWatch.Rules.Matching;

/// <summary>Lexicon and places compiled into one automaton.</summary>
internal sealed class Vocabulary
{
    private const string PlaceCategory = "地域";

    private readonly Term[] _terms;
    private readonly int[] _firstTerm;
    private readonly bool[] _anchors;
    private readonly bool[] _masks;
    private readonly Sieve _sieve;
    private readonly Dictionary<string, List<Term>> _byPattern;

    /// <summary>Compiles; entries without a letter are left out.</summary>
    public Vocabulary(Lexicon lexicon, AreaOptions area, CharacterTable table, CharacterData characters)
    {
        var byPattern = _byPattern = new Dictionary<string, List<Term>>(StringComparer.Ordinal);
        foreach (var (name, place) in NamesOf(area))
        {
            Add(byPattern, table.FoldTerm(name), folded => new Term
            {
                Name = name,
                Folded = folded,
                Category = PlaceCategory,
                Role = TermRole.Place,
                WholeWord = place.WholeWord,
                Exclusions = ExcludedContexts.Of(folded, place.Excludes.Select(table.FoldTerm)),
                Place = place,
            });
        }

        foreach (var entry in lexicon.Entries)
        {
            var role = Categories.RoleOf(entry);
            Add(byPattern, table.FoldTerm(entry.Term), folded => new Term
            {
                Name = entry.Term,
                Folded = folded,
                Category = entry.Category,
                Role = role,
                Points = entry.Points,
                WholeWord = entry.Match == TermMatch.WholeWord,
                Variants = entry.Variants,
                Exclusions = ExcludedContexts.Of(folded, entry.Exclusions.Select(table.FoldTerm)),
                Topic = Categories.TopicOf(entry) ?? Topics.Of(entry.Term),
            });
        }

        var patterns = byPattern.Keys.ToArray();
        // All terms in one array, those of a pattern side by side, so that a match touches little memory.
        _terms = [.. patterns.SelectMany(pattern => byPattern[pattern])];
        _firstTerm = new int[patterns.Length + 1];
        for (var pattern = 0; pattern < patterns.Length; pattern++)
        {
            _firstTerm[pattern + 1] = _firstTerm[pattern] + byPattern[patterns[pattern]].Count;
        }

        LongestPattern = patterns.Select(static pattern => pattern.Length).DefaultIfEmpty().Max();
        _anchors = [.. patterns.Select(pattern => byPattern[pattern].Exists(term => IsAnchor(term.Role) || term.Role == TermRole.Other))];
        Automaton = new TermAutomaton(new TermTrie(patterns));
        foreach (var term in _terms)
        {
            term.Index = TermCount++;
        }

        _masks = [.. patterns.Select(pattern => byPattern[pattern].Exists(term => term.Role is TermRole.Address or TermRole.OtherSense))];
        var walked = new List<(string Folded, int Pattern, bool Confusable)>();
        var confusable = new List<string>();
        for (var pattern = 0; pattern < patterns.Length; pattern++)
        {
            var folded = patterns[pattern];
            var confused = byPattern[folded].Exists(term => DisguisePolicy.IsConfused(term, folded));
            if (confused || byPattern[folded].Exists(DisguisePolicy.IsWalked))
            {
                walked.Add((folded, pattern, confused));
            }

            if (confused)
            {
                confusable.Add(folded);
            }
        }

        _sieve = new Sieve(new DisguiseTrie(walked, characters), confusable, characters, table);
    }

    /// <summary>How many different terms there are; their indexes are below.</summary>
    public int TermCount { get; private set; }

    /// <summary>Length of the longest pattern; 0 when there is none.</summary>
    public int LongestPattern { get; }

    /// <summary>Finds the patterns.</summary>
    public TermAutomaton Automaton { get; }

    /// <summary>The terms a pattern stands for.</summary>
    public ReadOnlySpan<Term> TermsOf(int pattern) => _terms.AsSpan(_firstTerm[pattern].._firstTerm[pattern + 1]);

    /// <summary>Whether a pattern is an address or another sense, which switch off what lies inside them.</summary>
    public bool IsMask(int pattern) => _masks[pattern];

    /// <summary>Whether a pattern is what people say who complain or were harmed.</summary>
    public bool HasCue(int pattern)
    {
        foreach (var term in TermsOf(pattern))
        {
            if (term.Role is TermRole.Grievance or TermRole.Exposure or TermRole.Conduct or TermRole.Salutation || IsAnchorOrHarm(term.Role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether these folded characters are a term, and not one that switches off what lies inside it.</summary>
    public bool IsPhrase(ReadOnlySpan<char> folded) =>
        _byPattern.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var terms) && !terms.Exists(term => term.Role is TermRole.Address or TermRole.OtherSense);

    /// <summary>Adds all matches of all patterns, plain and disguised, in the order of the text, at one start the longer first.</summary>
    public void Find(ReadOnlySpan<char> text, RawMatches found)
    {
        Automaton.Scan(text, found);
        if (_sieve.Find(text, found))
        {
            found.Sort();
        }
    }

    /// <summary>Whether any match could make a document the bureau's.</summary>
    public bool HasAnchor(ReadOnlySpan<RawMatch> matches)
    {
        foreach (var match in matches)
        {
            if (_anchors[match.Pattern])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a role can make a document the bureau's.</summary>
    public static bool IsAnchor(TermRole role) => role is TermRole.Act or TermRole.Matter or TermRole.Hazard or TermRole.Object or TermRole.Agency or TermRole.House;

    /// <summary>Whether a role makes a document the bureau's or names harm to people.</summary>
    public static bool IsAnchorOrHarm(TermRole role) => IsAnchor(role) || role is TermRole.Death or TermRole.Injury or TermRole.Violence or TermRole.Corruption or TermRole.Petition;

    private static IEnumerable<(string Name, PlaceOptions Place)> NamesOf(AreaOptions area)
    {
        foreach (var place in area.Places)
        {
            yield return (place.Name, place);
            foreach (var alias in place.Aliases)
            {
                yield return (alias, place);
            }
        }

        if (area.Name.Length > 0)
        {
            yield return (area.Name, new PlaceOptions { Name = area.Name });
        }
    }

    private static void Add(Dictionary<string, List<Term>> byPattern, string folded, Func<string, Term> create)
    {
        if (folded.Length == 0)
        {
            return;
        }

        if (!byPattern.TryGetValue(folded, out var terms))
        {
            byPattern[folded] = terms = [];
        }

        var term = create(folded);
        var placeAlready = term.Role is TermRole.Place or TermRole.Elsewhere && terms.Exists(other => other.Role == TermRole.Place);
        if (!placeAlready && !terms.Exists(other => other.Role == term.Role && other.Category == term.Category))
        {
            terms.Add(term);
        }
    }
}
