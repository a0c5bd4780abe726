namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>Kinds of writes, with the numbers they have in a batch.</summary>
internal enum ItemOperationKind
{
    Create = 0,
    Delete = 4,
    Replace = 5,
    Upsert = 20,
}
