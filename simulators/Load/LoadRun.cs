namespace CrossRegion.Simulators.Load;

/// <summary>
/// Files applications at a steady rate, whether the host keeps up or not: one that is due is posted, so that a slow host cannot make
/// itself look better by being asked less.
/// </summary>
public sealed class LoadRun(SimulatedProvinces provinces, ApplicationGenerator generator, TimeProvider time)
{
    /// <param name="count">How many applications.</param>
    /// <param name="interval">Between two of them.</param>
    /// <param name="grace">How long answers are awaited after the last one was due.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Each of them, in order.</returns>
    public async Task<IReadOnlyList<FiledApplication>> RunAsync(int count, TimeSpan interval, TimeSpan grace, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var start = time.GetTimestamp();
        var filed = new List<Task<FiledApplication>>(count);
        for (var index = 0; index < count; index++)
        {
            var due = interval * index;
            if (due - time.GetElapsedTime(start) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, time, cancellation);
            }
            filed.Add(FileAsync(generator.At(index), end.Token));
        }
        var all = Task.WhenAll(filed);
        await Task.WhenAny(all, Task.Delay(grace, time, cancellation));
        await end.CancelAsync();
        return await all;
    }

    private async Task<FiledApplication> FileAsync(GeneratedApplication application, CancellationToken end)
    {
        try
        {
            return new FiledApplication(application, await provinces.FileAsync(application.Filing, end));
        }
        catch (OperationCanceledException)
        {
            return new FiledApplication(application, null);
        }
    }
}
