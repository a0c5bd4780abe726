using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>Who somebody is, by one of the two national identifiers. Cannot hold a wrong value; its text is canonical.</summary>
public sealed record HolderIdentifier
{
    /// <exception cref="FormatException">The value is no identifier of that kind.</exception>
    public HolderIdentifier(HolderKind kind, string value)
    {
        Kind = kind;
        Value = kind == HolderKind.ResidentId ? ResidentIdentityNumber.Parse(value).Value : UnifiedSocialCreditCode.Parse(value).Value;
    }

    public HolderKind Kind { get; }

    public string Value { get; }

    /// <summary>Without the value, since it may reach a log.</summary>
    public override string ToString() => Kind.ToString();
}
