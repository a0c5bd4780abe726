using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;

namespace CrossRegion.Exchange.Tests;

/// <summary>A crash is a stamp that cannot get past a fault point, and another one that is started on what it has left.</summary>
public sealed class CrashTests
{
    public static TheoryData<ExchangeFaultPoint> Points { get; } = new(Enum.GetValues<ExchangeFaultPoint>());

    [Theory, MemberData(nameof(Points))]
    public async Task Wherever_a_stamp_crashes_each_hand_over_is_taken_once_and_in_order(ExchangeFaultPoint point)
    {
        var crashing = point is ExchangeFaultPoint.BeforeTaken or ExchangeFaultPoint.AfterTaken ? "44" : "51";
        await using var world = await World.StartInRealTimeAsync("51", "44");
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await world.StartAsync(crashing, at =>
        {
            if (at == point)
            {
                reached.TrySetResult();
                throw new InvalidOperationException($"crash {point}");
            }
        });
        var number = World.Application(1);
        foreach (var body in (string[])["1", "2", "3"])
        {
            await world["51"].HandOverAsync(number, "44", body);
        }

        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await world.StartAsync(crashing);
        await world.UntilReceiptedAsync(number, "51", "44", 3);

        (await world["44"].WorkAsync(number, "51")).ShouldBe(["1", "2", "3"]);
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            (await world["51"].SentAsync(number, "44", sequence))!.Receipt.ShouldBe((await world["44"].TakenAsync(number, "51", sequence))!.Receipt);
        }

        var result = await world["51"].Reconciliation.RunAsync(world["44"].Province, world.Today, default);
        result.Routes.ShouldAllBe(route => route.DifferencesBefore == 0);
    }
}
