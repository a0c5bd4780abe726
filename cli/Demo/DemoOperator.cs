using CrossRegion.Cli.Stamps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Cli.Demo;

/// <summary>Looks where the applications stand, and does what operators of the competent stamps do about those that break.</summary>
internal sealed class DemoOperator(SimulatedProvinces provinces, StampClients stamps, Action<string> say)
{
    private readonly HashSet<ApplicationNumber> _replayed = [];

    public async Task LookAsync(IEnumerable<DemoApplication> applications, CancellationToken cancellation)
    {
        var received = provinces.Journal.Events.ToLookup(received => received.Number);
        foreach (var application in applications.Where(application => !application.Verdict.Settled))
        {
            if (application.HasCase)
            {
                await LookAsync(application, cancellation);
                await RepairAsync(application, cancellation);
            }
            application.Verdict = application.Decisive?.Failure is { } failure && !MayStillBeReplayed(application)
                ? Verdict.Against($"故障 failed at {failure.Step}: {failure.Reason}")
                : Judge.Of(application, [.. received[application.Number?.Value ?? string.Empty]]);
        }
    }

    private async Task LookAsync(DemoApplication application, CancellationToken cancellation)
    {
        var (filedWith, competent) = (stamps.Of(application.FiledIn), stamps.Of(application.Competent));
        try
        {
            application.Status = await filedWith.StatusAsync(application.Number!, cancellation);
            application.Decisive = competent == filedWith ? application.Status : await competent.StatusAsync(application.Number!, cancellation);
        }
        catch (CommandException)
        {
            // Down for a moment, or the case is not made yet, or not handed over: the next look tells.
        }
    }

    /// <summary>A case that a provider's nonsense broke: the provider is healed, the case replayed at the stamp that handles it.</summary>
    private async Task RepairAsync(DemoApplication application, CancellationToken cancellation)
    {
        if (application.Decisive?.Failure is not { } failure
            || !MayFail(application)
            || !_replayed.Add(application.Number!))
        {
            return;
        }
        provinces.SharedData.Heal();
        try
        {
            await stamps.Of(application.Competent).ReplayAsync(application.Number!, "共享数据提供方已恢复 The provider answers again", cancellation);
            say($"{application.Number} 在 {failure.Step} 出故障,提供方已修复,在 {application.Competent} 重放。 It failed there; the provider is healed, it is replayed at {application.Competent}.");
        }
        catch (CommandException)
        {
            // The host went down meanwhile: done at the next look, if it is still needed.
            _replayed.Remove(application.Number!);
        }
    }

    /// <summary>A replay that was begun shows as a new generation; failed again, it is not as it must be.</summary>
    private bool MayStillBeReplayed(DemoApplication application) =>
        MayFail(application) && !(_replayed.Contains(application.Number!) && application.Decisive!.Generation > 1);

    /// <summary>
    /// The sample with the broken provider; and in a demo that is continued any case, for its provinces were not there for a while.
    /// </summary>
    private static bool MayFail(DemoApplication application) =>
        application.Sample.Expect == Expectation.GrantedAfterReplay || application.Submission!.Duplicate;
}
