using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Functions.Intake;

/// <summary>What no schema says of a list of materials.</summary>
internal static class MaterialRules
{
    private const string List = "data.materials";

    /// <param name="incoming">The event.</param>
    /// <param name="isKnown">Whether the catalogue has the material where it must be.</param>
    /// <param name="faults">Gets the faults.</param>
    public static void Check(ReadableEvent incoming, Func<MaterialCode, bool> isKnown, FaultCollector faults)
    {
        var seen = new HashSet<MaterialCode>();
        for (var i = 0; i < incoming.Count(List); i++)
        {
            var path = EventPath.Element(List, i);
            if (incoming.Text(path + ".code") is { } text && faults.Parse<MaterialCode>(path + ".code", text) is { } code)
            {
                if (!isKnown(code))
                {
                    faults.Add(path + ".code", "unknown-material", "该事项没有此材料", "the item has no such material");
                }

                if (!seen.Add(code))
                {
                    faults.Add(path + ".code", "duplicate-material", "同一材料出现多次", "the material occurs more than once");
                }
            }

            if (incoming.Text(path + ".uri") is { } uri && !Uri.TryCreate(uri, UriKind.Absolute, out _))
            {
                faults.Add(path + ".uri", "uri", "不是有效的网址", "is not a valid address");
            }
        }
    }
}
