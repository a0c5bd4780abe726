using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>不予受理 or 不受理 (行政许可法 art. 32(1), 32(2)), or the supplement never came.</summary>
public sealed class RefuseAcceptance(CaseStore cases, ServiceCatalogue catalogue, IClock clock)
{
    [Function(nameof(RefuseAcceptance))]
    public async Task<Taken> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(
            reference.Number,
            subject => new AcceptanceRefused(clock.GetCurrentInstant(), CaseActors.System, Ground(subject)),
            cancellation);
        return taken.Told();
    }

    private static NonAcceptance Lapsed { get; } = new(
        NonAcceptanceKind.Lapsed,
        new("逾期未补正申请材料", "What was missing was not handed in within its time"),
        CompetentAuthority: null);

    private NonAcceptance Ground(Case subject) =>
        subject.NonAcceptance ?? PreReview.Competence(catalogue.Get(subject.Item, subject.ItemVersion), subject) ?? Lapsed;
}
