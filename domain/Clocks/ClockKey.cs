using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// What a clock is called inside its case: the kind, and where a case has several of a kind the part it measures. <c>statutory</c>,
/// <c>notice:round-2</c>, <c>stage:decision</c>, <c>stage:review:move-out-police</c>.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<ClockKey>))]
public sealed record ClockKey : Identifier, IIdentifier<ClockKey>
{
    private const char Separator = ':';

    private static readonly IdentifierText Text = new("时限键", "a clock's key");

    private ClockKey(string value, ClockKind kind) : base(value) => Kind = kind;

    public ClockKind Kind { get; }

    /// <summary>The department whose part of the review it measures; null for every other clock.</summary>
    public DepartmentKey? Department =>
        Value.Split(Separator) is [_, var stage, var department] && stage == HandlingStage.Review.Code() ? DepartmentKey.Parse(department) : null;

    /// <summary>The only clock of its kind in a case.</summary>
    public static ClockKey Of(ClockKind kind) => new(kind.Code(), kind);

    /// <summary>The one-time notice on what was handed in: round 1 with the application, the next with each supplement.</summary>
    public static ClockKey Notice(int round) =>
        round == 1 ? Of(ClockKind.Notice) : Parse(Join(ClockKind.Notice.Code(), "round-" + round.ToString(CultureInfo.InvariantCulture)));

    public static ClockKey Stage(HandlingStage stage) => new(Join(ClockKind.Stage.Code(), stage.Code()), ClockKind.Stage);

    /// <summary>One department's part of the review.</summary>
    public static ClockKey Review(DepartmentKey department) =>
        new(Join(ClockKind.Stage.Code(), HandlingStage.Review.Code(), department.Value), ClockKind.Stage);

    public static bool TryParse(string? text, [NotNullWhen(true)] out ClockKey? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = string.IsNullOrEmpty(text) ? Text.Missing() : null;
        if (fault is not null)
        {
            return false;
        }

        var parts = text!.Split(Separator);
        if (!CodeSet<ClockKind>.TryParse(parts[0], out var kind))
        {
            fault = Text.Wrong("code", $"没有时限种类“{parts[0]}”", $"there is no kind of clock '{parts[0]}'");
            return false;
        }

        if (!parts[1..].All(IsPart))
        {
            fault = Text.Wrong("shape", "冒号后应为字母、数字和连字符", "after a colon there are letters, digits and hyphens");
            return false;
        }

        value = new ClockKey(text, kind);
        return true;
    }

    public static ClockKey Parse(string text) => Parse<ClockKey>(text);

    private static bool IsPart(string part) => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static string Join(params string[] parts) => string.Join(Separator, parts);
}
