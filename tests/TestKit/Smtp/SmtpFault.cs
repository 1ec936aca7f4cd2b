namespace OpinionWatch.TestKit.Smtp;

/// <summary>What <see cref="LoopbackSmtpServer"/> does instead of answering a command well.</summary>
/// <remarks>A closed type: the cases are the nested records.</remarks>
public abstract record SmtpFault
{
    private SmtpFault()
    {
    }

    /// <summary>Answers with a code of the test's choice; the command has no other effect.</summary>
    /// <param name="Code">Three digits, e.g. 550.</param>
    /// <param name="Text">What stands behind the code.</param>
    public sealed record Refuse(int Code, string Text = "refused by the test") : SmtpFault;

    /// <summary>Closes the connection instead of answering; the command has no effect, a message at its end is not kept.</summary>
    public sealed record Drop : SmtpFault;

    /// <summary>At the end of a message: keeps it, then closes the connection without an answer. The sender cannot know.</summary>
    public sealed record KeepThenDrop : SmtpFault;

    /// <summary>Answers well, then closes the connection.</summary>
    public sealed record AnswerThenDrop : SmtpFault;

    /// <summary>Waits before it answers well.</summary>
    /// <param name="Delay">How long, in real time.</param>
    public sealed record Slow(TimeSpan Delay) : SmtpFault;

    /// <summary>Never answers; the connection stays open.</summary>
    public sealed record Silence : SmtpFault;
}
