using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Events;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace CrossRegion.Functions.Intake;

/// <summary>
/// The one way in for events, from HTTP and from Event Grid: what it accepts is right in itself, and what it refuses it refuses with
/// every fault at once. It keeps no state, may be used by several threads at once and throws nothing because of what was sent.
/// </summary>
public sealed class IntakeReader(EventSchemas schemas, ServiceCatalogue catalogue)
{
    private readonly IncomingEventReader _events = new(schemas, catalogue);

    /// <summary>Reads a request's body, no further than its limit of 1 MiB, and the events in it.</summary>
    /// <param name="contentType">The header, null when there was none.</param>
    /// <param name="headers">All headers; those with <c>ce-</c> count in binary mode.</param>
    /// <param name="body">Read to its end, or to the limit; not closed.</param>
    /// <param name="now">From which the legal day is taken.</param>
    /// <param name="cancellation">Ends the reading of the body.</param>
    /// <exception cref="IOException">The body could not be read.</exception>
    public async Task<IntakeResult> ReadAsync(
        string? contentType,
        IEnumerable<KeyValuePair<string, StringValues>> headers,
        Stream body,
        Instant now,
        CancellationToken cancellation)
    {
        // A wrong content type is answered without reading what comes under it.
        if (!ContentType.TryReadMode(contentType, out _, out var fault))
        {
            return Unsupported(fault);
        }

        return await BoundedBody.ReadAsync(body, cancellation) is { } read ? Read(contentType, headers, read, now) : TooLarge();
    }

    /// <summary>The same for a body that is in memory.</summary>
    public IntakeResult Read(
        string? contentType, IEnumerable<KeyValuePair<string, StringValues>> headers, ReadOnlyMemory<byte> body, Instant now)
    {
        if (!ContentType.TryReadMode(contentType, out var mode, out var fault))
        {
            return Unsupported(fault);
        }

        return body.Length <= BoundedBody.MaximumBytes ? Read(mode, headers, body, ChinaTime.DateOf(now)) : TooLarge();
    }

    private IntakeResult Read(
        ContentMode mode, IEnumerable<KeyValuePair<string, StringValues>> headers, ReadOnlyMemory<byte> body, LocalDate today)
    {
        var faults = new IntakeFaults();
        using var document = CloudEventReader.Read(mode, headers, body, faults.Form);
        if (document is null)
        {
            return IntakeResult.Of(faults.ToProblem());
        }

        var events = CloudEventReader.Split(mode, document.RootElement, faults.Form);
        foreach (var (path, structured) in events)
        {
            var ofEvent = new IntakeFaults();
            _events.Check(structured, today, ofEvent);
            faults.AddAll(path, ofEvent);
        }

        return faults.Any
            ? IntakeResult.Of(faults.ToProblem())
            : WithinSize([.. events.Select(found => (found.Path, IncomingEventReader.Create(found.Event)))]);
    }

    private static IntakeResult WithinSize(IReadOnlyList<(string Path, IncomingEvent Event)> events)
    {
        var faults = new FaultCollector();
        foreach (var (path, incoming) in events)
        {
            if (EventSize.Of(incoming) is > EventSize.MaximumBytes and var bytes)
            {
                faults.Add(
                    path,
                    "too-large",
                    $"一个事件按保存的大小（原文经JSON转义，另加数据）最多{EventSize.MaximumBytes}字节，此事件为{bytes}字节",
                    $"an event has at most {EventSize.MaximumBytes} bytes as it is kept (its text, escaped, and its data); this one has {bytes}");
            }
        }

        return faults.IsEmpty
            ? IntakeResult.Of([.. events.Select(read => read.Event)])
            : IntakeResult.Of(new Problem(ProblemKind.TooLarge, [.. faults]));
    }

    private static IntakeResult Unsupported(Fault fault) => IntakeResult.Of(new Problem(ProblemKind.UnsupportedMediaType, [fault]));

    private static IntakeResult TooLarge() => IntakeResult.Of(BoundedBody.TooLarge);
}
