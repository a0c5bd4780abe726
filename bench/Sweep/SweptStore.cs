using System.Diagnostics;
using CrossRegion.Bench.Measuring;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Operations;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Bench.Sweep;

/// <summary>The app on a store of open cases, composed and not started: nothing sweeps it but the benchmark.</summary>
internal sealed class SweptStore : IDisposable
{
    private readonly DataFolder _folder;
    private readonly IHost _host;
    private readonly StandingClock _clock;
    private readonly OpenCases _cases;

    private SweptStore(DataFolder folder, IHost host, StandingClock clock)
    {
        (_folder, _host, _clock) = (folder, host, clock);
        _cases = new OpenCases(host.Services.GetRequiredService<ServiceCatalogue>(), host.Services.GetRequiredService<CurrentCalendar>().Value);
    }

    public double MB => Math.Round(_folder.Bytes / 1e6, 1);

    public static async Task<SweptStore> OpenAsync(string? parent)
    {
        var folder = new DataFolder(parent);
        var clock = new StandingClock(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));
        var builder = FunctionsApplication.CreateBuilder(["--port", "0", "--data", folder.Path]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        await builder.Services.AddCrossRegionAsync(builder.Configuration);
        return new SweptStore(folder, builder.Build(), clock);
    }

    /// <summary>Puts cases there, those of group <c>g</c> for each <c>g</c> below <paramref name="rounds"/> due in that round, the rest in none.</summary>
    /// <returns>Cases a second.</returns>
    public async Task<double> FillAsync(int open, int due, int rounds)
    {
        var documents = _host.Services.GetRequiredService<IDocumentStore>();
        var keys = _host.Services.GetRequiredService<CaseKeys>();
        var time = _host.Services.GetRequiredService<CaseTime>();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, open), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (number, cancellation) =>
        {
            var group = number < due * rounds ? number / due : rounds + 2;
            var subject = _cases.Create(number, group);
            var indexes = CaseDocuments.Indexes(subject, time.NextAt(subject, subject.AppliedAt));
            var (seal, key) = await keys.NewAsync(subject.Number, cancellation);
            var document = new DocumentWrite.Create(CaseDocuments.CaseId, seal.Write(CaseDocuments.CaseId, subject), indexes);
            await documents.CommitAsync(CaseDocuments.Partition(subject.Number), [key, document], cancellation);
        });
        return Math.Round(open / watch.Elapsed.TotalSeconds, 1);
    }

    /// <summary>One sweep in the morning on which a group is due.</summary>
    /// <returns>How many were due, and how long it took.</returns>
    public async Task<(int Due, double Milliseconds)> SweepAsync(int group)
    {
        _clock.Now = _cases.DueOn(group).ToDateTimeOffset();
        var sweep = _host.Services.GetRequiredService<CaseSweep>();
        var client = _host.Services.GetRequiredService<DurableTaskClient>();
        var watch = Stopwatch.StartNew();
        var due = await sweep.SettleDueAsync(client, CancellationToken.None);
        return (due, watch.Elapsed.TotalMilliseconds);
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }
}
