using System.ComponentModel.DataAnnotations;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>Where the embedded store keeps its file and how long it waits for it.</summary>
public sealed class SqliteDocumentStoreOptions
{
    /// <summary>The directory of <c>cases.db</c>; created when missing. Default: <c>./.crossregion</c>.</summary>
    [Required]
    public string DataDirectory { get; set; } = "./.crossregion";

    /// <summary>
    /// How long a write waits while another process holds the file's lock before it fails with an <see cref="IOException"/>.
    /// In whole seconds, 1 to 600; default 5.
    /// </summary>
    [Range(1, 600)]
    public int LockTimeoutSeconds { get; set; } = 5;

    /// <summary>For tests: called at each <see cref="StoreFaultPoint"/>; what it throws fails the group. Default: none.</summary>
    public Action<StoreFaultPoint>? FaultHook { get; set; }
}
