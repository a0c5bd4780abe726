using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Embedded.Functions.Keys;

/// <summary>The keys of this host, made at its first start, and the decision whether a request shows the right one.</summary>
internal sealed class KeyRing
{
    /// <summary>System key of the Event Grid web hook.</summary>
    public const string EventGridKey = "eventgrid_extension";

    /// <summary>System key of the durable management API.</summary>
    public const string DurableTaskKey = "durabletask_extension";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly KeyDocument _keys;

    public KeyRing(DataDirectory data, FunctionCatalogue catalogue)
    {
        string path = data.PathOf("keys.json");
        KeyDocument? stored = File.Exists(path) ? Load(path) : null;
        _keys = (stored ?? KeyDocument.Generate()).WithKeysFor(catalogue.With<HttpBinding>().Select(entry => entry.Function.Name));
        if (_keys != stored)
        {
            DurableFile.Write(path, _keys, Json);
        }
    }

    /// <summary>The key of the durable management API, for the addresses that are given to callers.</summary>
    public string DurableTask => _keys.SystemKeys.Single(key => key.Name == DurableTaskKey).Value;

    /// <summary>Whether the request may call the function.</summary>
    public bool Opens(string function, AuthorizationLevel level, HttpRequest request) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => Shows(request, [.. OfFunction(function), .. _keys.FunctionKeys, _keys.MasterKey]),
        AuthorizationLevel.System => Shows(request, [.. _keys.SystemKeys, _keys.MasterKey]),
        AuthorizationLevel.Admin => Shows(request, [_keys.MasterKey]),
        _ => false,
    };

    /// <summary>Whether the request may call the web hook of an extension.</summary>
    public bool OpensWebHook(string systemKey, HttpRequest request) =>
        Shows(request, [.. _keys.SystemKeys.Where(key => key.Name == systemKey), _keys.MasterKey]);

    private static KeyDocument Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyDocument>(File.ReadAllBytes(path), Json) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new StartRefusedException($"{path} cannot be read: {fault.Message} Restore it, or delete it to have new keys made.");
        }
    }

    /// <summary>Compares with every key, each in constant time, so that the time taken tells nothing about them.</summary>
    private static bool Shows(HttpRequest request, IEnumerable<NamedKey> keys)
    {
        string? shown = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"];
        if (string.IsNullOrEmpty(shown))
        {
            return false;
        }

        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(shown));
        bool opens = false;
        foreach (NamedKey key in keys)
        {
            opens |= CryptographicOperations.FixedTimeEquals(digest, SHA256.HashData(Encoding.UTF8.GetBytes(key.Value)));
        }

        return opens;
    }

    private IEnumerable<NamedKey> OfFunction(string function) =>
        _keys.Functions.FirstOrDefault(entry => entry.Key.Equals(function, StringComparison.OrdinalIgnoreCase)).Value ?? [];
}
