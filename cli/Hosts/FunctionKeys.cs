using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Cli.Hosts;

/// <summary>The keys a host made for itself when it was first started (<c>keys.json</c> in its data directory).</summary>
internal static class FunctionKeys
{
    private const string FileName = "keys.json";

    /// <summary>The host key, which opens every function.</summary>
    /// <exception cref="CommandException">There is no such file, or no key in it.</exception>
    public static string Read(string dataDirectory) =>
        TryRead(dataDirectory) ?? throw new CommandException(
            $"{dataDirectory} 中没有主机密钥;请用 --key 或 --data 指定。",
            $"There is no host key in {dataDirectory}; name it with --key, or its directory with --data.");

    public static string? TryRead(string dataDirectory)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(dataDirectory, FileName)))?["functionKeys"]?[0]?["value"];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}
