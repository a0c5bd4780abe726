using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Stamps;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>Cases as platforms, citizens and operators see them: derived from the case and the calendar at the moment of reading.</summary>
public sealed class CaseReader(
    IDocumentStore documents, CaseStore cases, RemoteCases remotes, CaseViews views, CountedOn countedOn, Transit transit, ApplicantIndex applicants,
    ServiceCatalogue catalogue)
{
    /// <summary>Null when there is no such case.</summary>
    public async Task<ApplicationView?> FindAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        while (await cases.FindAsync(number, cancellation) is { } subject)
        {
            var view = views.View(subject);
            var shown = await transit.ShowAsync(view, number, cancellation);

            // A step may have been taken between the two: what it has handed over belongs to the case after it.
            if (ReferenceEquals(shown, view) || (await cases.GetAsync(number, cancellation)).Steps.Count == subject.Steps.Count)
            {
                return shown;
            }
        }

        return await remotes.FindAsync(number, cancellation) is { } remote && remote.Case.Shown() is { } told
            ? await transit.ShowAsync(countedOn.Today(told), remote.Case, cancellation)
            : null;
    }

    /// <summary>Null when there is no such case.</summary>
    public async Task<TimelineView?> FindTimelineAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        var entries = await cases.TimelineAsync(number, cancellation);
        if (entries.Count == 0)
        {
            return await remotes.FindAsync(number, cancellation) is { } remote ? new TimelineView(number.Value, remote.Case.ShownEntries()) : null;
        }

        var applied = (Applied)entries[0].Step;
        var item = catalogue.Get(applied.Item, applied.ItemVersion);
        return new TimelineView(number.Value, [.. entries.Select(entry => TimelineText.Entry(entry, item))]);
    }

    /// <summary>The latest cases first, all or those that one province filed.</summary>
    public async Task<ApplicationList> ListAsync(ProvinceCode? province, int maxItems, string? continuation, CancellationToken cancellation)
    {
        var query = province is null
            ? new IndexQuery(DocumentIndex.Cases, CaseDocuments.All, maxItems, Descending: true, continuation)
            : new IndexQuery(DocumentIndex.CasesByProvince, province.Value, maxItems, Descending: true, continuation);
        return await PageAsync(query, cancellation);
    }

    /// <summary>The cases of one applicant, the latest first.</summary>
    public Task<ApplicationList> ListAsync(HolderIdentifier applicant, int maxItems, string? continuation, CancellationToken cancellation) => PageAsync(
        new IndexQuery(DocumentIndex.CasesByApplicant, applicants.ValueOf(applicant), maxItems, Descending: true, continuation), cancellation);

    /// <summary>Cases whose orchestration failed, the latest failure first.</summary>
    public async Task<FailedApplicationList> ListFailedAsync(int maxItems, string? continuation, CancellationToken cancellation)
    {
        var page = await documents.QueryAsync(
            new IndexQuery(DocumentIndex.FailedCases, CaseDocuments.All, maxItems, Descending: true, continuation), cancellation);
        return new FailedApplicationList(
            [.. page.Documents.Select(CaseSeal.Closed.Read<Case>).Where(subject => subject.Failure is not null).Select(Failed)],
            page.Continuation);
    }

    /// <summary>A list says nothing of persons, so none is opened for it.</summary>
    private async Task<ApplicationList> PageAsync(IndexQuery query, CancellationToken cancellation)
    {
        var page = await documents.QueryAsync(query, cancellation);
        return new ApplicationList([.. page.Documents.Select(Summary)], page.Continuation);
    }

    /// <summary>Of a case, or of one that another stamp handles.</summary>
    private ApplicationSummary Summary(StoredDocument document) => document.Key.Id == CaseDocuments.CaseId
        ? views.Summary(CaseSeal.Closed.Read<Case>(document))
        : CaseSeal.Closed.Read<RemoteCase>(document).Summary;

    private static FailedApplication Failed(Case subject) => new(
        subject.Number.Value,
        subject.Failure!.Step,
        subject.Failure.Reason,
        subject.Failure.At.ToDateTimeOffset(),
        subject.Generation);
}
