namespace CrossRegion.Functions.Intake;

/// <summary>The three ways in which CloudEvents come over HTTP (CloudEvents HTTP protocol binding 1.0.2, section 3).</summary>
internal enum ContentMode
{
    /// <summary>Attributes in headers, data in the body.</summary>
    Binary,

    /// <summary>One event is the body.</summary>
    Structured,

    /// <summary>An array of events is the body.</summary>
    Batch,
}
