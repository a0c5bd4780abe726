namespace CrossRegion.Domain.Cases;

/// <summary>A person's or body's number: <paramref name="Kind"/> is <c>resident-id</c> (GB 11643) or <c>uscc</c> (GB 32100).</summary>
public sealed record PartyIdentifier(string Kind, string Value)
{
    public const string ResidentId = "resident-id";
    public const string UnifiedSocialCredit = "uscc";
}
