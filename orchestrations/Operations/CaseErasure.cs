using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Stamps;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>
/// Erases the person from a closed case (个人信息保护法 art. 47): the key that everything personal is sealed with is deleted, and the
/// skeleton stays. What an earlier build left in the clear is sealed first, so that it goes with the key too. Whether a case is closed is for
/// the stamp to say that handles it, so it is erased there, and from there on every other stamp that took part.
/// </summary>
public sealed partial class CaseErasure(
    CaseStore cases, RemoteCases remotes, ClearDocuments clear, ServiceCatalogue catalogue, IClock clock, ILogger<CaseErasure> logger)
{
    /// <summary>Records who wants it and why, once; repeated, it answers as it did.</summary>
    /// <returns>When it was erased.</returns>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    /// <exception cref="IllegalStepException">The case is not closed, or another stamp handles it.</exception>
    public async Task<Instant> EraseAsync(ApplicationNumber number, string reason, CancellationToken cancellation)
    {
        if (await remotes.FindSkeletonAsync(number, cancellation) is { } elsewhere)
        {
            return elsewhere.Case.Shown()?.ErasedAt is { } erasedAt
                ? Instant.FromDateTimeOffset(erasedAt)
                : throw new IllegalStepException(NotCompetent(elsewhere.Case.Competent));
        }

        await clear.SealAsync(number, cancellation);
        var erased = await cases.EraseAsync(number, new Erased(clock.GetCurrentInstant(), CaseActors.Operator, reason), cancellation);
        LogErased(number);
        return erased.ErasedAt!.Value;
    }

    private Fault NotCompetent(ProvinceCode competent)
    {
        var name = catalogue.Divisions.Find(competent).Name;
        return new(
            "number",
            "not-competent",
            $"该办件由{name.Zh}({competent})的平台办理,请向其提出删除;其删除后本平台随之删除",
            $"the stamp of {name.En} ({competent}) handles it: ask there; what it erases is then erased here too");
    }

    [LoggerMessage(2001, LogLevel.Information, "The person is erased from {Number}.")]
    private partial void LogErased(ApplicationNumber number);
}
