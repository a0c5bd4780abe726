using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// That a document stands under a value of an index: an <see cref="IndexEntry"/> as it is stored. The index is a name, so that a release
/// that does not know it yet projects it all the same.
/// </summary>
internal readonly record struct Membership(string Index, string Value, string Sort)
{
    public static Membership Of(IndexEntry entry) => new(entry.Index.ToString(), entry.Value, entry.Sort);
}
