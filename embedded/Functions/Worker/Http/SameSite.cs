namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Whether a cookie goes with requests that another site causes.</summary>
public enum SameSite
{
    /// <summary>Nothing is said.</summary>
    None = 0,
    Lax = 1,
    Strict = 2,

    /// <summary>It goes with all.</summary>
    ExplicitNone = 3,
}
