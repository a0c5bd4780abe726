using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CrossRegion.Cli.Stamps;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Simulators.Samples;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Cli.Tests.Stamps;

/// <summary>Two stamps in processes of their own, started by the command.</summary>
[Trait("Category", "Demo")]
[Collection(nameof(UsualPorts))]
public sealed class StampsCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("crossregion-stamps-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task An_application_crosses_though_a_host_is_killed_and_is_there_when_the_stamps_are_started_again()
    {
        ApplicationNumber number;
        string key;
        await using (var first = await StartAsync())
        {
            first.Output.ShouldContain("51 四川省 Sichuan");
            first.Output.ShouldContain("45 广西壮族自治区 Guangxi");
            var (sichuan, guangxi) = (first.Clients.Of(ProvinceCode.Parse("51")), first.Clients.Of(ProvinceCode.Parse("45")));

            var second = await CommandRun.OfAsync("stamps", "--provinces", "51,45", "--data", _root.FullName);
            second.ExitCode.ShouldBe(1);
            second.Error.ShouldContain($"still uses {Path.Combine(_root.FullName, "51")}");
            second.Error.ShouldContain($"still uses {Path.Combine(_root.FullName, "45")}");

            Kill("51");
            var sample = SampleFolder.LoadFile(Path.Combine(SampleFolder.Default, "11-not-competent.json"));
            var answer = await guangxi.SubmitAsync(sample.Event, CancellationToken.None);
            number = ApplicationNumber.Parse((string)answer["accepted"]![0]!["applicationNumber"]!);

            var told = await UntilAsync(guangxi, number, status => status.NotAccepted is not null);
            told.NotAccepted.ShouldBe((await UntilAsync(sichuan, number, status => status.NotAccepted is not null)).NotAccepted);
            first.Output.ShouldContain("The host of 51 ended; it is started again");
            key = await File.ReadAllTextAsync(Path.Combine(_root.FullName, "51", "exchange.pub.pem"));
        }

        await using var again = await StartAsync();

        (await File.ReadAllTextAsync(Path.Combine(_root.FullName, "51", "exchange.pub.pem"))).ShouldBe(key);
        (await again.Clients.Of(ProvinceCode.Parse("45")).StatusAsync(number, CancellationToken.None)).NotAccepted.ShouldNotBeNull();
        var stamp = StampDirectory.Read(_root.FullName)![0];
        var today = LocalDatePattern.Iso.Format(ChinaTime.DateOf(SystemClock.Instance.GetCurrentInstant()));
        var compared = await CommandRun.OfAsync(
            "reconcile", "--peer", "45", "--date", today, "--host", stamp.Address.ToString(), "--data", stamp.Folder.Path, "--json");
        compared.ExitCode.ShouldBe(0, compared.Output + compared.Error);
        ((int)JsonNode.Parse(compared.Output)!["differences"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Everything_wrong_with_the_arguments_is_told_at_once()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await CommandRun.OfAsync("stamps", "--provinces", "51,99,51", "--port", $"{port}", "--data", _root.FullName);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("99");
        run.Error.ShouldContain("51 is there twice");
        run.Error.ShouldContain($"Port {port} is taken");
        _root.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    private Task<RunningStamps> StartAsync() => RunningStamps.StartAsync(_root.FullName, "51,45");

    private void Kill(string stamp)
    {
        var id = int.Parse(File.ReadAllText(Path.Combine(_root.FullName, stamp, "host.pid")), CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    private static async Task<ApplicationView> UntilAsync(Cli.Hosts.HostClient host, ApplicationNumber number, Func<ApplicationView, bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        string seen;
        do
        {
            try
            {
                var status = await host.StatusAsync(number, limit.Token);
                if (condition(status))
                {
                    return status;
                }
                seen = status.Stage.Code;
            }
            catch (CommandException notYet)
            {
                seen = notYet.Message;
            }
            await Task.Delay(Look);
        }
        while (!limit.IsCancellationRequested);
        throw new TimeoutException($"Waited {Patience} for {number} at {host.Host} and saw: {seen}");
    }
}
