using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Tests.KeyVault;

/// <summary>
/// A key vault on this machine, over TLS as the clients demand it: holds one RSA key in versions, shows its public part and unwraps with the
/// private one.
/// </summary>
internal sealed class KeyVaultDouble : IAsyncDisposable
{
    public const string Token = "the-token";

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly List<(string Version, RSA Key)> _versions = [];
    private readonly ConcurrentQueue<string> _requests = [];

    private KeyVaultDouble()
    {
        AddVersion("v1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Answered instead, while set.</summary>
    public int? Refusing { get; set; }

    public string KeyType { get; set; } = "RSA";

    /// <summary>Method and target of what came.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public Uri Key => new($"{_app.Urls.Single()}/keys/cases");

    /// <summary>How a client reaches this vault: it trusts the certificate.</summary>
    public HttpPipelineTransport Transport() => new HttpClientTransport(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == _certificate.Thumbprint,
    });

    public static async Task<KeyVaultDouble> StartAsync()
    {
        var vault = new KeyVaultDouble();
        await vault._app.StartAsync();
        return vault;
    }

    public void AddVersion(string version) => _versions.Add((version, RSA.Create(2048)));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
        _versions.ForEach(version => version.Key.Dispose());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        _requests.Enqueue($"{request.Method} {request.Path}{request.QueryString}");
        if (request.Headers.Authorization != $"Bearer {Token}" || request.Query["api-version"] != "7.4")
        {
            context.Response.StatusCode = 401;
            return;
        }

        if (Refusing is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var answer = (request.Method, request.Path.Value!.Split('/')) switch
        {
            ("GET", ["", "keys", "cases"]) => Public(_versions[^1]),
            ("POST", ["", "keys", "cases", var version, "unwrapkey"]) => Unwrapped(version, (await JsonNode.ParseAsync(request.Body))!),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? 404 : answer["error"] is null ? 200 : 400;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer?.ToJsonString() ?? "{}");
    }

    private JsonObject Public((string Version, RSA Key) version)
    {
        var parameters = version.Key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["key"] = new JsonObject
            {
                ["kid"] = $"{Key}/{version.Version}",
                ["kty"] = KeyType,
                ["key_ops"] = new JsonArray("wrapKey", "unwrapKey"),
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            },
            ["attributes"] = new JsonObject { ["enabled"] = true },
        };
    }

    private JsonObject? Unwrapped(string version, JsonNode body)
    {
        if (_versions.Find(known => known.Version == version).Key is not { } key)
        {
            return null;
        }

        try
        {
            ((string?)body["alg"]).ShouldBe("RSA-OAEP-256");
            var value = key.Decrypt(Base64Url.DecodeFromChars((string)body["value"]!), RSAEncryptionPadding.OaepSHA256);
            return new JsonObject { ["kid"] = $"{Key}/{version}", ["value"] = Base64Url.EncodeToString(value) };
        }
        catch (CryptographicException)
        {
            return new JsonObject { ["error"] = new JsonObject { ["code"] = "BadParameter" } };
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
