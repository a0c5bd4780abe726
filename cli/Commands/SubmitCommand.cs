using System.CommandLine;
using System.Text.Json.Nodes;
using CrossRegion.Cli.Hosts;

namespace CrossRegion.Cli.Commands;

/// <summary><c>submit FILE</c>: posts an event, or the event of a sample file.</summary>
internal sealed class SubmitCommand : Command
{
    private readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "CloudEvent(JSON)或样例文件。 A CloudEvent as JSON, or a sample file.",
    };
    private readonly HostOptions _host = new();
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public SubmitCommand(Terminal terminal)
        : base("submit", "提交事件。 Submits an event.")
    {
        _terminal = terminal;
        Add(_file);
        _host.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var cloudEvent = Read(arguments.GetRequiredValue(_file));
        using var host = _host.Connect(arguments);
        var answer = await host.SubmitAsync(cloudEvent, cancellation);
        if (arguments.GetValue(_json))
        {
            await _terminal.Output.WriteLineAsync(answer.ToJsonString(JsonOutput.Format));
            return ExitCode.Done;
        }
        foreach (var accepted in answer["accepted"]?.AsArray() ?? [])
        {
            var known = (bool?)accepted?["duplicate"] == true ? " 此前已收到。 It was received before." : string.Empty;
            await _terminal.Output.WriteLineAsync($"办件编号 Number: {(string?)accepted?["applicationNumber"]}{known}");
        }
        return ExitCode.Done;
    }

    private static JsonNode Read(FileInfo file)
    {
        var json = JsonFile.Read(file);
        return json is JsonObject document && document["event"] is JsonObject sampled && document["specversion"] is null ? sampled : json;
    }
}
