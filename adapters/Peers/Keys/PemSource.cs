using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>
/// Keys of a setting: PEM itself, or the path of a file, which is looked at again every few seconds. A changed file takes effect without a
/// stop; one that cannot be read leaves the keys as they were, and says so.
/// </summary>
internal sealed partial class PemSource(string setting, string text, IReadOnlyList<ISignatureSuite> suites, TimeProvider time, ILogger logger)
{
    /// <summary>How often a file is looked at.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private PemKeys? _keys;
    private string? _read;
    private long _lookedAt;

    /// <summary>True when the setting holds the keys themselves.</summary>
    private bool IsInline => text.Contains("-----BEGIN", StringComparison.Ordinal);

    /// <exception cref="InvalidDataException">There never were any keys.</exception>
    public PemKeys Keys
    {
        get
        {
            lock (_gate)
            {
                if (_keys is null || (!IsInline && time.GetElapsedTime(_lookedAt) >= Period))
                {
                    _lookedAt = time.GetTimestamp();
                    Look();
                }

                return _keys ?? throw new InvalidDataException($"{setting} has no keys");
            }
        }
    }

    /// <summary>What is wrong with the setting; null when nothing is.</summary>
    public string? Fault => TryRead(out _, out _, out var fault) ? null : $"{setting}: {fault}";

    private void Look()
    {
        if (TryRead(out var pem, out var keys, out var fault))
        {
            if (_read is not null && _read != pem)
            {
                LogChanged(setting);
            }

            (_read, _keys) = (pem, keys);
        }
        else
        {
            LogFault(setting, fault!);
        }
    }

    private bool TryRead(out string? pem, out PemKeys? keys, out string? fault)
    {
        (pem, keys) = (null, null);
        try
        {
            pem = IsInline ? text : File.ReadAllText(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            fault = $"is neither PEM nor a file that can be read: {exception.Message}";
            return false;
        }

        return PemKeys.TryRead(pem, suites, out keys, out fault);
    }

    [LoggerMessage(5050, LogLevel.Information, "{Setting}: the keys have changed")]
    private partial void LogChanged(string setting);

    [LoggerMessage(5051, LogLevel.Error, "{Setting}: {Fault}. The keys stay as they were.")]
    private partial void LogFault(string setting, string fault);
}
