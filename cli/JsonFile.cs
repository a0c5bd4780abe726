using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Cli;

/// <summary>A file that a command is given.</summary>
internal static class JsonFile
{
    /// <exception cref="CommandException">It is not there, or no JSON.</exception>
    public static JsonNode Read(FileInfo file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file.FullName)) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CommandException($"{file} 不是 JSON。", $"{file} is no JSON.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"没有文件 {file}。", $"There is no file {file}.");
        }
    }
}
