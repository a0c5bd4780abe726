namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a caller of an HTTP function must show (header <c>x-functions-key</c> or query parameter <c>code</c>).</summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user; the embedded host has none, so it refuses such a function at start.</summary>
    User = 1,

    /// <summary>A key of the function, a host key or the master key.</summary>
    Function = 2,

    /// <summary>A system key of an extension, or the master key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}
