using System.Text.Json;
using CrossRegion.Simulators.Events;

namespace CrossRegion.Simulators.Samples;

/// <summary>A folder of sample files.</summary>
public static class SampleFolder
{
    /// <summary>The samples that come with the product.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>All samples of a folder in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A file is not a sample; the message names it and says why.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Sample> Load(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json")
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(LoadFile),
    ];

    /// <summary>One sample.</summary>
    /// <exception cref="InvalidDataException">The file is not a sample; the message names it and says why.</exception>
    public static Sample LoadFile(string file)
    {
        try
        {
            var sample = JsonSerializer.Deserialize<Sample>(File.ReadAllText(file), Wire.Json)
                ?? throw new InvalidDataException($"{file}: null is not a sample.");
            return sample with { Name = Path.GetFileNameWithoutExtension(file) };
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }
}
