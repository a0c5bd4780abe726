namespace CrossRegion.Orchestrations.Ports;

/// <summary>Asks for the documents under one value of one index, in the order of their sort keys.</summary>
/// <param name="Index">The index.</param>
/// <param name="Value">The value, compared exactly.</param>
/// <param name="MaxItems">At most this many documents a page: 1 to 1,000.</param>
/// <param name="Descending">Largest sort key first.</param>
/// <param name="Continuation">From the page before; null for the first page.</param>
/// <param name="SortBefore">Only documents whose sort key is (ordinally) less than this; null for all.</param>
public sealed record IndexQuery(
    DocumentIndex Index,
    string Value,
    int MaxItems = 100,
    bool Descending = false,
    string? Continuation = null,
    string? SortBefore = null);
