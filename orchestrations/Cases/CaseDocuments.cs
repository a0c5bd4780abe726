using System.Globalization;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Ports;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>The documents of an application's partition: their ids, and how they are found.</summary>
/// <remarks>
/// <c>case</c> the case itself; <c>key</c> the key that its personal data are sealed with; <c>timeline:0001</c> its steps; <c>outgoing:0001</c> the event that tells of a step;
/// <c>effect:KEY</c> the effect ledger; <c>inbox:SLOT</c> what came in.
/// </remarks>
public static class CaseDocuments
{
    public const string CaseId = "case";
    public const string KeyId = "key";
    public const string TimelinePrefix = "timeline:";
    public const string EffectPrefix = "effect:";
    public const string InboxPrefix = "inbox:";
    public const string OutgoingPrefix = "outgoing:";

    /// <summary>The value under which the indexes that have one list keep everything.</summary>
    public const string All = "all";

    private static readonly InstantPattern SortPattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.fffffff");

    public static string Partition(ApplicationNumber number) => number.Value;

    public static DocumentKey Case(ApplicationNumber number) => new(Partition(number), CaseId);

    public static DocumentKey Key(ApplicationNumber number) => new(Partition(number), KeyId);

    public static string Timeline(int sequence) => TimelinePrefix + Sequence(sequence);

    public static string Outgoing(int sequence) => OutgoingPrefix + Sequence(sequence);

    public static string Effect(string key) => EffectPrefix + key;

    public static string Inbox(string slot) => InboxPrefix + slot;

    /// <summary>The effect of telling one subscriber of one step.</summary>
    public static string PublicationKey(int sequence, string subscriber) => $"publish:{Sequence(sequence)}:{subscriber}";

    /// <summary>Takes <see cref="PublicationKey"/> apart again.</summary>
    public static (int Sequence, string Subscriber) ParsePublicationKey(string key)
    {
        var parts = key.Split(':', 3);
        return (int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture), parts[2]);
    }

    /// <summary>Four digits, so that ids sort as the steps went.</summary>
    public static string Sequence(int sequence) => sequence.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Text that sorts by time.</summary>
    public static string Sort(Instant at) => SortPattern.Format(at);

    /// <summary>Sorts cases by the time of receipt.</summary>
    public static string Received(Case subject) => $"{Sort(subject.AppliedAt)}:{subject.Number}";

    /// <param name="subject">The case.</param>
    /// <param name="dueAt">When something is due in it, if something will be.</param>
    public static IReadOnlyList<IndexEntry> Indexes(Case subject, Instant? dueAt)
    {
        var received = Received(subject);
        List<IndexEntry> entries =
        [
            new(DocumentIndex.Cases, All, received),
            new(DocumentIndex.CasesByProvince, subject.Province.Value, received),
        ];
        if (subject.Failure is { } failure)
        {
            entries.Add(new(DocumentIndex.FailedCases, All, $"{Sort(failure.At)}:{subject.Number}"));
        }

        if (!subject.IsClosed)
        {
            entries.Add(new(DocumentIndex.OpenCases, All, received));
        }

        if (dueAt is { } due)
        {
            entries.Add(new(DocumentIndex.DueCases, All, $"{Sort(due)}:{subject.Number}"));
        }

        return entries;
    }
}
