using System.Text.Json.Nodes;
using CrossRegion.Simulators.Events;

namespace CrossRegion.Simulators.Faults;

/// <summary>Posts events of one kind of systems as the plan says, and minds what the host answers to what is damaged or repeated.</summary>
internal sealed class FaultyPosts(
    string system, PostFaults faults, HostConnection host, Chance chance, Background background, TimeProvider time, FaultLog log)
{
    /// <param name="matter">The event, by names that are the same in every run.</param>
    /// <param name="cloudEvent">The event.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The host's answer to the event as it is.</returns>
    public async Task<HostAnswer> PostAsync(string matter, JsonObject cloudEvent, CancellationToken cancellation)
    {
        var province = Wire.ProvinceOf(cloudEvent);
        var dice = chance.About($"{system} posts {matter}");
        var (damaged, held, heldFor, repeated, repeatedAfter) =
            (dice.Hits(faults.Malformed), dice.Hits(faults.Reordered.Rate), dice.Next(), dice.Hits(faults.Duplicates.Rate), dice.Next());
        if (held)
        {
            log.Note(system, "reordered", matter);
            await Task.Delay(TimeSpan.FromSeconds(heldFor * faults.Reordered.Within), time, cancellation);
        }
        if (damaged)
        {
            log.Note(system, "malformed", matter);
            await PostDamagedAsync(matter, province, Damage.Of(cloudEvent, dice), cancellation);
        }
        var answer = await host.PostAsync(province, cloudEvent.ToJsonString(), cancellation);
        if (repeated)
        {
            log.Note(system, "duplicate", matter);
            background.Run(async stopped =>
            {
                await Task.Delay(TimeSpan.FromSeconds(repeatedAfter * faults.Duplicates.Within), time, stopped);
                Compare(matter, answer, await host.PostAsync(province, cloudEvent.ToJsonString(), stopped));
            });
        }
        return answer;
    }

    private async Task PostDamagedAsync(string matter, string? province, string body, CancellationToken cancellation)
    {
        if (await host.PostAsync(province, body, cancellation) is { Status: < 400 } answer)
        {
            log.NoteWrong($"{system} {matter}: 损坏的事件被接收 a damaged event was answered {answer.Status}");
        }
    }

    /// <summary>A repeated event is answered as the first, and has no number of its own.</summary>
    private void Compare(string matter, HostAnswer first, HostAnswer again)
    {
        if ((again.Status, again.Number) != (first.Status, first.Number))
        {
            log.NoteWrong($"{system} {matter}: 重复的事件得到不同答复 a repeated event was answered {again.Status} {again.Number}, first {first.Status} {first.Number}");
        }
    }
}
