namespace CrossRegion.App.Tests.Stamps;

/// <summary>What happens to lines and stamps. Each lasts until its effect is seen, and is over when everybody answers everybody again.</summary>
internal sealed class Disturbances(StampWorld world, Traffic traffic, int applications)
{
    public int Cuts { get; private set; }

    public int Kills { get; private set; }

    /// <summary>Hand-overs that were taken, and whose sender did not get the answer, seen at the moment that the lines were mended.</summary>
    public int AnswersLost { get; private set; }

    /// <summary>
    /// Nothing gets from one to the other any more: what the other sends still arrives on the connections that it has, as much of it as TCP sends
    /// without an acknowledgement, and is not answered.
    /// </summary>
    public Task CutOneWayAsync(Stamp from, Stamp to) => CutAsync(from, to, () => world.Network.Cut(from.Province, to.Province));

    public Task CutBothWaysAsync(Stamp one, Stamp other) => CutAsync(one, other, () =>
    {
        world.Network.Cut(one.Province, other.Province);
        world.Network.Cut(other.Province, one.Province);
    });

    /// <summary>
    /// A stamp dies behind a line that is cut, and is there again when the line is: the other one takes connections for established whose other
    /// end is gone.
    /// </summary>
    public async Task LeaveHalfOpenAsync(Stamp killed, Stamp other)
    {
        await traffic.GetGoingAsync(applications);
        Cuts++;
        world.Network.Cut(killed.Province, other.Province);
        world.Network.Cut(other.Province, killed.Province);
        other.ConnectionsWith(killed).ShouldBePositive($"connections of {other.Province} before {killed.Province} dies");
        await KillAndRestartAsync(killed, () => Task.CompletedTask);
        other.ConnectionsWith(killed).ShouldBePositive($"connections of {other.Province} that {killed.Province} knows nothing of");
        await MendAsync();
    }

    /// <summary>A stamp dies while others talk to it, and is started again when they have noticed.</summary>
    public async Task KillAsync(Stamp killed)
    {
        await traffic.GetGoingAsync(applications);
        await KillAndRestartAsync(killed, () => Waiting.UntilAsync($"a peer to notice that {killed.Province} is dead", async () =>
        {
            var peers = await Task.WhenAll(world.Stamps.Where(stamp => stamp != killed).Select(stamp => stamp.PeerAsync(killed)));
            return peers.Any(peer => peer.Link!.DownSince is not null);
        }));
        await MendAsync();
    }

    /// <summary>All die at once.</summary>
    public async Task KillAllAsync()
    {
        await traffic.GetGoingAsync(applications);
        Kills += world.Stamps.Count;
        await Task.WhenAll(world.Stamps.Select(stamp => stamp.KillAsync()));
        await Task.WhenAll(world.Stamps.Select(world.StartAsync));
        await MendAsync();
    }

    private async Task KillAndRestartAsync(Stamp killed, Func<Task> meanwhileAsync)
    {
        Kills++;
        await killed.KillAsync();
        await meanwhileAsync();
        await world.StartAsync(killed);
    }

    private async Task CutAsync(Stamp one, Stamp other, Action cut)
    {
        await traffic.GetGoingAsync(applications / 2);
        await Waiting.UntilAsync(
            $"connections between {one.Province} and {other.Province}", () => Task.FromResult(one.ConnectionsTo(other) > 0 && other.ConnectionsTo(one) > 0));
        Cuts++;
        cut();
        traffic.File(applications - (applications / 2));
        await Waiting.UntilAsync(
            $"{one.Province} and {other.Province} to notice that their line is cut",
            async () => (await IsDownAsync(one, other), await IsDownAsync(other, one)),
            seen => seen is (true, true));
        AnswersLost += AnswersLostBetween(one, other) + AnswersLostBetween(other, one);
        await MendAsync();
    }

    /// <summary>Until everybody answers everybody.</summary>
    private async Task MendAsync()
    {
        world.Network.Mend();
        foreach (var stamp in world.Stamps)
        {
            await Waiting.UntilAsync(
                $"everybody to answer {stamp.Province} again", stamp.ExchangeAsync, view => view.Peers.All(peer => peer.Link!.DownSince is null));
        }
    }

    private static async Task<bool> IsDownAsync(Stamp stamp, Stamp peer) => (await stamp.PeerAsync(peer)).Link!.DownSince is not null;

    private static int AnswersLostBetween(Stamp sender, Stamp receiver) =>
        sender.Cases.Unreceipted(receiver.Province).Count(each => receiver.Cases.HasTaken(each.Number, each.Id));
}
