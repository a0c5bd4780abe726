using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Sealing;

namespace CrossRegion.Orchestrations.Tests.Sealing;

/// <summary>Seals without a store.</summary>
internal static class Seals
{
    /// <summary>A seal with a new key; making one needs no documents.</summary>
    public static async Task<CaseSeal> NewAsync(ApplicationNumber number) =>
        (await new CaseKeys(documents: null!, new BareKeys(), TimeProvider.System).NewAsync(number, CancellationToken.None)).Seal;
}
