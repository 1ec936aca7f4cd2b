using System.Text;

namespace OpinionWatch.Benchmarks;

/// <summary>Invents terms and a text for measuring the matcher: words of two to six characters, and sentences in which one word in fifty is a term.</summary>
internal static class MatchingText
{
    private const string Common = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感";

    /// <summary>So many different terms.</summary>
    public static string[] Terms(int seed, int count)
    {
        var random = new Random(seed);
        var terms = new HashSet<string>(StringComparer.Ordinal);
        while (terms.Count < count)
        {
            terms.Add(Word(random, random.Next(2, 7)));
        }

        return [.. terms];
    }

    /// <summary>About so many characters in one text.</summary>
    public static string Text(int seed, int length, string[] terms)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            text.Append(random.Next(50) == 0 ? terms[random.Next(terms.Length)] : Word(random, random.Next(1, 5)));
            if (random.Next(6) == 0)
            {
                text.Append('，');
            }
        }

        return text.ToString();
    }

    /// <summary>Half common characters, half any of three thousand, about as texts have them.</summary>
    private static string Word(Random random, int length) => string.Create(length, random, static (span, random) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = random.Next(2) == 0 ? Common[random.Next(Common.Length)] : (char)random.Next(0x4E00, 0x4E00 + 3000);
        }
    });
}
