using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>
/// The host of one function app: takes its data directory, then starts everything, and gives the directory back last.
/// In a process of its own a refusal is one message on the error output and exit status 1; inside another process an exception.
/// </summary>
internal sealed partial class FunctionsHost(WebApplication app, IReadOnlyList<string> faults, bool ownsProcess) : IHost, IAsyncDisposable
{
    private readonly DataDirectory _data = app.Services.GetRequiredService<DataDirectory>();

    public IServiceProvider Services => app.Services;

    /// <exception cref="StartRefusedException">The app has faults, or its data directory or its port is not to be had.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            Prepare();
            await StartAppAsync(cancellationToken);
        }
        catch (StartRefusedException refused) when (ownsProcess)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            Environment.ExitCode = 1;
            app.Lifetime.StopApplication();
            return;
        }

        Announce();
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await app.StopAsync(cancellationToken);
        await Services.GetRequiredService<QueueStores>().DisposeAsync();
        _data.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        _data.Dispose();
    }

    private void Prepare()
    {
        if (faults.Count > 0)
        {
            throw new StartRefusedException(faults);
        }

        _data.Take();
        try
        {
            FunctionsPipeline.Map(app);
        }
        catch
        {
            _data.Dispose();
            throw;
        }
    }

    private async Task StartAppAsync(CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new StartRefusedException($"{fault.Message.TrimEnd('.')}: stop the other program, or choose another port with --port or CrossRegion__Port.");
        }
    }

    private void Announce()
    {
        FunctionCatalogue catalogue = Services.GetRequiredService<FunctionCatalogue>();
        LogStarted(Services.GetRequiredService<ILogger<FunctionsHost>>(), catalogue.Functions.Length, string.Join(", ", app.Urls));
        if (ownsProcess)
        {
            Console.Out.WriteLine(Banner.Compose(catalogue, app.Urls, _data.Root));
        }
    }

    [LoggerMessage(7111, LogLevel.Information, "The host serves {Count} functions on {Addresses}")]
    private static partial void LogStarted(ILogger logger, int count, string addresses);
}
