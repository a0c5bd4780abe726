using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Clocks;

/// <summary>By what the clocks of a case run: the limits of its item, in the version it is handled under, and the calendar of now.</summary>
public sealed record TimeRules(ServiceItem Item, WorkingDayCalendar Calendar)
{
    /// <summary>The calendar of the authority that answers to the applicant.</summary>
    public WorkingDayCalendar OfLead => Calendar.For(Item.Lead.Division);

    /// <summary>
    /// Whose approval an extension needs: where it rests on 行政许可法 art. 42(2), which is about several departments together (art. 26),
    /// that of the head of the people's government; else that of the head of the authority.
    /// </summary>
    public ApproverOffice Office =>
        Item.Limits.Extension?.Basis is { } basis && (basis.Title.Zh, basis.Article) == (LicensingLaw.JointDecision.Title.Zh, LicensingLaw.JointDecision.Article)
            ? ApproverOffice.GovernmentHead
            : ApproverOffice.AuthorityHead;

    /// <summary>The calendar a clock runs by: a department's own for its review, else that of <see cref="OfLead"/>.</summary>
    public WorkingDayCalendar CalendarOf(ClockKey key) =>
        key.Department is { } department && Item.FindDepartment(department) is { } found ? Calendar.For(found.Division) : OfLead;

    /// <summary>The calendar of one department.</summary>
    public WorkingDayCalendar CalendarOf(DepartmentKey department) => CalendarOf(ClockKey.Review(department));
}
