using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Simulators.Faults;

/// <summary>Lets one kind of systems answer as the plan says.</summary>
internal sealed class FaultyAnswers(string system, AnswerFaults faults, Chance chance, TimeProvider time, FaultLog log)
{
    private readonly long _start = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    /// <summary>False when nothing ever goes wrong.</summary>
    public bool Any { get; } = faults != AnswerFaults.None;

    /// <param name="matter">What is asked, by names that are the same in every run.</param>
    /// <param name="http">The request.</param>
    /// <param name="answer">Takes the request and answers it rightly.</param>
    public Task<IResult> AnswerAsync(string matter, HttpContext http, Func<IResult> answer) =>
        AnswerAsync(matter, http, () => Task.FromResult(answer()));

    /// <inheritdoc cref="AnswerAsync(string, HttpContext, Func{IResult})"/>
    public async Task<IResult> AnswerAsync(string matter, HttpContext http, Func<Task<IResult>> answer)
    {
        var name = $"{matter}#{_attempts.AddOrUpdate(matter, 1, (_, attempts) => attempts + 1)}";
        var dice = chance.About($"{system} answers {name}");
        var judged = dice.Next();
        var latency = faults.Latency.Draw(dice);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, time, http.RequestAborted);
        }
        if (faults.Outages.Any(outage => outage.Covers(time.GetElapsedTime(_start))))
        {
            log.Note(system, "outage", name);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        foreach (var (status, rate) in faults.Errors.OrderBy(error => error.Key))
        {
            if (judged < rate)
            {
                log.Note(system, $"{status}", name);
                return Results.StatusCode(status);
            }
            judged -= rate;
        }
        if (judged < faults.Malformed)
        {
            log.Note(system, "malformed", name);
            return Nonsense;
        }
        if (judged - faults.Malformed < faults.Lost)
        {
            log.Note(system, "lost", name);
            await answer();
            http.Abort();
            return Results.Empty;
        }
        return await answer();
    }

    /// <summary>200 with what no agreement knows.</summary>
    public static IResult Nonsense => Results.Text("<html><body>系统繁忙</body></html>", "text/html; charset=utf-8");
}
