using System.Text.RegularExpressions;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>A queue's name by the rules of Azure Storage: 3 to 63 lower-case letters, digits and single inner hyphens.</summary>
internal readonly partial record struct QueueName
{
    private QueueName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Where messages go that failed too often.</summary>
    public QueueName Poison => new(Value + "-poison");

    public static QueueName? Parse(string text) =>
        text.Length is >= 3 and <= 63 && Shape().IsMatch(text) ? new QueueName(text) : null;

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
