using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Events;

/// <summary>A material as handed in; the file itself stays with the platform that took it.</summary>
public sealed record HandedInMaterial
{
    public required MaterialCode Code { get; init; }

    public required string Title { get; init; }

    /// <summary>The file's digest, <c>sha-256:</c> and 64 hexadecimal digits: ties the case to exactly this content.</summary>
    public required string Digest { get; init; }

    /// <summary>Where the file can be fetched (https); null when the platform sends it by other ways.</summary>
    public Uri? Uri { get; init; }
}
