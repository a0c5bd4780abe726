using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// 文书编号: the number of a document that was issued to the applicant or about the case, as the issuing office writes it
/// (<c>灵审特告〔2026〕12号</c>). 1 to 100 characters, none of them a control character, no blank at either end.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<DocumentNumber>))]
public sealed record DocumentNumber : Identifier, IIdentifier<DocumentNumber>
{
    private const int MaximumLength = 100;

    private static readonly IdentifierText Text = new("文书编号", "a document number");

    private DocumentNumber(string value) : base(value)
    {
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentNumber? value, [NotNullWhen(false)] out Fault? fault)
    {
        fault = string.IsNullOrWhiteSpace(text) ? Text.Missing()
            : text.Length > MaximumLength ? Text.TooLong(MaximumLength, text.Length)
            : text.Any(char.IsControl) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
                ? Text.Wrong("shape", "首尾不得有空白,不得含控制字符", "no blank at either end, no control character")
            : null;
        value = fault is null ? new DocumentNumber(text!) : null;
        return value is not null;
    }

    public static DocumentNumber Parse(string text) => Parse<DocumentNumber>(text);
}
