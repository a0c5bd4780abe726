using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.KeyVault;

/// <summary>
/// The master key in Azure Key Vault. Wrapping needs its public part only and is done here; unwrapping is the vault's (RSA-OAEP-256), so the
/// private part never leaves it. The key's id is its version in the vault; a new version wraps within the hour.
/// </summary>
/// <remarks>
/// Speaks the vault's REST interface (<see href="https://learn.microsoft.com/rest/api/keyvault/keys/operation-groups"/>: Get Key, unwrap Key)
/// through Azure.Core: these two calls are all it takes.
/// </remarks>
internal sealed class KeyVaultWrapper : IKeyWrapper
{
    /// <summary>How long a version is taken for the newest.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly Uri _key;
    private readonly HttpPipeline _pipeline;
    private readonly TimeProvider _time;
    private (PublicKey Key, long At)? _newest;

    public KeyVaultWrapper(Uri key, TokenCredential credential, KeyVaultClientOptions options, TimeProvider time)
    {
        // The audience is the cloud's vault service: vault.azure.net, vault.azure.cn, managedhsm.azure.net.
        var service = key.Host[(key.Host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, $"https://{service}/.default"));
        (_key, _time) = (key, time);
    }

    public async Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation)
    {
        var newest = await NewestAsync(cancellation).ConfigureAwait(false);
        return new WrappedKey(newest.Version, newest.Wrap(key.Span));
    }

    public async Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken cancellation)
    {
        // The version comes from a document: it must not lead elsewhere.
        if (wrapped.KeyId.Length == 0 || !wrapped.KeyId.All(char.IsAsciiLetterOrDigit))
        {
            throw new InvalidDataException($"'{wrapped.KeyId}' is no version of {_key}");
        }

        var body = new JsonObject { ["alg"] = "RSA-OAEP-256", ["value"] = Base64Url.EncodeToString(wrapped.Value) };
        var answer = await SendAsync(RequestMethod.Post, $"{_key}/{wrapped.KeyId}/unwrapkey", body, wrapped.KeyId, cancellation).ConfigureAwait(false);
        return Bytes(answer["value"]);
    }

    private async Task<PublicKey> NewestAsync(CancellationToken cancellation)
    {
        if (_newest is { } known && _time.GetElapsedTime(known.At) < Fresh)
        {
            return known.Key;
        }

        var key = (await SendAsync(RequestMethod.Get, _key.ToString(), body: null, version: null, cancellation).ConfigureAwait(false))["key"];
        if ((string?)key?["kty"] is not ("RSA" or "RSA-HSM"))
        {
            throw new InvalidDataException($"{_key} is no RSA key");
        }

        var version = new Uri((string)key["kid"]!).Segments[^1];
        var newest = new PublicKey(version, new RSAParameters { Modulus = Bytes(key["n"]), Exponent = Bytes(key["e"]) });
        _newest = (newest, _time.GetTimestamp());
        return newest;
    }

    private async Task<JsonNode> SendAsync(RequestMethod method, string url, JsonObject? body, string? version, CancellationToken cancellation)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{url}?api-version={KeyVaultClientOptions.ApiVersion}"));
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (body is not null)
        {
            message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
            message.Request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
        }

        try
        {
            await _pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or AuthenticationFailedException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new IOException($"The key vault of {_key} could not be reached.", failure);
        }

        return message.Response.Status switch
        {
            200 => JsonNode.Parse(message.Response.Content) ?? throw new InvalidDataException($"the key vault of {_key} answers nothing"),
            404 => throw new InvalidDataException(version is null ? $"there is no key {_key}" : $"{_key} has no version {version}"),
            400 when version is not null => throw new InvalidDataException($"an application's key cannot be opened with version {version} of {_key}"),
            var status => throw new IOException($"The key vault answered {status} for {_key}."),
        };
    }

    private static byte[] Bytes(JsonNode? value) => Base64Url.DecodeFromChars((string?)value ?? throw new JsonException("a value is missing"));
}
