using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.FunctionsHost.Tests.Discovery;

public sealed class BadFunctionsTests
{
    [Fact]
    public async Task Everything_wrong_with_the_functions_is_told_at_once_when_the_host_starts()
    {
        using TemporaryDirectory home = new();
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(HostDriver.StartAsync(home, typeof(BadFunctions)));
        string[] expected =
        [
            "Function 1st (BadFunctions.Digit) has a name that is not a letter followed by",
            "Function Untriggered (BadFunctions.Untriggered) has 0 trigger parameters; a function has exactly one.",
            "Function Hidden (BadFunctions.Hidden) is not public.",
            "Function Stranger (BadFunctions.Stranger) has the parameter client of type HttpClient, for which a queueTrigger has no value.",
            "Function BadQueue (BadFunctions.BadQueue) reads 'No_Queue', which is no queue name",
            "Function BadSchedule (BadFunctions.BadSchedule) has the schedule '* * * * *', which is no NCRONTAB expression of six fields",
            "Function BadRoute (BadFunctions.BadRoute) has a route that cannot be read:",
            "Function Text (BadFunctions.Text) answers HTTP with String; it takes IResult, IActionResult",
            "Function Unset (BadFunctions.Unset) '%NowhereSet%' names the setting NowhereSet, which is not set.",
            "Function Unbatched (BadFunctions.Unbatched) has the eventGridTrigger on parameter events of type String[]; it takes string, BinaryData or CloudEvent",
            "Function Clash (BadFunctions.Clash) is refused: Multiple bindings with name 'Request' discovered.",
            "Function name Twice is used 2 times: ",
            "Functions SameRoute1 and SameRoute2 have the same route (GET /api/same/{}).",
        ];
        foreach (string fault in expected)
        {
            refused.Faults.ShouldContain(found => found.StartsWith(fault, StringComparison.Ordinal), $"{fault}{Environment.NewLine}is not in{Environment.NewLine}{refused.Message}");
        }

        refused.Message.ShouldStartWith($"The function app cannot start, {refused.Faults.Count} faults:");
        refused.Faults.Count(fault => !fault.Contains(" Unset ", StringComparison.Ordinal)).ShouldBe(expected.Length - 1, refused.Message);
    }

    [Fact]
    public async Task The_functions_are_those_of_the_assembly_that_makes_the_builder_and_of_its_references()
    {
        using TemporaryDirectory home = new();
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(["--port", "0", "--data", home.PathOf("data")]);
        using IHost host = builder.Build();
        FunctionCatalogue found = host.Services.GetRequiredService<FunctionCatalogue>();
        found.Find("Echo")!.PathToAssembly.ShouldBe(typeof(Http.HttpSamples).Assembly.Location);
        found.Find("echo").ShouldBeSameAs(found.Find("Echo"));
        (await Should.ThrowAsync<StartRefusedException>(host.StartAsync())).Faults.ShouldContain(fault => fault.StartsWith("Function Hidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HTTP_triggers_need_the_web_application()
    {
        using TemporaryDirectory home = new();
        FunctionsApplicationBuilder builder = HostDriver.CreateBuilder(home, [typeof(Http.HttpSamples)]);
        builder.UsesAspNetCore = false;
        StartRefusedException refused = await Should.ThrowAsync<StartRefusedException>(HostDriver.StartAsync(builder, home));
        refused.Message.ShouldContain("ConfigureFunctionsWebApplication");
    }
}
