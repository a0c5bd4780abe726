using System.Security.Cryptography;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Tests.App;
using NodaTime;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>Some stamps with lines between them, under one clock.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("crossregion-exchange-");
    private readonly Dictionary<string, TestStamp> _stamps = [];
    private readonly Dictionary<(string From, string To), LinkProxy> _links = [];
    private readonly Pulse _pulse = new();
    private readonly string[] _provinces;
    private Func<World, string, IEnumerable<string>> _settings;

    private World(string[] provinces, Func<World, string, IEnumerable<string>> settings, JumpingClock? real)
    {
        (_provinces, _settings) = (provinces, settings);
        Time = real ?? (TimeProvider)new ManualClock(new DateTimeOffset(2026, 3, 2, 2, 0, 5, TimeSpan.Zero), _pulse);
        foreach (var province in provinces)
        {
            MakeKey(province);
        }

        foreach (var (from, to) in provinces.SelectMany(from => provinces.Where(to => to != from).Select(to => (from, to))))
        {
            _links[(from, to)] = new LinkProxy();
        }
    }

    public TimeProvider Time { get; }

    /// <summary>Ten in the morning of Monday, 2 March 2026, in Beijing, until it is moved.</summary>
    public ManualClock Clock => (ManualClock)Time;

    /// <summary>Today in China.</summary>
    public LocalDate Today => ChinaTime.DateOf(Instant.FromDateTimeOffset(Time.GetUtcNow()));

    public TestStamp this[string province] => _stamps[province];

    /// <summary>Stamps of these provinces, each a peer of all others, with more settings for each.</summary>
    public static async Task<World> StartAsync(string[] provinces, Func<World, string, IEnumerable<string>> settings)
    {
        var world = new World(provinces, settings, real: null);
        await world.StartAllAsync();
        return world;
    }

    /// <summary>The same under the real clock, with retries that come soon.</summary>
    public static async Task<World> StartInRealTimeAsync(params string[] provinces)
    {
        string[] soon = ["--CrossRegion:Exchange:RetryFirstSeconds=0.02", "--CrossRegion:Exchange:RetryCeilingSeconds=1"];
        var world = new World(provinces, (_, _) => soon, new JumpingClock());
        await world.StartAllAsync();
        return world;
    }

    public static Task<World> StartAsync(params string[] provinces) => StartAsync(provinces, (_, _) => []);

    public LinkProxy Link(string from, string to) => _links[(from, to)];

    public string KeyFile(string province) => Path.Combine(_directory.FullName, $"{province}.key.pem");

    public string PublicKeyFile(string province) => Path.Combine(_directory.FullName, $"{province}.pub.pem");

    /// <summary>Makes a key for a province; what stood in its files before is replaced.</summary>
    public void MakeKey(string province)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(KeyFile(province), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PublicKeyFile(province), key.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>An application of a province; the same for the same number.</summary>
    public static ApplicationNumber Application(int number, string province = "51") =>
        ApplicationNumber.Derive(ProvinceCode.Parse(province), $"urn:gov:cn:{province}:zwfw", $"SAMPLE-{number}", new byte[32]);

    /// <summary>Starts a stamp, on the data that it had; in place of the one that runs, which is stopped.</summary>
    public async Task StartAsync(string province, Action<ExchangeFaultPoint>? crash = null)
    {
        await StopAsync(province);
        string[] settings =
        [
            $"--CrossRegion:Exchange:SigningKey={KeyFile(province)}",
            .. _provinces.Where(peer => peer != province).SelectMany(peer => (string[])
            [
                $"--CrossRegion:Peers:{peer}:Endpoint={Link(province, peer).Url}",
                $"--CrossRegion:Peers:{peer}:PublicKeys={PublicKeyFile(peer)}",
            ]),
            .. _settings(this, province),
        ];
        var stamp = await TestStamp.StartAsync(province, DataOf(province), _pulse, Time, settings, crash);
        _stamps[province] = stamp;
        foreach (var from in _provinces.Where(from => from != province))
        {
            Link(from, province).LeadTo(stamp.Address.Port);
        }
    }

    private async Task StartAllAsync()
    {
        foreach (var province in _provinces)
        {
            await StartAsync(province);
        }
    }

    public async Task StopAsync(string province)
    {
        if (_stamps.Remove(province, out var stamp))
        {
            await stamp.DisposeAsync();
        }
    }

    /// <summary>Starts a stamp again as if it had never had more settings than any.</summary>
    public Task WithoutMoreSettings(string province)
    {
        _settings = (_, _) => [];
        return StartAsync(province);
    }

    /// <summary>Where a stamp's data are.</summary>
    public string DataOf(string province) => Path.Combine(_directory.FullName, province);

    /// <summary>Waits for something, looking whenever something has happened; in vain, says for what and what it saw.</summary>
    public async Task<T> UntilAsync<T>(string what, Func<Task<T>> look, Func<T, bool> isReached)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = _pulse.Next;
            var seen = await look();
            if (isReached(seen))
            {
                return seen;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                var told = string.Join("; ", _stamps.Values.SelectMany(stamp => stamp.Logs.Entries.TakeLast(10).Select(entry => $"{stamp.Province}: {entry.Text}")));
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for {what} and saw: {seen}. Told: {told}");
            }
        }
    }

    /// <summary>The same while the clock runs a hundred times as fast as it should: for what takes several waits.</summary>
    public async Task RunUntilAsync(string what, Func<Task<bool>> isReached)
    {
        using var reached = new CancellationTokenSource();
        var running = RunAsync(reached.Token);
        try
        {
            await UntilAsync(what, isReached);
        }
        finally
        {
            await reached.CancelAsync();
            await running;
        }

        async Task RunAsync(CancellationToken until)
        {
            using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (!until.IsCancellationRequested && await ticks.WaitForNextTickAsync(CancellationToken.None))
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
                _pulse.Beat();
            }
        }
    }

    /// <summary>Moves the clock to a time that every stamp has a timer for; whoever is late in setting it is waited for.</summary>
    public async Task AdvanceToTimersAsync(DateTimeOffset time)
    {
        await UntilAsync($"every stamp's timer for {time:O}", () => Task.FromResult(Clock.TimersAt(time)), timers => timers >= _stamps.Count);
        Clock.Advance(time - Clock.GetUtcNow());
    }

    public Task UntilAsync(string what, Func<Task<bool>> isReached) => UntilAsync(what, isReached, reached => reached);

    /// <summary>Until a hand-over has its receipt.</summary>
    public Task UntilReceiptedAsync(ApplicationNumber number, string from, string to, int sequence = 1) =>
        UntilAsync($"the receipt for {number} {from}-{to} {sequence}", async () => (await this[from].SentAsync(number, to, sequence))?.Receipt is not null);

    /// <summary>The same while the clock runs.</summary>
    public Task RunUntilReceiptedAsync(ApplicationNumber number, string from, string to, int sequence = 1) => RunUntilAsync(
        $"the receipt for {number} {from}-{to} {sequence}", async () => (await this[from].SentAsync(number, to, sequence))?.Receipt is not null);

    public async ValueTask DisposeAsync()
    {
        foreach (var stamp in _stamps.Values)
        {
            await stamp.DisposeAsync();
        }

        foreach (var link in _links.Values)
        {
            await link.DisposeAsync();
        }

        _directory.Delete(recursive: true);
    }
}
