namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>A hand-over with its proof, as one side gives it to the other that has lost it.</summary>
/// <param name="Message">The sender's signed message: as it was taken when the receiver gives it, signed anew when the sender does.</param>
/// <param name="Body">The body.</param>
/// <param name="Receipt">The receiver's signed receipt; null when the sender has none.</param>
public sealed record Evidence(string Message, string Body, string? Receipt = null);
