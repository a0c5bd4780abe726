namespace CrossRegion.Tests.Mutations;

/// <summary>Changes of the content type and of the <c>ce-</c> headers.</summary>
internal static class HeaderMutations
{
    private static readonly string?[] ContentTypes =
    [
        null, "", "text/plain", "application/xml", "application/", "application/json", "application/cloudevents+json", "application/cloudevents-batch+json",
        "APPLICATION/CLOUDEVENTS+JSON; charset=UTF-8", "application/cloudevents+json; charset=gb18030", "application/json; charset=\"utf-8\"", ";;;",
    ];

    private static readonly string[] Values =
        ["", "%", "%00", "%FF%FE", "%E4%B8", "2.0", "urn:gov:cn:99:x", "gov.crossregion.unknown.v1", "%0A", "a b", new string('x', 2000)];

    private static readonly string[] Names =
        ["ce-id", "ce-data", "ce-datacontenttype", "ce-", "ce-Extension", "ce-a-b", "ce-subject", "ce-type", "ce-time"];

    public static (EventRequest Request, string What) Apply(Random random, EventRequest request)
    {
        var headers = request.Headers.ToList();
        if (random.Next(3) == 0)
        {
            var contentType = ContentTypes[random.Next(ContentTypes.Length)];
            return (request with { ContentType = contentType }, $"content type '{contentType}'");
        }

        var value = Values[random.Next(Values.Length)];
        string what;
        if (headers.Count == 0 || random.Next(3) == 0)
        {
            var name = Names[random.Next(Names.Length)];
            headers.Add(KeyValuePair.Create(name, value));
            what = $"added {name}";
        }
        else
        {
            var at = random.Next(headers.Count);
            what = random.Next(2) == 0 ? $"removed {headers[at].Key}" : $"changed {headers[at].Key}";
            if (what.StartsWith('r'))
            {
                headers.RemoveAt(at);
            }
            else
            {
                headers[at] = KeyValuePair.Create(headers[at].Key, value);
            }
        }

        return (request with { Headers = headers }, what);
    }
}
