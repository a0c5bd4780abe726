using System.Text.Json;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>Writes a small JSON file whole or not at all: a crash leaves the old one or the new one.</summary>
internal static class DurableFile
{
    public static void Write<T>(string path, T value, JsonSerializerOptions options)
    {
        string next = path + ".new";
        FileStreamOptions file = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream stream = new(next, file))
        {
            JsonSerializer.Serialize(stream, value, options);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }
}
