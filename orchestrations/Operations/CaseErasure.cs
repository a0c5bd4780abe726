using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>
/// Erases the person from a closed case (个人信息保护法 art. 47): the key that everything personal is sealed with is deleted, and the
/// skeleton stays. What an earlier build left in the clear is sealed first, so that it goes with the key too.
/// </summary>
public sealed partial class CaseErasure(CaseStore cases, ClearDocuments clear, IClock clock, ILogger<CaseErasure> logger)
{
    /// <summary>Records who wants it and why, once; repeated, it answers as it did.</summary>
    /// <returns>When it was erased.</returns>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    /// <exception cref="IllegalStepException">The case is not closed.</exception>
    public async Task<Instant> EraseAsync(ApplicationNumber number, string reason, CancellationToken cancellation)
    {
        await clear.SealAsync(number, cancellation);
        var erased = await cases.EraseAsync(number, new Erased(clock.GetCurrentInstant(), CaseActors.Operator, reason), cancellation);
        LogErased(number);
        return erased.ErasedAt!.Value;
    }

    [LoggerMessage(2001, LogLevel.Information, "The person is erased from {Number}.")]
    private partial void LogErased(ApplicationNumber number);
}
