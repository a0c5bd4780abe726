using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

/// <summary>The port in the fewest words: one partition in a dictionary. It predicts; the store gives the ETags.</summary>
internal sealed class DocumentStoreModel(string value)
{
    private readonly Dictionary<string, List<string>> _etags = [];
    private Dictionary<string, ModelDocument> _documents = [];
    private int _commits;

    public IEnumerable<ModelDocument> Documents => _documents.Values;

    /// <summary>The generated steps as a batch, with the ETags of the past that they name.</summary>
    public DocumentWrite[] Batch(IEnumerable<ModelStep> steps) => [.. steps.Select(step =>
    {
        var etags = _etags.GetValueOrDefault(step.Id) ?? [];
        var etag = etags.Count > step.Age ? etags[^(step.Age + 1)] : "none";
        IndexEntry[] indexes = [.. step.Sorts.DistinctBy(entry => entry.Index).Select(entry => new IndexEntry(entry.Index, value, entry.Sort))];
        var body = $"{{\"change\":{_commits}}}";
        return (DocumentWrite)(step.Kind switch
        {
            ModelStepKind.Create => new DocumentWrite.Create(step.Id, body, indexes, step.Erasable),
            ModelStepKind.Replace => new DocumentWrite.Replace(step.Id, body, indexes, etag),
            _ => new DocumentWrite.Delete(step.Id, etag),
        });
    })];

    /// <summary>The id that must conflict, or null.</summary>
    public string? Conflict(IEnumerable<DocumentWrite> batch) => batch.FirstOrDefault(write => write switch
    {
        DocumentWrite.Create create => _documents.ContainsKey(create.Id),
        DocumentWrite.Replace replace => _documents.GetValueOrDefault(replace.Id)?.ETag != replace.ETag,
        DocumentWrite.Delete delete => _documents.GetValueOrDefault(delete.Id)?.ETag != delete.ETag,
        _ => false,
    })?.Id;

    /// <summary>Ids and bodies as they are when the batch has been applied.</summary>
    public IEnumerable<(string Id, string Body)> After(IReadOnlyCollection<DocumentWrite> batch) => _documents.Values
        .Where(document => batch.All(write => write.Id != document.Id))
        .Select(document => (document.Id, document.Body))
        .Concat(batch.Where(write => write is not DocumentWrite.Delete).Select(write =>
            (write.Id, write is DocumentWrite.Create create ? create.Body : ((DocumentWrite.Replace)write).Body)));

    public void Apply(IReadOnlyList<DocumentWrite> batch, IReadOnlyList<string?> etags)
    {
        _commits++;
        var documents = new Dictionary<string, ModelDocument>(_documents);
        foreach (var (write, etag) in batch.Zip(etags))
        {
            documents.Remove(write.Id);
            var (body, indexes) = write switch
            {
                DocumentWrite.Create create => (create.Body, create.Indexes),
                DocumentWrite.Replace replace => (replace.Body, replace.Indexes),
                _ => (null, []),
            };
            if (body is not null)
            {
                documents.Add(write.Id, new ModelDocument(write.Id, body, indexes, etag!, _commits));
                (_etags.TryGetValue(write.Id, out var past) ? past : _etags[write.Id] = []).Add(etag!);
            }
        }

        _documents = documents;
    }

    /// <summary>What a query must find, in order of sort keys; equals in any order.</summary>
    public IEnumerable<(string Sort, string Id)> Find(IndexQuery query)
    {
        var found = Documents
            .SelectMany(document => document.Indexes, (document, entry) => (Entry: entry, document.Id))
            .Where(row => row.Entry.Index == query.Index && row.Entry.Value == query.Value)
            .Where(row => query.SortBefore is null || string.CompareOrdinal(row.Entry.Sort, query.SortBefore) < 0)
            .Select(row => (row.Entry.Sort, row.Id));
        return query.Descending
            ? found.OrderByDescending(row => row.Sort, StringComparer.Ordinal)
            : found.OrderBy(row => row.Sort, StringComparer.Ordinal);
    }
}
