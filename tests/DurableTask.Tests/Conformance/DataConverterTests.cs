using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class DataConverterTests
{
    [Fact]
    public async Task Tuples_and_JSON_nodes_pass_the_standard_converter()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc<JsonNode, JsonNode>("Change", (context, input) => context.CallActivityAsync<JsonNode>("Add", input))
            .AddOrchestratorFunc<(int, string), (int, string)>("Tuple", (_, input) => (input.Item1 + 1, input.Item2))
            .AddActivityFunc<JsonNode, JsonNode>("Add", (_, input) =>
            {
                input["added"] = "new";
                return input;
            }));
        var changed = (await engine.RunAsync("Change", new JsonObject { ["original"] = "old" })).ReadOutputAs<JsonNode>()!;
        ((string?)changed["original"], (string?)changed["added"]).ShouldBe(("old", "new"));
        (await engine.RunAsync("Tuple", (1, "x"))).ReadOutputAs<(int, string)>().ShouldBe((2, "x"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_converter_of_the_applications_own_reads_and_writes_every_payload(bool isRegistered)
    {
        var converter = new Reversed();
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc<string, string>("Parent", async (context, input) =>
                {
                    context.SetCustomStatus("status");
                    var answer = await context.CallActivityAsync<string>("Echo", input);
                    var heard = await context.WaitForExternalEvent<string>("event");
                    return await context.CallSubOrchestratorAsync<string>("Child", $"{answer} {heard}");
                })
                .AddOrchestratorFunc<string, string>("Child", (_, input) => input)
                .AddActivityFunc<string, string>("Echo", (_, input) => input),
            services: services => _ = isRegistered ? services.AddSingleton<DataConverter>(converter) : services,
            worker: isRegistered ? null : options => options.DataConverter = converter,
            client: isRegistered ? null : client => client.Configure(options => options.DataConverter = converter));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", "in");
        await engine.Client.RaiseEventAsync(id, "event", "out");
        var end = await engine.EndOfAsync(id);
        end.SerializedInput.ShouldBe("ni");
        end.SerializedOutput.ShouldBe("tuo ni");
        end.SerializedCustomStatus.ShouldBe("sutats");
        end.ReadOutputAs<string>().ShouldBe("in out");
    }

    /// <summary>Texts backwards, so that a payload that has passed the standard converter is noticed.</summary>
    private sealed class Reversed : DataConverter
    {
        public override string? Serialize(object? value) => value is null ? null : Reverse((string)value);

        public override object? Deserialize(string? data, Type targetType) => data is null ? null : Reverse(data);

        private static string Reverse(string text) => new StringBuilder().AppendJoin(null, text.Reverse()).ToString();
    }
}
