using System.Diagnostics;
using System.Text;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Segmentation;

public sealed class SegmenterTests
{
    private const int HugeBytes = 10_000_000;
#if DEBUG
    private static readonly TimeSpan HugeTime = TimeSpan.FromSeconds(10);
#else
    private static readonly TimeSpan HugeTime = TimeSpan.FromSeconds(2);
#endif

    private readonly Segmenter _segmenter = Segmenter.Load();

    [Test]
    public void Places_agree_with_strings()
    {
        const string text = "石湾村的采砂船\r\n又来了😀，共12.5吨";
        List<Token> places = [];

        _segmenter.Tokenize(text, places);

        Assert.That(places.Select(place => text.Substring(place.Start, place.Length)), Is.EqualTo(_segmenter.Cut(text)));
    }

    [Test]
    public void A_lone_surrogate_and_a_nul_are_tokens_of_their_own()
    {
        Assert.That(_segmenter.Cut("a\uD840\0\uDC00\uD840\uDC00"), Is.EqualTo(new[] { "a", "\uD840", "\0", "\uDC00", "\uD840\uDC00" }));
    }

    [TestCase("a")]
    [TestCase("好")]
    [TestCase("龘")]
    [TestCase("\r")]
    [TestCase(".")]
    [TestCase("\uD840")]
    [TestCase("中国人民银行")]
    [TestCase("好龘a.")]
    public void Ten_megabytes_without_a_break_are_cut_in_two_seconds_of_processor_time_when_optimised(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, HugeBytes / Encoding.UTF8.GetByteCount(part)));
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;

        var length = 0L;
        foreach (var token in _segmenter.EnumerateTokens(text))
        {
            length += token.Length;
        }

        process.Refresh();
        var spent = process.TotalProcessorTime - before;
        Assert.Multiple(() =>
        {
            Assert.That(length, Is.EqualTo(text.Length));
            Assert.That(spent, Is.LessThan(HugeTime));
        });
    }

    [Test]
    public void Walking_a_text_allocates_nothing_once_warm()
    {
        var text = string.Concat(Enumerable.Repeat("石湾村的村民昨夜反映，河道里又来了三条采砂船。", 100));
        Count(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Count(text);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
    }

    [Test]
    public void Many_threads_may_share_a_segmenter()
    {
        string[] texts = [.. Enumerable.Range(0, 500).Select(i => $"第{i}号图斑位于石湾村{i % 7}组，面积{i}.{i}亩，\r\n当事人齾籱{i}")];
        var expected = texts.Select(text => _segmenter.Cut(text)).ToArray();

        var together = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(text => _segmenter.Cut(text)).ToArray();

        Assert.That(together, Is.EqualTo(expected));
    }

    [Test]
    public void Words_added_leave_the_segmenter_they_were_added_to_unchanged()
    {
        const string text = "临河新区违建拆除办";
        var before = _segmenter.Cut(text);

        var with = _segmenter.WithWords([new UserWord("临河新区"), new UserWord("违建拆除办")]);

        Assert.Multiple(() =>
        {
            Assert.That(with.Cut(text), Is.EqualTo(new[] { "临河新区", "违建拆除办" }));
            Assert.That(_segmenter.Cut(text), Is.EqualTo(before));
        });
    }

    [Test]
    public void Many_words_are_added_in_seconds_and_found()
    {
        UserWord[] words = [.. Enumerable.Range(0, 5_000).Select(i => new UserWord($"村{(char)(0x4E00 + (i % 9000))}{(char)(0x9000 - (i % 7001))}组", i % 2 == 0 ? 1000 + i : null))];

        var with = _segmenter.WithWords(words);

        Assert.That(words.Select(word => with.Cut(word.Word)), Has.All.Count.EqualTo(1));
    }

    [Test]
    public void Words_added_in_two_steps_cut_as_words_added_in_one()
    {
        UserWord[] words = [new("㐀㐁村", 3), new("龘靐组"), new("好好好", 0), new("石湾ΑΒ"), new("石湾龘", 20), new("石湾村委会")];
        const string text = "石湾龘靐组石湾村委会好好好龘龘靐石湾村";

        var atOnce = _segmenter.WithWords(words);
        var inSteps = words.Aggregate(_segmenter, (segmenter, word) => segmenter.WithWords([word]));

        Assert.That(inSteps.Cut(text), Is.EqualTo(atOnce.Cut(text)));
    }

    [TestCase("")]
    [TestCase(null)]
    public void An_empty_or_endless_word_is_refused(string? word)
    {
        Assert.Throws<ArgumentException>(() => _segmenter.WithWords([new UserWord(word ?? new string('长', UserWord.MaxLength + 1))]));
    }

    [TestCase(-1)]
    [TestCase(UserWord.MaxFrequency + 1)]
    public void A_frequency_out_of_range_is_refused(long frequency)
    {
        Assert.Throws<ArgumentException>(() => _segmenter.WithWords([new UserWord("词", frequency)]));
    }

    private int Count(string text)
    {
        var count = 0;
        foreach (var token in _segmenter.EnumerateTokens(text))
        {
            count += token.Length;
        }

        return count;
    }
}
