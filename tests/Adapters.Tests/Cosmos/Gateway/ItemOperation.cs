namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>One write.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Id">Which item; null for one that says so itself.</param>
/// <param name="Body">The new item; null for a deletion.</param>
/// <param name="IfMatch">The ETag the item must still have, <c>*</c> for any; null for no condition.</param>
internal sealed record ItemOperation(ItemOperationKind Kind, string? Id, byte[]? Body, string? IfMatch);
