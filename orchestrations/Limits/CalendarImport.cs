using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>
/// Holiday notices that were imported while the program runs, kept in the store for every instance of it: a new year's, a correction, or
/// a division's own (放假安排; 行政许可法 art. 82).
/// </summary>
public sealed class CalendarImport(IDocumentStore documents, CurrentCalendar calendar)
{
    private const string Partition = "calendars";
    private const string Prefix = "notice:";
    private const string Folder = "calendars/";

    /// <summary>Makes what was imported the calendar of now.</summary>
    public async Task RefreshAsync(CancellationToken cancellation) => calendar.Replace([.. await ImportedAsync(cancellation)]);

    /// <summary>Keeps a notice, as the files in <c>catalogue/calendars</c> are, and counts by it from now on; or says everything that is wrong with it.</summary>
    public async Task<ImportedNotice> ImportAsync(string json, CancellationToken cancellation)
    {
        if (NameOf(json) is not { } name)
        {
            return ImportedNotice.Refused([new Fault(
                string.Empty, "calendar", "应为含region和year的放假通知(JSON对象)", "a holiday notice is expected: a JSON object with region and year")]);
        }

        var file = new CatalogueFile($"{Folder}{name}.json", json);
        var others = (await ImportedAsync(cancellation)).Where(other => other.Path != file.Path);
        if (calendar.Check([.. others, file]) is { Count: > 0 } faults)
        {
            return ImportedNotice.Refused([.. faults.Select(fault => fault with { Path = fault.Path[(fault.Path.IndexOf('#') + 1)..] })]);
        }

        await KeepAsync(Prefix + name, json, cancellation);
        await RefreshAsync(cancellation);
        var value = calendar.Value;
        var notice = value.Notices.Concat(value.LocalNotices).Single(notice => $"{notice.Region}-{notice.Year}" == name);
        return new ImportedNotice(notice, []);
    }

    private async Task<IEnumerable<CatalogueFile>> ImportedAsync(CancellationToken cancellation)
    {
        var kept = await documents.ListAsync(Partition, Prefix, cancellation);
        return kept.Select(document => new CatalogueFile($"{Folder}{document.Key.Id[Prefix.Length..]}.json", document.Body));
    }

    private async Task KeepAsync(string id, string json, CancellationToken cancellation)
    {
        while (true)
        {
            DocumentWrite write = await documents.ReadAsync(new DocumentKey(Partition, id), cancellation) is { } kept
                ? new DocumentWrite.Replace(id, json, [], kept.ETag)
                : new DocumentWrite.Create(id, json, []);
            if ((await documents.CommitAsync(Partition, [write], cancellation)).Committed)
            {
                return;
            }
        }
    }

    /// <summary><c>CN-2027</c>; null when the text does not say which region and year it is about.</summary>
    private static string? NameOf(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject notice
                && notice["region"] is JsonValue region && region.TryGetValue(out string? code) && code.All(char.IsAsciiLetterOrDigit) && code.Length is > 0 and < 10
                && notice["year"] is JsonValue year && year.TryGetValue(out int number)
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{code}-{number}")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
