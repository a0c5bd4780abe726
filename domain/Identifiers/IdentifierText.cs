using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Identifiers;

/// <summary>
/// The checks every identifier begins with, and the words of their faults. Positions are counted from 1, as the standards do.
/// A fault is null when the text passes.
/// </summary>
internal sealed class IdentifierText(string zh, string en)
{
    public const string Digits = "0123456789";
    public const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public Fault Missing() => new("", "missing", $"缺少{zh}", $"{en} is missing");

    /// <summary>The text is there and has exactly <paramref name="lengths"/> (any of them) characters.</summary>
    public Fault? Length(string? text, params ReadOnlySpan<int> lengths)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Missing();
        }

        if (lengths.Contains(text.Length))
        {
            return null;
        }

        var (orZh, orEn) = (string.Join("或", lengths.ToArray()), string.Join(" or ", lengths.ToArray()));
        return new("", "length", $"{zh}应为{orZh}位,实为{text.Length}位", $"{en} has {orEn} characters, not {text.Length}");
    }

    /// <summary>
    /// Every character from <paramref name="start"/> (from 0) on, <paramref name="count"/> of them, is one of <paramref
    /// name="allowed"/>.
    /// </summary>
    public Fault? Characters(string text, int start, int count, string allowed)
    {
        for (var i = start; i < start + count; i++)
        {
            if (!allowed.Contains(text[i], StringComparison.Ordinal))
            {
                return Character(text[i], i + 1, allowed);
            }
        }

        return null;
    }

    public Fault CheckCharacter(char expected, char found) => new(
        "",
        "check-digit",
        $"{zh}校验码应为“{expected}”,实为“{found}”",
        $"the check character of the {Bare} should be '{expected}', not '{found}'");

    public Fault TooLong(int maximum, int found) => Wrong("length", $"不超过{maximum}位,实为{found}位", $"at most {maximum} characters, not {found}");

    public Fault Wrong(string code, string detailZh, string detailEn) => new("", code, $"{zh}:{detailZh}", $"{en}: {detailEn}");

    private string Bare => en[(en.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private Fault Character(char found, int position, string allowed)
    {
        var (saidZh, saidEn) = allowed == Digits ? ("数字", "a digit") : ($"“{allowed}”之一", $"one of {allowed}");
        var shown = char.IsControl(found) || char.IsSurrogate(found) ? $"U+{(int)found:X4}" : found.ToString();
        return new(
            "",
            "character",
            $"{zh}第{position}位应为{saidZh},实为“{shown}”",
            $"character {position} of the {Bare} should be {saidEn}, not '{shown}'");
    }
}
