using System.Text;
using System.Text.Json;

namespace CrossRegion.Cli.Hosts;

/// <summary>An error as hosts tell it (RFC 9457), with everything that was wrong.</summary>
internal sealed record Problem(string? Title, string? Detail, IReadOnlyList<ProblemFault>? Faults)
{
    public static Problem? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(text, JsonOutput.Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One line for the whole, and one for each fault that has a place.</summary>
    public CommandException ToException(int status)
    {
        var text = new StringBuilder($"({status}) {Detail ?? Title}");
        foreach (var fault in Faults?.Where(fault => fault.Path.Length > 0) ?? [])
        {
            text.AppendLine().Append($"  {fault.Path}: {fault.MessageZh} {fault.MessageEn}");
        }
        return new CommandException("主机拒绝:", $"The host refused: {text}");
    }
}
