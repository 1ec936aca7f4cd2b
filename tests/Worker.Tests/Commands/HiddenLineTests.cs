using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class HiddenLineTests
{
    [TestCase("Horse-9 x\r", "Horse-9 x", TestName = "A_line_ends_with_return")]
    [TestCase("长口令 Abc1\nmore", "长口令 Abc1", TestName = "A_line_ends_with_a_line_feed")]
    [TestCase("Abx\bc\u007F\u007Fd\u0004", "Ad", TestName = "Backspace_takes_the_last_character_away")]
    [TestCase("\b\b\0\u001Ba\r", "a", TestName = "Keys_that_stand_for_nothing_do_nothing")]
    [TestCase("0123456789abcdef\r", "0123456789ab", TestName = "What_is_typed_beyond_the_longest_is_not_kept")]
    public void A_line_is_what_its_keys_say(string typed, string line)
    {
        var keys = new Queue<char>(typed);

        var read = HiddenLine.Read(() => new ConsoleKeyInfo(keys.Dequeue(), ConsoleKey.None, shift: false, alt: false, control: false), most: 12);

        Assert.That(read, Is.EqualTo(line));
    }
}
