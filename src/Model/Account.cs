namespace OpinionWatch.Model;

/// <summary>A person who may sign in at the console (账户).</summary>
public sealed record Account
{
    /// <summary>The name they sign in with, and under which their acts are recorded. Unique without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>What they may do.</summary>
    public required Role Role { get; init; }

    /// <summary>Salted hash of the password, as ASP.NET Core Identity writes it. Never shown.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Changes whenever every session of this account must end: another password, role or second factor, or disabling.</summary>
    public required string Stamp { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the password was last set.</summary>
    public required DateTimeOffset PasswordSetAt { get; init; }

    /// <summary>Nobody gets in by it any more; its name stays taken, because it stands in the history.</summary>
    public bool Disabled { get; init; }

    /// <summary>Secret of the second factor (RFC 6238), Base32; null while there is none. Never shown once it is in force.</summary>
    public string? TotpSecret { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Role}{(Disabled ? ", disabled" : "")})";
}
