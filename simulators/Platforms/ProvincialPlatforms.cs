using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Events;
using CrossRegion.Simulators.Journals;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Simulators.Platforms;

/// <summary>
/// The provincial platforms (省级政务服务平台) with the applicants before them: they file applications, hand in what is asked for,
/// and rate when they are invited.
/// </summary>
public sealed class ProvincialPlatforms
{
    private readonly ConcurrentDictionary<string, Sample> _samples = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _filings = new();
    private readonly ConcurrentDictionary<string, HostAnswer?> _answers = new(StringComparer.Ordinal);
    private readonly HostConnection _host;
    private readonly Thought _thought;
    private readonly Background _background;
    private readonly TimeProvider _time;

    internal ProvincialPlatforms(HostConnection host, Thought thought, Background background, TimeProvider time)
    {
        _host = host;
        _thought = thought;
        _background = background;
        _time = time;
    }

    /// <summary>What the host answered to supplements and evaluations, by event id; null while the applicant is at it.</summary>
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
    public async Task<Submission> SubmitAsync(Sample sample, CancellationToken cancellation = default)
    {
        // A department may be asked before the answer with the number is here.
        using var filing = BeginFiling();
        var submission = new Submission(sample, await _host.PostAsync(sample.Event, cancellation));
        if (submission.Number is { } number)
        {
            // A duplicate of another sample changes nothing about what that one says.
            _samples.TryAdd(number, sample);
        }
        return submission;
    }

    internal async Task<Sample?> SampleOfAsync(string number, CancellationToken cancellation)
    {
        if (!_samples.ContainsKey(number))
        {
            await Task.WhenAll(_filings.Keys).WaitAsync(cancellation);
        }
        return _samples.GetValueOrDefault(number);
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

    private void Supplement(string province, string number) =>
        Answer(province, number, "supplement", EventType.ApplicationSupplemented, sample =>
            sample.Supplement is { } materials ? new JsonObject { ["materials"] = materials.DeepClone() } : null);

    private void Evaluate(string province, string number) =>
        Answer(province, number, "evaluation", EventType.EvaluationSubmitted, sample =>
            (JsonObject?)sample.Evaluation?.DeepClone());

    private void Answer(string province, string number, string what, string type, Func<Sample, JsonObject?> data)
    {
        var id = $"{number}-{what}";
        if (!_answers.TryAdd(id, null))
        {
            return;
        }
        _background.Run(async cancellation =>
        {
            await _thought.PassAsync(id, cancellation);
            if (await SampleOfAsync(number, cancellation) is { } sample && data(sample) is { } said)
            {
                var source = (string?)sample.Event["source"] ?? $"urn:gov:cn:{province}:zwfw";
                _answers[id] = await _host.PostAsync(Wire.CloudEvent(id, source, type, number, _time, said), cancellation);
            }
        });
    }
}
