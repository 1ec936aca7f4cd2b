using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>What became of somebody's wish to sign in. A closed type.</summary>
internal abstract record SignInAnswer
{
    private SignInAnswer()
    {
    }

    /// <summary>It is them.</summary>
    public sealed record Done(Account Account) : SignInAnswer;

    /// <summary>Name, password or code is wrong; which one is not said.</summary>
    public sealed record Wrong : SignInAnswer;

    /// <summary>Too many failures: wait.</summary>
    public sealed record Locked(TimeSpan Wait) : SignInAnswer;

    /// <summary>Too many sign in at once.</summary>
    public sealed record Busy : SignInAnswer;
}
