namespace CrossRegion.Cli.Stamps;

/// <summary>Several stamps on this machine, each in a process of its own that is kept running.</summary>
internal sealed class StampFleet : IAsyncDisposable
{
    private readonly IReadOnlyList<HostKeeper> _keepers;

    /// <param name="stamps">The stamps.</param>
    /// <param name="more">Settings of each besides those that make it one of these stamps, or in their place.</param>
    /// <param name="time">The clock.</param>
    /// <param name="restarted">Called with a stamp whose host had to be started again.</param>
    public StampFleet(
        IReadOnlyList<LocalStamp> stamps,
        Func<LocalStamp, IEnumerable<KeyValuePair<string, string?>>> more,
        TimeProvider time,
        Action<LocalStamp> restarted) =>
        _keepers =
        [
            .. stamps.Select(stamp => new HostKeeper(
                stamp.Address,
                SettingsOf(stamp, stamps, more(stamp)),
                stamp.Folder,
                time,
                () => restarted(stamp))),
        ];

    /// <summary>Starts them and waits until all are healthy.</summary>
    /// <exception cref="CommandException">One does not become healthy.</exception>
    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(_keepers.Select(keeper => keeper.StartAsync(cancellation)));

    /// <summary>Ends with an exception when one of them cannot be kept running; never ends otherwise before they are stopped.</summary>
    public Task Failure => Task.WhenAny(_keepers.Select(keeper => keeper.Failure)).Unwrap();

    public async ValueTask DisposeAsync() => await Task.WhenAll(_keepers.Select(keeper => keeper.DisposeAsync().AsTask()));

    private static Dictionary<string, string?> SettingsOf(
        LocalStamp stamp, IReadOnlyList<LocalStamp> stamps, IEnumerable<KeyValuePair<string, string?>> more)
    {
        var settings = StampSettings.Of(stamp, stamps);
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }
        return settings;
    }
}
