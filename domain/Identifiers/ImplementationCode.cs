using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 实施编码, GB/T 39554.1-2020, 31 characters: credit code of the implementing department (18), exercise level (1), basic code
/// (12). GB/T 39046-2020 table 4 still has 24; the national platform uses 31.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<ImplementationCode>))]
public sealed record ImplementationCode : Identifier, IIdentifier<ImplementationCode>
{
    /// <summary>Characters in all.</summary>
    public const int Length = 31;

    private static readonly IdentifierText Text = new("实施编码", "an implementation code");

    private ImplementationCode(UnifiedSocialCreditCode department, ExerciseLevel level, BasicCode basic)
        : base(department.Value + level.Code() + basic.Value)
    {
        Department = department;
        Level = level;
        Basic = basic;
    }

    public UnifiedSocialCreditCode Department { get; }

    public ExerciseLevel Level { get; }

    public BasicCode Basic { get; }

    public static ImplementationCode Create(UnifiedSocialCreditCode department, ExerciseLevel level, BasicCode basic) =>
        new(department, level, basic);

    public static bool TryParse(string? text, [NotNullWhen(true)] out ImplementationCode? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = null;
        fault = Text.Length(text, Length);
        if (fault is not null
            || !UnifiedSocialCreditCode.TryParse(text![..18], out var department, out fault)
            || !BasicCode.TryParse(text[19..], out var basic, out fault))
        {
            return false;
        }

        if (!CodeSet<ExerciseLevel>.TryParse(text[18..19], out var level))
        {
            fault = Text.Wrong(
                "exercise-level", $"第19位“{text[18]}”不是行使层级1至7", $"character 19, '{text[18]}', is no exercise level (1 to 7)");
            return false;
        }

        value = new ImplementationCode(department, level, basic);
        return true;
    }

    public static ImplementationCode Parse(string text) => Parse<ImplementationCode>(text);
}
