using System.Globalization;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Functions.Intake;

/// <summary>How paths of faults in an event are written: <c>data.materials[2].code</c>. Names from outside are cut and cleaned.</summary>
internal static class EventPath
{
    private const int MaximumLength = 200;

    public static string Member(string above, string name) => FaultPath.Join(above, name.Length == 0 ? "\"\"" : name);

    public static string Element(string array, int index) => $"{array}[{index.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>The path as it is told: no control characters, and not as long as whoever sent it would like.</summary>
    public static string Told(string path)
    {
        var cut = path.Length <= MaximumLength ? path : path[..MaximumLength] + "…";
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString())) : cut;
    }
}
