using CrossRegion.Embedded.Functions.Queues;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class QueueNameTests
{
    [Theory]
    [InlineData("abc", true)]
    [InlineData("application-events", true)]
    [InlineData("a1-2b", true)]
    [InlineData("ab", false)]
    [InlineData("-abc", false)]
    [InlineData("abc-", false)]
    [InlineData("a--b", false)]
    [InlineData("Abc", false)]
    [InlineData("a_b", false)]
    [InlineData("队列队列", false)]
    public void A_name_follows_the_rules_of_Azure_Storage(string text, bool valid) => QueueName.Parse(text).HasValue.ShouldBe(valid);

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_name_has_at_most_63_characters(int length, bool valid) => QueueName.Parse(new string('a', length)).HasValue.ShouldBe(valid);
}
