using System.CommandLine;
using CrossRegion.Cli.Stamps;

namespace CrossRegion.Cli.Hosts;

/// <summary>The options of every command that talks to a host.</summary>
internal sealed class HostOptions
{
    public const string DefaultHost = "http://127.0.0.1:7071";

    private readonly Option<Uri> _host = new("--host")
    {
        Description = "主机地址。 Address of the host.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri(DefaultHost),
        CustomParser = result => Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : Wrong(result),
    };

    private readonly Option<string?> _key = new("--key")
    {
        Description = "函数密钥;缺省时读取数据目录。 Function key; by default the one in the data directory.",
        HelpName = "KEY",
    };

    private readonly Option<DirectoryInfo> _data = DataDirectory.Option();

    public void AddTo(Command command)
    {
        command.Add(_host);
        command.Add(_key);
        command.Add(_data);
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="patience">How long an answer may take; null: half a minute.</param>
    /// <exception cref="CommandException">No key was given and there is none in the data directory.</exception>
    public HostClient Connect(ParseResult arguments, TimeSpan? patience = null) => new(
        arguments.GetRequiredValue(_host),
        arguments.GetValue(_key) ?? FunctionKeys.Read(arguments.GetRequiredValue(_data).FullName),
        patience);

    /// <summary>The stamps that have their data in the directory (<c>crossregion stamps</c>), unless a host or its key is named; else the one host.</summary>
    /// <exception cref="CommandException">There is no key in a data directory.</exception>
    public StampClients ConnectAll(ParseResult arguments) =>
        arguments.GetResult(_host) is null or { Implicit: true }
        && arguments.GetValue(_key) is null
        && StampDirectory.Read(arguments.GetRequiredValue(_data).FullName) is { } stamps
            ? StampClients.Of(stamps)
            : new StampClients(Connect(arguments));

    private static Uri? Wrong(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"“{result.Tokens.Single().Value}”不是 http 地址。 '{result.Tokens.Single().Value}' is no http address.");
        return null;
    }
}
