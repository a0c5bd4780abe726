using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CrossRegion.Cli.Tests.Stamps;

namespace CrossRegion.Cli.Tests.Demo;

/// <summary>The whole product: provinces, host, engine, store, command.</summary>
[Trait("Category", "Demo")]
[Collection(nameof(UsualPorts))]
public sealed partial class DemoTests : IDisposable
{
    /// <summary>Who hears of whose clock depends on which department is asked first, so hand-overs are not counted.</summary>
    private const string Summary =
        """{"applications":12,"granted":10,"refused":1,"notAccepted":1,"duplicates":1,"certificates":10,"notices":69,"lost":0,"stamps":3,"handOvers":N,"withoutReceipt":0}""";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("crossregion-demo-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Every_application_ends_as_its_sample_says_and_once_more_when_continued()
    {
        using var first = new DemoOutput();
        (await RunAsync(first)).ShouldBe(0, first.ToString());
        Uncounted(first.LastLine).ShouldBe(Summary, first.ToString());

        using var second = new DemoOutput();
        (await RunAsync(second)).ShouldBe(0, second.ToString());
        Uncounted(second.LastLine).ShouldBe(Summary, second.ToString());
    }

    [Fact]
    public async Task Whichever_host_is_killed_is_started_again_and_nothing_is_lost_or_done_twice()
    {
        var moments = new Queue<(string Line, string Stamp)>([("受理通知书", "51"), ("departments 1/", "44"), ("已制发", "50"), ("结果已送达", "51")]);
        using var output = new DemoOutput(line =>
        {
            if (moments.TryPeek(out var moment) && line.Contains(moment.Line, StringComparison.Ordinal) && KillHost(moment.Stamp))
            {
                moments.Dequeue();
            }
        });

        (await RunAsync(output)).ShouldBe(0, output.ToString());

        moments.ShouldBeEmpty();
        Uncounted(output.LastLine).ShouldBe(Summary, output.ToString());
        foreach (var stamp in (string[])["51", "50", "44+45"])
        {
            output.ToString().ShouldContain($"The host of {stamp} ended");
        }
    }

    [Fact]
    public async Task A_demo_ended_in_the_middle_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        using var first = new DemoOutput(line =>
        {
            if (line.Contains("审查", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });
        (await RunAsync(first, stop.Token)).ShouldBe(1, first.ToString());

        using var second = new DemoOutput();
        (await RunAsync(second)).ShouldBe(0, second.ToString());
        Uncounted(second.LastLine).ShouldBe(Summary, second.ToString());
    }

    private Task<int> RunAsync(DemoOutput output, CancellationToken cancellation = default) => CrossRegionCommand.RunAsync(
        ["demo", "--exit", "--data", _data.FullName], new Terminal(output, output, Interactive: false, TimeProvider.System), cancellation);

    private static string Uncounted(string line) => HandOvers().Replace(line, "\"handOvers\":N");

    [GeneratedRegex("\"handOvers\":[1-9][0-9]*")]
    private static partial Regex HandOvers();

    /// <summary>False: the one that was just killed said this, and the next is not there yet.</summary>
    private bool KillHost(string stamp)
    {
        var id = int.Parse(File.ReadAllText(Path.Combine(_data.FullName, stamp, "host.pid")), CultureInfo.InvariantCulture);
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
