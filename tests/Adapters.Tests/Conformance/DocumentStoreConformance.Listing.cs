namespace CrossRegion.Adapters.Tests.Conformance;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task Documents_are_listed_in_the_ordinal_order_of_their_ids()
    {
        string[] ids = ["b", "a", "A", "_", "-", ".-", ":", "9", "10", "a-", "a.", "aa", "Z"];
        await CommitAsync([.. ids.Select(id => Create(id))]);

        (await ListAsync()).ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_ids_with_the_prefix_are_listed()
    {
        await CommitAsync(
            Create("effect"), Create("effect:1"), Create("effect:2"), Create("effect.1"), Create("effects"), Create("Effect:1"), Create("effec"));

        (await ListAsync("effect:")).ShouldBe(["effect:1", "effect:2"]);
        (await ListAsync("effect")).ShouldBe(["effect", "effect.1", "effect:1", "effect:2", "effects"]);
    }

    [Theory]
    [InlineData("_ase")]
    [InlineData("%")]
    [InlineData("c*")]
    [InlineData("号")]
    public async Task A_prefix_has_no_wildcards(string prefix)
    {
        await WriteAsync(Create("case"));

        (await ListAsync(prefix)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_shows_the_partition_alone_with_bodies_and_ETags()
    {
        var etag = await WriteAsync(Create("case", "1"));
        await Store.CommitAsync(Partition + "-other", [Create("case"), Create("case-2")], default);

        var document = (await Store.ListAsync(Partition, "", default)).ShouldHaveSingleItem();

        document.ShouldBe(new(Key("case"), "1", etag));
    }
}
