using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>
/// jieba's hidden Markov model (<c>finalseg</c>): each character begins (B), goes on (M) or ends (E) a word or is one (S). Sums are formed
/// and compared in jieba's order: a character the model lacks weighs -3.14e100, which swallows the other term, and ties decide.
/// </summary>
internal sealed class CharacterModel(DictionaryImage image)
{
    private const byte BeginAfterEnd = 1;
    private const byte MiddleAfterBegin = 2;
    private const byte EndAfterBegin = 4;
    private const byte SingleAfterEnd = 8;

    private readonly double[] _start = image.Start;
    private readonly double[] _transitions = image.Transitions;
    private readonly double[] _emissions = image.Emissions;

    /// <summary>Finds the likeliest words and writes the length of each at its first character.</summary>
    /// <param name="text">Characters from U+4E00 to U+9FD5 only, at least one.</param>
    /// <param name="lengths">As long as the text.</param>
    /// <param name="back">As long as the text; its content is of no use afterwards.</param>
    public void Cut(ReadOnlySpan<char> text, Span<int> lengths, Span<byte> back)
    {
        double eb = _transitions[0], sb = _transitions[1], bm = _transitions[2], mm = _transitions[3];
        double be = _transitions[4], me = _transitions[5], es = _transitions[6], ss = _transitions[7];
        ref var emissions = ref MemoryMarshal.GetArrayDataReference(_emissions);

        ref var emission = ref Unsafe.Add(ref emissions, (text[0] - DictionaryImage.FirstHan) * 4);
        var b = _start[0] + emission;
        var m = _start[1] + Unsafe.Add(ref emission, 1);
        var e = _start[2] + Unsafe.Add(ref emission, 2);
        var s = _start[3] + Unsafe.Add(ref emission, 3);
        for (var t = 1; t < text.Length; t++)
        {
            emission = ref Unsafe.Add(ref emissions, (text[t] - DictionaryImage.FirstHan) * 4);
            var inB = emission;
            var inM = Unsafe.Add(ref emission, 1);
            var inE = Unsafe.Add(ref emission, 2);
            var inS = Unsafe.Add(ref emission, 3);

            // On equal sums the state with the later letter wins: S over E, M over B.
            var beginAfterEnd = e + eb + inB;
            var beginAfterSingle = s + sb + inB;
            var middleAfterBegin = b + bm + inM;
            var middleAfterMiddle = m + mm + inM;
            var endAfterBegin = b + be + inE;
            var endAfterMiddle = m + me + inE;
            var singleAfterEnd = e + es + inS;
            var singleAfterSingle = s + ss + inS;
            back[t] = (byte)(
                (beginAfterEnd > beginAfterSingle ? BeginAfterEnd : 0)
                | (middleAfterBegin > middleAfterMiddle ? MiddleAfterBegin : 0)
                | (endAfterBegin > endAfterMiddle ? EndAfterBegin : 0)
                | (singleAfterEnd > singleAfterSingle ? SingleAfterEnd : 0));
            b = beginAfterEnd > beginAfterSingle ? beginAfterEnd : beginAfterSingle;
            m = middleAfterBegin > middleAfterMiddle ? middleAfterBegin : middleAfterMiddle;
            e = endAfterBegin > endAfterMiddle ? endAfterBegin : endAfterMiddle;
            s = singleAfterEnd > singleAfterSingle ? singleAfterEnd : singleAfterSingle;
        }

        WalkBack(e > s ? 'E' : 'S', lengths[..text.Length], back);
    }

    private static void WalkBack(char state, Span<int> lengths, ReadOnlySpan<byte> back)
    {
        var end = lengths.Length;
        for (var t = lengths.Length - 1; t > 0; t--)
        {
            var from = back[t];
            var before = state switch
            {
                'B' => (from & BeginAfterEnd) != 0 ? 'E' : 'S',
                'M' => (from & MiddleAfterBegin) != 0 ? 'B' : 'M',
                'E' => (from & EndAfterBegin) != 0 ? 'B' : 'M',
                _ => (from & SingleAfterEnd) != 0 ? 'E' : 'S',
            };
            if (before is 'E' or 'S')
            {
                lengths[t] = end - t;
                end = t;
            }

            state = before;
        }

        lengths[0] = end;
    }
}
