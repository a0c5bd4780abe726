using System.Net;
using System.Reflection;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>The SQL of the adapter before the service's own parser (<see cref="QueryParser"/>).</summary>
public sealed class StoreQueriesTests : IAsyncLifetime
{
    private CosmosGateway _gateway = null!;
    private CosmosAccount _account = null!;

    public static TheoryData<string> Texts { get; } = new(typeof(StoreQueries)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(text => (string)text.GetRawConstantValue()!));

    public async Task InitializeAsync()
    {
        _gateway = await CosmosGateway.StartAsync();
        _account = _gateway.Account();
    }

    public async Task DisposeAsync()
    {
        _account.Dispose();
        await _gateway.DisposeAsync();
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task Every_text_is_understood_by_the_parser_of_the_service(string text)
    {
        (await PlanAsync(text)).ShouldBe(HttpStatusCode.OK);

        // The parser was in this process: the gateway got the query itself and nothing else.
        _gateway.Requests.Count(request => request.Kind == RequestKind.Query).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task A_text_with_a_mistake_is_noticed_before_it_is_sent(string text)
    {
        (await PlanAsync(text.Replace(" FROM ", " FORM ", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.BadRequest);

        _gateway.Requests.ShouldNotContain(request => request.Kind == RequestKind.Query);
    }

    /// <summary>Runs the text on a partition, by way of the parser.</summary>
    private async Task<HttpStatusCode> PlanAsync(string text)
    {
        var container = (await _account.OpenAsync(default)).Lists;
        var query = new QueryDefinition(text)
            .WithParameter("@count", 1).WithParameter("@after", "").WithParameter("@before", "~").WithParameter("@prefix", "");
        var options = new QueryRequestOptions { PartitionKey = new PartitionKey("list"), EnableOptimisticDirectExecution = false };
        using var pages = container.GetItemQueryStreamIterator(query, requestOptions: options);
        using var response = await pages.ReadNextAsync();
        return response.StatusCode;
    }
}
