using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Commands;

/// <summary><c>replay NUMBER --reason TEXT</c>: has a failed application handled on from where it stands.</summary>
internal sealed class ReplayCommand(Terminal terminal) : OperationCommand(
    "replay",
    "重放故障办件。 Replays a failed application from its state.",
    "为何重放,记入办件过程。 Why; it is kept with the application.",
    terminal)
{
    protected override async Task<(object Json, string Sentence)> DoAsync(
        HostClient host, ApplicationNumber number, string reason, CancellationToken cancellation)
    {
        var generation = await host.ReplayAsync(number, reason, cancellation);
        return (new { number = number.Value, generation }, $"{number} 第 {generation} 次办理已开始。 Generation {generation} has started.");
    }
}
