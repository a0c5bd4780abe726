using System.CommandLine;
using System.Text.Json;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;

namespace CrossRegion.Cli.Commands;

/// <summary><c>catalogue validate [DIR]</c>: everything that is wrong with a catalogue, at one time.</summary>
internal sealed class CatalogueCommand : Command
{
    private readonly Argument<DirectoryInfo> _folder = new("DIR")
    {
        Description = "目录所在文件夹。 The catalogue's folder.",
        DefaultValueFactory = _ => new DirectoryInfo(CatalogueFolder.Default),
    };
    private readonly Option<bool> _json = JsonOutput.Option();
    private readonly Terminal _terminal;

    public CatalogueCommand(Terminal terminal)
        : base("catalogue", "事项目录。 The catalogue of service items.")
    {
        _terminal = terminal;
        var validate = new Command("validate", "校验事项目录与工作日历。 Validates service items and calendars.") { _folder, _json };
        validate.SetAction(Validate);
        Add(validate);
    }

    private int Validate(ParseResult arguments)
    {
        var files = CatalogueFolder.Read(arguments.GetRequiredValue(_folder).FullName);
        var faults = new FaultCollector();
        _ = ServiceCatalogue.TryLoad(files, out var catalogue, out var found);
        faults.AddAll("", found);
        _ = WorkingDayCalendar.TryLoad(files, out var calendar, out found);
        faults.AddAll("", found);
        if (arguments.GetValue(_json))
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(new { valid = faults.IsEmpty, faults = faults.ToList() }, JsonOutput.Format));
        }
        else if (faults.IsEmpty)
        {
            _terminal.Output.WriteLine(
                $"目录正确:{catalogue!.Items.Count} 个事项版本,{catalogue.SharedData.Count} 个共享数据项,{calendar!.Notices.Count} 个年度日历。 "
                + $"The catalogue is right: {catalogue.Items.Count} item versions, {catalogue.SharedData.Count} shared data items, "
                + $"{calendar.Notices.Count} calendars.");
        }
        else
        {
            foreach (var fault in faults)
            {
                _terminal.Error.WriteLine($"{fault.Path}: {fault.Code}: {fault.MessageZh} {fault.MessageEn}");
            }
        }
        return faults.IsEmpty ? ExitCode.Done : ExitCode.Failed;
    }
}
