using System.CommandLine;

namespace CrossRegion.Bench.Measuring;

/// <summary>An option that is a number of things, at least one.</summary>
internal static class CountOption
{
    public static Option<int> Create(string name, string description, int byDefault, int most = int.MaxValue)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => byDefault };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
            {
                given.AddError($"{name} must be 1 or more.");
            }
            else if (given.GetValueOrDefault<int>() > most)
            {
                given.AddError($"{name} must be {most} or less.");
            }
        });
        return option;
    }
}
