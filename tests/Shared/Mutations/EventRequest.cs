namespace CrossRegion.Tests.Mutations;

/// <summary>A request to the intake as it would go over the wire.</summary>
/// <param name="What">How it came about, for the message of a test that fails.</param>
/// <param name="ContentType">The header as it is sent, right or wrong; null for none.</param>
/// <param name="Headers">The <c>ce-</c> headers; values are visible ASCII and spaces, so that any client can send them.</param>
/// <param name="Body">The body.</param>
public sealed record EventRequest(string What, string? ContentType, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body);
