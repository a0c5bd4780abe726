using CrossRegion.Bench.Capacity;

namespace CrossRegion.Bench.Tests.Capacity;

public sealed class CapacityCommandTests
{
    [Fact]
    public void Every_argument_that_cannot_be_is_named_at_once()
    {
        var parsed = CapacityCommand.Create().Parse("--stamps 0 --peak -1 --nation 0 --outage 86400 --hand-overs 0 --applications 0 --seed x");

        foreach (var option in (string[])["--stamps", "--peak", "--nation", "--outage", "--hand-overs", "--applications", "--seed"])
        {
            parsed.Errors.ShouldContain(error => error.Message.Contains(option, StringComparison.Ordinal), option);
        }
    }

    [Fact]
    public void The_defaults_are_well() => CapacityCommand.Create().Parse([]).Errors.ShouldBeEmpty();
}
