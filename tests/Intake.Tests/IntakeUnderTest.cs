using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Functions.Intake;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace CrossRegion.Intake.Tests;

/// <summary>The real intake: the schemas it carries and the catalogue of this repository.</summary>
internal static class IntakeUnderTest
{
    public const string Structured = "application/cloudevents+json";
    public const string Batch = "application/cloudevents-batch+json";
    public const string Binary = "application/json";

    /// <summary>2 March 2026, ten in the morning in Beijing.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 2, 0);

    public static EventSchemas Schemas { get; } = EventSchemas.LoadAsync(CancellationToken.None).GetAwaiter().GetResult();

    public static ServiceCatalogue Catalogue { get; } = ServiceCatalogue.Load(CatalogueFiles());

    public static IntakeReader Reader { get; } = new(Schemas, Catalogue);

    public static IntakeResult Read(JsonNode structured) => Read(Structured, structured.ToJsonString());

    public static IntakeResult Read(string? contentType, string body, params (string Name, string Value)[] headers) =>
        Read(contentType, Encoding.UTF8.GetBytes(body), headers);

    public static IntakeResult Read(string? contentType, byte[] body, params (string Name, string Value)[] headers) =>
        Reader.Read(contentType, Headers(headers), body, Now);

    /// <summary>As a server hands them over: one entry a name, with all its values.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Headers(IEnumerable<(string Name, string Value)> headers) =>
        headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(values => KeyValuePair.Create(values.Key, new StringValues([.. values.Select(header => header.Value)])));

    private static IEnumerable<CatalogueFile> CatalogueFiles()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "catalogue");
        return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => new CatalogueFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
    }
}
