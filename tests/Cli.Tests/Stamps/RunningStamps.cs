using CrossRegion.Cli.Stamps;
using CrossRegion.Cli.Tests.Demo;

namespace CrossRegion.Cli.Tests.Stamps;

/// <summary>The command <c>stamps</c> while it runs; disposing of it is Ctrl+C.</summary>
internal sealed class RunningStamps : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _described = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DemoOutput _output;
    private readonly Task<int> _command;

    private RunningStamps(string root, string provinces)
    {
        _output = new DemoOutput(line =>
        {
            if (line.Contains("Ctrl+C", StringComparison.Ordinal))
            {
                _described.TrySetResult();
            }
        });
        _command = CrossRegionCommand.RunAsync(
            ["stamps", "--provinces", provinces, "--data", root], new Terminal(_output, _output, Interactive: false, TimeProvider.System), _stop.Token);
    }

    public string Output => _output.ToString();

    public StampClients Clients { get; private set; } = null!;

    /// <summary>Waits until all are healthy.</summary>
    public static async Task<RunningStamps> StartAsync(string root, string provinces)
    {
        var running = new RunningStamps(root, provinces);
        await Task.WhenAny(running._described.Task, running._command);
        running._described.Task.IsCompleted.ShouldBeTrue(running.Output);
        running.Clients = StampClients.Of(StampDirectory.Read(root)!);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        Clients.Dispose();
        await _stop.CancelAsync();
        (await _command).ShouldBe(0, Output);
        _stop.Dispose();
        await _output.DisposeAsync();
    }
}
