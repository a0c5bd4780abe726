using System.Collections.Frozen;

namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>Binding data of triggers that have none.</summary>
internal static class NoBindingData
{
    public static readonly IReadOnlyDictionary<string, object?> Instance = FrozenDictionary<string, object?>.Empty;
}
