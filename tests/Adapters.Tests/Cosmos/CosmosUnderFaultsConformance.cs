using CrossRegion.Adapters.Tests.Conformance;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>
/// The same suite while every tenth request is throttled, or refused because it met another, or applied and then sent again all the
/// same. Nobody above the adapter sees any of it.
/// </summary>
public sealed class CosmosUnderFaultsConformance : DocumentStoreConformance
{
    /// <summary>After these the client sends a request again.</summary>
    private static readonly GatewayFault[] Repeated =
    [
        new(FaultAnswer.Throttled), new(FaultAnswer.RetryWith), new(FaultAnswer.RetryWith, AfterApplying: true), new(FaultAnswer.Throttled, AfterApplying: true),
    ];

    /// <summary>After these it does not: the caller has to look.</summary>
    private static readonly GatewayFault[] Doubtful = [.. new[] { FaultAnswer.Cut, FaultAnswer.TimedOut, FaultAnswer.Unavailable }
        .SelectMany(answer => (GatewayFault[])[new(answer), new(answer, AfterApplying: true)])];

    private readonly Random _random = new(20260302);
    private CosmosGateway _gateway = null!;
    private RunningStore _store = null!;

    protected override int ModelRuns => 25;

    [Fact]
    public void Any_sequence_of_batches_that_are_cut_off_does_what_the_model_does()
    {
        _gateway.Fault = request => request switch
        {
            { Container: "leases" } => default,
            { Kind: RequestKind.Batch } => Any(3, [.. Repeated, .. Doubtful]),
            _ => Any(10, Repeated),
        };

        Any_sequence_of_batches_does_what_the_model_does();
    }

    public override async Task DisposeAsync()
    {
        _gateway.Fault = _ => default;
        await _gateway.LeasesCaughtUpAsync();
        _gateway.ListsShouldBeExact();
        await _store.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    protected override async Task<IDocumentStore> OpenAsync()
    {
        _gateway = await CosmosGateway.StartAsync();
        _store = await RunningStore.StartAsync(_gateway.Options());
        _gateway.Fault = request => request.Container == "leases" ? default : Any(10, Repeated);
        return _store.Documents;
    }

    protected override Task IndexesCaughtUpAsync() => _gateway.LeasesCaughtUpAsync();

    /// <summary>Every so often one of these.</summary>
    private ValueTask<GatewayFault?> Any(int oneIn, GatewayFault[] faults)
    {
        lock (_random)
        {
            return new(_random.Next(oneIn) == 0 ? faults[_random.Next(faults.Length)] : null);
        }
    }
}
