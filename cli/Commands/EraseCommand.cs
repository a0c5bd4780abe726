using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Commands;

/// <summary><c>erase NUMBER --reason TEXT</c>: erases the person from a closed case, for ever.</summary>
internal sealed class EraseCommand(Terminal terminal) : OperationCommand(
    "erase",
    "依法删除已结办件中的个人信息,不可恢复。 Erases the person from a closed case, for ever.",
    "为何删除,长期留存,不得写入个人信息。 Why; it is kept, so it must name nobody.",
    terminal)
{
    protected override async Task<(object Json, string Sentence)> DoAsync(
        HostClient host, ApplicationNumber number, string reason, CancellationToken cancellation)
    {
        var erasedAt = await host.EraseAsync(number, reason, cancellation);
        return (new { number = number.Value, erasedAt }, $"{number} 的个人信息已依法删除。 The person is erased from it.");
    }
}
