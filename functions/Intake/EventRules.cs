using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Functions.Intake;

/// <summary>
/// What no schema says of an incoming event: check characters, and what the catalogue knows. Whether the authority is competent is
/// not asked: an application to the wrong one is answered by 不予受理 (行政许可法 art. 32(2)), which is law, not bad input.
/// </summary>
internal sealed class EventRules
{
    private readonly ApplicationRules _application;
    private readonly FrozenSet<MaterialCode> _materials;
    private readonly FrozenSet<DepartmentKey> _departments;

    public EventRules(ServiceCatalogue catalogue)
    {
        _application = new ApplicationRules(catalogue);
        _materials = catalogue.Items.SelectMany(item => item.Materials).Select(material => material.Code).ToFrozenSet();
        _departments = catalogue.Items.SelectMany(item => item.Departments).Select(department => department.Key).ToFrozenSet();
    }

    /// <summary>Notes every fault of meaning in what is readable.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="faults">Gets the faults.</param>
    public void Check(ReadableEvent incoming, LocalDate today, FaultCollector faults)
    {
        CheckAttributes(incoming, faults);
        switch (incoming.Text("type"))
        {
            case EventTypes.ApplicationSubmitted:
                CheckVisible(incoming, "subject", faults);
                _application.Check(incoming, today, faults);
                break;
            case EventTypes.ApplicationSupplemented:
                CheckNumber(incoming, faults);
                MaterialRules.Check(incoming, _materials.Contains, faults);
                break;
            case EventTypes.ReviewDecided:
                CheckNumber(incoming, faults);
                CheckReview(incoming, faults);
                break;
            case EventTypes.ApplicationWithdrawn or EventTypes.EvaluationSubmitted
                or EventTypes.ProcedureStarted or EventTypes.ProcedureEnded or EventTypes.ExtensionApproved:
                CheckNumber(incoming, faults);
                break;
        }
    }

    private static void CheckAttributes(ReadableEvent incoming, FaultCollector faults)
    {
        CheckVisible(incoming, "id", faults);
        if (incoming.Text("source") is { } source)
        {
            faults.Parse<EventSource>("source", source);
        }

        if (incoming.Text("time") is { } time
            && !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
        {
            faults.Add("time", "unreal-time", "该时间不存在", "there is no such time");
        }
    }

    /// <summary>Two references that look the same must be the same: nothing in them that no eye sees.</summary>
    private static void CheckVisible(ReadableEvent incoming, string path, FaultCollector faults)
    {
        if (incoming.Text(path) is { } text && text.EnumerateRunes().Any(IsInvisible))
        {
            faults.Add(path, "invisible-character", "含有不可见字符", "has a character that cannot be seen");
        }
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    private static void CheckNumber(ReadableEvent incoming, FaultCollector faults)
    {
        if (incoming.Text("subject") is { } subject)
        {
            faults.Parse<ApplicationNumber>("subject", subject);
        }
    }

    private void CheckReview(ReadableEvent incoming, FaultCollector faults)
    {
        if (incoming.Text("data.department") is { } text
            && faults.Parse<DepartmentKey>("data.department", text) is { } department
            && !_departments.Contains(department))
        {
            faults.Add("data.department", "unknown-department", "没有事项设有该部门", "no item has such a department");
        }

        if (incoming.Text("data.outcome") == "refused" && incoming.IsSound("data.reasons") && incoming.Count("data.reasons") == 0)
        {
            faults.Add(
                "data.reasons", "reasons-required", "不同意的,应当说明理由(行政许可法第三十八条)", "a refusal gives reasons (行政许可法 art. 38)");
        }
    }
}
