using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Tests.Cosmos;

/// <summary>The whole app with <c>CrossRegion__Store=Cosmos</c>; nothing else is changed.</summary>
public sealed class CosmosStoreTests : IAsyncLifetime
{
    private CosmosGateway _gateway = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _gateway = await CosmosGateway.StartAsync();
        _app = await TestApp.StartAsync(
        [
                "--CrossRegion:Store=Cosmos",
                $"--CrossRegion:Cosmos:Endpoint={_gateway.Url}",
                $"--CrossRegion:Cosmos:Key={CosmosGateway.Key}",
                "--CrossRegion:Cosmos:ListPollSeconds=0.05",
        ]);
    }

    public async Task DisposeAsync()
    {
        _gateway.Fault = _ => default;
        await _app.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task An_application_goes_from_its_event_to_the_certificate_and_is_listed()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        (await ListAsync(ProvinceCode.Parse("51"))).ShouldBe([number]);
        await _app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");

        var view = await _app.UntilStageAsync(number, "delivered");
        await _app.UntilHeardAsync("evaluation.invited");

        view.Certificate.ShouldNotBeNull();
        (await _app.EndOfAsync(number)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await _app.StepsAsync(number))[^3..].ShouldBe(["certificateMade", "delivered", "evaluationInvited"]);
        (await ListAsync(null)).ShouldBe([number]);

        // Everything about the case is in its one partition; no inbox entry waits any longer.
        _gateway.Items("cases").Select(item => (string)item["partition"]!).Distinct()
            .ShouldBe([number, view.Certificate.Identifier], ignoreOrder: true);
        (await _app.Inbox.WaitingAsync(NodaTime.Instant.MaxValue, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_notices_a_service_that_throttles_and_asks_for_repetitions()
    {
        var requests = 0;
        _gateway.Fault = request => new((request.Container, Interlocked.Increment(ref requests) % 5) switch
        {
            ("leases", _) => null,
            (_, 0) => new GatewayFault(FaultAnswer.Throttled),
            (_, 3) => new GatewayFault(FaultAnswer.RetryWith, AfterApplying: true),
            _ => null,
        });

        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.ApproveAsync(number, "fund-letter", "fund-out", "fund-booking");
        await _app.UntilStageAsync(number, "delivered");
        await _app.UntilHeardAsync("evaluation.invited");

        (await _app.EndOfAsync(number)).ShouldBe(OrchestrationRuntimeStatus.Completed);
        _app.Subscribers.HeardBy(FakeSubscribers.Province).Select(heard => heard.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_store_that_is_cut_off_for_a_while_delays_a_case_and_changes_nothing()
    {
        var number = await _app.SubmitAsync(Sample.HousingFund);
        await _app.UntilAskedAsync(number, "fund-letter");
        var cut = 0;
        _gateway.Fault = request => new(request is { Container: "cases", Kind: RequestKind.Batch } && cut++ < 4
            ? new GatewayFault(FaultAnswer.Cut, AfterApplying: cut % 2 == 0)
            : null);

        while ((await _app.PostAsync(Sample.Approval(number, "fund-letter"))).Status != 202)
        {
            // A province sends again what was not acknowledged.
        }

        await _app.ApproveAsync(number, "fund-out", "fund-booking");
        await _app.UntilStageAsync(number, "delivered");
        await _app.UntilHeardAsync("evaluation.invited");
        (await _app.StepsAsync(number)).Count(step => step == "reviewDecided").ShouldBe(3);
    }

    /// <summary>The numbers listed, once the lists have caught up.</summary>
    private async Task<IEnumerable<string>> ListAsync(ProvinceCode? province)
    {
        await _gateway.LeasesCaughtUpAsync();
        ApplicationList list = await _app.Reader.ListAsync(province, 10, null, CancellationToken.None);
        return list.Applications.Select(application => application.Number);
    }
}
