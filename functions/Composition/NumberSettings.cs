using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CrossRegion.Functions.Composition;

/// <summary>Reads settings that are numbers within a range; what is wrong is added to the faults.</summary>
internal sealed class NumberSettings(IConfigurationSection section, List<string> faults)
{
    public double Read(string name, double otherwise, double least, double most)
    {
        if (section[name] is not { } text)
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        faults.Add(string.Create(
            CultureInfo.InvariantCulture, $"CrossRegion__{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}', not a number from {least} to {most}"));
        return otherwise;
    }

    public int ReadWhole(string name, int otherwise, int least, int most)
    {
        if (section[name] is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        faults.Add($"CrossRegion__{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}', not a whole number from {least} to {most}");
        return otherwise;
    }
}
