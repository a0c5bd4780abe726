namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>A cookie to be set.</summary>
public sealed class HttpCookie(string name, string value) : IHttpCookie
{
    public string? Domain { get; set; }

    public DateTimeOffset? Expires { get; set; }

    public bool? HttpOnly { get; set; }

    public double? MaxAge { get; set; }

    public string Name { get; set; } = name ?? throw new ArgumentNullException(nameof(name));

    public string? Path { get; set; }

    public SameSite SameSite { get; set; }

    public bool? Secure { get; set; }

    public string Value { get; set; } = value ?? throw new ArgumentNullException(nameof(value));
}
