using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Stamps;

/// <summary>Stamps as they are written on the command line: <c>51,50,44+45</c>, a plus between provinces that share a stamp.</summary>
internal static class StampList
{
    /// <param name="text">What was written.</param>
    /// <param name="faults">Gets everything that is wrong with it.</param>
    /// <returns>The provinces of each stamp, in their order; those that are no provinces are left out.</returns>
    public static IReadOnlyList<IReadOnlyList<ProvinceCode>> Parse(string text, ICollection<string> faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add("至少一省。 At least one province is needed.");
            return [];
        }
        List<ProvinceCode> seen = [];
        return [.. text.Split(',').Select(stamp => (IReadOnlyList<ProvinceCode>)[.. stamp.Split('+').SelectMany(Province)])];

        IEnumerable<ProvinceCode> Province(string code)
        {
            if (!ProvinceCode.TryParse(code.Trim(), out var province, out var fault))
            {
                faults.Add($"{fault.MessageZh}。 {fault.MessageEn}.");
                yield break;
            }
            if (seen.Contains(province))
            {
                faults.Add($"{province} 重复。 {province} is there twice.");
            }
            seen.Add(province);
            yield return province;
        }
    }
}
