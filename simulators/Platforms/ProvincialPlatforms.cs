using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Reserved;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Simulators.Platforms;

/// <summary>
/// The provincial platforms (省级政务服务平台) with the applicants before them: they file applications, hand in what is asked for,
/// and rate when they are invited.
/// </summary>
public sealed class ProvincialPlatforms
{
    private readonly ConcurrentDictionary<string, Filing> _filed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _filings = new();
    private readonly ConcurrentDictionary<string, HostAnswer?> _answers = new(StringComparer.Ordinal);
    private readonly FaultyPosts _posts;
    private readonly KnownApplicants _applicants;
    private readonly Thought _thought;
    private readonly Distribution? _applicantsTime;
    private readonly Background _background;
    private readonly TimeProvider _time;

    internal ProvincialPlatforms(
        FaultyPosts posts, KnownApplicants applicants, Thought thought, Distribution? applicantsTime, Background background, TimeProvider time)
    {
        _posts = posts;
        _applicants = applicants;
        _thought = thought;
        _applicantsTime = applicantsTime;
        _background = background;
        _time = time;
    }

    /// <summary>What the host answered to supplements, evaluations and withdrawals, by event id; null while the applicant is at it.</summary>
    public IReadOnlyDictionary<string, HostAnswer?> Answers => _answers;

    /// <summary>
    /// Until the returned scope is disposed, whoever is asked about an application that no sample is known for waits: its filing may
    /// be among those under way.
    /// </summary>
    public IDisposable BeginFiling()
    {
        var filing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _filings[filing.Task] = true;
        return new FilingScope(() =>
        {
            _filings.TryRemove(filing.Task, out _);
            filing.TrySetResult();
        });
    }

    /// <summary>Files the application of a sample, and keeps at it until the host has answered.</summary>
    public async Task<Submission> SubmitAsync(Sample sample, CancellationToken cancellation = default) =>
        new(sample, await FileAsync(sample.ToFiling(), cancellation));

    /// <summary>Files an application, and keeps at it until the host has answered.</summary>
    public async Task<HostAnswer> FileAsync(Filing filing, CancellationToken cancellation = default)
    {
        // A department may be asked before the answer with the number is here.
        using var scope = BeginFiling();
        var answer = await _posts.PostAsync(filing.Reference ?? string.Empty, filing.Event, cancellation);
        if (answer.Number is { } number)
        {
            // A duplicate of another application changes nothing about what that one says.
            _filed.TryAdd(number, filing);
            _applicants.Hear(number, filing.Holder);
        }
        return answer;
    }

    /// <summary>What was filed under a number; null when it was filed by others.</summary>
    internal async Task<Filing?> FilingOfAsync(string number, CancellationToken cancellation)
    {
        if (!_filed.ContainsKey(number))
        {
            await Task.WhenAll(_filings.Keys).WaitAsync(cancellation);
        }
        return _filed.GetValueOrDefault(number);
    }

    internal void Receive(string province, ReceivedEvent received)
    {
        switch (received.Type)
        {
            case EventType.SupplementRequested:
                Supplement(province, received.Number);
                break;
            case EventType.EvaluationInvited:
                Evaluate(province, received.Number);
                break;
        }
    }

    /// <summary>The applicant has read a notice.</summary>
    internal void Read(string province, ReceivedEvent notice)
    {
        if (notice.Type == EventType.ApplicationAccepted)
        {
            Answer(province, notice.Number, "withdrawal", EventType.ApplicationWithdrawn, filing => (JsonObject?)filing.Withdrawal?.DeepClone());
        }
    }

    private void Supplement(string province, string number) =>
        Answer(province, number, "supplement", EventType.ApplicationSupplemented, filing =>
            filing.Supplement is { } materials ? new JsonObject { ["materials"] = materials.DeepClone() } : null);

    private void Evaluate(string province, string number) =>
        Answer(province, number, "evaluation", EventType.EvaluationSubmitted, filing =>
            (JsonObject?)filing.Evaluation?.DeepClone());

    private void Answer(string province, string number, string what, string type, Func<Filing, JsonObject?> data)
    {
        var id = $"{number}-{what}";
        if (!_answers.TryAdd(id, null))
        {
            return;
        }
        _background.Run(async cancellation =>
        {
            if (await FilingOfAsync(number, cancellation) is { } filing && data(filing) is { } said)
            {
                var matter = $"{filing.Reference}/{what}";
                await _thought.PassAsync(matter, _applicantsTime, cancellation);
                var source = (string?)filing.Event["source"] ?? $"urn:gov:cn:{province}:zwfw";
                _answers[id] = await _posts.PostAsync(matter, Wire.CloudEvent(id, source, type, number, _time, said), cancellation);
            }
        });
    }
}
