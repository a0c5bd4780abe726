using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>Options of a client.</summary>
public class DurableTaskClientOptions
{
    private DataConverter _dataConverter = JsonDataConverter.Default;

    /// <summary>The version of instances started without one. Default: empty (unversioned).</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>Default: the registered <see cref="DurableTask.DataConverter"/>, else <see cref="JsonDataConverter.Default"/>.</summary>
    public DataConverter DataConverter
    {
        get => _dataConverter;
        set
        {
            DataConverterExplicitlySet = value is not null;
            _dataConverter = value ?? JsonDataConverter.Default;
        }
    }

    /// <summary>Reserved: this repository has no durable entities. Default: <c>false</c>.</summary>
    public bool EnableEntitySupport { get; set; }

    internal bool DataConverterExplicitlySet { get; private set; }

    internal void ApplyTo(DurableTaskClientOptions other)
    {
        if (!other.DataConverterExplicitlySet)
        {
            other.DataConverter = DataConverter;
        }

        if (!string.IsNullOrWhiteSpace(DefaultVersion))
        {
            other.DefaultVersion = DefaultVersion;
        }

        other.EnableEntitySupport |= EnableEntitySupport;
    }
}
