using System.CommandLine;
using System.Text.Json;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Commands;

/// <summary><c>identifier KIND VALUE</c>: is this identifier right, and if not, what exactly is wrong.</summary>
internal sealed class IdentifierCommand : Command
{
    private static readonly IReadOnlyDictionary<string, Func<string, (string? Canonical, Fault? Fault)>> Kinds =
        new Dictionary<string, Func<string, (string?, Fault?)>>
        {
            ["uscc"] = Check<UnifiedSocialCreditCode>,
            ["resident-id"] = Check<ResidentIdentityNumber>,
            ["item-code"] = CheckItemCode,
            ["e-certificate"] = Check<ECertificateIdentifier>,
            ["application-number"] = Check<ApplicationNumber>,
        };

    private readonly Argument<string> _kind = new("KIND")
    {
        Description = $"标识种类。 Kind of identifier: {string.Join(", ", Kinds.Keys)}.",
        HelpName = "KIND",
    };
    private readonly Argument<string> _value = new("VALUE") { Description = "待校验的值。 The value to check." };
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public IdentifierCommand(Terminal terminal)
        : base("identifier", "校验标识及其校验位。 Checks an identifier with its check digit.")
    {
        _terminal = terminal;
        _kind.AcceptOnlyFromAmong([.. Kinds.Keys]);
        Add(_kind);
        Add(_value);
        Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var (kind, value) = (arguments.GetRequiredValue(_kind), arguments.GetRequiredValue(_value));
        var (canonical, fault) = Kinds[kind](value);
        if (arguments.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(
                new { kind, value, valid = fault is null, canonical, fault?.Code, fault?.MessageZh, fault?.MessageEn }, JsonOutput.Format));
        }
        else if (fault is null)
        {
            _terminal.Output.WriteLine($"{canonical} 正确。 It is right.");
        }
        else
        {
            _terminal.Error.WriteLine($"{fault.MessageZh}。 {char.ToUpperInvariant(fault.MessageEn[0])}{fault.MessageEn[1..]}.");
        }
        return fault is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static (string? Canonical, Fault? Fault) Check<T>(string text) where T : class, IIdentifier<T> =>
        T.TryParse(text, out var value, out var fault) ? (value.Value, null) : (null, fault);

    /// <summary>基本编码 12, 实施编码 31, 业务办理项编码 33: the length tells which.</summary>
    private static (string? Canonical, Fault? Fault) CheckItemCode(string text) => text.Length switch
    {
        12 => Check<BasicCode>(text),
        31 => Check<ImplementationCode>(text),
        33 => Check<HandlingCode>(text),
        var length => (null, new Fault(
            "", "length", $"事项编码应为12、31或33位,实为{length}位", $"an item code has 12, 31 or 33 characters, not {length}")),
    };
}
