using System.ComponentModel.DataAnnotations;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>The account that keeps the cases, with <c>CrossRegion__Store=Cosmos</c>: settings <c>CrossRegion__Cosmos__…</c>.</summary>
public sealed class CosmosOptions : IValidatableObject
{
    /// <summary>The account's endpoint: an absolute https URL (http with a key only, for tests and emulators). No default.</summary>
    public string? Endpoint { get; set; }

    /// <summary>
    /// The account's key, in base64. Default: none; then the app's identity is used (role Cosmos DB Built-in Data Contributor), and the
    /// containers have to be there. With a key, what is missing is created.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>The database that holds the containers <c>cases</c>, <c>lists</c> and <c>leases</c>. Default <c>crossregion</c>.</summary>
    public string Database { get; set; } = "crossregion";

    /// <summary>
    /// How long an operation may take, with the waits that a throttling service asks for, before it fails with an
    /// <see cref="IOException"/>. In seconds, 1 to 300; default 30.
    /// </summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// How long the projection of lists rests when the change feed has nothing new: what lists lag behind at least. In seconds, 0.01 to
    /// 60; default 1.
    /// </summary>
    public double ListPollSeconds { get; set; } = 1;

    /// <summary>How often an instance looks for ranges of the change feed that nobody follows, or that it left after a failure. The client's own default.</summary>
    internal TimeSpan LeaseAcquireInterval { get; set; } = TimeSpan.FromSeconds(13);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var allowed = string.IsNullOrEmpty(Key) ? ["https"] : (string[])["https", "http"];
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || !allowed.Contains(endpoint.Scheme))
        {
            yield return Fault(nameof(Endpoint), $"is an absolute {string.Join(" or ", allowed)} URL");
        }

        if (!string.IsNullOrEmpty(Key) && !Convert.TryFromBase64String(Key, new byte[Key.Length], out _))
        {
            yield return Fault(nameof(Key), "is base64");
        }

        if (Database is not { Length: >= 1 and <= 255 } || Database.AsSpan().ContainsAny("/\\?#"))
        {
            yield return Fault(nameof(Database), "has 1 to 255 characters, none of them / \\ ? #");
        }

        if (TimeoutSeconds is not (>= 1 and <= 300))
        {
            yield return Fault(nameof(TimeoutSeconds), "is 1 to 300");
        }

        if (ListPollSeconds is not (>= 0.01 and <= 60))
        {
            yield return Fault(nameof(ListPollSeconds), "is 0.01 to 60");
        }
    }

    private static ValidationResult Fault(string setting, string what) => new($"CrossRegion__Cosmos__{setting} {what}", [setting]);
}
