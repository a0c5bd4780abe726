using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>
/// Azurite's queue service (from npm), started once for all tests on a free port of 127.0.0.1, in memory; it ends with this process.
/// Every test has an account of its own, so tests do not see each other's queues. Its time cannot be moved: what has to do with visibility
/// takes real seconds there.
/// </summary>
internal sealed class Azurite
{
    private const string Ready = "successfully listens on ";
    private const string Key = "Y3Jvc3NyZWdpb24=";
    private const int Accounts = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<Azurite>> Started = new(StartAsync);
    private static readonly string Node = Path.Combine(RepositoryRoot(), "tests", "node");

    private readonly Uri _address;
    private int _taken = -1;

    private Azurite(Uri address) => _address = address;

    /// <summary>Why tests on it are skipped; null when they run. With <c>CI=true</c> they always do.</summary>
    public static string? Missing { get; } =
        Directory.Exists(Path.Combine(Node, "node_modules", "azurite")) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "no packages from npm: run npm ci --prefix tests/node";

    public int Port => _address.Port;

    public static Task<Azurite> SharedAsync() => Started.Value;

    /// <summary>The connection string of an account that nobody has used yet, through another port if one is given.</summary>
    public string NewAccount(int? port = null)
    {
        int number = Interlocked.Increment(ref _taken);
        (number < Accounts).ShouldBeTrue($"all {Accounts} accounts of Azurite are used");
        string name = NameOf(number);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};QueueEndpoint=http://127.0.0.1:{port ?? Port}/{name};";
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"test{number:D3}");

    private static async Task<Azurite> StartAsync()
    {
        ProcessStartInfo start = new("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] arguments =
        [
            Path.Combine(Node, "azurite-queues.mjs"), "--queueHost", "127.0.0.1", "--queuePort", "0", "--inMemoryPersistence",
            "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"{NameOf(number)}:{Key}"));

        StringBuilder said = new();
        TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = new() { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new IOException($"Azurite ended: {Said()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill();
        try
        {
            return new Azurite(await address.Task.WaitAsync(Patience));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s for Azurite to listen and saw: {Said()}");
        }

        string Said()
        {
            lock (said)
            {
                return said.ToString();
            }
        }

        void Hear(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }

            if (line?.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                address.TrySetResult(new Uri(line[(at + Ready.Length)..]));
            }
        }
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "CrossRegion.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"no CrossRegion.sln above {AppContext.BaseDirectory}");
    }
}
