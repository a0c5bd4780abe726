using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class PageableTests
{
    [Fact]
    public async Task An_orchestrator_goes_through_the_pages_of_an_activity()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Count", async context =>
            {
                var pages = Pageable.Create<int>((continuation, _) => context.CallActivityAsync<Page<int>>("Fetch", continuation));
                var sum = 0;
                await foreach (var value in pages)
                {
                    sum += value;
                }

                return sum;
            })
            .AddActivityFunc<string?, Page<int>>("Fetch", (_, continuation) => continuation switch
            {
                null => new Page<int>([1, 2, 3], "second"),
                "second" => new Page<int>([4, 5], "third"),
                _ => new Page<int>([6]),
            }));
        (await engine.RunAsync("Count")).ReadOutputAs<int>().ShouldBe(21);
    }

    [Theory]
    [InlineData(null, null, 3, 2)]
    [InlineData("4", null, 2, 2)]
    [InlineData("4", 4, 1, 4)]
    public async Task Pages_begin_where_the_token_says_and_have_the_wished_size(string? token, int? size, int pages, int firstPage)
    {
        var source = Pageable.Create<int>((continuation, wished, _) =>
        {
            var start = continuation is null ? 3 : int.Parse(continuation, System.Globalization.CultureInfo.InvariantCulture);
            var values = Enumerable.Range(start, Math.Min(wished ?? 2, 8 - start)).ToList();
            return Task.FromResult(new Page<int>(values, start + values.Count < 8 ? $"{start + values.Count}" : null));
        });
        var all = await source.AsPages(token, size).ToListAsync();
        all.Count.ShouldBe(pages);
        all[0].Values.Count.ShouldBe(firstPage);
    }
}
