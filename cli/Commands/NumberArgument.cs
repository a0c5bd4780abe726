using System.CommandLine;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Commands;

/// <summary>An application number on the command line; a wrong check character is found before any host is asked.</summary>
internal sealed class NumberArgument : Argument<ApplicationNumber>
{
    public NumberArgument()
        : base("NUMBER")
    {
        Description = "办件编号。 Application number.";
        CustomParser = result =>
        {
            if (!ApplicationNumber.TryParse(result.Tokens.Single().Value, out var number, out var fault))
            {
                result.AddError($"{fault.MessageZh}。 {fault.MessageEn}.");
            }
            return number;
        };
    }
}
